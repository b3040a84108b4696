//! The style text is drawn with, in colours the terminal has; packed, for every cell of a frame is compared by it.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::color;
use super::options::Depth;

/// Foreground, background and attributes in one word: of each colour two bits for its kind and 24 for which of these, and
/// 12 bits of attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen(u64);

/// Bits of a colour.
const COLOR: u32 = 26;
/// The kinds of colours; one of the terminal's own choice is 0 in all its bits.
const NAMED: u32 = 1 << 24;
const INDEXED: u32 = 2 << 24;
const RGB: u32 = 3 << 24;

/// The attributes that show on a space.
const SHOWS_ON_SPACE: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

impl Pen {
    /// Default colours, no attribute: what an erased cell has.
    pub(super) const PLAIN: Self = Self(0);

    /// A pen of these very colours.
    pub(super) fn new(fg: Color, bg: Color, mods: Modifier) -> Self {
        Self(u64::from(packed(fg)) | u64::from(packed(bg)) << COLOR | u64::from(mods.bits()) << (2 * COLOR))
    }

    /// What a cell asks for, whatever colours the terminal has.
    pub(super) fn asked(cell: &Cell) -> Self {
        Self::new(cell.fg, cell.bg, cell.modifier)
    }

    /// The same on a terminal of this depth.
    pub(super) fn rewritten(self, depth: Depth) -> Self {
        Self::new(color::rewrite(self.fg(), depth), color::rewrite(self.bg(), depth), self.mods())
    }

    pub(super) fn fg(self) -> Color {
        unpacked(self.0 as u32)
    }

    pub(super) fn bg(self) -> Color {
        unpacked((self.0 >> COLOR) as u32)
    }

    pub(super) fn mods(self) -> Modifier {
        Modifier::from_bits_truncate((self.0 >> (2 * COLOR)) as u16)
    }

    /// The pen of a space: what cannot be seen on it is left out, so that spaces that look alike are equal.
    pub(super) fn of_space(self) -> Self {
        let background = ((1 << COLOR) - 1) << COLOR;
        if self.mods().intersects(SHOWS_ON_SPACE) { self } else { Self(self.0 & background) }
    }

    /// Whether a space drawn with this pen looks as one drawn with `wanted`.
    pub(super) fn draws_space_of(self, wanted: Self) -> bool {
        self.of_space() == wanted
    }
}

/// A colour in 26 bits; the named ones in the order of [`ANSI`](color::ANSI).
fn packed(color: Color) -> u32 {
    match color {
        Color::Reset => 0,
        Color::Indexed(index) => INDEXED | u32::from(index),
        Color::Rgb(r, g, b) => RGB | u32::from_be_bytes([0, r, g, b]),
        Color::Black => NAMED,
        Color::Red => NAMED + 1,
        Color::Green => NAMED + 2,
        Color::Yellow => NAMED + 3,
        Color::Blue => NAMED + 4,
        Color::Magenta => NAMED + 5,
        Color::Cyan => NAMED + 6,
        Color::Gray => NAMED + 7,
        Color::DarkGray => NAMED + 8,
        Color::LightRed => NAMED + 9,
        Color::LightGreen => NAMED + 10,
        Color::LightYellow => NAMED + 11,
        Color::LightBlue => NAMED + 12,
        Color::LightMagenta => NAMED + 13,
        Color::LightCyan => NAMED + 14,
        Color::White => NAMED + 15,
    }
}

/// The colour in the lowest bits.
fn unpacked(bits: u32) -> Color {
    let [_, r, g, b] = bits.to_be_bytes();
    match bits & RGB {
        NAMED => color::named(b),
        INDEXED => Color::Indexed(b),
        RGB => Color::Rgb(r, g, b),
        _ => Color::Reset,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let rest = [
            Color::Reset,
            Color::Indexed(0),
            Color::Indexed(255),
            Color::Rgb(1, 2, 255),
            Color::Rgb(0, 0, 0),
        ];
        for fg in color::ANSI.into_iter().chain(rest) {
            for (bg, mods) in [
                (Color::Reset, Modifier::all()),
                (Color::Rgb(255, 0, 9), Modifier::BOLD),
                (fg, Modifier::empty()),
            ] {
                let pen = Pen::new(fg, bg, mods);
                assert_eq!((pen.fg(), pen.bg(), pen.mods()), (fg, bg, mods));
                let space = Pen::new(Color::Reset, bg, Modifier::empty());
                assert_eq!(pen.of_space(), if mods == Modifier::all() { pen } else { space });
            }
        }
        assert_eq!(Pen::new(Color::Reset, Color::Reset, Modifier::empty()), Pen::PLAIN);
    }
}
