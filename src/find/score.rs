//! What every item is worth for one word: one pass over the keys, one byte an item.

use super::entry::Kind;
use super::index::Index;
use super::key::{Narrow, Wide};
use super::needle::{How, Needle, Probe};
use super::query::Word;
use super::rank::{self, NONE, Part, Score, Why};
use super::spans::{Cursor, Span};
use super::when::DateAsked;
use std::ops::Range;

/// How far to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// Names, figures, dates, and the titles of sections and plans.
    Names,
    /// What the details say.
    Details,
    /// What the details sound like.
    Sounds,
}

impl Depth {
    pub(super) const ALL: [Self; 3] = [Self::Names, Self::Details, Self::Sounds];
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

/// The scores of all items for one word; [`NONE`] where it is not found.
pub(super) struct Scores<'a> {
    index: &'a Index,
    /// Which items to look at.
    pub among: Among<'a>,
    /// Why items of a section or plan that is called so are hits.
    context: Why,
    pub of: Vec<Score>,
}

impl<'a> Scores<'a> {
    /// The scores so far. `alone` is for a word beside which nothing else is asked for.
    pub(super) fn new(index: &'a Index, among: Among<'a>, alone: bool, so_far: Vec<Score>) -> Self {
        let context = if alone { Why::Context } else { Why::Within };
        Self { index, among, context, of: so_far }
    }

    /// What is found of a word at one depth.
    pub(super) fn word(&mut self, word: &Word, depth: Depth) {
        match depth {
            Depth::Names => self.names(word),
            Depth::Details => self.details(&word.needle, word.needle.in_details()),
            Depth::Sounds => self.details(&word.needle, word.needle.heard_in_details()),
        }
    }

    fn names(&mut self, word: &Word) {
        self.labels(&word.needle);
        self.numbers(word);
        if let Some(date) = word.date {
            self.dates(date);
        }
        if !word.kinds.is_empty() {
            self.kinds(word.kinds);
        }
        self.contexts(&word.needle);
    }

    /// What items go by, in Chinese and English.
    pub(super) fn labels(&mut self, needle: &Needle) {
        let index = self.index;
        for probe in needle.in_names() {
            self.wide(&index.labels, needle, probe);
        }
        let mut cursor = Cursor::default();
        for range in self.among.places(index.english.len(), |owner| index.english.spans.of(owner)) {
            index.english.scan(needle, &range, &mut |places, _| {
                if let Some(span) = index.english.spans.locate(&mut cursor, places.start) {
                    let score = narrow_score(&index.english, &span, &places);
                    lower(&mut self.of, span.owner, score);
                }
            });
        }
    }

    fn details<'b>(&mut self, needle: &Needle, probes: impl Iterator<Item = &'b Probe>) {
        for probe in probes {
            self.wide(&self.index.details, needle, probe);
        }
    }

    fn wide(&mut self, key: &'a Wide, needle: &Needle, probe: &Probe) {
        let names = std::ptr::eq(key, &raw const self.index.labels);
        let mut cursor = Cursor::default();
        for range in self.among.places(key.len(), |owner| key.spans.of(owner)) {
            key.scan(needle, probe, &range, &mut |places, how| {
                // Where something better is known of the item, its field need not be sought.
                let owner = key.spans.owner(&mut cursor, places.start);
                let best = rank::best(names, how);
                if self.of.get(owner).is_none_or(|score| *score <= best) {
                    return;
                }
                if let Some(span) = key.spans.field_at(&mut cursor, places.start) {
                    let score = rank::wide(span.field, how, Part::of(&span.range, &places));
                    lower(&mut self.of, span.owner, score);
                }
            });
        }
    }

    fn numbers(&mut self, word: &Word) {
        for asked in &word.numbers {
            let score = |unit| {
                let exact = !asked.is_range() && asked.is_all(unit);
                asked.takes(unit).then_some(if exact { Why::ExactFigure } else { Why::Listed }.score())
            };
            let of_units: Vec<Option<Score>> = self.index.units.iter().map(score).collect();
            for figure in &self.index.figures {
                if let Some(Some(score)) = of_units.get(figure.unit as usize).filter(|_| asked.meets(figure))
                {
                    lower(&mut self.of, figure.owner, *score);
                }
            }
        }
    }

    fn dates(&mut self, asked: DateAsked) {
        for date in self.index.dates.iter().filter(|date| asked.meets(date)) {
            let exact = asked == DateAsked::Within(date.first, date.last);
            let score = match self.index.kinds.get(date.owner as usize) {
                Some(Kind::Event) => Why::Date.score() + Score::from(!exact),
                Some(Kind::Voice) => Why::Date.score() + 2 + Score::from(!exact),
                _ => Why::AsOf.score() + Score::from(!exact),
            };
            lower(&mut self.of, date.owner, score);
        }
    }

    fn kinds(&mut self, kinds: &[Kind]) {
        for (score, kind) in self.of.iter_mut().zip(&self.index.kinds) {
            if kinds.contains(kind) {
                *score = (*score).min(Why::Listed.score());
            }
        }
    }

    /// The titles of sections and plans, for all items under them.
    fn contexts(&mut self, needle: &Needle) {
        for (n, score) in self.index.contexts.scores(needle).into_iter().enumerate() {
            if let Some(covers) = self.index.contexts.covers.get(n).filter(|_| score != NONE) {
                let owners = self.of.get_mut(covers.start as usize..covers.end as usize);
                for of in owners.unwrap_or_default() {
                    *of = (*of).min(self.context.score() + score);
                }
            }
        }
    }
}

/// What a match in English is worth.
pub(super) fn narrow_score(key: &Narrow, span: &Span, places: &Range<usize>) -> Score {
    rank::narrow(span.field, Part::of(&span.range, places), key.starts_word(places.end))
}

fn lower(scores: &mut [Score], owner: u32, score: Score) {
    if let Some(of) = scores.get_mut(owner as usize) {
        *of = (*of).min(score);
    }
}

impl super::index::Contexts {
    /// What each section and plan is worth for a word.
    pub(super) fn scores(&self, needle: &Needle) -> Vec<Score> {
        let mut scores = vec![NONE; self.covers.len()];
        let mut cursor = Cursor::default();
        for probe in needle.in_names() {
            self.wide.scan(needle, probe, &(0..self.wide.len()), &mut |places, how| {
                if let Some(span) = self.wide.spans.locate(&mut cursor, places.start) {
                    // One or two initials in the middle of a long title say nothing.
                    let part = Part::of(&span.range, &places);
                    if how != How::Initials || part == Part::Whole {
                        lower(&mut scores, span.owner, rank::context(span.field, part));
                    }
                }
            });
        }
        let mut cursor = Cursor::default();
        self.narrow.scan(needle, &(0..self.narrow.len()), &mut |places, _| {
            if let Some(span) = self.narrow.spans.locate(&mut cursor, places.start) {
                lower(&mut scores, span.owner, rank::context(span.field, Part::of(&span.range, &places)));
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
                done |= matches!(self.plans.get(*n), Some(Some(_)));
                more
            })
            .filter(move |n| self.covers.get(*n).is_some_and(|covers| covers.contains(&owner)))
    }
}
