//! The letters that the sounds of a key begin with, one for each place, to run `memmem` over. Where a character may
//! also be read with another first letter, a short window around it is kept a second time with that letter.

use super::sound::{Scheme, sounds};
use memchr::memmem::Finder;
use std::ops::Range;

/// As many letters tell places apart well enough to be looked for; the rest of a word is checked in place.
pub(super) const TELLING: usize = 3;

/// What a unit of text stands as: an ASCII character as itself, another by the first letters of its readings, and
/// what has no reading as 1.
pub(super) fn letters_of(unit: u16, scheme: Scheme) -> [u8; 2] {
    match u8::try_from(unit) {
        Ok(ascii) if ascii < 0x80 => [ascii; 2],
        _ => sounds(scheme).letters(unit).unwrap_or([1; 2]),
    }
}

/// The letters of a key in one scheme.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// One for each place, by the commonest reading.
    row: Vec<u8>,
    /// Windows one after another, each ended by a 0.
    windows: Vec<u8>,
    /// Where each window begins, and which place of the key that is.
    begins: Vec<u32>,
    places: Vec<u32>,
}

impl Letters {
    /// Adds the letters of the units of one text.
    pub(super) fn push(&mut self, units: impl Iterator<Item = u16>, scheme: Scheme) {
        let from = self.row.len();
        let mut others = Vec::new();
        for unit in units {
            let [first, other] = letters_of(unit, scheme);
            if first != other {
                others.push((self.row.len(), other));
            }
            self.row.push(first);
        }
        for (at, other) in others {
            let start = from.max(at.saturating_sub(TELLING - 1));
            self.begins.push(self.windows.len() as u32);
            self.places.push(start as u32);
            self.windows.extend_from_slice(self.row.get(start..at).unwrap_or(&[]));
            self.windows.push(other);
            let end = self.row.len().min(at + TELLING);
            self.windows.extend_from_slice(self.row.get(at + 1..end).unwrap_or(&[]));
            self.windows.push(0);
        }
        self.row.push(0);
    }

    /// Every place of `range` from where the letters of `finder` stand, by the commonest readings or by one other.
    pub(super) fn scan(&self, finder: &Finder<'_>, range: &Range<usize>, found: &mut dyn FnMut(usize)) {
        self.scan_row(finder, range, found);
        let window = |place: usize| self.places.partition_point(|start| (*start as usize) < place);
        let (first, last) = match range.start {
            0 if range.end == self.row.len() => (0, self.places.len()),
            _ => (window(range.start), window(range.end)),
        };
        let begin = |n: usize| self.begins.get(n).map_or(self.windows.len(), |at| *at as usize);
        let base = begin(first);
        let Some(begins) = self.begins.get(first..last) else { return };
        let mut n = 0;
        for at in finder.find_iter(self.windows.get(base..begin(last)).unwrap_or(&[])) {
            while begins.get(n + 1).is_some_and(|start| *start as usize <= base + at) {
                n += 1;
            }
            if let (Some(start), Some(place)) = (begins.get(n), self.places.get(first + n)) {
                found(*place as usize + base + at - *start as usize);
            }
        }
    }

    /// Every place of `range` where the letters of `finder` stand by the commonest readings.
    pub(super) fn scan_row(&self, finder: &Finder<'_>, range: &Range<usize>, found: &mut dyn FnMut(usize)) {
        for at in finder.find_iter(self.row.get(range.clone()).unwrap_or(&[])) {
            found(range.start + at);
        }
    }

    /// No more texts come.
    pub(super) fn close(&mut self) {
        self.row.shrink_to_fit();
        self.windows.shrink_to_fit();
        self.begins.shrink_to_fit();
        self.places.shrink_to_fit();
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        self.row.len() + self.windows.len() + 4 * (self.begins.len() + self.places.len())
    }
}
