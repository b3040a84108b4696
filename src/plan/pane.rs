//! The panes of a plan or section and what each holds.

use super::model::{Plan, Section, Slot};
use crate::lang::Lang;

/// A pane: one way to look at a plan or section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// 概覽: the bottom line, headline numbers, declared against listed.
    #[default]
    Overview,
    /// 措施.
    Measures,
    /// 數字.
    Numbers,
    /// 時間線.
    Timeline,
    /// 各方.
    Voices,
    /// 詞彙.
    Terms,
    /// 來源.
    Sources,
}

impl Pane {
    /// All panes from left to right.
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Measures,
        Self::Numbers,
        Self::Timeline,
        Self::Voices,
        Self::Terms,
        Self::Sources,
    ];

    /// The panes that hold items.
    pub const OF_ITEMS: [Self; 5] =
        [Self::Measures, Self::Numbers, Self::Timeline, Self::Voices, Self::Terms];

    /// The panes that are lists: all but the overview.
    pub const LISTS: [Self; 6] =
        [Self::Measures, Self::Numbers, Self::Timeline, Self::Voices, Self::Terms, Self::Sources];

    /// The words for them in `config.toml` and on the command line.
    pub const WORDS: [&'static str; 7] =
        ["overview", "measures", "numbers", "timeline", "voices", "terms", "sources"];

    /// What its tab says.
    pub fn name(self, lang: Lang) -> &'static str {
        let t = lang.ui();
        match self {
            Self::Overview => t.overview,
            Self::Measures => t.measures,
            Self::Numbers => t.numbers,
            Self::Timeline => t.timeline,
            Self::Voices => t.voices,
            Self::Terms => t.terms,
            Self::Sources => t.sources,
        }
    }

    /// The pane that `word` names in `config.toml` and on the command line.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().zip(Self::WORDS).find(|(_, known)| *known == word).map(|(pane, _)| pane)
    }

    /// The word for it in `config.toml` and on the command line.
    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().zip(Self::WORDS).find(|(pane, _)| *pane == self).map_or("", |(_, word)| word)
    }

    /// The pane an item of this slot stands in.
    pub fn of(slot: Slot) -> Self {
        match slot {
            Slot::Measure(_) | Slot::Task(..) => Self::Measures,
            Slot::Number(_) => Self::Numbers,
            Slot::Event(_) => Self::Timeline,
            Slot::Voice(_) => Self::Voices,
            Slot::Term(_) => Self::Terms,
        }
    }

    /// How many items it holds of one section; sources belong to the plan and count 0 here.
    pub fn count(self, section: &Section) -> usize {
        match self {
            Self::Overview | Self::Sources => 0,
            Self::Measures => section.measures.len(),
            Self::Numbers => section.numbers.len(),
            Self::Timeline => section.events.len(),
            Self::Voices => section.voices.len(),
            Self::Terms => section.terms.len(),
        }
    }
}

impl Plan {
    /// The indexes of the sources that the items of `section` rest on, in the plan's order.
    pub fn cited(&self, section: &Section) -> Vec<usize> {
        let items = section.slots().filter_map(|slot| section.item(slot));
        let cited = items.flat_map(|item| item.sources().iter().map(|source| *source as usize));
        let mut found: Vec<usize> = cited.collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|source| *source < self.sources.len());
        found
    }
}
