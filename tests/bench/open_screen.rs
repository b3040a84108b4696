//! What `open_bench` measures from outside: the program, or `less`, in a terminal of 100 columns and 30 rows, from
//! when it is started, and after a key, to the last byte it writes.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::{median, ms};

const COLUMNS: u16 = 100;
const ROWS: u16 = 30;

/// A program that is silent for so long has written what it had to.
const SILENCE: Duration = Duration::from_millis(3);
/// A key that brings nothing by then, at the end of a list, brings nothing.
const A_MOMENT: Duration = Duration::from_millis(500);
/// Nothing takes longer than this.
const PATIENCE: Duration = Duration::from_secs(60);
/// After so long nothing goes on any more that the start set going.
const REST: Duration = Duration::from_secs(3);

/// The end of a synchronised update, and so of the first frame.
const FRAME: &[u8] = b"\x1b[?2026l";
/// What the screen says while the library is being read.
const READING: &str = "已讀規劃";

/// What was measured of one session; times in milliseconds, memory in megabytes.
pub(crate) struct Session {
    /// Until everything is read.
    pub(crate) read: Option<f64>,
    /// A key that goes down a list of measures, to the last byte it brings; the median of a score.
    pub(crate) list: Option<f64>,
    /// The same on the timeline of home.
    pub(crate) home: Option<f64>,
    /// What it holds when nothing goes on.
    pub(crate) memory: Option<f64>,
}

impl Session {
    /// With the library in `folder`, or with the briefings built in.
    pub(crate) fn of(program: &Path, folder: Option<&Path>, home: &Path) -> Self {
        let mut terminal = Terminal::start(program, folder, home);
        let since = |start: Instant, end: Instant| ms(end.duration_since(start));
        let start = terminal.start;
        terminal.until(|terminal| terminal.has_sent(FRAME));
        let read = terminal.until(|terminal| !terminal.shows(READING));
        terminal.rest(REST);
        let memory = terminal.memory();
        terminal.press("\t");
        let home = terminal.score();
        // The first plan, from its overview to its measures.
        terminal.press("1");
        terminal.press("\t");
        let list = terminal.score();
        terminal.press("q");
        Self { read: read.map(|end| since(start, end)), list, home, memory }
    }
}

/// How long the program takes to the end of its first frame, in milliseconds.
pub(crate) fn first_frame(program: &Path, folder: Option<&Path>, home: &Path) -> Option<f64> {
    let mut terminal = Terminal::start(program, folder, home);
    let start = terminal.start;
    let end = terminal.until(|terminal| terminal.has_sent(FRAME));
    terminal.press("q");
    end.map(|end| ms(end.duration_since(start)))
}

/// How long `less` takes to the last byte of its first screen, in milliseconds; nothing where it is not installed.
pub(crate) fn less(text: &Path, home: &Path) -> Option<f64> {
    let path = std::env::var_os("PATH")?;
    let program =
        std::env::split_paths(&path).map(|folder| folder.join("less")).find(|less| less.is_file())?;
    let mut terminal = Terminal::start(&program, Some(text), home);
    let start = terminal.start;
    let last = terminal.last(PATIENCE);
    terminal.press("q");
    last.map(|end| ms(end.duration_since(start)))
}

/// A terminal with a program in it.
struct Terminal {
    start: Instant,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    /// What the program writes, and when that came.
    written: Receiver<(Instant, Vec<u8>)>,
    bytes: Vec<u8>,
    /// When the last of it came.
    at: Instant,
    screen: vt100::Parser,
    /// Kept, for the line is gone with it.
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn start(program: &Path, argument: Option<&Path>, home: &Path) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(argument);
        command.env_clear();
        command.env("HOME", home);
        // Widths are said, so that nobody asks this terminal, which would not answer.
        let said = [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("JIANBAO_LANG", "zh-Hant")];
        said.into_iter()
            .chain([("JIANBAO_AMBIGUOUS", "narrow")])
            .for_each(|(name, value)| command.env(name, value));
        command.cwd(home);
        let (mut reader, writer) =
            (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
        let (sender, written) = channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let piece = bytes.get(..count).unwrap_or_default().to_vec();
                if sender.send((Instant::now(), piece)).is_err() {
                    return;
                }
            }
        });
        let start = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let count = |count| NonZeroU16::new(count).unwrap();
        let screen = vt100::Parser::new(count(ROWS), count(COLUMNS), 0);
        Self { start, child, writer, written, bytes: Vec::new(), at: start, screen, _master: pair.master }
    }

    /// Waits for more; returns when it came.
    fn next(&mut self, patience: Duration) -> Option<Instant> {
        let (at, bytes) = self.written.recv_timeout(patience).ok()?;
        self.screen.process(&bytes);
        self.bytes.extend(bytes);
        self.at = at;
        Some(at)
    }

    /// When that came with which it is `ready`.
    fn until(&mut self, ready: impl Fn(&Self) -> bool) -> Option<Instant> {
        while !ready(self) {
            self.next(PATIENCE)?;
        }
        Some(self.at)
    }

    /// When the last byte came before it fell silent, once it has begun.
    fn last(&mut self, patience: Duration) -> Option<Instant> {
        let mut last = self.next(patience)?;
        while let Some(at) = self.next(SILENCE) {
            last = at;
        }
        Some(last)
    }

    /// Lets time pass.
    fn rest(&mut self, time: Duration) {
        let end = Instant::now() + time;
        while self.next(end.saturating_duration_since(Instant::now())).is_some() {}
    }

    /// Sends the bytes of a key, and returns how long it takes to the last byte it brings, in milliseconds.
    fn press(&mut self, key: &str) -> Option<f64> {
        let start = Instant::now();
        self.writer.write_all(key.as_bytes()).ok()?;
        self.writer.flush().ok()?;
        self.last(A_MOMENT).map(|end| ms(end.duration_since(start)))
    }

    /// Presses the arrow down a score of times, with a moment between for what follows a key.
    fn score(&mut self) -> Option<f64> {
        let mut times = Vec::new();
        for _ in 0..20 {
            self.rest(Duration::from_millis(20));
            times.extend(self.press("\x1b[B"));
        }
        median(times)
    }

    fn has_sent(&self, bytes: &[u8]) -> bool {
        self.bytes.windows(bytes.len()).any(|piece| piece == bytes)
    }

    fn shows(&self, words: &str) -> bool {
        self.screen.screen().rows(0, COLUMNS).any(|row| row.contains(words))
    }

    /// The memory that is its own or mapped and in use, in megabytes; known on Linux alone.
    fn memory(&self) -> Option<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        let kib: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kib * 1024.0 / 1e6)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // One that has not ended by its key.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
