//! Taking the terminal over and giving it back: on quit, on an error, on a panic, before a stop.

use std::io::{self, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use crate::backend::{ENTER, LEAVE, PASTE};

/// Whether the terminal is ours, so that it is given back once, by whoever comes first.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Guard {
    mouse: bool,
}

/// Reports mouse buttons and the wheel, in SGR coordinates.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

impl Guard {
    /// Takes the terminal over: raw mode, the other screen, no cursor.
    ///
    /// # Errors
    /// Where there is no terminal, or it does not take what is written.
    pub fn new(mouse: bool) -> io::Result<Self> {
        let guard = Self { mouse };
        guard.enter()?;
        Ok(guard)
    }

    /// Takes it over again after `give_back`.
    ///
    /// # Errors
    /// As [`Guard::new`].
    pub fn enter(&self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let mut out = io::stdout().lock();
        out.write_all(ENTER)?;
        out.write_all(PASTE)?;
        if self.mouse {
            out.write_all(MOUSE_ON)?;
        }
        out.flush()
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
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout().lock();
    let _ = out.write_all(MOUSE_OFF).and_then(|()| out.write_all(LEAVE)).and_then(|()| out.flush());
    let _ = disable_raw_mode();
}

/// Leaves the other screen for the plain one, the terminal still ours: for text that is to stay there.
pub(super) fn step_out() -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(LEAVE)?;
    out.flush()
}

/// Lets a panic give the terminal back before it is told.
pub(super) fn on_panic() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        give_back();
        before(info);
    }));
}
