//! What of a library a scope and a pane select, walked plan by plan, section by section. Every format takes its
//! items from here, so that all of them hold the same ones.

use super::options::Options;
use super::scope::Scope;
use crate::plan::Pane;
use crate::plan::{Event, Item, ItemRef, Library, Plan, Section, Slot};
use crate::sort;

/// A library with what is wanted of it.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) library: &'a Library,
    pub(super) scope: Scope,
    pub(super) options: &'a Options,
}

impl<'a> View<'a> {
    pub(super) fn new(library: &'a Library, scope: Scope, options: &'a Options) -> Self {
        Self { library, scope, options }
    }

    /// The plans in scope with their indexes.
    pub(super) fn plans(&self) -> impl Iterator<Item = (usize, &'a Plan)> + use<'a> {
        let only = match self.scope {
            Scope::Library => None,
            Scope::Plan(plan) | Scope::Section(plan, _) | Scope::Item(ItemRef { plan, .. }) => Some(plan),
        };
        let plans = self.library.plans.iter().map(AsRef::as_ref).enumerate();
        plans.filter(move |(at, _)| only.is_none_or(|only| only == *at))
    }

    /// The sections in scope of the plan at `plan`.
    pub(super) fn sections(&self, plan: usize) -> impl Iterator<Item = (usize, &'a Section)> + use<'a> {
        let only = match self.scope {
            Scope::Section(_, section) | Scope::Item(ItemRef { section, .. }) => Some(section),
            Scope::Library | Scope::Plan(_) => None,
        };
        let sections = self.library.plans.get(plan).map_or(&[][..], |plan| &plan.sections);
        sections.iter().enumerate().filter(move |(at, _)| only.is_none_or(|only| only == *at))
    }

    /// Every item in scope and pane of one section, tasks after their measure.
    pub(super) fn items(&self, plan: usize, section: usize) -> Vec<ItemRef> {
        let at = |slot| ItemRef { plan, section, slot };
        let all = self.library.plans.get(plan).and_then(|plan| plan.sections.get(section));
        let all = all.into_iter().flat_map(Section::slots).map(at);
        all.filter(|at| self.holds(*at)).collect()
    }

    fn holds(&self, at: ItemRef) -> bool {
        let scoped = match self.scope {
            Scope::Item(only) => at == only || parent(at) == Some(only),
            _ => true,
        };
        scoped && self.options.pane.is_none_or(|pane| Pane::of(at.slot) == pane)
    }

    /// The items that stand by themselves in a pane of a section: no task whose measure is there too.
    pub(super) fn heads(&self, plan: usize, section: usize, pane: Pane) -> Vec<ItemRef> {
        let alone = |at: &ItemRef| parent(*at).is_none_or(|measure| !self.holds(measure));
        let items = self.items(plan, section).into_iter();
        items.filter(|at| Pane::of(at.slot) == pane).filter(alone).collect()
    }

    /// The tasks under a measure.
    pub(super) fn tasks(&self, at: ItemRef) -> Vec<ItemRef> {
        match (at.slot, self.library.item(at)) {
            (Slot::Measure(above), Some(Item::Measure(measure))) => {
                (0..measure.tasks.len()).map(|task| ItemRef { slot: Slot::Task(above, task), ..at }).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The events in scope of one plan, or of all, earliest first.
    pub(super) fn events(&self, plan: Option<usize>) -> Vec<(ItemRef, &'a Event)> {
        let mut events = Vec::new();
        for (at, _) in self.plans().filter(|(at, _)| plan.is_none_or(|plan| plan == *at)) {
            for (section, _) in self.sections(at) {
                for item in self.heads(at, section, Pane::Timeline) {
                    if let Some(Item::Event(event)) = self.library.item(item) {
                        events.push((item, event));
                    }
                }
            }
        }
        sort::by(&mut events, |(_, a), (_, b)| a.date.cmp(&b.date));
        events
    }

    /// The indexes of the sources of a plan that are wanted: all of them, or of a part of the plan those it rests on.
    pub(super) fn sources(&self, plan: usize) -> Vec<usize> {
        let count = self.library.plans.get(plan).map_or(0, |plan| plan.sources.len());
        if matches!(self.scope, Scope::Library | Scope::Plan(_)) {
            return (0..count).collect();
        }
        let wide = Options { pane: None, ..*self.options };
        let wide = View { options: &wide, ..*self };
        let cited: Vec<usize> = self
            .sections(plan)
            .flat_map(|(section, _)| wide.items(plan, section))
            .filter_map(|at| self.library.item(at))
            .flat_map(|item| item.sources().iter().map(|source| *source as usize))
            .collect();
        (0..count).filter(|at| cited.contains(at)).collect()
    }

    /// Whether the pane is wanted.
    pub(super) fn shows(&self, pane: Pane) -> bool {
        self.options.pane.is_none_or(|only| only == pane)
    }

    /// Whether plans are introduced: bottom line, totals, headline numbers.
    pub(super) fn introduces_plans(&self) -> bool {
        self.options.pane.is_none() && matches!(self.scope, Scope::Library | Scope::Plan(_))
    }

    /// Whether sections are introduced: summary, totals, note.
    pub(super) fn introduces_sections(&self) -> bool {
        self.options.pane.is_none() && !matches!(self.scope, Scope::Item(_))
    }

    /// Whether this item is all that is wanted.
    pub(super) fn is_alone(&self, at: ItemRef) -> bool {
        self.scope == Scope::Item(at)
    }
}

/// The measure a task stands under.
pub(super) fn parent(at: ItemRef) -> Option<ItemRef> {
    match at.slot {
        Slot::Task(measure, _) => Some(ItemRef { slot: Slot::Measure(measure), ..at }),
        _ => None,
    }
}
