//! The briefing as the program uses it: every value read, every reference resolved. Whoever holds a
//! [`Library`] need not ask again whether a date is a date or a source exists.

use std::collections::HashMap;
use std::sync::Arc;

use super::cited::Cited;
use super::date::Date;
use super::figure::Figure;
use super::id::{ItemId, PlanId, SectionId, SeriesId, SourceId};
use super::item::Listed;
use super::problem::Problem;
use super::rare::{Absent, Rare};
use super::text::{NOTHING, Text};

/// A folder of plans.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The plans in their stated order. One that did not change is the same in the next library.
    pub plans: Vec<Arc<Plan>>,
    /// Everything found wrong while it was read.
    pub problems: Vec<Problem>,
    /// Files shown as they last made sense, because what they say now does not: their paths, or the name
    /// of the library's folder when that is meant. Their problems are among the others.
    pub kept: Vec<String>,
    /// How far it is read, while it is not read to the end.
    pub loading: Option<Loading>,
    /// Where each plan stands.
    pub(super) places: HashMap<PlanId, usize>,
    /// Every event, earliest first.
    pub(super) timeline: Box<[EventRef]>,
    /// The numbers of each series, earliest first.
    pub(super) series: HashMap<SeriesId, Vec<ItemRef>>,
}

/// How far a library is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loading {
    /// Plans read.
    pub read: usize,
    /// Plans there are.
    pub plans: usize,
}

/// One policy document or dossier.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The name of its folder.
    pub id: PlanId,
    /// Full title.
    pub title: Text,
    /// What the tab shows.
    pub short: Text,
    /// The same in English, or empty.
    pub short_en: Text,
    /// English title.
    pub en: Text,
    /// Place among the tabs.
    pub order: u32,
    /// Who issued it.
    pub issuer: Text,
    /// The issuer in English, or empty.
    pub issuer_en: Text,
    /// The time it covers.
    pub period: Option<Date>,
    /// What a reader must know.
    pub bottom_line: Text,
    /// The same in English, or empty.
    pub bottom_line_en: Text,
    /// Caveats, or empty.
    pub note: Text,
    /// Totals the plan itself states.
    pub declared: Declared,
    /// How much its files list.
    pub listed: Listed,
    /// The documents its facts come from.
    pub sources: Box<[Source]>,
    /// Its sections in the order of reading.
    pub sections: Box<[Section]>,
    /// Numbers to show large, the most important first: section and slot of each.
    pub headline: Box<[(usize, Slot)]>,
}

/// Totals a plan or section states of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Parts of the plan.
    pub parts: Option<u32>,
    /// Measures.
    pub measures: Option<u32>,
    /// Tasks under the measures.
    pub tasks: Option<u32>,
}

/// The document a fact comes from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Unique in its plan.
    pub id: SourceId,
    /// Who published it.
    pub outlet: Text,
    /// Its title.
    pub title: Text,
    /// The title in English, or empty.
    pub en: Text,
    /// When it appeared.
    pub date: Date,
    /// How the date was inferred, or empty.
    pub date_note: Text,
    /// The page it stands on, or empty.
    pub page: Text,
    /// Where it can be read, or empty.
    pub url: Text,
    /// Caveats, or empty.
    pub note: Text,
}

/// One part of a plan: one file.
#[derive(Clone, Debug)]
pub struct Section {
    /// The name of its file.
    pub id: SectionId,
    /// Title, short.
    pub title: Text,
    /// English title.
    pub en: Text,
    /// The long title, or empty.
    pub full: Text,
    /// What it says.
    pub summary: Text,
    /// The same in English, or empty.
    pub summary_en: Text,
    /// Which of the plan's declared parts it is.
    pub part: Option<u32>,
    /// Caveats, or empty.
    pub note: Text,
    /// Totals the plan states for this section.
    pub declared: Declared,
    /// What will be done.
    pub measures: Box<[Measure]>,
    /// Key figures.
    pub numbers: Box<[Number]>,
    /// What is dated, earliest first.
    pub events: Box<[Event]>,
    /// Who said what.
    pub voices: Box<[Voice]>,
    /// Names and official terms.
    pub terms: Box<[Term]>,
}

/// What every kind of item has.
#[derive(Clone, Debug)]
pub struct Base {
    /// Unique in its section.
    pub id: ItemId,
    /// One line of English.
    pub en: Text,
    /// The whole of it, or empty.
    pub detail: Text,
    /// Short words to group by.
    pub tags: Box<[Text]>,
    /// Indexes into the plan's sources.
    pub sources: Cited,
    /// What fewer of them have.
    pub more: Rare<More>,
}

/// What an item may have beside what every kind has.
#[derive(Clone, Debug)]
pub struct More {
    /// Caveats, or empty.
    pub note: Text,
    /// Other items it points to.
    pub related: Vec<Link>,
}

impl Absent for More {
    const NOTHING: &'static Self = &Self { note: NOTHING, related: Vec::new() };

    fn is_nothing(&self) -> bool {
        self.note.is_empty() && self.related.is_empty()
    }
}

/// What the plan says will be done.
#[derive(Clone, Debug)]
pub struct Measure {
    /// The shared part.
    pub base: Base,
    /// Its number as people say it, or empty.
    pub no: Text,
    /// What will be done.
    pub title: Text,
    /// When this stood.
    pub as_of: Option<Box<Date>>,
    /// The concrete tasks under it.
    pub tasks: Box<[Task]>,
}

/// A concrete task under a measure.
#[derive(Clone, Debug)]
pub struct Task {
    /// The shared part.
    pub base: Base,
    /// The task.
    pub title: Text,
}

/// Whether a figure is a result or a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberKind {
    /// It was so.
    Actual,
    /// It is to be reached.
    Target,
    /// It is intended or announced.
    Plan,
    /// It bounds something: a threshold, a ceiling.
    Limit,
}

/// A key figure with what it counts.
#[derive(Clone, Debug)]
pub struct Number {
    /// The shared part.
    pub base: Base,
    /// What it is, short.
    pub label: Text,
    /// The figure.
    pub figure: Figure,
    /// Exactly what it counts, or empty.
    pub counts: Text,
    /// Result, target, plan or limit.
    pub kind: NumberKind,
    /// When it stood.
    pub as_of: Date,
    /// The series it belongs to, if to any.
    pub in_series: Rare<InSeries>,
}

/// A number's place in a series.
#[derive(Clone, Debug)]
pub struct InSeries {
    /// The series.
    pub id: Option<SeriesId>,
    /// What this point of it is called, or empty.
    pub at: Text,
}

impl Absent for InSeries {
    const NOTHING: &'static Self = &Self { id: None, at: NOTHING };

    fn is_nothing(&self) -> bool {
        self.id.is_none() && self.at.is_empty()
    }
}

/// Something dated.
#[derive(Clone, Debug)]
pub struct Event {
    /// The shared part.
    pub base: Base,
    /// When.
    pub date: Date,
    /// How the date was inferred, or empty.
    pub date_note: Rare<Text>,
    /// What happened or will.
    pub title: Text,
    /// Where, or empty.
    pub at: Rare<Text>,
}

/// Who said what.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The shared part.
    pub base: Base,
    /// Who spoke.
    pub who: Text,
    /// The office held.
    pub role: Text,
    /// The office in English, or empty.
    pub role_en: Text,
    /// What was said, in own words.
    pub said: Text,
    /// When.
    pub date: Option<Date>,
}

/// What sort of thing a term names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// A person.
    Person,
    /// A body or company.
    Organisation,
    /// A place.
    Place,
    /// A document.
    Document,
    /// A programme or scheme.
    Programme,
    /// An idea or official phrase.
    Concept,
    /// A technology or industry.
    Technology,
}

/// A name or an official term, explained.
#[derive(Clone, Debug)]
pub struct Term {
    /// The shared part.
    pub base: Base,
    /// The name.
    pub name: Text,
    /// Other forms of the name.
    pub aka: Box<[Text]>,
    /// What sort of thing it is.
    pub kind: TermKind,
    /// What it is.
    pub explain: Text,
}

/// Where in its section an item stands. Ordered as the panes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// A measure and the index of it.
    Measure(usize),
    /// A task: the index of its measure, then its own.
    Task(usize, usize),
    /// A number.
    Number(usize),
    /// An event.
    Event(usize),
    /// A voice.
    Voice(usize),
    /// A term.
    Term(usize),
}

/// An item another one points to. It says nothing of where plans stand among others, so that a plan is the
/// same whatever comes and goes around it; [`Library::target`] finds the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// In the same plan: section and slot.
    Here(usize, Slot),
    /// In another plan: its path, `plan/section/item`.
    There(Text),
}

/// An item of a library by its indexes: small, copied freely, valid for the library it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemRef {
    /// Index of the plan.
    pub plan: usize,
    /// Index of the section in its plan.
    pub section: usize,
    /// The item in its section.
    pub slot: Slot,
}

/// An event of a library by its indexes, in a third of the room: large libraries have tens of thousands on their timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventRef {
    pub(super) plan: u32,
    pub(super) section: u32,
    pub(super) nth: u32,
}

impl From<EventRef> for ItemRef {
    fn from(at: EventRef) -> Self {
        Self { plan: at.plan as usize, section: at.section as usize, slot: Slot::Event(at.nth as usize) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_takes_no_more_room_than_it_did() {
        assert_eq!((size_of::<Base>(), size_of::<Figure>(), size_of::<Date>()), (88, 56, 24));
        assert_eq!((size_of::<Measure>(), size_of::<Number>(), size_of::<Event>()), (144, 216, 144));
        assert_eq!(size_of::<Term>(), 144);
    }

    #[test]
    fn a_figure_is_as_long_as_its_places_count() {
        let figure = |zeros: usize| Figure::parse(&format!("約{}7個", "0".repeat(zeros)));
        assert_eq!(figure(65_535 - 7).unwrap_or_else(|why| panic!("{why:?}")).parts().after, "個");
        assert!(figure(65_535 - 6).is_err());
    }
}
