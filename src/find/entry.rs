//! What the index takes in for one item, whether it comes from a library or elsewhere.

use super::field::Field;
use crate::plan::{Date, Figure, Item, ItemRef};

/// What sort of item: what the panes are named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
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

/// One item as the index takes it in. Texts that are empty are passed over.
#[derive(Debug)]
pub struct Entry<'a> {
    /// What a hit on it says.
    pub item: ItemRef,
    /// What sort of item it is.
    pub kind: Kind,
    /// The number it states.
    pub figure: Option<&'a Figure>,
    /// The date it carries.
    pub date: Option<&'a Date>,
    /// Every text it can be found by.
    pub texts: Vec<(Field, &'a str)>,
}

impl<'a> Entry<'a> {
    /// The entry of an item.
    pub fn of(at: ItemRef, item: Item<'a>) -> Self {
        let base = item.base();
        let mut texts = vec![(Field::Heading, item.heading()), (Field::En, base.en.as_str())];
        let (kind, figure) = match item {
            Item::Measure(measure) => {
                texts.push((Field::No, &measure.no));
                (Kind::Measure, None)
            }
            Item::Task(..) => (Kind::Task, None),
            Item::Number(number) => {
                texts.extend([(Field::Figure, number.figure.written()), (Field::Counts, &number.counts)]);
                (Kind::Number, Some(&number.figure))
            }
            Item::Event(event) => {
                texts.push((Field::At, &event.at));
                (Kind::Event, None)
            }
            Item::Voice(voice) => {
                texts.extend([
                    (Field::Role, voice.role.as_str()),
                    (Field::RoleEn, &voice.role_en),
                    (Field::Said, &voice.said),
                ]);
                (Kind::Voice, None)
            }
            Item::Term(term) => {
                texts.extend(numbered(&term.aka, Field::Aka));
                texts.push((Field::Explain, &term.explain));
                (Kind::Term, None)
            }
        };
        texts.extend([(Field::Detail, base.detail.as_str()), (Field::Note, &base.note)]);
        texts.extend(numbered(&base.tags, Field::Tag));
        Self { item: at, kind, figure, date: item.date(), texts }
    }
}

/// The first 256 of a list, each with its field.
fn numbered(texts: &[String], field: fn(u8) -> Field) -> impl Iterator<Item = (Field, &str)> {
    texts.iter().zip(0..=u8::MAX).map(move |(text, n)| (field(n), text.as_str()))
}
