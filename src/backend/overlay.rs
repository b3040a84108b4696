//! What a window laid over others must do to the wide characters it cuts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Blanks the wide characters that the edges of `area` cut in two. Call it after the window is drawn: on the left
/// it blanks the character that would spill into the window, on the right the one that would spill out of it.
/// Cells keep their style. The painter finds most of these by itself, but not a half under a space.
pub fn blank_cut_edges(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let left = area.left().checked_sub(1).filter(|x| *x >= buf.area.left());
    let right = area.right() - 1;
    for y in area.top()..area.bottom() {
        for x in left.into_iter().chain([right]) {
            let Some(cell) = buf.cell_mut((x, y)) else { continue };
            if cell.symbol().width() > 1 {
                cell.set_symbol(" ");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    #[test]
    fn both_edges_are_blanked() {
        let mut buf = Buffer::with_lines(["漢字漢字漢字"]);
        buf.set_string(3, 0, " 字漢", Style::new());
        blank_cut_edges(&mut buf, Rect::new(3, 0, 4, 1));
        let symbols: String = buf.content.iter().map(|cell| cell.symbol().replace(' ', ".")).collect();
        assert_eq!(symbols, "漢...字...漢.字.");
    }
}
