//! A word of a query made ready to be looked for in the keys, and the check of what was found there.

use super::codes::{Coding, TELLING, begins_with, code, code_of};
use super::key::Wide;
use super::sound::{PART, Scheme, Sounds, UnitSet, sounds};
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
    /// Over its units.
    Units(Finder<'static>),
    /// Over its sounds for the word as it stands: ASCII is there as it is.
    Exact(Finder<'static>),
    /// Over its sounds for those of the typed syllables.
    Spoken(Scheme, Finder<'static>),
    /// Over its initials for the word letter by letter.
    Spelt(Scheme, Finder<'static>),
    /// Over the beginnings of its texts for any character that sounds like the word so far: less than a syllable.
    First(UnitSet, How),
}

/// A word made ready.
#[derive(Debug)]
pub(super) struct Needle {
    units: Vec<u16>,
    letters: Option<Finder<'static>>,
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
        let text = String::from_utf16_lossy(units);
        let letters = (!units.is_empty()).then(|| Finder::new(text.as_bytes()).into_owned());
        Self {
            units: units.to_vec(),
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
    pub(super) fn letters(&self) -> Option<&Finder<'static>> {
        self.letters.as_ref()
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
        self.probes.iter().filter(|probe| matches!(probe, Probe::Units(_) | Probe::Exact(_)))
    }

    /// What to listen for in details: two syllables at least. One is heard everywhere, and so are initials.
    pub(super) fn heard_in_details(&self) -> impl Iterator<Item = &Probe> {
        let several = |probe: &&Probe| matches!(probe, Probe::Spoken(_, finder) if finder.needle().len() > 1);
        self.probes.iter().filter(several)
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

/// The passes for a word.
fn probes(units: &[u16]) -> Vec<Probe> {
    let finder = |bytes: &[u8]| Finder::new(bytes).into_owned();
    let codes = |scheme, coding| units.iter().map(|unit| code(*unit, scheme, coding)).collect::<Vec<u8>>();
    let exact = || Probe::Exact(finder(&codes(Scheme::Pinyin, Coding::Opening)));
    if units.is_empty() {
        return Vec::new();
    }
    if !units.iter().any(|unit| is_letter(*unit)) {
        let bytes: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let ascii = units.iter().all(|unit| *unit < 0x80);
        return vec![if ascii { exact() } else { Probe::Units(finder(&bytes)) }];
    }
    let mut probes: Vec<Probe> = beginning(units).into_iter().collect();
    if units.len() == 1 {
        return probes;
    }
    probes.push(exact());
    for scheme in Scheme::BOTH {
        let initials: Vec<u8> = units.iter().map(|unit| initial(*unit, scheme)).collect();
        probes.push(Probe::Spelt(scheme, finder(initials.get(..TELLING).unwrap_or(&initials))));
        if units.len() <= LONGEST_SOUND {
            probes.extend(openings(units, scheme).iter().map(|bytes| Probe::Spoken(scheme, finder(bytes))));
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

/// What sounds may begin with where the typed syllables stand, none the beginning of another.
fn openings(units: &[u16], scheme: Scheme) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    open(units, scheme, &mut Vec::new(), &mut found);
    found.retain(|opening| !opening.is_empty());
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
    if !is_letter(*first) {
        so_far.push(code(*first, scheme, Coding::Opening));
        open(rest, scheme, so_far, found);
        so_far.pop();
        return;
    }
    let syllable = |len: usize| typed.iter().take(len).filter_map(|unit| u8::try_from(*unit).ok());
    let (lens, part) = sounds(scheme).splits(typed);
    for len in lens {
        so_far.push(code_of(syllable(len), Coding::Opening));
        open(typed.get(len..).unwrap_or(&[]), scheme, so_far, found);
        so_far.pop();
    }
    if part && !so_far.is_empty() {
        // Of the last syllable one letter is not enough to look for; it is checked in place.
        let known = (typed.len() > 1).then(|| code_of(syllable(typed.len()), Coding::Opening));
        found.push(so_far.iter().copied().chain(known).collect());
    }
}
