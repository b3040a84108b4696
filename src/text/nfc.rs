//! Unicode normal form C (UAX #15): accents with their letters, and one character for those that mean the same. For
//! telling a text that is not in it, not for changing what somebody wrote.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::sort;

/// Characters made of two others, the same by another name, and the classes of marks; each line sorted. Written by a
/// test of the normal forms from the tables of `unicode-normalization`.
const TABLE: &str = include_str!("data/nfc.txt");

/// `s` in normal form C; none where it is so already.
pub fn nfc(s: &str) -> Option<String> {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    if s.chars().all(is_plain) {
        return None;
    }
    let tables = TABLES.get_or_init(|| Tables::read(TABLE));
    let mut chars = Vec::new();
    s.chars().for_each(|c| tables.take_apart(c, &mut chars));
    tables.sort_marks(&mut chars);
    let normal: String = tables.put_together(&chars).into_iter().collect();
    (normal != s).then_some(normal)
}

/// Whether `c` stays as it is whatever stands beside it: what nearly every text is made of.
fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\u{BF}' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3029}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}')
}

/// The first of the Hangul syllables, of the leading consonants, of the vowels and of the trailing consonants, less one.
const HANGUL: [u32; 4] = [0xAC00, 0x1100, 0x1161, 0x11A7];
/// How many there are: syllables, and each of the three with none for the last.
const COUNTS: [u32; 4] = [11_172, 19, 21, 28];

struct Tables {
    /// Of what a character is made: by the first step of those that are put together again, wholly of the others.
    made: [Vec<(char, &'static str)>; 2],
    together: HashMap<(char, char), char>,
    /// Marks from the first to the last of each, with their class.
    classes: Vec<(char, char, u8)>,
}

impl Tables {
    fn read(text: &'static str) -> Self {
        let words = |line: usize| text.lines().nth(line).unwrap_or_default().split(' ');
        let first =
            |word: &'static str| word.chars().next().map(|c| (c, word.get(c.len_utf8()..).unwrap_or("")));
        let made = [0, 1].map(|line| words(line).filter_map(first).collect::<Vec<_>>());
        let pair = |parts: &str| parts.chars().next().zip(parts.chars().nth(1));
        let together = made.first().into_iter().flatten();
        let class = |word: &'static str| {
            let (from, rest) = first(word)?;
            let (to, class) = first(rest)?;
            Some((from, to, class.parse().ok()?))
        };
        Self {
            together: together.filter_map(|(c, parts)| Some((pair(parts)?, *c))).collect(),
            made,
            classes: words(2).filter_map(class).collect(),
        }
    }

    /// Adds what `c` is made of, down to what is made of nothing else.
    fn take_apart(&self, c: char, out: &mut Vec<char>) {
        let found = |table: &Vec<(char, &'static str)>| {
            let at = table.binary_search_by_key(&c, |(made, _)| *made).ok()?;
            table.get(at).map(|(_, parts)| *parts)
        };
        if let Some(parts) = self.made.iter().find_map(found) {
            parts.chars().for_each(|part| self.take_apart(part, out));
        } else if let Some(syllable) = (c as u32).checked_sub(HANGUL[0]).filter(|nth| *nth < COUNTS[0]) {
            let (block, last) = (syllable / COUNTS[3], syllable % COUNTS[3]);
            let jamo = [HANGUL[1] + block / COUNTS[2], HANGUL[2] + block % COUNTS[2], HANGUL[3] + last];
            out.extend(jamo.into_iter().take(if last > 0 { 3 } else { 2 }).filter_map(char::from_u32));
        } else {
            out.push(c);
        }
    }

    /// Sets the marks on each letter in the order of their classes; those of one class stay in theirs.
    fn sort_marks(&self, chars: &mut [char]) {
        for letter in chars.chunk_by_mut(|_, next| self.class(*next) > 0) {
            sort::by_key(letter, |c| self.class(*c));
        }
    }

    /// Puts each mark with its letter where there is a character for both and no mark between is in its way.
    fn put_together(&self, chars: &[char]) -> Vec<char> {
        let mut out: Vec<char> = Vec::with_capacity(chars.len());
        let mut letter: Option<usize> = None;
        for &c in chars {
            let class = self.class(c);
            let last = out.last().map(|last| self.class(*last));
            let free = letter.is_some_and(|at| at + 1 == out.len() || last.is_some_and(|last| last < class));
            let whole = letter.and_then(|at| self.both(*out.get(at)?, c)).filter(|_| free);
            if let Some((place, whole)) = letter.and_then(|at| out.get_mut(at)).zip(whole) {
                *place = whole;
                continue;
            }
            if class == 0 {
                letter = Some(out.len());
            }
            out.push(c);
        }
        out
    }

    /// The character for two.
    fn both(&self, a: char, b: char) -> Option<char> {
        let nth = |c: char, of: usize| {
            let nth = (c as u32).checked_sub(*HANGUL.get(of)?)?;
            (nth < *COUNTS.get(of)?).then_some(nth)
        };
        if let Some((lead, vowel)) = nth(a, 1).zip(nth(b, 2)) {
            return char::from_u32(HANGUL[0] + (lead * COUNTS[2] + vowel) * COUNTS[3]);
        }
        if let Some((syllable, last)) = nth(a, 0).zip(nth(b, 3)) {
            return char::from_u32(a as u32 + last).filter(|_| syllable % COUNTS[3] == 0 && last > 0);
        }
        self.together.get(&(a, b)).copied()
    }

    /// The combining class; 0 of what stands by itself.
    fn class(&self, c: char) -> u8 {
        let after = self.classes.partition_point(|(from, ..)| *from <= c);
        let range = after.checked_sub(1).and_then(|at| self.classes.get(at));
        range.filter(|(_, to, _)| c <= *to).map_or(0, |(.., class)| *class)
    }
}
