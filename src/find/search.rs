//! The search: every word of a query over all parts of the index, put together, ordered, the best hits marked.

use super::field::Field;
use super::found::{Correction, Found, Hit, Scope};
use super::index::{Index, Part};
use super::marks;
use super::nearest;
use super::query::{Query, Word};
use super::rank::{NONE, Score};
use super::recent::Known;
use super::run::{Allowed, Ranked, Run, arrange, keep_best};
use super::score::{Depth, Sought};
use crate::plan::ItemRef;
use crate::sort;
use std::sync::atomic::AtomicU64;

/// With so many hits by name, details are not looked at: nobody reads on so far. With so many in all, the sound of
/// details is not.
const PLENTY: usize = 1000;
const ENOUGH: usize = 100;

/// Whether to give up; asked from several threads.
pub(super) type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

impl Index {
    /// The items that answer a query. `stop` is asked now and then; once it says so, `None` is returned: the
    /// query is superseded.
    pub fn search(&self, query: &Query, scope: &Scope, stop: Stop<'_>) -> Option<Found> {
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
    pub stop: Stop<'a>,
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
        let found = self.with(words)?;
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

    /// What has all words. What is learnt of them on the way is kept, also where the search is stopped: the next
    /// letter may be typed already, but most of its words are these.
    fn run(&self) -> Result<Found, Stopped> {
        let recent = &self.index.recent;
        let known = |word: &Word| recent.take(word.needle.units()).unwrap_or_default();
        let mut words: Vec<(&Word, Vec<Known>)> =
            self.words.iter().map(|word| (*word, known(word))).collect();
        sort::by_key(&mut words, |(word, _)| word.order());
        let (words, known): (Vec<&Word>, Vec<Vec<Known>>) = words.into_iter().unzip();
        let mut runs = self.begin(known);
        let found = self.found(&words, &mut runs);
        let mut known: Vec<Vec<Known>> = words.iter().map(|_| Vec::new()).collect();
        for run in runs {
            known.iter_mut().zip(run.known()).for_each(|(known, here)| known.push(here));
        }
        words.iter().zip(known).for_each(|(word, known)| recent.put(word.needle.units(), known));
        found
    }

    fn found(&self, words: &[&Word], runs: &mut [Run<'_>]) -> Result<Found, Stopped> {
        let more = self.look(words, runs)?;
        let most = self.scope.limit.max(ENOUGH);
        let bar = AtomicU64::new(u64::MAX);
        let best = self.each(runs, |run| run.best(most, &bar))?;
        let total = best.iter().map(|(count, _)| count).sum();
        let mut ranked: Vec<Ranked> = best.into_iter().flat_map(|(_, best)| best).collect();
        // Of what is best word by word, what has the words side by side comes first.
        keep_best(&mut ranked, most);
        arrange(&mut ranked, |one, other| one.owner().cmp(&other.owner()));
        self.join(runs, &mut ranked);
        keep_best(&mut ranked, self.scope.limit);
        arrange(&mut ranked, Ord::cmp);
        self.go_on()?;
        let hit = |ranked: Ranked| self.hit(runs, ranked.owner());
        let hits = match ranked.len() {
            0..32 => ranked.into_iter().map(hit).collect(),
            _ => self.index.map(ranked.into_iter(), hit),
        };
        Ok(Found { hits: hits.into_iter().flatten().collect(), total, more, ..Found::default() })
    }

    /// A run in every part, with what is known there of each word.
    fn begin(&self, known: Vec<Vec<Known>>) -> Vec<Run<'_>> {
        let allowed = Allowed { query: self.query, plans: self.plans(), here: self.scope.here };
        let mut known: Vec<_> = known.into_iter().map(Vec::into_iter).collect();
        let mut here = || known.iter_mut().map(|parts| parts.next().unwrap_or_default()).collect();
        self.index.parts.iter().map(|part| Run::new(part, &allowed, here())).collect()
    }

    /// What comes of each run, on all cores.
    fn each<'b, R: Send>(
        &self,
        runs: &mut [Run<'b>],
        work: impl Fn(&mut Run<'b>) -> R + Sync,
    ) -> Result<Vec<R>, Stopped> {
        let done = self.index.map(runs.iter_mut(), |run| self.go_on().ok().map(|()| work(run)));
        done.into_iter().collect::<Option<_>>().ok_or(Stopped)
    }

    /// Looks for the items that have every word, no deeper than it takes to find enough. Whether there may be more.
    fn look(&self, words: &[&Word], runs: &mut [Run<'_>]) -> Result<bool, Stopped> {
        let alone = words.len() == 1 && self.query.kinds.is_empty();
        let unbound = alone && self.scope.plan.is_none() && self.query.plans.is_empty();
        let heard = words.iter().any(|word| word.needle.has_sound());
        let sought: Vec<Sought<'_>> =
            words.iter().map(|word| Sought::new(word, &self.index.units, alone)).collect();
        for depth in Depth::ALL {
            let passed = match depth {
                Depth::Names => !unbound,
                Depth::Initials => false,
                Depth::Details => words.is_empty(),
                Depth::Sounds => !heard,
            };
            if passed {
                continue;
            }
            let counts = self.each(runs, |run| {
                run.look(&sought, depth);
                if depth == Depth::Names { run.better_than_initials() } else { run.owners.len() }
            })?;
            let enough = if depth <= Depth::Initials { PLENTY } else { ENOUGH };
            let deeper = match depth {
                Depth::Names | Depth::Initials => !words.is_empty(),
                Depth::Details => heard,
                Depth::Sounds => false,
            };
            if deeper && counts.iter().sum::<usize>() >= enough {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Raises what has all words as one; `ranked` are in the order of their owners.
    fn join(&self, runs: &[Run<'_>], ranked: &mut [Ranked]) {
        let Some(needle) = self.query.joined.as_ref().filter(|_| self.query.next.is_none()) else { return };
        let mut rest = ranked;
        for run in runs {
            let end = run.part.base as usize + run.part.segment.len();
            let count = rest.partition_point(|ranked| (ranked.owner() as usize) < end);
            let Some((here, after)) = rest.split_at_mut_checked(count) else { return };
            if !here.is_empty() {
                run.join(needle, here);
            }
            rest = after;
        }
    }

    /// The plans asked for; all if none.
    fn plans(&self) -> Option<Vec<usize>> {
        if self.query.plans.is_empty() {
            return self.scope.plan.map(|plan| vec![plan]);
        }
        let mut plans: Vec<usize> = self.index.parts.iter().flat_map(|part| self.plans_in(part)).collect();
        plans.retain(|plan| self.scope.plan.is_none_or(|only| only == *plan));
        plans.sort_unstable();
        Some(plans)
    }

    /// The plans of a part whose titles have every `plan:` word.
    fn plans_in(&self, part: &Part) -> Vec<usize> {
        let contexts = &part.segment.contexts;
        let scores: Vec<Vec<Score>> = self.query.plans.iter().map(|needle| contexts.scores(needle)).collect();
        let has = |n: usize| scores.iter().all(|of| of.get(n).is_some_and(|score| *score != NONE));
        let plans = contexts.titles.iter().enumerate();
        plans
            .filter_map(|(n, title)| title.plan().filter(|_| has(n)).map(|plan| part.first_plan + plan))
            .collect()
    }

    fn hit(&self, runs: &[Run<'_>], owner: u32) -> Option<Hit> {
        let run = runs.get(runs.partition_point(|run| run.part.base <= owner).checked_sub(1)?)?;
        let local = owner - run.part.base;
        let plans = &self.index.groups.get(run.part.group)?.plans;
        let item = run.part.segment.item(local, plans)?;
        let plan = plans.get(item.plan)?;
        let text = |field: Field| field.in_plan(plan, item).unwrap_or("");
        let marks = marks::of(&self.words, (run.part, local), &self.index.units, text);
        let item = ItemRef { plan: run.part.first_plan + item.plan, ..item };
        Some(Hit { item, why: run.why(local), marks })
    }
}
