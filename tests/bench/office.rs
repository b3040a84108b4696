//! The library of a large policy office, made up: as many sections as asked for, a score to a plan, in realistic
//! Traditional Chinese, with numbers, dates, sources and references from plan to plan; the same for the same seed,
//! and clean under `check`.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::dice::Dice;

/// Sections of a plan.
const OF_A_PLAN: usize = 20;

const PLACES: &[(&str, &str)] = &[
    ("前海", "Qianhai"),
    ("河套", "Hetao"),
    ("橫琴", "Hengqin"),
    ("南沙", "Nansha"),
    ("東莞", "Dongguan"),
    ("惠州", "Huizhou"),
    ("佛山", "Foshan"),
    ("中山", "Zhongshan"),
    ("江門", "Jiangmen"),
    ("肇慶", "Zhaoqing"),
    ("珠海", "Zhuhai"),
    ("廣州", "Guangzhou"),
    ("深圳", "Shenzhen"),
    ("香港", "Hong Kong"),
    ("澳門", "Macao"),
    ("新田", "San Tin"),
];

const FIELDS: &[(&str, &str)] = &[
    ("跨境物流", "cross-border logistics"),
    ("人才交流", "talent exchange"),
    ("金融服務", "financial services"),
    ("生物醫藥", "biomedicine"),
    ("數據流通", "data flows"),
    ("法律服務", "legal services"),
    ("青年創業", "youth start-ups"),
    ("低空經濟", "the low-altitude economy"),
    ("綠色能源", "green energy"),
    ("專業認證", "professional accreditation"),
    ("航運樞紐", "the shipping hub"),
    ("人工智能", "artificial intelligence"),
    ("會展旅遊", "exhibitions and tourism"),
    ("知識產權", "intellectual property"),
    ("科研成果", "research results"),
    ("海洋經濟", "the marine economy"),
];

const DEEDS: &[(&str, &str)] = &[
    ("設立", "Set up"),
    ("擴大", "Expand"),
    ("簡化", "Simplify"),
    ("試行", "Pilot"),
    ("統一", "Unify"),
    ("開放", "Open"),
    ("資助", "Fund"),
    ("檢討", "Review"),
    ("推廣", "Promote"),
    ("延長", "Extend"),
];

const THINGS: &[(&str, &str)] = &[
    ("一站式平台", "a one-stop platform"),
    ("互認機制", "a mutual-recognition scheme"),
    ("聯合實驗室", "a joint laboratory"),
    ("專項基金", "a dedicated fund"),
    ("通關安排", "clearance arrangements"),
    ("服務中心", "a service centre"),
    ("標準清單", "a list of standards"),
    ("聯席會議", "a joint conference"),
    ("培訓計劃", "a training programme"),
    ("資料庫", "a database"),
];

const CLAUSES: &[&str] = &[
    "由兩地部門共同跟進，每半年檢視一次進度",
    "先在園區內試行，成熟後再推展至其他城市",
    "申請手續減至三項，辦理時間縮短一半",
    "參與機構須提交年度報告，內容向公眾公開",
    "經費由財政撥款與業界共同承擔",
    "首階段涵蓋中小企業，其後擴展至全行業",
    "名單定期更新，並設有覆核渠道",
    "專責小組負責協調，遇有爭議交由聯席會議處理",
    "相關設施可供兩地人員共用",
    "資助額按實際開支計算，設有上限",
];

const UNITS: &[&str] = &["項", "個", "家", "份", "億元", "萬平方米", "公里", "人次", "宗", "天"];

impl Dice {
    /// What is done where, in Chinese and English.
    fn deed(&mut self) -> (String, String) {
        let ((deed, do_it), (place, at)) = (*self.pick(DEEDS), *self.pick(PLACES));
        let ((field, of), (thing, it)) = (*self.pick(FIELDS), *self.pick(THINGS));
        (format!("{deed}{place}{field}{thing}"), format!("{do_it} {it} for {of} in {at}"))
    }

    /// Two or three clauses in a row.
    fn prose(&mut self) -> String {
        let from = self.roll(CLAUSES.len());
        let count = 2 + self.roll(2);
        let clauses: Vec<&str> = (0..count).map(|nth| CLAUSES[(from + nth * 3) % CLAUSES.len()]).collect();
        format!("{}。", clauses.join("；"))
    }

    fn day(&mut self, year: usize) -> String {
        format!("{year}-{:02}-{:02}", 1 + self.roll(12), 1 + self.roll(28))
    }
}

/// The id of a plan.
fn plan_id(nth: usize) -> String {
    format!("plan-{nth:05}")
}

/// Writes a library of so many `sections` into `folder`. Returns the bytes written.
///
/// # Errors
/// Where a file can't be written.
pub(crate) fn write(folder: &Path, sections: usize, seed: u64) -> io::Result<usize> {
    let plans = sections.div_ceil(OF_A_PLAN);
    let mut bytes = 0;
    for nth in 0..plans {
        let at = folder.join(plan_id(nth));
        fs::create_dir_all(&at)?;
        let mut dice = Dice::new(seed ^ ((nth as u64) << 20));
        let here = OF_A_PLAN.min(sections - nth * OF_A_PLAN);
        let text = plan(&mut dice, nth, here);
        bytes += text.len();
        fs::write(at.join("plan.toml"), text)?;
        for section in 0..here {
            let text = self::section(&mut dice, (nth, plans), section);
            bytes += text.len();
            fs::write(at.join(format!("part-{section:02}.toml")), text)?;
        }
    }
    Ok(bytes)
}

fn plan(dice: &mut Dice, nth: usize, sections: usize) -> String {
    let ((place, at), (field, of)) = (*dice.pick(PLACES), *dice.pick(FIELDS));
    let year = 2015 + nth % 12;
    let names: Vec<String> = (0..sections).map(|section| format!("\"part-{section:02}\"")).collect();
    format!(
        "title = \"{place}{field}發展規劃（第{no}號）\"\nshort = \"{place}{no}\"\nen = \"Plan {no} for {of} in \
         {at}\"\norder = {no}\nissuer = \"政策統籌辦公室\"\nissuer_en = \"Policy Coordination Office\"\nperiod = \
         \"{year}/{end}\"\nbottom_line = \"{place}以{field}為重點，分{sections}個章節列出措施和指標。{prose}\"\n\
         bottom_line_en = \"Measures and targets for {of} in {at}.\"\nsections = [{names}]\nheadline = \
         [\"part-00/number-0\"]\n\n[[source]]\nid = \"gazette\"\noutlet = \"政策公報\"\ntitle = \
         \"{place}{field}規劃第{no}號\"\nen = \"Gazette no. {no}\"\ndate = \"{year}-01\"\n\n[[source]]\nid = \
         \"report\"\noutlet = \"進度報告\"\ntitle = \"第{no}號規劃進度\"\nen = \"Progress on plan {no}\"\ndate = \
         \"{year}-06\"\n",
        no = nth + 1,
        end = year + 5,
        prose = dice.prose(),
        names = names.join(", "),
    )
}

fn section(dice: &mut Dice, (plan, plans): (usize, usize), nth: usize) -> String {
    let ((place, at), (field, of)) = (*dice.pick(PLACES), *dice.pick(FIELDS));
    let (title, en) = (format!("{place}{field}"), format!("{at}: {of}"));
    let mut text = format!(
        "title = \"{title}\"\nen = \"{en}\"\nsummary = \"{}{}\"\nsummary_en = \"{en}, with figures.\"\n",
        dice.prose(),
        dice.prose(),
    );
    let year = 2015 + plan % 12;
    for at in 0..4 {
        measure(dice, at, &mut text);
    }
    for at in 0..3 {
        number(dice, (at, year), &mut text);
    }
    for at in 0..2 {
        event(dice, (at, year), &mut text);
    }
    // One term points into another plan, as in an office where everything refers to everything.
    let ((place, at), other) = (*dice.pick(PLACES), (plan * 7 + nth + 1) % plans);
    let related = if other == plan {
        "part-00/number-0".to_owned()
    } else {
        format!("{}/part-00/number-0", plan_id(other))
    };
    let _ = write!(
        text,
        "\n[[term]]\nid = \"term\"\nname = \"{place}管理局\"\nen = \"{at} Authority\"\nkind = \
         \"organisation\"\nexplain = \"{}\"\nrelated = [\"{related}\"]\nsources = [\"gazette\"]\n",
        dice.prose()
    );
    text
}

fn measure(dice: &mut Dice, at: usize, text: &mut String) {
    let (title, en) = dice.deed();
    let _ = write!(
        text,
        "\n[[measure]]\nid = \"measure-{at}\"\ntitle = \"{title}\"\nen = \"{en}\"\ndetail = \"{}\"\ntags = \
         [\"{}\"]\nsources = [\"gazette\"]\n",
        dice.prose(),
        dice.pick(FIELDS).0
    );
}

fn number(dice: &mut Dice, (at, year): (usize, usize), text: &mut String) {
    let (label, en) = dice.deed();
    let qualifier = *dice.pick(&["", "約", "逾", "不少於"]);
    let _ = write!(
        text,
        "\n[[number]]\nid = \"number-{at}\"\nlabel = \"{label}\"\nen = \"{en}\"\nfigure = \
         \"{qualifier}{}{}\"\ncounts = \"{}\"\nkind = \"{}\"\nas_of = \"{}\"\nsources = [\"report\"]\n",
        1 + dice.roll(999),
        *dice.pick(UNITS),
        *dice.pick(CLAUSES),
        *dice.pick(&["actual", "target", "plan"]),
        dice.day(year),
    );
}

fn event(dice: &mut Dice, (at, year): (usize, usize), text: &mut String) {
    let (title, en) = dice.deed();
    let later = year + dice.roll(5);
    let _ = write!(
        text,
        "\n[[event]]\nid = \"event-{at}\"\ndate = \"{}\"\ntitle = \"{title}\"\nen = \"{en}\"\ndetail = \
         \"{}\"\nsources = [\"report\"]\n",
        dice.day(later),
        dice.prose()
    );
}
