//! A part of the index: some neighbouring plans, or some neighbouring sections of a long plan, with their keys,
//! figures and dates. It does not know where in a library its plans stand, so it serves the next library as well.

use super::entry::{self, Kind};
use super::field::Field;
use super::key::Wide;
use super::narrow::Narrow;
use super::number::FigureKey;
use super::when::DateKey;
use super::words::Words;
use crate::plan::figure::Unit;
use crate::plan::{Item, ItemRef, Plan, Section, Slot, Text};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// All that can be found of some plans. Owners are its items, counted from 0.
#[derive(Debug)]
pub(super) struct Segment {
    pub kinds: Vec<Kind>,
    /// What items go by.
    pub labels: Wide,
    /// Their other texts in Chinese.
    pub details: Wide,
    /// Their texts in English.
    pub english: Narrow,
    /// The words of those.
    pub words: Words,
    pub figures: Vec<FigureKey>,
    /// What its figures are in.
    pub units: Vec<Unit>,
    pub dates: Vec<DateKey>,
    pub contexts: Contexts,
}

/// The titles of sections and plans, and which items stand under each.
#[derive(Debug)]
pub(super) struct Contexts {
    pub wide: Wide,
    pub narrow: Narrow,
    /// Of each section or plan, its items.
    pub covers: Vec<Range<u32>>,
    /// What each is the title of.
    pub titles: Vec<Title>,
}

/// A title by what it is of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Title {
    /// So manieth plan of the segment.
    Plan(u32),
    /// So manieth section of its plan.
    Section(u32),
}

impl Title {
    /// Which plan of the segment it is of, if it is of one.
    pub(super) fn plan(self) -> Option<usize> {
        match self {
            Self::Plan(plan) => Some(plan as usize),
            Self::Section(_) => None,
        }
    }
}

impl Segment {
    /// How many items it has.
    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Which item an owner is: its plan among `plans`, those that the segment was made of, and its place there.
    pub(super) fn item(&self, owner: u32, plans: &[Arc<Plan>]) -> Option<ItemRef> {
        let Contexts { titles, covers, .. } = &self.contexts;
        let mut above = self.contexts.of(owner);
        let (nearer, further) = (above.next()?, above.next()?);
        let (Title::Section(section), Title::Plan(plan)) = (titles.get(nearer)?, titles.get(further)?) else {
            return None;
        };
        let (plan, section) = (*plan as usize, *section as usize);
        let nth = owner - covers.get(nearer)?.start;
        let slot = plans.get(plan)?.sections.get(section)?.slots().nth(nth as usize)?;
        Some(ItemRef { plan, section, slot })
    }

    /// The bytes of memory that it takes.
    pub(super) fn memory(&self) -> usize {
        self.len() * size_of::<Kind>()
            + self.labels.size()
            + self.details.size()
            + self.english.size()
            + self.words.memory()
            + self.contexts.wide.size()
            + self.contexts.narrow.size()
            + self.contexts.covers.len() * (size_of::<Range<u32>>() + size_of::<Title>())
            + self.figures.len() * size_of::<FigureKey>()
            + self.dates.len() * size_of::<DateKey>()
            + self.units.len() * size_of::<Unit>()
    }
}

/// Builds a segment from plans, sections and items in reading order.
pub(super) struct Builder {
    segment: Segment,
    units: HashMap<Unit, u32>,
    /// Where the plan and the section under way stand among the contexts.
    open: [Option<usize>; 2],
    /// How many plans were begun.
    plans: u32,
}

impl Builder {
    /// Nothing yet. Where nothing is to be `heard`, no sounds are kept.
    pub(super) fn new(heard: bool) -> Self {
        let contexts = Contexts {
            wide: Wide::new(true, heard),
            narrow: Narrow::default(),
            covers: vec![],
            titles: vec![],
        };
        let segment = Segment {
            kinds: vec![],
            labels: Wide::new(true, heard),
            details: Wide::new(false, heard),
            english: Narrow::default(),
            words: Words::default(),
            figures: vec![],
            units: vec![],
            dates: vec![],
            contexts,
        };
        Self { segment, units: HashMap::new(), open: [None; 2], plans: 0 }
    }

    /// Adds some sections of the next plan.
    pub(super) fn plan(&mut self, plan: &Plan, sections: Range<usize>) {
        self.close_contexts(0);
        let texts = [(Field::Plan, &plan.short), (Field::PlanFull, &plan.title), (Field::PlanEn, &plan.en)];
        self.context(0, Title::Plan(self.plans), texts);
        for (at, section) in plan.sections.iter().enumerate().take(sections.end).skip(sections.start) {
            self.section(at, section);
        }
        self.plans += 1;
    }

    fn section(&mut self, at: usize, section: &Section) {
        self.close_contexts(1);
        let texts = [
            (Field::Section, &section.title),
            (Field::SectionFull, &section.full),
            (Field::SectionEn, &section.en),
        ];
        self.context(1, Title::Section(at as u32), texts);
        for slot in section.slots() {
            if let Some(item) = section.item(slot) {
                self.item(slot, item);
            }
        }
    }

    fn item(&mut self, slot: Slot, item: Item<'_>) {
        let segment = &mut self.segment;
        let owner = segment.kinds.len() as u32;
        segment.kinds.push(Kind::of(slot));
        let Segment { labels, details, english, .. } = segment;
        labels.begin();
        details.begin();
        english.begin();
        entry::texts(item, &mut |field, text| match field {
            _ if field.is_label() => labels.push(field, text),
            _ if field.is_english() => english.push(field, text),
            _ => details.push(field, text),
        });
        segment.dates.extend(item.date().map(|date| DateKey::new(owner, date)));
        if let Some(figure) = entry::figure(item) {
            let unit = self.units.get(figure.unit()).copied().unwrap_or_else(|| {
                segment.units.push(figure.unit().clone());
                let next = self.units.len() as u32;
                *self.units.entry(figure.unit().clone()).or_insert(next)
            });
            let (low, high, qualifier) = (figure.low(), figure.high(), figure.qualifier());
            segment.figures.push(FigureKey { owner, unit, qualifier, low, high });
        }
    }

    /// The segment.
    pub(super) fn finish(mut self) -> Segment {
        self.close_contexts(0);
        let mut segment = self.segment;
        segment.contexts.wide.close();
        segment.contexts.narrow.close();
        segment.labels.close();
        segment.details.close();
        segment.english.close();
        segment.words = Words::of(&segment.english);
        segment.kinds.shrink_to_fit();
        segment.dates.shrink_to_fit();
        segment.figures.shrink_to_fit();
        segment
    }

    fn context(&mut self, level: usize, title: Title, texts: [(Field, &Text); 3]) {
        let next = self.segment.kinds.len() as u32;
        let contexts = &mut self.segment.contexts;
        if let Some(open) = self.open.get_mut(level) {
            *open = Some(contexts.covers.len());
        }
        contexts.wide.begin();
        contexts.narrow.begin();
        for (field, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            if field.is_english() {
                contexts.narrow.push(field, text);
            } else {
                contexts.wide.push(field, text);
            }
        }
        contexts.covers.push(next..next);
        contexts.titles.push(title);
    }

    /// Ends the sections and, from level 0, the plan under way.
    fn close_contexts(&mut self, level: usize) {
        let end = self.segment.kinds.len() as u32;
        for open in self.open.iter_mut().skip(level) {
            if let Some(covers) = open.take().and_then(|at| self.segment.contexts.covers.get_mut(at)) {
                covers.end = end;
            }
        }
    }
}
