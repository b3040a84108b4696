//! A library on a slow disk: the first frame does not wait for it, keys do not wait for it, and in the end it is
//! all there.

use std::fs;
use std::time::{Duration, Instant};

use super::terminal::{PROGRAM, Terminal};

/// Sixty plans, which at so many milliseconds a file take some seconds.
fn library() -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("jianbao-slow-{}", std::process::id()));
    for nth in 0..60 {
        let plan = folder.join(format!("plan-{nth:02}"));
        fs::create_dir_all(&plan).unwrap();
        let text = format!(
            "title = '規劃{nth}'\nshort = '劃{nth}'\nen = 'x'\norder = {nth}\nissuer = 'x'\nbottom_line = \
             'x'\nbottom_line_en = 'x'\nsections = ['s']\n[[source]]\nid = 'press'\noutlet = 'x'\ntitle = 'x'\n\
             date = '2026'\n"
        );
        fs::write(plan.join("plan.toml"), text).unwrap();
        fs::write(plan.join("s.toml"), crate::reload::folder::section("s", 1, 2)).unwrap();
    }
    folder
}

#[test]
fn a_slow_disk_holds_up_neither_the_first_frame_nor_a_key() {
    let folder = library();
    let command = format!("JIANBAO_SLOW_READ=60 exec {PROGRAM} {}", folder.display());
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
    let _ = fs::remove_dir_all(folder);
}
