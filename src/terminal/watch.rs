//! What ends or changes a session from outside: signals, and a terminal that goes away.
//!
//! A terminal can vanish without a signal where SIGHUP is ignored (nohup, task runners); reading it then
//! fails for ever. So one thread does nothing but wait for the hang-up of the terminal itself.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::desk::Told;
use crate::app::{Event, Size};
use crate::fault;
use crate::plan::Library;

/// Something the loop hears.
#[derive(Debug)]
pub(super) enum Heard {
    /// An event for the state.
    Event(Event),
    /// What came from the terminal at once.
    Typed(Vec<Event>),
    /// What came of something the desk did while this library was shown.
    Desk(Arc<Library>, Told),
    /// A signal that ends the program.
    Signal(i32),
    /// The terminal is gone.
    HungUp,
}

/// Sends what comes from outside until nobody listens.
///
/// # Errors
/// Where signals can't be caught.
pub(super) fn outside(to: &Sender<Heard>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGWINCH])?;
    let sender = to.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            fault::at("thread", &"signals");
            let heard = match (signal, crossterm::terminal::size()) {
                (SIGWINCH, Ok((width, height))) => Heard::Event(Event::Resize(Size { width, height })),
                (SIGWINCH, Err(_)) => continue,
                _ => Heard::Signal(signal),
            };
            if sender.send(heard).is_err() {
                return;
            }
        }
    });
    let sender = to.clone();
    thread::spawn(move || {
        wait_for_hang_up();
        // The answer is the same whether anybody still listens.
        let _ = sender.send(Heard::HungUp);
    });
    Ok(())
}

/// Returns when the terminal at stdin hangs up. No event is asked for, so keys wake nobody.
fn wait_for_hang_up() {
    let stdin = rustix::stdio::stdin();
    loop {
        let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut fds, None) {
            Err(error) if error == rustix::io::Errno::INTR => {}
            _ => return,
        }
    }
}
