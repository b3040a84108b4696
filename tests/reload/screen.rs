//! The program itself at a terminal: a figure is edited in a file and shows on the screen.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::folder::{Folder, copy_briefings};

const SIZE: PtySize = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
const LONG: Duration = Duration::from_secs(8);

struct Running {
    child: Box<dyn Child + Send + Sync>,
    screen: Arc<Mutex<vt100::Parser>>,
    keys: Box<dyn Write + Send>,
    _terminal: Box<dyn MasterPty + Send>,
}

impl Running {
    fn new(library: &Path, flags: &[&str]) -> Self {
        let pty = native_pty_system().openpty(SIZE).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jianbao"));
        command.arg(library);
        command.args(flags);
        command.env("TERM", "xterm-256color");
        command.env("SSH_TTY", "/dev/null");
        command.env("LC_ALL", "zh_HK.UTF-8");
        command.env("XDG_CONFIG_HOME", library.parent().unwrap());
        command.env("XDG_STATE_HOME", library.parent().unwrap());
        let child = pty.slave.spawn_command(command).unwrap();
        let [rows, columns] = [SIZE.rows, SIZE.cols].map(|size| NonZero::new(size).unwrap());
        let screen = Arc::new(Mutex::new(vt100::Parser::new(rows, columns, 0)));
        let (mut out, shown) = (pty.master.try_clone_reader().unwrap(), Arc::clone(&screen));
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = out.read(&mut bytes) {
                shown.lock().unwrap().process(&bytes[..count]);
            }
        });
        let keys = pty.master.take_writer().unwrap();
        Self { child, screen, keys, _terminal: pty.master }
    }

    fn shown(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Waits until the screen shows `text`, and says how many milliseconds that took.
    fn until(&self, text: &str) -> u128 {
        let begun = Instant::now();
        while !self.shown().contains(text) {
            assert!(begun.elapsed() < LONG, "{text} does not show:\n{}", self.shown());
            sleep(Duration::from_millis(2));
        }
        begun.elapsed().as_millis()
    }

    /// Waits until the screen does not show `text` any more, and says how many milliseconds that took.
    fn until_gone(&self, text: &str) -> u128 {
        let begun = Instant::now();
        while self.shown().contains(text) {
            assert!(begun.elapsed() < LONG, "{text} stays:\n{}", self.shown());
            sleep(Duration::from_millis(2));
        }
        begun.elapsed().as_millis()
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const FILE: &str = "ce-visits/2026-central-asia.toml";

/// Our briefings, the first figure of one file a known one, and that file with another.
fn briefings() -> (Folder, [String; 2]) {
    let folder = Folder::new();
    fs::remove_dir_all(folder.at("visits")).unwrap();
    copy_briefings(&folder.path);
    let text = fs::read_to_string(folder.at(FILE)).unwrap();
    let line = text.lines().find(|line| line.starts_with("figure = \"")).unwrap();
    let with = |figure| text.replacen(line, &format!("figure = \"{figure}份\""), 1);
    let texts = [with("12,345"), with("98,765")];
    folder.write(FILE, &texts[0]);
    (folder, texts)
}

/// The program with the numbers of that file on its screen.
fn opened(folder: &Folder, flags: &[&str]) -> Running {
    let mut running = Running::new(&folder.path, &[&["--start", "numbers"], flags].concat());
    running.until("總覽");
    running.press("5]]]");
    running.until("12,345");
    running
}

#[test]
fn an_edited_figure_shows_at_once() {
    let (folder, texts) = briefings();
    let running = opened(&folder, &[]);
    let mut times = Vec::new();
    for _ in 0..3 {
        folder.replace(FILE, &texts[1]);
        times.push(running.until("98,765"));
        folder.write(FILE, &texts[0]);
        // The card says what a figure was before, so the new one alone proves nothing.
        times.push(running.until_gone("98,765"));
        running.until("12,345");
    }
    times.sort_unstable();
    println!("from the saved file to the screen: {times:?} ms");
    assert!(times[5] <= 5000, "{times:?} ms");
}

#[test]
fn a_broken_file_leaves_the_screen_as_it_is() {
    let (folder, texts) = briefings();
    let running = opened(&folder, &[]);
    folder.write(FILE, &texts[1][..texts[1].find("98,765").unwrap()]);
    sleep(Duration::from_millis(500));
    assert!(running.shown().contains("12,345"), "{}", running.shown());
    folder.write(FILE, &texts[1]);
    running.until("98,765");
}

#[test]
fn without_watching_the_key_reads_the_files() {
    let (folder, texts) = briefings();
    let mut running = opened(&folder, &["--no-watch"]);
    folder.replace(FILE, &texts[1]);
    sleep(Duration::from_millis(500));
    assert!(running.shown().contains("12,345"), "{}", running.shown());
    running.press("r");
    println!("from the key to the screen: {} ms", running.until("98,765"));
}

/// How often the threads of a process went to sleep, having been woken.
#[cfg(target_os = "linux")]
fn wake_ups(process: u32) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let of = |status: String| -> u64 {
        let line =
            status.lines().find(|line| line.starts_with("voluntary_ctxt_switches")).unwrap().to_owned();
        line.rsplit('\t').next().unwrap().trim().parse().unwrap()
    };
    tasks.map(|task| of(fs::read_to_string(task.unwrap().path().join("status")).unwrap())).sum()
}

#[test]
#[cfg(target_os = "linux")]
fn an_idle_program_sleeps() {
    let (folder, _) = briefings();
    let running = opened(&folder, &[]);
    sleep(Duration::from_millis(700));
    let process = running.child.process_id().unwrap();
    let before = wake_ups(process);
    sleep(Duration::from_secs(3));
    assert_eq!(wake_ups(process) - before, 0);
}
