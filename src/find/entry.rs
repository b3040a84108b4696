//! What the index takes in of one item: what sort of item it is, and every text it can be found by.

use super::field::Field;
use crate::plan::{Figure, Item, Slot, Text};

/// What sort of item: what the panes are named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// A measure.
    Measure,
    /// A task under a measure.
    Task,
    /// A number.
    Number,
    /// An event.
    Event,
    /// A voice.
    Voice,
    /// A term.
    Term,
}

/// Where in its section an item stands, in little room: what sort it is stands elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seat {
    /// Among those of its kind; of a task, its measure among the measures.
    at: u32,
    /// Of a task, its place under the measure.
    task: u32,
}

impl Kind {
    /// The kind of the item at a slot, and its seat.
    pub(super) fn of(slot: Slot) -> (Self, Seat) {
        let (kind, at, task) = match slot {
            Slot::Measure(at) => (Self::Measure, at, 0),
            Slot::Task(at, task) => (Self::Task, at, task),
            Slot::Number(at) => (Self::Number, at, 0),
            Slot::Event(at) => (Self::Event, at, 0),
            Slot::Voice(at) => (Self::Voice, at, 0),
            Slot::Term(at) => (Self::Term, at, 0),
        };
        (kind, Seat { at: at as u32, task: task as u32 })
    }

    /// The slot of an item of this kind.
    pub(super) fn slot(self, seat: Seat) -> Slot {
        let at = seat.at as usize;
        match self {
            Self::Measure => Slot::Measure(at),
            Self::Task => Slot::Task(at, seat.task as usize),
            Self::Number => Slot::Number(at),
            Self::Event => Slot::Event(at),
            Self::Voice => Slot::Voice(at),
            Self::Term => Slot::Term(at),
        }
    }
}

/// The number an item states.
pub(super) fn figure(item: Item<'_>) -> Option<&Figure> {
    match item {
        Item::Number(number) => Some(&number.figure),
        _ => None,
    }
}

/// Shows every text an item can be found by, in the order of its fields. Texts that are empty are passed over.
pub(super) fn texts<'a>(item: Item<'a>, show: &mut impl FnMut(Field, &'a str)) {
    let base = item.base();
    let mut show = |field, text: &'a str| {
        if !text.is_empty() {
            show(field, text);
        }
    };
    show(Field::Heading, item.heading());
    show(Field::En, &base.en);
    match item {
        Item::Measure(measure) => show(Field::No, &measure.no),
        Item::Task(..) => {}
        Item::Number(number) => {
            show(Field::Figure, number.figure.written());
            show(Field::Counts, &number.counts);
        }
        Item::Event(event) => show(Field::At, &event.at),
        Item::Voice(voice) => {
            show(Field::Role, &voice.role);
            show(Field::RoleEn, &voice.role_en);
            show(Field::Said, &voice.said);
        }
        Item::Term(term) => {
            numbered(&term.aka, Field::Aka, &mut show);
            show(Field::Explain, &term.explain);
        }
    }
    show(Field::Detail, &base.detail);
    show(Field::Note, &base.more.note);
    numbered(&base.tags, Field::Tag, &mut show);
}

/// The first 256 of a list, each with its field.
fn numbered<'a>(texts: &'a [Text], field: fn(u8) -> Field, show: &mut impl FnMut(Field, &'a str)) {
    texts.iter().zip(0..=u8::MAX).for_each(|(text, n)| show(field(n), text));
}
