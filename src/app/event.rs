//! What happens to the program and what it asks for in return. Time and files come in as events, so
//! that the state needs neither a clock nor a disk.

use std::sync::Arc;

use chrono::NaiveDate;

use super::find::Search;
use super::geometry::Size;
use super::memory::Memory;
use crate::find::Found;
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
    /// The library was read anew: as written, and in simplified characters.
    LibraryInBoth(Arc<Library>, Arc<Library>),
    /// The first library is, in simplified characters, the second.
    Simplified(Arc<Library>, Arc<Library>),
    /// What was found for the search of this number.
    Found(u64, Arc<Found>),
    /// What the reader left behind is this now.
    Memory(Memory),
    /// Something to tell the reader at the foot of the screen.
    Notice(String),
}

impl Event {
    /// The library as written, where it was read anew.
    pub fn library(&self) -> Option<&Arc<Library>> {
        match self {
            Self::Library(library) | Self::LibraryInBoth(library, _) => Some(library),
            _ => None,
        }
    }
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
    /// Search for this, and answer with [`Event::Found`].
    Search(Search),
    /// Copy this text for the reader to paste.
    Copy(String),
    /// Leave the full screen, print this text plainly, come back on a key.
    Print(String),
    /// Make the link that the notice shows one that can be clicked, where the reader asked for that.
    Link(String),
    /// Pin the item called `path`, which says `last` now, or unpin it.
    Pin {
        /// `plan/section/item`.
        path: String,
        /// What it says now.
        last: String,
    },
    /// Write this note on the pin of `path`.
    Note {
        /// `plan/section/item`.
        path: String,
        /// The note.
        note: String,
    },
    /// The item called this was read.
    Read(String),
    /// Everything was read.
    ReadAll,
    /// Look again at what the reader left behind: another window may have changed it.
    Recall,
    /// Put the library as written into simplified characters, and answer with [`Event::Simplified`].
    Simplify,
    /// Read the library's files again.
    Reload,
}
