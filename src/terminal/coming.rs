//! The library on its way: read by a thread of its own while the terminal is looked at, so that a small one is
//! there for the first frame and a large one, or a slow disk, holds nobody up.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use super::reload::{Reloader, Reloading};
use super::watch::Heard;
use crate::app::Event;
use crate::config::Config;
use crate::crew;
use crate::plan::Library;
use crate::text;

/// The first frame waits so long for what can be shown of the library, and no longer: the disk may be slow.
const PATIENCE: Duration = Duration::from_millis(450);

/// It hardly ever takes longer than this.
const A_MOMENT: Duration = Duration::from_millis(10);

/// Whoever reads waits so long for the first frame, which needs a core as well.
const A_FRAME: Duration = Duration::from_millis(20);

/// And so long for the terminal to show it, which mostly stands on the same machine.
const A_GLANCE: Duration = Duration::from_millis(1);

/// A library that is being read, and everything else that will be heard of.
#[derive(Debug)]
pub struct Coming {
    pub(super) events: Receiver<Heard>,
    pub(super) sender: Sender<Heard>,
    /// Who reads it; nobody where it is built in.
    pub(super) reloading: Option<Reloading>,
    /// To be dropped when the first frame is drawn.
    pub(super) drawing: Sender<()>,
}

impl Coming {
    /// The briefings compiled into the program.
    pub fn builtin() -> Self {
        let (sender, events) = channel();
        Self { events, sender, reloading: None, drawing: channel().0 }
    }

    /// A library that `reloader` reads as the reader has `set`, and keeps fresh from then on. Where the session begins in
    /// `simplified` characters it comes in these as well, so that no key waits for that.
    pub fn from(reloader: Reloader, set: &Config, simplified: bool) -> Self {
        let (sender, events) = channel();
        let to = sender.clone();
        let (drawing, drawn) = channel::<()>();
        let (mut first, mut before) = (Some(drawn), None);
        let hand_on = move |library| {
            let library = Arc::new(library);
            let drawn = first.take();
            // The first is small, and the session makes what it needs of it.
            let both = simplified && drawn.is_none();
            let event = if both { in_both(library, &mut before) } else { Event::Library(library) };
            let welcome = to.send(Heard::Event(event)).is_ok();
            // Nothing is ever sent: it ends with the frame.
            if let Some(drawn) = drawn {
                let _ = drawn.recv_timeout(A_FRAME);
                thread::sleep(A_GLANCE);
            }
            welcome
        };
        Self { events, sender, reloading: Some(reloader.start(set.limits, set.watch, hand_on)), drawing }
    }

    /// The briefings compiled into the program, if it is these: sooner there than a thread to read them. To be asked for
    /// before the first bytes go to the terminal, which will need a core as well.
    pub fn builtin_now(&self) -> Option<Arc<Library>> {
        self.reloading.is_none().then(|| Arc::new(Library::builtin()))
    }

    /// What there is for the first frame: all of it where that is read in a moment, else what is read so far. Where it
    /// takes longer, `meanwhile` is done.
    pub fn first(&self, meanwhile: impl FnOnce()) -> Arc<Library> {
        let soon = crew::awake(|| self.events.try_recv().ok());
        let soon = soon.ok_or(RecvTimeoutError::Timeout).or_else(|_| self.events.recv_timeout(A_MOMENT));
        let first = soon.or_else(|_| {
            meanwhile();
            self.events.recv_timeout(PATIENCE)
        });
        first.ok().and_then(|heard| self.library(heard)).unwrap_or_else(|| Arc::new(Library::awaited()))
    }

    /// The library, if that is what was heard. A signal, or that the terminal is gone: the session is to hear of it at once.
    fn library(&self, heard: Heard) -> Option<Arc<Library>> {
        match heard {
            Heard::Event(Event::Library(library) | Event::LibraryInBoth(library, _)) => Some(library),
            other => {
                let _ = self.sender.send(other);
                None
            }
        }
    }
}

/// A library as written and its conversion.
type Both = (Arc<Library>, Arc<Library>);

/// The library in both, and kept as what was `before`: plans that are the same in the next are not converted again.
fn in_both(library: Arc<Library>, before: &mut Option<Both>) -> Event {
    let known = before.as_ref().map(|(written, simplified)| (&**written, &**simplified));
    let simplified = Arc::new(library.converted(text::simplified, known));
    *before = Some((Arc::clone(&library), Arc::clone(&simplified)));
    Event::LibraryInBoth(library, simplified)
}
