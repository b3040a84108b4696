//! Wrapping holds to its promises on any text at any width.

use jianbao::text::{width, wrap, wrap_lines};
use unicode_segmentation::UnicodeSegmentation;

use super::random::{MIXED, NASTY, Random};

/// What must hold of any text: nothing lost, nothing halved, nothing too wide.
fn check(s: &str, columns: usize) {
    let ranges = wrap(s, columns);
    let joined: String = ranges.iter().map(|range| &s[range.clone()]).collect();
    assert_eq!(joined, s, "at {columns}");
    let mut clusters: Vec<usize> = s.grapheme_indices(true).map(|(at, _)| at).collect();
    clusters.push(s.len());
    for range in ranges {
        assert!(!range.is_empty(), "{s:?} at {columns}: an empty range");
        assert!(clusters.binary_search(&range.end).is_ok(), "{s:?} at {columns}: split at {}", range.end);
        let line = &s[range];
        let shown = line.trim_end();
        let alone = shown.graphemes(true).count() == 1;
        assert!(width(shown) <= columns || alone, "{s:?} at {columns}: {shown:?} is {}", width(shown));
        assert!(!line.trim_end_matches(['\n', '\r']).contains('\n'), "{s:?} at {columns}: a line end inside");
        if !shown.is_empty() {
            assert_eq!(wrap_lines(shown, columns), [shown], "{s:?} at {columns}: not settled");
        }
    }
}

#[test]
fn holds_on_random_text() {
    let mut random = Random::new(20_261_122);
    for round in 0..20_000 {
        let s = random.text(&MIXED, 24);
        let columns = if round % 4 == 0 { random.below(8) + 1 } else { random.below(120) + 1 };
        check(&s, columns);
    }
}

#[test]
fn holds_on_text_that_was_not_cleaned() {
    let mut random = Random::new(7);
    let parts = [&MIXED[..], &NASTY[..]].concat();
    for _ in 0..4_000 {
        let s = random.text(&parts, 16);
        let columns = random.below(24);
        let joined: String = wrap(&s, columns).into_iter().map(|range| &s[range]).collect();
        assert_eq!(joined, s);
    }
}

#[test]
fn no_width_is_too_small() {
    let s = "深a「港」\n16.5億 📈";
    assert_eq!(wrap(s, 0), wrap(s, 1));
    assert_eq!(wrap_lines(s, 1), ["深", "a", "「", "港", "」", "1", "6", ".", "5", "億", "📈"]);
    assert!(wrap("", 0).is_empty() && wrap("", 80).is_empty());
    assert_eq!(wrap_lines(s, usize::MAX), ["深a「港」", "16.5億 📈"]);
}

#[test]
fn breaks_where_a_reader_would() {
    let table = [
        ("前海管理局Authority", 12, "前海管理局|Authority"),
        ("他說，“早日”落實", 8, "他說，|“早日”落|實"),
        ("總值16.5億美元", 12, "總值|16.5億美元"),
        ("總值16.5億美元", 8, "總值|16.5億美|元"),
        ("於2026年1月5日起", 9, "於2026年|1月5日起"),
        ("共1,000萬平方呎", 14, "共|1,000萬平方呎"),
        ("每年1.5萬至2.5萬平方呎", 18, "每年1.5萬至|2.5萬平方呎"),
        ("見第4條及第12條", 8, "見第4條|及第12條"),
        ("前海項目的完成率超過95%。", 20, "前海項目的完成率|超過95%。"),
        ("會見50多位代表", 10, "會見50多位|代表"),
        ("各方首批約40個項目", 10, "各方首批|約40個項目"),
        ("甲 乙  丙", 2, "甲|乙|丙"),
        ("甲\n\n乙\n", 10, "甲||乙"),
        ("甲\r\n乙", 10, "甲|乙"),
        ("a b", 1, "a|b"),
        ("見https://a.org/bcdef/ghij", 12, "見https://|a.org/bcdef/|ghij"),
        ("字字字（interconnection）。", 10, "字字字|（intercon|nectio|n）。"),
    ];
    for (s, columns, lines) in table {
        assert_eq!(wrap_lines(s, columns).join("|"), lines, "{s} at {columns}");
    }
}

/// A long line without a place to break is still wrapped in one go over it.
#[test]
fn long_runs_take_linear_time() {
    for part in ["a", "5", "…", "億", "5億", "「", "　"] {
        let s = part.repeat(40_000);
        let start = std::time::Instant::now();
        let total: usize = wrap(&s, 10).iter().map(ExactSizeIterator::len).sum();
        assert_eq!(total, s.len());
        // Quadratic work here takes minutes; how busy the machine is must not matter.
        assert!(start.elapsed().as_secs() < 60, "{part}");
    }
}
