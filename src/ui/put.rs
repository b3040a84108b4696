//! Setting text on a buffer: every piece is clipped to the columns it has, a wide character is never
//! cut, and what does not fit ends in `…`.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::Input;

use super::theme::Look;
use crate::app::lines::{Line, Tone};
use crate::text;

/// Writes `words` at the left of `area`'s first row, cut with `…` where they don't fit. Returns the
/// columns taken.
pub(super) fn words(buf: &mut Buffer, area: Rect, words: &str, style: Style) -> u16 {
    if area.is_empty() || !buf.area.contains(area.as_position()) {
        return 0;
    }
    let room = usize::from(area.width.min(buf.area.right().saturating_sub(area.x)));
    // No character takes more columns than bytes, and most texts are short.
    let (begun, goes_on) = if words.len() <= room { (words, false) } else { fitted(words, room) };
    let taken = plain(buf, area, begun, style)
        .unwrap_or_else(|| buf.set_stringn(area.x, area.y, begun, room, style).0 - area.x);
    if goes_on {
        sign(buf, (area.x + taken, area.y), "…", style);
    }
    taken + u16::from(goes_on)
}

/// What is shown of a text in so many columns, and whether `…` stands behind it.
fn fitted(words: &str, room: usize) -> (&str, bool) {
    let text::Fitted { begun, goes_on, .. } = text::fit(words, room);
    (begun, goes_on)
}

/// The same of a text that fits, one character after the other; nothing where one is met that may be no cluster of its
/// own: then what is written so far is written over.
fn plain(buf: &mut Buffer, area: Rect, words: &str, style: Style) -> Option<u16> {
    let (mut taken, mut letter) = (0, [0; 4]);
    let (from, room) = (buf.index_of(area.x, area.y), usize::from(buf.area.right() - area.x));
    let mut cells = buf.content.get_mut(from..from + room)?.iter_mut();
    for c in words.chars() {
        let columns = text::plain_columns(c)?;
        let Some(cell) = cells.next() else { break };
        if c != ' ' || cell.symbol() != " " {
            cell.set_symbol(c.encode_utf8(&mut letter));
        }
        cell.set_style(style);
        if columns == 2 {
            cells.next().map(Cell::reset);
        }
        taken += columns;
    }
    Some(taken)
}

/// Writes `words` at the right of `area`'s first row.
pub(super) fn words_right(buf: &mut Buffer, area: Rect, what: &str, style: Style) {
    let width = u16::try_from(text::width(what)).unwrap_or(u16::MAX).min(area.width);
    words(buf, Rect { x: area.right() - width, width, ..area }, what, style);
}

/// Writes a line of a page on `area`'s first row.
pub(super) fn line(buf: &mut Buffer, area: Rect, line: &Line, look: &Look) {
    let mut left = area;
    for span in &line.spans {
        let shown = match span.tone {
            Tone::Bar => span.text.replace('█', look.frame.block),
            Tone::Key => span.text.replace('–', look.frame.to),
            _ => span.text.clone(),
        };
        let taken = words(buf, left, &shown, look.tone(span.tone));
        left.x += taken;
        left.width -= taken.min(left.width);
    }
}

/// Writes the lines of a page from line `top` on, as many as fit.
pub(super) fn lines(buf: &mut Buffer, area: Rect, all: &[Line], (top, look): (usize, &Look)) {
    for (row, each) in area.rows().zip(all.iter().skip(top)) {
        line(buf, row, each, look);
    }
}

/// A rule across `area`'s first row.
pub(super) fn rule(buf: &mut Buffer, area: Rect, look: &Look) {
    for x in area.left()..area.right() {
        sign(buf, (x, area.y), look.frame.across, look.rule());
    }
}

/// A rule down `area`'s first column.
pub(super) fn rule_down(buf: &mut Buffer, area: Rect, look: &Look) {
    for y in area.top()..area.bottom() {
        sign(buf, (area.x, y), look.frame.down, look.rule());
    }
}

/// Writes a sign of one column, where the screen has such a cell.
fn sign(buf: &mut Buffer, at: (u16, u16), sign: &str, style: Style) {
    if let Some(cell) = buf.cell_mut(at) {
        cell.set_symbol(sign).set_style(style);
    }
}

/// The thumb of a scroll bar in `area`'s last column, where `count` rows don't fit. A line down the whole column would
/// be sent with every row.
pub(super) fn scroll_bar(buf: &mut Buffer, area: Rect, (top, count): (usize, usize), look: &Look) {
    let height = usize::from(area.height);
    if count <= height || area.width < 2 {
        return;
    }
    let thumb = (height * height / count).max(1);
    let room = height - thumb;
    let start = (top * room).div_ceil((count - height).max(1)).min(room);
    for row in area.rows().skip(start).take(thumb) {
        words(buf, Rect { x: area.right() - 1, width: 1, ..row }, look.frame.thumb, look.rule());
    }
}

/// Empties `area`.
pub(super) fn clear(buf: &mut Buffer, area: Rect) {
    for cell in area.rows().flat_map(Rect::columns) {
        if let Some(cell) = buf.cell_mut(cell.as_position()) {
            cell.reset();
        }
    }
}

/// `area` without `left` columns at its left and `right` at its right.
pub(super) fn inset(area: Rect, left: u16, right: u16) -> Rect {
    let left = left.min(area.width);
    Rect { x: area.x + left, width: area.width.saturating_sub(left + right), ..area }
}

/// `area` without its first `rows` rows.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Draws a line being typed on `area`'s first row, slid so that the cursor is in it; returns where the
/// cursor stands.
pub(super) fn input(buf: &mut Buffer, area: Rect, input: &Input, look: &Look) -> Position {
    let width = usize::from(area.width);
    let slid = input.visual_scroll(width);
    let shown = text::take_columns(input.value(), slid, width);
    words(buf, area, &shown, look.tone(Tone::Title));
    let at = u16::try_from(input.visual_cursor().saturating_sub(slid)).unwrap_or(0);
    Position { x: area.x + at.min(area.width.saturating_sub(1)), y: area.y }
}
