//! What the reader left behind, as far as the screen needs it: pins with their notes, and what is new or
//! changed since it was last read. The state asks for changes by effects and is told the outcome by
//! events, so that what stands here is what is on the disk.

use crate::plan::{ItemRef, Library};
use crate::sort;

/// A pinned item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pin {
    /// `plan/section/item`.
    pub path: String,
    /// What the item said when it was pinned.
    pub last: String,
    /// The reader's note, or empty.
    pub note: String,
}

/// An item that is new or has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// The item.
    pub item: ItemRef,
    /// What its figure or date was before, where that changed.
    pub was: Option<String>,
    /// Whether it was not there before at all.
    pub is_new: bool,
}

/// Everything the reader left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The pins in reading order, those whose item is gone last.
    pub pins: Vec<Pin>,
    /// What is new or changed, in reading order.
    pub news: Vec<News>,
}

impl Memory {
    /// The pin on the item called `path`.
    pub fn pin(&self, path: &str) -> Option<&Pin> {
        self.pins.iter().find(|pin| pin.path == path)
    }

    /// What is new about `item`.
    pub fn news(&self, item: ItemRef) -> Option<&News> {
        self.news.iter().find(|news| news.item == item)
    }

    /// The pins in the reading order of `library`, those whose item is gone last.
    pub fn sort_pins(&mut self, library: &Library) {
        let placed =
            std::mem::take(&mut self.pins).into_iter().map(|pin| (library.find_path(&pin.path), pin));
        let mut placed: Vec<_> = placed.collect();
        sort::by(&mut placed, |(a, one), (b, other)| {
            (a.is_none(), a, &one.path).cmp(&(b.is_none(), b, &other.path))
        });
        self.pins = placed.into_iter().map(|(_, pin)| pin).collect();
    }
}
