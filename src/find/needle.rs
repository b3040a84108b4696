//! A word of a query made ready to be looked for in the keys, and the check of what was found there.

use super::codes::{Coding, TELLING, begins_with, code, code_of, telling};
use super::key::Wide;
use super::sound::{PART, Scheme, Sounds, UnitSet, sounds};
use crate::sort;
use memchr::memmem::Finder;

/// The longest word that is looked for by sound, in letters.
const LONGEST_SOUND: usize = 48;

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
    /// Over the lower bytes of its units for those of the word.
    Literal(Finder<'static>),
    /// Over its sounds for those of the typed syllables; `several` if they are more than a syllable and a letter.
    Spoken { scheme: Scheme, finder: Finder<'static>, several: bool },
    /// Over its initials for the word letter by letter.
    Spelt(Scheme, Finder<'static>),
    /// Over the beginnings of its texts for any character that sounds like the word so far: less than a syllable.
    First(UnitSet, How),
}

/// A word made ready.
#[derive(Debug)]
pub(super) struct Needle {
    units: Vec<u16>,
    /// In UTF-8.
    letters: Vec<u8>,
    /// Its first two letters as narrow keys have them at the beginning of a word; the second of another word after the
    /// first.
    openings: [Option<Finder<'static>>; 2],
    probes: Vec<Probe>,
    /// Of each scheme, the characters that sound like the whole word, and those that it may begin with by sound.
    heard: [Option<[UnitSet; 2]>; 2],
    /// Of each scheme, from each letter on, how many letters every syllable takes; none from what is no letter, and of
    /// words too long.
    fits: [Vec<Box<[u8]>>; 2],
}

impl Needle {
    /// The needle of a folded word.
    pub(super) fn new(units: &[u16]) -> Self {
        let letters = String::from_utf16_lossy(units).into_bytes();
        Self {
            units: units.to_vec(),
            openings: openings_in_english(&letters),
            letters,
            probes: probes(units),
            heard: Scheme::BOTH.map(|scheme| heard(units, scheme)),
            fits: Scheme::BOTH.map(|scheme| fits(units, sounds(scheme))),
        }
    }

    /// The folded word.
    pub(super) fn units(&self) -> &[u16] {
        &self.units
    }

    /// What to look for in a narrow key.
    pub(super) fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// What its words may begin with in a narrow key, also in two words if the first letter is `lone`.
    pub(super) fn openings(&self, lone: bool) -> impl Iterator<Item = &Finder<'static>> {
        self.openings.iter().flatten().take(1 + usize::from(lone))
    }

    /// What to look for in names, but for initials.
    pub(super) fn in_names(&self) -> impl Iterator<Item = &Probe> {
        self.probes.iter().filter(|probe| !matches!(probe, Probe::Spelt(..)))
    }

    /// What to look for in names by initials.
    pub(super) fn initials(&self) -> impl Iterator<Item = &Probe> {
        self.probes.iter().filter(|probe| matches!(probe, Probe::Spelt(..)))
    }

    /// What to look for in details: what is written there.
    pub(super) fn in_details(&self) -> impl Iterator<Item = &Probe> {
        self.probes.iter().filter(|probe| matches!(probe, Probe::Literal(_)))
    }

    /// What to listen for in details: two syllables at least. One is heard everywhere, and so are initials.
    pub(super) fn heard_in_details(&self) -> impl Iterator<Item = &Probe> {
        self.probes.iter().filter(|probe| matches!(probe, Probe::Spoken { several: true, .. }))
    }

    /// Whether it is one Latin letter, which is looked for at the beginnings of texts only.
    pub(super) fn is_letter(&self) -> bool {
        matches!(self.units.as_slice(), [unit] if is_letter(*unit))
    }

    /// Whether some of it may be meant as sound.
    pub(super) fn has_sound(&self) -> bool {
        self.units.iter().any(|unit| is_letter(*unit))
    }

    /// Where the word ends that stands at `from` of a key as it is. What has Chinese characters and no letters may
    /// stand anywhere: 月 in 6月.
    pub(super) fn literal(&self, key: &Wide, from: usize) -> Option<usize> {
        let same = self.units.iter().zip(from..).all(|(unit, at)| key.at(at) == *unit);
        let anywhere = || !self.has_sound() && self.units.iter().any(|unit| *unit >= 0x80);
        (same && (begins(key, from) || anywhere())).then_some(from + self.units.len())
    }

    /// Where the word ends whose Latin letters are the first of sounds from `from` of a key on. That those looked for
    /// are is known.
    pub(super) fn spelt(&self, key: &Wide, from: usize, scheme: Scheme) -> Option<usize> {
        let known = self.units.iter().take_while(|typed| is_letter(**typed)).take(TELLING).count();
        let fits = |(at, typed): (usize, &u16)| {
            let unit = key.at(at);
            if is_letter(*typed) { begins_with(unit, scheme, *typed) } else { unit == *typed }
        };
        let rest = (from..).zip(&self.units).skip(known);
        ((known > 0 || begins(key, from)) && rest.into_iter().all(fits)).then_some(from + self.units.len())
    }

    /// Where the word ends whose syllables are heard from `from` of a key on.
    pub(super) fn spoken(&self, key: &Wide, from: usize, scheme: Scheme) -> Option<usize> {
        let [whole, first] = scheme.of(self.heard.each_ref()).as_ref()?;
        let unit = key.at(from);
        if whole.has(unit) {
            return Some(from + 1);
        }
        if !first.has(unit) || !begins(key, from) {
            return None;
        }
        let fits = scheme.of(self.fits.each_ref());
        Ear { key, sounds: sounds(scheme), typed: &self.units, fits, steps: 200 }.hear(from, 0)
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
    typed: &'a [u16],
    fits: &'a [Box<[u8]>],
    /// Steps left: a bound on texts made to have very many ways to be heard.
    steps: u32,
}

impl Ear<'_> {
    /// Where what is typed from `from` on ends that is heard from place `at` on.
    fn hear(&mut self, at: usize, from: usize) -> Option<usize> {
        let Some(typed) = self.typed.get(from) else { return Some(at) };
        self.steps = self.steps.checked_sub(1)?;
        let unit = self.key.at(at);
        let literal = (unit == *typed).then(|| self.hear(at + 1, from + 1)).flatten();
        if literal.is_some() {
            return literal;
        }
        let fits = self.fits.get(from)?;
        for syllable in self.sounds.list(unit) {
            let end = match fits.get(usize::from(*syllable)).copied().unwrap_or(0) {
                0 => None,
                PART => Some(at + 1),
                len => self.hear(at + 1, from + usize::from(len)),
            };
            if end.is_some() {
                return end;
            }
        }
        None
    }
}

fn fits(units: &[u16], sounds: &Sounds) -> Vec<Box<[u8]>> {
    if units.len() > LONGEST_SOUND {
        return Vec::new();
    }
    let from = |at: usize| units.get(at..).filter(|rest| rest.first().is_some_and(|unit| is_letter(*unit)));
    (0..units.len()).map(|at| from(at).map_or_else(Box::default, |rest| sounds.fits(rest))).collect()
}

fn openings_in_english(letters: &[u8]) -> [Option<Finder<'static>>; 2] {
    let mut opening: Vec<u8> = letters.iter().take(2).copied().collect();
    let mut capital = |at: usize| {
        opening.get_mut(at)?.make_ascii_uppercase();
        Some(Finder::new(&opening).into_owned())
    };
    let first = capital(0);
    let second =
        capital(1).filter(|second| first.as_ref().is_some_and(|first| first.needle() != second.needle()));
    [first, second]
}

/// The passes for a word.
fn probes(units: &[u16]) -> Vec<Probe> {
    let finder = |bytes: &[u8]| Finder::new(bytes).into_owned();
    let literal = || Probe::Literal(finder(&units.iter().map(|unit| *unit as u8).collect::<Vec<u8>>()));
    if units.is_empty() {
        return Vec::new();
    }
    if !units.iter().any(|unit| is_letter(*unit)) {
        return vec![literal()];
    }
    let mut probes: Vec<Probe> = beginning(units).into_iter().collect();
    if units.len() == 1 {
        return probes;
    }
    probes.push(literal());
    for scheme in Scheme::BOTH {
        let initials: Vec<u8> = units.iter().map(|unit| initial(*unit, scheme)).collect();
        probes.push(Probe::Spelt(scheme, finder(initials.get(..TELLING).unwrap_or(&initials))));
        if units.len() <= LONGEST_SOUND {
            probes.extend(
                openings(units, scheme).into_iter().map(|Opening { bytes, several }| Probe::Spoken {
                    scheme,
                    finder: finder(&bytes),
                    several,
                }),
            );
        }
    }
    probes
}

/// What a typed unit is looked for as among initials.
fn initial(unit: u16, scheme: Scheme) -> u8 {
    match u8::try_from(unit) {
        Ok(letter) if letter.is_ascii_lowercase() => letter,
        _ => code(unit, scheme, Coding::Initial),
    }
}

/// The pass for a word that is less than a syllable.
fn beginning(units: &[u16]) -> Option<Probe> {
    let schemes = Scheme::BOTH.map(sounds);
    if schemes.iter().any(|sounds| sounds.splits(units).0.contains(&units.len())) && units.len() > 1 {
        return None;
    }
    let mut set = UnitSet::new();
    for sounds in schemes {
        sounds.collect(units, &mut set);
    }
    match units {
        [letter] => {
            set.add(*letter);
            Some(Probe::First(set, How::Initials))
        }
        _ if set.is_empty() => None,
        _ => Some(Probe::First(set, How::Sound)),
    }
}

/// The characters that sound like the whole word, and those that it may begin with; `None` if it has no sound.
fn heard(units: &[u16], scheme: Scheme) -> Option<[UnitSet; 2]> {
    let letter = units.iter().position(|unit| is_letter(*unit))?;
    let (mut whole, mut first) = (UnitSet::new(), UnitSet::new());
    match units.first() {
        Some(unit) if letter > 0 => first.add(*unit),
        _ => {
            sounds(scheme).collect(units, &mut whole);
            for len in sounds(scheme).splits(units).0 {
                sounds(scheme).collect_whole(units.get(..len)?, &mut first);
            }
        }
    }
    Some([whole, first])
}

/// What sounds begin with where typed syllables stand.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Opening {
    bytes: Vec<u8>,
    /// Whether that is more than a syllable and a letter.
    several: bool,
}

/// What sounds may begin with where the typed syllables stand, none the beginning of another.
fn openings(units: &[u16], scheme: Scheme) -> Vec<Opening> {
    let mut found = Vec::new();
    open(units, scheme, &mut Vec::new(), &mut found);
    found.retain(|opening| !opening.bytes.is_empty());
    sort::by(&mut found, Ord::cmp);
    let mut shortest: Vec<Opening> = Vec::new();
    for opening in found {
        match shortest.last_mut().filter(|last| opening.bytes.starts_with(&last.bytes)) {
            Some(last) if last.bytes.len() == opening.bytes.len() => last.several |= opening.several,
            Some(_) => {}
            None => shortest.push(opening),
        }
    }
    shortest
}

fn open(typed: &[u16], scheme: Scheme, so_far: &mut Vec<u8>, found: &mut Vec<Opening>) {
    let Some((first, rest)) = typed.split_first().filter(|_| so_far.len() < TELLING) else {
        found.push(Opening { bytes: so_far.clone(), several: so_far.len() > 1 });
        return;
    };
    if !is_letter(*first) {
        so_far.push(code(*first, scheme, Coding::Opening));
        open(rest, scheme, so_far, found);
        so_far.pop();
        return;
    }
    let letters: Vec<u8> = typed.iter().map_while(|unit| u8::try_from(*unit).ok()).collect();
    let syllable = |len: usize| code_of(letters.iter().take(len).copied(), Coding::Opening);
    let (lens, part) = sounds(scheme).splits(typed);
    for len in lens {
        so_far.push(syllable(len));
        open(typed.get(len..).unwrap_or(&[]), scheme, so_far, found);
        so_far.pop();
    }
    if part && !so_far.is_empty() {
        // Of the last syllable one letter is not enough to look for; it is checked in place.
        let known = (typed.len() >= telling(&letters)).then(|| syllable(typed.len()));
        let several = so_far.len() > 1 || typed.len() > 1;
        found.push(Opening { bytes: so_far.iter().copied().chain(known).collect(), several });
    }
}
