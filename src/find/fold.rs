//! What a character is searched as: variants of one character as one, letters without case and accents,
//! full-width as half-width, punctuation as nothing. For the index and the query alike.

use crate::sort;
use crate::text::fold_fullwidth;
use std::ops::RangeInclusive;
use std::str::CharIndices;
use std::sync::OnceLock;

/// A line for each folded character: it, a space, and all that fold to it.
const TABLE: &str = include_str!("data/fold.txt");

/// The Chinese characters that most texts are made of: kept by themselves, and without case.
pub(super) const CHINESE: RangeInclusive<u16> = 0x3400..=0x9FFF;

/// What characters fold to.
pub(super) struct Table {
    /// Of each of the [`CHINESE`]; 0 for what is no character.
    chinese: Box<[u16]>,
    /// Of others that fold to something else, in rising order.
    others: Vec<(u16, u16)>,
}

/// The table, unpacked at first use.
fn table() -> &'static Table {
    static UNPACKED: OnceLock<Table> = OnceLock::new();
    UNPACKED.get_or_init(|| {
        // The hexagrams in their midst are not characters.
        let mut chinese: Box<[u16]> =
            CHINESE.map(|unit| if (0x4DC0..0x4E00).contains(&unit) { 0 } else { unit }).collect();
        let mut others = Vec::new();
        for line in TABLE.lines() {
            let mut chars = line.chars();
            let Some(head) = chars.next() else { continue };
            for c in chars.filter(|c| *c != ' ') {
                match chinese.get_mut((c as usize).wrapping_sub(usize::from(*CHINESE.start()))) {
                    Some(unit) => *unit = head as u16,
                    None => others.push((c as u16, head as u16)),
                }
            }
        }
        sort::by_key(&mut others, |pair| *pair);
        Table { chinese, others }
    })
}

impl Table {
    /// What a character of the [`CHINESE`] folds to; `None` for any other.
    fn chinese(&self, c: char) -> Option<char> {
        let unit = self.chinese.get((c as usize).wrapping_sub(usize::from(*CHINESE.start())))?;
        char::from_u32((*unit).into()).filter(|c| *c != '\0')
    }

    /// What any other character folds to.
    fn other(&self, c: char) -> char {
        if c.is_ascii() {
            return c.to_ascii_lowercase();
        }
        let lower = c.to_lowercase().next().unwrap_or(c);
        let Ok(unit) = u16::try_from(u32::from(lower)) else { return lower };
        let at = self.others.binary_search_by_key(&unit, |(from, _)| *from);
        let folded = at.ok().and_then(|at| self.others.get(at)).map(|(_, to)| u32::from(*to));
        self.chinese(lower).or_else(|| char::from_u32(folded?)).unwrap_or(lower)
    }
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
pub(super) fn kept(text: &str) -> KeptChars<'_> {
    KeptChars { table: table(), before: ' ', chars: text.char_indices() }
}

/// See [`kept`].
pub(super) struct KeptChars<'t> {
    table: &'static Table,
    /// What came before, whether it was kept or not.
    before: char,
    chars: CharIndices<'t>,
}

impl Iterator for KeptChars<'_> {
    type Item = Kept;

    #[expect(clippy::inline_always, reason = "what is not asked for of a character is not worked out")]
    #[inline(always)]
    fn next(&mut self) -> Option<Kept> {
        loop {
            // All of a library goes through here: what it is mostly made of first.
            let (at, original) = self.chars.next()?;
            if let Some(folded) = self.table.chinese(original) {
                self.before = original;
                return Some(Kept { at, len: 3, folded, starts_word: true });
            }
            if original.is_ascii_alphanumeric() {
                let starts_word = !self.before.is_ascii_alphanumeric();
                self.before = original;
                return Some(Kept { at, len: 1, folded: original.to_ascii_lowercase(), starts_word });
            }
            if original == ' ' {
                self.before = ' ';
            } else {
                // By value, so that what is known stays in registers.
                let (before, folded) = self.table.beside(original, self.before, self.chars.as_str());
                let starts_word = !(before.is_ascii_alphanumeric() && self.before.is_ascii_alphanumeric());
                self.before = before;
                if let Some(folded) = folded {
                    return Some(Kept { at, len: original.len_utf8(), folded, starts_word });
                }
            }
        }
    }
}

impl Table {
    /// Any other character between those `before` and `after`: as what it stands before the next, and what it folds to
    /// where it is kept.
    #[inline(never)]
    fn beside(&self, original: char, before: char, after: &str) -> (char, Option<char>) {
        let c = fold_fullwidth(original);
        let digits = before.is_ascii_digit()
            && matches!(c, '.' | '-' | ',')
            && after.chars().next().is_some_and(|next| fold_fullwidth(next).is_ascii_digit());
        let joins = (digits && c != ',') || (c == '%' && before.is_ascii_digit());
        let folded = (joins || counts(c)).then(|| self.other(c));
        (if digits && c == ',' { before } else { c }, folded)
    }
}

/// Whether a character is more than punctuation. What stands most often between Chinese ones is known at once.
fn counts(c: char) -> bool {
    !matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{2010}'..='\u{205E}')
        && c.is_alphanumeric()
}

/// The folded text in UTF-16.
pub(super) fn units(text: &str) -> Vec<u16> {
    let mut units = Vec::new();
    extend(&mut units, text);
    units
}

/// Adds the folded text in UTF-16.
pub(super) fn extend(units: &mut Vec<u16>, text: &str) {
    for kept in kept(text) {
        match u16::try_from(u32::from(kept.folded)) {
            Ok(unit) => units.push(unit),
            Err(_) => units.extend_from_slice(kept.folded.encode_utf16(&mut [0; 2])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        kept(text).map(|kept| kept.folded).collect()
    }

    #[test]
    fn what_is_known_at_once_is_so() {
        let known = |c: &char| !counts(*c) && c.is_alphanumeric();
        assert_eq!(('\0'..=char::MAX).find(known), None);
        for c in CHINESE.filter_map(|unit| char::from_u32(unit.into())) {
            assert_eq!((c.to_lowercase().next(), c.len_utf8()), (Some(c), 3));
            assert_eq!(table().chinese(c).is_some(), c.is_alphanumeric(), "{c}");
        }
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
