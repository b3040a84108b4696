//! Several words, phrases, and words that narrow.

use super::{builtin, find, must_find, must_not_find, today};
use jianbao::find::{Query, Scope};
use jianbao::plan::Slot;

#[test]
fn all_words_must_match_in_any_text_of_an_item_its_section_or_plan() {
    must_find(&[
        ("中亞 協議", "ce-visits/2026-central-asia/agreements"),
        ("协议 中亚", "ce-visits/2026-central-asia/agreements"),
        ("zhongya 96", "ce-visits/2026-central-asia/agreements"),
        ("96 zhongya", "ce-visits/2026-central-asia/agreements"),
        ("hetao 2025", "hetao-shenzhen/resources-2025/due"),
        ("前海 任務", "qianhai-2026/overview/tasks"),
        ("qianhai renwu", "qianhai-2026/overview/tasks"),
        ("qianhai tasks", "qianhai-2026/overview/tasks"),
        ("qian hai", "qianhai-2026/overview/qianhai"),
        ("前 海", "qianhai-2026/overview/qianhai"),
        ("深港匯 門檻", "qianhai-2026/hub/revenue-threshold"),
        ("e-hub firms", "qianhai-2026/e-hub/firms"),
        ("夢工場 企業", "qianhai-2026/e-hub/firms"),
        ("河套 面積", "hetao-shenzhen/overview/area"),
        ("hetao area", "gba-platforms/four-platforms/hetao-area"),
        ("橫琴 面積", "gba-platforms/four-platforms/hengqin-area"),
        ("中亞 代表團", "ce-visits/2026-central-asia/delegation"),
        ("delegation central asia", "ce-visits/2026-central-asia/delegation"),
        ("代表團 2025", "ce-visits/2025-middle-east/delegation"),
        ("qatar visa", "ce-visits/2025-middle-east/visa-qatar"),
        ("卡塔爾 30天", "ce-visits/2025-middle-east/visa-qatar"),
        ("阿曼 14", "ce-visits/2025-middle-east/visa-oman"),
        ("中白 投資", "china-belarus/park/investment"),
        ("zhongbai 17億", "china-belarus/park/investment"),
        ("廣東 量子", "guangdong-15fyp/future/quantum"),
        ("guangdong quantum", "guangdong-15fyp/future/quantum"),
        ("前海 數字", "qianhai-2026/overview/tasks"),
        ("數字 hetao", "hetao-shenzhen/overview/area"),
        ("前海 措施", "qianhai-2026/rules/1-1"),
        ("measures qianhai", "qianhai-2026/rules/1-1"),
        ("河套 timeline", "hetao-shenzhen/signing/signing-day"),
        ("kind:event 河套", "hetao-shenzhen/signing/signing-day"),
        ("plan:河套 平台", "hetao-shenzhen/resources-2025/platforms"),
        ("plan:hetao 平台", "hetao-shenzhen/resources-2025/platforms"),
        ("plan:ht pingtai", "hetao-shenzhen/resources-2025/platforms"),
        ("kind:數字 >50", "qianhai-2026/overview/tasks"),
        ("各方 前海", "qianhai-2026/reactions/tam-wan-chi"),
        ("詞彙 沙盒", "qianhai-2026/rules/reg-sandbox"),
        ("next generation", "hetao-shenzhen/industry/it"),
        ("\"registered vets\"", "qianhai-2026/rules/vets"),
    ]);
    must_not_find(&[
        ("中亞 獸醫", "ce-visits/2026-central-asia/agreements"),
        ("前海 數字", "qianhai-2026/overview/qianhai"),
        ("plan:前海 平台", "hetao-shenzhen/resources-2025/platforms"),
        ("\"協議 中亞\"", "ce-visits/2026-central-asia/agreements"),
        ("kind:number 前海", "qianhai-2026/overview/qianhai"),
        ("詞彙 沙盒", "qianhai-2026/rules/sandbox"),
    ]);
}

#[test]
fn narrowing_words_alone_list_what_they_name() {
    let all = |typed: &str, fits: fn(Slot) -> bool| {
        let found = find(typed);
        assert!(found.total > 20, "{typed}");
        assert!(found.hits.iter().all(|hit| fits(hit.item.slot)), "{typed}");
    };
    all("kind:number", |slot| matches!(slot, Slot::Number(_)));
    all("kind:measures", |slot| matches!(slot, Slot::Measure(_) | Slot::Task(..)));
    all("kind:task", |slot| matches!(slot, Slot::Task(..)));
    all("pane:時間線", |slot| matches!(slot, Slot::Event(_)));
    all("timeline", |slot| matches!(slot, Slot::Event(_)));
    all("kind:各方", |slot| matches!(slot, Slot::Voice(_)));
    let plan = find("plan:前海");
    assert!(plan.total > 100 && plan.hits.iter().all(|hit| hit.item.plan == 0));
}

#[test]
fn a_scope_keeps_to_one_plan() {
    let (library, index) = builtin();
    for plan in 0..library.plans.len() {
        let scope = Scope { plan: Some(plan), here: None, limit: 500 };
        let found = index.search(&Query::parse("香港", today()), &scope, &|| false).unwrap();
        assert!(found.total > 0 && found.hits.iter().all(|hit| hit.item.plan == plan));
        assert_eq!(found.total, found.hits.len());
    }
}
