//! The key of texts in Chinese: the folded texts of all owners in one buffer, beside it what each character sounds
//! like, so that `memmem` finds what was typed by sight and by sound.

use super::codes::{self, Codes, Coding};
use super::field::Field;
use super::fold;
use super::needle::{How, Needle, Probe};
use super::rank::Extent;
use super::sound::Scheme;
use super::spans::Spans;
use std::ops::Range;

/// What stands after each text: no character.
pub(super) const END: u16 = 0xFFFF;

/// UTF-16 units and their sounds. The lower bytes of the units are kept apart: they alone tell nearly all characters
/// of a text from each other, and are half as much to look through.
#[derive(Debug)]
pub(super) struct Wide {
    pub spans: Spans,
    low: Vec<u8>,
    high: Vec<u8>,
    /// By scheme; none where nothing is to be heard.
    openings: Option<[Codes; 2]>,
    /// By scheme; of names only.
    initials: Option<[Codes; 2]>,
    /// While texts come: the units so far.
    coming: Vec<u16>,
}

impl Wide {
    /// No texts yet. Names are looked for by initials as well.
    pub(super) fn new(names: bool, heard: bool) -> Self {
        Self {
            spans: Spans::default(),
            low: Vec::new(),
            high: Vec::new(),
            openings: heard.then(Default::default),
            initials: (heard && names).then(Default::default),
            coming: Vec::new(),
        }
    }

    /// Begins the next owner.
    pub(super) fn begin(&mut self) {
        self.spans.begin(self.coming.len());
    }

    /// Adds a text of the last owner.
    pub(super) fn push(&mut self, field: Field, text: &str) {
        self.spans.begin_field(field, self.coming.len());
        fold::extend(&mut self.coming, text);
        self.coming.push(END);
    }

    /// No more owners come.
    pub(super) fn close(&mut self) {
        let units = std::mem::take(&mut self.coming);
        self.spans.close(units.len());
        self.low = units.iter().map(|unit| unit.to_le_bytes()[0]).collect();
        self.high = units.iter().map(|unit| unit.to_le_bytes()[1]).collect();
        let others = if self.openings.is_some() { codes::others(&units) } else { Vec::new() };
        for (coding, codes) in Coding::BOTH.into_iter().zip([&mut self.initials, &mut self.openings]) {
            for (scheme, codes) in Scheme::BOTH.into_iter().zip(codes.iter_mut().flatten()) {
                *codes = Codes::of(&units, &others, scheme, coding);
            }
        }
    }

    fn codes(&self) -> impl Iterator<Item = &Codes> {
        self.openings.iter().chain(&self.initials).flatten()
    }

    pub(super) fn len(&self) -> usize {
        self.low.len()
    }

    /// The unit at a place; no character's between texts and beyond the end.
    pub(super) fn at(&self, place: usize) -> u16 {
        match (self.low.get(place), self.high.get(place)) {
            (Some(low), Some(high)) => u16::from_le_bytes([*low, *high]),
            _ => END,
        }
    }

    /// How much of its text the units at `places` are.
    pub(super) fn extent(&self, places: &Range<usize>) -> Extent {
        let starts = places.start.checked_sub(1).is_none_or(|before| self.at(before) == END);
        Extent::of(starts, || self.at(places.end) == END)
    }

    /// Every match of one probe of `needle` in the places of `range`. `visit` says up to where nothing more is asked
    /// for; other matches there are passed over, if that saves time.
    pub(super) fn scan(
        &self,
        needle: &Needle,
        probe: &Probe,
        range: &Range<usize>,
        visit: &mut impl FnMut(Range<usize>, How) -> usize,
    ) {
        match probe {
            Probe::Literal(finder) => {
                let mut from = range.start;
                while let Some(found) = self.low.get(from..range.end).and_then(|hay| finder.find(hay)) {
                    let at = from + found;
                    from = match needle.literal(self, at) {
                        Some(end) => end.max(visit(at..end, How::Literal)),
                        None => at + 1,
                    };
                }
            }
            Probe::Spoken { scheme, finder, .. } => {
                let Some(openings) = &self.openings else { return };
                let mut passed = 0..0;
                scheme.of(openings.each_ref()).scan(finder, range, &mut |from| {
                    let hear = || needle.spoken(self, from, *scheme);
                    let to = if passed.contains(&from) { None } else { hear() };
                    if let Some(to) = to {
                        passed = from..visit(from..to, How::Sound);
                    }
                    to.is_some()
                });
            }
            Probe::Spelt(scheme, finder) => {
                let Some(initials) = &self.initials else { return };
                scheme.of(initials.each_ref()).scan(finder, range, &mut |from| {
                    let to = needle.spelt(self, from, *scheme);
                    to.into_iter().for_each(|to| _ = visit(from..to, How::Initials));
                    to.is_some()
                });
            }
            Probe::First(set, how) => {
                for from in self.spans.starts(range).filter(|from| set.has(self.at(*from))) {
                    let spelt = needle.is_letter() && needle.units().first() == Some(&self.at(from));
                    visit(from..from + 1, if spelt { How::Literal } else { *how });
                }
            }
        }
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        2 * self.len() + self.codes().map(Codes::size).sum::<usize>() + self.spans.size()
    }
}
