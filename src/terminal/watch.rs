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

use super::ability::size;
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

/// What comes from outside. From the beginning a signal ends nothing by itself any more; who tells of it is a matter of two
/// threads, which are in the way of a first frame.
pub(super) struct Outside {
    to: Sender<Heard>,
    /// Caught since then, until somebody listens.
    signals: Option<Signals>,
}

impl Outside {
    /// Catches what comes from outside.
    ///
    /// # Errors
    /// Where signals can't be caught.
    pub(super) fn new(to: &Sender<Heard>) -> io::Result<Self> {
        let signals = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGWINCH])?;
        Ok(Self { to: to.clone(), signals: Some(signals) })
    }

    /// Sends what came and what comes, until nobody wants it; the second time there is nothing to be done.
    pub(super) fn listen(&mut self) {
        let Some(signals) = self.signals.take() else { return };
        let (sender, hung_up) = (self.to.clone(), self.to.clone());
        thread::spawn(move || tell(signals, &sender));
        thread::spawn(move || {
            wait_for_hang_up();
            // The answer is the same whether anybody still listens.
            let _ = hung_up.send(Heard::HungUp);
        });
    }
}

fn tell(mut signals: Signals, to: &Sender<Heard>) {
    for signal in signals.forever() {
        fault::at("thread", &"signals");
        let heard = match (signal, size()) {
            (SIGWINCH, Ok((width, height))) => Heard::Event(Event::Resize(Size { width, height })),
            (SIGWINCH, Err(_)) => continue,
            _ => Heard::Signal(signal),
        };
        if to.send(heard).is_err() {
            return;
        }
    }
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
