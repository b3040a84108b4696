//! The key of texts in English: what is typed is found where a word begins, in what may be several words.

use super::field::Field;
use super::fold::kept;
use super::needle::Needle;
use super::rank::Extent;
use super::spans::Spans;
use std::ops::Range;

/// Folded UTF-8, and where words begin. A Latin letter that begins one is a capital, so that the first two letters of
/// what is looked for are found at the beginnings of words only.
#[derive(Debug, Default)]
pub(super) struct Narrow {
    pub spans: Spans,
    letters: Vec<u8>,
    /// A bit for each letter. The end of a text counts as a word.
    starts: Vec<u64>,
    /// The letters that are words by themselves: what follows on one is a capital too.
    lone: Vec<u8>,
}

impl Narrow {
    /// Begins the next owner.
    pub(super) fn begin(&mut self) {
        self.spans.begin(self.letters.len());
    }

    /// Adds a text of the last owner.
    pub(super) fn push(&mut self, field: Field, text: &str) {
        self.spans.begin_field(field, self.letters.len());
        self.letters.reserve(text.len() + 1);
        for kept in kept(text) {
            let at = self.letters.len();
            if kept.folded.is_ascii() {
                self.letters.push(kept.folded as u8);
            } else {
                self.letters.extend_from_slice(kept.folded.encode_utf8(&mut [0; 4]).as_bytes());
            }
            if kept.starts_word {
                self.start_word(at);
            }
        }
        self.letters.push(0);
        self.start_word(self.letters.len() - 1);
    }

    /// Notes that a word begins at a place, and that what comes before is a letter by itself where it is.
    fn start_word(&mut self, at: usize) {
        self.letters.get_mut(at).into_iter().for_each(u8::make_ascii_uppercase);
        let before = at.wrapping_sub(1);
        if self.starts.get(before / 64).is_some_and(|bits| bits >> (before % 64) & 1 == 1) {
            let lone = self.letters.get(before).filter(|letter| !self.lone.contains(letter));
            self.lone.extend(lone);
        }
        self.starts.resize(at / 64 + 1, 0);
        if let Some(last) = self.starts.last_mut() {
            *last |= 1 << (at % 64);
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

    /// Whether a word begins at a place.
    pub(super) fn starts_word(&self, place: usize) -> bool {
        self.starts.get(place / 64).is_none_or(|bits| bits >> (place % 64) & 1 == 1)
    }

    /// How much of its text the letters at `places` are: texts end with a 0.
    pub(super) fn extent(&self, places: &Range<usize>) -> Extent {
        let ends = |place: usize| self.letters.get(place).is_none_or(|letter| *letter == 0);
        Extent::of(places.start.checked_sub(1).is_none_or(ends), || ends(places.end))
    }

    /// Every place of `range` where words that begin with `needle` stand.
    pub(super) fn scan(&self, needle: &Needle, range: &Range<usize>, visit: &mut impl FnMut(Range<usize>)) {
        let letters = needle.letters();
        let Some(first) = letters.first() else { return };
        let mut look = |at: usize| {
            let places = at..at + letters.len();
            if self.letters.get(places.clone()).is_some_and(|here| here.eq_ignore_ascii_case(letters)) {
                visit(places);
            }
        };
        if needle.is_letter() {
            self.spans.starts(range).for_each(look);
        } else {
            let Some(hay) = self.letters.get(range.clone()) else { return };
            let begins = |at: &usize| first.is_ascii_lowercase() || self.starts_word(*at);
            for finder in needle.openings(self.lone.contains(&first.to_ascii_uppercase())) {
                let places = finder.find_iter(hay).map(|at| range.start + at);
                places.filter(begins).for_each(&mut look);
            }
        }
    }

    /// Where the words within places begin.
    fn words_in(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let mut at = range.start;
        let end = range.end;
        std::iter::from_fn(move || {
            loop {
                let rest = self.starts.get(at / 64)? >> (at % 64);
                if rest != 0 {
                    let word = at + rest.trailing_zeros() as usize;
                    at = word + 1;
                    return Some(word).filter(|word| *word < end);
                }
                at = (at / 64 + 1) * 64;
            }
        })
    }

    /// The words of the key, each as often as it stands there and with a capital.
    pub(super) fn words(&self) -> impl Iterator<Item = &[u8]> {
        let mut from = 0;
        self.words_in(1..self.len()).filter_map(move |at| {
            self.letters.get(std::mem::replace(&mut from, at)..at).filter(|word| word.first() != Some(&0))
        })
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        self.letters.len() + 8 * self.starts.len() + self.lone.len() + self.spans.size()
    }
}
