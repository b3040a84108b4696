//! The loop of a session at this terminal: wait, let everything that is waiting change the state, draw
//! once. It never wakes without a reason; midnight is one.

use std::io::{self, Stdout};
use std::process;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use chrono::{Days, Local, NaiveTime};
use signal_hook::consts::SIGSTOP;

use super::guard::{self, Guard};
use super::input;
use super::probe;
use super::reload::{Reloader, Reloading};
use super::watch::{Heard, outside};
use crate::app::{App, Effect, Event};
use crate::backend::{Ambiguous, Options};
use crate::keys::Key;
use crate::session::Session;

/// How the program looks and behaves at this terminal.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// What the terminal can do.
    pub options: Options,
    /// Whether it may be asked how wide ambiguous characters are.
    pub ask: bool,
    /// Frames in ASCII.
    pub ascii: bool,
    /// Whether the program takes the mouse.
    pub mouse: bool,
}

/// Runs a session until the reader quits or the terminal goes, its library kept fresh by `reloader`. A
/// signal ends it with the exit status the shell expects.
///
/// # Errors
/// Where the terminal can't be taken over or written to.
pub fn run(app: App, manner: Manner, reloader: Option<Reloader>) -> io::Result<()> {
    guard::on_panic();
    let (sender, events) = channel();
    outside(&sender)?;
    let guard = Guard::new(manner.mouse)?;
    let mut options = manner.options;
    if manner.ask && options.ambiguous == Ambiguous::Unknown {
        let answer = probe::ask()?;
        options.ambiguous = answer.width;
        send_typed(&sender, &answer.typed);
    }
    let reloading = reloader.map(|reloader| {
        let to = sender.clone();
        reloader.start(move |library| to.send(Heard::Event(Event::Library(Arc::new(library)))).is_ok())
    });
    listen(sender);
    let mut session = Session::new(app, io::stdout(), options, manner.ascii);
    let end = turn(&mut session, &events, (&guard, reloading.as_ref()));
    drop(guard);
    match end {
        Ok(End::Signal(signal)) => process::exit(128 + signal),
        Ok(End::Quit) => Ok(()),
        Err(error) => Err(error),
    }
}

enum End {
    Quit,
    Signal(i32),
}

fn turn(
    session: &mut Session<Stdout>,
    events: &Receiver<Heard>,
    (guard, reloading): (&Guard, Option<&Reloading>),
) -> io::Result<End> {
    loop {
        session.draw()?;
        let first = events.recv_timeout(until_midnight());
        let today = Event::Day(Local::now().date_naive());
        let mut waiting = vec![Heard::Event(today)];
        match first {
            Ok(heard) => waiting.push(heard),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(End::Quit),
        }
        waiting.extend(events.try_iter());
        for heard in waiting {
            let effects = match heard {
                Heard::Event(event) => session.handle(event),
                Heard::Signal(signal) => return Ok(End::Signal(signal)),
                Heard::HungUp => return Ok(End::Signal(signal_hook::consts::SIGHUP)),
            };
            for effect in effects {
                match effect {
                    Effect::Quit => return Ok(End::Quit),
                    Effect::Suspend => suspend(session, guard)?,
                    Effect::Redraw => session.invalidate(),
                    Effect::Reload => reloading.into_iter().for_each(Reloading::now),
                }
            }
        }
    }
}

/// Gives the terminal back, stops, and takes it over again when the shell lets the program go on.
fn suspend(session: &mut Session<Stdout>, guard: &Guard) -> io::Result<()> {
    guard::give_back();
    signal_hook::low_level::raise(SIGSTOP)?;
    guard.enter()?;
    if let Ok((width, height)) = crossterm::terminal::size() {
        session.handle(Event::Resize(crate::app::Size { width, height }));
    }
    session.invalidate();
    Ok(())
}

/// Sends what the terminal's keys mean until it can't be read any more.
fn listen(to: Sender<Heard>) {
    thread::spawn(move || {
        while let Ok(heard) = crossterm::event::read() {
            if let Some(event) = input::event(heard) {
                if to.send(Heard::Event(event)).is_err() {
                    return;
                }
            }
        }
        // The answer is the same whether anybody still listens.
        let _ = to.send(Heard::HungUp);
    });
}

/// Keys typed while the terminal was asked something.
fn send_typed(to: &Sender<Heard>, typed: &[u8]) {
    for c in String::from_utf8_lossy(typed).chars().filter(|c| !c.is_control()) {
        // Whoever listens is this very thread, later.
        let _ = to.send(Heard::Event(Event::Key(Key::char(c))));
    }
}

/// How long until the date changes here.
fn until_midnight() -> Duration {
    let now = Local::now().naive_local();
    let tomorrow = now.date().checked_add_days(Days::new(1)).map(|day| day.and_time(NaiveTime::MIN));
    let left = tomorrow.and_then(|midnight| (midnight - now).to_std().ok());
    left.unwrap_or(Duration::from_secs(3600)) + Duration::from_millis(50)
}
