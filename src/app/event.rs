//! What happens to the program and what it asks for in return. Time and files come in as events, so
//! that the state needs neither a clock nor a disk.

use std::sync::Arc;

use chrono::NaiveDate;

use super::geometry::Size;
use crate::keys::Key;
use crate::plan::Library;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The screen has this size now.
    Resize(Size),
    /// It is this day now.
    Day(NaiveDate),
    /// The library was read anew.
    Library(Arc<Library>),
}

/// Something the state asks the session to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Go to the background.
    Suspend,
    /// Draw the whole screen anew, whatever stands on it.
    Redraw,
    /// Read the library's files again.
    Reload,
}
