//! Rules of writing, one text at a time: simplified characters, marks of the wrong width, text that is not
//! NFC, and lines too long for their place on the screen.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::simplified::traditional;
use super::walk::Text;
use crate::plan::Reason;
use crate::plan::file::File;
use crate::plan::shape::Shape;
use crate::text;

/// The columns the screen has for a text, by table and key.
const ROOM: &[(&str, &str, usize)] = &[
    ("plan", "short", 8),
    ("plan", "short_en", 16),
    ("plan", "title", 60),
    ("plan", "en", 130),
    ("section", "title", 16),
    ("section", "en", 40),
    ("section", "full", 60),
    ("measure", "no", 8),
    ("measure", "title", 40),
    ("measure", "en", 90),
    ("task", "title", 44),
    ("task", "en", 90),
    ("number", "label", 28),
    ("number", "en", 90),
    ("number", "figure", 40),
    ("number", "series_at", 12),
    ("event", "title", 44),
    ("event", "en", 90),
    ("event", "place", 40),
    ("voice", "who", 28),
    ("voice", "en", 90),
    ("voice", "role", 80),
    ("term", "name", 60),
    ("term", "en", 130),
];

/// Half-width marks and what stands for them beside Chinese characters.
const MARKS: &[(char, &str)] = &[
    (',', "，"),
    (';', "；"),
    (':', "："),
    ('!', "！"),
    ('?', "？"),
    ('(', "（"),
    (')', "）"),
    ('"', "「」"),
];

/// Full-width marks and what stands for them in English.
const ENGLISH_MARKS: &[(char, &str)] =
    &[('，', ","), ('。', "."), ('；', ";"), ('：', ":"), ('（', "("), ('）', ")"), ('、', ","), ('　', " ")];

/// Full-width digits and letters in their order, and the ASCII ones.
const FULL: [&str; 3] = [
    "０１２３４５６７８９",
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
];
const HALF: [&str; 3] = ["0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"];

/// Keys that hold no prose.
fn is_code(key: &str) -> bool {
    matches!(
        key,
        "id" | "url" | "sources" | "related" | "sections" | "headline" | "series" | "kind" | "order"
    )
}

/// Simplified characters, marks of the wrong width and text that is not NFC.
pub(super) fn writing(file: &mut File, key: &str, text: &Text) {
    if is_code(key) {
        return;
    }
    let simplified: Vec<_> =
        text.text.char_indices().filter_map(|(at, c)| Some((at, c, traditional(c)?))).collect();
    if let Some((at, first, _)) = simplified.first() {
        let mut found: Vec<(char, &'static str)> = Vec::new();
        for (_, c, forms) in &simplified {
            if !found.iter().any(|(known, _)| known == c) {
                found.push((*c, forms));
            }
        }
        file.wrong(&within(file, text, *at, first.len_utf8()), Reason::Simplified(found));
    }
    for (at, found, instead) in width_slips(&text.text) {
        file.wrong(&within(file, text, at, found.len_utf8()), Reason::Width { found, instead });
    }
    for (at, cluster) in text.text.grapheme_indices(true) {
        if let Some(instead) = text::nfc(cluster) {
            let reason = Reason::NotNfc { found: cluster.to_owned(), instead };
            file.wrong(&within(file, text, at, cluster.len()), reason);
        }
    }
}

/// Full-width marks in a line of English.
pub(super) fn english(file: &mut File, key: &str, text: &Text) {
    if key != "en" && !key.ends_with("_en") {
        return;
    }
    for (at, found) in text.text.char_indices() {
        if let Some((_, instead)) = ENGLISH_MARKS.iter().find(|(mark, _)| *mark == found) {
            file.wrong(&within(file, text, at, found.len_utf8()), Reason::Width { found, instead });
        }
    }
}

/// A text longer than its place on the screen.
pub(super) fn length(file: &mut File, shape: &Shape, key: &'static str, text: &Text) {
    let room = ROOM.iter().find(|(table, known, _)| *table == shape.name && *known == key);
    let Some((_, _, most)) = room else { return };
    let columns = text::width(&text.text);
    if columns > *most {
        let at = text::take_columns(&text.text, 0, *most).len().min(text.text.len());
        let span = within(file, text, at, text.text.len() - at);
        file.wrong(&span, Reason::TooLong { key, columns, most: *most });
    }
}

fn width_slips(text: &str) -> Vec<(usize, char, &'static str)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let chinese = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|(_, c)| is_chinese(*c));
    let slip = |(at, (offset, c)): (usize, &(usize, char))| {
        let beside = || chinese(at.checked_sub(1)) || chinese(Some(at + 1));
        let mark = MARKS.iter().find(|(mark, _)| mark == c).filter(|_| beside());
        let instead = mark.map(|(_, instead)| *instead).or_else(|| half_width(*c))?;
        Some((*offset, *c, instead))
    };
    chars.iter().enumerate().filter_map(slip).collect()
}

/// Han characters and full-width punctuation.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{301F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{20000}'..='\u{3FFFF}')
}

/// The ASCII form of a full-width digit or letter.
fn half_width(c: char) -> Option<&'static str> {
    let (row, at) = FULL
        .iter()
        .enumerate()
        .find_map(|(row, all)| Some((row, all.chars().position(|each| each == c)?)))?;
    HALF.get(row)?.get(at..=at)
}

/// Where `length` bytes at byte `at` of the text stand in the file; the whole text where it is written with
/// escapes.
fn within(file: &File, text: &Text, at: usize, length: usize) -> Range<usize> {
    let written = file.text().get(text.span.clone()).unwrap_or_default();
    match written.find(&text.text) {
        Some(offset) => text.span.start + offset + at..text.span.start + offset + at + length,
        None => text.span.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(text: &str) -> Vec<(char, &'static str)> {
        width_slips(text).into_iter().map(|(_, found, instead)| (found, instead)).collect()
    }

    #[test]
    fn a_half_width_mark_beside_a_chinese_character_is_a_slip() {
        assert_eq!(slips("前海,河套"), [(',', "，")]);
        assert_eq!(slips("約40個(計劃)"), [('(', "（"), (')', "）")]);
        assert_eq!(slips("共１２條"), [('１', "1"), ('２', "2")]);
        assert_eq!(slips("ＡＩ產業"), [('Ａ', "A"), ('Ｉ', "I")]);
    }

    #[test]
    fn numbers_english_and_full_width_marks_are_not() {
        for text in ["1,000萬", "16.5億", "3:30開始", "CEPA (2026), phase 2", "「一帶一路」：好！", "R&D中心"]
        {
            assert_eq!(slips(text), [], "{text}");
        }
    }
}
