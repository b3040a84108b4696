//! The files of a library that is read again and again: what each last said that made sense. A file that
//! breaks, shrinks to nothing or can't be read keeps its last good text until it is right again; a file
//! that was deleted is gone. Finds nothing out by itself: `load` does the reading.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::Stamp;
use super::draft::SourceFile;
use super::file::File;
use super::limits::Limits;
use super::load::{Found, Reading, whole};
use super::model::Library;
use super::problem::{Problem, Reason};
use super::read::parse;

/// The files of a library, each in its last good state.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The files that are shown, by path.
    files: BTreeMap<String, SourceFile>,
    /// The state of each when it was last read.
    stamps: BTreeMap<String, Stamp>,
    /// What is wrong with those whose last good text stands in for what they say now, by path.
    spoilt: BTreeMap<String, Vec<Problem>>,
    /// What is wrong with the library's folder, whose last state is shown.
    lost: Option<Problem>,
    limits: Limits,
}

impl Shelf {
    /// A shelf for no more than `limits` allow.
    pub fn within(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// How much it holds at most.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Reads everything in `folder`. True when that changed anything.
    pub fn refresh(&mut self, folder: &Path) -> bool {
        self.put(Found::in_folder(folder, &self.limits, &|_| true))
    }

    /// Takes in what was found in the library's folder. True when that changed anything. Files that are
    /// there but were not read stay as they are, or stay away. A folder without any plan takes no plan
    /// away: it is being moved, or is not what it was.
    pub fn put(&mut self, found: Found) -> bool {
        let has_plan = found.files.keys().any(|path| path.ends_with("/plan.toml"));
        let none =
            || (!has_plan && found.shut.is_empty() && !self.files.is_empty()).then_some(Reason::NoPlans);
        let lost = found.closed.or_else(none).map(|reason| whole(&found.name, reason));
        let mut changed = lost != self.lost;
        self.lost = lost;
        if self.lost.is_some() {
            return changed;
        }
        let shut = |path: &str| found.shut.get(path.split('/').next().unwrap_or_default());
        changed |= self.leave_out(|path| found.files.contains_key(path) || shut(path).is_some());
        for reading in found.files.into_values().flatten() {
            changed |= self.put_one(reading);
        }
        for path in self.files.keys().cloned().collect::<Vec<_>>() {
            if let Some(why) = shut(&path) {
                self.stamps.remove(&path);
                changed |= self.spoil(&path, vec![whole(&path, Reason::Unreadable(why.clone()))]);
            }
        }
        changed
    }

    /// The library, with what is wrong now in place of what was wrong with the texts that stand in.
    pub fn library(&self) -> Library {
        let mut library = Library::from_files(self.files.values());
        library.problems.retain(|problem| !self.spoilt.contains_key(&problem.place.file));
        library.problems.extend(self.lost.iter().chain(self.spoilt.values().flatten()).cloned());
        library.problems.sort_by(|a, b| a.place.cmp(&b.place));
        let lost =
            self.lost.iter().filter(|_| !self.files.is_empty()).map(|problem| problem.place.file.clone());
        library.kept = lost.chain(self.spoilt.keys().cloned()).collect();
        library
    }

    /// The paths of all files, and the state of each when it was last read.
    pub fn stamps(&self) -> impl Iterator<Item = (&str, Option<Stamp>)> {
        self.files.keys().map(|path| (path.as_str(), self.stamps.get(path).copied()))
    }

    fn put_one(&mut self, reading: Reading) -> bool {
        let Reading { file, stamp } = reading;
        let path = file.path.clone();
        match stamp {
            Some(stamp) => self.stamps.insert(path.clone(), stamp),
            None => self.stamps.remove(&path),
        };
        let wrong = spoils(&file);
        if !wrong.is_empty() && self.files.get(&path).is_some_and(|known| spoils(known).is_empty()) {
            return self.spoil(&path, wrong);
        }
        let mended = self.spoilt.remove(&path).is_some();
        let before = self.files.get(&path).map(|known| &known.text);
        let same = before == Some(&file.text);
        self.files.insert(path, file);
        mended || !same
    }

    fn spoil(&mut self, path: &str, problems: Vec<Problem>) -> bool {
        let before = self.spoilt.insert(path.to_owned(), problems);
        before.as_ref() != self.spoilt.get(path)
    }

    /// Leaves out every file but those to keep.
    fn leave_out(&mut self, keep: impl Fn(&str) -> bool) -> bool {
        let before = self.files.len();
        self.files.retain(|path, _| keep(path));
        self.stamps.retain(|path, _| keep(path));
        self.spoilt.retain(|path, _| keep(path));
        self.files.len() < before
    }
}

/// Why a file says nothing at all: it can't be read, is no TOML, or is empty, as a disk that is full or a
/// writer that was interrupted leaves it.
fn spoils(source: &SourceFile) -> Vec<Problem> {
    let mut file = File::new(&source.path, source.text.as_deref().unwrap_or_default());
    if let Err(reason) = &source.text {
        file.wrong_whole(reason.clone());
    } else if parse(&mut file).is_some_and(|tables| tables.get_ref().is_empty()) {
        let table = if source.path.ends_with("/plan.toml") { "plan" } else { "section" };
        file.wrong(&(0..0), Reason::Missing { key: "title", table });
    }
    file.problems
}
