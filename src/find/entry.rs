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

impl Kind {
    /// The kind of the item at a slot.
    pub(super) fn of(slot: Slot) -> Self {
        match slot {
            Slot::Measure(_) => Self::Measure,
            Slot::Task(..) => Self::Task,
            Slot::Number(_) => Self::Number,
            Slot::Event(_) => Self::Event,
            Slot::Voice(_) => Self::Voice,
            Slot::Term(_) => Self::Term,
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
