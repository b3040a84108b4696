//! One row a rule: the change, and where the breach is found.

use std::collections::HashSet;

use jianbao::lang::Lang;
use jianbao::plan::{Encoding, Problem, RULES, Reason};
use jianbao::text;

use super::library::Change::{Add, Break, NoPlan, Replace};
use super::library::{Change, problems_after};

/// The rule, the change that breaks it, the place, and what the carets stand under (nothing where the
/// file as a whole is meant).
type Row = (&'static str, Change, &'static str, &'static str);

#[rustfmt::skip]
fn table() -> Vec<Row> {
    vec![
        ("no-plan", NoPlan, "trial/plan.toml", ""),
        ("unreadable-file", Break("two", Reason::NotAFile), "trial/two.toml", ""),
        ("unreadable-file", Break("two", Reason::TooLarge(9)), "trial/two.toml", ""),
        ("unreadable-file", Break("two", Reason::Unreadable("denied".to_owned())), "trial/two.toml", ""),
        ("not-utf8", Break("two", Reason::NotUtf8 { at: 3, looks: Some(Encoding::Big5) }), "trial/two.toml", ""),
        ("syntax", Replace("two", "part = 2", "part = "), "trial/two.toml:4:8", ""),
        ("unknown-key", Replace("one", "label =", "lable ="), "trial/one.toml:22:1", "lable"),
        ("wrong-type", Replace("two", "part = 2", "part = \"二\""), "trial/two.toml:4:8", "\"二\""),
        ("missing-key", Replace("two", "label = \"增加企業\"\n", ""), "trial/two.toml:9:1", "[[number]]"),
        ("missing-source", Replace("one", "sources = [\"press\"]\n\n[[event]]", "\n[[event]]"), "trial/one.toml:20:1", "[[number]]"),
        ("missing-source", Replace("two", "sources = [\"press\"]", "sources = []"), "trial/two.toml:18:11", "[]"),
        ("missing-as-of", Replace("two", "as_of = \"2026-06\"\n", ""), "trial/two.toml:9:1", "[[number]]"),
        ("missing-english", Replace("two", "en = \"More firms\"\n", ""), "trial/two.toml:9:1", "[[number]]"),
        ("empty-text", Replace("two", "另一個數字。", " "), "trial/two.toml:3:11", "\" \""),
        ("unknown-word", Replace("two", "\"plan\"", "\"hope\""), "trial/two.toml:14:8", "\"hope\""),
        ("bad-id", Replace("two", "firms-2", "企業"), "trial/two.toml:10:6", "\"企業\""),
        ("repeated-id", Replace("one", "\"opening\"", "\"start\""), "trial/one.toml:31:6", "\"start\""),
        ("repeated-id", Replace("plan", "date = \"2026-06\"", "date = \"2026-06\"\n[[source]]\nid = \"press\"\noutlet = \"某報\"\ntitle = \"又\"\ndate = \"2026\""), "trial/plan.toml:21:6", "\"press\""),
        ("unreadable-figure", Replace("two", "20個以上", "數十個"), "trial/two.toml:13:10", "\"數十個\""),
        ("unreadable-date", Replace("one", "2026-06-01", "2026年6月"), "trial/one.toml:32:8", "\"2026年6月\""),
        ("dangling-reference", Replace("two", "sources = [\"press\"]", "sources = [\"pres\"]"), "trial/two.toml:18:12", "\"pres\""),
        ("dangling-reference", Replace("two", "\"one/firms\"", "\"one/firm\""), "trial/two.toml:17:12", "\"one/firm\""),
        ("dangling-reference", Replace("plan", "\"one/firms\"", "\"one/try\""), "trial/plan.toml:9:13", "\"one/try\""),
        ("more-listed", Replace("plan", "parts = 2", "parts = 1"), "trial/plan.toml:12:9", "1"),
        ("unlisted-section", Add("three", "title = \"三\"\nen = \"Three\"\nsummary = \"三。\"\n"), "trial/three.toml", ""),
        ("series-unit", Replace("two", "20個以上", "20公里"), "trial/two.toml:13:10", "\"20公里\""),
        ("unsafe-character", Replace("two", "另一個", "另\u{202E}一個"), "trial/two.toml:3:11", "\"另\u{FFFD}一個數字。\""),
        ("unused-source", Replace("plan", "date = \"2026-06\"", "date = \"2026-06\"\n[[source]]\nid = \"blog\"\noutlet = \"某誌\"\ntitle = \"又\"\ndate = \"2026\""), "trial/plan.toml:21:6", "\"blog\""),
        ("undeclared-total", Replace("plan", "parts = 2\n", ""), "trial/one.toml:4:8", "1"),
        ("undeclared-total", Replace("one", "[declared]\nmeasures = 1\n", ""), "trial/one.toml:4:8", "1"),
        ("simplified-character", Replace("two", "另一個數字", "另一個数字"), "trial/two.toml:3:15", "数"),
        ("character-width", Replace("one", "措施、一個", "措施,一個"), "trial/one.toml:3:16", ","),
        ("character-width", Replace("two", "More firms", "More firms（plan"), "trial/two.toml:12:17", "（"),
        ("not-nfc", Replace("two", "More firms", "Cafe\u{301}s"), "trial/two.toml:12:10", "e\u{301}"),
        ("not-nfc", Replace("two", "另一個", "另\u{F914}個"), "trial/two.toml:3:13", "\u{F914}"),
        ("too-long", Replace("plan", "short = \"試行\"", "short = \"試行試行計劃\""), "trial/plan.toml:2:14", "計劃"),
        ("outside-period", Replace("one", "2026-06-01", "2025-12-31"), "trial/one.toml:32:8", "\"2025-12-31\""),
        ("outside-period", Replace("one", "2026-06-01", "2028-33"), "trial/one.toml:32:8", "\"2028-33\""),
        ("stale-number", Replace("two", "\"2026-06\"", "\"2025-01\""), "trial/two.toml:15:9", "\"2025-01\""),
    ]
}

/// What the carets of a problem stand under.
fn meant(problem: &Problem) -> String {
    let excerpt = problem.excerpt.as_ref();
    excerpt.map_or_else(String::new, |it| text::take_columns(&it.line, it.from, it.columns).into_owned())
}

#[test]
fn a_change_breaks_its_rule_at_its_place() {
    let mut missed = Vec::new();
    for (rule, change, address, caret) in table() {
        let found: Vec<_> = problems_after(&change)
            .iter()
            .map(|it| (it.reason.rule().name, it.address(), meant(it)))
            .collect();
        if !found.contains(&(rule, address.to_owned(), caret.to_owned())) {
            missed.push(format!("{rule} at {address} under {caret}, but {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn the_library_is_sound_before_the_change() {
    assert_eq!(problems_after(&Replace("one", "試行", "試行")), []);
}

#[test]
fn every_rule_has_a_change_that_breaks_it() {
    let broken: HashSet<_> = table().into_iter().map(|(rule, ..)| rule).collect();
    let rules: HashSet<_> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(rules.len(), RULES.len(), "a name stands twice");
    assert_eq!(broken, rules);
}

#[test]
fn every_problem_is_worded_in_every_language_with_all_gaps_filled() {
    for (rule, change, ..) in table() {
        for problem in problems_after(&change) {
            for lang in Lang::ALL {
                let words = problem.reason.words(lang);
                assert!(!words.is_empty() && !words.contains(['{', '}']), "{rule}: {words}");
                let (wrong, instead) = problem.reason.parts(lang);
                let glue = |text: &str| text.replace(' ', "");
                assert_eq!(glue(&words), glue(&format!("{wrong}{instead}")), "{rule}");
                assert!(!problem.reason.rule().doc(lang).is_empty());
            }
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_says_nothing_of_what_it_might_cite() {
    let found = problems_after(&Replace("one", "part = 1", "part = "));
    assert!(found.iter().all(|problem| problem.reason.rule().name != "unused-source"), "{found:?}");
}
