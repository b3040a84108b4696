//! One cell as the terminal shows it: a character with its marks, its columns, and the pen it was drawn with.

use unicode_width::UnicodeWidthChar;

use super::options::Ambiguous;
use super::pen::Pen;

/// One cell of the terminal; a wide character is a glyph of width 2 and a [`Glyph::right_half`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) ch: char,
    /// Combining marks and ideographic variation selectors that follow `ch`; so rare that a thin pointer is enough.
    pub(super) marks: Option<Box<Box<str>>>,
    /// 1 or 2; 0 for the right half of a wide character.
    pub(super) width: u8,
    /// Whether every terminal moves its cursor by `width`.
    pub(super) trusted: bool,
    pub(super) pen: Pen,
}

impl Glyph {
    /// A cell after an erase.
    pub(super) const ERASED: Self = Self::space(Pen::PLAIN);

    pub(super) const fn space(pen: Pen) -> Self {
        Self { ch: ' ', marks: None, width: 1, trusted: true, pen }
    }

    pub(super) const fn right_half(pen: Pen) -> Self {
        Self { ch: '\0', marks: None, width: 0, trusted: true, pen }
    }

    pub(super) fn is_space(&self) -> bool {
        self.ch == ' ' && self.marks.is_none()
    }

    /// Looks as if it had been erased.
    pub(super) fn is_erased(&self) -> bool {
        self.is_space() && self.pen == Pen::PLAIN
    }

    /// Bytes of the text alone.
    pub(super) fn len(&self) -> usize {
        if self.width == 0 { 0 } else { self.ch.len_utf8() + self.marks.as_ref().map_or(0, |m| m.len()) }
    }
}

/// The columns of one character; 0 for marks and all that is not drawn, controls among them.
pub(super) fn columns(ch: char) -> u8 {
    match ch {
        // What nearly every cell holds needs no table. The half-width sound marks join on in Unicode, but terminals
        // give them a column of their own.
        ' '..='~' | '\u{FF9E}' | '\u{FF9F}' => 1,
        '\u{4E00}'..='\u{9FFF}' => 2,
        _ => ch.width().map_or(0, |w| u8::try_from(w).unwrap_or(0)),
    }
}

/// Whether no terminal disputes the columns of `ch`: ASCII, narrow signs that are not ambiguous, the ideographs,
/// kana, hangul and full-width forms. Emoji and the wide signs of later Unicode versions are disputed.
pub(super) fn is_trusted(ch: char, ambiguous: Ambiguous) -> bool {
    match columns(ch) {
        _ if matches!(ch, ' '..='~' | '\u{4E00}'..='\u{9FFF}') => true,
        1 => {
            ch.is_ascii()
                || ambiguous == Ambiguous::Narrow
                || (ch.width_cjk() == Some(1) && u32::from(ch) < 0x1_0000)
        }
        2 => matches!(ch,
            '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{3029}' | '\u{3030}'..='\u{303E}' | '\u{3041}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}'
            | '\u{20000}'..='\u{3FFFD}'),
        _ => false,
    }
}

/// Whether a character without columns belongs to the text: marks and ideographic variation selectors do; joiners,
/// directional controls, tags and the emoji selectors, on which terminals disagree, do not.
pub(super) fn is_mark(ch: char) -> bool {
    columns(ch) == 0
        && !ch.is_control()
        && !matches!(ch,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E00FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_dispute_is_known() {
        for ch in "aZ~漢「，（　＄￥㎡咗𠮷カ한⣿░✓".chars() {
            assert!(is_trusted(ch, Ambiguous::Unknown), "{ch}");
        }
        for ch in "“”—…·①●─│📈䷀🀄".chars() {
            assert!(!is_trusted(ch, Ambiguous::Unknown), "{ch}");
        }
        assert!(is_trusted('“', Ambiguous::Narrow));
        assert!(!is_trusted('📈', Ambiguous::Narrow));
    }

    #[test]
    fn marks_are_told_from_controls() {
        for ch in ['\u{301}', '\u{E0100}', '\u{3099}', '\u{302A}'] {
            assert!(is_mark(ch), "{ch:?}");
        }
        for ch in ['\u{1b}', '\u{9b}', '\u{200d}', '\u{202e}', '\u{fe0f}', '\u{feff}', 'a', '漢'] {
            assert!(!is_mark(ch), "{ch:?}");
        }
    }
}
