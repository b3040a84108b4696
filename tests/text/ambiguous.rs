//! On a terminal that sets ambiguous characters wide, what is drawn still takes the columns it was given.

use jianbao::text::{Ambiguous, needs_substitute, sanitize, substitute, width};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::corpus::SAMPLES;
use super::random::{MIXED, Random};

#[test]
fn the_likeness_of_each() {
    let table = [
        ("…", "."),
        ("—–―", "---"),
        ("“”‘’", "\"\"''"),
        ("·•‧", "..."),
        ("①②⑨", "129"),
        ("⑴⒈❶", "111"),
        ("ⅠⅣⅨⅩ", "149X"),
        ("ⒶⓑⓏ", "abz"),
        ("─━│┃", "--||"),
        ("┌┐└┘├┤┬┴┼", "+++++++++"),
        ("╭╮╯╰", "++++"),
        ("═║╔╝", "=|++"),
        ("█▇▅▄▂▁", "###___"),
        ("▉▌▏", "#||"),
        ("●○◆★■□", "*o**#?"),
        ("▲▼▶◀△▽▷◁", "^v><^v><"),
        ("←↑→↓", "<^>v"),
        ("±×÷°℃‰", "+x/oC%"),
        ("§№™€", "SNTE"),
        ("≤≥≠≈", "<>!="),
        ("éüàǎ", "euaa"),
        ("αΩ", "aO"),
        ("Яж", "Aj"),
        ("\u{FFFD}⑩", "??"),
        ("合作abc ▸░⣿✓「，」", "合作abc ▸░⣿✓「，」"),
        ("", ""),
    ];
    for (s, safe) in table {
        assert_eq!(substitute(s), safe, "{s}");
        assert_eq!(width(safe), width(s), "{s}");
    }
    assert_eq!(Ambiguous::default(), Ambiguous::Narrow);
}

/// Every character: its substitute is one column on both kinds of terminal, and what needs none is kept.
#[test]
fn the_arithmetic_holds_for_every_character() {
    for c in (0x20..0x2_0000).filter_map(char::from_u32) {
        let s = c.to_string();
        let safe = substitute(&s);
        if needs_substitute(c) {
            assert_eq!((safe.width(), safe.width_cjk(), safe.len()), (1, 1, 1), "{s}");
        } else {
            assert_eq!(safe, s);
            assert!(c.width() != Some(1) || c.width_cjk() == Some(1), "{s}");
        }
    }
}

#[test]
fn whole_lines_keep_their_columns() {
    let mut random = Random::new(11);
    let random = (0..5_000).map(|_| random.text(&MIXED, 24));
    for s in random.chain(SAMPLES.iter().map(ToString::to_string)) {
        let s = sanitize(&s).text.into_owned();
        let safe = substitute(&s);
        assert_eq!(width(&safe), width(&s), "{s}");
        assert!(!safe.contains(needs_substitute), "{s}");
    }
}
