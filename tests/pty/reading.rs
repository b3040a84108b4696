//! Reading at a terminal: after each key what the drawing of the same state says, and what a person would look for.

use jianbao::app::{Event, Size};

use super::pair::Pair;

#[track_caller]
fn has(text: &str, words: &str) {
    assert!(text.contains(words), "{words} is not there:\n{text}");
}

#[test]
fn a_walk_through_the_briefings() {
    let mut pair = Pair::new();
    let home = pair.terminal.text();
    for figure in ["56條", "約40個", "96份"] {
        has(&home.replace(' ', ""), figure);
    }
    assert_ne!(pair.press("\t", "Tab"), home);
    assert_eq!(pair.press("\x1b[Z", "S-Tab"), home);
    has(&pair.press("3", "3"), "▸全部");
    pair.press("]", "]");
    pair.press("\t", "Tab");
    pair.press("\t", "Tab");
    pair.press("j", "j");
    pair.press("\x1b[B", "Down");
    pair.press("\x1b[6~", "PgDn");
    pair.press("\r", "Enter");
    pair.press("\x1b", "Esc");
    pair.press("b", "b");
    pair.press("\x1b", "Esc");
    pair.press("5", "5");
    has(&pair.press("b", "b"), "██");
    pair.press("j", "j");
    pair.press("\x1b", "Esc");
    has(&pair.press("?", "?"), "移動");
    pair.press("/", "/");
    has(&pair.press("大", "大"), "/大");
    pair.press("\x7f", "Backspace");
    pair.press("\x1b", "Esc");
    pair.press("\x1b", "Esc");
    pair.press("a", "a");
    pair.press("0", "0");
    pair.terminal.send("q");
    assert_eq!(pair.terminal.end_in_order(), 0);
}

#[test]
fn full_width_keys_and_pasted_text() {
    let mut pair = Pair::new();
    pair.press("５", "５");
    pair.press("：", "：");
    pair.press("\x1b[200~前海\x1b[201~", "paste:前海");
    has(&pair.press("\r", "Enter"), "前海建設");
    pair.terminal.send("ｑ");
    assert_eq!(pair.terminal.end_in_order(), 0);
}

#[test]
fn another_size_while_it_runs() {
    let mut pair = Pair::new();
    pair.press("5", "5");
    for (width, height) in [(80, 24), (40, 10), (20, 5), (140, 40)] {
        pair.terminal.resize(width, height);
        pair.reader.hear(Event::Resize(Size { width, height }));
        pair.hold("another size");
    }
    pair.terminal.send("\x03");
    assert_eq!(pair.terminal.end_in_order(), 0);
}

#[test]
fn many_keys_at_once() {
    let mut pair = Pair::new();
    pair.press("5\t\tjjjjkk]]]]j\x1b[Bjj", "5 Tab Tab 4*j 2*k 4*] 4*j");
    pair.terminal.send("q");
    assert_eq!(pair.terminal.end_in_order(), 0);
}

/// Keys that come together become one frame, two where they reach the program in two pieces. Each of these keys
/// alone sends hundreds of bytes.
#[test]
fn a_hundred_keys_at_once_are_two_frames_at_most() {
    let mut pair = Pair::new();
    let whole = pair.terminal.bytes().len();
    for (bytes, name) in [("6", "6"), ("\t", "Tab"), ("\t", "Tab"), ("k", "k")] {
        pair.press(bytes, name);
    }
    let before = pair.terminal.bytes().len();
    pair.terminal.send(&"j".repeat(100));
    (0..100).for_each(|_| pair.reader.press("j"));
    pair.hold("a hundred keys");
    let sent = pair.terminal.bytes().len() - before;
    assert!(sent <= 2 * whole, "{sent} bytes, and {whole} are a whole screen");
}
