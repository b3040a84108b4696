//! A word of a query made ready to be looked for in the keys, and the check of what was found there.

use super::key::Wide;
use super::letters::{TELLING, letters_of};
use super::sound::{Scheme, Sounds, UnitSet, sounds};
use memchr::memmem::Finder;

/// The longest word that is looked for by sound, in letters.
const LONGEST_SOUND: usize = 48;
/// The longest syllable there is.
const LONGEST_SYLLABLE: usize = 6;

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
    /// Over its letters for the word as it stands.
    Exact(Finder<'static>),
    /// Over its letters for the word as it stands, or as first letters of sounds.
    Spelt(Scheme, Finder<'static>),
    /// Over its letters for those that the typed syllables begin with, two at least.
    Spoken(Scheme, Finder<'static>),
    /// Over its units for any character that sounds like the whole word.
    Syllable(UnitSet),
    /// Over the beginnings of its texts for any character that sounds like the word so far: less than a syllable.
    First(UnitSet, How),
}

/// A word made ready.
#[derive(Debug)]
pub(super) struct Needle {
    units: Vec<u16>,
    letters: Option<Finder<'static>>,
    probes: Vec<Probe>,
    /// Of each scheme, the characters that the word may begin with by sound.
    first: [Option<UnitSet>; 2],
}

impl Needle {
    /// The needle of a folded word.
    pub(super) fn new(units: &[u16]) -> Self {
        let text = String::from_utf16_lossy(units);
        let letters = (!units.is_empty()).then(|| Finder::new(text.as_bytes()).into_owned());
        Self {
            units: units.to_vec(),
            letters,
            probes: probes(units),
            first: Scheme::BOTH.map(|scheme| first(units, scheme)),
        }
    }

    /// The folded word.
    pub(super) fn units(&self) -> &[u16] {
        &self.units
    }

    /// What to look for in a narrow key.
    pub(super) fn letters(&self) -> Option<&Finder<'static>> {
        self.letters.as_ref()
    }

    /// What to look for in names. What stands there so is spelt so, too.
    pub(super) fn in_names(&self) -> impl Iterator<Item = &Probe> {
        self.probes.iter().filter(|probe| !(self.has_sound() && matches!(probe, Probe::Exact(_))))
    }

    /// What to look for in details: what is written there.
    pub(super) fn in_details(&self) -> impl Iterator<Item = &Probe> {
        self.probes.iter().filter(|probe| matches!(probe, Probe::Units(_) | Probe::Exact(_)))
    }

    /// What to listen for in details: two syllables at least. One is heard everywhere, and so are initials.
    pub(super) fn heard_in_details(&self) -> impl Iterator<Item = &Probe> {
        self.probes.iter().filter(|probe| matches!(probe, Probe::Spoken(..)))
    }

    /// Whether it is one Latin letter, which is looked for at the beginnings of texts only.
    pub(super) fn is_letter(&self) -> bool {
        matches!(self.units.as_slice(), [unit] if is_letter(*unit))
    }

    /// Whether some of it may be meant as sound.
    pub(super) fn has_sound(&self) -> bool {
        self.units.iter().any(|unit| is_letter(*unit))
    }

    /// Where the word ends that stands at `from` of a key as it is.
    pub(super) fn exact(&self, key: &Wide, from: usize) -> Option<usize> {
        let same = self.units.iter().zip(from..).all(|(unit, at)| key.at(at) == *unit);
        (same && begins(key, from)).then_some(from + self.units.len())
    }

    /// Where the word ends that stands at `from` of a key, each Latin letter of it perhaps as the first of a sound.
    pub(super) fn spelt(&self, key: &Wide, from: usize, scheme: Scheme) -> Option<(usize, How)> {
        if !begins(key, from) {
            return None;
        }
        let mut how = How::Literal;
        for (at, typed) in (from..).zip(&self.units) {
            let unit = key.at(at);
            if unit != *typed {
                let heard = |reading: &str| reading.bytes().next().map(u16::from) == Some(*typed);
                if !is_letter(*typed) || !sounds(scheme).readings(unit).any(heard) {
                    return None;
                }
                how = How::Initials;
            }
        }
        Some((from + self.units.len(), how))
    }

    /// Where the word ends whose syllables are heard from `from` of a key on.
    pub(super) fn spoken(&self, key: &Wide, from: usize, scheme: Scheme) -> Option<usize> {
        let may = self.first.get(scheme as usize)?.as_ref().is_some_and(|set| set.has(key.at(from)));
        if !may || !begins(key, from) {
            return None;
        }
        Ear { key, sounds: sounds(scheme), steps: 200 }.hear(from, &self.units)
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
        let literal = (unit == *first).then(|| self.hear(at + 1, rest)).flatten();
        if literal.is_some() {
            return literal;
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
    let finder = |bytes: &[u8]| Finder::new(bytes).into_owned();
    let letters = |scheme| units.iter().map(|unit| letters_of(*unit, scheme)[0]).collect::<Vec<u8>>();
    if units.is_empty() {
        return Vec::new();
    }
    if !units.iter().any(|unit| is_letter(*unit)) {
        let bytes: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let ascii = units.iter().all(|unit| *unit < 0x80);
        return vec![if ascii {
            Probe::Exact(finder(&letters(Scheme::Pinyin)))
        } else {
            Probe::Units(finder(&bytes))
        }];
    }
    let mut probes = syllable(units);
    if units.len() == 1 {
        return probes;
    }
    probes.push(Probe::Exact(finder(&letters(Scheme::Pinyin))));
    for scheme in Scheme::BOTH {
        let letters = letters(scheme);
        probes.push(Probe::Spelt(scheme, finder(letters.get(..TELLING).unwrap_or(&letters))));
        if units.len() <= LONGEST_SOUND {
            let openings = openings(units, scheme);
            probes.extend(openings.iter().map(|bytes| Probe::Spoken(scheme, finder(bytes))));
        }
    }
    probes
}

/// The pass for a word that is one syllable, or less than one.
fn syllable(units: &[u16]) -> Vec<Probe> {
    if units.len() > LONGEST_SYLLABLE {
        return Vec::new();
    }
    let mut set = UnitSet::new();
    let schemes = Scheme::BOTH.map(sounds);
    for sounds in schemes {
        sounds.collect(units, &mut set);
    }
    match units {
        [letter] => {
            set.add(*letter);
            vec![Probe::First(set, How::Initials)]
        }
        _ if schemes.iter().any(|sounds| sounds.splits(units).0.contains(&units.len())) => {
            vec![Probe::Syllable(set)]
        }
        _ => vec![Probe::First(set, How::Sound)],
    }
}

/// The characters that the word may begin with where it is meant as two or more syllables; `None` if it is none.
fn first(units: &[u16], scheme: Scheme) -> Option<UnitSet> {
    let letter = units.iter().position(|unit| is_letter(*unit))?;
    let mut set = UnitSet::new();
    match units.first() {
        Some(unit) if letter > 0 => set.add(*unit),
        _ => {
            for len in sounds(scheme).splits(units).0 {
                sounds(scheme).collect_whole(units.get(..len)?, &mut set);
            }
        }
    }
    Some(set)
}

/// What letters may begin with where two or more typed syllables stand, none the beginning of another.
fn openings(units: &[u16], scheme: Scheme) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    open(units, scheme, &mut Vec::new(), &mut found);
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

fn open(typed: &[u16], scheme: Scheme, so_far: &mut Vec<u8>, found: &mut Vec<Vec<u8>>) {
    let Some((first, rest)) = typed.split_first().filter(|_| so_far.len() < TELLING) else {
        found.push(so_far.clone());
        return;
    };
    so_far.push(letters_of(*first, scheme)[0]);
    if is_letter(*first) {
        let (lens, part) = sounds(scheme).splits(typed);
        for len in lens {
            open(typed.get(len..).unwrap_or(&[]), scheme, so_far, found);
        }
        if part {
            found.push(so_far.clone());
        }
    } else {
        open(rest, scheme, so_far, found);
    }
    so_far.pop();
}
