//! A screen to draw on: a frame, a painter and the `Write` the bytes go to, one write a frame.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::options::{Ambiguous, Options};
use super::painter::Painter;

/// A terminal of one reader, seen as frames.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    painter: Painter,
    area: Rect,
    /// The frame as it was last drawn; of another area until there is one.
    frame: Buffer,
}

impl<W: Write> Screen<W> {
    /// A screen of `size` cells. Nothing is written yet; see [`ENTER`](super::ENTER).
    pub fn new(out: W, size: Size, options: Options) -> Self {
        Self {
            out,
            painter: Painter::new(options),
            area: Rect::from((Position::ORIGIN, size)),
            frame: Buffer::default(),
        }
    }

    /// Draws one frame: `render` gets an empty buffer of the whole screen and says where the cursor shows, if it
    /// does. Returns the bytes written; 0 when the terminal shows that frame already.
    ///
    /// # Errors
    /// Those of the `Write`. The terminal is then taken to be in any state, and the next frame paints everything.
    pub fn draw(&mut self, render: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<usize> {
        self.frame.reset();
        self.draw_over(render)
    }

    /// The same with a `render` that gets the frame as it was last drawn, to change what changes. That is an empty one
    /// where there was none of this size.
    ///
    /// # Errors
    /// Those of the `Write`.
    pub fn draw_over(&mut self, render: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<usize> {
        if self.frame.area != self.area {
            self.frame = Buffer::empty(self.area);
        }
        let cursor = render(&mut self.frame);
        let bytes = self.painter.paint(&self.frame, cursor);
        let written = bytes.len();
        if written > 0 {
            let sent = self.out.write_all(bytes).and_then(|()| self.out.flush());
            sent.inspect_err(|_| self.painter.invalidate())?;
        }
        Ok(written)
    }

    /// The terminal has a new size; the next frame paints everything.
    pub fn resize(&mut self, size: Size) {
        self.area = Rect::from((Position::ORIGIN, size));
        self.painter.invalidate();
    }

    /// The terminal shows something else than was drawn; the next frame paints everything.
    pub fn invalidate(&mut self) {
        self.painter.invalidate();
    }

    /// It is known by now how wide the terminal draws ambiguous characters; see [`Painter::learn`].
    pub fn learn(&mut self, ambiguous: Ambiguous) {
        self.painter.learn(ambiguous);
    }

    /// The terminal is another, or is to be treated otherwise; the next frame paints everything.
    pub fn set_options(&mut self, options: Options) {
        self.painter = Painter::new(options);
    }

    /// What the painter was told of the terminal.
    pub fn options(&self) -> &Options {
        self.painter.options()
    }

    /// Columns and rows.
    pub fn size(&self) -> Size {
        self.area.as_size()
    }

    /// The frame as it was last drawn.
    pub fn frame(&self) -> &Buffer {
        &self.frame
    }

    /// The `Write` itself, for what is not drawing: [`ENTER`](super::ENTER), the clipboard, a bell. What moves the
    /// cursor, changes the style or shows text needs an [`invalidate`](Self::invalidate) after it.
    pub fn out(&mut self) -> &mut W {
        &mut self.out
    }
}
