//! The rules of Chinese setting, held on every text of the briefings at widths 10 to 80.

use std::ops::Range;

use jianbao::text::{width, wrap};

use super::corpus;

/// No line begins with one of these, and none ends with one of those.
const NEVER_FIRST: &str = "、。，；：？！」』）》…—·%";
const NEVER_LAST: &str = "「『（《";

#[test]
fn the_corpus_is_large_enough() {
    if let Some(strings) = corpus::briefings() {
        let sentences = strings.iter().filter(|s| s.contains(['。', '，', '；']) && s.chars().count() >= 16);
        assert!(sentences.count() >= 200);
    }
}

/// "Where a line could hold it": a word, or a figure with its unit, may be split only when it and the
/// punctuation that may not leave it are together wider than the line.
#[test]
fn lines_are_set_by_the_rules() {
    for s in corpus::SAMPLES {
        (10..=80).for_each(|columns| check(s, columns));
    }
    // A third of the texts at each width, another third at the next: hundreds at every width, in time for CI.
    for (turn, s) in corpus::sentences().iter().enumerate() {
        (10 + turn % 3..=80).step_by(3).for_each(|columns| check(s, columns));
    }
}

fn check(s: &str, columns: usize) {
    let ranges = wrap(s, columns);
    let places = ranges.iter().map(|range| range.end).take(ranges.len().saturating_sub(1));
    for at in places {
        let (before, after) = s.split_at(at);
        assert!(!after.starts_with(|c| NEVER_FIRST.contains(c)), "{s} at {columns}: a line begins {after}");
        assert!(
            !before.trim_end().ends_with(|c| NEVER_LAST.contains(c)),
            "{s} at {columns}: {before} ends a line"
        );
        if let Some(token) = tokens(s).find(|token| token.start < at && at < token.end) {
            let held = with_punctuation(s, token);
            assert!(width(&s[held.clone()]) > columns, "{s} at {columns}: split {} at {after}", &s[held]);
        }
    }
    for range in ranges {
        assert!(width(s[range].trim_end()) <= columns, "{s} at {columns}");
    }
}

#[test]
fn the_tokens_of_this_test_are_real() {
    let s = "逾16.5億美元的GDP，2026年1月，約1,000萬平方呎，it's 50多位";
    let found: Vec<&str> = tokens(s).map(|token| &s[token]).collect();
    assert_eq!(found, ["16.5億美元", "GDP", "2026年", "1月", "1,000萬平方呎", "it's", "50多位"]);
    assert_eq!(with_punctuation("在「（APEC）」，會", 9..13), 3..22);
}

/// Units as the briefings use them, told apart without the program's own table.
const UNITS: [&str; 40] = [
    "平方公里",
    "個百分點",
    "平方呎",
    "平方米",
    "百分點",
    "個月",
    "小時",
    "分鐘",
    "公里",
    "公頃",
    "美元",
    "港元",
    "元",
    "年",
    "月",
    "日",
    "條",
    "項",
    "個",
    "份",
    "棟",
    "點",
    "位",
    "名",
    "家",
    "間",
    "次",
    "屆",
    "歲",
    "米",
    "呎",
    "倍",
    "成",
    "班",
    "人",
    "類",
    "宗",
    "座",
    "所",
    "方面",
];

/// Latin words, and figures with magnitude and unit.
fn tokens(s: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + s[from..].find(|c: char| c.is_ascii_alphanumeric())?;
        let rest = &s[start..];
        let word =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && !".,'".contains(c)).unwrap_or(rest.len());
        let word = rest[..word].trim_end_matches(['.', ',', '\'']);
        let mut end = start + word.len();
        if word.ends_with(|c: char| c.is_ascii_digit()) {
            let tail =
                s[end..].trim_start_matches(['多', '餘']).trim_start_matches(['十', '百', '千', '萬', '億']);
            end = s.len() - tail.len();
            end += UNITS.iter().find(|unit| tail.starts_with(**unit)).map_or(0, |unit| unit.len());
        }
        from = end;
        Some(start..end)
    })
}

/// The token with what may not be parted from it by a line end: opening marks before, closing marks after, and
/// whatever Latin signs and letters touch it.
fn with_punctuation(s: &str, token: Range<usize>) -> Range<usize> {
    let mut start = token.start;
    while let Some(c) = s[..start].chars().next_back() {
        let latin = c.is_ascii_graphic() && s[start..].starts_with(|c: char| c.is_ascii_graphic());
        let stays = NEVER_LAST.contains(c)
            || NEVER_FIRST.contains(s[start..].chars().next().unwrap())
            || "第“‘【".contains(c);
        if !stays && !latin {
            break;
        }
        start -= c.len_utf8();
    }
    let mut end = token.end;
    while let Some(c) = s[end..].chars().next() {
        let latin = c.is_ascii_graphic() && s[..end].ends_with(|c: char| c.is_ascii_graphic());
        if !NEVER_FIRST.contains(c) && !"”’】/–～℃".contains(c) && !latin {
            break;
        }
        end += c.len_utf8();
    }
    start..end
}
