//! What a search knows of one segment: who may answer, what each word is worth there, who answers so far.

use super::index::Part;
use super::needle::Needle;
use super::query::Query;
use super::rank::{NONE, Score, Why};
use super::recent::{Known, full};
use super::score::{Among, Depth, Scores, Sought};
use crate::sort;
use std::cmp;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

/// Fewer than one in so many items are looked at one by one; for a word that stands nearly everywhere, where a look at
/// all takes longer, one in fewer.
const FEW: usize = 24;
const FEW_IF_SLIGHT: usize = 6;

/// A search in one part of the index. Owners are those of its segment.
pub(super) struct Run<'a> {
    pub part: &'a Part,
    /// Those of the kinds and plans asked for, in rising order; all if none.
    allowed: Option<Vec<u32>>,
    /// Those that answer, in rising order.
    pub owners: Vec<u32>,
    looked: Vec<Looked>,
    /// Those of the plan on the screen.
    here: Option<Range<u32>>,
    /// Of each, where only what is to come is asked for, in how many days it comes.
    days: Option<Vec<Option<i64>>>,
}

/// What has been found of a word.
struct Looked {
    /// The score of each item.
    of: Vec<Score>,
    /// How far all items have been looked at.
    all: Option<Depth>,
    /// What is known of it, perhaps deeper than is looked now.
    known: Known,
    /// Whether it has been asked for among figures, dates, kinds and titles: of all items at once.
    beside: bool,
}

/// Who may answer: the plans by their index in the library, any if none.
pub(super) struct Allowed<'a> {
    pub query: &'a Query,
    pub plans: Option<Vec<usize>>,
    pub here: Option<usize>,
}

impl<'a> Run<'a> {
    /// Nothing found yet of words of which so much is known.
    pub(super) fn new(part: &'a Part, allowed: &Allowed<'_>, known: Vec<Known>) -> Self {
        let len = part.segment.len();
        let looked = |known| Looked { of: vec![NONE; len], all: None, known, beside: false };
        Self {
            part,
            allowed: allowed_in(part, allowed),
            owners: Vec::new(),
            looked: known.into_iter().map(looked).collect(),
            here: allowed.here.map(|here| of_plan(part, |plan| plan == here).next().unwrap_or(0..0)),
            days: days(part, allowed.query),
        }
    }

    /// Looks for all words at a depth and above it.
    pub(super) fn look(&mut self, words: &[Sought<'_>], depth: Depth) {
        let len = self.part.segment.len();
        let allowed = self.allowed.as_deref();
        let mut owners = allowed.map(<[u32]>::to_vec);
        let mut pairs: Vec<(&Sought<'_>, &mut Looked)> = words.iter().zip(&mut self.looked).collect();
        // What is known leaves fewer items to look at for the rest. Of the others what is rare in names comes first in
        // details too, and what may be heard there last of all.
        let late = depth >= Depth::Details;
        sort::by_key(&mut pairs, |(sought, looked)| {
            let (word, found) = (sought.word, if late { found_in(&looked.of).len() } else { 0 });
            (!looked.known.reaches(depth), late && (word.needle.has_sound() || word.is_one()), found)
        });
        for (sought, looked) in pairs {
            let share = if sought.word.is_slight() { FEW_IF_SLIGHT } else { FEW };
            let few = owners.as_ref().filter(|owners| owners.is_empty() || owners.len() < len / share);
            let segment = &self.part.segment;
            if !std::mem::replace(&mut looked.beside, true) {
                Scores::new(segment, Among::All, &mut looked.of).beside(sought, self.part);
            }
            let needle = &sought.word.needle;
            for each in Depth::ALL.into_iter().filter(|each| *each <= depth && Some(*each) > looked.all) {
                match few {
                    Some(few) => Scores::new(segment, Among::Some(few), &mut looked.of).word(needle, each),
                    None => looked.known.lower(&mut looked.of, each, |fresh| {
                        Scores::new(segment, Among::All, fresh).word(needle, each);
                    }),
                }
            }
            if few.is_none() {
                looked.all = Some(depth);
            }
            let found = |owner: &u32| looked.of.get(*owner as usize).is_some_and(|score| *score != NONE);
            match &mut owners {
                Some(owners) => owners.retain(found),
                None => owners = Some(found_in(&looked.of)),
            }
        }
        self.owners = owners.unwrap_or_else(|| (0..len as u32).collect());
    }

    /// What is known of each word now.
    pub(super) fn known(self) -> impl Iterator<Item = Known> + use<> {
        self.looked.into_iter().map(|looked| looked.known)
    }

    /// How many items are found by more than their initials; of one word.
    pub(super) fn better_than_initials(&self) -> usize {
        let better = |score: &&Score| **score < Why::Initials.score();
        self.looked.first().map_or(0, |looked| looked.of.iter().filter(better).count())
    }

    /// The best of those that answer, `limit` at most, and how many answer. `bar` is what must be undercut to be among
    /// the best of all parts, as far as they have been gone through.
    pub(super) fn best(&self, limit: usize, bar: &AtomicU64) -> (usize, Vec<Ranked>) {
        let mut best = Vec::new();
        let mut count = 0;
        let mut bound = Ranked(bar.load(Ordering::Relaxed));
        for owner in &self.owners {
            let Some(ranked) = self.ranked(*owner, self.worth(*owner)) else { continue };
            count += 1;
            if ranked < bound {
                best.push(ranked);
                if best.len() > 2 * limit + 64 {
                    keep_best(&mut best, limit);
                    bound = best.iter().max().copied().unwrap_or(bound);
                }
            }
        }
        keep_best(&mut best, limit);
        if best.len() == limit {
            bar.fetch_min(best.iter().max().map_or(u64::MAX, |worst| worst.0), Ordering::Relaxed);
        }
        (count, best)
    }

    /// The rank of an owner; `None` where only what is to come is asked for, and this does not.
    fn ranked(&self, owner: u32, worth: u16) -> Option<Ranked> {
        let elsewhere = self.here.as_ref().is_some_and(|here| !here.contains(&owner));
        match &self.days {
            None => Some(Ranked::new(worth, elsewhere, 0, self.part.base + owner)),
            Some(days) => {
                let days = (*days.get(owner as usize)?)?;
                Some(Ranked::new(0, elsewhere, days, self.part.base + owner))
            }
        }
    }

    /// What an item is worth for all words together; where there are none, all are worth the same.
    fn worth(&self, owner: u32) -> u16 {
        let scores = self.looked.iter().filter_map(|looked| looked.of.get(owner as usize));
        scores.map(|score| u16::from(*score)).sum()
    }

    /// Raises those of `ranked` that are in this part and have all words as one.
    pub(super) fn join(&self, needle: &Needle, ranked: &mut [Ranked]) {
        let owners: Vec<u32> = ranked.iter().map(|ranked| ranked.owner() - self.part.base).collect();
        let mut scores = vec![NONE; self.part.segment.len()];
        Scores::new(&self.part.segment, Among::Some(&owners), &mut scores).labels(needle);
        for (ranked, owner) in ranked.iter_mut().zip(owners) {
            let score = scores.get(owner as usize).copied().filter(|score| *score != NONE);
            let raised = score.and_then(|score| self.ranked(owner, self.worth(owner).min(score.into())));
            *ranked = raised.unwrap_or(*ranked);
        }
    }

    /// The best reason why an owner answers, over all words.
    pub(super) fn why(&self, owner: u32) -> Why {
        let of = self.looked.iter().filter_map(|looked| looked.of.get(owner as usize));
        of.min().map_or(Why::Listed, |score| Why::of(*score))
    }
}

/// Those that have a score, in rising order.
fn found_in(scores: &[Score]) -> Vec<u32> {
    let mut found = Vec::with_capacity(scores.len());
    for (first, chunk) in full(scores) {
        found.extend(chunk.iter().zip(first as u32..).filter(|(score, _)| **score != NONE).map(|(_, at)| at));
    }
    found
}

/// The owners of each plan that `fits`.
fn of_plan(part: &Part, fits: impl Fn(usize) -> bool) -> impl Iterator<Item = Range<u32>> {
    let contexts = &part.segment.contexts;
    let plans = contexts.titles.iter().zip(&contexts.covers);
    let plans = plans.filter_map(|(title, covers)| Some((part.first_plan + title.plan()?, covers)));
    plans.filter(move |(plan, _)| fits(*plan)).map(|(_, covers)| covers.clone())
}

/// The items of the kinds and plans asked for; all if none.
fn allowed_in(part: &Part, allowed: &Allowed<'_>) -> Option<Vec<u32>> {
    let kinds = &allowed.query.kinds;
    if kinds.is_empty() && allowed.plans.is_none() {
        return None;
    }
    let fits = |plan: usize| allowed.plans.as_ref().is_none_or(|plans| plans.binary_search(&plan).is_ok());
    let of_kind = |owner: &u32| {
        kinds.is_empty() || part.segment.kinds.get(*owner as usize).is_some_and(|kind| kinds.contains(kind))
    };
    Some(of_plan(part, fits).flatten().filter(of_kind).collect())
}

/// Where only what is to come is asked for: of each item, in how many days it comes.
fn days(part: &Part, query: &Query) -> Option<Vec<Option<i64>>> {
    let today = query.next?;
    let segment = &part.segment;
    let mut days = vec![None; segment.len()];
    for date in segment.dates.iter().filter(|date| date.first > today) {
        let at = date.owner as usize;
        let event = segment.kinds.get(at) == Some(&super::entry::Kind::Event);
        if let Some(place) = days.get_mut(at).filter(|_| event) {
            *place = Some((date.first - today).num_days());
        }
    }
    Some(days)
}

/// What hits are ordered by, the least first, in one number: what they are worth, whether they are of another plan
/// than the one on screen, in how many days they come, their place in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ranked(u64);

impl Ranked {
    fn new(worth: u16, elsewhere: bool, days: i64, owner: u32) -> Self {
        let days = u64::try_from(days).unwrap_or(0).min(0x7FFF);
        Self(u64::from(worth) << 48 | u64::from(elsewhere) << 47 | days << 32 | u64::from(owner))
    }

    /// The owner among those of the whole index.
    pub(super) fn owner(self) -> u32 {
        self.0 as u32
    }
}

/// Puts them in an order: one function for all orders.
pub(super) fn arrange(ranked: &mut [Ranked], order: fn(&Ranked, &Ranked) -> cmp::Ordering) {
    sort::by(ranked, order);
}

/// Keeps the best `limit`.
pub(super) fn keep_best(ranked: &mut Vec<Ranked>, limit: usize) {
    if limit < ranked.len() {
        ranked.select_nth_unstable(limit);
        ranked.truncate(limit);
    }
}
