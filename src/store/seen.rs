//! What the reader has read, and what is new or changed since. Saving it is the
//! [`Store`](super::Store)'s.

use super::digest::SCHEME;
use super::keep::Kept;
use super::pins::reading_order;
use super::seen_file::{AsRead, SeenFile};
use crate::lang::Lang;
use crate::plan::{Date, ItemRef, Library, Severity};
use crate::sort;

/// What the reader has read of one library.
#[derive(Clone, Debug)]
pub struct Seen {
    pub(super) kept: Kept<SeenFile>,
}

/// What is new or changed since it was read, each list in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Items that were not there.
    pub new: Vec<ItemRef>,
    /// Items that say something else now.
    pub changed: Vec<Change>,
}

/// An item that says something else than when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The item.
    pub at: ItemRef,
    /// Its figure as it was written and is written, where that differs.
    pub figure: Option<Step>,
    /// Its date as it was written and is written (EDTF), where that differs.
    pub date: Option<Step>,
}

/// From what to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it was; empty when there was none.
    pub old: String,
    /// What it is; empty when there is none.
    pub new: String,
}

impl Seen {
    /// For a reader who comes for the first time: all of `library` counts as read.
    pub fn first(library: &Library) -> Self {
        let mut seen = Self { kept: Kept::saved(SeenFile::default()) };
        seen.mark_all(library);
        seen
    }

    /// What a file held. Digests of another scheme say nothing: what they stand for counts as read.
    pub(super) fn from_file(file: SeenFile, library: &Library) -> Self {
        let known = file.digests == SCHEME;
        let mut seen = Self { kept: Kept::saved(file) };
        if !known {
            for (at, path) in paths(library) {
                if seen.kept.state.items.contains_key(&path) {
                    seen.mark(library, at);
                }
            }
        }
        seen
    }

    /// What of `library` is new or changed since it was read.
    pub fn changes(&self, library: &Library) -> Changes {
        let mut changes = Changes::default();
        for (at, path) in paths(library) {
            let Some(now) = AsRead::now(library, at) else { continue };
            match self.kept.state.items.get(&path) {
                None => changes.new.push(at),
                Some(before) if before.digest == now.digest => {}
                Some(before) => changes.changed.push(Change {
                    at,
                    figure: step(&before.figure, now.figure),
                    date: step(&before.date, now.date),
                }),
            }
        }
        changes
    }

    /// Notes that the item at `at` has been read as it is now. True when that is news.
    pub fn mark(&mut self, library: &Library, at: ItemRef) -> bool {
        let Some((path, now)) = library.path(at).zip(AsRead::now(library, at)) else { return false };
        if self.kept.state.items.get(&path) == Some(&now) {
            return false;
        }
        self.kept.step(&path, Some(now));
        true
    }

    /// Notes that every item has been read, and forgets those that are gone.
    pub fn mark_all(&mut self, library: &Library) {
        for (at, _) in library.items() {
            self.mark(library, at);
        }
        self.forget_gone(library);
    }

    /// Forgets the items that `library` no longer has, so that the file does not grow for ever. While a file
    /// of the library is wrong it forgets nothing: when the file is right again, its items are not new.
    pub fn forget_gone(&mut self, library: &Library) {
        if library.problems.iter().any(|problem| problem.severity() == Severity::Error) {
            return;
        }
        let gone = |path: &&String| library.find_path(path).is_none();
        let gone: Vec<String> = self.kept.state.items.keys().filter(gone).cloned().collect();
        for path in gone {
            self.kept.step(&path, None);
        }
    }

    /// Whether something is not saved yet.
    pub fn unsaved(&self) -> bool {
        self.kept.unsaved()
    }
}

impl Changes {
    /// How many items are new or changed.
    pub fn len(&self) -> usize {
        self.new.len() + self.changed.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them in reading order.
    pub fn items(&self) -> Vec<ItemRef> {
        let changed = self.changed.iter().map(|change| change.at);
        let mut items: Vec<ItemRef> = self.new.iter().copied().chain(changed).collect();
        sort::by_key(&mut items, |at| reading_order(*at));
        items
    }

    /// How the item at `at` changed, if it did.
    pub fn of(&self, at: ItemRef) -> Option<&Change> {
        self.changed.iter().find(|change| change.at == at)
    }
}

impl Change {
    /// What to show of it, old and new: the figure, else the date in words. None where only other words
    /// changed.
    pub fn words(&self, lang: Lang) -> Option<(String, String)> {
        if let Some(Step { old, new }) = &self.figure {
            return Some((old.clone(), new.clone()));
        }
        let words = |written: &str| match Date::parse(written) {
            Ok(date) => date.words(lang),
            Err(_) => written.to_owned(),
        };
        self.date.as_ref().map(|step| (words(&step.old), words(&step.new)))
    }
}

fn step(old: &str, new: String) -> Option<Step> {
    (old != new).then(|| Step { old: old.to_owned(), new })
}

/// Every item with its path, in reading order.
fn paths(library: &Library) -> impl Iterator<Item = (ItemRef, String)> {
    library.items().filter_map(|(at, _)| Some((at, library.path(at)?)))
}
