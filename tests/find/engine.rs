//! The engine under bad input: whatever is typed, an answer at once and never a panic.

use super::{builtin, find, today};
use jianbao::find::{Query, Scope};
use proptest::prelude::*;
use std::cell::Cell;
use std::time::{Duration, Instant};

/// A query made of what people type and of what they never would.
fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[a-z]{1,12}",
        "[a-z0-9 ]{0,20}",
        "[\\x00-\\x20]{0,5}",
        "[。，、！？「」（）“”\"'《》 　]{0,8}",
        "[0-9.,%億萬千百十一二三兩年月日天份個<>=≥~至-]{0,12}",
        "[前海河套香港中亞合作平台重行長樂]{1,6}",
        "(plan|kind|pane|規劃)[:：]?[a-z前海數字]{0,6}",
        Just("next".to_owned()),
        "[aeiou]{1,40}",
        "[\u{10000}-\u{10FFFF}\u{202A}-\u{202E}\u{FFF0}-\u{FFFF}]{0,4}",
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_answered(typed in anything(), limit in 0_usize..30) {
        let (library, index) = builtin();
        let scope = Scope { plan: None, here: Some(limit % 9), limit };
        let found = index.search(&Query::parse(&typed, today()), &scope, &|| false).unwrap();
        prop_assert!(found.hits.len() <= limit && found.hits.len() <= found.total);
        for hit in found.hits {
            for mark in hit.marks {
                let text = mark.field.text(library, hit.item).unwrap();
                prop_assert!(text.get(mark.range).is_some());
            }
        }
    }
}

/// 50,000 in CI, where `PROPTEST_CASES` says so; fewer where every test run waits for it.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1_000)
}

#[test]
fn long_and_strange_queries_are_answered_at_once() {
    let long = |piece: &str| piece.repeat(10_000 / piece.chars().count());
    for typed in [
        long("a"),
        long("前"),
        long("前海"),
        long("qianhai"),
        long("前 海 "),
        long("1"),
        long("1,"),
        long("一"),
        long("九十億"),
        long("。"),
        long(" "),
        long("\u{1b}[31m"),
        long("\""),
        long(">"),
        long("a1"),
        long("hahaa"),
        long("\u{FFFD}"),
        long("plan:"),
        long("2026-"),
        long("😀"),
        String::from_utf8_lossy(&[0xFF, 0xC3, 0x28, 0xE5, 0x89]).into_owned(),
    ] {
        let start = Instant::now();
        let found = find(&typed);
        let took = start.elapsed();
        assert!(
            took < Duration::from_millis(1500),
            "{took:?} for {} × {:?}",
            typed.len(),
            typed.chars().next()
        );
        assert!(found.hits.len() <= found.total);
    }
}

#[test]
fn nothing_typed_asks_for_nothing() {
    for typed in ["", " ", "　", "\t\n", "。，、", "\"\"", "「」", "\u{0}", "…——", "\"", "'"] {
        assert!(Query::parse(typed, today()).is_empty(), "{typed:?}");
        assert_eq!(find(typed).total, 0, "{typed:?}");
    }
}

#[test]
fn a_superseded_search_stops() {
    let (_, index) = builtin();
    let scope = Scope { plan: None, here: None, limit: 10 };
    assert!(index.search(&Query::parse("qianhai", today()), &scope, &|| true).is_none());
    let asked = Cell::new(0);
    let later = || {
        asked.set(asked.get() + 1);
        asked.get() > 2
    };
    assert!(index.search(&Query::parse("qianhai hetao zhongya", today()), &scope, &later).is_none());
    assert_eq!(asked.get(), 3);
}

#[test]
fn an_index_goes_to_other_threads() {
    fn shared<T: Send + Sync + 'static>(_: &T) {}
    shared(&builtin().1);
}
