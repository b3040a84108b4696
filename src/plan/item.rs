//! Items looked at alike, whatever their kind: their base, their heading, their path. Also the ways
//! to walk over all items of a section, plan or library.

use super::date::Date;
use super::id::SeriesId;
use super::model::{
    Base, Event, ItemRef, Library, Measure, Number, Plan, Section, Slot, Source, Task, Term, Voice,
};
use crate::lang::Lang;

/// One item, borrowed from its library.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// A measure.
    Measure(&'a Measure),
    /// A task and the measure it stands under.
    Task(&'a Measure, &'a Task),
    /// A number.
    Number(&'a Number),
    /// An event.
    Event(&'a Event),
    /// A voice.
    Voice(&'a Voice),
    /// A term.
    Term(&'a Term),
}

impl<'a> Item<'a> {
    /// What every kind of item has.
    pub fn base(&self) -> &'a Base {
        match self {
            Self::Measure(measure) => &measure.base,
            Self::Task(_, task) => &task.base,
            Self::Number(number) => &number.base,
            Self::Event(event) => &event.base,
            Self::Voice(voice) => &voice.base,
            Self::Term(term) => &term.base,
        }
    }

    /// The line it goes by in a list: a title, a label, a name.
    pub fn heading(&self) -> &'a str {
        match self {
            Self::Measure(measure) => &measure.title,
            Self::Task(_, task) => &task.title,
            Self::Number(number) => &number.label,
            Self::Event(event) => &event.title,
            Self::Voice(voice) => &voice.who,
            Self::Term(term) => &term.name,
        }
    }

    /// The sources it rests on: its own, or those of the measure a task stands under.
    pub fn sources(&self) -> &'a [usize] {
        match self {
            Self::Task(measure, task) if task.base.sources.is_empty() => &measure.base.sources,
            _ => &self.base().sources,
        }
    }

    /// The date it carries: of an event or voice when it was, of a number or measure when it stood.
    pub fn date(&self) -> Option<&'a Date> {
        match self {
            Self::Measure(measure) | Self::Task(measure, _) => measure.as_of.as_ref(),
            Self::Number(number) => Some(&number.as_of),
            Self::Event(event) => Some(&event.date),
            Self::Voice(voice) => voice.date.as_ref(),
            Self::Term(_) => None,
        }
    }
}

impl Section {
    /// The item at `slot`, if there is one.
    pub fn item(&self, slot: Slot) -> Option<Item<'_>> {
        Some(match slot {
            Slot::Measure(at) => Item::Measure(self.measures.get(at)?),
            Slot::Task(at, task) => {
                let measure = self.measures.get(at)?;
                Item::Task(measure, measure.tasks.get(task)?)
            }
            Slot::Number(at) => Item::Number(self.numbers.get(at)?),
            Slot::Event(at) => Item::Event(self.events.get(at)?),
            Slot::Voice(at) => Item::Voice(self.voices.get(at)?),
            Slot::Term(at) => Item::Term(self.terms.get(at)?),
        })
    }

    /// Every slot of the section in reading order, tasks after their measure.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        let measures = self.measures.iter().enumerate().flat_map(|(at, measure)| {
            std::iter::once(Slot::Measure(at))
                .chain((0..measure.tasks.len()).map(move |task| Slot::Task(at, task)))
        });
        measures
            .chain((0..self.numbers.len()).map(Slot::Number))
            .chain((0..self.events.len()).map(Slot::Event))
            .chain((0..self.voices.len()).map(Slot::Voice))
            .chain((0..self.terms.len()).map(Slot::Term))
    }

    /// How many tasks its measures list.
    pub fn task_count(&self) -> usize {
        self.measures.iter().map(|measure| measure.tasks.len()).sum()
    }
}

impl Plan {
    /// The name its tab goes by.
    pub fn tab(&self, lang: Lang) -> &str {
        if lang == Lang::En && !self.short_en.is_empty() { &self.short_en } else { &self.short }
    }

    /// How many parts, measures and tasks its files list.
    pub fn listed(&self) -> (usize, usize, usize) {
        let parts = self.sections.iter().filter(|section| section.part.is_some()).count();
        let measures = self.sections.iter().map(|section| section.measures.len()).sum();
        let tasks = self.sections.iter().map(Section::task_count).sum();
        (parts, measures, tasks)
    }
}

impl Library {
    /// The section an item stands in.
    pub fn section(&self, at: ItemRef) -> Option<&Section> {
        self.plans.get(at.plan)?.sections.get(at.section)
    }

    /// The item `at`, if this library has it.
    pub fn item(&self, at: ItemRef) -> Option<Item<'_>> {
        self.section(at)?.item(at.slot)
    }

    /// Every item of the library in reading order.
    pub fn items(&self) -> impl Iterator<Item = (ItemRef, Item<'_>)> {
        self.refs().filter_map(|at| Some((at, self.item(at)?)))
    }

    /// A reference to every item in reading order.
    fn refs(&self) -> impl Iterator<Item = ItemRef> + '_ {
        self.plans.iter().enumerate().flat_map(|(plan, it)| {
            it.sections
                .iter()
                .enumerate()
                .flat_map(move |(section, it)| it.slots().map(move |slot| ItemRef { plan, section, slot }))
        })
    }

    /// `plan/section/item`, the name an item goes by outside the program.
    pub fn path(&self, at: ItemRef) -> Option<String> {
        let plan = self.plans.get(at.plan)?;
        let section = plan.sections.get(at.section)?;
        let item = section.item(at.slot)?;
        Some(format!("{}/{}/{}", plan.id, section.id, item.base().id))
    }

    /// The item that `plan/section/item` names.
    pub fn find_path(&self, path: &str) -> Option<ItemRef> {
        let mut words = path.splitn(3, '/');
        let (plan_id, section_id, item_id) = (words.next()?, words.next()?, words.next()?);
        let plan = self.plans.iter().position(|plan| plan.id.as_str() == plan_id)?;
        let sections = &self.plans.get(plan)?.sections;
        let section = sections.iter().position(|section| section.id.as_str() == section_id)?;
        let it = sections.get(section)?;
        let named = |slot: &Slot| it.item(*slot).is_some_and(|item| item.base().id.as_str() == item_id);
        it.slots().find(named).map(|slot| ItemRef { plan, section, slot })
    }

    /// The sources an item rests on, in the order it names them.
    pub fn sources_of(&self, at: ItemRef) -> Vec<&Source> {
        let (Some(plan), Some(item)) = (self.plans.get(at.plan), self.item(at)) else {
            return Vec::new();
        };
        item.sources().iter().filter_map(|&source| plan.sources.get(source)).collect()
    }

    /// The numbers of a series over all plans, earliest first.
    pub fn series(&self, id: &SeriesId) -> Vec<(ItemRef, &Number)> {
        let mut points: Vec<_> = self
            .items()
            .filter_map(|(at, item)| match item {
                Item::Number(number) if number.series.as_ref() == Some(id) => Some((at, number)),
                _ => None,
            })
            .collect();
        points.sort_by(|(_, a), (_, b)| a.as_of.cmp(&b.as_of));
        points
    }
}
