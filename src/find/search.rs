//! The search: every word of a query over the whole index, put together, ordered, the best hits marked.

use super::entry::Kind;
use super::field::Field;
use super::index::Index;
use super::marks;
use super::nearest;
use super::query::{Query, Word};
use super::rank::{NONE, Score, Why};
use super::score::{Among, Scores};
use crate::plan::ItemRef;
use chrono::NaiveDate;
use std::ops::Range;

/// With this many hits by name, one word is not looked for in details as well: nobody reads on so far.
const PLENTY: usize = 1000;

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
    /// Where nothing answers: as what the words were looked for.
    pub tried: Vec<Way>,
    /// Where nothing answers what was typed: the near word that was searched for in its place.
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

impl Index {
    /// The items that answer a query. `stop` is asked now and then; once it says so, `None` is returned: the
    /// query is superseded.
    pub fn search(&self, query: &Query, scope: &Scope, stop: &dyn Fn() -> bool) -> Option<Found> {
        if query.is_empty() {
            return Some(Found::default());
        }
        let words: Vec<&Word> = query.words.iter().collect();
        let search = Search { index: self, query, scope, stop, words };
        let found = search.run()?;
        if found.total > 0 {
            return Some(found);
        }
        if !query.split.is_empty() {
            let found = Search { words: query.split.iter().collect(), ..search.clone() }.run()?;
            if found.total > 0 {
                return Some(found);
            }
        }
        let near = nearest::word(self, &search.words, stop)?;
        let tried = nearest::ways(&search.words);
        let Some((at, word)) = near else { return Some(Found { tried, ..found }) };
        let mut words = search.words.clone();
        let Some(place) = words.get_mut(at) else { return Some(found) };
        let correction = Correction { typed: place.typed.clone(), used: word.typed.clone() };
        *place = &word;
        let found = Search { words, ..search.clone() }.run()?;
        Some(Found { tried, corrected: Some(correction).filter(|_| found.total > 0), ..found })
    }
}

/// One run over the index.
#[derive(Clone)]
pub(super) struct Search<'a> {
    pub index: &'a Index,
    pub query: &'a Query,
    pub scope: &'a Scope,
    pub stop: &'a dyn Fn() -> bool,
    pub words: Vec<&'a Word>,
}

/// A hit under way: what it is worth, whether it is of another plan than the one on screen, its place in order.
type Ranked = (u16, bool, i64, u32);

impl Search<'_> {
    fn run(&self) -> Option<Found> {
        let (scores, more) = self.scores()?;
        let joined = self.joined(&scores);
        let coming = self.coming();
        let allowed = self.allowed();
        let mut ranked: Vec<Ranked> = Vec::new();
        for owner in 0..self.index.len() as u32 {
            let worth = self.worth(&scores, owner).filter(|_| allowed(owner));
            let order = match &coming {
                Some(days) => days.get(owner as usize).copied().flatten(),
                None => Some(i64::from(owner)),
            };
            if let (Some(worth), Some(order)) = (worth, order) {
                let joined = joined.as_ref().and_then(|scores| scores.get(owner as usize));
                let worth =
                    joined.filter(|score| **score != NONE).map_or(worth, |score| worth.min((*score).into()));
                ranked.push((if coming.is_some() { 0 } else { worth }, self.elsewhere(owner), order, owner));
            }
        }
        let total = ranked.len();
        if self.scope.limit < total {
            ranked.select_nth_unstable(self.scope.limit);
            ranked.truncate(self.scope.limit);
        }
        ranked.sort_unstable();
        if (self.stop)() {
            return None;
        }
        let hits = ranked.into_iter().filter_map(|(.., owner)| self.hit(&scores, owner)).collect();
        Some(Found { hits, total, more, ..Found::default() })
    }

    /// The scores of every word, in their order; and whether details were left out.
    fn scores(&self) -> Option<(Vec<Vec<Score>>, bool)> {
        let index = self.index;
        let alone = self.words.len() == 1 && self.query.kinds.is_empty();
        let mut order: Vec<usize> = (0..self.words.len()).collect();
        // What is written in characters, and is long, leaves the fewest to look at for the next.
        order.sort_by_key(|n| self.words.get(*n).map(|word| word.order()));
        let mut of_words: Vec<Vec<Score>> = vec![Vec::new(); self.words.len()];
        let mut left: Option<Vec<u32>> = None;
        let mut more = false;
        for n in order {
            let Some(word) = self.words.get(n) else { continue };
            let few = left.as_deref().filter(|left| left.len() < index.len() / 16);
            let mut scores = Scores::new(index, few.map_or(Among::All, Among::Some), alone);
            scores.word(word);
            if (self.stop)() {
                return None;
            }
            more = self.words.len() == 1 && self.count(&scores.of) >= PLENTY;
            if !more {
                scores.details(&word.needle);
            }
            let of = scores.of;
            let owners = left.unwrap_or_else(|| (0..index.len() as u32).collect());
            let has = |owner: &u32| of.get(*owner as usize).is_some_and(|score| *score != NONE);
            left = Some(owners.into_iter().filter(has).collect());
            if let Some(place) = of_words.get_mut(n) {
                *place = of;
            }
            if (self.stop)() {
                return None;
            }
        }
        Some((of_words, more))
    }

    fn count(&self, scores: &[Score]) -> usize {
        let allowed = self.allowed();
        scores
            .iter()
            .zip(0..)
            .filter(|(score, owner)| **score < Why::Detail.score() && allowed(*owner))
            .count()
    }

    /// What items are worth for all words as one.
    fn joined(&self, scores: &[Vec<Score>]) -> Option<Vec<Score>> {
        let needle = self.query.joined.as_ref()?;
        let all = |owner: &u32| self.worth(scores, *owner).is_some();
        let owners: Vec<u32> = (0..self.index.len() as u32).filter(all).collect();
        let few = owners.len() < self.index.len() / 16;
        let mut joined = Scores::new(self.index, if few { Among::Some(&owners) } else { Among::All }, false);
        joined.labels(needle);
        Some(joined.of)
    }

    /// What an item is worth for all words together; `None` if any is not found. Where there are no words, all
    /// items are worth the same.
    fn worth(&self, scores: &[Vec<Score>], owner: u32) -> Option<u16> {
        let mut worth = 0;
        for of in scores {
            let score = of.get(owner as usize).filter(|score| **score != NONE)?;
            worth += u16::from(*score);
        }
        Some(worth)
    }

    /// Whether an item is of the kinds and plans asked for.
    fn allowed(&self) -> impl Fn(u32) -> bool + '_ {
        let plans = (!self.query.plans.is_empty()).then(|| self.plans_asked());
        move |owner| {
            let at = owner as usize;
            let (Some(item), Some(kind)) = (self.index.items.get(at), self.index.kinds.get(at)) else {
                return false;
            };
            self.scope.plan.is_none_or(|plan| plan == item.plan)
                && (self.query.kinds.is_empty() || self.query.kinds.contains(kind))
                && plans.as_ref().is_none_or(|plans| plans.binary_search(&item.plan).is_ok())
        }
    }

    /// The plans whose titles have every `plan:` word.
    fn plans_asked(&self) -> Vec<usize> {
        let contexts = &self.index.contexts;
        let scores: Vec<Vec<Score>> = self.query.plans.iter().map(|needle| contexts.scores(needle)).collect();
        let has = |n: usize| scores.iter().all(|of| of.get(n).is_some_and(|score| *score != NONE));
        let mut plans: Vec<usize> =
            contexts.plans.iter().enumerate().filter_map(|(n, plan)| plan.filter(|_| has(n))).collect();
        plans.sort_unstable();
        plans
    }

    /// Where only what is to come is asked for: of each item, in how many days it comes.
    fn coming(&self) -> Option<Vec<Option<i64>>> {
        let today: NaiveDate = self.query.next?;
        let mut days = vec![None; self.index.len()];
        for date in &self.index.dates {
            let at = date.owner as usize;
            let event = self.index.kinds.get(at) == Some(&Kind::Event);
            if let Some(place) = days.get_mut(at).filter(|_| event && date.first > today) {
                *place = Some((date.first - today).num_days());
            }
        }
        Some(days)
    }

    fn elsewhere(&self, owner: u32) -> bool {
        let plan = self.index.items.get(owner as usize).map(|item| item.plan);
        self.scope.here.is_some_and(|here| plan != Some(here))
    }

    fn hit(&self, scores: &[Vec<Score>], owner: u32) -> Option<Hit> {
        let of = |scores: &Vec<Score>| scores.get(owner as usize).copied();
        let why = scores.iter().filter_map(of).min().map_or(Why::Listed, Why::of);
        let item = *self.index.items.get(owner as usize)?;
        Some(Hit { item, why, marks: marks::of(self, owner) })
    }
}
