//! Every way out in every kind of surroundings: forty runs, each of which has to leave the terminal as it was, with
//! the right exit status and nobody left behind; and while nothing happens, no work is done.

use std::fs;
use std::time::{Duration, Instant};

use super::terminal::{PROGRAM, Terminal};

/// What the program may find around it, as `env` takes it.
const SURROUNDINGS: &[(&str, &[&str])] = &[
    ("as usual", &[]),
    ("no TERM", &["-u", "TERM"]),
    ("locale C", &["LC_ALL=C"]),
    ("as if over SSH", &["SSH_TTY=/dev/pts/0", "SSH_CONNECTION=1 2 3 4"]),
    ("nowhere to save", &["HOME=/dev/null", "NO_COLOR=1"]),
];

/// A way out, and the exit status it is to have.
const WAYS: &[(&str, u32)] = &[
    ("q", 0),
    ("^C", 0),
    ("INT", 130),
    ("TERM", 143),
    ("HUP", 129),
    ("hung up", 129),
    ("hung up, HUP ignored", 129),
    ("^Z, fg, q", 0),
];

fn begin(surroundings: &[&str], ignore: bool) -> Terminal {
    let trap = if ignore { "trap '' HUP; " } else { "" };
    let script = format!("{trap}exec \"$@\"");
    let mut line = vec!["-c", script.as_str(), "sh", "env"];
    line.extend_from_slice(surroundings);
    line.push(PROGRAM);
    let terminal = Terminal::start("sh", &line);
    // In the locale C the interface is the same: what it says of the language is not what the terminal can show.
    terminal.wait_for("56");
    terminal
}

fn take(way: &str, terminal: &mut Terminal) -> u32 {
    match way {
        "q" => terminal.send("q"),
        "^C" => terminal.send("\x03"),
        "^Z, fg, q" => {
            suspend(terminal);
            terminal.wait_for("56");
            idles(terminal);
            terminal.send("q");
        }
        signal if signal.chars().all(char::is_uppercase) => terminal.signal(signal),
        _ => {
            terminal.hang_up();
            return terminal.end();
        }
    }
    terminal.end_in_order()
}

/// Stops it and lets it go on. A CONT between the last words and the stop is lost, so it is sent again.
fn suspend(terminal: &mut Terminal) {
    terminal.send("\x1a");
    terminal.wait("the terminal given back", |screen| !screen.alternate_screen());
    let again = || {
        terminal.signal("CONT");
        terminal.comes(Duration::from_millis(50), vt100::Screen::alternate_screen)
    };
    assert!((0..200).any(|_| again()), "it does not come back");
}

/// How long all threads of the program have run, in nanoseconds.
fn worked(process: u32) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).unwrap().map(|task| task.unwrap().path());
    let ran = |task: std::path::PathBuf| {
        let said = fs::read_to_string(task.join("schedstat")).unwrap_or_default();
        said.split(' ').next().and_then(|word| word.parse::<u64>().ok()).unwrap_or(0)
    };
    tasks.map(ran).sum()
}

/// It comes to rest: in some fifth of a second it works for less than a fiftieth of it. Whoever spins never does.
#[cfg(target_os = "linux")]
fn idles(terminal: &Terminal) {
    let process = terminal.process();
    let mut least = u128::MAX;
    for _ in 0..50 {
        let (before, begun) = (worked(process), Instant::now());
        std::thread::sleep(Duration::from_millis(200));
        let ran = u128::from(worked(process).saturating_sub(before));
        least = least.min(ran * 100 / begun.elapsed().as_nanos());
        if least < 2 {
            return;
        }
    }
    panic!("it works {least} % of the time");
}

#[test]
fn forty_runs_end_in_order() {
    let mut slowest = (Duration::ZERO, String::new());
    let mut runs = 0;
    for (name, surroundings) in SURROUNDINGS {
        for (way, status) in WAYS {
            let mut terminal = begin(surroundings, way.contains("ignored"));
            if *way == "q" {
                idles(&terminal);
            }
            let asked = Instant::now();
            assert_eq!(take(way, &mut terminal), *status, "{name}: {way}");
            if !way.contains("fg") {
                slowest = slowest.max((asked.elapsed(), format!("{name}: {way}")));
            }
            runs += 1;
        }
    }
    assert_eq!(runs, 40);
    println!("40 runs; the slowest end took {slowest:?}");
    // It has a second; a machine with other things to do is given more.
    assert!(slowest.0 < Duration::from_secs(5), "{slowest:?}");
}

/// Without a terminal on one side there is no screen to open; nothing is sent and nothing waits.
#[test]
fn half_a_terminal_is_none() {
    for half in ["< /dev/null", "| cat", "> /dev/null", "< /dev/null > /dev/null", "<&-", ">&-"] {
        let script = format!("{PROGRAM} {half}; echo ended with ${{PIPESTATUS:-$?}}");
        let mut terminal = Terminal::start("bash", &["-c", &script]);
        terminal.wait_for("ended with 2");
        assert!(terminal.text().contains("終端機"), "{half}: {}", terminal.text());
        assert_eq!(terminal.end_in_order(), 0, "{half}");
        assert!(!terminal.bytes().contains(&0x1b), "{half}: {:?}", terminal.text());
    }
}
