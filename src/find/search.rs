//! The search: every word of a query over the whole index, put together, ordered, the best hits marked.

use super::entry::Kind;
use super::field::Field;
use super::index::Index;
use super::marks;
use super::nearest;
use super::query::{Query, Word};
use super::rank::{NONE, Score, Why};
use super::score::{Among, Depth, Scores};
use crate::plan::ItemRef;
use chrono::NaiveDate;
use std::ops::Range;

/// With so many hits by name, details are not looked at: nobody reads on so far. With so many in all, the sound of
/// details is not.
const PLENTY: usize = 1000;
const ENOUGH: usize = 200;
/// Fewer than one in so many items are looked at one by one.
const FEW: usize = 16;

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
        let answers = self.answers()?;
        let joined = self.joined(&answers);
        let coming = self.coming();
        let mut ranked: Vec<Ranked> = Vec::with_capacity(answers.owners.len());
        for owner in &answers.owners {
            let at = *owner as usize;
            let whole = joined.as_ref().and_then(|of| of.get(at)).filter(|score| **score != NONE);
            let worth = answers.worth(at).min(whole.map_or(u16::MAX, |score| u16::from(*score)));
            match &coming {
                Some(days) => {
                    let days = days.get(at).copied().flatten();
                    ranked.extend(days.map(|days| (0, self.elsewhere(at), days, *owner)));
                }
                None => ranked.push((worth, self.elsewhere(at), 0, *owner)),
            }
        }
        if (self.stop)() {
            return None;
        }
        let total = ranked.len();
        if self.scope.limit < total {
            ranked.select_nth_unstable(self.scope.limit);
            ranked.truncate(self.scope.limit);
        }
        ranked.sort_unstable();
        let hits = ranked.into_iter().filter_map(|(.., owner)| self.hit(&answers, owner)).collect();
        Some(Found { hits, total, more: answers.more, ..Found::default() })
    }

    /// The items that have every word, with the scores of each word, looked for no deeper than it takes to find
    /// enough. `None` for a search that was stopped.
    fn answers(&self) -> Option<Answers> {
        let mut order: Vec<&Word> = self.words.clone();
        // What is written in characters, and is long, leaves the fewest to look at for the next.
        order.sort_by_key(|word| word.order());
        let allowed = self.allowed();
        let mut looked: Vec<Looked> = order.iter().map(|_| Looked::new(self.index.len())).collect();
        let mut owners = Vec::new();
        for depth in Depth::ALL {
            owners.clone_from(&allowed);
            for (word, looked) in order.iter().zip(&mut looked) {
                self.look(word, depth, &owners, looked);
                owners.retain(|owner| looked.of.get(*owner as usize).is_some_and(|score| *score != NONE));
                if (self.stop)() {
                    return None;
                }
            }
            let (enough, deeper) = match depth {
                Depth::Names => (PLENTY, !order.is_empty()),
                _ => (ENOUGH, depth == Depth::Details && order.iter().any(|word| word.needle.has_sound())),
            };
            if owners.len() >= enough && deeper {
                return Some(Answers { owners, scores: looked, more: true });
            }
        }
        Some(Answers { owners, scores: looked, more: false })
    }

    /// Looks for a word at a depth and above it, where `owners` are those that have the words before it.
    fn look(&self, word: &Word, depth: Depth, owners: &[u32], looked: &mut Looked) {
        let alone = self.words.len() == 1 && self.query.kinds.is_empty();
        let few = owners.len() < self.index.len() / FEW;
        let among = if few { Among::Some(owners) } else { Among::All };
        let mut scores = Scores::new(self.index, among, alone, std::mem::take(&mut looked.of));
        for each in Depth::ALL.into_iter().filter(|each| *each <= depth && Some(*each) > looked.all) {
            scores.word(word, each);
        }
        looked.of = scores.of;
        if !few {
            looked.all = Some(depth);
        }
    }

    /// What items are worth for all words as one.
    fn joined(&self, answers: &Answers) -> Option<Vec<Score>> {
        let needle = self.query.joined.as_ref()?;
        let few = answers.owners.len() < self.index.len() / FEW;
        let among = if few { Among::Some(&answers.owners) } else { Among::All };
        let mut joined = Scores::new(self.index, among, false, vec![NONE; self.index.len()]);
        joined.labels(needle);
        Some(joined.of)
    }

    /// The items of the kinds and plans asked for.
    fn allowed(&self) -> Vec<u32> {
        let all = 0..self.index.len() as u32;
        let (query, plan) = (self.query, self.scope.plan);
        if plan.is_none() && query.kinds.is_empty() && query.plans.is_empty() {
            return all.collect();
        }
        let plans = (!query.plans.is_empty()).then(|| self.plans_asked());
        let fits = |owner: &u32| {
            let at = *owner as usize;
            let (Some(item), Some(kind)) = (self.index.items.get(at), self.index.kinds.get(at)) else {
                return false;
            };
            plan.is_none_or(|plan| plan == item.plan)
                && (query.kinds.is_empty() || query.kinds.contains(kind))
                && plans.as_ref().is_none_or(|plans| plans.binary_search(&item.plan).is_ok())
        };
        all.filter(fits).collect()
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

    fn elsewhere(&self, owner: usize) -> bool {
        self.scope.here.is_some_and(|here| self.index.items.get(owner).is_none_or(|item| item.plan != here))
    }

    fn hit(&self, answers: &Answers, owner: u32) -> Option<Hit> {
        let of = answers.scores.iter().filter_map(|looked| looked.of.get(owner as usize));
        let why = of.min().map_or(Why::Listed, |score| Why::of(*score));
        let item = *self.index.items.get(owner as usize)?;
        Some(Hit { item, why, marks: marks::of(self, owner) })
    }
}

/// The items that answer.
struct Answers {
    /// In rising order.
    owners: Vec<u32>,
    /// Of each word.
    scores: Vec<Looked>,
    /// Whether details were left out.
    more: bool,
}

/// What has been found of a word.
struct Looked {
    /// The score of each item.
    of: Vec<Score>,
    /// How far all items have been looked at.
    all: Option<Depth>,
}

impl Looked {
    fn new(len: usize) -> Self {
        Self { of: vec![NONE; len], all: None }
    }
}

impl Answers {
    /// What an item is worth for all words together; where there are none, all are worth the same.
    fn worth(&self, owner: usize) -> u16 {
        self.scores.iter().filter_map(|looked| looked.of.get(owner)).map(|score| u16::from(*score)).sum()
    }
}
