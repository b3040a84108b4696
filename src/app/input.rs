//! A line of text being typed: which key changes it how.

use tui_input::{Input, InputRequest};

use crate::keys::{Code, Key};

/// Longest line that can be typed or pasted, in characters.
pub(super) const LONGEST: usize = 200;

/// Lets a key change a line of input.
pub(super) fn edit(input: &mut Input, key: Key) {
    let request = match (key.code, key.ctrl) {
        (Code::Char('w'), true) => InputRequest::DeletePrevWord,
        (Code::Char('u'), true) => InputRequest::DeleteLine,
        (Code::Char('k'), true) => InputRequest::DeleteTillEnd,
        (Code::Char('a'), true) | (Code::Home, _) => InputRequest::GoToStart,
        (Code::Char('e'), true) | (Code::End, _) => InputRequest::GoToEnd,
        (Code::Char(c), false) if !c.is_control() => return insert(input, &c.to_string()),
        (Code::Backspace, _) | (Code::Char('h'), true) => InputRequest::DeletePrevChar,
        (Code::Delete, _) => InputRequest::DeleteNextChar,
        (Code::Left, _) => InputRequest::GoToPrevChar,
        (Code::Right, _) => InputRequest::GoToNextChar,
        _ => return,
    };
    input.handle(request);
}

/// Inserts text at the cursor, made safe to show and no longer than a line may be.
pub(super) fn insert(input: &mut Input, text: &str) {
    let room = LONGEST.saturating_sub(input.value().chars().count());
    let start: String = text.chars().take(LONGEST * 4).collect();
    for c in crate::text::sanitize(&start).text.chars().take(room) {
        input.handle(InputRequest::InsertChar(c));
    }
}
