//! The sounds of a key in one byte for each place, to run `memmem` over. Where a character may also be read with
//! another byte, a short window around it is kept a second time with that one; where two near each other may, also with
//! both.

use super::fold::CHINESE;
use super::sound::{Scheme, place, sounds};
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::OnceLock;

/// As many bytes tell places apart well enough to be looked for; the rest of a word is checked in place.
pub(super) const TELLING: usize = 3;

/// What of a sound the byte says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// Its first letter: enough for initials.
    Initial,
    /// The letters before its vowel (zh, ch and sh are one) and its first vowel: nearly the syllable, so that few places
    /// need be checked.
    Opening,
}

impl Coding {
    const BOTH: [Self; 2] = [Self::Initial, Self::Opening];

    /// Of one for each, the one for this.
    pub(super) fn of<T>(self, [initial, opening]: [T; 2]) -> T {
        match self {
            Self::Initial => initial,
            Self::Opening => opening,
        }
    }
}

/// The byte of the beginning of a syllable, [`telling`] at least where it has as many letters.
pub(super) fn code_of(letters: impl Iterator<Item = u8>, coding: Coding) -> u8 {
    let mut letters = letters.peekable();
    let first = letters.next().unwrap_or(b'a');
    if coding == Coding::Initial {
        return first;
    }
    // i, u and v begin no syllable: 23 letters, and zh, ch, sh, by 6 sorts of vowels, above all of ASCII that is used.
    let letter = first.saturating_sub(b'a');
    let place = letter - u8::from(letter > 8) - u8::from(letter > 20) - u8::from(letter > 21);
    let breathed =
        letters.next_if_eq(&b'h').and_then(|_| b"zcs".iter().position(|sibilant| *sibilant == first));
    let place = breathed.map_or(place, |nth| 23 + nth as u8);
    let vowel = match letters.next() {
        Some(b'a') => 0,
        Some(b'e') => 1,
        Some(b'i') => 2,
        Some(b'o') => 3,
        Some(b'u' | b'v') => 4,
        _ => 5,
    };
    b'Z' + 1 + place.min(25) * 6 + vowel
}

/// How many letters of a syllable tell its [`Coding::Opening`].
pub(super) fn telling(letters: &[u8]) -> usize {
    if matches!(letters, [b'z' | b'c' | b's', b'h', ..]) { 3 } else { 2 }
}

/// What stands for each character, worked out once.
struct Table {
    /// Of each of the [`CHINESE`] by its commonest reading, by scheme and coding; 1 if it has none.
    first: Box<[[[u8; 2]; 2]]>,
    /// By scheme and coding: what else may stand for a character, in rising order of the characters, and of each in
    /// the order of its readings.
    others: [[Vec<(u16, u8)>; 2]; 2],
    /// Of each of the [`CHINESE`] whether anything else may stand for it.
    several: Box<[bool]>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::new)
}

impl Table {
    fn new() -> Self {
        let mut table = Self {
            first: vec![[[1; 2]; 2]; CHINESE.len()].into_boxed_slice(),
            others: Default::default(),
            several: vec![false; CHINESE.len()].into_boxed_slice(),
        };
        for (scheme, others) in Scheme::BOTH.into_iter().zip(&mut table.others) {
            let sounds = sounds(scheme);
            for (coding, others) in Coding::BOTH.into_iter().zip(others) {
                let codes: Vec<u8> =
                    sounds.syllables().iter().map(|syllable| code_of(syllable.bytes(), coding)).collect();
                let code = |id: &u16| codes.get(usize::from(*id)).copied();
                for ((unit, first), several) in CHINESE.zip(&mut table.first).zip(&mut table.several) {
                    let mut readings = sounds.list(unit).iter().filter_map(code);
                    let Some(common) = readings.next() else { continue };
                    *coding.of(scheme.of(first.each_mut()).each_mut()) = common;
                    let from = others.len();
                    for other in readings {
                        let known = others.get(from..).is_some_and(|known| known.contains(&(unit, other)));
                        if other != common && !known {
                            others.push((unit, other));
                            *several = true;
                        }
                    }
                }
            }
        }
        table
    }

    /// What else may stand for a character.
    fn others(&self, unit: u16, scheme: Scheme, coding: Coding) -> &[(u16, u8)] {
        let others = coding.of(scheme.of(self.others.each_ref()).each_ref());
        let from = others.partition_point(|(of, _)| *of < unit);
        let rest = others.get(from..).unwrap_or(&[]);
        let count = rest.iter().take_while(|(of, _)| *of == unit).count();
        rest.get(..count).unwrap_or(&[])
    }
}

/// What an ASCII character of a text stands as. Upper case, so that no letter is taken for a sound.
fn ascii(unit: u16) -> Option<u8> {
    u8::try_from(unit).ok().filter(u8::is_ascii).map(|byte| byte.to_ascii_uppercase())
}

/// What a unit of a text stands as by its commonest reading, by scheme and coding; 1 if it has none.
#[derive(Clone, Copy)]
pub(super) struct CodesOf([[u8; 2]; 2]);

impl CodesOf {
    /// Those of a unit, and whether anything else may stand for it.
    pub(super) fn unit(unit: u16) -> (Self, bool) {
        let table = table();
        let Some(at) = place(unit) else { return (Self([[ascii(unit).unwrap_or(1); 2]; 2]), false) };
        let first = table.first.get(at).copied().unwrap_or([[1; 2]; 2]);
        (Self(first), table.several.get(at).is_some_and(|several| *several))
    }

    fn of(self, scheme: Scheme, coding: Coding) -> u8 {
        coding.of(scheme.of(self.0))
    }
}

/// What a unit of a text stands as by its commonest reading; 1 if it has none.
pub(super) fn code(unit: u16, scheme: Scheme, coding: Coding) -> u8 {
    CodesOf::unit(unit).0.of(scheme, coding)
}

/// Whether a reading of a unit begins with a letter.
pub(super) fn begins_with(unit: u16, scheme: Scheme, letter: u16) -> bool {
    let (codes, several) = CodesOf::unit(unit);
    let same = |code: u8| u16::from(code) == letter;
    let others = || table().others(unit, scheme, Coding::Initial);
    same(codes.of(scheme, Coding::Initial)) || (several && others().iter().any(|(_, code)| same(*code)))
}

/// The sounds of a key in one scheme.
#[derive(Debug)]
pub(super) struct Codes {
    scheme: Scheme,
    coding: Coding,
    /// One for each place, by the commonest reading.
    row: Vec<u8>,
    /// Windows one after another, each ended by a 0.
    windows: Vec<u8>,
    /// Where each window begins, and which place of the key that is.
    begins: Vec<u32>,
    places: Vec<u32>,
}

impl Codes {
    /// No sounds yet.
    pub(super) fn new(scheme: Scheme, coding: Coding) -> Self {
        Self { scheme, coding, row: vec![], windows: vec![], begins: vec![], places: vec![] }
    }

    /// Adds what stands for the next unit of a text.
    pub(super) fn push(&mut self, codes: CodesOf) {
        self.row.push(codes.of(self.scheme, self.coding));
    }

    /// Ends a text that began at `from`, and in which at the places `several` stand characters for which anything
    /// else may stand.
    pub(super) fn end(&mut self, from: usize, several: &[(usize, u16)]) {
        let mut others: Vec<(usize, u8)> = Vec::new();
        for (at, unit) in several {
            others.extend(
                table().others(*unit, self.scheme, self.coding).iter().map(|(_, other)| (*at, *other)),
            );
        }
        for (n, one) in others.iter().enumerate() {
            self.window(from, *one, None);
            let rest = others.get(n + 1..).unwrap_or(&[]);
            for two in rest.iter().take_while(|two| two.0 < one.0 + TELLING).filter(|two| two.0 > one.0) {
                self.window(from, *one, Some(*two));
            }
        }
        self.row.push(0);
    }

    /// Keeps what is around a place a second time, with another byte there and perhaps at a place after it.
    fn window(&mut self, from: usize, (at, other): (usize, u8), too: Option<(usize, u8)>) {
        let start = from.max(at.saturating_sub(TELLING - 1));
        let end = self.row.len().min(at + TELLING);
        let begin = self.windows.len();
        self.begins.push(begin as u32);
        self.places.push(start as u32);
        self.windows.extend_from_slice(self.row.get(start..end).unwrap_or(&[]));
        for (at, other) in [(at, other)].into_iter().chain(too) {
            if let Some(byte) = self.windows.get_mut(begin + at - start) {
                *byte = other;
            }
        }
        self.windows.push(0);
    }

    /// Every place of `range` from where the bytes of `finder` stand, by the commonest readings or by one other.
    pub(super) fn scan(&self, finder: &Finder<'_>, range: &Range<usize>, found: &mut impl FnMut(usize)) {
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

    /// Every place of `range` where the bytes of `finder` stand by the commonest readings.
    pub(super) fn scan_row(&self, finder: &Finder<'_>, range: &Range<usize>, found: &mut impl FnMut(usize)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_syllables_and_ascii_apart() {
        let code = |text: &str| code_of(text.bytes(), Coding::Opening);
        assert_eq!(code("zhong"), code("zho"));
        assert_ne!(code("zhong"), code("zhang"));
        assert_eq!(code("lv"), code("lu"));
        assert_ne!(code("zhong"), code("zong"));
        assert_ne!(code("zhong"), code("chong"));
        for scheme in Scheme::BOTH {
            for syllable in sounds(scheme).syllables() {
                assert!(code(syllable) > b'Z', "{syllable}");
            }
        }
    }
}
