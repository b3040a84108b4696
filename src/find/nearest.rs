//! Where nothing answers: as what the words were looked for, and the word one letter away that would be found.

use super::found::Way;
use super::index::Index;
use super::needle::Needle;
use super::query::Word;
use super::search::{Search, Stopped};
use super::sound::{Scheme, sounds};
use crate::sort;

/// Shorter words have too many neighbours.
const SHORTEST: usize = 5;
/// The longest word to try, and the most neighbours of it to look for by sound.
const LONGEST: usize = 24;
const MOST_SOUNDS: usize = 80;

/// As what the words were looked for.
pub(super) fn ways(words: &[&Word]) -> Vec<Way> {
    let mut ways = Vec::new();
    for word in words {
        let units = word.needle.units();
        if units.iter().any(|unit| *unit >= 0x80) {
            ways.push(Way::Characters);
        }
        if word.needle.has_sound() {
            ways.extend([Way::English, Way::Pinyin, Way::Jyutping]);
        }
        if !word.numbers.is_empty() {
            ways.push(Way::Number);
        }
        if word.date.is_some() {
            ways.push(Way::Date);
        }
    }
    sort::by_key(&mut ways, |way| *way);
    ways.dedup();
    ways
}

/// The first of the words that is Latin, is nowhere found, and has a neighbour that is: its place, and the neighbour.
pub(super) fn word(search: &Search<'_>) -> Result<Option<(usize, Word)>, Stopped> {
    let (index, words) = (search.index, &search.words);
    for (n, word) in words.iter().enumerate() {
        let Some(letters) = letters(word.needle.units()) else { continue };
        let short = !(SHORTEST..=LONGEST).contains(&letters.len());
        if short || word.quoted || index.words().any_begins(&letters) {
            continue;
        }
        let mut left = MOST_SOUNDS;
        // What is well spelt as sound is meant so, or two letters of it are in the wrong order.
        let slips = if is_speech(&letters) || is_syllable(&letters) { letters.len() - 1 } else { usize::MAX };
        for near in neighbours(&letters).take(slips) {
            search.go_on()?;
            let speech = left > 0 && is_speech(&near);
            left -= usize::from(speech);
            if index.words().any_begins(&near) || (speech && is_heard(index, &near)) {
                let typed = String::from_utf8_lossy(&near).into_owned();
                return Ok(Some((n, Word::plain(typed))));
            }
        }
    }
    Ok(None)
}

/// The ways to take a word as two: two characters at least on either side, or two syllables, or an English word.
pub(super) fn halves(index: &Index, word: &Word) -> Vec<[Word; 2]> {
    let units = word.needle.units();
    if units.len() > LONGEST || word.quoted || !word.numbers.is_empty() {
        return Vec::new();
    }
    let chinese = units.iter().all(|unit| *unit >= 0x3400);
    let stands = |half: &[u16]| match letters(half) {
        Some(letters) => is_speech(&letters) || (letters.len() > 2 && index.words().has(&letters)),
        None => chinese && half.len() > 1,
    };
    let halves = (2..units.len()).filter_map(|at| units.split_at_checked(at));
    let halves = halves.filter(|(a, b)| stands(a) && stands(b));
    halves.map(|(a, b)| [a, b].map(|half| Word::plain(String::from_utf16_lossy(half)))).collect()
}

/// Every word one slip away: two letters in the wrong order, one too few, one too many, one wrong. The first letter
/// is rarely the wrong one.
fn neighbours(letters: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    let len = letters.len();
    let swapped = (0..len - 1).rev().map(|at| {
        let mut near = letters.to_vec();
        near.swap(at, at + 1);
        near
    });
    let added = (1..=len).flat_map(|at| (b'a'..=b'z').map(move |letter| (at, letter))).map(|(at, letter)| {
        let mut near = letters.to_vec();
        near.insert(at, letter);
        near
    });
    let removed = (0..len).map(|at| {
        let mut near = letters.to_vec();
        near.remove(at);
        near
    });
    let changed = (0..len).rev().flat_map(|at| (b'a'..=b'z').map(move |letter| (at, letter)));
    let changed = changed.map(|(at, letter)| {
        let mut near = letters.to_vec();
        if let Some(place) = near.get_mut(at) {
            *place = letter;
        }
        near
    });
    swapped.chain(added).chain(removed).chain(changed).filter(move |near| near != letters)
}

/// The word in letters, if it has nothing else.
fn letters(units: &[u16]) -> Option<Vec<u8>> {
    let letter = |unit: &u16| u8::try_from(*unit).ok().filter(u8::is_ascii_lowercase);
    units.iter().map(letter).collect()
}

/// Whether the letters are syllables, two at least.
fn is_speech(letters: &[u8]) -> bool {
    let units: Vec<u16> = letters.iter().map(|letter| u16::from(*letter)).collect();
    Scheme::BOTH.into_iter().any(|scheme| syllables(&units, scheme, 0))
}

/// Whether the letters are one syllable or the beginning of one.
fn is_syllable(letters: &[u8]) -> bool {
    let units: Vec<u16> = letters.iter().map(|letter| u16::from(*letter)).collect();
    Scheme::BOTH.into_iter().any(|scheme| {
        let (lens, part) = sounds(scheme).splits(&units);
        part || lens.contains(&units.len())
    })
}

fn syllables(units: &[u16], scheme: Scheme, so_far: usize) -> bool {
    if units.is_empty() {
        return so_far > 1;
    }
    let (lens, _) = sounds(scheme).splits(units);
    // m and ng are syllables of Cantonese, but hardly what is meant by them here.
    let vowel = |unit: &u16| "aeiouv".bytes().any(|vowel| u16::from(vowel) == *unit);
    let sings = |len: &usize| units.iter().take(*len).any(vowel);
    lens.into_iter().filter(sings).any(|len| syllables(units.get(len..).unwrap_or(&[]), scheme, so_far + 1))
}

/// Whether any item goes by a name that sounds so.
fn is_heard(index: &Index, letters: &[u8]) -> bool {
    let units: Vec<u16> = letters.iter().map(|letter| u16::from(*letter)).collect();
    let needle = Needle::new(&units);
    index.parts.iter().any(|part| {
        let labels = &part.segment.labels;
        let mut heard = false;
        for probe in needle.heard_in_details() {
            labels.scan(&needle, probe, &(0..labels.len()), &mut |_, _| {
                heard = true;
                labels.len()
            });
        }
        heard
    })
}
