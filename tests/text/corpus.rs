//! Every text of the briefings, and some that are always at hand.

use std::collections::BTreeSet;
use std::path::Path;

/// Sentences that hold what is hard to break, in our own words.
pub(crate) const SAMPLES: [&str; 14] = [
    "前海建設「深港匯」雙向總部基地（29棟），營收門檻10億元人民幣以上，APEC會議2026年舉行。",
    "三次出訪的合作文件由13份增至96份；其中有列明金額者，總值逾16.5億美元。",
    "每棟樓面1.5萬至2.5萬平方呎，全部落成後可達1,000萬平方呎，預計2026年1月5日前動工。",
    "企業可經香港「走出去」，也可「引進來」——兩者並重，不分先後……詳情待公布。",
    "與哈薩克斯坦·阿拉木圖之間的直飛航線，最快2027年第一季開通，每周3班（約5小時30分鐘）。",
    "方案提出21方面、56項任務，完成率超過95%，較上一年高3.2個百分點；餘下5%至10%須延後。",
    "Greater Bay Area（粵港澳大灣區）的international cooperation，由Authority of Qianhai統籌。",
    "他說：“早日落實”，並指“一帶一路”沿線的e-commerce可以先行，HK$1.2億的基金已經到位。",
    "《關於深化合作的意見》第4條、第12條至第15條，適用於2026–30年的A股、B股及REITs產品。",
    "聯絡：https://www.example.org/policy/briefings/2026?lang=zh-HK&view=all，或致電2345-6789。",
    "氣溫17-21℃，濕度65-90%；水深1,200多米，面積約3千萬平方米，距市區20餘公里。",
    "「『十五五』規劃」（征求意見稿）的第3.2.1節：科研、金融、航運——三個中心；④其他。",
    "supercalifragilisticexpialidocious是一個很長的字，Llanfairpwllgwyngyllgogerychwyrn也是。",
    "5G、AI、Web3.0與B2B平台，佔GDP的12.5%；2,700 hectares of land，1/3屬北部都會區。",
];

/// Every string of the repository's briefings, or `None` where they are not there (a published crate).
pub(crate) fn briefings() -> Option<BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings");
    let plans: Vec<_> = root.read_dir().ok()?.map(|plan| plan.unwrap().path()).collect();
    let mut strings = BTreeSet::new();
    for plan in plans.iter().filter(|plan| plan.is_dir()) {
        for file in plan.read_dir().unwrap().map(|file| file.unwrap().path()) {
            if file.extension().is_some_and(|ext| ext == "toml") {
                let table: toml::Table = std::fs::read_to_string(&file).unwrap().parse().unwrap();
                gather(&toml::Value::Table(table), &mut strings);
            }
        }
    }
    (plans.len() >= 8).then_some(strings)
}

/// The samples and the briefings' texts of some length.
pub(crate) fn sentences() -> Vec<String> {
    let long = briefings().unwrap_or_default().into_iter().filter(|s| s.chars().count() >= 16);
    SAMPLES.iter().map(ToString::to_string).chain(long).collect()
}

fn gather(value: &toml::Value, strings: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(s) => drop(strings.insert(s.clone())),
        toml::Value::Array(values) => values.iter().for_each(|value| gather(value, strings)),
        toml::Value::Table(table) => table.values().for_each(|value| gather(value, strings)),
        _ => {}
    }
}
