//! Where a span of a source line stands on the screen: for the carets under an error message.

use super::{sanitize, width};

/// The first column (from 0) and the number of columns of `byte_len` bytes at byte `byte_col` of `line`,
/// once the line has been sanitised for printing (so a TAB is one column).
///
/// Offsets past the end or inside a character are taken back to the nearest character before; the span
/// is never narrower than one column, so that there is always a caret to see.
pub fn caret(line: &str, byte_col: usize, byte_len: usize) -> (usize, usize) {
    let start = boundary(line, byte_col);
    let end = boundary(line, byte_col.saturating_add(byte_len));
    let columns = |to: usize| width(&sanitize(line.get(..to).unwrap_or(line)).text);
    let from = columns(start);
    (from, columns(end.max(start)).saturating_sub(from).max(1))
}

/// `at`, or the beginning of the character it falls into.
fn boundary(s: &str, at: usize) -> usize {
    (0..=at.min(s.len())).rev().find(|&at| s.is_char_boundary(at)).unwrap_or(0)
}
