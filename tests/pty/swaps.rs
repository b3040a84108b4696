//! Ten thousand times a file is replaced under the running program: whenever the screen comes to rest it shows the
//! one edition or the other whole, and never is anything said to be wrong.

use std::fs;
use std::time::Duration;

use super::terminal::{PROGRAM, Terminal};
use crate::reload::folder::{Folder, section};

const SWAPS: usize = 10_000;

#[test]
fn ten_thousand_swaps_show_no_file_that_was_cut_off() {
    let folder = Folder::new();
    let editions = [folder.at("first"), folder.at("second")];
    for (number, (place, terms)) in editions.iter().zip([3, 60]).enumerate() {
        fs::write(place, section("a", number + 1, terms)).unwrap();
    }
    let (file, beside) = (folder.at("visits/a.toml"), folder.at("visits/a.toml.new"));
    let mut terminal = Terminal::start(PROGRAM, &[folder.path.to_str().unwrap()]);
    terminal.wait_for("外訪");
    terminal.send("1");
    terminal.wait_for("詞彙 6");
    for swap in 1..=SWAPS {
        fs::hard_link(&editions[swap % 2], &beside).unwrap();
        fs::rename(&beside, &file).unwrap();
        // Now and then it is left alone, and what came last has to be there.
        if swap % 500 == 499 {
            terminal.wait_for(["詞彙 6 ", "詞彙 63 "][swap % 2]);
        } else if swap % 50 == 0 {
            std::thread::sleep(Duration::from_millis(3));
        }
    }
    let sent = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    assert!(!sent.contains("仍顯示") && !sent.contains("問題 1"), "something was said to be wrong");
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
}
