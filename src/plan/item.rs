//! Items looked at alike, whatever their kind: their base, their heading, their path. Also the ways
//! to walk over all items of a section, plan or library.

use std::iter::Sum;

use super::date::Date;
use super::id::{PlanId, SeriesId};
use super::model::{
    Base, Event, EventRef, ItemRef, Library, Link, Measure, Number, Plan, Section, Slot, Source, Task, Term,
    Voice,
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
    pub fn sources(&self) -> &'a [u32] {
        match self {
            Self::Task(measure, task) if task.base.sources.is_empty() => &measure.base.sources,
            _ => &self.base().sources,
        }
    }

    /// The date it carries: of an event or voice when it was, of a number or measure when it stood.
    pub fn date(&self) -> Option<&'a Date> {
        match self {
            Self::Measure(measure) | Self::Task(measure, _) => measure.as_of.as_deref(),
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

    /// Where the item called `item` stands.
    pub fn find(&self, item: &str) -> Option<Slot> {
        self.slots().find(|slot| self.item(*slot).is_some_and(|it| it.base().id.is(item)))
    }

    /// How much its file lists; it is a part itself where it says so.
    pub fn listed(&self) -> Listed {
        Listed {
            parts: usize::from(self.part.is_some()),
            measures: self.measures.len(),
            tasks: self.measures.iter().map(|measure| measure.tasks.len()).sum(),
            numbers: self.numbers.len(),
        }
    }
}

/// How many of each the files of a plan or section list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Sections that are a part of the plan.
    pub parts: usize,
    /// Measures.
    pub measures: usize,
    /// Tasks under the measures.
    pub tasks: usize,
    /// Numbers.
    pub numbers: usize,
}

impl Sum for Listed {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, each| Self {
            parts: sum.parts + each.parts,
            measures: sum.measures + each.measures,
            tasks: sum.tasks + each.tasks,
            numbers: sum.numbers + each.numbers,
        })
    }
}

impl Plan {
    /// The item called `item` in the section called `section`.
    pub fn find(&self, section: &str, item: &str) -> Option<(usize, Slot)> {
        let at = self.sections.iter().position(|it| it.id.is(section))?;
        Some((at, self.sections.get(at)?.find(item)?))
    }

    /// The name its tab goes by.
    pub fn tab(&self, lang: Lang) -> &str {
        if lang == Lang::En && !self.short_en.is_empty() { &self.short_en } else { &self.short }
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

    /// The event `at`, if this library has it.
    pub fn event(&self, at: EventRef) -> Option<&Event> {
        self.plans.get(at.plan as usize)?.sections.get(at.section as usize)?.events.get(at.nth as usize)
    }

    /// Every item of the library in reading order.
    pub fn items(&self) -> impl Iterator<Item = (ItemRef, Item<'_>)> {
        (0..self.plans.len()).flat_map(|plan| self.items_of(plan))
    }

    /// Every item of the plan at `plan`, in reading order.
    pub fn items_of(&self, plan: usize) -> impl Iterator<Item = (ItemRef, Item<'_>)> {
        let sections = self.plans.get(plan).map_or(&[][..], |plan| &plan.sections);
        sections.iter().enumerate().flat_map(move |(section, it)| {
            it.slots().filter_map(move |slot| Some((ItemRef { plan, section, slot }, it.item(slot)?)))
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
        let plan = *self.places.get(plan_id)?;
        let (section, slot) = self.plans.get(plan)?.find(section_id, item_id)?;
        Some(ItemRef { plan, section, slot })
    }

    /// The sources an item rests on, in the order it names them.
    pub fn sources_of(&self, at: ItemRef) -> Vec<&Source> {
        let (Some(plan), Some(item)) = (self.plans.get(at.plan), self.item(at)) else {
            return Vec::new();
        };
        item.sources().iter().filter_map(|&source| plan.sources.get(source as usize)).collect()
    }

    /// The numbers of a series over all plans, earliest first.
    pub fn series(&self, id: &SeriesId) -> Vec<(ItemRef, &Number)> {
        let number = |at: &ItemRef| match self.item(*at) {
            Some(Item::Number(number)) => Some((*at, number)),
            _ => None,
        };
        self.series.get(id).into_iter().flatten().filter_map(number).collect()
    }

    /// Every event of every plan, earliest first.
    pub fn timeline(&self) -> &[EventRef] {
        &self.timeline
    }

    /// Where the plan called `id` stands.
    pub fn place_of(&self, id: &PlanId) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The headline numbers of the plan at `plan`, the most important first.
    pub fn headline(&self, plan: usize) -> impl Iterator<Item = ItemRef> + '_ {
        let headline = self.plans.get(plan).map_or(&[][..], |it| &it.headline);
        headline.iter().map(move |(section, slot)| ItemRef { plan, section: *section, slot: *slot })
    }

    /// The item that `link` points to from the plan at `plan`.
    pub fn target(&self, plan: usize, link: &Link) -> Option<ItemRef> {
        match link {
            Link::Here(section, slot) => Some(ItemRef { plan, section: *section, slot: *slot }),
            Link::There(path) => self.find_path(path),
        }
    }

    /// The items that the one at `at` points to.
    pub fn related(&self, at: ItemRef) -> impl Iterator<Item = ItemRef> + '_ {
        let links = self.item(at).map_or(&[][..], |item| &item.base().more.related);
        links.iter().filter_map(move |link| self.target(at.plan, link))
    }
}
