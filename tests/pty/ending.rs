//! Every way out gives the terminal back.

use std::time::{Duration, Instant};

use super::terminal::{PROGRAM, Terminal};

/// The program, its first screen drawn.
fn running() -> Terminal {
    let terminal = Terminal::run(&[]);
    terminal.wait_for("56條");
    terminal
}

#[test]
fn while_it_runs_the_terminal_is_its_own() {
    let mut terminal = running();
    let during = terminal.modes();
    terminal.wait("the other screen", |screen| {
        screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste()
    });
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
    assert_ne!(terminal.modes(), during, "raw mode was never on");
}

#[test]
fn a_signal_ends_it_with_the_status_a_shell_expects() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut terminal = running();
        terminal.signal(signal);
        assert_eq!(terminal.end_in_order(), code, "{signal}");
    }
}

/// How long it may live after its line is cut.
const LAST_WORDS: Duration = Duration::from_secs(1);

fn cut(mut terminal: Terminal) {
    terminal.wait_for("56條");
    terminal.hang_up();
    let cut = Instant::now();
    assert_eq!(terminal.end(), 129);
    assert!(cut.elapsed() < LAST_WORDS, "it lived on for {:?}", cut.elapsed());
}

#[test]
fn a_line_that_is_cut_ends_it() {
    cut(Terminal::run(&[]));
}

#[test]
fn a_line_that_is_cut_ends_it_where_the_signal_is_ignored() {
    cut(Terminal::start("sh", &["-c", &format!("trap '' HUP; exec {PROGRAM}")]));
}

#[test]
fn it_goes_to_the_background_and_comes_back() {
    let mut terminal = running();
    terminal.send("5");
    terminal.wait_for("▸全部");
    terminal.send("\x1a");
    terminal.wait("the terminal given back", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    // The terminal is given back a moment before the program stops; a CONT in that moment is lost.
    let again = || {
        terminal.signal("CONT");
        terminal.comes(Duration::from_millis(50), vt100::Screen::alternate_screen)
    };
    assert!((0..200).any(|_| again()), "it does not come back");
    terminal.wait_for("▸全部");
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
}

#[test]
fn the_mouse_is_given_back_too() {
    let file = std::env::temp_dir().join(format!("jianbao-{}-mouse.toml", std::process::id()));
    std::fs::write(&file, "mouse = true\n").unwrap();
    let mut terminal = Terminal::run(&["--config", file.to_str().unwrap()]);
    terminal.wait_for("56條");
    terminal.wait("the mouse", |screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    // The wheel is an arrow key: one turn down selects the next number.
    let before = terminal.text();
    terminal.send("\x1b[<65;10;10M");
    terminal.wait("another screen", |screen| super::terminal::text(screen) != before);
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
    let _ = std::fs::remove_file(file);
}

#[test]
fn a_terminal_that_is_asked_and_answers_loses_no_key() {
    let mut terminal = Terminal::start("sh", &["-c", &format!("unset JIANBAO_AMBIGUOUS; exec {PROGRAM}")]);
    // The answer to DSR 6 after one ambiguous character, with keys before and after it.
    terminal.send("5\x1b[1;2R]");
    let library = jianbao::plan::Library::builtin();
    terminal.wait_for(&format!("▸{}", library.plans[4].sections[0].title));
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
}

/// The first frame does not wait for the answer; one that says "two columns" brings another frame.
#[test]
fn an_answer_after_the_first_frame_is_taken_in() {
    let shell = format!("unset JIANBAO_AMBIGUOUS; exec {PROGRAM}");
    let mut terminal = Terminal::start("sh", &["-c", &shell]);
    terminal.wait_for("大灣區");
    // 100 ms after the question nobody listens for the answer any more; on a slow machine that may be now.
    terminal.send("\x1b[1;3R");
    let of_two_columns = |screen: &vt100::Screen| !super::terminal::text(screen).contains('─');
    let heard = terminal.comes(Duration::from_secs(2), of_two_columns);
    terminal.send("5]");
    let library = jianbao::plan::Library::builtin();
    terminal.wait_for(&format!("▸{}", library.plans[4].sections[0].title));
    assert_eq!(heard, !terminal.text().contains('─'));
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
}
