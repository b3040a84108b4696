//! The reader's pins, in memory. Saving them is the [`Store`](super::Store)'s.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::keep::{Kept, Record, Unfit};
use super::pin::{NOTE_COLUMNS, Pin, TEXT_COLUMNS, last_text, line};
use super::read::{self, VERSION};
use super::write;
use crate::plan::{ItemRef, Library, Slot};
use crate::sort;

/// The reader's pins of one library.
#[derive(Clone, Debug)]
pub struct Pins {
    pub(super) kept: Kept<PinFile>,
}

/// A pin of the list, and the item it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Listed<'a> {
    /// The pin.
    pub pin: &'a Pin,
    /// The item; none when the library no longer has it.
    pub at: Option<ItemRef>,
}

impl Pins {
    /// Whether the item at `path` is pinned.
    pub fn contains(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    /// The pin of the item at `path`.
    pub fn get(&self, path: &str) -> Option<&Pin> {
        self.kept.state.pins.iter().find(|pin| pin.path == path)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kept.state.pins.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether something is not saved yet.
    pub fn unsaved(&self) -> bool {
        self.kept.unsaved()
    }

    /// Pins the item at `path`, which says `text` (see [`last_text`]), or unpins it, its note with it.
    /// Returns whether it is pinned now.
    pub fn toggle(&mut self, path: &str, text: &str, today: NaiveDate) -> bool {
        if self.contains(path) {
            self.kept.step(path, Step::Unpin);
            return false;
        }
        self.kept.step(path, Step::Pin { text: line(text, TEXT_COLUMNS), pinned: Some(today), note: None });
        true
    }

    /// Writes `note` on the pin at `path`; an empty one takes it off. Made safe to show, on one line, cut at
    /// [`NOTE_COLUMNS`]. False when there is no such pin.
    pub fn set_note(&mut self, path: &str, note: &str) -> bool {
        let Some(pin) = self.get(path) else { return false };
        let note = Some(line(note, NOTE_COLUMNS));
        // The whole pin goes with it: where another window unpinned the item meanwhile, the note stays.
        let step = Step::Pin { text: pin.text.clone(), pinned: pin.pinned, note };
        self.kept.step(path, step);
        true
    }

    /// Lets each pin whose item is there keep what that says now. True when any changed.
    pub fn follow(&mut self, library: &Library) -> bool {
        let now = |pin: &Pin| Some(last_text(library.item(library.find_path(&pin.path)?)?));
        let changed: Vec<(Pin, String)> = (self.kept.state.pins.iter())
            .filter_map(|pin| Some((pin.clone(), now(pin).filter(|text| *text != pin.text)?)))
            .collect();
        for (pin, text) in &changed {
            let step = Step::Pin { text: text.clone(), pinned: pin.pinned, note: None };
            self.kept.step(&pin.path, step);
        }
        !changed.is_empty()
    }

    /// The pins in the order `library` is read; those whose item is gone come last, in the order they were
    /// pinned.
    pub fn list(&self, library: &Library) -> Vec<Listed<'_>> {
        let found = |pin| Listed { pin, at: library.find_path(&pin.path) };
        let mut list: Vec<Listed<'_>> = self.kept.state.pins.iter().map(found).collect();
        sort::by_key(&mut list, |listed| (listed.at.is_none(), listed.at.map(reading_order)));
        list
    }
}

/// Sorts items as they are read: a task after its measure, where [`Slot`] puts it after all measures.
pub(super) fn reading_order(at: ItemRef) -> (usize, usize, u8, usize, usize) {
    let (kind, index, inner) = match at.slot {
        Slot::Measure(measure) => (0, measure, 0),
        Slot::Task(measure, task) => (0, measure, task + 1),
        Slot::Number(index) => (1, index, 0),
        Slot::Event(index) => (2, index, 0),
        Slot::Voice(index) => (3, index, 0),
        Slot::Term(index) => (4, index, 0),
    };
    (at.plan, at.section, kind, index, inner)
}

/// One step of a reader with a pin.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// It is to be there. A note of None leaves the one on the disk.
    Pin {
        text: String,
        pinned: Option<NaiveDate>,
        note: Option<String>,
    },
    Unpin,
}

/// The file as it is written.
#[derive(Clone, Debug, Default)]
pub(super) struct PinFile {
    /// Entries this version does not know, as TOML.
    other: String,
    pins: Vec<Pin>,
}

impl Record for PinFile {
    type Step = Step;

    const NAME: &'static str = "pins";

    fn read(text: &str) -> Result<Self, Unfit> {
        let mut fields = read::read(text)?;
        fields.text("library")?;
        let mut pins: Vec<Pin> =
            fields.tables("pin")?.into_iter().map(Pin::read).collect::<Result<_, _>>()?;
        let mut once = HashSet::new();
        pins.retain(|pin| once.insert(pin.path.clone()));
        Ok(Self { other: fields.rest(), pins })
    }

    fn write(&self, library: &str) -> String {
        let mut out = format!("version = {VERSION}\nlibrary = {}\n{}", write::text(library), self.other);
        self.pins.iter().for_each(|pin| pin.write(&mut out));
        out
    }

    fn apply(&mut self, path: &str, step: &Step) {
        let at = self.pins.iter().position(|pin| pin.path == path);
        match (step, at) {
            (Step::Unpin, _) => self.pins.retain(|pin| pin.path != path),
            (Step::Pin { .. }, None) => {
                let mut pin = Pin::new(path);
                change(&mut pin, step);
                self.pins.push(pin);
            }
            (Step::Pin { .. }, Some(at)) => {
                if let Some(pin) = self.pins.get_mut(at) {
                    change(pin, step);
                }
            }
        }
    }

    fn join(earlier: Step, later: Step) -> Step {
        match (earlier, later) {
            (Step::Pin { note: before, .. }, Step::Pin { text, pinned, note }) => {
                Step::Pin { text, pinned, note: note.or(before) }
            }
            // Pinned anew: the note went with the old pin.
            (Step::Unpin, Step::Pin { text, pinned, note }) => {
                Step::Pin { text, pinned, note: Some(note.unwrap_or_default()) }
            }
            (_, Step::Unpin) => Step::Unpin,
        }
    }
}

fn change(pin: &mut Pin, step: &Step) {
    let Step::Pin { text, pinned, note } = step else { return };
    text.clone_into(&mut pin.text);
    pin.pinned = *pinned;
    if let Some(note) = note {
        note.clone_into(&mut pin.note);
    }
}
