//! What a search is told and what it answers.

use super::field::Field;
use super::rank::Why;
use crate::plan::ItemRef;
use std::ops::Range;

/// Where to search, and how many hits to give.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// Only this plan.
    pub plan: Option<usize>,
    /// The plan on the screen: its items come first among equals.
    pub here: Option<usize>,
    /// The most hits to give; all are counted.
    pub limit: usize,
}

/// The answer to a query.
#[derive(Debug, Default)]
pub struct Found {
    /// The best hits, the best first.
    pub hits: Vec<Hit>,
    /// How many items answer.
    pub total: usize,
    /// Whether there may be more, in details that were not looked at because so many were found by name.
    pub more: bool,
    /// Where nothing answers what was typed as it stands: as what the words were looked for.
    pub tried: Vec<Way>,
    /// The near word that was searched for in the place of one that is not found.
    pub corrected: Option<Correction>,
}

/// An item that answers.
#[derive(Debug)]
pub struct Hit {
    /// The item.
    pub item: ItemRef,
    /// The best reason, over all words.
    pub why: Why,
    /// What to mark in its texts, in the order of the fields and of the text.
    pub marks: Vec<Mark>,
}

/// Matched characters of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which text.
    pub field: Field,
    /// The bytes of it.
    pub range: Range<usize>,
}

/// As what a word was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Characters, simplified and traditional alike.
    Characters,
    /// English words.
    English,
    /// Mandarin sounds.
    Pinyin,
    /// Cantonese sounds.
    Jyutping,
    /// A number by its value.
    Number,
    /// A date.
    Date,
}

/// A word of one letter's difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What was typed.
    pub typed: String,
    /// What was searched for.
    pub used: String,
}
