//! From the raw types to the model: reads figures, dates and ids, and notes what can't be read. An
//! item with something needed missing or unreadable is left out, and only that item.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;

use super::date::Date;
use super::figure::Figure;
use super::file::File;
use super::id::{ItemId, SectionId, SeriesId, SourceId};
use super::model::{
    Base, Declared, Event, Measure, Number, NumberKind, Section, Source, Task, Term, TermKind, Voice,
};
use super::near::nearest;
use super::problem::{Reason, Referent};
use super::raw::{self, Count, Text};
use super::shape::{NUMBER_KINDS, TERM_KINDS};

/// The sources that items can name.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// Those of the plan, in order.
    pub(super) ids: Vec<SourceId>,
    /// The ids of those with a mistake of their own, for which they were left out.
    pub(super) broken: Vec<String>,
    /// Whether any may have been lost with a table that is none.
    pub(super) lost: bool,
}

/// What building a section needs besides its raw form.
pub(super) struct Builder<'f, 's> {
    pub(super) file: &'f mut File<'s>,
    pub(super) sources: &'f Sources,
    /// References to other items, resolved when all plans are built: the item they stand in, what
    /// is written and where.
    pub(super) related: Vec<(ItemId, Text)>,
    /// Every id that is written, of items with a mistake too.
    pub(super) written: Vec<String>,
    /// Where the figure of each number stands that belongs to a series.
    pub(super) in_series: HashMap<ItemId, Range<usize>>,
    /// Ids taken in this section and the line they stand on.
    ids: HashMap<ItemId, usize>,
}

impl<'f, 's> Builder<'f, 's> {
    pub(super) fn new(file: &'f mut File<'s>, sources: &'f Sources) -> Self {
        Self {
            file,
            sources,
            related: Vec::new(),
            written: Vec::new(),
            in_series: HashMap::new(),
            ids: HashMap::new(),
        }
    }

    /// The section `id`, or nothing where it has not even a title.
    pub(super) fn section(&mut self, id: SectionId, raw: raw::Section) -> Section {
        let mut section = Section {
            title: raw.title.map_or_else(|| id.to_string(), Spanned::into_inner),
            id,
            en: own(raw.en),
            full: own(raw.full),
            summary: own(raw.summary),
            summary_en: own(raw.summary_en),
            part: count(raw.part.as_ref()),
            note: own(raw.note),
            declared: declared(raw.declared.as_ref()),
            measures: self.each(raw.measure, Self::measure),
            numbers: self.each(raw.number, Self::number),
            events: self.each(raw.event, Self::event),
            voices: self.each(raw.voice, Self::voice),
            terms: self.each(raw.term, Self::term),
        };
        section.events.sort_by(|a, b| a.date.cmp(&b.date));
        section
    }

    fn each<R, T>(&mut self, raw: Vec<Spanned<R>>, one: impl Fn(&mut Self, R) -> Option<T>) -> Vec<T> {
        raw.into_iter().filter_map(|each| one(self, each.into_inner())).collect()
    }

    fn measure(&mut self, mut raw: raw::Measure) -> Option<Measure> {
        let base = self.sourced(raw.base());
        let tasks = self.each(raw.task, Self::task);
        Some(Measure {
            base: base?,
            no: own(raw.no),
            title: needed(raw.title)?,
            as_of: self.date(raw.as_of),
            tasks,
        })
    }

    fn task(&mut self, mut raw: raw::Task) -> Option<Task> {
        let base = raw.base();
        let inherits = base.sources.is_empty();
        let base = self.base(base).filter(|base| inherits || !base.sources.is_empty());
        Some(Task { base: base?, title: needed(raw.title)? })
    }

    fn number(&mut self, mut raw: raw::Number) -> Option<Number> {
        let base = self.sourced(raw.base());
        let span = raw.figure.as_ref().map(Spanned::span);
        let (figure, as_of) = (self.figure(raw.figure), self.date(raw.as_of));
        let kind = self.word(raw.kind, NUMBER_KINDS).map(number_kind);
        let series = raw.series.and_then(|series| self.id(&series, SeriesId::new));
        if let (Some(base), Some(span), Some(_)) = (&base, span, &series) {
            self.in_series.insert(base.id.clone(), span);
        }
        Some(Number {
            base: base?,
            label: needed(raw.label)?,
            figure: figure?,
            counts: own(raw.counts),
            kind: kind?,
            as_of: as_of?,
            series,
            series_at: own(raw.series_at),
        })
    }

    fn event(&mut self, mut raw: raw::Event) -> Option<Event> {
        let (base, date) = (self.sourced(raw.base()), self.date(raw.date));
        let (title, date_note, at) = (needed(raw.title)?, own(raw.date_note), own(raw.place));
        Some(Event { base: base?, date: date?, date_note, title, at })
    }

    fn voice(&mut self, mut raw: raw::Voice) -> Option<Voice> {
        let (base, date) = (self.sourced(raw.base()), self.date(raw.date));
        let (who, role, said) = (needed(raw.who)?, needed(raw.role)?, needed(raw.said)?);
        Some(Voice { base: base?, who, role, role_en: own(raw.role_en), said, date })
    }

    fn term(&mut self, mut raw: raw::Term) -> Option<Term> {
        let base = self.sourced(raw.base());
        let kind = self.word(raw.kind, TERM_KINDS).map(term_kind);
        let aka = raw.aka.into_iter().map(Spanned::into_inner).collect();
        Some(Term { base: base?, name: needed(raw.name)?, aka, kind: kind?, explain: needed(raw.explain)? })
    }

    /// The base of an item that has to name a source. Without one it is no item; that it names none, or
    /// one that is not there, was noted.
    fn sourced(&mut self, raw: raw::Base) -> Option<Base> {
        self.base(raw).filter(|base| !base.sources.is_empty())
    }

    fn base(&mut self, raw: raw::Base) -> Option<Base> {
        let id = raw.id.as_ref()?;
        self.written.push(id.get_ref().clone());
        let item = self.id(id, ItemId::new)?;
        if let Some(first) = self.ids.get(&item) {
            let reason = Reason::RepeatedId { id: item.to_string(), first: *first };
            self.file.wrong(&id.span(), reason);
            return None;
        }
        self.ids.insert(item.clone(), self.file.place(id.span().start).line);
        self.related.extend(raw.related.into_iter().map(|each| (item.clone(), each)));
        Some(Base {
            id: item,
            en: own(raw.en),
            detail: own(raw.detail),
            note: own(raw.note),
            tags: raw.tags.into_iter().map(Spanned::into_inner).collect(),
            sources: raw.sources.iter().filter_map(|each| self.source(each)).collect(),
            related: Vec::new(),
        })
    }

    /// The index of a source. One with a mistake of its own was told there, and is not missing here.
    fn source(&mut self, id: &Text) -> Option<usize> {
        let (written, known) = (id.get_ref(), self.sources);
        let found = known.ids.iter().position(|source| source.as_str() == written);
        if found.is_none() && !known.lost && !known.broken.contains(written) {
            let near = nearest(written, known.ids.iter().map(SourceId::as_str)).map(str::to_owned);
            let reason = Reason::Dangling { what: Referent::Source, id: written.clone(), near };
            self.file.wrong(&id.span(), reason);
        }
        found
    }

    pub(super) fn id<T>(&mut self, written: &Text, make: impl Fn(&str) -> Option<T>) -> Option<T> {
        let id = make(written.get_ref());
        if id.is_none() {
            self.file.wrong(&written.span(), Reason::BadId(written.get_ref().clone()));
        }
        id
    }

    fn figure(&mut self, written: Option<Text>) -> Option<Figure> {
        let written = written?;
        Figure::parse(written.get_ref())
            .map_err(|error| {
                self.file.wrong(&written.span(), Reason::Figure(written.get_ref().clone(), error));
            })
            .ok()
    }

    pub(super) fn date(&mut self, written: Option<Text>) -> Option<Date> {
        let written = written?;
        Date::parse(written.get_ref())
            .map_err(|error| {
                self.file.wrong(&written.span(), Reason::Date(written.get_ref().clone(), error));
            })
            .ok()
    }

    /// The index of `written` among the allowed words.
    fn word(&mut self, written: Option<Text>, allowed: &'static [&'static str]) -> Option<usize> {
        let written = written?;
        let found = allowed.iter().position(|word| word == written.get_ref());
        if found.is_none() {
            let reason = Reason::UnknownWord { word: written.get_ref().clone(), allowed };
            self.file.wrong(&written.span(), reason);
        }
        found
    }

    /// A source of the plan.
    pub(super) fn plan_source(&mut self, raw: raw::Source) -> Option<Source> {
        let id = raw.id.as_ref()?;
        let date = self.date(raw.date);
        Some(Source {
            id: self.id(id, SourceId::new)?,
            outlet: needed(raw.outlet)?,
            title: needed(raw.title)?,
            en: own(raw.en),
            date: date?,
            date_note: own(raw.date_note),
            page: own(raw.page),
            url: own(raw.url),
            note: own(raw.note),
        })
    }
}

/// The text, or an empty one.
pub(super) fn own(text: Option<Text>) -> String {
    text.map(Spanned::into_inner).unwrap_or_default()
}

/// The text of a needed key; its absence was noted when the file was read.
fn needed(text: Option<Text>) -> Option<String> {
    text.map(Spanned::into_inner)
}

/// The number of a count; one that does not fit was noted when the file was read.
pub(super) fn count(number: Option<&Count>) -> Option<u32> {
    number.and_then(|number| u32::try_from(*number.get_ref()).ok())
}

/// `[declared]`.
pub(super) fn declared(raw: Option<&raw::Declared>) -> Declared {
    raw.map_or_else(Declared::default, |raw| Declared {
        parts: count(raw.parts.as_ref()),
        measures: count(raw.measures.as_ref()),
        tasks: count(raw.tasks.as_ref()),
    })
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
