//! Other processes: four that pin at once, and one that is killed while it saves, again and again.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use jianbao::store::{LibraryKey, Store, StoreError};

use super::{Folder, day};

const FOLDER: &str = "JIANBAO_TEST_STATE";
const NAME: &str = "JIANBAO_TEST_WRITER";
const COUNT: &str = "JIANBAO_TEST_COUNT";

/// This test binary as a window that pins one thing after the other and says so when each is saved. As a
/// test of its own it does nothing.
#[test]
fn writer() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let name = std::env::var(NAME).unwrap();
    let count: usize = std::env::var(COUNT).unwrap().parse().unwrap();
    let store = Store::new(Path::new(&folder), LibraryKey::builtin());
    let (mut pins, error) = store.load_pins();
    assert!(error.is_none(), "{error:?}");
    for n in 0..count {
        let path = format!("p/{name}/{n}");
        pins.toggle(&path, "文", day());
        loop {
            match store.save_pins(&mut pins) {
                Ok(_) => break,
                Err(StoreError::Busy { .. }) => {}
                Err(error) => panic!("{error}"),
            }
        }
        println!("\nsaved {path}");
        std::io::stdout().flush().unwrap();
    }
}

fn start(folder: &Path, name: &str, count: usize) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["store::crash::writer", "--exact", "--nocapture", "--test-threads=1"])
        .envs([(FOLDER, folder.as_os_str()), (NAME, name.as_ref()), (COUNT, count.to_string().as_ref())])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn four_windows_pinning_at_once_keep_all_four_hundred() {
    let folder = Folder::new();
    let windows: Vec<Child> =
        ["a", "b", "c", "d"].iter().map(|name| start(folder.path(), name, 100)).collect();
    for mut window in windows {
        // Their words must be heard, or the pipe fills and they wait for ever.
        let heard = BufReader::new(window.stdout.take().unwrap()).lines().count();
        assert!(window.wait().unwrap().success() && heard >= 100);
    }
    let (pins, error) = folder.store().load_pins();
    assert!(error.is_none(), "{error:?}");
    for name in ["a", "b", "c", "d"] {
        for n in 0..100 {
            assert!(pins.contains(&format!("p/{name}/{n}")), "{name} {n}");
        }
    }
    assert_eq!(pins.len(), 400);
    assert_eq!(folder.names(), ["pins-builtin.toml", "pins-builtin.toml.lock"]);
}

/// The pins that a window said it had saved, until its end; it is killed when it has said so `after` times
/// and `pause` is over.
fn until_killed(mut window: Child, after: usize, pause: Duration) -> Vec<String> {
    let mut lines = BufReader::new(window.stdout.take().unwrap()).lines();
    let saved = |line: String| line.strip_prefix("saved ").map(str::to_owned);
    let mut told: Vec<String> = Vec::new();
    while told.len() < after {
        let Some(Ok(line)) = lines.next() else { break };
        told.extend(saved(line));
    }
    std::thread::sleep(pause);
    window.kill().unwrap();
    window.wait().unwrap();
    told.extend(lines.map_while(Result::ok).filter_map(saved));
    told
}

/// Kills a window `times` times while it saves, at moments spread over a save, and checks after each that
/// what it had acknowledged is there. Returns how many pins were acknowledged and in how many rounds it had
/// been stopped between making a temporary file and its end.
fn kill(times: usize) -> (usize, usize) {
    let folder = Folder::new();
    let (mut acknowledged, mut torn): (Vec<String>, usize) = (Vec::new(), 0);
    for round in 0..times {
        let window = start(folder.path(), &round.to_string(), 1000);
        let pause = Duration::from_micros(u64::try_from(round * 137 % 4000).unwrap());
        acknowledged.extend(until_killed(window, 1 + round % 3, pause));
        torn += usize::from(folder.names().iter().any(|name| name.contains(".tmp-")));
        let (mut pins, error) = folder.store().load_pins();
        assert!(error.is_none(), "round {round}: {error:?}");
        for path in &acknowledged {
            assert!(pins.contains(path), "round {round}: {path} was acknowledged and is lost");
        }
        // Keeps the file small; the taking away is itself a save.
        if pins.len() > 50 {
            for path in acknowledged.drain(..) {
                pins.toggle(&path, "", day());
            }
            let _ = folder.store().save_pins(&mut pins).unwrap();
        }
    }
    (acknowledged.len(), torn)
}

#[test]
fn killed_while_saving_it_keeps_what_it_acknowledged() {
    let (_, torn) = kill(300);
    println!("{torn} of 300 were stopped with a temporary file open");
    assert!(torn > 0, "no kill fell into a save: the test proves nothing");
}
