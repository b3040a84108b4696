//! What every item of a segment is worth for one word: one pass over its keys, one byte an item.

use super::entry::Kind;
use super::field::Field;
use super::index::Part;
use super::key::Wide;
use super::needle::{How, Needle, Probe};
use super::number::NumberAsked;
use super::query::Word;
use super::rank::{self, Extent, NONE, Score, Why};
use super::segment::{Contexts, Segment, Title};
use super::units::{FoldedUnit, Units};
use super::when::DateAsked;
use std::ops::Range;

/// How far to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// Names, figures, dates, and the titles of sections and plans.
    Names,
    /// The letters that the sounds of names begin with.
    Initials,
    /// What the details say.
    Details,
    /// What the details sound like.
    Sounds,
}

impl Depth {
    pub(super) const ALL: [Self; 4] = [Self::Names, Self::Initials, Self::Details, Self::Sounds];
}

/// A word as it is looked for in every segment.
pub(super) struct Sought<'a> {
    pub word: &'a Word,
    /// Of each number it may mean, what a figure with it is worth by its unit; [`NONE`] where the unit does not fit.
    units: Vec<Vec<Score>>,
    /// Why items of a section or plan that is called so are hits.
    context: Why,
}

impl<'a> Sought<'a> {
    /// A word; `alone` is for one beside which nothing else is asked for.
    pub(super) fn new(word: &'a Word, units: &Units, alone: bool) -> Self {
        let worth = |asked: &NumberAsked, unit: &FoldedUnit| match asked.takes(unit) {
            false => NONE,
            true if !asked.is_range() && asked.is_all(unit) => Why::ExactFigure.score(),
            true => Why::Listed.score(),
        };
        let of = |asked| units.all().iter().map(|unit| worth(asked, unit)).collect();
        let context = if alone { Why::Context } else { Why::Within };
        Self { word, units: word.numbers.iter().map(of).collect(), context }
    }
}

/// Which items to look at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Among<'a> {
    All,
    /// These, in rising order.
    Some(&'a [u32]),
}

impl<'a> Among<'a> {
    /// The places of a key to look at: all `len`, or those `of` each item.
    fn places(
        self,
        len: usize,
        of: impl Fn(u32) -> Range<usize> + 'a,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let (all, some) = match self {
            Self::All => (Some(0..len), &[][..]),
            Self::Some(owners) => (None, owners),
        };
        all.into_iter().chain(some.iter().map(move |owner| of(*owner)))
    }
}

/// The scores of all items of a segment for one word; [`NONE`] where it is not found.
pub(super) struct Scores<'a> {
    segment: &'a Segment,
    among: Among<'a>,
    of: &'a mut [Score],
}

impl<'a> Scores<'a> {
    /// The scores so far.
    pub(super) fn new(segment: &'a Segment, among: Among<'a>, of: &'a mut [Score]) -> Self {
        Self { segment, among, of }
    }

    /// What is found of a word at one depth.
    pub(super) fn word(&mut self, needle: &Needle, depth: Depth) {
        match depth {
            Depth::Names => self.labels(needle),
            Depth::Initials => self.wide(&self.segment.labels, needle, needle.initials()),
            Depth::Details => self.wide(&self.segment.details, needle, needle.in_details()),
            Depth::Sounds => self.wide(&self.segment.details, needle, needle.heard_in_details()),
        }
    }

    /// What is found of it beside texts, and in the titles of sections and plans.
    pub(super) fn beside(&mut self, sought: &Sought<'_>, part: &Part) {
        let word = sought.word;
        for (asked, worth) in word.numbers.iter().zip(&sought.units) {
            self.numbers(asked, worth, part);
        }
        if let Some(date) = word.date {
            self.dates(date);
        }
        if !word.kinds.is_empty() {
            self.kinds(word.kinds);
        }
        self.contexts(&word.needle, sought.context);
    }

    /// What items go by, in Chinese and English.
    pub(super) fn labels(&mut self, needle: &Needle) {
        self.wide(&self.segment.labels, needle, needle.in_names());
        let english = &self.segment.english;
        for range in self.among.places(english.len(), |owner| english.spans.of(owner)) {
            english.scan(needle, &range, &mut |places| {
                let owner = english.spans.owner(places.start);
                let score = rank::narrow(Field::En, english.extent(&places), english.starts_word(places.end));
                if self.of.get(owner).is_none_or(|known| *known <= score) {
                    return;
                }
                if let Some(span) = english.spans.field(places.start) {
                    lower(self.of, owner, if span.field == Field::En { score } else { Why::Detail.score() });
                }
            });
        }
    }

    fn wide<'b>(&mut self, key: &'a Wide, needle: &Needle, probes: impl Iterator<Item = &'b Probe>) {
        let names = std::ptr::eq(key, &raw const self.segment.labels);
        for probe in probes {
            for range in self.among.places(key.len(), |owner| key.spans.of(owner)) {
                key.scan(needle, probe, &range, &mut |places, how| {
                    let owner = key.spans.owner(places.start);
                    if !names {
                        lower(self.of, owner, rank::wide(Field::Detail, how, Extent::Middle));
                        return key.spans.of(owner as u32).end;
                    }
                    // Where something better is known of the item, its field need not be sought.
                    let extent = key.extent(&places);
                    let least = match (how, extent) {
                        (How::Literal, Extent::Whole) => rank::wide(Field::Figure, how, extent),
                        _ => rank::wide(Field::Heading, how, extent),
                    };
                    if self.of.get(owner).is_none_or(|score| *score <= least) {
                        return 0;
                    }
                    // What comes later in the same text does not begin it, and so is worth no more.
                    let Some(span) = key.spans.field(places.start) else { return 0 };
                    lower(self.of, owner, rank::wide(span.field, how, extent));
                    span.range.end
                });
            }
        }
    }

    fn numbers(&mut self, asked: &NumberAsked, worth: &[Score], part: &Part) {
        let of_unit = |unit: &u32| worth.get(*unit as usize).copied().unwrap_or(NONE);
        let of_units: Vec<Score> = part.units.iter().map(of_unit).collect();
        for figure in &self.segment.figures {
            let score = of_units.get(figure.unit as usize).copied().unwrap_or(NONE);
            if score != NONE && asked.meets(figure) {
                lower(self.of, figure.owner as usize, score);
            }
        }
    }

    fn dates(&mut self, asked: DateAsked) {
        for date in self.segment.dates.iter().filter(|date| asked.meets(date)) {
            let exact = asked == DateAsked::Within(date.first, date.last);
            let score = match self.segment.kinds.get(date.owner as usize) {
                Some(Kind::Event) => Why::Date.score() + Score::from(!exact),
                Some(Kind::Voice) => Why::Date.score() + 2 + Score::from(!exact),
                _ => Why::AsOf.score() + Score::from(!exact),
            };
            lower(self.of, date.owner as usize, score);
        }
    }

    fn kinds(&mut self, kinds: &[Kind]) {
        for (score, kind) in self.of.iter_mut().zip(&self.segment.kinds) {
            if kinds.contains(kind) {
                *score = (*score).min(Why::Listed.score());
            }
        }
    }

    /// The titles of sections and plans, for all items under them.
    fn contexts(&mut self, needle: &Needle, why: Why) {
        let contexts = &self.segment.contexts;
        for (covers, score) in contexts.covers.iter().zip(contexts.scores(needle)) {
            if score != NONE {
                let owners = self.of.get_mut(covers.start as usize..covers.end as usize);
                for of in owners.unwrap_or_default() {
                    *of = (*of).min(why.score() + score);
                }
            }
        }
    }
}

fn lower(scores: &mut [Score], owner: usize, score: Score) {
    if let Some(of) = scores.get_mut(owner) {
        *of = (*of).min(score);
    }
}

impl Contexts {
    /// What each section and plan is worth for a word.
    pub(super) fn scores(&self, needle: &Needle) -> Vec<Score> {
        let mut scores = vec![NONE; self.covers.len()];
        for probe in needle.in_names().chain(needle.initials()) {
            self.wide.scan(needle, probe, &(0..self.wide.len()), &mut |places, how| {
                if let Some(span) = self.wide.spans.field(places.start) {
                    // One or two initials in the middle of a long title say nothing.
                    let part = self.wide.extent(&places);
                    if how != How::Initials || part == Extent::Whole {
                        let owner = self.wide.spans.owner(places.start);
                        lower(&mut scores, owner, rank::context(span.field, part));
                    }
                }
                0
            });
        }
        self.narrow.scan(needle, &(0..self.narrow.len()), &mut |places| {
            if let Some(span) = self.narrow.spans.field(places.start) {
                let owner = self.narrow.spans.owner(places.start);
                lower(&mut scores, owner, rank::context(span.field, self.narrow.extent(&places)));
            }
        });
        scores
    }

    /// The section and the plan an item stands under, the nearer first.
    pub(super) fn of(&self, owner: u32) -> impl Iterator<Item = usize> + '_ {
        let last = self.covers.partition_point(|covers| covers.start <= owner);
        let mut done = false;
        (0..last)
            .rev()
            .take_while(move |n| {
                let more = !done;
                done |= matches!(self.titles.get(*n), Some(Title::Plan(_)));
                more
            })
            .filter(move |n| self.covers.get(*n).is_some_and(|covers| covers.contains(&owner)))
    }
}
