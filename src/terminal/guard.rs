//! Taking the terminal over and giving it back: on quit, on an error, on a panic, before a stop.

use std::io::{self, Write};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{panic, process, thread};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::log::Log;
use crate::backend::{ENTER, LEAVE, PASTE};
use crate::lang::{Lang, fill};
use crate::text;

/// Whether the terminal is ours, so that it is given back once, by whoever comes first.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether our screen is shown, or on its way.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Guard {
    mouse: bool,
}

/// The bytes that bring up our screen. They wait for the first to stand on it, so that it takes one write: no empty screen
/// is seen, and a line far away is sent one packet.
#[derive(Debug)]
pub(super) struct Opening(Vec<u8>);

impl Opening {
    /// The other screen, without a cursor; with the `mouse`, if it is taken.
    pub(super) fn of(mouse: bool) -> Self {
        Self([ENTER, PASTE, if mouse { MOUSE_ON } else { b"" }].concat())
    }

    /// What brings up the screen with `bytes` on it, about to be written.
    pub(super) fn with(mut self, bytes: &[u8]) -> Vec<u8> {
        SHOWN.store(true, Ordering::SeqCst);
        self.0.extend_from_slice(bytes);
        self.0
    }
}

/// Reports mouse buttons and the wheel, in SGR coordinates.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

impl Guard {
    /// Takes the terminal over: raw mode. Its screen stays until ours is brought up with something on it.
    ///
    /// # Errors
    /// Where there is no terminal.
    pub fn new(mouse: bool) -> io::Result<Self> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        Ok(Self { mouse })
    }

    /// What brings up our screen.
    pub(super) fn opening(&self) -> Opening {
        Opening::of(self.mouse)
    }

    /// Takes the terminal over again after `give_back`, its other screen at once.
    ///
    /// # Errors
    /// Where there is none, or it does not take what is written.
    pub(super) fn enter(&self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        send(&self.opening().with(b""))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back, if it is ours. A terminal that is gone can't be given anything; that is no
/// error worth a word.
pub(super) fn give_back() {
    give_back_by(&mut io::stdout().lock());
}

fn give_back_by(out: &mut impl Write) {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // Where nothing of ours was shown, leaving would only move the reader's cursor.
    if SHOWN.swap(false, Ordering::SeqCst) {
        let _ = out.write_all(MOUSE_OFF).and_then(|()| out.write_all(LEAVE)).and_then(|()| out.flush());
    }
    let _ = disable_raw_mode();
}

/// Leaves the other screen for the plain one, the terminal still ours: for text that is to stay there.
pub(super) fn step_out() -> io::Result<()> {
    send(LEAVE)
}

/// Writes to the terminal at once what is no frame.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// The exit status of a panic, in a release too, which would else abort and leave a core file.
const PANICKED: i32 = 101;

/// Where a panic is noted, and the language it is told in.
static REPORT: OnceLock<(Log, Lang)> = OnceLock::new();

/// From now on a panic is noted in `log` and told in `lang`.
pub fn report(log: &Log, lang: Lang) {
    // The second session of a process tells of its panics as the first does.
    let _ = REPORT.set((log.clone(), lang));
}

/// What was said when it panicked.
fn message<'a>(info: &'a panic::PanicHookInfo<'_>) -> &'a str {
    let payload = info.payload();
    let owned = || payload.downcast_ref::<String>().map(String::as_str);
    payload.downcast_ref::<&str>().copied().or_else(owned).unwrap_or("?")
}

/// Lets a panic, on whatever thread, give the terminal back, say what happened, and end the program. Its words
/// may hold anything, a briefing's text too: they are shown made safe, and kept out of the log.
pub fn on_panic() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        // Held until the end, so that no other thread draws on a screen that is not ours any more.
        let mut out = io::stdout().lock();
        give_back_by(&mut out);
        let (log, lang) = REPORT.get().cloned().unwrap_or_default();
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let thread = thread::current();
        log.error(&format!("panic at {place} on {}", thread.name().unwrap_or("a thread")));
        let t = lang.ui();
        let words = [("why", message(info)), ("place", &place)];
        let told = text::sanitize(&fill(t.panicked, &words)).text.into_owned();
        let file = log.file().map(|file| fill(t.panicked_log, &[("file", &file.display().to_string())]));
        let file = file.map(|words| format!("\n{}", text::sanitize(&words).text)).unwrap_or_default();
        // Where stderr is gone too there is nobody left to tell.
        let _ = writeln!(io::stderr(), "jianbao: {told}{file}");
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|wanted| wanted != "0") {
            before(info);
        }
        process::exit(PANICKED);
    }));
}
