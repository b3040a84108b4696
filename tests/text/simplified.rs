//! Simplified characters: phrases, Hong Kong forms, and what must stay.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use jianbao::text::simplified;
use proptest::prelude::*;

/// Traditional as Hong Kong writes it, and the same in simplified characters.
const PAIRS: &[(&str, &str)] = &[
    // One simplified character for several: the phrase decides nothing, but each must come out right.
    ("乾淨的頭髮", "干净的头发"),
    ("乾隆與乾坤", "乾隆与乾坤"),
    ("幹部苦幹，乾糧干擾", "干部苦干，干粮干扰"),
    ("發展與理髮", "发展与理发"),
    ("皇后在後來的後面", "皇后在后来的后面"),
    ("徵收與象徵", "征收与象征"),
    ("宮商角徵羽", "宫商角徵羽"),
    ("長征", "长征"),
    ("裏面、這裡、公里", "里面、这里、公里"),
    ("著名作者看着着急的人", "著名作者看着着急的人"),
    ("顯著的成果", "显著的成果"),
    ("藉此機會", "借此机会"),
    ("狼藉", "狼藉"),
    ("瞭解與瞭望", "了解与瞭望"),
    ("複製、恢復、反覆", "复制、恢复、反复"),
    ("覆蓋率", "覆盖率"),
    ("面向與麵粉", "面向与面粉"),
    ("臺灣、舞台、颱風", "台湾、舞台、台风"),
    ("鬆綁與松樹", "松绑与松树"),
    ("併購、並且、合併", "并购、并且、合并"),
    ("製造、制度", "制造、制度"),
    ("鐘錶與表示", "钟表与表示"),
    ("餘額、剩餘、我們", "余额、剩余、我们"),
    ("準備批准", "准备批准"),
    ("系統、關係、聯繫", "系统、关系、联系"),
    ("歷史與日曆", "历史与日历"),
    ("穀物與山谷", "谷物与山谷"),
    ("鬥爭與北斗", "斗争与北斗"),
    ("盡力儘快", "尽力尽快"),
    // Forms that Hong Kong writes its own way.
    ("衞生署", "卫生署"),
    ("內地説明", "内地说明"),
    ("產業鏈", "产业链"),
    ("羣眾", "群众"),
    ("為人民", "为人民"),
    ("啟德與啓動", "启德与启动"),
    ("一線、綫路", "一线、线路"),
    ("牀位", "床位"),
    ("糉子", "粽子"),
    ("匯率與詞彙", "汇率与词汇"),
    ("污水", "污水"),
    ("脱離", "脱离"),
    ("税務、鋭意、喜悦", "税务、锐意、喜悦"),
    ("温度、藴藏", "温度、蕴藏"),
    ("鈎、鷄", "钩、鸡"),
    ("牆、麪、滙、裇", "墙、面、汇、裇"),
    ("癮君子", "瘾君子"),
    ("户口", "户口"),
    // Words stay Hong Kong's: only the characters change.
    ("軟件與信息", "软件与信息"),
    ("的士、巴士、質素", "的士、巴士、质素"),
    ("粵港澳大灣區", "粤港澳大湾区"),
    ("行政長官李家超", "行政长官李家超"),
    ("《前海深港現代服務業合作區總體發展規劃》", "《前海深港现代服务业合作区总体发展规划》"),
    ("「十五五」規劃綱要", "「十五五」规划纲要"),
    ("逾16.5億美元", "逾16.5亿美元"),
    ("1.5萬至2.5萬平方呎", "1.5万至2.5万平方呎"),
    ("計劃、劃分、划算", "计划、划分、划算"),
    ("郵輪、遊艇、游泳", "邮轮、游艇、游泳"),
    ("姓葉的沈先生", "姓叶的沈先生"),
    ("鍾先生的時鐘", "钟先生的时钟"),
    ("憑藉優勢", "凭借优势"),
    ("公佈、佈局、分布", "公布、布局、分布"),
    ("呼籲、衝擊、要衝", "呼吁、冲击、要冲"),
    ("開闢、復辟", "开辟、复辟"),
    ("夥伴、一夥", "伙伴、一伙"),
    ("鑑於、年鑒", "鉴于、年鉴"),
    ("週年、周邊", "周年、周边"),
    ("鬱結與葱鬱", "郁结与葱郁"),
    ("規範與範先生", "规范与范先生"),
    ("薦舉、籤署、簽署", "荐举、签署、签署"),
];

#[test]
fn hong_kong_text_in_simplified_characters() {
    let wrong: Vec<String> = PAIRS
        .iter()
        .filter(|(written, wanted)| simplified(written) != *wanted)
        .map(|(written, wanted)| format!("{written}: {} instead of {wanted}", simplified(written)))
        .collect();
    assert!(PAIRS.len() >= 40 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_simplified_or_not_chinese_stays() {
    for (_, simple) in PAIRS.iter().filter(|(_, simple)| !simple.contains(['瞭', '徵', '乾', '藉', '著']))
    {
        assert_eq!(simplified(simple), *simple);
    }
    for text in ["", "CEPA 2.0", "—…·“”①℃", "𠮷野家", "e\u{301}", "👩‍👩‍👧"] {
        assert_eq!(simplified(text), text);
    }
}

/// Nothing of our own briefings keeps a traditional character that a second pass would still find, and no
/// figure or mark is touched.
#[test]
fn our_own_briefings_come_out_whole() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings"));
    let mut lines = 0;
    for plan in
        std::fs::read_dir(folder).unwrap().map(|plan| plan.unwrap().path()).filter(|plan| plan.is_dir())
    {
        for file in std::fs::read_dir(plan).unwrap() {
            for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
                let simple = simplified(line);
                assert_eq!(simplified(&simple), simple, "{line}");
                assert_eq!(simple.chars().count(), line.chars().count(), "{line}");
                let marks = |s: &str| {
                    s.chars()
                        .filter(|c| c.is_ascii() || "，。、；：「」《》（）".contains(*c))
                        .collect::<String>()
                };
                assert_eq!(marks(&simple), marks(line));
                lines += 1;
            }
        }
    }
    assert!(lines > 5000, "{lines}");
}

/// Every character and phrase the reference knows, in random company, comes out as the reference has it.
#[test]
fn it_is_opencc_s_hk2s() {
    let reference = OpenCC::from_config(BuiltinConfig::Hk2s).unwrap();
    let tables = [
        include_str!("../../src/text/data/hong-kong.txt"),
        include_str!("../../src/text/data/simplified.txt"),
    ];
    let words: Vec<&str> = tables.iter().flat_map(|table| table.split_whitespace()).collect();
    assert!(words.len() > 4500);
    for word in &words {
        assert_eq!(simplified(word), reference.convert(word));
    }
    let part = prop_oneof![
        proptest::sample::select(words).prop_map(str::to_owned),
        "[一-龥]{1,3}",
        "[a-z0-9 ，。]{1,2}"
    ];
    let text = proptest::collection::vec(part, 1..12).prop_map(|parts| parts.concat());
    proptest!(ProptestConfig::with_cases(4000), |(text in text)| {
        prop_assert_eq!(simplified(&text), reference.convert(&text));
    });
}
