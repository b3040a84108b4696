//! From the raw types to the model: reads figures, dates and ids, and notes what can't be read. An
//! item with something needed missing or unreadable is left out, and only that item.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use toml::Spanned;

use super::date::Date;
use super::figure::{Figure, Units};
use super::file::File;
use super::id::{ItemId, SectionId, SeriesId, SourceId};
use super::model::{
    Base, Declared, Event, InSeries, Measure, More, Number, NumberKind, Section, Source, Task, Term,
    TermKind, Voice,
};
use super::near::nearest;
use super::problem::{Reason, Referent};
use super::raw::{self, Count, Written};
use super::shape::{NUMBER_KINDS, TERM_KINDS};
use super::text::Text;
use crate::sort;

/// The sources that items can name.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// Those of the plan, in order.
    pub(super) ids: Vec<SourceId>,
    /// The ids of those with a mistake of their own, for which they were left out.
    pub(super) broken: Vec<Text>,
    /// Whether any may have been lost with a table that is none.
    pub(super) lost: bool,
    /// The units of the plan's figures.
    pub(super) units: Units,
}

/// What building a section needs besides its raw form.
pub(super) struct Builder<'f, 's> {
    pub(super) file: &'f mut File,
    pub(super) sources: &'f Sources,
    /// References to other items, resolved when all plans are built: the item they stand in, what
    /// is written and where.
    pub(super) related: Vec<(ItemId, Written<'s>)>,
    /// Every id that is written, of items with a mistake too.
    written: Vec<Text>,
    /// Where the figure of each number stands that belongs to a series.
    pub(super) in_series: HashMap<ItemId, Range<usize>>,
    /// Ids taken in this section and where they stand.
    ids: HashMap<ItemId, usize>,
}

impl<'f, 's> Builder<'f, 's> {
    pub(super) fn new(file: &'f mut File, sources: &'f Sources) -> Self {
        Self {
            file,
            sources,
            related: Vec::new(),
            written: Vec::new(),
            in_series: HashMap::new(),
            ids: HashMap::new(),
        }
    }

    /// The section `id`, which goes by that where it has not even a title.
    pub(super) fn section(&mut self, id: SectionId, raw: raw::Section<'s>) -> Section {
        let tables =
            raw.measure.len() + raw.number.len() + raw.event.len() + raw.voice.len() + raw.term.len();
        self.ids.reserve(tables);
        let mut section = Section {
            title: self.needed(raw.title).unwrap_or_else(|| id.as_str().into()),
            id,
            en: self.text(raw.en),
            full: self.text(raw.full),
            summary: self.text(raw.summary),
            summary_en: self.text(raw.summary_en),
            part: count(raw.part),
            note: self.text(raw.note),
            declared: declared(&raw.declared),
            measures: self.each(raw.measure, Self::measure),
            numbers: self.each(raw.number, Self::number),
            events: self.each(raw.event, Self::event),
            voices: self.each(raw.voice, Self::voice),
            terms: self.each(raw.term, Self::term),
        };
        sort::by(&mut section.events, |a, b| a.date.cmp(&b.date));
        section
    }

    /// The ids of items that were left out of the section that was built.
    pub(super) fn left_out(&self, section: &Section) -> Vec<Text> {
        if section.slots().count() == self.written.len() {
            return Vec::new();
        }
        let is_there = |id: &&Text| section.find(id).is_some();
        self.written.iter().filter(|id| !is_there(id)).cloned().collect()
    }

    fn each<R, T>(&mut self, raw: Vec<R>, one: impl Fn(&mut Self, R) -> Option<T>) -> Box<[T]> {
        // Room for all of them, which is what there is of them nearly always: what is built stays where it is.
        let mut all = Vec::with_capacity(raw.len());
        all.extend(raw.into_iter().filter_map(|each| one(self, each)));
        all.into_boxed_slice()
    }

    fn measure(&mut self, raw: raw::Measure<'s>) -> Option<Measure> {
        let base = self.sourced(raw.base);
        let tasks = self.each(raw.task, Self::task);
        Some(Measure {
            base: base?,
            no: self.text(raw.no),
            title: self.needed(raw.title)?,
            as_of: self.date(raw.as_of).map(Box::new),
            tasks,
        })
    }

    fn task(&mut self, raw: raw::Task<'s>) -> Option<Task> {
        let inherits = raw.base.sources.is_empty();
        let base = self.base(raw.base).filter(|base| inherits || !base.sources.is_empty());
        Some(Task { base: base?, title: self.needed(raw.title)? })
    }

    fn number(&mut self, raw: raw::Number<'s>) -> Option<Number> {
        let base = self.sourced(raw.base);
        let span = raw.figure.as_ref().map(Written::span);
        let (figure, as_of) = (self.figure(raw.figure), self.date(raw.as_of));
        let kind = self.word(raw.kind, NUMBER_KINDS).map(number_kind);
        let series = raw.series.and_then(|series| self.id(&series, SeriesId::of));
        if let (Some(base), Some(span), Some(_)) = (&base, span, &series) {
            self.in_series.insert(base.id.clone(), span);
        }
        Some(Number {
            base: base?,
            label: self.needed(raw.label)?,
            figure: figure?,
            counts: self.text(raw.counts),
            kind: kind?,
            as_of: as_of?,
            in_series: InSeries { id: series, at: self.text(raw.series_at) }.into(),
        })
    }

    fn event(&mut self, raw: raw::Event<'s>) -> Option<Event> {
        let (base, date) = (self.sourced(raw.base), self.date(raw.date));
        Some(Event {
            title: self.needed(raw.title)?,
            base: base?,
            date: date?,
            date_note: self.text(raw.date_note).into(),
            at: self.text(raw.place).into(),
        })
    }

    fn voice(&mut self, raw: raw::Voice<'s>) -> Option<Voice> {
        let (base, date) = (self.sourced(raw.base), self.date(raw.date));
        Some(Voice {
            base: base?,
            who: self.needed(raw.who)?,
            role: self.needed(raw.role)?,
            role_en: self.text(raw.role_en),
            said: self.needed(raw.said)?,
            date,
        })
    }

    fn term(&mut self, raw: raw::Term<'s>) -> Option<Term> {
        let base = self.sourced(raw.base);
        let kind = self.word(raw.kind, TERM_KINDS).map(term_kind);
        Some(Term {
            base: base?,
            name: self.needed(raw.name)?,
            aka: self.texts(&raw.aka),
            kind: kind?,
            explain: self.needed(raw.explain)?,
        })
    }

    /// The base of an item that has to name a source. Without one it is no item; that it names none, or
    /// one that is not there, was noted.
    fn sourced(&mut self, raw: raw::Base<'s>) -> Option<Base> {
        self.base(raw).filter(|base| !base.sources.is_empty())
    }

    fn base(&mut self, raw: raw::Base<'s>) -> Option<Base> {
        let id = raw.id?;
        self.written.push(self.file.share(&id));
        let item = self.id(&id, ItemId::of)?;
        match self.ids.entry(item.clone()) {
            Entry::Vacant(free) => free.insert(id.span().start),
            Entry::Occupied(first) => {
                let reason = Reason::RepeatedId { id: item.to_string(), first: self.file.line(*first.get()) };
                self.file.wrong(&id.span(), reason);
                return None;
            }
        };
        self.related.extend(raw.related.into_iter().map(|each| (item.clone(), each)));
        Some(Base {
            id: item,
            en: self.text(raw.en),
            detail: self.text(raw.detail),
            tags: self.texts(&raw.tags),
            more: More { note: self.text(raw.note), related: Vec::new() }.into(),
            sources: raw.sources.iter().filter_map(|each| self.source(each)).collect(),
        })
    }

    /// The index of a source. One with a mistake of its own was told there, and is not missing here.
    fn source(&mut self, id: &Written<'_>) -> Option<u32> {
        let (written, known) = (id.get_ref(), self.sources);
        let found = known.ids.iter().position(|source| source.as_str() == written);
        if found.is_none() && !known.lost && !known.broken.iter().any(|id| *id == *written) {
            let near = nearest(written, known.ids.iter().map(SourceId::as_str)).map(str::to_owned);
            let reason = Reason::Dangling { what: Referent::Source, id: written.to_owned(), near };
            self.file.wrong(&id.span(), reason);
        }
        found.and_then(|at| u32::try_from(at).ok())
    }

    pub(super) fn id<T>(&mut self, written: &Written<'_>, make: impl Fn(Text) -> Option<T>) -> Option<T> {
        let id = make(self.file.share(written));
        if id.is_none() {
            self.file.wrong(&written.span(), Reason::BadId(written.get_ref().to_string()));
        }
        id
    }

    fn figure(&mut self, written: Option<Written<'_>>) -> Option<Figure> {
        let written = written?;
        Figure::of(&self.file.share(&written), &self.sources.units)
            .map_err(|error| {
                self.file.wrong(&written.span(), Reason::Figure(written.get_ref().to_string(), error));
            })
            .ok()
    }

    pub(super) fn date(&mut self, written: Option<Written<'_>>) -> Option<Date> {
        let written = written?;
        Date::of(&self.file.share(&written))
            .map_err(|error| {
                self.file.wrong(&written.span(), Reason::Date(written.get_ref().to_string(), error));
            })
            .ok()
    }

    /// The index of `written` among the allowed words.
    fn word(&mut self, written: Option<Written<'_>>, allowed: &'static [&'static str]) -> Option<usize> {
        let written = written?;
        let found = allowed.iter().position(|word| *word == written.get_ref());
        if found.is_none() {
            let reason = Reason::UnknownWord { word: written.get_ref().to_string(), allowed };
            self.file.wrong(&written.span(), reason);
        }
        found
    }

    /// A source of the plan.
    pub(super) fn plan_source(&mut self, raw: raw::Source<'_>) -> Option<Source> {
        let id = raw.id?;
        let date = self.date(raw.date);
        Some(Source {
            id: self.id(&id, SourceId::of)?,
            outlet: self.needed(raw.outlet)?,
            title: self.needed(raw.title)?,
            en: self.text(raw.en),
            date: date?,
            date_note: self.text(raw.date_note),
            page: self.text(raw.page),
            url: self.text(raw.url),
            note: self.text(raw.note),
        })
    }

    /// The text, or an empty one.
    pub(super) fn text(&self, written: Option<Written<'_>>) -> Text {
        self.needed(written).unwrap_or_default()
    }

    /// The text of a needed key; its absence was noted when the file was read.
    pub(super) fn needed(&self, written: Option<Written<'_>>) -> Option<Text> {
        written.map(|written| self.file.share(&written))
    }

    fn texts(&self, written: &[Written<'_>]) -> Box<[Text]> {
        written.iter().map(|each| self.file.share(each)).collect()
    }
}

/// The number of a count.
pub(super) fn count(number: Option<Count>) -> Option<u32> {
    number.map(Spanned::into_inner)
}

/// `[declared]`.
pub(super) fn declared(raw: &raw::Declared) -> Declared {
    let total = |total: &Option<Count>| total.as_ref().map(|total| *total.get_ref());
    Declared { parts: total(&raw.parts), measures: total(&raw.measures), tasks: total(&raw.tasks) }
}

fn number_kind(at: usize) -> NumberKind {
    match at {
        0 => NumberKind::Actual,
        1 => NumberKind::Target,
        2 => NumberKind::Plan,
        _ => NumberKind::Limit,
    }
}

fn term_kind(at: usize) -> TermKind {
    match at {
        0 => TermKind::Person,
        1 => TermKind::Organisation,
        2 => TermKind::Place,
        3 => TermKind::Document,
        4 => TermKind::Programme,
        5 => TermKind::Concept,
        _ => TermKind::Technology,
    }
}
