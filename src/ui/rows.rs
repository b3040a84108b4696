//! Which rows of a list are drawn: all of them, or what a step of the cursor changes in the frame before.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put;
use crate::app::{App, Cursor};

/// The rows to draw.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rows {
    /// All of them, where nothing is drawn yet.
    All,
    /// Over the frame in which the cursor stood there, the one it has left and the one it stands on now.
    Since(Cursor),
}

impl Rows {
    /// The same where the frame before shows the same rows in `area`, which is told by where the cursor `stays`; all of
    /// them where it does not, `area` emptied for them.
    pub(super) fn where_stays(self, stays: impl Fn(Cursor) -> bool, area: Rect, buf: &mut Buffer) -> Self {
        match self {
            Self::Since(before) if stays(before) => self,
            _ => self.anew(area, buf),
        }
    }

    /// All that stands in `area`, which is emptied of what the frame before shows there.
    pub(super) fn anew(self, area: Rect, buf: &mut Buffer) -> Self {
        if let Self::Since(_) = self {
            put::clear(buf, area);
        }
        Self::All
    }

    /// Whether the row `at` is drawn on `line`, which is emptied for it where the frame before shows it.
    pub(super) fn take(self, app: &App, (at, line): (usize, Rect), buf: &mut Buffer) -> bool {
        let Self::Since(before) = self else { return true };
        let changes = at == before.at || at == app.place.cursor.at;
        if changes {
            put::clear(buf, line);
        }
        changes
    }

    /// Whether any row of `part` is drawn.
    pub(super) fn any_in(self, app: &App, part: &Range<usize>) -> bool {
        match self {
            Self::All => true,
            Self::Since(before) => part.contains(&before.at) || part.contains(&app.place.cursor.at),
        }
    }
}
