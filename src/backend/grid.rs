//! A whole screen of glyphs: what a frame means once every cell is made plain, or what the terminal shows now.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

use super::glyph::{self, Glyph, Marks};
use super::options::{Ambiguous, Depth, Options};
use super::pen::Pen;

/// Rows of glyphs, all of `size.width` cells, one after the other. A glyph of width 2 is always followed by its right
/// half, with the same pen, and a right half stands nowhere else.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) size: Size,
    pub(super) cells: Vec<Glyph>,
}

/// How what is drawn becomes glyphs: for what terminal, and what their marks are called.
#[derive(Debug)]
pub(super) struct Manner<'m> {
    pub(super) options: &'m Options,
    pub(super) marks: &'m mut Marks,
}

impl Grid {
    /// The screen that `buffer` asks for, in the memory of one that is not needed any more.
    pub(super) fn wanted(buffer: &Buffer, mut manner: Manner, mut cells: Vec<Glyph>) -> Self {
        let size = buffer.area.as_size();
        let mut pens = Pens::new(manner.options.depth);
        cells.clear();
        cells.reserve_exact(buffer.content.len());
        for row in buffer.content.chunks(usize::from(size.width).max(1)) {
            add_row(&mut cells, row, &mut pens, &mut manner);
        }
        Self { size, cells }
    }

    /// The rows from the top.
    pub(super) fn rows(&self) -> impl ExactSizeIterator<Item = &[Glyph]> {
        self.cells.chunks_exact(self.width())
    }

    /// The row `y`.
    pub(super) fn row(&self, y: usize) -> Option<&[Glyph]> {
        self.cells.get(y * self.width()..(y + 1) * self.width())
    }

    /// The cells of one row, if there are any.
    pub(super) fn width(&self) -> usize {
        usize::from(self.size.width).max(1)
    }

    /// Trusts and distrusts the glyphs anew.
    pub(super) fn learn(&mut self, ambiguous: Ambiguous) {
        for glyph in self.cells.iter_mut().filter(|glyph| glyph.width > 0 && glyph.marks == 0) {
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

/// Adds one row made plain: wide characters cut by a later cell or by the edge are blanked.
fn add_row(row: &mut Vec<Glyph>, cells: &[Cell], pens: &mut Pens, manner: &mut Manner) {
    let (start, ambiguous) = (row.len(), manner.options.ambiguous);
    while let Some((cell, after)) = cells.get(row.len() - start..).and_then(<[Cell]>::split_first) {
        let (symbol, pen) = (cell.symbol(), pens.of(cell));
        if symbol == " " {
            row.push(Glyph::space(pen.of_space()));
            continue;
        }
        // Nearly every symbol is one character, and no terminal draws it otherwise.
        let alone = alone(symbol).filter(|_| ambiguous != Ambiguous::Wide);
        let width = alone.map_or_else(|| symbol_columns(symbol), |(_, columns)| usize::from(columns));
        let fits = after.get(..width - 1).is_some_and(|covered| covered.iter().all(is_blank));
        match alone {
            _ if !fits => row.push(Glyph::space(pen.of_space())),
            Some(glyph) => push(row, glyph, pen, ambiguous),
            None => lay(row, (symbol, width), pen, manner),
        }
    }
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
fn lay(row: &mut Vec<Glyph>, (symbol, width): (&str, usize), pen: Pen, manner: &mut Manner) {
    let (start, end, options) = (row.len(), row.len() + width, manner.options);
    let symbol = match options.ambiguous {
        Ambiguous::Wide => (options.substitute)(symbol),
        _ => Cow::Borrowed(symbol),
    };
    if !symbol.chars().any(char::is_control) {
        for ch in symbol.chars() {
            let columns = glyph::columns(ch);
            if columns == 0 && glyph::is_mark(ch) && row.len() > start {
                add_mark(row, ch, pen, manner.marks);
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
    row.push(Glyph { ch, marks: 0, width, trusted: glyph::is_trusted(ch, ambiguous), pen });
    if width == 2 {
        row.push(Glyph::right_half(pen));
    }
}

/// Adds a mark to the last character; terminals dispute the columns of the whole from then on.
fn add_mark(row: &mut [Glyph], mark: char, pen: Pen, marks: &mut Marks) {
    if let Some(glyph) = row.iter_mut().rev().find(|glyph| glyph.width > 0) {
        *glyph = Glyph { marks: marks.with(glyph.marks, mark), trusted: false, pen, ..*glyph };
    }
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
        let mut marks = Marks::default();
        let manner = Manner { options: &Options::default(), marks: &mut marks };
        let grid = Grid::wanted(&buffer, manner, Vec::new());
        let text =
            |glyph: &Glyph| std::iter::once(glyph.ch).chain(marks.get(glyph.marks)).collect::<Vec<_>>();
        grid.cells.iter().flat_map(text).collect::<String>().replace('\0', "<")
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
