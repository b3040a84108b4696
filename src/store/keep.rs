//! State that changes in memory first and on the disk later: what is known, and the steps not saved yet.

use std::collections::BTreeMap;

/// What a state file holds: entries by item path, each changed by steps that can be taken again on whatever
/// another window has left on the disk.
pub(super) trait Record: Sized + Clone {
    /// One step, for one item.
    type Step: Clone;

    /// The first part of the file's name.
    const NAME: &'static str;

    /// Reads a file's text; what is wrong with it when it can't be.
    fn read(text: &str) -> Result<Self, Unfit>;

    /// The text of the file, of the library a person knows as `library`.
    fn write(&self, library: &str) -> String;

    /// Takes a step.
    fn apply(&mut self, path: &str, step: &Self::Step);

    /// Two steps for the same item as one.
    fn join(earlier: Self::Step, later: Self::Step) -> Self::Step;
}

/// Why a text is no state file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    Corrupt(String),
    Newer,
}

/// State and the steps not saved yet.
#[derive(Clone, Debug)]
pub(super) struct Kept<T: Record> {
    pub(super) state: T,
    waiting: BTreeMap<String, T::Step>,
}

impl<T: Record> Kept<T> {
    /// State as it is on the disk.
    pub(super) fn saved(state: T) -> Self {
        Self { state, waiting: BTreeMap::new() }
    }

    /// Takes a step in memory and remembers it for the disk.
    pub(super) fn step(&mut self, path: &str, step: T::Step) {
        self.state.apply(path, &step);
        let step = match self.waiting.remove(path) {
            Some(earlier) => T::join(earlier, step),
            None => step,
        };
        self.waiting.insert(path.to_owned(), step);
    }

    /// Whether there is something to save.
    pub(super) fn unsaved(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// What the disk should hold, given what it holds now. Where it holds nothing that can be read, what is
    /// known here counts: a file that went away must not take acknowledged state with it.
    pub(super) fn over(&self, disk: Option<T>) -> T {
        let mut merged = disk.unwrap_or_else(|| self.state.clone());
        for (path, step) in &self.waiting {
            merged.apply(path, step);
        }
        merged
    }
}
