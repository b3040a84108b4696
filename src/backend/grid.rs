//! A whole screen of glyphs: what a frame means once every cell is made plain, or what the terminal shows now.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

use super::glyph::{self, Glyph};
use super::options::{Ambiguous, Depth, Options};
use super::pen::Pen;

/// Marks kept on one character; more would only pile up over the line above.
const MARKS: usize = 4;

/// Rows of glyphs, all of `size.width` cells. A glyph of width 2 is always followed by its right half, with the
/// same pen, and a right half stands nowhere else.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) size: Size,
    pub(super) rows: Vec<Vec<Glyph>>,
}

impl Grid {
    /// The screen that `buffer` asks for.
    pub(super) fn wanted(buffer: &Buffer, options: &Options) -> Self {
        let size = buffer.area.as_size();
        let width = usize::from(size.width).max(1);
        let mut pens = Pens::new(options.depth);
        let rows = buffer.content.chunks(width).map(|cells| row(cells, &mut pens, options)).collect();
        Self { size, rows }
    }

    /// Trusts and distrusts the glyphs anew.
    pub(super) fn learn(&mut self, ambiguous: Ambiguous) {
        for glyph in self.rows.iter_mut().flatten().filter(|glyph| glyph.width > 0 && glyph.marks.is_none()) {
            glyph.trusted = glyph::is_trusted(glyph.ch, ambiguous);
        }
    }
}

/// The pens of a frame: finding the colours a terminal has takes its time, and few looks make up a screen.
struct Pens {
    depth: Depth,
    /// How cells look, and the pen of it.
    known: Vec<(Pen, Pen)>,
    /// How the last cell looks, and its pen: that of most is the same.
    last: (Color, Color, Modifier, Pen),
}

impl Pens {
    fn new(depth: Depth) -> Self {
        Self { depth, known: Vec::new(), last: (Color::Reset, Color::Reset, Modifier::empty(), Pen::PLAIN) }
    }

    fn of(&mut self, cell: &Cell) -> Pen {
        let (fg, bg, modifier, pen) = self.last;
        if (fg, bg, modifier) == (cell.fg, cell.bg, cell.modifier) {
            return pen;
        }
        let look = Pen::asked(cell);
        let known = self.known.iter().find(|(known, _)| *known == look).map(|(_, pen)| *pen);
        let pen = known.unwrap_or_else(|| {
            let pen = look.rewritten(self.depth);
            self.known.push((look, pen));
            pen
        });
        self.last = (cell.fg, cell.bg, cell.modifier, pen);
        pen
    }
}

/// One row made plain: wide characters cut by a later cell or by the edge are blanked.
fn row(cells: &[Cell], pens: &mut Pens, options: &Options) -> Vec<Glyph> {
    let mut row = Vec::with_capacity(cells.len());
    while let Some((cell, after)) = cells.get(row.len()..).and_then(<[Cell]>::split_first) {
        let (symbol, pen) = (cell.symbol(), pens.of(cell));
        if symbol == " " {
            row.push(Glyph::space(pen.of_space()));
            continue;
        }
        // Nearly every symbol is one character, and no terminal draws it otherwise.
        let alone = alone(symbol).filter(|_| options.ambiguous != Ambiguous::Wide);
        let width = alone.map_or_else(|| symbol_columns(symbol), |(_, columns)| usize::from(columns));
        let fits = after.get(..width - 1).is_some_and(|covered| covered.iter().all(is_blank));
        match alone {
            _ if !fits => row.push(Glyph::space(pen.of_space())),
            Some(glyph) => push(&mut row, glyph, pen, options.ambiguous),
            None => lay(&mut row, (symbol, width), pen, options),
        }
    }
    row
}

/// A cell that may lie under the right part of a wide character; ratatui leaves such cells as spaces.
fn is_blank(cell: &Cell) -> bool {
    matches!(cell.symbol(), " " | "")
}

/// The character that a symbol is and its columns, where it is one that is drawn.
fn alone(symbol: &str) -> Option<(char, u8)> {
    let mut chars = symbol.chars();
    let (Some(ch), None) = (chars.next(), chars.next()) else { return None };
    // Those without columns are controls, marks and the like.
    Some((ch, glyph::columns(ch))).filter(|(_, columns)| matches!(columns, 1 | 2))
}

/// The columns that the layout gave the symbol: the same sum as ratatui's, at least 1.
fn symbol_columns(symbol: &str) -> usize {
    let mut chars = symbol.chars();
    if let (Some(ch), None) = (chars.next(), chars.next()) {
        return usize::from(glyph::columns(ch)).max(1);
    }
    let marks = symbol.chars().filter(|ch| matches!(ch, '\u{FF9E}' | '\u{FF9F}')).count();
    (unicode_width::UnicodeWidthStr::width(symbol) + marks).max(1)
}

/// Lays the characters of a symbol into exactly `width` cells; what does not fit is left out, what is missing is
/// space. A symbol with a control in it is all space.
fn lay(row: &mut Vec<Glyph>, (symbol, width): (&str, usize), pen: Pen, options: &Options) {
    let (start, end) = (row.len(), row.len() + width);
    let symbol = match options.ambiguous {
        Ambiguous::Wide => (options.substitute)(symbol),
        _ => Cow::Borrowed(symbol),
    };
    if !symbol.chars().any(char::is_control) {
        for ch in symbol.chars() {
            let columns = glyph::columns(ch);
            if columns == 0 && glyph::is_mark(ch) && row.len() > start {
                add_mark(row, ch, pen);
            } else if matches!(columns, 1 | 2) && row.len() + usize::from(columns) <= end {
                push(row, (ch, columns), pen, options.ambiguous);
            }
        }
    }
    row.resize(end, Glyph::space(pen.of_space()));
}

fn push(row: &mut Vec<Glyph>, (ch, width): (char, u8), pen: Pen, ambiguous: Ambiguous) {
    if ch == ' ' {
        row.push(Glyph::space(pen.of_space()));
        return;
    }
    row.push(Glyph { ch, marks: None, width, trusted: glyph::is_trusted(ch, ambiguous), pen });
    if width == 2 {
        row.push(Glyph::right_half(pen));
    }
}

/// Adds a mark to the last character; terminals dispute the columns of the whole from then on.
fn add_mark(row: &mut [Glyph], mark: char, pen: Pen) {
    let Some(glyph) = row.iter_mut().rev().find(|glyph| glyph.width > 0) else { return };
    let mut marks = glyph.marks.take().map(|marks| String::from(*marks)).unwrap_or_default();
    if marks.chars().count() < MARKS {
        marks.push(mark);
    }
    *glyph = Glyph { marks: Some(Box::new(marks.into())), trusted: false, pen, ..glyph.clone() };
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    fn plain(cells: &[&str]) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, u16::try_from(cells.len()).unwrap_or(0), 1));
        for (cell, symbol) in buffer.content.iter_mut().zip(cells) {
            cell.set_symbol(symbol);
        }
        let grid = Grid::wanted(&buffer, &Options::default());
        let text = |g: &Glyph| format!("{}{}", g.ch, g.marks.as_deref().map_or("", |marks| marks));
        grid.rows.iter().flatten().map(text).collect::<String>().replace('\0', "<")
    }

    #[test]
    fn cells_are_made_plain() {
        assert_eq!(plain(&["漢", " ", "a"]), "漢<a");
        assert_eq!(plain(&["漢", "│", "a"]), " │a", "a cut wide character is blanked");
        assert_eq!(plain(&["a", "漢"]), "a ", "no room at the edge");
        assert_eq!(plain(&["a\u{1b}[2J", "\u{9b}", "\n"]), "   ");
        assert_eq!(plain(&["e\u{301}", "漢\u{E0100}", " "]), "e\u{301}漢\u{E0100}<");
        assert_eq!(plain(&["👨\u{200d}👩", " ", "x"]), "👨<x");
        assert_eq!(plain(&["⚠\u{fe0f}", " ", "x"]), "⚠ x");
        assert_eq!(plain(&["👍🏽", " ", "", "x"]), "👍< x");
        assert_eq!(plain(&["\u{202e}", "\u{301}"]), "  ");
    }
}
