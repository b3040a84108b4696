//! What may not be shown is taken out, seen to be taken, and told.

use std::borrow::Cow;

use jianbao::text::{Kind, Taken, char_width, code_point, kind_of, sanitize, sanitize_multiline};

use super::random::{MIXED, NASTY, Random};

use Kind::{
    Bidi, Combining, Control, Filler, Interlinear, Modifier, Noncharacter, PrivateUse, Separator, Tag,
    Variation, ZeroWidth,
};

#[test]
fn each_class_is_taken() {
    let table: [(char, Kind); 66] = [
        ('\0', Control),
        ('\u{7}', Control),
        ('\u{8}', Control),
        ('\u{B}', Control),
        ('\r', Control),
        ('\u{E}', Control),
        ('\u{1B}', Control),
        ('\u{1F}', Control),
        ('\u{7F}', Control),
        ('\u{80}', Control),
        ('\u{85}', Control),
        ('\u{90}', Control),
        ('\u{9B}', Control),
        ('\u{9D}', Control),
        ('\u{9F}', Control),
        ('\u{61C}', Bidi),
        ('\u{200E}', Bidi),
        ('\u{200F}', Bidi),
        ('\u{202A}', Bidi),
        ('\u{202C}', Bidi),
        ('\u{202E}', Bidi),
        ('\u{2066}', Bidi),
        ('\u{2069}', Bidi),
        ('\u{206A}', Bidi),
        ('\u{206F}', Bidi),
        ('\u{AD}', ZeroWidth),
        ('\u{34F}', ZeroWidth),
        ('\u{180E}', ZeroWidth),
        ('\u{200B}', ZeroWidth),
        ('\u{200C}', ZeroWidth),
        ('\u{200D}', ZeroWidth),
        ('\u{2060}', ZeroWidth),
        ('\u{2064}', ZeroWidth),
        ('\u{FEFF}', ZeroWidth),
        ('\u{17B4}', ZeroWidth),
        ('\u{600}', ZeroWidth),
        ('\u{1D173}', ZeroWidth),
        ('\u{FFF0}', ZeroWidth),
        ('\u{2028}', Separator),
        ('\u{2029}', Separator),
        ('\u{E0001}', Tag),
        ('\u{E0020}', Tag),
        ('\u{E0041}', Tag),
        ('\u{E007F}', Tag),
        ('\u{180B}', Variation),
        ('\u{FE00}', Variation),
        ('\u{FE0E}', Variation),
        ('\u{FE0F}', Variation),
        ('\u{E0100}', Variation),
        ('\u{E01EF}', Variation),
        ('\u{115F}', Filler),
        ('\u{1160}', Filler),
        ('\u{2800}', Filler),
        ('\u{3164}', Filler),
        ('\u{FFA0}', Filler),
        ('\u{FFF9}', Interlinear),
        ('\u{FFFA}', Interlinear),
        ('\u{FFFB}', Interlinear),
        ('\u{FDD0}', Noncharacter),
        ('\u{FDEF}', Noncharacter),
        ('\u{FFFE}', Noncharacter),
        ('\u{FFFF}', Noncharacter),
        ('\u{1FFFE}', Noncharacter),
        ('\u{10FFFF}', Noncharacter),
        ('\u{1F3FB}', Modifier),
        ('\u{1F3FF}', Modifier),
    ];
    for (c, kind) in table {
        let s = format!("深{c}港{c}{c}匯");
        let clean = sanitize(&s);
        assert_eq!(clean.text, "深\u{FFFD}港\u{FFFD}匯", "{}", code_point(c));
        assert_eq!(clean.taken.len(), 3);
        assert!(
            clean
                .taken
                .iter()
                .all(|taken| taken.kind == kind && taken.what == c && s[taken.at..].starts_with(c))
        );
    }
}

#[test]
fn each_text_is_left_readable() {
    let table: [(&str, &str, &[Kind]); 19] = [
        ("深\t港\n匯\r\n", "深 港 匯 ", &[]),
        ("\u{1B}[31m紅", "\u{FFFD}[31m紅", &[Control]),
        ("\u{1B}\u{202E}\u{E0041}字", "\u{FFFD}字", &[Control, Bidi, Tag]),
        ("王\u{E123}明", "王□明", &[PrivateUse]),
        ("\u{F0000}\u{10FFFD}", "□□", &[PrivateUse, PrivateUse]),
        ("e\u{301}", "e\u{301}", &[]),
        ("a\u{301}\u{302}\u{303}\u{304}", "a\u{301}\u{302}\u{303}\u{304}", &[]),
        (
            "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b",
            "a\u{301}\u{302}\u{303}\u{304}\u{FFFD}b",
            &[Combining, Combining],
        ),
        ("\u{301}a", "\u{FFFD}a", &[Combining]),
        ("a\u{200B}\u{301}", "a\u{FFFD}\u{301}", &[ZeroWidth]),
        ("👍\u{1F3FD}", "👍\u{FFFD}", &[Modifier]),
        ("👨\u{200D}👩", "👨\u{FFFD}👩", &[ZeroWidth]),
        ("🇭🇰📈", "🇭🇰📈", &[]),
        ("葛\u{E0100}", "葛\u{FFFD}", &[Variation]),
        ("「逾16.5億」——…“”①●　〇", "「逾16.5億」——…“”①●　〇", &[]),
        ("𠮷㗎㎡℃々〇ﾞ", "𠮷㗎㎡℃々〇ﾞ", &[]),
        ("\u{FFFD}", "\u{FFFD}", &[]),
        ("\r", "\u{FFFD}", &[Control]),
        ("", "", &[]),
    ];
    for (s, text, kinds) in table {
        let clean = sanitize(s);
        assert_eq!(clean.text, text, "{s:?}");
        assert_eq!(clean.taken.iter().map(|taken| taken.kind).collect::<Vec<_>>(), kinds, "{s:?}");
        assert_eq!(matches!(clean.text, Cow::Borrowed(_)), s == text);
    }
}

#[test]
fn lines_may_be_kept() {
    assert_eq!(sanitize_multiline("甲\r\n乙\n\t丙\u{2028}丁").text, "甲\n乙\n 丙\u{FFFD}丁");
    assert_eq!(sanitize_multiline("甲\n\u{301}").text, "甲\n\u{FFFD}");
    assert!(sanitize_multiline("甲\n乙").taken.is_empty());
}

#[test]
fn what_was_taken_has_a_name() {
    let names: Vec<String> = sanitize("\u{202E}\u{7}\u{E0041}").taken.iter().map(Taken::name).collect();
    assert_eq!(names, ["U+202E", "U+0007", "U+E0041"]);
}

/// On any text: nothing forbidden comes out, each run leaves one sign, all else stays in order, twice is once.
#[test]
fn nothing_forbidden_comes_out() {
    let mut random = Random::new(3);
    let parts = [&NASTY[..], &NASTY[..], &MIXED[..]].concat();
    for _ in 0..20_000 {
        let s = random.text(&parts, 20);
        let clean = sanitize(&s);
        assert!(clean.text.chars().all(|c| kind_of(c).is_none()), "{s:?}");
        assert!(longest_pile(&clean.text) <= 4, "{s:?}");
        assert_eq!(sanitize(&clean.text).text, clean.text, "{s:?}");
        assert!(sanitize(&clean.text).taken.is_empty(), "{s:?}");
        let many = sanitize_multiline(&s).text;
        assert!(many.chars().all(|c| c == '\n' || kind_of(c).is_none()), "{s:?}");
        assert_eq!(sanitize_multiline(&many).text, many, "{s:?}");
        let taken: Vec<usize> = clean.taken.iter().map(|taken| taken.at).collect();
        let kept =
            s.char_indices().filter(|(at, c)| !taken.contains(at) && !"\r\n\t ".contains(*c)).map(|(_, c)| c);
        let signs = |c: &char| *c != '\u{FFFD}' && *c != '□' && *c != ' ';
        assert!(kept.filter(signs).eq(clean.text.chars().filter(signs)), "{s:?}");
    }
}

#[test]
fn every_character_is_safe_or_taken() {
    for c in (0..0x3_0000).chain(0xE_0000..0xE_1000).filter_map(char::from_u32) {
        let s = format!("a{c}b");
        let clean = sanitize(&s);
        assert!(!clean.text.contains(|c| kind_of(c).is_some() || c.is_control()), "{}", code_point(c));
        let white = matches!(c, '\t' | '\n');
        assert_eq!(clean.taken.is_empty(), kind_of(c).is_none() || white, "{}", code_point(c));
    }
}

fn longest_pile(s: &str) -> usize {
    let pile = s.chars().scan(0, |pile, c| {
        *pile = if char_width(c) == 0 { *pile + 1 } else { 0 };
        Some(*pile)
    });
    pile.max().unwrap_or(0)
}
