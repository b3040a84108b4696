//! Which plans of a library make one segment of the index, and which segments serve on when plans come, go or change.

use super::segment::{Builder, Segment};
use crate::crew;
use crate::plan::{Plan, Section};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// How segments are made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Make {
    /// About how many items make one: few enough to be read again when one of their plans changes, many enough that a
    /// search does not spend its time going from one to the next.
    pub size: usize,
    /// Whether sounds are kept.
    pub heard: bool,
}

impl Default for Make {
    fn default() -> Self {
        Self { size: 2048, heard: true }
    }
}

/// Neighbouring plans in one segment, or one long plan in several.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub plans: Vec<Arc<Plan>>,
    pub segments: Vec<Arc<Segment>>,
}

impl Group {
    fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.len()).sum()
    }
}

/// The groups of `plans`, with the segments of `old` groups whose plans are all there still, one after the other.
pub(super) fn regrouped(old: &[Group], plans: &[Arc<Plan>], make: Make) -> Vec<Group> {
    build(absorbed(pieces(old, plans), plans, make), make)
}

/// Some plans of the library, one after the other.
enum Piece<'a> {
    Old(&'a Group),
    New(&'a [Arc<Plan>]),
}

impl Piece<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Old(group) => group.plans.len(),
            Self::New(plans) => plans.len(),
        }
    }

    fn is_new(&self) -> bool {
        matches!(self, Self::New(_))
    }
}

fn pieces<'a>(old: &'a [Group], plans: &'a [Arc<Plan>]) -> Vec<Piece<'a>> {
    let first = |group: &'a Group| Some((Arc::as_ptr(group.plans.first()?), group));
    let by_first: HashMap<*const Plan, &Group> = old.iter().filter_map(first).collect();
    let stands = |group: &&&Group, at: usize| {
        let here = plans.get(at..at + group.plans.len());
        here.is_some_and(|here| here.iter().zip(&group.plans).all(|(one, other)| Arc::ptr_eq(one, other)))
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(plan) = plans.get(at) {
        let piece = match by_first.get(&Arc::as_ptr(plan)).filter(|group| stands(group, at)) {
            Some(group) => Piece::Old(group),
            None => Piece::New(plans.get(at..=at).unwrap_or(&[])),
        };
        at += piece.len();
        pieces.push(piece);
    }
    pieces
}

/// Makes one piece of new ones side by side, and takes small groups beside them into it: plans that come one by one
/// would else be a segment each.
fn absorbed<'a>(pieces: Vec<Piece<'a>>, plans: &'a [Arc<Plan>], make: Make) -> Vec<Piece<'a>> {
    let small = |piece: &Piece<'_>| match piece {
        Piece::Old(group) => group.len() < make.size / 2,
        Piece::New(_) => true,
    };
    let mut merged: Vec<Piece<'a>> = Vec::new();
    let mut end = 0;
    for piece in pieces {
        let start = end;
        end += piece.len();
        let joins = |last: &&mut Piece<'_>| (piece.is_new() || last.is_new()) && small(&piece) && small(last);
        match merged.last_mut().filter(joins) {
            Some(last) => *last = Piece::New(plans.get(start - last.len()..end).unwrap_or(&[])),
            None => merged.push(piece),
        }
    }
    merged
}

fn build(pieces: Vec<Piece<'_>>, make: Make) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut lots = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Old(group) => groups.push(group.clone()),
            Piece::New(plans) => {
                for (plans, of) in shares(plans, make.size) {
                    lots.extend(of.into_iter().map(|sections| (groups.len(), plans, sections)));
                    groups.push(Group { plans: plans.to_vec(), segments: Vec::new() });
                }
            }
        }
    }
    let built = crew::map(lots.into_iter(), |(group, plans, sections)| {
        let mut builder = Builder::new(make.heard);
        for plan in plans {
            builder.plan(plan, sections.clone());
        }
        (group, Arc::new(builder.finish()))
    });
    for (group, segment) in built {
        groups.get_mut(group).into_iter().for_each(|group| group.segments.push(Arc::clone(&segment)));
    }
    groups
}

/// The plans of a group, and of every segment in it the sections.
type Share<'a> = (&'a [Arc<Plan>], Vec<Range<usize>>);

/// What makes a group each.
fn shares(plans: &[Arc<Plan>], size: usize) -> Vec<Share<'_>> {
    let is_long = |plan: &Plan| items(&plan.sections) > size;
    let mut shares = Vec::new();
    for run in plans.chunk_by(|one, other| !is_long(one) && !is_long(other)) {
        match run {
            [plan] if is_long(plan) => shares.push((run, cuts(&plan.sections, size))),
            _ => {
                let runs = even(run, size, |plan| items(&plan.sections));
                let all = 0..usize::MAX;
                shares.extend(runs.map(|plans| (plans, Vec::from([all.clone()]))));
            }
        }
    }
    shares
}

/// The sections of a long plan, as many items to a range as may be.
fn cuts(sections: &[Section], size: usize) -> Vec<Range<usize>> {
    let mut from = 0;
    let each = |part: &[Section]| {
        let range = from..from + part.len();
        from = range.end;
        range
    };
    even(sections, size, |section| section.slots().count()).map(each).collect()
}

/// A list in runs of about as many items each, no more than about `size`: so many of them that no core is left without
/// one at the end, unless each would be less than half of that.
fn even<T>(list: &[T], size: usize, items: impl Fn(&T) -> usize) -> impl Iterator<Item = &[T]> {
    let total: usize = list.iter().map(&items).sum();
    let least = total.div_ceil(size);
    let runs = least.next_multiple_of(crew::cores()).min(2 * total / size).max(least);
    let share = total.div_ceil(runs.max(1)).max(1);
    let mut rest = list;
    std::iter::from_fn(move || {
        let mut sum = 0;
        let mut fits = |thing: &T| {
            let before = sum;
            sum += items(thing);
            before < share
        };
        let count = rest.iter().take_while(|thing| fits(thing)).count();
        let (run, after) = rest.split_at_checked(count)?;
        rest = after;
        Some(run).filter(|run| !run.is_empty())
    })
}

fn items(sections: &[Section]) -> usize {
    sections.iter().map(|section| section.slots().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_alike_and_fit_the_cores() {
        for total in [0, 1, 2047, 2048, 5000, 10_000, 100_000] {
            let list = vec![1; total];
            let runs: Vec<usize> = even(&list, 2048, |one| *one).map(<[usize]>::len).collect();
            assert_eq!(runs.iter().sum::<usize>(), total);
            assert!(runs.iter().all(|run| *run <= 2048));
            assert!(runs.len() < 2 || runs.iter().all(|run| *run > 1000), "{runs:?}");
            let fits = runs.len().is_multiple_of(crew::cores());
            assert!(fits || total < 1024 * runs.len().next_multiple_of(crew::cores()), "{runs:?}");
        }
    }
}
