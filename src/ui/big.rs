//! A figure in big digits: its digits as large as they fit, qualifier, scale and unit beside them as text, on
//! the line the digits stand on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line as BigLine;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use super::put;
use super::theme::Look;
use crate::app::lines::Tone;
use crate::plan::Figure;
use crate::text;

/// A part of a figure: digits to be drawn big, or text.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Big(String),
    Text(String),
}

/// A figure set in one size.
#[derive(Debug)]
pub(super) struct Big {
    pieces: Vec<Piece>,
    size: PixelSize,
    /// Columns and rows of a digit.
    digit: (u16, u16),
}

/// The sizes of digits, the largest first: what each is called, its columns and rows.
const SIZES: [(PixelSize, (u16, u16)); 3] =
    [(PixelSize::Full, (8, 8)), (PixelSize::HalfHeight, (8, 4)), (PixelSize::Quadrant, (4, 4))];

impl Big {
    /// The figure as large as fits into `width` columns and `height` rows; `None` where no size does. The
    /// smaller sizes are drawn with half blocks, which ASCII has not.
    pub(super) fn fit(figure: &Figure, (width, height): (u16, u16), look: &Look) -> Option<Self> {
        let sizes = SIZES.into_iter().filter(|(size, _)| !look.frame.is_ascii || *size == PixelSize::Full);
        let fits = |big: &Self| big.width() <= usize::from(width) && big.digit.1 <= height;
        sizes.map(|(size, digit)| Self { pieces: pieces(figure), size, digit }).find(fits)
    }

    /// The rows it takes.
    pub(super) fn height(&self) -> u16 {
        self.digit.1
    }

    fn width(&self) -> usize {
        let piece = |piece: &Piece| match piece {
            Piece::Big(digits) => digits.chars().map(|c| usize::from(self.columns(c))).sum(),
            Piece::Text(words) => text::width(words) + 2,
        };
        self.pieces.iter().map(piece).sum()
    }

    /// The columns of one character: a point or comma takes half of a digit, and never touches the next.
    fn columns(&self, c: char) -> u16 {
        if c.is_ascii_digit() { self.digit.0 } else { (self.digit.0 / 2).max(3) }
    }

    /// Draws it at the top left of `area`.
    pub(super) fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        // The glyphs leave their last eighth empty: at full height that is a row.
        let line = put::below(area, self.digit.1 - 1 - u16::from(self.size == PixelSize::Full));
        let mut taken = 0;
        for piece in &self.pieces {
            match piece {
                Piece::Big(digits) => {
                    for c in digits.chars() {
                        self.draw_digit(look, (put::inset(area, taken, 0), c), buf);
                        taken += self.columns(c);
                    }
                }
                Piece::Text(words) => {
                    taken += u16::from(taken > 0);
                    taken += put::words(buf, put::inset(line, taken, 0), words, look.tone(Tone::Title)) + 1;
                }
            }
        }
    }

    /// Draws one digit, point or comma. What is drawn is set by columns, so that the empty ones of a point
    /// need not be.
    fn draw_digit(&self, look: &Look, (area, c): (Rect, char), buf: &mut Buffer) {
        let mut glyph = Buffer::empty(Rect::new(0, 0, self.digit.0, self.digit.1));
        let mut big = BigText::builder();
        big.pixel_size(self.size).style(look.tone(Tone::Figure)).lines([BigLine::from(c.to_string())]);
        big.build().render(glyph.area, &mut glyph);
        let columns = self.columns(c).min(area.width);
        // A point stands in the third and fourth of eight columns.
        let from = if c.is_ascii_digit() { 0 } else { self.digit.0 / 8 };
        for (y, x) in (0..self.digit.1.min(area.height)).flat_map(|y| (0..columns).map(move |x| (y, x))) {
            let drawn = glyph.cell((from + x, y)).filter(|cell| cell.symbol() != " ");
            if let (Some(drawn), Some(cell)) = (drawn, buf.cell_mut((area.x + x, area.y + y))) {
                cell.clone_from(drawn);
                if look.frame.is_ascii {
                    cell.set_symbol(look.frame.block);
                }
            }
        }
    }
}

/// The figure in parts: digits, with the points and commas in them, apart from what stands around them.
fn pieces(figure: &Figure) -> Vec<Piece> {
    let parts = figure.parts();
    let mut pieces = vec![Piece::Text(parts.before.to_owned())];
    for c in figure.western_digits().chars() {
        let is_big = c.is_ascii_digit() || matches!(c, '.' | ',');
        match (pieces.last_mut(), is_big) {
            (Some(Piece::Big(digits)), true) => digits.push(c),
            (Some(Piece::Text(words)), false) => words.push(c),
            (_, true) => pieces.push(Piece::Big(c.to_string())),
            (_, false) => pieces.push(Piece::Text(c.to_string())),
        }
    }
    match pieces.last_mut() {
        Some(Piece::Text(words)) => words.push_str(parts.after),
        _ => pieces.push(Piece::Text(parts.after.to_owned())),
    }
    pieces.retain(|piece| !matches!(piece, Piece::Text(words) if words.is_empty()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(figure: &str) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Big(digits) => format!("[{digits}]"),
            Piece::Text(words) => words,
        };
        Figure::parse(figure)
            .map_or_else(|_| String::new(), |it| pieces(&it).into_iter().map(piece).collect())
    }

    #[test]
    fn digits_are_big_whatever_they_are_written_in() {
        for (figure, set) in [
            ("逾16.5億美元", "逾[16.5]億美元"),
            ("兩個", "[2]個"),
            ("五十六條", "[56]條"),
            ("1.5萬至2.5萬平方呎", "[1.5]萬至[2.5]萬平方呎"),
            ("可達1,000萬平方呎", "可達[1,000]萬平方呎"),
            ("第十一屆", "第[11]屆"),
            ("95%", "[95]%"),
            ("10至15個", "[10]至[15]個"),
        ] {
            assert_eq!(written(figure), set);
        }
    }
}
