//! The program at terminals of other names, fewer powers, or none.

use super::pair::Pair;
use super::terminal::{PROGRAM, Terminal};

fn named(term: &str) -> Terminal {
    Terminal::start("env", &[&format!("TERM={term}"), PROGRAM])
}

#[test]
fn every_terminal_shows_the_right_text() {
    for term in ["linux", "screen", "tmux", "xterm", "vt100", "never-heard-of"] {
        let mut pair = Pair::at(named(term));
        pair.press("3", "3");
        pair.press("\t", "Tab");
        pair.press("\r", "Enter");
        for _ in 0..3 {
            pair.press("j", "j");
        }
        pair.press("\x1b", "Esc");
        pair.press("?", "?");
        pair.terminal.send("q");
        assert_eq!(pair.terminal.end_in_order(), 0, "{term}");
    }
}

#[test]
fn fewer_powers_are_not_overrated() {
    let sent = |term: &str| {
        let mut pair = Pair::at(named(term));
        pair.press("1", "1");
        pair.terminal.send("q");
        pair.terminal.end_in_order();
        String::from_utf8(pair.terminal.bytes()).unwrap()
    };
    let (vt100, linux, xterm) = (sent("vt100"), sent("linux"), sent("xterm"));
    assert!(!vt100.contains("[38;") && !vt100.contains("[36m"), "a VT100 has no colours");
    assert!(!linux.contains("[38;"), "the Linux console has sixteen");
    assert!(xterm.contains("[?2026h"), "a first frame is large enough for a synchronized update");
    assert!(!vt100.contains("[?2026h") && !linux.contains("[?2026h"));
}

/// Nothing can be placed on a dumb terminal, and what is sent to place it would stand there as text.
#[test]
fn a_dumb_terminal_is_told_so() {
    let mut terminal = named("dumb");
    terminal.wait_for("TERM 是 dumb");
    assert_eq!(terminal.end_in_order(), 2);
    assert!(!terminal.bytes().contains(&0x1b));
}
