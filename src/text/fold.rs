//! Full-width forms of ASCII read as ASCII: what a Chinese input method sends for a key.

/// `ｊ` as `j`, `？` as `?`, the ideographic space as a space; any other character as it is.
///
/// The block U+FF01–FF5E repeats U+0021–007E in order (Unicode, Halfwidth and Fullwidth Forms).
pub fn fold_fullwidth(c: char) -> char {
    const FIRST: u32 = 0xFF01;
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - FIRST + 0x21).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}
