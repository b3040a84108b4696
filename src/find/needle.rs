//! A word of a query made ready to be looked for in the keys, and the check of what was found there.

use super::key::{ROWS, Wide, letter, scheme_of};
use super::sound::{Scheme, Sounds, UnitSet, sounds};
use memchr::memmem::Finder;

/// The longest word that is looked for by sound, in letters.
const LONGEST_SOUND: usize = 48;
/// The longest syllable there is.
const LONGEST_SYLLABLE: usize = 6;
/// Fewer initials are found everywhere in details.
const SHORTEST_INITIALS: usize = 4;
/// As many letters of a row tell places apart well enough; the rest is checked.
const TELLING: usize = 4;

/// How what was typed came to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// By the characters themselves, or variants of them.
    Literal,
    /// By the sound of whole syllables, the last perhaps in part.
    Sound,
    /// By the letters that the syllables begin with.
    Initials,
}

/// One pass over a key.
#[derive(Debug)]
pub(super) enum Probe {
    /// Over its units.
    Units(Finder<'static>),
    /// Over a row of letters for the word letter by letter.
    Spelt(usize, Finder<'static>),
    /// Over a row of letters for the letters that the typed syllables begin with, two at least.
    Spoken(usize, Finder<'static>),
    /// Over its units for any character that sounds like the whole word.
    Syllable(UnitSet),
    /// Over the beginnings of its texts for one letter.
    First(u16),
}

/// A word made ready.
#[derive(Debug)]
pub(super) struct Needle {
    units: Vec<u16>,
    letters: Option<Finder<'static>>,
    probes: Vec<Probe>,
}

impl Needle {
    /// The needle of a folded word.
    pub(super) fn new(units: &[u16]) -> Self {
        let text = String::from_utf16_lossy(units);
        let letters = (!units.is_empty()).then(|| Finder::new(text.as_bytes()).into_owned());
        Self { units: units.to_vec(), letters, probes: probes(units) }
    }

    /// The folded word.
    pub(super) fn units(&self) -> &[u16] {
        &self.units
    }

    /// What to look for in a narrow key.
    pub(super) fn letters(&self) -> Option<&Finder<'static>> {
        self.letters.as_ref()
    }

    /// What to look for in a wide key.
    pub(super) fn probes(&self) -> &[Probe] {
        &self.probes
    }

    /// Whether it is one Latin letter, which is looked for at the beginnings of texts only.
    pub(super) fn is_letter(&self) -> bool {
        matches!(self.probes.as_slice(), [Probe::First(_)])
    }

    /// Whether a pass is worth while over details. A syllable or two initials are heard everywhere.
    pub(super) fn suits_details(&self, probe: &Probe) -> bool {
        match probe {
            Probe::Units(_) | Probe::Spelt(0, _) | Probe::Spoken(..) => true,
            Probe::Spelt(..) => self.units.len() >= SHORTEST_INITIALS,
            Probe::Syllable(_) | Probe::First(_) => false,
        }
    }

    /// Whether a match in details counts.
    pub(super) fn counts_in_details(&self, how: How) -> bool {
        how != How::Initials || self.units.len() >= SHORTEST_INITIALS
    }

    /// Whether some of it may be meant as sound.
    pub(super) fn has_sound(&self) -> bool {
        self.units.iter().any(|unit| is_letter(*unit))
    }

    /// How the one letter of a word matches the character at a place.
    pub(super) fn first(key: &Wide, from: usize, letter: u16) -> Option<How> {
        let unit = key.at(from);
        let begins = |reading: &str| reading.bytes().next().map(u16::from) == Some(letter);
        let heard = |scheme| sounds(scheme).readings(unit).any(begins);
        match unit == letter {
            true => Some(How::Literal),
            false => (heard(Scheme::Pinyin) || heard(Scheme::Jyutping)).then_some(How::Initials),
        }
    }

    /// Where the word ends that stands at `from` of a key letter for letter. That the letters are those of the row
    /// is known; what the word says in characters must be those characters.
    pub(super) fn spelt(&self, key: &Wide, from: usize) -> Option<(usize, How)> {
        if !begins(key, from) {
            return None;
        }
        let mut how = How::Literal;
        for (n, unit) in self.units.iter().enumerate() {
            if key.at(from + n) != *unit {
                if !is_letter(*unit) {
                    return None;
                }
                how = How::Initials;
            }
        }
        Some((from + self.units.len(), how))
    }

    /// Where the word ends whose syllables are heard from `from` of a key on.
    pub(super) fn spoken(&self, key: &Wide, from: usize, row: usize) -> Option<(usize, How)> {
        if !begins(key, from) {
            return None;
        }
        let mut ear = Ear { key, sounds: sounds(scheme_of(row)), steps: 200 };
        ear.hear(from, &self.units).map(|to| (to, How::Sound))
    }
}

/// Whether a word may begin at a place: not inside of a Latin word or of a number.
fn begins(key: &Wide, at: usize) -> bool {
    let unit = key.at(at);
    let before = at.checked_sub(1).map_or(0, |before| key.at(before));
    let number = |unit: u16| is_digit(unit) || unit == u16::from(b'.');
    !(is_letter(unit) && is_letter(before) || is_digit(unit) && number(before))
}

fn is_letter(unit: u16) -> bool {
    u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_lowercase())
}

fn is_digit(unit: u16) -> bool {
    u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_digit())
}

/// Follows typed syllables along a key.
struct Ear<'a> {
    key: &'a Wide,
    sounds: &'static Sounds,
    /// Steps left: a bound on texts made to have very many ways to be heard.
    steps: u32,
}

impl Ear<'_> {
    fn hear(&mut self, at: usize, typed: &[u16]) -> Option<usize> {
        let Some((first, rest)) = typed.split_first() else { return Some(at) };
        self.steps = self.steps.checked_sub(1)?;
        let unit = self.key.at(at);
        if unit == *first {
            if let Some(end) = self.hear(at + 1, rest) {
                return Some(end);
            }
        }
        for reading in self.sounds.readings(unit) {
            if Sounds::part(reading, typed) {
                return Some(at + 1);
            }
            let rest = Sounds::whole(reading, typed).and_then(|len| typed.get(len..));
            if let Some(end) = rest.and_then(|rest| self.hear(at + 1, rest)) {
                return Some(end);
            }
        }
        None
    }
}

/// The passes for a word.
fn probes(units: &[u16]) -> Vec<Probe> {
    let spelt = |row: usize| {
        let bytes: Vec<u8> = units.iter().map(|unit| letter(*unit, row)).collect();
        Probe::Spelt(row, Finder::new(&bytes).into_owned())
    };
    if units.is_empty() {
        return Vec::new();
    }
    if units.iter().all(|unit| *unit < 0x80 && !is_letter(*unit)) {
        return vec![spelt(0)];
    }
    if !units.iter().any(|unit| is_letter(*unit)) {
        let bytes: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        return vec![Probe::Units(Finder::new(&bytes).into_owned())];
    }
    if let [letter] = units {
        return vec![Probe::First(*letter)];
    }
    let mut probes: Vec<Probe> = (0..ROWS).map(spelt).collect();
    if units.len() <= LONGEST_SYLLABLE {
        let mut set = UnitSet::new();
        for scheme in [Scheme::Pinyin, Scheme::Jyutping] {
            sounds(scheme).collect(units, &mut set);
        }
        probes.push(Probe::Syllable(set));
    }
    if units.len() <= LONGEST_SOUND {
        for row in 0..ROWS {
            let finders = openings(units, row).into_iter().map(|bytes| Finder::new(&bytes).into_owned());
            probes.extend(finders.map(|finder| Probe::Spoken(row, finder)));
        }
    }
    probes
}

/// What rows of letters may begin with where two or more typed syllables stand, none the beginning of another.
fn openings(units: &[u16], row: usize) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    open(units, row, &mut Vec::new(), &mut found);
    found.retain(|opening| opening.len() > 1);
    found.sort();
    found.dedup();
    let mut shortest: Vec<Vec<u8>> = Vec::new();
    for opening in found {
        if !shortest.last().is_some_and(|last| opening.starts_with(last)) {
            shortest.push(opening);
        }
    }
    shortest
}

fn open(typed: &[u16], row: usize, so_far: &mut Vec<u8>, found: &mut Vec<Vec<u8>>) {
    let Some((first, rest)) = typed.split_first().filter(|_| so_far.len() < TELLING) else {
        found.push(so_far.clone());
        return;
    };
    so_far.push(letter(*first, row));
    if is_letter(*first) {
        let (lens, part) = sounds(scheme_of(row)).splits(typed);
        for len in lens {
            open(typed.get(len..).unwrap_or(&[]), row, so_far, found);
        }
        if part {
            found.push(so_far.clone());
        }
    } else {
        open(rest, row, so_far, found);
    }
    so_far.pop();
}
