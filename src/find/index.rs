//! The index of a library: its keys, its figures and dates. Built once, off the screen's thread; it borrows nothing
//! and can be searched from any thread.

use super::entry::{Entry, Kind};
use super::field::Field;
use super::key::{Narrow, Wide};
use super::number::FigureKey;
use super::when::DateKey;
use crate::plan::figure::Unit;
use crate::plan::{ItemRef, Library, Plan, Section};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// All that can be found of a library, and how to find it.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) items: Vec<ItemRef>,
    pub(super) kinds: Vec<Kind>,
    /// What items go by.
    pub(super) labels: Wide,
    /// Their other texts in Chinese.
    pub(super) details: Wide,
    /// Their texts in English.
    pub(super) english: Narrow,
    pub(super) figures: Vec<FigureKey>,
    pub(super) units: Vec<Unit>,
    pub(super) dates: Vec<DateKey>,
    pub(super) contexts: Contexts,
    /// Every English word once, in alphabetical order.
    pub(super) words: Vec<Box<[u8]>>,
}

/// The titles of sections and plans, and which items stand under each.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    pub wide: Wide,
    pub narrow: Narrow,
    /// Of each section or plan, its items.
    pub covers: Vec<Range<u32>>,
    /// Of each, which plan it is, if it is one.
    pub plans: Vec<Option<usize>>,
}

impl Index {
    /// The index of every item of a library.
    pub fn build(library: &Library) -> Self {
        let mut builder = Builder::default();
        for (at, plan) in library.plans.iter().enumerate() {
            builder.plan(at, &plan_texts(plan));
            for (section_at, section) in plan.sections.iter().enumerate() {
                builder.section(&section_texts(section));
                for slot in section.slots() {
                    if let Some(item) = section.item(slot) {
                        let at = ItemRef { plan: at, section: section_at, slot };
                        builder.item(&Entry::of(at, item));
                    }
                }
            }
        }
        builder.finish()
    }

    /// How many items it has.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The bytes of memory that its keys take.
    pub fn memory(&self) -> usize {
        self.items.len() * (size_of::<ItemRef>() + size_of::<Kind>())
            + self.labels.size()
            + self.details.size()
            + self.english.size()
            + self.contexts.wide.size()
            + self.contexts.narrow.size()
            + self.contexts.covers.len() * (size_of::<Range<u32>>() + size_of::<Option<usize>>())
            + self.figures.len() * size_of::<FigureKey>()
            + self.dates.len() * size_of::<DateKey>()
            + self.words.iter().map(|word| word.len() + size_of::<Box<[u8]>>()).sum::<usize>()
    }
}

fn plan_texts(plan: &Plan) -> [(Field, &str); 3] {
    [(Field::Plan, &plan.short), (Field::PlanFull, &plan.title), (Field::PlanEn, &plan.en)]
}

fn section_texts(section: &Section) -> [(Field, &str); 3] {
    [(Field::Section, &section.title), (Field::SectionFull, &section.full), (Field::SectionEn, &section.en)]
}

/// Builds an index from plans, sections and items in reading order, wherever they come from.
#[derive(Debug, Default)]
pub struct Builder {
    index: Index,
    units: HashMap<Unit, u32>,
    /// Where the plan and the section under way stand among the contexts.
    open: [Option<usize>; 2],
}

impl Builder {
    /// Begins a plan; `at` is its index in the library.
    pub fn plan(&mut self, at: usize, texts: &[(Field, &str)]) {
        self.close_contexts(0);
        self.context(0, Some(at), texts);
    }

    /// Begins a section of the plan.
    pub fn section(&mut self, texts: &[(Field, &str)]) {
        self.close_contexts(1);
        self.context(1, None, texts);
    }

    /// Adds an item of the section.
    pub fn item(&mut self, entry: &Entry<'_>) {
        let index = &mut self.index;
        let owner = index.items.len() as u32;
        index.items.push(entry.item);
        index.kinds.push(entry.kind);
        let texts = || entry.texts.iter().copied().filter(|(_, text)| !text.is_empty());
        index.labels.push(texts().filter(|(field, _)| field.is_label()));
        index.details.push(texts().filter(|(field, _)| !field.is_label() && !field.is_english()));
        index.english.push(texts().filter(|(field, _)| field.is_english()));
        index.dates.extend(entry.date.map(|date| DateKey::new(owner, date)));
        if let Some(figure) = entry.figure {
            let next = self.units.len() as u32;
            let unit = *self.units.entry(figure.unit().clone()).or_insert(next);
            let (low, high, qualifier) = (figure.low(), figure.high(), figure.qualifier());
            index.figures.push(FigureKey { owner, unit, qualifier, low, high });
        }
    }

    /// The index.
    pub fn finish(mut self) -> Index {
        self.close_contexts(0);
        let mut index = self.index;
        let mut units: Vec<(Unit, u32)> = self.units.into_iter().collect();
        units.sort_by_key(|(_, at)| *at);
        index.units = units.into_iter().map(|(unit, _)| unit).collect();
        index.contexts.wide.close();
        index.contexts.narrow.close();
        index.labels.close();
        index.details.close();
        index.english.close();
        index.items.shrink_to_fit();
        index.dates.shrink_to_fit();
        index.figures.shrink_to_fit();
        let words: BTreeSet<&[u8]> = index.english.words().collect();
        index.words = words.into_iter().map(Box::from).collect();
        index
    }

    fn context(&mut self, level: usize, plan: Option<usize>, texts: &[(Field, &str)]) {
        let next = self.index.items.len() as u32;
        let contexts = &mut self.index.contexts;
        if let Some(open) = self.open.get_mut(level) {
            *open = Some(contexts.covers.len());
        }
        let texts = || texts.iter().copied().filter(|(_, text)| !text.is_empty());
        contexts.wide.push(texts().filter(|(field, _)| !field.is_english()));
        contexts.narrow.push(texts().filter(|(field, _)| field.is_english()));
        contexts.covers.push(next..next);
        contexts.plans.push(plan);
    }

    /// Ends the sections and, from level 0, the plan under way.
    fn close_contexts(&mut self, level: usize) {
        let end = self.index.items.len() as u32;
        for open in self.open.iter_mut().skip(level) {
            if let Some(covers) = open.take().and_then(|at| self.index.contexts.covers.get_mut(at)) {
                covers.end = end;
            }
        }
    }
}
