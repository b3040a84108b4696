//! The hand that writes: it knows where the terminal's cursor is and which pen it holds, and appends the bytes of
//! one glyph, one erase, one shift of rows.

use ratatui::layout::Size;

use super::glyph::{Glyph, Marks};
use super::modes;
use super::motion::{Motion, Spot, sequence};
use super::number::digits;
use super::pen::Pen;
use super::sgr;

/// The bytes of one frame, and the state the terminal is in after them. `None` is not known.
#[derive(Debug)]
pub(super) struct Brush {
    pub(super) out: Vec<u8>,
    /// The marks of all glyphs it is given.
    pub(super) marks: Marks,
    pub(super) at: Option<Spot>,
    pub(super) pen: Option<Pen>,
    pub(super) size: Size,
    pub(super) lean: bool,
}

impl Brush {
    pub(super) fn new(lean: bool) -> Self {
        Self { out: Vec::new(), marks: Marks::default(), at: None, pen: None, size: Size::ZERO, lean }
    }

    /// Brings the terminal, whatever its state, to an empty screen of `size`.
    pub(super) fn start_over(&mut self, size: Size) {
        self.out.extend_from_slice(modes::START_OVER);
        self.at = Some(Spot { x: 0, y: 0, sure: true });
        self.pen = Some(Pen::PLAIN);
        self.size = size;
    }

    /// Moves to `to` for a glyph; `row` is what that row will show, so that a short gap may be written instead.
    pub(super) fn go(&mut self, to: (u16, u16), row: &[Glyph]) {
        let trusted = row.get(usize::from(to.0)).is_none_or(|glyph| glyph.trusted);
        if self.at.is_some_and(|at| (at.x, at.y) == to && (at.sure || !trusted)) {
            return;
        }
        let way = Motion::shortest(self.at, to, self.lean);
        match self.gap(to, row) {
            Some(gap) if gap.iter().map(Glyph::len).sum::<usize>() <= way.len() => {
                for glyph in gap {
                    self.put(glyph);
                }
            }
            _ => self.move_by(way, to),
        }
    }

    /// Moves to `to`, for an erase or to leave the cursor there.
    pub(super) fn jump(&mut self, to: (u16, u16)) {
        if self.at != Some(Spot { x: to.0, y: to.1, sure: true }) {
            self.move_by(Motion::shortest(self.at, to, self.lean), to);
        }
    }

    fn move_by(&mut self, way: Motion, (x, y): (u16, u16)) {
        way.write(&mut self.out);
        self.at = Some(Spot { x, y, sure: true });
    }

    /// The glyphs between cursor and `to` if they could be written as they are: trusted, and no change of pen.
    fn gap<'r>(&self, (x, y): (u16, u16), row: &'r [Glyph]) -> Option<&'r [Glyph]> {
        let at = self.at.filter(|at| self.lean && at.sure && at.y == y && at.x < x)?;
        let gap = row.get(usize::from(at.x)..usize::from(x))?;
        let whole = gap.first().is_some_and(|glyph| glyph.width > 0);
        (whole && gap.iter().all(|glyph| glyph.trusted && self.can_draw(glyph))).then_some(gap)
    }

    /// Whether the pen in hand draws the glyph as it should look.
    fn can_draw(&self, glyph: &Glyph) -> bool {
        self.pen.is_some_and(|pen| pen == glyph.pen || (glyph.is_space() && pen.draws_space_of(glyph.pen)))
    }

    /// Writes one glyph where the cursor is; a right half is written with its left.
    pub(super) fn put(&mut self, glyph: &Glyph) {
        if glyph.width == 0 {
            return;
        }
        if !self.can_draw(glyph) {
            self.take(glyph.pen);
        }
        let width = self.size.width;
        // Without wrapping, tmux and screen put a mark in the last column on the character before.
        let wraps = glyph.marks > 0 && self.at.is_some_and(|at| at.x + u16::from(glyph.width) >= width);
        if wraps {
            self.out.extend_from_slice(b"\x1b[?7h");
        }
        self.write(glyph.ch);
        if glyph.marks > 0 {
            self.marks.get(glyph.marks).for_each(|mark| self.write(mark));
        }
        if wraps {
            self.out.extend_from_slice(b"\x1b[?7l");
        }
        self.at = self.at.and_then(|at| {
            let x = at.x + u16::from(glyph.width);
            // At the right margin terminals differ: the cursor stays, wraps or waits. It is nowhere we know.
            (x < width).then_some(Spot { x, sure: at.sure && glyph.trusted, ..at })
        });
    }

    fn write(&mut self, ch: char) {
        self.out.extend_from_slice(ch.encode_utf8(&mut [0; 4]).as_bytes());
    }

    fn take(&mut self, pen: Pen) {
        sgr::change(&mut self.out, self.pen, pen, self.lean);
        self.pen = Some(pen);
    }

    /// Takes a pen whose erased cells are plain on every terminal, with background colour erase or without.
    fn take_eraser(&mut self) {
        if !self.can_draw(&Glyph::ERASED) {
            self.take(Pen::PLAIN);
        }
    }

    /// EL: erases from `x` to the end of row `y`.
    pub(super) fn erase_to_end(&mut self, to: (u16, u16)) {
        self.jump(to);
        self.take_eraser();
        self.out.extend_from_slice(b"\x1b[K");
    }

    /// ECH: erases `n` cells from `to`, the cursor staying there.
    pub(super) fn erase_cells(&mut self, to: (u16, u16), n: u16, row: &[Glyph]) {
        self.go(to, row);
        self.take_eraser();
        self.csi(n, b'X');
    }

    /// Bytes that writing `n` spaces takes more than erasing them and stepping over would.
    pub(super) fn erasing_pays(&self, n: u16) -> bool {
        self.lean && usize::from(n) > 2 * (3 + digits(n))
    }

    /// IL and DL: shifts the rows `top..bottom` up by `n`, down if `up` is false. The rows below stay, for what one
    /// deletes above them the other inserts; that needs no scroll region. The cursor ends on the first new row.
    pub(super) fn shift(&mut self, (top, bottom): (u16, u16), n: u16, up: bool) {
        let new = bottom.saturating_sub(n);
        let (delete, insert) = if up { (top, new) } else { (new, top) };
        self.take_eraser();
        if up || bottom < self.size.height {
            self.jump((0, delete));
            self.csi(n, b'M');
        }
        if !up || bottom < self.size.height {
            self.jump((0, insert));
            self.csi(n, b'L');
        }
    }

    /// A control sequence with one count; 1 is left out.
    fn csi(&mut self, n: u16, end: u8) {
        sequence(&mut self.out, if n == 1 { &[] } else { std::slice::from_ref(&n) }, end);
    }
}
