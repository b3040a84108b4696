//! Where nothing answers: as what the words were looked for, and the word one letter away that would be found.

use super::index::Index;
use super::needle::Needle;
use super::query::Word;
use super::search::Way;
use super::sound::{Scheme, sounds};

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
    ways.sort_unstable();
    ways.dedup();
    ways
}

/// The first of the words that is Latin, is nowhere found, and has a neighbour that is. The outer `None` is for a
/// search that was stopped.
pub(super) fn word(index: &Index, words: &[&Word], stop: &dyn Fn() -> bool) -> Option<Option<(usize, Word)>> {
    for (n, word) in words.iter().enumerate() {
        let letters: Option<Vec<u8>> =
            word.needle.units().iter().map(|unit| u8::try_from(*unit).ok()).collect();
        let Some(letters) = letters.filter(|letters| letters.iter().all(u8::is_ascii_lowercase)) else {
            continue;
        };
        if !(SHORTEST..=LONGEST).contains(&letters.len()) || stands(index, &letters) {
            continue;
        }
        let mut heard = 0;
        // What is well spelt as sound is meant so, or two letters of it are in the wrong order.
        let slips = if is_speech(&letters) || is_syllable(&letters) { letters.len() - 1 } else { usize::MAX };
        for near in neighbours(&letters).take(slips) {
            if stop() {
                return None;
            }
            let known = stands(index, &near)
                || (heard < MOST_SOUNDS && is_speech(&near) && {
                    heard += 1;
                    is_heard(index, &near)
                });
            if known {
                let typed = String::from_utf8_lossy(&near).into_owned();
                return Some(Some((n, Word::plain(typed))));
            }
        }
    }
    Some(None)
}

/// The ways to take a word as two: between characters, two at least on either side; between syllables likewise.
pub(super) fn halves(word: &Word) -> Vec<[Word; 2]> {
    let units = word.needle.units();
    if units.len() > LONGEST || !word.numbers.is_empty() {
        return Vec::new();
    }
    let latin = units.iter().all(|unit| u8::try_from(*unit).is_ok_and(|byte| byte.is_ascii_lowercase()));
    let chinese = units.iter().all(|unit| *unit >= 0x3400);
    let stands = |half: &[u16]| {
        half.len() > 1
            && (chinese || (latin && Scheme::BOTH.iter().any(|scheme| syllables(half, *scheme, 0))))
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

/// Whether an English word begins so.
fn stands(index: &Index, letters: &[u8]) -> bool {
    let at = index.words.partition_point(|word| word.as_ref() < letters);
    index.words.get(at).is_some_and(|word| word.starts_with(letters))
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
    lens.into_iter().any(|len| syllables(units.get(len..).unwrap_or(&[]), scheme, so_far + 1))
}

/// Whether any item goes by a name that sounds so.
fn is_heard(index: &Index, letters: &[u8]) -> bool {
    let units: Vec<u16> = letters.iter().map(|letter| u16::from(*letter)).collect();
    let mut heard = false;
    let needle = Needle::new(&units);
    for probe in needle.heard_in_details() {
        index.labels.scan(&needle, probe, &(0..index.labels.len()), &mut |_, _| heard = true);
    }
    heard
}
