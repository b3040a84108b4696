//! The sounds of a key in one byte for each place, to run `memmem` over. Where a character may also be read with
//! another byte, its place is kept a second time under that one.

use super::buckets::Buckets;
use super::fold::CHINESE;
use super::key::END;
use super::sound::{Scheme, place, sounds};
use crate::sort;
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
    pub(super) const BOTH: [Self; 2] = [Self::Initial, Self::Opening];

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
    /// Of each of the [`CHINESE`].
    first: Box<[CodesOf]>,
    /// What else may stand for a character, in rising order of the characters, and of each in the order of its readings.
    others: Vec<Other>,
}

/// Another byte that may stand for a character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Other {
    unit: u16,
    scheme: Scheme,
    coding: Coding,
    code: u8,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::new)
}

impl Table {
    fn new() -> Self {
        let mut table = Self {
            first: vec![CodesOf::all(1); CHINESE.len()].into_boxed_slice(),
            // The first is of no character.
            others: vec![Other { unit: 0, scheme: Scheme::Pinyin, coding: Coding::Initial, code: 0 }],
        };
        for scheme in Scheme::BOTH {
            let sounds = sounds(scheme);
            for coding in Coding::BOTH {
                let codes: Vec<u8> = sounds
                    .syllables()
                    .iter()
                    .map(|syllable| code_of(syllable.iter().map(|unit| *unit as u8), coding))
                    .collect();
                let code = |id: &u16| codes.get(usize::from(*id)).copied();
                for (unit, first) in CHINESE.zip(&mut table.first) {
                    let mut readings = sounds.list(unit).iter().filter_map(code);
                    let Some(common) = readings.next() else { continue };
                    *coding.of(scheme.of(first.codes.each_mut()).each_mut()) = common;
                    let from = table.others.len();
                    for code in readings {
                        let others = table.others.get(from..).unwrap_or(&[]);
                        if code != common && others.iter().all(|known| known.code != code) {
                            table.others.push(Other { unit, scheme, coding, code });
                        }
                    }
                }
            }
        }
        sort::by_key(&mut table.others, |other| other.unit);
        for (at, other) in table.others.iter().enumerate().rev() {
            let first = place(other.unit).and_then(|place| table.first.get_mut(place));
            first.into_iter().for_each(|first| first.others = at as u16);
        }
        table
    }

    #[inline]
    fn codes(&self, unit: u16) -> CodesOf {
        match self.first.get(usize::from(unit).wrapping_sub(usize::from(*CHINESE.start()))) {
            Some(codes) => *codes,
            None => CodesOf::all(ascii(unit).unwrap_or(u8::from(unit != END))),
        }
    }

    /// What else may stand for a character.
    fn others(&self, unit: u16, codes: CodesOf) -> impl Iterator<Item = Other> + '_ {
        let others = self.others.get(usize::from(codes.others)..).unwrap_or(&[]);
        others.iter().take_while(move |other| other.unit == unit).copied()
    }
}

/// What an ASCII character of a text stands as. Upper case, so that no letter is taken for a sound.
fn ascii(unit: u16) -> Option<u8> {
    u8::try_from(unit).ok().filter(u8::is_ascii).map(|byte| byte.to_ascii_uppercase())
}

/// What a unit of a text stands as.
#[derive(Clone, Copy, Debug)]
pub(super) struct CodesOf {
    /// By its commonest reading, by scheme and coding; 1 if it has none.
    codes: [[u8; 2]; 2],
    /// Where anything else begins that may stand for it; 0 if nothing does.
    others: u16,
}

impl CodesOf {
    const fn all(code: u8) -> Self {
        Self { codes: [[code; 2]; 2], others: 0 }
    }

    fn of(self, scheme: Scheme, coding: Coding) -> u8 {
        coding.of(scheme.of(self.codes))
    }
}

/// The places of units for which more than one byte may stand, in rising order, each with every other one.
pub(super) fn others(units: &[u16]) -> Vec<(u32, Other)> {
    let table = table();
    let mut others = Vec::new();
    for (at, unit) in (0..).zip(units) {
        let codes = table.codes(*unit);
        if codes.others > 0 {
            others.extend(table.others(*unit, codes).map(|other| (at, other)));
        }
    }
    others
}

/// What a unit of a text stands as by its commonest reading; 1 if it has none.
pub(super) fn code(unit: u16, scheme: Scheme, coding: Coding) -> u8 {
    table().codes(unit).of(scheme, coding)
}

/// Whether a reading of a unit begins with a letter.
pub(super) fn begins_with(unit: u16, scheme: Scheme, letter: u16) -> bool {
    let codes = table().codes(unit);
    let same = |code: u8| u16::from(code) == letter;
    let is = |other: Other| other.scheme == scheme && other.coding == Coding::Initial && same(other.code);
    same(codes.of(scheme, Coding::Initial)) || table().others(unit, codes).any(is)
}

/// The sounds of a key in one scheme.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// One for each place, by the commonest reading.
    row: Vec<u8>,
    /// By another byte that may stand there, the places in rising order.
    others: Buckets<u32>,
}

impl Codes {
    /// Those of the units of a key, of which `others` are all that may stand somewhere else than in the row.
    pub(super) fn of(units: &[u16], others: &[(u32, Other)], scheme: Scheme, coding: Coding) -> Self {
        let table = table();
        let row = units.iter().map(|unit| table.codes(*unit).of(scheme, coding)).collect();
        let of = |(_, other): &&(u32, Other)| other.scheme == scheme && other.coding == coding;
        let found = || others.iter().filter(of).map(|(at, other)| (usize::from(other.code), *at));
        Self { row, others: Buckets::of(256, found) }
    }

    /// Every place of `range` from where the bytes of `finder` stand, by the commonest readings or by others. `found`
    /// says whether what is looked for is there.
    pub(super) fn scan(
        &self,
        finder: &Finder<'_>,
        range: &Range<usize>,
        found: &mut impl FnMut(usize) -> bool,
    ) {
        let mut from = range.start;
        while let Some(at) = self.row.get(from..range.end).and_then(|hay| finder.find(hay)) {
            from += at + if found(from + at) { finder.needle().len() } else { 1 };
        }
        for (nth, code) in finder.needle().iter().enumerate() {
            let others = self.others(*code);
            let first = others.partition_point(|at| (*at as usize) < range.start + nth);
            let near = others.iter().skip(first).map(|at| *at as usize - nth);
            let stand = |from: &usize| self.stand(finder.needle(), *from);
            near.take_while(|from| *from < range.end).filter(stand).for_each(|from| _ = found(from));
        }
    }

    /// Whether bytes stand at a place, by any readings.
    fn stand(&self, codes: &[u8], from: usize) -> bool {
        let here = self.row.get(from..).unwrap_or(&[]);
        let other = |at: usize, code: u8| self.others(code).binary_search(&(at as u32)).is_ok();
        here.len() >= codes.len()
            && codes.iter().zip(here).zip(from..).all(|((code, here), at)| code == here || other(at, *code))
    }

    /// The places where another byte may stand.
    fn others(&self, code: u8) -> &[u32] {
        self.others.list(code.into())
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        self.row.len() + self.others.size()
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
                let syllable = String::from_utf16_lossy(syllable);
                assert!(code(&syllable) > b'Z', "{syllable}");
            }
        }
    }
}
