//! The painter as a ratatui `Backend`, for programs that hold a ratatui `Terminal`. A session uses [`Screen`] itself.
//!
//! [`Screen`]: super::Screen

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect, Size};

use super::options::Options;
use super::painter::Painter;

/// Collects the differences that ratatui hands over into a whole frame, and paints it on `flush`: one write, rows
/// that moved are scrolled. It cannot ask the terminal anything: tell it of a new size with [`resize`](Self::resize).
#[derive(Debug)]
pub struct Lean<W: Write> {
    out: W,
    painter: Painter,
    frame: Buffer,
    cursor: Position,
    cursor_shown: bool,
}

impl<W: Write> Lean<W> {
    /// A backend for a terminal of `size` cells in an unknown state.
    pub fn new(out: W, size: Size, options: Options) -> Self {
        let frame = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        Self { out, painter: Painter::new(options), frame, cursor: Position::ORIGIN, cursor_shown: false }
    }

    /// The terminal has a new size.
    pub fn resize(&mut self, size: Size) {
        self.frame = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        self.painter.invalidate();
    }

    /// The `Write` itself.
    pub fn out(&mut self) -> &mut W {
        &mut self.out
    }
}

impl<W: Write> Backend for Lean<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        for (x, y, cell) in content {
            // What ratatui's diff leaves out under a wide character must not come back as a cell over it.
            let covered = x..x.saturating_add(cell.cell_width().max(1));
            for x in covered.skip(1) {
                if let Some(covered) = self.frame.cell_mut((x, y)) {
                    covered.reset();
                }
            }
            if let Some(wanted) = self.frame.cell_mut((x, y)) {
                wanted.clone_from(cell);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor_shown = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor_shown = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.frame.reset();
        self.painter.invalidate();
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.frame.area.as_size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.frame.area.as_size(), pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        let cursor = self.cursor_shown.then_some(self.cursor);
        let bytes = self.painter.paint(&self.frame, cursor);
        let sent = self.out.write_all(bytes).and_then(|()| self.out.flush());
        sent.inspect_err(|_| self.painter.invalidate())
    }
}
