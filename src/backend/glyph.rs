//! One cell as the terminal shows it: a character with its marks, its columns, and the pen it was drawn with.

use unicode_width::UnicodeWidthChar;

use super::options::Ambiguous;
use super::pen::Pen;

/// One cell of the terminal; a wide character is a glyph of width 2 and a [`Glyph::right_half`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) ch: char,
    /// Combining marks and ideographic variation selectors that follow `ch`, by their number in [`Marks`].
    pub(super) marks: u16,
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
        Self { ch: ' ', marks: 0, width: 1, trusted: true, pen }
    }

    pub(super) const fn right_half(pen: Pen) -> Self {
        Self { ch: '\0', marks: 0, width: 0, trusted: true, pen }
    }

    pub(super) fn is_space(&self) -> bool {
        self.ch == ' ' && self.marks == 0
    }

    /// Looks as if it had been erased.
    pub(super) fn is_erased(&self) -> bool {
        self.is_space() && self.pen == Pen::PLAIN
    }

    /// Bytes of the text alone, without the marks, which are rare.
    pub(super) fn len(&self) -> usize {
        if self.width == 0 { 0 } else { self.ch.len_utf8() }
    }
}

/// Marks kept on one character; more would only pile up over the line above.
const MOST: usize = 4;
/// More marks than this are those of no writing.
const MANY: usize = 4096;

/// Where there is no mark.
const NOTHING: char = '\0';

/// What marks there are on characters of a terminal, by number: so rare that a glyph need not hold them. None is 0.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<[char; MOST]>);

impl Marks {
    /// Those of this number, nothing after the last.
    pub(super) fn get(&self, number: u16) -> impl Iterator<Item = char> + use<> {
        self.all(number).into_iter().take_while(|mark| *mark != NOTHING)
    }

    fn all(&self, number: u16) -> [char; MOST] {
        usize::from(number).checked_sub(1).and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }

    /// Whether it is time to begin anew, lest there be no numbers left for those of a frame.
    pub(super) fn are_many(&self) -> bool {
        self.0.len() >= MANY
    }

    /// The number of those marks and one more; of those alone where there are enough.
    pub(super) fn with(&mut self, number: u16, mark: char) -> u16 {
        let mut marks = self.all(number);
        let Some(place) = marks.iter_mut().find(|mark| **mark == NOTHING) else { return number };
        *place = mark;
        let at = self.0.iter().position(|known| *known == marks).unwrap_or(self.0.len());
        if at >= 2 * MANY {
            return number;
        }
        if at == self.0.len() {
            self.0.push(marks);
        }
        u16::try_from(at + 1).unwrap_or(number)
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
    fn marks_have_one_number_each_and_a_fifth_on_a_character_none() {
        let mut marks = Marks::default();
        let (acute, grave) = (marks.with(0, '\u{301}'), marks.with(0, '\u{300}'));
        assert_eq!((acute, grave, marks.with(0, '\u{301}')), (1, 2, 1));
        let four = (0..3).fold(acute, |number, _| marks.with(number, '\u{300}'));
        assert_eq!(marks.get(four).collect::<String>(), "\u{301}\u{300}\u{300}\u{300}");
        assert_eq!(marks.with(four, '\u{300}'), four);
        assert_eq!(marks.get(0).count(), 0);
        assert_eq!(size_of::<Glyph>(), 16, "screens of thousands are compared");
    }

    #[test]
    fn more_marks_than_any_writing_has_are_left_out() {
        let mut marks = Marks::default();
        for mark in ('\u{300}'..).take(3 * MANY) {
            marks.with(0, mark);
        }
        assert!(marks.are_many());
        assert_eq!((marks.0.len(), marks.with(0, '\u{301}'), marks.with(0, '\u{10000}')), (2 * MANY, 2, 0));
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
