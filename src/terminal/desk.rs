//! The reader's desk: pins and what was read, kept on the disk; what is new since. Turns what the state asks
//! for into steps of the store and tells the outcome as events. Where nothing can be saved the desk goes on in
//! memory and says so.

use std::path::Path;

use chrono::NaiveDate;

use super::log::Log;
use super::manner::Manner;
use crate::app::{Effect, Memory, News, Pin};
use crate::lang::{Lang, fill};
use crate::plan::Library;
use crate::sort;
use crate::store::{Pins, Seen, Store, StoreError};

/// Of a library with more items than this it is not kept what was read: the file would be larger than may be
/// saved, and nobody goes through so much one by one.
const MOST: usize = 10_000;

/// Pins and read-marks of one library.
#[derive(Debug)]
pub(super) struct Desk {
    store: Store,
    pins: Pins,
    /// What was read; not known before the library is whole, for whoever comes for the first time has read
    /// all of it.
    seen: Option<Seen>,
    /// Whether a whole library was looked at.
    is_open: bool,
    lang: Lang,
    log: Log,
}

/// What came of something the desk did.
#[derive(Debug)]
pub(super) struct Told {
    /// What the reader left behind is this now.
    pub(super) memory: Memory,
    /// Something to tell the reader.
    pub(super) notice: Option<String>,
}

impl Desk {
    /// Opens the desk kept in `folder`, or one that can't be saved where there is none; with it what could
    /// not be read.
    pub(super) fn open(manner: &Manner, lang: Lang) -> (Self, Option<String>) {
        // A folder inside a device can't be made, so that each try to save there fails and is told.
        let folder = manner.state.clone().unwrap_or_else(|| Path::new("/dev/null").join("jianbao"));
        let store = Store::new(&folder, manner.key.clone());
        let (pins, wrong) = store.load_pins();
        let desk = Self { store, pins, seen: None, is_open: false, lang, log: manner.log.clone() };
        wrong.iter().for_each(|error| desk.note(error));
        (desk, wrong.map(|error| error.words(lang)))
    }

    /// Looks at a library that is shown now. Nothing is said of one that is still being read.
    pub(super) fn take_in(&mut self, library: &Library) -> Option<Told> {
        if library.loading.is_some() {
            return None;
        }
        let mut notice = None;
        if !std::mem::replace(&mut self.is_open, true) {
            self.pins.follow(library);
        }
        if self.seen.is_none() && library.items().nth(MOST).is_none() {
            let (seen, wrong) = self.store.load_seen(library);
            self.seen = Some(seen);
            wrong.iter().for_each(|error| self.note(error));
            notice = wrong.map(|error| error.words(self.lang));
        }
        Some(Told { memory: self.memory(library), notice })
    }

    /// What the reader left behind, as the screen shows it.
    fn memory(&self, library: &Library) -> Memory {
        let pin = |listed: crate::store::Listed<'_>| Pin {
            path: listed.pin.path.clone(),
            last: listed.pin.text.clone(),
            note: listed.pin.note.clone(),
        };
        let changes = self.seen.as_ref().map(|seen| seen.changes(library)).unwrap_or_default();
        let new = changes.new.iter().map(|item| News { item: *item, was: None, is_new: true });
        let changed = changes.changed.iter().map(|change| News {
            item: change.at,
            was: change.words(self.lang).map(|(old, _)| old),
            is_new: false,
        });
        let mut news: Vec<News> = new.chain(changed).collect();
        sort::by_key(&mut news, |news| news.item);
        Memory { pins: self.pins.list(library).into_iter().map(pin).collect(), news }
    }

    /// Carries out an effect that is the desk's, and tells what came of it.
    pub(super) fn carry_out(&mut self, effect: &Effect, library: &Library, today: NaiveDate) -> Option<Told> {
        let t = self.lang.ui();
        let told = match effect {
            Effect::Pin { path, last } => {
                let told = if self.pins.toggle(path, last, today) { t.pinned } else { t.unpinned };
                self.save_pins().unwrap_or_else(|| told.to_owned())
            }
            Effect::Note { path, note } => {
                self.pins.set_note(path, note);
                self.save_pins().unwrap_or_default()
            }
            Effect::Recall => self
                .store
                .refresh_pins(&mut self.pins)
                .err()
                .map(|error| self.told(&error))
                .unwrap_or_default(),
            Effect::Read(path) => {
                if let (Some(seen), Some(item)) = (&mut self.seen, library.find_path(path)) {
                    seen.mark(library, item);
                }
                String::new()
            }
            Effect::ReadAll => {
                if let Some(seen) = &mut self.seen {
                    seen.mark_all(library);
                }
                match self.seen {
                    Some(_) => self.save_seen(library).unwrap_or_else(|| t.all_marked.to_owned()),
                    None => t.too_much_to_mark.to_owned(),
                }
            }
            _ => return None,
        };
        Some(Told { memory: self.memory(library), notice: Some(told).filter(|told| !told.is_empty()) })
    }

    /// Saves what was read, at the end of a session. What goes wrong then has nobody left to be told.
    pub(super) fn close(&mut self, library: &Library) {
        let _ = self.save_seen(library);
    }

    fn save_pins(&mut self) -> Option<String> {
        self.store.save_pins(&mut self.pins).err().map(|error| self.told(&error))
    }

    fn save_seen(&mut self, library: &Library) -> Option<String> {
        let seen = self.seen.as_mut()?;
        if library.loading.is_none() {
            seen.forget_gone(library);
        }
        let saved = self.store.save_seen(seen);
        saved.err().map(|error| self.told(&error))
    }

    fn told(&self, error: &StoreError) -> String {
        self.note(error);
        fill(self.lang.ui().not_saved, &[("why", &error.words(self.lang))])
    }

    /// What is wrong with an unfit file may quote it, and is left out of the log.
    fn note(&self, error: &StoreError) {
        self.log.error(&match error {
            StoreError::Corrupt { path, .. } => format!("{} is unfit", path.display()),
            _ => error.to_string(),
        });
    }
}
