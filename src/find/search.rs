//! The search: every word of a query over the whole index, put together, ordered, the best hits marked.

use super::entry::Kind;
use super::found::{Correction, Found, Hit, Scope};
use super::index::Index;
use super::marks;
use super::nearest;
use super::query::{Query, Word};
use super::rank::{NONE, Score, Why};
use super::score::{Among, Depth, Scores};
use chrono::NaiveDate;

/// With so many hits by name, details are not looked at: nobody reads on so far. With so many in all, the sound of
/// details is not.
const PLENTY: usize = 1000;
const ENOUGH: usize = 100;
/// Fewer than one in so many items are looked at one by one.
const FEW: usize = 64;

impl Index {
    /// The items that answer a query. `stop` is asked now and then; once it says so, `None` is returned: the
    /// query is superseded.
    pub fn search(&self, query: &Query, scope: &Scope, stop: &dyn Fn() -> bool) -> Option<Found> {
        if query.is_empty() {
            return Some(Found::default());
        }
        let words: Vec<&Word> = query.words.iter().collect();
        Search { index: self, query, scope, stop, words }.answer().ok()
    }
}

/// A search that was stopped.
pub(super) struct Stopped;

/// One run over the index.
#[derive(Clone)]
pub(super) struct Search<'a> {
    pub index: &'a Index,
    pub query: &'a Query,
    pub scope: &'a Scope,
    pub stop: &'a dyn Fn() -> bool,
    pub words: Vec<&'a Word>,
}

impl Search<'_> {
    /// What is found of the query as it stands; or else read otherwise, with a near word, with one word taken as two.
    fn answer(&self) -> Result<Found, Stopped> {
        let found = self.run()?;
        if found.total > 0 {
            return Ok(found);
        }
        for query in &self.query.otherwise {
            let found = Search { query, words: query.words.iter().collect(), ..self.clone() }.run()?;
            if found.total > 0 {
                return Ok(found);
            }
        }
        let tried = nearest::ways(&self.words);
        let found = match nearest::word(self)? {
            Some((at, near)) => self.corrected(at, &near)?,
            None => self.in_halves()?.unwrap_or(found),
        };
        Ok(Found { tried, ..found })
    }

    /// Asks whether to go on.
    pub(super) fn go_on(&self) -> Result<(), Stopped> {
        if (self.stop)() { Err(Stopped) } else { Ok(()) }
    }

    /// The same with other words.
    fn with(&self, words: Vec<&Word>) -> Result<Found, Stopped> {
        Search { words, ..self.clone() }.run()
    }

    /// The same with another word in one place.
    fn corrected(&self, at: usize, near: &Word) -> Result<Found, Stopped> {
        let mut words = self.words.clone();
        let Some(place) = words.get_mut(at) else { return Ok(Found::default()) };
        let corrected = Some(Correction { typed: place.typed.clone(), used: near.typed.clone() });
        *place = near;
        let found = Search { words, ..self.clone() }.run()?;
        Ok(Found { corrected: corrected.filter(|_| found.total > 0), ..found })
    }

    /// The same with one of the words taken as two; `None` for no hit.
    fn in_halves(&self) -> Result<Option<Found>, Stopped> {
        for (at, word) in self.words.iter().enumerate() {
            for halves in nearest::halves(self.index, word) {
                let mut words = self.words.clone();
                words.splice(at..=at, &halves);
                let found = self.with(words)?;
                if found.total > 0 {
                    return Ok(Some(found));
                }
            }
        }
        Ok(None)
    }

    fn run(&self) -> Result<Found, Stopped> {
        let answers = self.answers()?;
        let mut ranked = self.ranked(&answers);
        let total = ranked.len();
        // Of what is best word by word, what has the words side by side comes first.
        keep_best(&mut ranked, self.scope.limit.max(ENOUGH));
        self.join(&answers, &mut ranked);
        keep_best(&mut ranked, self.scope.limit);
        ranked.sort_unstable();
        self.go_on()?;
        let hits = ranked.into_iter().filter_map(|ranked| self.hit(&answers, ranked.owner())).collect();
        Ok(Found { hits, total, more: answers.more, ..Found::default() })
    }

    /// The items that answer, each with its rank.
    fn ranked(&self, answers: &Answers) -> Vec<Ranked> {
        let owners = answers.owners.iter().copied();
        match self.coming() {
            None => owners
                .map(|owner| Ranked::new(answers.worth(owner), self.elsewhere(owner), 0, owner))
                .collect(),
            Some(days) => {
                let days = |owner: u32| days.get(owner as usize).copied().flatten();
                let soon = owners.filter_map(|owner| Some((owner, days(owner)?)));
                soon.map(|(owner, days)| Ranked::new(0, self.elsewhere(owner), days, owner)).collect()
            }
        }
    }

    /// Raises what has all words as one.
    fn join(&self, answers: &Answers, ranked: &mut [Ranked]) {
        let Some(needle) = self.query.joined.as_ref().filter(|_| self.query.next.is_none()) else { return };
        let mut owners: Vec<u32> = ranked.iter().map(|ranked| ranked.owner()).collect();
        owners.sort_unstable();
        let mut joined = Scores::new(self.index, Among::Some(&owners), false, vec![NONE; self.index.len()]);
        joined.labels(needle);
        for ranked in ranked {
            let owner = ranked.owner();
            let score = joined.of.get(owner as usize).copied().unwrap_or(NONE);
            if score != NONE {
                let worth = answers.worth(owner).min(score.into());
                *ranked = Ranked::new(worth, self.elsewhere(owner), 0, owner);
            }
        }
    }

    /// The items that have every word, with the scores of each word, looked for no deeper than it takes to find
    /// enough.
    fn answers(&self) -> Result<Answers, Stopped> {
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
                self.go_on()?;
            }
            let (enough, deeper) = match depth {
                Depth::Names => (PLENTY, !order.is_empty()),
                _ => (ENOUGH, depth == Depth::Details && order.iter().any(|word| word.needle.has_sound())),
            };
            if owners.len() >= enough && deeper {
                return Ok(Answers { owners, scores: looked, more: true });
            }
        }
        Ok(Answers { owners, scores: looked, more: false })
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

    fn elsewhere(&self, owner: u32) -> bool {
        self.scope
            .here
            .is_some_and(|here| self.index.items.get(owner as usize).is_none_or(|item| item.plan != here))
    }

    fn hit(&self, answers: &Answers, owner: u32) -> Option<Hit> {
        let of = answers.scores.iter().filter_map(|looked| looked.of.get(owner as usize));
        let why = of.min().map_or(Why::Listed, |score| Why::of(*score));
        let item = *self.index.items.get(owner as usize)?;
        Some(Hit { item, why, marks: marks::of(self, owner) })
    }
}

/// What hits are ordered by, the least first, in one number: what they are worth, whether they are of another plan
/// than the one on screen, in how many days they come, their place in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ranked(u64);

impl Ranked {
    fn new(worth: u16, elsewhere: bool, days: i64, owner: u32) -> Self {
        let days = u64::try_from(days).unwrap_or(0).min(0x7FFF);
        Self(u64::from(worth) << 48 | u64::from(elsewhere) << 47 | days << 32 | u64::from(owner))
    }

    fn owner(self) -> u32 {
        self.0 as u32
    }
}

fn keep_best(ranked: &mut Vec<Ranked>, limit: usize) {
    if limit < ranked.len() {
        ranked.select_nth_unstable(limit);
        ranked.truncate(limit);
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
    fn worth(&self, owner: u32) -> u16 {
        self.scores
            .iter()
            .filter_map(|looked| looked.of.get(owner as usize))
            .map(|score| u16::from(*score))
            .sum()
    }
}
