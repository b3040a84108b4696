//! Every action in every mode, whatever it does there: `matrix.txt` has a line for each. With
//! `JIANBAO_ACCEPT=1` the test writes what it sees, to be read before it is committed.

use std::fs;
use std::path::Path;

use jianbao::keys::table::TABLE;

use super::script::Reader;

/// One way into each mode.
const MODES: &[(&str, &str, &str)] = &[
    ("home", "home", ""),
    ("list", "甲 › 一 › 數字", "j"),
    ("overview", "甲", ""),
    ("read", "甲 › 一 › 數字", "Enter"),
    ("linked", "甲 › 一 › 數字", "Enter Tab Enter"),
    ("board", "甲 › 一 › 數字", "b"),
    ("help", "甲", "?"),
    ("help typing", "甲", "? /"),
    ("jump", "甲", ":"),
    ("all plans", "甲 › 一 › 數字", "a"),
    ("find", "甲 › 一 › 數字", "/ \"數字\""),
    ("pins", "甲 › 一 › 數字", "m j m '"),
    ("note", "甲 › 一 › 數字", "m e"),
];

#[test]
fn every_action_in_every_mode() {
    let mut lines = String::new();
    for (name, start, way) in MODES {
        let mut reader = Reader::at(start);
        reader.press(way);
        lines += &format!("== {name}: {}\n", reader.state());
        for row in TABLE {
            let key = row.keys.split(' ').next().unwrap();
            let mut reader = Reader::at(start);
            reader.press(way);
            let before = reader.state();
            reader.press(key);
            let after = reader.state();
            let shown = if after == before { "=" } else { &after };
            lines += &format!("{:<16} {shown}\n", row.name);
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/matrix.txt");
    if std::env::var_os("JIANBAO_ACCEPT").is_some() {
        fs::write(&file, &lines).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    let differ = lines.lines().zip(expected.lines()).filter(|(is, was)| is != was);
    let told: Vec<String> = differ.map(|(is, was)| format!("  was {was}\n  is  {is}")).collect();
    assert!(lines == expected, "JIANBAO_ACCEPT=1 accepts what is right.\n{}", told.join("\n"));
}

#[test]
fn escape_never_quits() {
    for (_, start, way) in MODES {
        let mut reader = Reader::at(start);
        reader.press(way);
        for _ in 0..9 {
            reader.press("Esc");
            assert!(!reader.state().contains('!'), "{start} {way}: {}", reader.state());
        }
        assert_eq!(reader.state().trim_end_matches(" +"), "總覽 › 甲一數字1", "{start} {way}");
    }
}

#[test]
fn any_keys_in_any_order_are_survived() {
    let mut seed = 42_u64;
    let mut next = |bound: usize| {
        // Numerical Recipes' generator: any will do, but the same on every run.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % bound
    };
    let words: Vec<&str> = TABLE.iter().flat_map(|row| row.keys.split(' ')).collect();
    let others =
        ["resize:40x10", "resize:0x0", "resize:140x40", "resize:80x24", "paste:甲", "x", "/", "Backspace"];
    let mut reader = Reader::at("home");
    for _ in 0..4000 {
        let word = match next(12) {
            0 => others[next(others.len())],
            _ => words[next(words.len())],
        };
        reader.press(word);
        let rows = reader.app.rows.len();
        assert!(reader.app.place.cursor.at < rows.max(1), "{}", reader.state());
    }
}
