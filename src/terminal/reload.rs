//! Keeping a library fresh: a thread of its own waits for the file system or the reader to speak, reads
//! what changed and hands the new library on. It sleeps otherwise.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Instant;

use super::eyes::{self, Eyes};
use super::pace::Pace;
use super::pending::Pending;
use crate::crew;
use crate::fault;
use crate::plan::{Found, Library, Limits, Outline, Shelf};

/// What wakes the thread.
pub(super) enum Cue {
    /// It is known how the library is to be read.
    Begin(Orders),
    /// Something happened in a folder that is watched.
    Seen(notify::Result<notify::Event>),
    /// The reader wants everything read.
    Now,
    /// Nobody wants anything any more.
    End,
}

/// Who will read a library and keep it fresh, and waits to be told how.
#[derive(Debug)]
pub struct Reloader(Sender<Cue>);

/// How a library is to be read.
pub(super) struct Orders {
    limits: Limits,
    watch: bool,
    hand_on: Box<HandOn>,
}

type HandOn = dyn FnMut(Library) -> bool + Send;

/// The thread that keeps a library fresh; it ends when this is dropped.
#[derive(Debug)]
pub struct Reloading(Sender<Cue>);

impl Reloading {
    /// Reads everything now and hands it on, changed or not.
    pub fn now(&self) {
        // A thread that has ended has nobody to hand anything to.
        let _ = self.0.send(Cue::Now);
    }
}

impl Drop for Reloading {
    fn drop(&mut self) {
        // As above.
        let _ = self.0.send(Cue::End);
    }
}

impl Reloader {
    /// For the library in `folder`, which a thread begins to look at: there is time for that until it is known how it is to
    /// be read.
    pub fn new(folder: &Path) -> Self {
        // Without a current directory a relative path means nothing, and reading it will say so.
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let (cues, heard) = channel();
        let own = cues.clone();
        crew::beside(move || {
            let outline = Outline::of(&folder);
            // Without settings there is no session, and the program ends.
            if let Ok(Cue::Begin(Orders { limits, watch, hand_on })) = heard.recv() {
                keep(outline, Keeper::new(folder, (limits, watch), own), (&heard, hand_on));
            }
        });
        Self(cues)
    }

    /// Has it read, within these `limits`. `hand_on` gets the library while it is read, as far as it is, then whole, then
    /// each new one, and says whether more are welcome. Without `watch` it is read again only when the reader asks for
    /// it.
    pub fn start(
        self,
        limits: Limits,
        watch: bool,
        hand_on: impl FnMut(Library) -> bool + Send + 'static,
    ) -> Reloading {
        // The thread waits for nothing else.
        let _ = self.0.send(Cue::Begin(Orders { limits, watch, hand_on: Box::new(hand_on) }));
        Reloading(self.0)
    }
}

/// Reads a library and keeps it fresh, as long as it is welcome.
fn keep(outline: Outline, mut keeper: Keeper, (cues, mut hand_on): (&Receiver<Cue>, Box<HandOn>)) {
    let (mut pace, mut welcome) = (Pace::new(), true);
    keeper.shelf.open(outline, &mut |loading, so_far| {
        welcome = !pace.is_due(loading) || hand_on(so_far());
        welcome
    });
    if !welcome || !hand_on(keeper.shelf.library()) {
        return;
    }
    keeper.begin();
    while keeper.wait(cues) {
        if !keeper.read(cues) {
            continue;
        }
        fault::at("thread", &"reload");
        if !hand_on(keeper.shelf.library()) {
            return;
        }
    }
}

/// The thread's state.
struct Keeper {
    folder: PathBuf,
    shelf: Shelf,
    watch: bool,
    pending: Pending,
    eyes: Eyes,
    /// Where watching sends what it sees.
    own: Sender<Cue>,
    by_hand: bool,
    ended: bool,
}

impl Keeper {
    fn new(folder: PathBuf, (limits, watch): (Limits, bool), own: Sender<Cue>) -> Self {
        let (shelf, pending) = (Shelf::within(limits), Pending::new(&folder));
        Self { folder, shelf, watch, pending, eyes: Eyes::shut(), own, by_hand: false, ended: false }
    }

    /// The library is read, and from now on kept fresh.
    fn begin(&mut self) {
        if self.watch {
            // Opens the eyes, and finds what changed since the screen's library was read.
            self.pending.look_around();
        }
    }

    /// Sleeps until there is something to do. False when nobody wants anything any more.
    fn wait(&mut self, cues: &Receiver<Cue>) -> bool {
        if self.by_hand || self.ended {
            return !self.ended;
        }
        let until = self.pending.due().into_iter().chain(self.eyes.next_look()).min();
        let cue = match until {
            Some(until) => cues.recv_timeout(until.saturating_duration_since(Instant::now())),
            None => cues.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match cue {
            Ok(cue) => self.hear(cue),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => self.ended = true,
        }
        !self.ended
    }

    fn hear(&mut self, cue: Cue) {
        match cue {
            Cue::Seen(event) => {
                if let Ok(event) = &event {
                    self.eyes.follow(event, &self.folder);
                }
                self.pending.note(event);
            }
            Cue::Now => self.by_hand = true,
            Cue::End => self.ended = true,
            // It has.
            Cue::Begin(_) => {}
        }
    }

    /// Reads what it is time to read. True when there is a library to hand on.
    fn read(&mut self, cues: &Receiver<Cue>) -> bool {
        let is_over = |until: Option<Instant>| until.is_some_and(|until| until <= Instant::now());
        if std::mem::take(&mut self.by_hand) {
            self.shelf.refresh(&self.folder);
            true
        } else if is_over(self.pending.due()) {
            self.read_pending(cues)
        } else if is_over(self.eyes.next_look()) {
            self.look(cues)
        } else {
            false
        }
    }

    /// Reads what waits.
    fn read_pending(&mut self, cues: &Receiver<Cue>) -> bool {
        let mut wanted = self.pending.take();
        if wanted.around {
            self.eyes = Eyes::open(&self.folder, self.shelf.limits(), &self.own);
            wanted.files.extend(eyes::changed(&self.folder, &self.shelf));
        }
        self.read_files(&wanted.files, cues)
    }

    /// Looks whether files changed, where nobody tells.
    fn look(&mut self, cues: &Receiver<Cue>) -> bool {
        if self.eyes.missed(&self.folder) {
            self.pending.look_around();
        }
        let settled = self.eyes.look(&self.folder, &self.shelf);
        !settled.is_empty() && self.read_files(&settled, cues)
    }

    /// Reads `files`. What somebody is writing, or has begun to write meanwhile, has to wait.
    fn read_files(&mut self, files: &HashSet<String>, cues: &Receiver<Cue>) -> bool {
        let (folder, limits) = (&self.folder, self.shelf.limits());
        let some = self.shelf.is_there().then(|| Found::of_files(folder, limits, files));
        let mut found = some
            .filter(Found::has_its_plans)
            .unwrap_or_else(|| Found::in_folder(folder, limits, &|path| files.contains(path)));
        for cue in cues.try_iter() {
            self.hear(cue);
        }
        self.pending.being_written().iter().for_each(|path| found.forget(path));
        self.shelf.put(found)
    }
}
