//! The order of the hits and what of them is marked.

use super::{builtin, find, paths, today};
use jianbao::find::{Field, Index, Mark, Query, Scope, Way, Why};
use jianbao::plan::Slot;

#[test]
fn better_reasons_come_first() {
    for typed in [
        "前海",
        "qianhai",
        "qh",
        "cinhoi",
        "合作",
        "hong kong",
        "30",
        "56",
        "2026",
        "平台",
        "zhongxin",
        "a",
        "中",
    ] {
        if !typed.contains(' ') {
            let whys: Vec<Why> = find(typed).hits.iter().map(|hit| hit.why).collect();
            assert!(whys.is_sorted(), "{typed}: {whys:?}");
        }
    }
}

#[test]
fn each_reason_is_given() {
    for (typed, path, why) in [
        ("56", "qianhai-2026/overview/tasks", Why::ExactFigure),
        ("前海", "qianhai-2026/overview/qianhai", Why::ExactTitle),
        ("Qatar", "ce-visits/2025-middle-east/qatar", Why::ExactTitle),
        ("qianhai", "gba-platforms/four-platforms/qianhai", Why::ExactSound),
        ("前海", "qianhai-2026/rules/qianhai-court", Why::Prefix),
        ("metropolis", "qianhai-2026/industry/2-7", Why::Prefix),
        ("2026-09", "china-belarus/hk-role/summit", Why::Date),
        ("沙盒", "qianhai-2026/rules/reg-sandbox", Why::Inside),
        ("shahe", "qianhai-2026/rules/reg-sandbox", Why::Phonetic),
        ("jgsh", "qianhai-2026/rules/reg-sandbox", Why::Initials),
        (">50", "qianhai-2026/overview/tasks", Why::Listed),
        ("沙盒", "qianhai-2026/rules/sandbox", Why::Inside),
        ("56", "qianhai-2026/overview/issued", Why::Detail),
        ("2026-06", "ce-visits/2026-central-asia/agreements", Why::AsOf),
        ("ruzhulv", "qianhai-2026/e-hub/model-1510", Why::DetailSound),
        ("河套", "hetao-shenzhen/flows/money-policy", Why::Context),
    ] {
        let found = find(typed);
        let item = builtin().0.find_path(path).unwrap();
        let hit =
            found.hits.iter().find(|hit| hit.item == item).unwrap_or_else(|| panic!("{typed}: no {path}"));
        assert_eq!(hit.why, why, "{typed} {path}");
    }
}

#[test]
fn the_plan_on_screen_comes_first_among_equals() {
    let (library, index) = builtin();
    for here in 0..library.plans.len() {
        let scope = Scope { plan: None, here: Some(here), limit: 300 };
        let found = index.search(&Query::parse("合作", today()), &scope, &|| false).unwrap();
        let whys: Vec<Why> = found.hits.iter().map(|hit| hit.why).collect();
        assert!(whys.is_sorted());
        if found.hits.iter().any(|hit| hit.item.plan == here && hit.why == Why::Prefix) {
            let first = found.hits.iter().find(|hit| hit.why == Why::Prefix).unwrap();
            assert_eq!(first.item.plan, here);
        }
    }
}

#[test]
fn equals_stand_in_reading_order() {
    let found = find("kind:number");
    let items: Vec<_> = found.hits.iter().map(|hit| hit.item).collect();
    assert!(items.is_sorted());
    assert!(items.iter().all(|item| matches!(item.slot, Slot::Number(_))));
}

/// The texts marked in the first hit, as field and characters.
fn marked(typed: &str) -> Vec<(Field, String)> {
    let library = &builtin().0;
    let found = find(typed);
    let hit = found.hits.first().unwrap_or_else(|| panic!("{typed} is not found"));
    let text = |mark: &Mark| mark.field.text(library, hit.item).unwrap()[mark.range.clone()].to_owned();
    hit.marks.iter().map(|mark| (mark.field, text(mark))).collect()
}

#[test]
fn what_was_typed_or_sounds_so_is_marked() {
    for (typed, field, text) in [
        ("前海", Field::Heading, "前海"),
        ("qianhai", Field::Heading, "前海"),
        ("qianhai", Field::En, "Qianhai"),
        ("cinhoi", Field::Heading, "前海"),
        ("qh", Field::Heading, "前海"),
        ("前hai", Field::Heading, "前海"),
        ("就学就医", Field::Heading, "就學、就醫"),
        ("sandbox", Field::En, "sandbox"),
        ("shahe", Field::Heading, "沙盒"),
        ("co-operation hetao", Field::En, "Co-operation"),
        ("cooperation hetao", Field::En, "Co-operation"),
        ("56", Field::Figure, "56條"),
        ("1.65b", Field::Figure, "逾16.5億美元"),
        ("1n", Field::Heading, "1+N"),
        ("中亞 協議", Field::Section, "中亞"),
        ("zhongya 96", Field::Section, "中亞"),
        ("前海 任務", Field::Plan, "前海"),
        ("150萬平方米", Field::Figure, "150萬平方米以上"),
    ] {
        let marks = marked(typed);
        assert!(marks.contains(&(field, text.to_owned())), "{typed}: {marks:?}");
    }
}

#[test]
fn marks_are_sound_for_every_item_and_many_words() {
    let (library, _) = builtin();
    for typed in
        ["港", "g", "gang", "hong", "中心", "zhongxin", "zx", "2026", "合作 g", "a b", "1", "（", "「港"]
    {
        for hit in find(typed).hits {
            for mark in &hit.marks {
                let text = mark.field.text(library, hit.item).unwrap();
                assert!(
                    text.get(mark.range.clone()).is_some_and(|text| !text.is_empty()),
                    "{typed} {mark:?} {text}"
                );
            }
            let apart =
                |pair: &[Mark]| pair[0].field < pair[1].field || pair[0].range.end < pair[1].range.start;
            assert!(hit.marks.windows(2).all(apart), "{typed} {:?}", hit.marks);
        }
    }
}

#[test]
fn without_a_hit_it_says_what_was_tried() {
    for (typed, ways) in [
        ("龘", vec![Way::Characters]),
        ("qqqqzz", vec![Way::English, Way::Pinyin, Way::Jyutping]),
        ("987654321", vec![Way::Number]),
        ("1999年", vec![Way::Characters, Way::Number, Way::Date]),
    ] {
        let found = find(typed);
        assert_eq!((found.total, found.tried), (0, ways), "{typed}");
    }
}

#[test]
fn the_best_come_first_whatever_the_limit() {
    let (_, index) = builtin();
    for typed in ["前海", "合作 平台", "zhong", "2026", "next"] {
        let all = paths(typed);
        for limit in [0, 1, 3, 20] {
            let scope = Scope { plan: None, here: None, limit };
            let found = index.search(&Query::parse(typed, today()), &scope, &|| false).unwrap();
            let few: Vec<String> = found.hits.iter().map(|hit| builtin().0.path(hit.item).unwrap()).collect();
            assert_eq!(few, all[..limit.min(all.len())], "{typed} {limit}");
            assert_eq!(found.total, all.len());
        }
    }
}

#[test]
fn an_empty_library_finds_nothing() {
    let index = Index::build(&jianbao::plan::Library::default());
    assert!(index.is_empty());
    let scope = Scope { plan: None, here: Some(3), limit: 10 };
    for typed in ["前海", "qianhai", ">5", "next", "kind:number", "plan:前海", "q", ""] {
        assert_eq!(index.search(&Query::parse(typed, today()), &scope, &|| false).unwrap().total, 0);
    }
}
