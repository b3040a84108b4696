//! Which plans of a library make one segment of the index, and which segments serve on when plans come, go or change.

use super::cores;
use super::segment::{Builder, Segment};
use crate::plan::{Plan, Section};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// About so many items make a segment: few enough to be read again when one of their plans changes, many enough that
/// a search does not spend its time going from one to the next.
const SIZE: usize = 2048;

/// Neighbouring plans in one segment, or one long plan in several.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub plans: Vec<Arc<Plan>>,
    pub segments: Vec<Arc<Segment>>,
}

impl Group {
    fn is_small(&self) -> bool {
        self.segments.iter().map(|segment| segment.len()).sum::<usize>() < SIZE / 2
    }
}

/// The groups of `plans`, all built anew. Where nothing is to be `heard`, no sounds are kept.
pub(super) fn grouped(plans: &[Arc<Plan>], heard: bool) -> Vec<Group> {
    build(vec![Piece::New(plans)], heard)
}

/// The groups of `plans`, with the segments of `old` groups whose plans are all there still, one after the other.
pub(super) fn regrouped(old: &[Group], plans: &[Arc<Plan>]) -> Vec<Group> {
    let mut pieces = pieces(old, plans);
    absorb(&mut pieces, plans);
    build(pieces, true)
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
fn absorb<'a>(pieces: &mut Vec<Piece<'a>>, plans: &'a [Arc<Plan>]) {
    let mut merged: Vec<Piece<'a>> = Vec::new();
    let mut at = 0;
    for piece in pieces.drain(..) {
        let small = |piece: &Piece<'_>| match piece {
            Piece::Old(group) => group.is_small(),
            Piece::New(_) => true,
        };
        let mut from = at;
        at += piece.len();
        let joins = |last: &&mut Piece<'_>| {
            (piece.is_new() || last.is_new()) && small(&piece) && small(last)
        };
        match merged.last_mut().filter(joins) {
            Some(last) => {
                from -= last.len();
                *last = Piece::New(plans.get(from..at).unwrap_or(&[]));
            }
            None => merged.push(piece),
        }
    }
    *pieces = merged;
}

fn build(pieces: Vec<Piece<'_>>, heard: bool) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut lots = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Old(group) => groups.push(group.clone()),
            Piece::New(plans) => {
                for (plans, of) in shares(plans) {
                    lots.extend(of.into_iter().map(|sections| (groups.len(), plans, sections)));
                    groups.push(Group { plans: plans.to_vec(), segments: Vec::new() });
                }
            }
        }
    }
    let few = lots.iter().map(|(_, plans, sections)| count(plans, sections)).sum::<usize>() < SIZE;
    let built = cores::map(lots, few, |(group, plans, sections)| {
        let mut builder = Builder::new(heard);
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

/// What makes a group each, with the sections of every segment in it.
fn shares(plans: &[Arc<Plan>]) -> Vec<(&[Arc<Plan>], Vec<Range<usize>>)> {
    let mut shares = Vec::new();
    for run in plans.chunk_by(|one, other| !is_long(one) && !is_long(other)) {
        match run {
            [plan] if is_long(plan) => shares.push((run, cuts(&plan.sections))),
            _ => shares.extend(even(run, |plan| items(&plan.sections)).map(|plans| (plans, vec![0..usize::MAX]))),
        }
    }
    shares
}

fn is_long(plan: &Plan) -> bool {
    items(&plan.sections) > SIZE
}

/// The sections of a long plan, as many items to a range as may be.
fn cuts(sections: &[Section]) -> Vec<Range<usize>> {
    let mut from = 0;
    let each = |part: &[Section]| {
        let range = from..from + part.len();
        from = range.end;
        range
    };
    even(sections, |section| items(std::slice::from_ref(section))).map(each).collect()
}

/// A list in as few runs as may be of no more than about [`SIZE`] items each, all about as long.
fn even<T>(list: &[T], items: impl Fn(&T) -> usize) -> impl Iterator<Item = &[T]> {
    let total: usize = list.iter().map(&items).sum();
    let share = (total / total.div_ceil(SIZE).max(1)).max(1);
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

fn count(plans: &[Arc<Plan>], sections: &Range<usize>) -> usize {
    let of = |plan: &Arc<Plan>| plan.sections.get(sections.start..sections.end.min(plan.sections.len())).map_or(0, items);
    plans.iter().map(of).sum()
}

fn items(sections: &[Section]) -> usize {
    sections.iter().map(|section| section.slots().count()).sum()
}
