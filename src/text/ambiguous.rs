//! Characters that some terminals set one column wide and others two (East Asian Width A, UAX #11).
//! Layout always counts them as one; for a terminal that does not, they are replaced here, cell by cell.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use super::substitutes::{LETTERS, SIGNS};

/// How a terminal sets characters of ambiguous width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Ambiguous {
    /// In one column, as the layout counts them: nothing to do.
    #[default]
    Narrow,
    /// In two columns: what is drawn goes through [`substitute`].
    Wide,
}

/// Whether `c`, one column in our layout, may take two on a terminal set to wide.
pub fn needs_substitute(c: char) -> bool {
    c >= '\u{A1}' && c.width() == Some(1) && (c.width_cjk() == Some(2) || letter(c).is_some())
}

/// `s` with every ambiguous character replaced by one that takes one column everywhere.
///
/// The columns of `s` do not change, so it works on a whole line as on one cell: `…` is `.`, a frame is
/// `+-|`, `①` is `1`. What has no likeness is `?`: seen to be there, never dropped.
pub fn substitute(s: &str) -> Cow<'_, str> {
    if s.contains(needs_substitute) {
        Cow::Owned(s.chars().map(|c| if needs_substitute(c) { likeness(c) } else { c }).collect())
    } else {
        Cow::Borrowed(s)
    }
}

/// The character nearest to `c` that is one column wide everywhere.
fn likeness(c: char) -> char {
    let sign = || SIGNS.iter().find(|(_, all)| all.contains(c)).map(|(to, _)| *to);
    enclosed(c).or_else(sign).or_else(|| letter(c)).unwrap_or('?')
}

/// The letter `c` as the ASCII letter nearest to it in shape or sound.
fn letter(c: char) -> Option<char> {
    LETTERS
        .iter()
        .find_map(|(from, to)| from.chars().zip(to.chars()).find(|pair| pair.0 == c).map(|pair| pair.1))
}

/// The digit or letter in a circle, a square, brackets, or with a stop; numbers above 9 have no likeness.
fn enclosed(c: char) -> Option<char> {
    const FIRST_OF_NINE: [u32; 10] =
        [0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A, 0x2160, 0x2170, 0x1F101];
    const FIRST_OF_ALPHABET: [u32; 7] = [0x249C, 0x24B6, 0x24D0, 0x1F110, 0x1F130, 0x1F150, 0x1F170];
    let place = |first: &[u32], length: u32| {
        let places = first.iter().filter_map(|first| u32::from(c).checked_sub(*first));
        places.min().filter(|place| *place < length)
    };
    let number = place(&FIRST_OF_NINE, 9).and_then(|place| char::from_digit(place + 1, 10));
    let letter = || place(&FIRST_OF_ALPHABET, 26).and_then(|place| char::from_digit(place + 10, 36));
    number.or_else(letter)
}
