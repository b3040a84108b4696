//! A library on a slow disk: the first frame does not wait for it, keys do not wait for it, and in the end it is
//! all there.

use std::time::{Duration, Instant};

use super::terminal::{PROGRAM, Terminal};
use crate::reload::opening::office;

#[test]
fn a_slow_disk_holds_up_neither_the_first_frame_nor_a_key() {
    // Sixty plans, which at so many milliseconds a file take some seconds.
    let folder = office(60, 1);
    let command = format!("JIANBAO_SLOW_READ=60 exec {PROGRAM} {}", folder.path.display());
    let mut terminal = Terminal::start("sh", &["-c", &command]);
    terminal.wait_for("已讀規劃");
    // Long before it is read, keys do what they do: help comes and goes, and a plan that is there opens.
    let begun = Instant::now();
    terminal.send("?");
    terminal.wait_for("按鍵");
    terminal.send("\x1b");
    terminal.wait("home again", |screen| !super::terminal::text(screen).contains("按鍵"));
    terminal.send("1\t");
    terminal.wait_for("▸ 詞1");
    assert!(terminal.text().contains("已讀規劃"), "it was read before the keys were tried");
    println!("help and a plan while it is read: {} ms", begun.elapsed().as_millis());
    let read =
        terminal.comes(Duration::from_secs(30), |screen| !super::terminal::text(screen).contains("已讀規劃"));
    assert!(read, "it never came to an end");
    assert!(terminal.text().contains("▸ 詞1"), "the cursor stayed where it was");
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
}

#[test]
fn a_large_library_turns_into_simplified_characters() {
    let folder = office(60, 1);
    let mut terminal = Terminal::run(&[folder.path.to_str().unwrap()]);
    terminal.wait("it is read", |screen| {
        let text = super::terminal::text(screen);
        text.contains("總覽") && !text.contains("已讀規劃")
    });
    terminal.send("1s");
    terminal.wait_for("內容：簡體字");
    terminal.send("s");
    terminal.wait_for("內容：原文");
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
}
