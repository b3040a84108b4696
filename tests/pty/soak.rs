//! A long day: a key every ten milliseconds, other sizes, files that are saved under the running program. Its memory
//! comes to rest, and no file is left open.

use std::fs;
use std::time::{Duration, Instant};

use super::terminal::{PROGRAM, Terminal};
use crate::cli::harness::{BRIEFINGS, copy};
use crate::store::Folder;

/// One round through the program, which ends where it begins. `!` saves a file, `<` and `>` change the size.
const ROUND: &str = "1]]jjjjGg\t\tjjdub\x1b\rjjjjj\t\x1b!5\tjjyPxm'jm\x1b<3\tjj\r\x1b?jjjj\x1b>/hetao\x1b[B\x1b[B\r\
                     sjjs:hetao\r!/1.65b\rTTTTajjjja,,,.,wwza!z0jjjjkkkk";

/// What a process has: memory that is in use, in KiB, and open files.
fn has(process: u32) -> (u64, usize) {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    let files = fs::read_dir(format!("/proc/{process}/fd")).unwrap().count();
    (line.split_whitespace().nth(1).unwrap().parse().unwrap(), files)
}

struct Day {
    terminal: Terminal,
    folder: Folder,
    saved: usize,
}

impl Day {
    fn begin() -> Self {
        let folder = Folder::new();
        copy(BRIEFINGS.as_ref(), &folder.path().join("briefings"));
        let state = format!("XDG_STATE_HOME={}", folder.path().join("state").display());
        let library = folder.path().join("briefings");
        let terminal = Terminal::start("env", &[&state, PROGRAM, library.to_str().unwrap()]);
        terminal.wait_for("56條");
        Self { terminal, folder, saved: 0 }
    }

    /// Saves a file as an editor does, a line longer or shorter than before.
    fn save(&mut self) {
        let place = self.folder.path().join("briefings/ce-visits/2026-central-asia.toml");
        let text = fs::read_to_string(&place).unwrap();
        let text = text.split("\n# saved").next().unwrap().to_owned();
        let (beside, mark) = (place.with_extension("new"), format!("\n# saved {}\n", self.saved));
        fs::write(&beside, text + &mark).unwrap();
        fs::rename(beside, place).unwrap();
        self.saved += 1;
    }

    fn round(&mut self) {
        for key in ROUND.split_inclusive(|_: char| true) {
            match key {
                "!" => self.save(),
                "<" => self.terminal.resize(60, 14),
                ">" => self.terminal.resize(100, 30),
                key => self.terminal.send(key),
            }
            // A key right after Esc would be one with Alt.
            std::thread::sleep(Duration::from_millis(if key == "\x1b" { 50 } else { 10 }));
        }
        for key in ["\x1b", "\x1b", "0"] {
            self.terminal.send(key);
            std::thread::sleep(Duration::from_millis(50));
        }
        self.terminal.wait_for("56條");
    }
}

/// Goes round for a tenth of the time, in which everything finds its place, and then for all of it; holds what the
/// process has at the end, `most` parts of a hundred more memory, against what it had at the beginning.
fn soak(time: Duration, most: u64) {
    let mut day = Day::begin();
    let begun = Instant::now();
    while begun.elapsed() < (time / 10).max(Duration::from_secs(4)) {
        day.round();
    }
    let process = day.terminal.process();
    let (memory, files) = has(process);
    let begun = Instant::now();
    let mut rounds = 0;
    while begun.elapsed() < time {
        day.round();
        rounds += 1;
    }
    let (memory_now, files_now) = has(process);
    println!("{rounds} rounds: {memory} → {memory_now} KiB, {files} → {files_now} files");
    assert_eq!(files_now, files, "files left open");
    assert!(memory_now * 100 <= memory * (100 + most), "memory grew from {memory} to {memory_now} KiB");
    day.terminal.send("q");
    assert_eq!(day.terminal.end_in_order(), 0);
}

#[test]
#[cfg(target_os = "linux")]
fn a_few_rounds_take_no_more_and_leave_nothing_open() {
    // What is freed and kept for later settles in some fifty rounds, so that a few tell only of what heaps up fast.
    soak(Duration::from_secs(5), 15);
}

#[test]
#[ignore = "takes ten minutes"]
#[cfg(target_os = "linux")]
fn ten_minutes_take_no_more_and_leave_nothing_open() {
    soak(Duration::from_secs(600), 5);
}
