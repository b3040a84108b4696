//! The log: what it says of a session in which things go wrong, what it leaves out, and how large it gets.

use std::fs;
use std::path::Path;

use super::terminal::{PROGRAM, Terminal};
use crate::store::Folder;

/// A session on `library` with these arguments, its state in `state`; then `keys`.
fn session(state: &Path, library: &str, arguments: &[&str], keys: &[&str]) -> Terminal {
    let variable = format!("XDG_STATE_HOME={}", state.display());
    let mut line = vec![variable.as_str(), PROGRAM];
    line.extend_from_slice(arguments);
    line.push(library);
    let mut terminal = Terminal::start("env", &line);
    terminal.wait("the first frame", vt100::Screen::alternate_screen);
    for key in keys {
        terminal.send(key);
    }
    terminal
}

fn log(state: &Path) -> String {
    fs::read_to_string(state.join("jianbao/jianbao.log")).unwrap_or_default()
}

const BROKEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/invalid/one-plan-broken");

#[test]
fn it_names_place_and_rule_and_never_the_text() {
    let state = Folder::new();
    let mut terminal = session(state.path(), BROKEN, &["--log"], &["q"]);
    assert_eq!(terminal.end_in_order(), 0);
    let log = log(state.path());
    for words in [" info began, version ", " warn ", ".toml:", " unreadable-figure", " info ended"] {
        assert!(log.contains(words), "{words} is not in\n{log}");
    }
    // What stands in the file, and is on the screen.
    assert!(!log.contains("很多") && !log.contains("示例"), "{log}");
    assert!(log.is_ascii(), "{log}");
    for line in log.lines() {
        assert!(line.get(..4).unwrap().parse::<u16>().is_ok(), "{line} has no time");
    }
}

#[test]
fn how_much_it_says_is_the_readers_choice() {
    let said = |arguments: &[&str]| {
        let state = Folder::new();
        let mut terminal = session(state.path(), BROKEN, arguments, &[]);
        terminal.wait_for("示例");
        terminal.signal("TERM");
        assert_eq!(terminal.end_in_order(), 143);
        log(state.path())
    };
    assert_eq!(said(&[]), "", "nothing failed");
    assert_eq!(said(&["--log=off"]), "");
    let warned = said(&["--log=warn"]);
    assert!(warned.contains(" warn ended by signal 15") && !warned.contains(" info "), "{warned}");
    assert!(said(&["--log=info"]).contains(" info began"));
}

#[test]
fn a_store_that_fails_is_noted_and_told() {
    let state = Folder::new();
    // The state folder is no folder, so that nothing can be saved; the log neither, which stops nobody.
    fs::write(state.path().join("jianbao"), "").unwrap();
    let mut terminal = session(state.path(), BROKEN, &["--log"], &["q"]);
    assert_eq!(terminal.end_in_order(), 0);
    // A file of pins that nobody wrote.
    let state = Folder::new();
    fs::create_dir(state.path().join("jianbao")).unwrap();
    let mut terminal = session(state.path(), BROKEN, &[], &["q"]);
    assert_eq!(terminal.end_in_order(), 0);
    let seen = fs::read_dir(state.path().join("jianbao")).unwrap().map(|entry| entry.unwrap().path());
    let seen = seen.into_iter().find(|path| path.extension().is_some_and(|end| end == "toml")).unwrap();
    fs::write(&seen, "version = \"很秘密\"").unwrap();
    let mut terminal = session(state.path(), BROKEN, &[], &[]);
    terminal.wait_for("示例");
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
    let log = log(state.path());
    assert!(log.contains(" error ") && log.contains(" is unfit") && !log.contains("秘密"), "{log}");
}

#[test]
fn it_does_not_grow_without_end() {
    let state = Folder::new();
    let folder = state.path().join("jianbao");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("jianbao.log"), "old\n".repeat(70_000)).unwrap();
    let mut terminal = session(state.path(), BROKEN, &["--log"], &["q"]);
    assert_eq!(terminal.end_in_order(), 0);
    assert!(fs::metadata(folder.join("jianbao.log")).unwrap().len() < 10_000);
    assert!(fs::read_to_string(folder.join("jianbao.log.old")).unwrap().starts_with("old"));
}

#[test]
fn a_log_that_is_a_pipe_holds_nobody_up() {
    let state = Folder::new();
    let folder = state.path().join("jianbao");
    fs::create_dir(&folder).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.join("jianbao.log")).status();
    assert!(made.unwrap().success());
    let mut terminal = session(state.path(), BROKEN, &["--log"], &["q"]);
    assert_eq!(terminal.end_in_order(), 0);
}
