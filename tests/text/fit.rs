//! Width, truncation, padding, windows, carets: tables.

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

use jianbao::text::{
    Fitted, caret, char_width, fit, fold_fullwidth, pad_end, pad_start, take_columns, truncate, width,
    wrap_lines,
};

#[test]
fn widths() {
    let table = [
        ("", 0),
        ("abc", 3),
        ("深港匯", 6),
        ("約40個", 6),
        ("「，」", 6),
        ("…—·“”①●", 7),
        ("─│┌█▌▸", 6),
        ("e\u{301}", 1),
        ("漢\u{301}", 2),
        ("📈", 2),
        ("🇭🇰", 2),
        ("👨\u{200D}👩\u{200D}👧", 2),
        ("𠮷", 2),
        ("ｶﾞ", 3),
        ("Ａ１", 4),
        ("\u{3000}", 2),
        ("\t\n", 0),
        ("لا", 2),
    ];
    for (s, columns) in table {
        assert_eq!(width(s), columns, "{s:?}");
    }
    assert_eq!(['a', '漢', '\u{301}', '\u{1b}', 'ﾞ', '…'].map(char_width), [1, 2, 0, 0, 2, 1]);
}

#[test]
fn truncates_within_the_width() {
    let table = [
        ("", 0, ""),
        ("深港", 0, ""),
        ("深港", 1, "…"),
        ("深港", 2, "…"),
        ("深港", 3, "深…"),
        ("深港", 4, "深港"),
        ("深港匯", 4, "深…"),
        ("深港匯", 5, "深港…"),
        ("Hong Kong", 6, "Hong…"),
        ("Hong Kong", 7, "Hong K…"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ("📈📈", 3, "📈…"),
        ("🇭🇰🇨🇳", 3, "🇭🇰…"),
        ("👨\u{200D}👩\u{200D}👧深", 3, "👨\u{200D}👩\u{200D}👧…"),
        ("a\u{301}", 1, "a\u{301}"),
        ("\u{301}", 0, "\u{301}"),
    ];
    for (s, columns, cut) in table {
        assert_eq!(truncate(s, columns), cut, "{s:?} at {columns}");
        assert!(width(&truncate(s, columns)) <= columns);
    }
}

/// The texts the walk over characters takes, those it leaves to the clusters, and those in which it meets such a one only
/// after the cut or right at it, are cut at the same places.
#[test]
fn fits_the_clusters_that_are_seen() {
    let texts = [
        "深港 · 約40個…",
        "●─■ 2026年6月1日",
        "a b  c   ",
        "深港匯e\u{301}",
        "1\u{FE0F}\u{20E3}2",
        "深\u{301}港 \u{3000}匯",
        "ab\u{301}c · 👨\u{200D}👩\u{200D}👧 ",
    ];
    for (s, columns) in texts.iter().flat_map(|s| (0..20).map(move |columns| (*s, columns))) {
        let mut begun = String::new();
        for cluster in s.graphemes(true) {
            if width(&begun) + width(cluster) >= columns.max(1) {
                break;
            }
            begun.push_str(cluster);
        }
        let cut = Fitted { begun: begun.trim_end(), columns: width(begun.trim_end()), goes_on: columns > 0 };
        let whole = Fitted { begun: s, columns: width(s), goes_on: false };
        assert_eq!(fit(s, columns), if width(s) <= columns { whole } else { cut }, "{s:?} at {columns}");
    }
}

#[test]
fn pads_to_the_column() {
    let table = [
        ("深", 4, "深  ", "  深"),
        ("深港匯", 4, "深… ", " 深…"),
        ("abc", 3, "abc", "abc"),
        ("", 2, "  ", "  "),
        ("深", 0, "", ""),
        ("深", 1, "…", "…"),
        ("e\u{301}", 2, "e\u{301} ", " e\u{301}"),
        ("📈", 3, "📈 ", " 📈"),
    ];
    for (s, columns, end, start) in table {
        assert_eq!(pad_end(s, columns), end);
        assert_eq!(pad_start(s, columns), start);
        assert_eq!(width(end), columns);
    }
}

#[test]
fn a_window_keeps_columns() {
    let table = [
        ("深港匯", 0, 6, "深港匯"),
        ("深港匯", 1, 4, " 港 "),
        ("深港匯", 2, 2, "港"),
        ("深港匯", 1, 0, ""),
        ("深港匯", 3, 1, " "),
        ("深港匯", 9, 4, ""),
        ("a深b", 2, 2, " b"),
        ("ae\u{301}b", 1, 1, "e\u{301}"),
        ("abc", 1, usize::MAX, "bc"),
    ];
    for (s, from, columns, seen) in table {
        assert_eq!(take_columns(s, from, columns), seen, "{s:?} from {from}, {columns} columns");
    }
}

#[test]
fn carets_stand_under_wide_characters() {
    let table = [
        ("figure = \"約40\"", 10, 5, (10, 4)),
        ("label = \"合作\" ?", 17, 1, (15, 1)),
        ("\t合 = 1", 1, 3, (1, 2)),
        ("合作", 3, 0, (2, 1)),
        ("合作", 4, 1, (2, 1)),
        ("合作", 99, 9, (4, 1)),
        ("a\u{202E}b", 1, 3, (1, 1)),
        ("a\u{202E}b", 4, 1, (2, 1)),
        ("", 0, 0, (0, 1)),
    ];
    for (line, at, len, columns) in table {
        assert_eq!(caret(line, at, len), columns, "{line:?} {at}+{len}");
    }
}

#[test]
fn full_width_keys_are_ascii() {
    assert_eq!("？／：１ｊＺ～　".chars().map(fold_fullwidth).collect::<String>(), "?/:1jZ~ ");
    assert_eq!("漢。￥a…".chars().map(fold_fullwidth).collect::<String>(), "漢。￥a…");
}

#[test]
fn wraps_the_example() {
    let s = "前海建設「深港匯」雙向總部基地（29棟），營收門檻10億元人民幣以上，APEC會議2026年舉行。";
    assert_eq!(
        wrap_lines(s, 10).join("|"),
        "前海建設|「深港匯」|雙向總部基|地|（29棟），|營收門檻|10億元人民|幣以上，|APEC會議|2026年舉|行。"
    );
}

/// Whatever unicode-width says next year, our columns are the buffer's columns.
#[test]
fn the_measure_is_the_buffers() {
    for s in [
        "ｶﾞ",
        "ｶ",
        "ﾞ",
        "漢\u{301}",
        "📈",
        "🇭🇰",
        "👨\u{200D}👩",
        "لا",
        "…",
        "⸻",
        "각",
        "\u{1100}\u{1161}\u{11a8}",
    ] {
        let cells: u16 = s.graphemes(true).map(CellWidth::cell_width).sum();
        assert_eq!(width(s), usize::from(cells), "{s:?}");
    }
}
