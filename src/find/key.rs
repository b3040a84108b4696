//! The keys that are searched: the folded texts of all owners in one buffer, beside it what each character sounds
//! like, so that `memmem` finds what was typed by sight and by sound.

use super::codes::{Codes, CodesOf, Coding};
use super::field::Field;
use super::fold::kept;
use super::needle::{How, Needle, Probe};
use super::rank::Extent;
use super::sound::Scheme;
use super::spans::{Span, Spans};
use std::ops::Range;

/// The key of texts in Chinese: UTF-16 units in two bytes each, and their sounds.
#[derive(Debug)]
pub(super) struct Wide {
    pub spans: Spans,
    units: Vec<u8>,
    /// By scheme; none where nothing is to be heard.
    openings: Option<[Codes; 2]>,
    /// By scheme; of names only.
    initials: Option<[Codes; 2]>,
    /// Of the text under way, the places of characters that may sound otherwise too.
    several: Vec<(usize, u16)>,
}

impl Wide {
    /// No texts yet. Names are looked for by initials as well.
    pub(super) fn new(names: bool, heard: bool) -> Self {
        let codes = |coding| Scheme::BOTH.map(|scheme| Codes::new(scheme, coding));
        Self {
            spans: Spans::default(),
            units: Vec::new(),
            openings: heard.then(|| codes(Coding::Opening)),
            initials: (heard && names).then(|| codes(Coding::Initial)),
            several: Vec::new(),
        }
    }

    /// Begins the next owner.
    pub(super) fn begin(&mut self) {
        self.spans.begin(self.len());
    }

    /// Adds a text of the last owner.
    pub(super) fn push(&mut self, field: Field, text: &str) {
        let from = self.len();
        let mut pen = self.spans.begin_field(field, from);
        let mut at = from;
        for kept in kept(text) {
            let mut buffer = [0; 2];
            let units = kept.folded.encode_utf16(&mut buffer);
            let len = units.first().map_or(0, |unit| bytes_of(*unit)) * units.len();
            self.spans.note(&mut pen, at, kept, len);
            for unit in units {
                self.units.extend_from_slice(&unit.to_le_bytes());
                if let Some(openings) = &mut self.openings {
                    let (codes, several) = CodesOf::unit(*unit);
                    openings.iter_mut().for_each(|row| row.push(codes));
                    self.initials.iter_mut().flatten().for_each(|row| row.push(codes));
                    if several {
                        self.several.push((at, *unit));
                    }
                }
                at += 1;
            }
        }
        for codes in self.openings.iter_mut().chain(&mut self.initials).flatten() {
            codes.end(from, &self.several);
        }
        self.several.clear();
        self.units.extend([0, 0]);
    }

    fn codes(&self) -> impl Iterator<Item = &Codes> {
        self.openings.iter().chain(&self.initials).flatten()
    }

    /// No more owners come.
    pub(super) fn close(&mut self) {
        self.spans.close(self.len());
        self.units.shrink_to_fit();
        self.openings.iter_mut().chain(&mut self.initials).flatten().for_each(Codes::close);
        self.several = Vec::new();
    }

    pub(super) fn len(&self) -> usize {
        self.units.len() / 2
    }

    /// The unit at a place; 0 between fields and beyond the end.
    pub(super) fn at(&self, place: usize) -> u16 {
        match self.units.get(2 * place..2 * place + 2) {
            Some(&[low, high]) => u16::from_le_bytes([low, high]),
            _ => 0,
        }
    }

    /// How much of its text the units at `places` are: texts end with a 0.
    pub(super) fn extent(&self, places: &Range<usize>) -> Extent {
        let starts = places.start.checked_sub(1).is_none_or(|before| self.at(before) == 0);
        Extent::of(starts, || self.at(places.end) == 0)
    }

    /// Every match of one probe of `needle` in the places of `range`, in rising order.
    pub(super) fn scan(
        &self,
        needle: &Needle,
        probe: &Probe,
        range: &Range<usize>,
        visit: &mut impl FnMut(Range<usize>, How),
    ) {
        match probe {
            Probe::Units(finder) => {
                let hay = self.units.get(2 * range.start..2 * range.end).unwrap_or(&[]);
                for found in finder.find_iter(hay).filter(|found| found % 2 == 0) {
                    let from = range.start + found / 2;
                    visit(from..from + needle.units().len(), How::Literal);
                }
            }
            Probe::Exact(finder) => {
                let Some(openings) = &self.openings else { return };
                Scheme::Pinyin.of(openings.each_ref()).scan_row(finder, range, &mut |from| {
                    if let Some(to) = needle.exact(self, from) {
                        visit(from..to, How::Literal);
                    }
                });
            }
            Probe::Spoken(scheme, finder) => {
                let Some(openings) = &self.openings else { return };
                scheme.of(openings.each_ref()).scan(finder, range, &mut |from| {
                    if let Some(to) = needle.spoken(self, from, *scheme) {
                        visit(from..to, How::Sound);
                    }
                });
            }
            Probe::Spelt(scheme, finder) => {
                let Some(initials) = &self.initials else { return };
                scheme.of(initials.each_ref()).scan(finder, range, &mut |from| {
                    if let Some(to) = needle.spelt(self, from, *scheme) {
                        visit(from..to, How::Initials);
                    }
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

    /// The bytes of a text that places of it stand for.
    pub(super) fn bytes(&self, span: &Span, range: Range<usize>) -> Range<usize> {
        self.spans.bytes(span, range, |place| bytes_of(self.at(place)))
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        self.units.len() + self.codes().map(Codes::size).sum::<usize>() + self.spans.size()
    }
}

/// The bytes a UTF-16 unit takes in UTF-8; of a surrogate, half of those of its pair.
fn bytes_of(unit: u16) -> usize {
    match unit {
        0..0x80 => 1,
        0x80..0x800 | 0xD800..0xE000 => 2,
        _ => 3,
    }
}

/// The key of texts in English: folded UTF-8, and where words begin.
#[derive(Debug, Default)]
pub(super) struct Narrow {
    pub spans: Spans,
    letters: Vec<u8>,
    /// A bit for each letter.
    starts: Vec<u64>,
}

impl Narrow {
    /// Begins the next owner.
    pub(super) fn begin(&mut self) {
        self.spans.begin(self.letters.len());
    }

    /// Adds a text of the last owner.
    pub(super) fn push(&mut self, field: Field, text: &str) {
        let mut pen = self.spans.begin_field(field, self.letters.len());
        for kept in kept(text) {
            self.spans.note(&mut pen, self.letters.len(), kept, kept.folded.len_utf8());
            let mut starts = kept.starts_word;
            for byte in kept.folded.encode_utf8(&mut [0; 4]).bytes() {
                self.letter(byte, starts);
                starts = false;
            }
        }
        self.letter(0, true);
    }

    fn letter(&mut self, byte: u8, starts: bool) {
        let at = self.letters.len();
        self.letters.push(byte);
        if at.is_multiple_of(64) {
            self.starts.push(0);
        }
        if let Some(last) = self.starts.last_mut() {
            *last |= u64::from(starts) << (at % 64);
        }
    }

    /// No more owners come.
    pub(super) fn close(&mut self) {
        self.spans.close(self.letters.len());
        self.letters.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether a word begins at a place. The end of a text counts as one.
    pub(super) fn starts_word(&self, place: usize) -> bool {
        self.starts.get(place / 64).is_none_or(|bits| bits >> (place % 64) & 1 == 1)
    }

    /// How much of its text the letters at `places` are: texts end with a 0.
    pub(super) fn extent(&self, places: &Range<usize>) -> Extent {
        let ends = |place: usize| self.letters.get(place).is_none_or(|letter| *letter == 0);
        Extent::of(places.start.checked_sub(1).is_none_or(ends), || ends(places.end))
    }

    /// Every place of `range` where words that begin with `needle` stand.
    pub(super) fn scan(
        &self,
        needle: &Needle,
        range: &Range<usize>,
        visit: &mut impl FnMut(Range<usize>, How),
    ) {
        let (Some(finder), Some(hay)) = (needle.letters(), self.letters.get(range.clone())) else { return };
        if needle.is_letter() {
            let begins = |from: &usize| self.letters.get(*from) == finder.needle().first();
            self.spans.starts(range).filter(begins).for_each(|from| visit(from..from + 1, How::Literal));
            return;
        }
        for found in finder.find_iter(hay) {
            let from = range.start + found;
            if self.starts_word(from) {
                visit(from..from + finder.needle().len(), How::Literal);
            }
        }
    }

    /// The bytes of a text that places of it stand for.
    pub(super) fn bytes(&self, span: &Span, range: Range<usize>) -> Range<usize> {
        self.spans.bytes(span, range, |_| 1)
    }

    /// The words of the key, each as often as it stands there.
    pub(super) fn words(&self) -> impl Iterator<Item = &[u8]> {
        let mut from = 0;
        (1..=self.len()).filter_map(move |at| {
            if at < self.len() && !self.starts_word(at) {
                return None;
            }
            self.letters.get(std::mem::replace(&mut from, at)..at).filter(|word| word.first() != Some(&0))
        })
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        self.letters.len() + 8 * self.starts.len() + self.spans.size()
    }
}
