//! Pinyin without tones: whole, in part, initials, mixed with characters and digits, characters of several readings.

use super::{must_find, must_not_find, paths};
use jianbao::find::{Index, Query, Scope};
use jianbao::plan::{Library, SourceFile};

#[test]
fn pinyin_is_found_whole_and_in_part() {
    must_find(&[
        ("qianhai", "qianhai-2026/overview/qianhai"),
        ("qianh", "qianhai-2026/overview/qianhai"),
        ("hetao", "hetao-shenzhen/overview/hetao"),
        ("zhongya", "hk-fyp-regional/global/central-asia"),
        ("xieyi", "ce-visits/2026-central-asia/agreements"),
        ("juti renwu", "qianhai-2026/overview/tasks"),
        ("shahe", "qianhai-2026/rules/sandbox"),
        ("shouyi", "qianhai-2026/rules/vets"),
        ("dikong", "guangdong-15fyp/emerging/low-altitude"),
        ("liangzi", "guangdong-15fyp/future/quantum"),
        ("qingneng", "guangdong-15fyp/future/hydrogen"),
        ("lvse", "hk-fyp-regional/belt-road/field-green"),
        ("luse", "hk-fyp-regional/belt-road/field-green"),
        ("lüse", "guangdong-15fyp/computing/green"),
        ("lvyou", "hk-fyp-regional/belt-road/field-tourism"),
        ("luyou", "qianhai-2026/industry/yacht-travel"),
        ("chengguozhuanhua", "hk-fyp-regional/gba/research-transfer"),
        ("daibiaotuan", "ce-visits/2026-central-asia/delegation"),
        ("katae", "ce-visits/2025-middle-east/qatar"),
        ("kataer", "ce-visits/2025-middle-east/qatar"),
        ("mianqianzheng", "ce-visits/2026-central-asia/visa-days"),
        ("ruzhulv", "qianhai-2026/e-hub/occupancy"),
        ("beibuduhuiqu", "qianhai-2026/industry/northern-metropolis"),
        ("chongjian", "hetao-shenzhen/resources-2025/huanggang-task"),
        ("zhongdian", "guangdong-15fyp/future/five-fields"),
        ("hangkong", "hk-fyp-regional/gba/hard-aviation"),
        ("hangye", "guangdong-15fyp/data/datasets"),
        ("xianxingxianshi", "qianhai-2026/overview/pilot-first"),
        ("dui'jie", "qianhai-2026/rules/pilot-rules"),
        ("zhaoshangju", "china-belarus/exchange/cmg"),
        ("changsanjiao", "gba-platforms/leading-group/yrd"),
        ("changjiang", "gba-platforms/leading-group/yreb"),
        ("shizhang", "hetao-shenzhen/signing/announced"),
        ("tiaojie", "qianhai-2026/rules/mediation"),
        ("zhongbaigongyeyuan", "china-belarus/park/park-term"),
        ("zhongyaxieyi", "ce-visits/2026-central-asia/agreements"),
    ]);
    must_not_find(&[
        ("qianhai", "ce-visits/2026-central-asia/agreements"),
        ("zhongya", "guangdong-15fyp/future/hydrogen"),
        ("ianhai", "qianhai-2026/overview/qianhai"),
        ("xieyi", "qianhai-2026/overview/tasks"),
        ("hangkon", "qianhai-2026/overview/tasks"),
    ]);
}

#[test]
fn initials_and_mixtures_are_found() {
    must_find(&[
        ("qh", "qianhai-2026/overview/qianhai"),
        ("ht", "hetao-shenzhen/overview/hetao"),
        ("zy", "hk-fyp-regional/global/central-asia"),
        ("dwq", "qianhai-2026/overview/gba"),
        ("ygadwq", "qianhai-2026/overview/gba"),
        ("jtrw", "qianhai-2026/overview/tasks"),
        ("jgsh", "qianhai-2026/rules/reg-sandbox"),
        ("bbdhq", "qianhai-2026/industry/northern-metropolis"),
        ("ydyl", "hk-fyp-regional/belt-road/belt-road-initiative"),
        ("yglz", "qianhai-2026/overview/one-country"),
        ("zcq", "qianhai-2026/hub/go-out"),
        ("mfj", "go-global/task-force/hktdc-term"),
        ("tzs", "go-global/task-force/investhk"),
        ("ljc", "ce-visits/2023-middle-east/john-lee"),
        ("cgj", "hetao-shenzhen/hk-park/chan-kwok-ki"),
        ("zbgyy", "china-belarus/park/park-term"),
        ("csj", "gba-platforms/leading-group/yrd"),
        ("zsj", "gba-platforms/leading-group/yrd"),
        ("hkht", "guangdong-15fyp/emerging/aerospace"),
        ("前hai", "qianhai-2026/overview/qianhai"),
        ("qian海", "qianhai-2026/overview/qianhai"),
        ("前h", "qianhai-2026/overview/qianhai"),
        ("中ya", "hk-fyp-regional/global/central-asia"),
        ("河tao", "hetao-shenzhen/overview/hetao"),
        ("大wan區", "qianhai-2026/overview/gba"),
        ("qianhai56", "qianhai-2026/overview/tasks"),
        ("前海56", "qianhai-2026/overview/tasks"),
        ("中亞96", "ce-visits/2026-central-asia/agreements"),
        ("zhongya96", "ce-visits/2026-central-asia/agreements"),
        ("hetao2025", "hetao-shenzhen/resources-2025/due"),
        ("72xiaoshi", "qianhai-2026/rules/72h"),
        ("apec國際", "qianhai-2026/industry/2-8"),
        ("apecguoji", "qianhai-2026/industry/2-8"),
        ("diliudai", "guangdong-15fyp/future/six-g-term"),
    ]);
    must_not_find(&[
        ("qh", "ce-visits/2026-central-asia/agreements"),
        ("jgsh", "qianhai-2026/overview/tasks"),
        ("前tao", "qianhai-2026/overview/qianhai"),
        ("河hai", "hetao-shenzhen/overview/hetao"),
    ]);
}

/// A library of one section with these terms.
fn terms(names: &[&str]) -> Library {
    let plan = "title = \"試\"\nshort = \"試\"\nen = \"Try\"\norder = 1\nissuer = \"試\"\nbottom_line = \"試。\"\nsections = [\"s\"]\n\
        [[source]]\nid = \"a\"\noutlet = \"報\"\ntitle = \"題\"\ndate = \"2026\"\n";
    let mut section = "title = \"節\"\nen = \"Part\"\nsummary = \"述。\"\n".to_owned();
    for (n, name) in names.iter().enumerate() {
        let name = format!("[[term]]\nid = \"t{n}\"\nname = \"{name}\"\nkind = \"concept\"\n");
        section += &(name + "en = \"x\"\nexplain = \"釋。\"\nsources = [\"a\"]\n");
    }
    let file = |path: &str, text: String| SourceFile { path: path.to_owned(), text: Ok(text.into()) };
    Library::from_files(&[file("p/plan.toml", plan.to_owned()), file("p/s.toml", section)])
}

#[test]
fn every_common_reading_of_a_character_is_heard() {
    let words = [
        ("重慶", "chongqing"),
        ("重慶", "cq"),
        ("重要", "zhongyao"),
        ("銀行", "yinhang"),
        ("銀行", "yh"),
        ("行動", "xingdong"),
        ("會計", "kuaiji"),
        ("會議", "huiyi"),
        ("音樂", "yinyue"),
        ("快樂", "kuaile"),
        ("都會", "duhui"),
        ("都是", "doushi"),
        ("長沙", "changsha"),
        ("校長", "xiaozhang"),
        ("調查", "diaocha"),
        ("調整", "tiaozheng"),
        ("目的", "mudi"),
        ("參差", "cenci"),
        ("投降", "touxiang"),
        ("西藏", "xizang"),
        ("率先", "shuaixian"),
        ("效率", "xiaolv"),
        ("大廈", "dasha"),
        ("廈門", "xiamen"),
        ("角色", "juese"),
        ("睡覺", "shuijiao"),
        ("自覺", "zijue"),
        ("還款", "huankuan"),
        ("供給", "gongji"),
        ("便宜", "pianyi"),
        ("女性", "nvxing"),
        ("重慶銀行", "chongqingyinhang"),
        ("重慶銀行", "cqyh"),
        ("長沙銀行", "changshayinhang"),
        ("銀行", "nganhong"),
        ("重慶", "cunghing"),
        ("重要", "zungjiu"),
        ("校長", "haauzoeng"),
    ];
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    let library = terms(&names);
    assert_eq!(library.items().count(), words.len());
    let index = Index::build(&library);
    for (name, typed) in words {
        let scope = Scope { plan: None, here: None, limit: 100 };
        let found = index.search(&Query::parse(typed, super::today()), &scope, &|| false).unwrap();
        let heard = found.hits.iter().any(|hit| library.item(hit.item).unwrap().heading() == name);
        assert!(heard && found.corrected.is_none(), "{typed} does not find {name}");
    }
}

#[test]
fn a_slip_of_one_letter_is_forgiven_when_nothing_is_found() {
    for (typed, used, path) in [
        ("qianhia", "qianhai", "qianhai-2026/overview/qianhai"),
        ("qinahai", "qianhai", "qianhai-2026/overview/qianhai"),
        ("kazakstan", "kazakhstan", "ce-visits/2026-central-asia/kazakhstan"),
        ("uzbekstan", "uzbekistan", "ce-visits/2026-central-asia/uzbekistan"),
        ("goverment", "government", "ce-visits/2026-central-asia/government"),
        ("zhongyq", "zhongya", "hk-fyp-regional/global/central-asia"),
        ("quantumm", "quantum", "guangdong-15fyp/future/quantum"),
    ] {
        let found = super::find(typed);
        let corrected = found.corrected.unwrap_or_else(|| panic!("{typed} is not corrected"));
        assert_eq!((corrected.typed.as_str(), corrected.used.as_str()), (typed, used));
        assert!(paths(typed).iter().any(|hit| hit == path), "{typed} does not find {path}");
    }
    for typed in ["qianhai", "hetao", "kazakhstan", "龘", "zhuang", "ab"] {
        assert_eq!(super::find(typed).corrected, None, "{typed}");
    }
}
