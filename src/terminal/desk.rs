//! The reader's desk: pins and what was read, kept on the disk; what is new since. Turns what the state asks
//! for into steps of the store and tells the outcome as events. Where nothing can be saved the desk goes on in
//! memory and says so.

use std::path::Path;

use chrono::NaiveDate;

use super::log::Log;
use super::manner::Manner;
use crate::app::{Effect, Event, Memory, News, Pin};
use crate::lang::{Lang, fill};
use crate::plan::Library;
use crate::store::{Pins, Seen, Store, StoreError};

/// Pins and read-marks of one library.
#[derive(Debug)]
pub(super) struct Desk {
    store: Store,
    pins: Pins,
    seen: Seen,
    lang: Lang,
    log: Log,
}

impl Desk {
    /// Opens the desk kept in `folder`, or one that can't be saved where there is none; with it what could
    /// not be read.
    pub(super) fn open(manner: &Manner, library: &Library, lang: Lang) -> (Self, Option<String>) {
        // A folder inside a device can't be made, so that each try to save there fails and is told.
        let folder = manner.state.clone().unwrap_or_else(|| Path::new("/dev/null").join("jianbao"));
        let store = Store::new(&folder, manner.key.clone());
        let (pins, wrong_pins) = store.load_pins();
        let (seen, wrong_seen) = store.load_seen(library);
        let mut desk = Self { store, pins, seen, lang, log: manner.log.clone() };
        desk.pins.follow(library);
        wrong_pins.iter().chain(&wrong_seen).for_each(|error| desk.note(error));
        (desk, wrong_pins.or(wrong_seen).map(|error| error.words(lang)))
    }

    /// What the reader left behind, as the screen shows it.
    pub(super) fn memory(&self, library: &Library) -> Memory {
        let pin = |listed: crate::store::Listed<'_>| Pin {
            path: listed.pin.path.clone(),
            last: listed.pin.text.clone(),
            note: listed.pin.note.clone(),
        };
        let changes = self.seen.changes(library);
        let new = changes.new.iter().map(|item| News { item: *item, was: None, is_new: true });
        let changed = changes.changed.iter().map(|change| News {
            item: change.at,
            was: change.words(self.lang).map(|(old, _)| old),
            is_new: false,
        });
        let mut news: Vec<News> = new.chain(changed).collect();
        news.sort_by_key(|news| news.item);
        Memory { pins: self.pins.list(library).into_iter().map(pin).collect(), news }
    }

    /// Carries out an effect that is the desk's; the events tell what came of it.
    pub(super) fn carry_out(&mut self, effect: &Effect, library: &Library, today: NaiveDate) -> Vec<Event> {
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
                if let Some(item) = library.find_path(path) {
                    self.seen.mark(library, item);
                }
                String::new()
            }
            Effect::ReadAll => {
                self.seen.mark_all(library);
                self.save_seen(library).unwrap_or_else(|| t.all_marked.to_owned())
            }
            _ => return Vec::new(),
        };
        let mut events = vec![Event::Memory(self.memory(library))];
        if !told.is_empty() {
            events.push(Event::Notice(told));
        }
        events
    }

    /// Saves what was read, at the end of a session. What goes wrong then has nobody left to be told.
    pub(super) fn close(&mut self, library: &Library) {
        let _ = self.save_seen(library);
    }

    fn save_pins(&mut self) -> Option<String> {
        self.store.save_pins(&mut self.pins).err().map(|error| self.told(&error))
    }

    fn save_seen(&mut self, library: &Library) -> Option<String> {
        self.seen.forget_gone(library);
        self.store.save_seen(&mut self.seen).err().map(|error| self.told(&error))
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
