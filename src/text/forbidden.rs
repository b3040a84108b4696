//! Which characters may not reach a screen, a file name, a message or `--json`, and what kind each is.
//! The rule is by Unicode property: every control, format, separator and default-ignorable character,
//! every variation selector, noncharacter and private-use character, and emoji skin tones.

/// Why a character was taken out of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// C0, DEL or C1: can drive the terminal.
    Control,
    /// Changes the direction of the text around it.
    Bidi,
    /// Shows nothing: zero-width spaces and joiners, the byte-order mark, soft hyphens and their like.
    ZeroWidth,
    /// U+2028 or U+2029: ends a line in some programs and not in others.
    Separator,
    /// A tag character (U+E0000–E007F): text nobody sees.
    Tag,
    /// Asks for another look of the character before; terminals disagree on the width of the pair.
    Variation,
    /// A letter that looks like a space.
    Filler,
    /// Interlinear annotation (U+FFF9–FFFB).
    Interlinear,
    /// A code point that never is a character.
    Noncharacter,
    /// A skin tone: terminals disagree on the width of the pair.
    Modifier,
    /// A combining mark with nothing before it to stand on, or after four others.
    Combining,
    /// A private-use character (造字): shown as □.
    PrivateUse,
}

/// The kind of `c` when it may not be shown, `None` when it may. TAB and LF are controls here;
/// [`sanitize`](super::sanitize()) turns them to spaces. Whether a combining mark is one too many depends on what
/// stands before it, so none is named here.
pub fn kind_of(c: char) -> Option<Kind> {
    if matches!(c, ' '..='~' | '\u{3001}'..='\u{3163}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}') {
        return None;
    }
    let listed = RANGES.iter().find(|(first, last, _)| (*first..=*last).contains(&c)).map(|(.., kind)| *kind);
    listed.or_else(|| (u32::from(c) & 0xFFFE == 0xFFFE).then_some(Kind::Noncharacter))
}

/// `c` as Unicode names it: `U+202E`.
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// First and last character of each forbidden range, in order; the last two of every plane are noncharacters besides.
const RANGES: [(char, char, Kind); 42] = [
    ('\0', '\u{1F}', Kind::Control),
    ('\u{7F}', '\u{9F}', Kind::Control),
    ('\u{AD}', '\u{AD}', Kind::ZeroWidth),
    ('\u{34F}', '\u{34F}', Kind::ZeroWidth),
    ('\u{600}', '\u{605}', Kind::ZeroWidth),
    ('\u{61C}', '\u{61C}', Kind::Bidi),
    ('\u{6DD}', '\u{6DD}', Kind::ZeroWidth),
    ('\u{70F}', '\u{70F}', Kind::ZeroWidth),
    ('\u{890}', '\u{891}', Kind::ZeroWidth),
    ('\u{8E2}', '\u{8E2}', Kind::ZeroWidth),
    ('\u{115F}', '\u{1160}', Kind::Filler),
    ('\u{17B4}', '\u{17B5}', Kind::ZeroWidth),
    ('\u{180B}', '\u{180D}', Kind::Variation),
    ('\u{180E}', '\u{180E}', Kind::ZeroWidth),
    ('\u{180F}', '\u{180F}', Kind::Variation),
    ('\u{200B}', '\u{200D}', Kind::ZeroWidth),
    ('\u{200E}', '\u{200F}', Kind::Bidi),
    ('\u{2028}', '\u{2029}', Kind::Separator),
    ('\u{202A}', '\u{202E}', Kind::Bidi),
    ('\u{2060}', '\u{2065}', Kind::ZeroWidth),
    ('\u{2066}', '\u{206F}', Kind::Bidi),
    ('\u{2800}', '\u{2800}', Kind::Filler),
    ('\u{3164}', '\u{3164}', Kind::Filler),
    ('\u{E000}', '\u{F8FF}', Kind::PrivateUse),
    ('\u{FDD0}', '\u{FDEF}', Kind::Noncharacter),
    ('\u{FE00}', '\u{FE0F}', Kind::Variation),
    ('\u{FEFF}', '\u{FEFF}', Kind::ZeroWidth),
    ('\u{FFA0}', '\u{FFA0}', Kind::Filler),
    ('\u{FFF0}', '\u{FFF8}', Kind::ZeroWidth),
    ('\u{FFF9}', '\u{FFFB}', Kind::Interlinear),
    ('\u{110BD}', '\u{110BD}', Kind::ZeroWidth),
    ('\u{110CD}', '\u{110CD}', Kind::ZeroWidth),
    ('\u{13430}', '\u{1343F}', Kind::ZeroWidth),
    ('\u{1BCA0}', '\u{1BCA3}', Kind::ZeroWidth),
    ('\u{1D173}', '\u{1D17A}', Kind::ZeroWidth),
    ('\u{1F3FB}', '\u{1F3FF}', Kind::Modifier),
    ('\u{E0000}', '\u{E007F}', Kind::Tag),
    ('\u{E0080}', '\u{E00FF}', Kind::ZeroWidth),
    ('\u{E0100}', '\u{E01EF}', Kind::Variation),
    ('\u{E01F0}', '\u{E0FFF}', Kind::ZeroWidth),
    ('\u{F0000}', '\u{FFFFD}', Kind::PrivateUse),
    ('\u{100000}', '\u{10FFFD}', Kind::PrivateUse),
];
