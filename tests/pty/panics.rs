//! A panic wherever it may come: at the beginning, in the state, in the drawing, in what is done for it, on any
//! thread. The terminal is as it was, the exit status tells, the words can be read and do nothing to the
//! terminal, and the log says where, but not what.
#![cfg(debug_assertions)]

use std::fs;

use super::terminal::{PROGRAM, Terminal};
use crate::store::Folder;

/// A place, and the keys that lead there.
const SITES: &[(&str, &str)] = &[
    ("start guard", ""),
    ("start frame", ""),
    ("start desk", ""),
    ("end desk", "q"),
    ("draw Browse", ""),
    ("draw Read", "5\t\t\r"),
    ("draw Board", "jb"),
    ("draw Help", "?"),
    ("draw Jump", ":"),
    ("draw Find", "/"),
    ("draw Pins", "'"),
    ("event Key", "j"),
    ("event Paste", "/\x1b[200~前海\x1b[201~"),
    ("event Resize", ""),
    ("event Day", ""),
    ("event Library", "r"),
    ("event Found", "/qh"),
    ("event Memory", ""),
    ("event Notice", "jm"),
    ("effect Copy", "jy"),
    ("effect Print", "jP"),
    ("effect Suspend", "\x1a"),
    ("effect Search", "/qh"),
    ("effect Pin", "jm"),
    ("effect Reload", "r"),
    ("effect Quit", "q"),
    ("thread keys", "j"),
    ("thread index", ""),
    ("thread search", "/qh"),
    ("thread signals", "resize"),
    ("thread reload", "r"),
];

#[test]
fn a_panic_anywhere_gives_the_terminal_back_and_says_so() {
    for (site, keys) in SITES {
        let state = Folder::new();
        let variables = [
            format!("JIANBAO_PANIC_AT={site}"),
            format!("XDG_STATE_HOME={}", state.path().display()),
            PROGRAM.to_owned(),
        ];
        let mut terminal = Terminal::start("env", &variables.each_ref().map(String::as_str));
        if !keys.is_empty() {
            terminal.wait_for("56條");
        }
        match *keys {
            "resize" => terminal.resize(90, 28),
            keys => terminal.send(keys),
        }
        assert_eq!(terminal.end_in_order(), 101, "{site}");
        let words = format!("asked for at {site}");
        terminal.wait_for("程式出錯");
        let said = String::from_utf8(terminal.bytes()).unwrap();
        let told = &said[said.find("程式出錯").unwrap()..];
        assert!(
            told.contains(&words) && told.contains("src/") && !told.contains("fault.rs"),
            "{site}: {told:?}"
        );
        assert!(!told.contains(['\x1b', '\u{202e}']), "{site}: {told:?}");
        assert!(told.contains("jianbao.log"), "{site}: {told:?}");
        let log = fs::read_to_string(state.path().join("jianbao/jianbao.log")).unwrap();
        let panics = log.lines().filter(|line| line.contains(" error panic at src/")).count();
        assert!(panics >= 1 && !log.contains("asked for"), "{site}: {log}");
    }
    println!("{} places", SITES.len());
}

/// Our screen comes up with the first frame. To leave one that is not there moves the reader's cursor to the top.
#[test]
fn what_fails_before_the_first_frame_leaves_the_screen_alone() {
    let state = Folder::new();
    let variables = [
        "JIANBAO_PANIC_AT=start guard".to_owned(),
        format!("XDG_STATE_HOME={}", state.path().display()),
        PROGRAM.to_owned(),
    ];
    let mut terminal = Terminal::start("env", &variables.each_ref().map(String::as_str));
    assert_eq!(terminal.end_in_order(), 101);
    terminal.wait_for("程式出錯");
    let said = String::from_utf8(terminal.bytes()).unwrap();
    assert!(!said.contains("\x1b[?1049"), "{said:?}");
}
