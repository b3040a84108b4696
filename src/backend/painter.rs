//! The painter: it remembers what the terminal shows and writes the bytes that turn it into the next frame.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::brush::Brush;
use super::glyph::Glyph;
use super::grid::{Grid, Manner};
use super::modes;
use super::options::{Ambiguous, Options};
use super::passes;
use super::scroll::Shift;

/// Frames of fewer bytes reach the terminal in one piece anyway.
const SYNC_FROM: usize = 1024;
/// A frame rarely holds more blocks that moved.
const SHIFTS: usize = 4;

/// Turns frames into bytes. It writes nothing itself; what it returns must all reach the terminal, in order, else
/// call [`invalidate`](Self::invalidate).
#[derive(Debug)]
pub struct Painter {
    options: Options,
    brush: Brush,
    /// What the terminal shows; `None` when that is not known.
    shown: Option<Grid>,
    /// The memory of what it showed before.
    spare: Vec<Glyph>,
    /// Whether the cursor is shown; `None` when that is not known.
    cursor_shown: Option<bool>,
}

impl Painter {
    /// A painter for a terminal in an unknown state.
    pub fn new(options: Options) -> Self {
        Self { options, brush: Brush::new(options.lean), shown: None, spare: Vec::new(), cursor_shown: None }
    }

    /// What it was told of the terminal.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Takes in how wide ambiguous characters are, which was not known. What the terminal shows stays, unless they take
    /// two columns: then it stands wrong, and the next frame paints everything.
    pub fn learn(&mut self, ambiguous: Ambiguous) {
        if std::mem::replace(&mut self.options.ambiguous, ambiguous) == ambiguous {
            return;
        }
        match &mut self.shown {
            Some(shown) if ambiguous != Ambiguous::Wide => shown.learn(ambiguous),
            _ => self.invalidate(),
        }
    }

    /// Takes the terminal to be in any state: the next frame paints everything. For ^L, a resumed process, a failed
    /// write. A frame of another size does so by itself.
    pub fn invalidate(&mut self) {
        self.shown = None;
        self.cursor_shown = None;
        self.brush = Brush::new(self.options.lean);
    }

    /// The bytes that make the terminal show `next`, with its cursor at `cursor` or hidden; empty when it does
    /// already. `next` is the whole screen, its first cell the upper left corner.
    pub fn paint(&mut self, next: &Buffer, cursor: Option<Position>) -> &[u8] {
        if self.brush.marks.are_many() {
            self.invalidate();
        }
        self.brush.out.clear();
        self.brush.out.extend_from_slice(modes::BEGIN);
        let manner = Manner { options: &self.options, marks: &mut self.brush.marks };
        let wanted = Grid::wanted(next, manner, std::mem::take(&mut self.spare));
        let shown = self.shown.take().filter(|shown| shown.size == wanted.size);
        if shown.is_none() {
            self.cursor_shown = None;
            self.brush.start_over(wanted.size);
        }
        if cursor.is_none() {
            self.show_cursor(false);
        }
        let mut scrolled = false;
        let shown = shown.map(|mut shown| {
            scrolled = self.scroll(&mut shown, &wanted);
            shown
        });
        passes::paint(&mut self.brush, shown.as_ref(), &wanted);
        self.place_cursor(cursor);
        self.spare = shown.map(|shown| shown.cells).unwrap_or_default();
        self.shown = Some(wanted);
        self.finish(scrolled)
    }

    /// Shifts the blocks of rows that have moved, on the terminal and in the model. True if there were any.
    fn scroll(&mut self, shown: &mut Grid, wanted: &Grid) -> bool {
        let shifts = if self.options.scroll && self.options.lean { SHIFTS } else { 0 };
        for done in 0..shifts {
            let Some(shift) = Shift::best(shown, wanted) else { return done > 0 };
            let row = |y: usize| u16::try_from(y).unwrap_or(u16::MAX);
            self.brush.shift((row(shift.top), row(shift.bottom)), row(shift.n), shift.up);
            shift.apply(shown);
        }
        shifts > 0
    }

    fn place_cursor(&mut self, cursor: Option<Position>) {
        let Some(Position { x, y }) = cursor else { return };
        let last = |n: u16| n.saturating_sub(1);
        let size = self.brush.size;
        self.brush.jump((x.min(last(size.width)), y.min(last(size.height))));
        self.show_cursor(true);
    }

    fn show_cursor(&mut self, show: bool) {
        if self.cursor_shown != Some(show) {
            self.brush.out.extend_from_slice(if show { modes::SHOW } else { modes::HIDE });
            self.cursor_shown = Some(show);
        }
    }

    /// Keeps the synchronized update only where it pays.
    fn finish(&mut self, scrolled: bool) -> &[u8] {
        let body = modes::BEGIN.len();
        let long = self.brush.out.len() - body >= SYNC_FROM;
        if self.options.sync && (long || scrolled) {
            self.brush.out.extend_from_slice(modes::END);
            return &self.brush.out;
        }
        self.brush.out.get(body..).unwrap_or_default()
    }
}
