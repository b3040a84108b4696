//! What a character is searched as: variants of one character as one, letters without case and accents,
//! full-width as half-width, punctuation as nothing. For the index and the query alike.

use crate::text::fold_fullwidth;
use std::sync::OnceLock;

/// A line for each folded character: it, a space, and all that fold to it.
const TABLE: &str = include_str!("data/fold.txt");

/// The folded character of each UTF-16 code unit; itself where there is none.
fn table() -> &'static [u16] {
    static UNITS: OnceLock<Box<[u16]>> = OnceLock::new();
    UNITS.get_or_init(|| {
        let mut units: Vec<u16> = (0..=u16::MAX).collect();
        for line in TABLE.lines() {
            let mut chars = line.chars();
            let Some(head) = chars.next() else { continue };
            for c in chars.filter(|c| *c != ' ') {
                if let Some(unit) = units.get_mut(c as usize) {
                    *unit = head as u16;
                }
            }
        }
        units.into_boxed_slice()
    })
}

/// A kept character of a text, folded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    /// Where the character stands in the text, in bytes.
    pub at: usize,
    /// How many bytes it takes there.
    pub len: usize,
    /// What it is searched as.
    pub folded: char,
    /// Whether it begins a word: anything but a Latin letter or digit that follows on another.
    pub starts_word: bool,
}

/// The characters of `text` that count, folded. Punctuation and space do not, but for what belongs to a number
/// (16.5, 2-5, 95%).
pub(super) fn kept(text: &str) -> impl Iterator<Item = Kept> + '_ {
    let units = table();
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, original) = chars.next()?;
            let c = fold_fullwidth(original);
            let after = chars.peek().map_or(' ', |(_, next)| fold_fullwidth(*next));
            let joins =
                before.is_ascii_digit() && (c == '%' || (after.is_ascii_digit() && matches!(c, '.' | '-')));
            let groups = before.is_ascii_digit() && after.is_ascii_digit() && c == ',';
            let starts_word = !(c.is_ascii_alphanumeric() && before.is_ascii_alphanumeric());
            if !groups {
                before = c;
            }
            if c.is_alphanumeric() || joins {
                return Some(Kept { at, len: original.len_utf8(), folded: fold(c, units), starts_word });
            }
        }
    })
}

fn fold(c: char, units: &[u16]) -> char {
    let lower = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
    match units.get(lower as usize) {
        Some(unit) => char::from_u32(u32::from(*unit)).unwrap_or(lower),
        None => lower,
    }
}

/// The folded text in UTF-16.
pub(super) fn units(text: &str) -> Vec<u16> {
    let mut units = Vec::with_capacity(text.len());
    for kept in kept(text) {
        units.extend_from_slice(kept.folded.encode_utf16(&mut [0; 2]));
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        kept(text).map(|kept| kept.folded).collect()
    }

    #[test]
    fn variants_meet_and_punctuation_goes() {
        for (a, b) in [
            ("裏", "里"),
            ("裡", "里"),
            ("綫", "線"),
            ("羣", "群"),
            ("着", "著"),
            ("台", "臺"),
            ("説", "說"),
            ("衞", "衛"),
            ("後", "后"),
            ("ＡＰＥＣ", "apec"),
            ("《行動方案》", "行动方案"),
            ("Côte d’Ivoire", "cotedivoire"),
            ("co-operation", "Cooperation"),
            ("1,000萬", "1000万"),
            ("９５％", "95%"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_eq!(folded("16.5億"), "16.5亿");
        assert_eq!(folded("a.b-c 2-5。"), "abc2-5");
    }
}
