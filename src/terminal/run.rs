//! The loop of a session at this terminal: wait, let everything that is waiting change the state, draw
//! once. It never wakes without a reason; midnight is one.

use std::env;
use std::io;
use std::process;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use chrono::{Days, Local, NaiveTime};
use signal_hook::consts::{SIGHUP, SIGSTOP};

use super::begin::{first_frame, hear_out, is_gone, rehearse, take_size};
use super::clerk::Clerk;
use super::clipboard::{Copier, Way};
use super::coming::Coming;
use super::desk::Told;
use super::diary::Diary;
use super::guard::{self, Guard};
use super::input;
use super::line::Line;
use super::manner::Manner;
use super::probe::Question;
use super::reload::Reloading;
use super::search::Searcher;
use super::watch::{Heard, Outside};
use crate::app::{App, Effect, Event};
use crate::backend::Ambiguous;
use crate::config::Clipboard;
use crate::fault;
use crate::lang::fill;
use crate::plan::Library;
use crate::session::Session;
use crate::text;

/// Runs a session until the reader quits or the terminal goes, its library read and kept fresh by what is `coming`:
/// of what there is of it first `app` makes the state. A signal ends it with the exit status the shell expects.
///
/// # Errors
/// Where the terminal can't be taken over or written to.
pub fn run(coming: Coming, manner: Manner, app: impl Fn(Arc<Library>) -> App) -> io::Result<()> {
    let mut outside = Outside::new(&coming.sender)?;
    let builtin = coming.builtin_now();
    let guard = Guard::new(manner.mouse)?;
    fault::at("start", &"guard");
    let asks = manner.ask && manner.options.ambiguous == Ambiguous::Unknown;
    let (mut opening, mut question) = (Some(guard.opening()), None);
    if asks {
        question = opening.take().map(Question::ask).transpose()?;
    }
    let first = builtin.unwrap_or_else(|| {
        rehearse(app(Arc::new(Library::awaited())), &manner);
        coming.first(|| outside.listen())
    });
    let mut session = first_frame(app(first), &manner, Line::new(opening)?, question.as_mut())?;
    outside.listen();
    let Coming { events, sender, reloading, drawing } = coming;
    drop(drawing);
    fault::at("start", &"frame");
    if let Some(question) = question {
        hear_out(question, &mut session, &sender)?;
    }
    listen(sender.clone());
    let library = Arc::clone(session.app().original());
    let clerk = Clerk::start(manner.clone(), session.app().lang(), sender.clone());
    clerk.library(Arc::clone(&library));
    fault::at("start", &"desk");
    let mut sitting = Sitting {
        session,
        events,
        guard,
        searcher: Searcher::start(Arc::clone(&library), sender.clone()),
        sender,
        clerk,
        clipboard: manner.clipboard,
        links: manner.links,
        link: None,
        reloading,
        diary: Diary::new(manner.log),
        over: None,
    };
    sitting.diary.begin(&library, sitting.session.app().size);
    drop(library);
    sitting.stay()
}

/// A signal waits so long for the disk.
const IN_A_HURRY: Duration = Duration::from_millis(700);

#[derive(Clone, Copy)]
enum End {
    Quit,
    Signal(i32),
}

/// A session with everybody who works for it.
struct Sitting {
    session: Session<Line>,
    events: Receiver<Heard>,
    /// For those who work for it later.
    sender: Sender<Heard>,
    guard: Guard,
    searcher: Searcher,
    clerk: Clerk,
    clipboard: Clipboard,
    reloading: Option<Reloading>,
    diary: Diary,
    /// Whether links can be clicked, and the one that is to be after the next frame.
    links: bool,
    link: Option<String>,
    /// How it ended, once it has.
    over: Option<End>,
}

impl Sitting {
    /// Stays to the end, and gives the terminal back.
    fn stay(mut self) -> io::Result<()> {
        let end = match self.sit() {
            Err(error) if is_gone(&error) => Ok(End::Signal(SIGHUP)),
            end => end,
        };
        fault::at("end", &"desk");
        let Self { clerk, guard, diary, .. } = self;
        // The terminal is given back first: nobody is to wait for a disk to get it.
        drop(guard);
        clerk.close(matches!(end, Ok(End::Signal(_))).then_some(IN_A_HURRY));
        match end? {
            End::Signal(signal) => {
                diary.end(Some(signal));
                process::exit(128 + signal)
            }
            End::Quit => {
                diary.end(None);
                Ok(())
            }
        }
    }

    fn sit(&mut self) -> io::Result<End> {
        loop {
            self.session.draw()?;
            if let Some(url) = self.link.take() {
                self.underlay(&url)?;
            }
            let first = match self.events.recv_timeout(until_midnight()) {
                Ok(heard) => Some(heard),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(End::Quit),
            };
            self.hear(Event::Day(Local::now().date_naive()))?;
            let mut waiting: Vec<Heard> = first.into_iter().chain(self.events.try_iter()).collect();
            keep_latest(&mut waiting);
            for heard in waiting {
                if let Some(end) = self.take_in(heard)? {
                    return Ok(end);
                }
            }
        }
    }

    /// Takes in what was heard; how it ended, if it has.
    fn take_in(&mut self, heard: Heard) -> io::Result<Option<End>> {
        let events = match heard {
            Heard::Event(event) => vec![event],
            Heard::Typed(events) => events,
            Heard::Desk(library, told) => return self.hear_of(&library, told).map(|()| self.over),
            Heard::Signal(signal) => return Ok(Some(End::Signal(signal))),
            Heard::HungUp => return Ok(Some(End::Signal(SIGHUP))),
        };
        for event in events {
            self.hear(event)?;
            if self.over.is_some() {
                break;
            }
        }
        Ok(self.over)
    }

    /// Lets an event change the state and carries out what that asks for.
    fn hear(&mut self, event: Event) -> io::Result<()> {
        let library = event.library().map(Arc::clone);
        for effect in self.session.handle(event) {
            self.carry_out(effect)?;
        }
        if let Some(library) = library {
            self.clerk.library(Arc::clone(&library));
            self.diary.read(&library);
            self.searcher.library(library);
        }
        Ok(())
    }

    /// Takes in what the desk did. What it says of a library that is not shown any more is out of date, and it
    /// will speak again.
    fn hear_of(&mut self, library: &Arc<Library>, told: Told) -> io::Result<()> {
        if Arc::ptr_eq(library, self.session.app().original()) {
            self.hear(Event::Memory(told.memory))?;
        }
        told.notice.map_or(Ok(()), |notice| self.hear(Event::Notice(notice)))
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        fault::at("effect", &effect);
        let today = self.session.app().today;
        match effect {
            Effect::Quit => self.over = Some(End::Quit),
            Effect::Suspend => self.suspend()?,
            Effect::Redraw => self.session.invalidate(),
            Effect::Simplify => self.simplify(),
            Effect::Reload => self.reloading.iter().for_each(Reloading::now),
            Effect::Search(search) => self.searcher.search(search, today),
            Effect::Link(url) => self.link = Some(url).filter(|_| self.links),
            Effect::Copy(text) => self.copy(&text)?,
            Effect::Print(text) => self.print(&text)?,
            _ => self.clerk.carry_out(effect, today),
        }
        Ok(())
    }

    /// Converts the library on a thread of its own: where it is large that takes a second.
    fn simplify(&self) {
        let (original, to) = (Arc::clone(self.session.app().original()), self.sender.clone());
        thread::spawn(move || {
            let library = Arc::new(original.converted(text::simplified, None));
            // Whoever wanted it may be gone.
            let _ = to.send(Heard::Event(Event::Simplified(original, library)));
        });
    }

    /// Writes the link that stands at the foot once more, as one that can be clicked (OSC 8). The cursor and
    /// the style are put back (DECSC, DECRC), so that the screen need not know.
    fn underlay(&mut self, url: &str) -> io::Result<()> {
        let size = self.session.app().size;
        let clickable = (url.starts_with("https://") || url.starts_with("http://")) && url.is_ascii();
        if !clickable || url.contains(|c: char| c.is_ascii_control() || c == ' ') {
            return Ok(());
        }
        let shown = text::truncate(url, usize::from(size.width.saturating_sub(2)));
        let row = size.height;
        guard::send(format!("\x1b7\x1b[{row};2H\x1b]8;;{url}\x1b\\{shown}\x1b]8;;\x1b\\\x1b8").as_bytes())
    }

    /// Copies the text and says honestly what became of it.
    fn copy(&mut self, text: &str) -> io::Result<()> {
        // The tool is looked for now: at the start that would cost every session, and it may be installed later.
        let copier = Copier::new(self.clipboard, |name| env::var(name).ok());
        let copied = copier.copy(text, &mut io::stdout().lock())?;
        let t = self.session.app().lang().ui();
        let count = text.get(..copied.bytes).unwrap_or(text).chars().count().to_string();
        let words = match (copied.way, &copied.failed) {
            (Way::Off, _) => t.copy_off.to_owned(),
            (_, Some(why)) => fill(t.copy_fell_back, &[("why", &why.to_string())]),
            _ if copied.cut => fill(t.copied_cut, &[("count", &count)]),
            (Way::Osc52, _) => fill(t.copied_osc52, &[("count", &count)]),
            (Way::Native(_), _) => fill(t.copied_native, &[("count", &count)]),
        };
        self.session.handle(Event::Notice(words));
        Ok(())
    }

    /// Leaves the full screen, prints the text plainly, and comes back on a key.
    fn print(&mut self, text: &str) -> io::Result<()> {
        guard::step_out()?;
        let words = self.session.app().lang().ui().press_a_key;
        guard::send(format!("{}\r\n\r\n{words}", text.replace('\n', "\r\n")).as_bytes())?;
        let mut pressed = false;
        while !pressed && self.over.is_none() {
            let heard = match self.events.recv().unwrap_or(Heard::HungUp) {
                Heard::Typed(mut events) => {
                    let count = events.len();
                    events.retain(|event| !matches!(event, Event::Key(_)));
                    pressed = events.len() < count;
                    Heard::Typed(events)
                }
                heard => heard,
            };
            self.over = self.take_in(heard)?;
        }
        guard::send(b"\r\x1b[K\r\n")?;
        self.come_back()
    }

    /// Gives the terminal back, stops, and takes it over again when the shell lets the program go on.
    fn suspend(&mut self) -> io::Result<()> {
        guard::give_back();
        signal_hook::low_level::raise(SIGSTOP)?;
        self.come_back()
    }

    /// Takes the terminal over again, whatever its size is by now.
    fn come_back(&mut self) -> io::Result<()> {
        self.guard.enter()?;
        take_size(&mut self.session);
        self.session.invalidate();
        Ok(())
    }
}

/// Of several libraries that wait only the last is worth a look: where files are saved faster than they are taken in,
/// the others would only take time and memory.
fn keep_latest(waiting: &mut Vec<Heard>) {
    let is_library = |heard: &Heard| matches!(heard, Heard::Event(event) if event.library().is_some());
    let mut left = waiting.iter().filter(|heard| is_library(heard)).count();
    waiting.retain(|heard| {
        left -= usize::from(is_library(heard));
        !is_library(heard) || left == 0
    });
}

/// At most so many events are sent together.
const TOGETHER: usize = 1000;

/// Sends what the terminal's keys mean until it can't be read any more: all at once what came at once, so that it
/// becomes one frame.
fn listen(to: Sender<Heard>) {
    thread::spawn(move || {
        while let Ok(heard) = crossterm::event::read() {
            fault::at("thread", &"keys");
            let mut events: Vec<Event> = input::event(heard).into_iter().collect();
            while events.len() < TOGETHER && matches!(crossterm::event::poll(Duration::ZERO), Ok(true)) {
                // A line that can't be read any more says so again.
                let Ok(heard) = crossterm::event::read() else { break };
                events.extend(input::event(heard));
            }
            if !events.is_empty() && to.send(Heard::Typed(events)).is_err() {
                return;
            }
        }
        // The answer is the same whether anybody still listens.
        let _ = to.send(Heard::HungUp);
    });
}

/// How long until the date changes here.
fn until_midnight() -> Duration {
    let now = Local::now().naive_local();
    let tomorrow = now.date().checked_add_days(Days::new(1)).map(|day| day.and_time(NaiveTime::MIN));
    let left = tomorrow.and_then(|midnight| (midnight - now).to_std().ok());
    left.unwrap_or(Duration::from_secs(3600)) + Duration::from_millis(50)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Library;

    /// A day of saves on a busy machine once left a library in memory for each of them.
    #[test]
    fn of_the_libraries_that_wait_the_last_is_kept_in_its_place() {
        let library = || Heard::Event(Event::Library(Arc::new(Library::default())));
        let mut waiting = vec![library(), Heard::Signal(1), library(), library(), Heard::HungUp];
        keep_latest(&mut waiting);
        let kept: Vec<String> =
            waiting.iter().map(|heard| format!("{heard:?}").chars().take(7).collect()).collect();
        assert_eq!(kept, ["Signal(", "Event(L", "HungUp"]);
        let mut none = vec![Heard::Signal(2)];
        keep_latest(&mut none);
        assert_eq!(none.len(), 1);
    }
}
