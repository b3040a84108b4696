//! The files of a library that is read again and again: what each last said that made sense. A file that
//! breaks, shrinks to nothing or can't be read keeps its last good text until it is right again; a file
//! that was deleted is gone. Finds nothing out by itself: `load` does the reading.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use super::disk::Stamp;
use super::draft::SourceFile;
use super::file::File;
use super::limits::{Left, Limits};
use super::link::link;
use super::load::{Found, Reading, parts, plans, whole};
use super::model::{Library, Loading};
use super::opening::{folder_of, name_of};
use super::part::Part;
use super::problem::{Problem, Reason};
use super::read::parse;
use super::squeeze::Squeezed;
use crate::sort;

/// The files of a library, each in its last good state.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The files that are shown, by path.
    files: BTreeMap<String, Kept>,
    /// What is wrong with the library's folder, whose last state is shown.
    lost: Option<Problem>,
    /// Every plan as its files say it, by its folder; those whose files changed since are not there.
    parts: BTreeMap<String, Arc<Part>>,
    limits: Limits,
}

/// A file that is shown.
#[derive(Debug)]
pub(super) struct Kept {
    /// Its text, or why there is none, which is rare and large.
    text: Result<Squeezed, Box<Reason>>,
    /// Its state when it was last read.
    stamp: Option<Stamp>,
    /// What is wrong with what it says now, where its last good text stands in for that.
    spoilt: Box<[Problem]>,
}

impl Kept {
    /// Nothing is wrong with what a file says.
    fn new(text: Result<Squeezed, Reason>, stamp: Option<Stamp>) -> Self {
        Self { text: text.map_err(Box::new), stamp, spoilt: Box::default() }
    }

    /// The files of a plan as they were read, by path; of those that are in `part` with the letters that it shares.
    pub(super) fn all(readings: Vec<Reading>, part: &Part) -> Vec<(String, Self)> {
        let known = part.files();
        let kept = |Reading { file: SourceFile { path, text }, stamp }| {
            let text = text.map(|text| {
                known.get(name_of(&path)).map_or_else(|| Squeezed::none(text), |known| (*known).clone())
            });
            (path, Self::new(text, stamp))
        };
        readings.into_iter().map(kept).collect()
    }

    /// The file, which is at `path`.
    fn file(&self, path: &str) -> SourceFile {
        SourceFile {
            path: path.to_owned(),
            text: self.text.as_ref().map(Squeezed::written).map_err(|reason| (**reason).clone()),
        }
    }

    /// True when that is news.
    fn spoil(&mut self, problems: Vec<Problem>) -> bool {
        let before = std::mem::replace(&mut self.spoilt, problems.into());
        before != self.spoilt
    }
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
        let looked_at = |path: &str| found.only.as_ref().is_none_or(|only| only.contains(folder_of(path)));
        let has_plan = found.only.is_some() || found.files.keys().any(|path| path.ends_with("/plan.toml"));
        let none =
            || (!has_plan && found.shut.is_empty() && !self.files.is_empty()).then_some(Reason::NoPlans);
        let lost = found.closed.or_else(none).map(|reason| whole(&found.name, reason));
        let mut changed = lost != self.lost;
        self.lost = lost;
        if self.lost.is_some() {
            return changed;
        }
        let shut = |path: &str| found.shut.get(folder_of(path));
        changed |=
            self.leave_out(|path| !looked_at(path) || found.files.contains_key(path) || shut(path).is_some());
        for reading in found.files.into_values().flatten() {
            changed |= self.put_one(reading);
        }
        for (path, kept) in &mut self.files {
            if let Some(why) = shut(path) {
                kept.stamp = None;
                changed |= kept.spoil(vec![whole(path, Reason::Unreadable(why.clone()))]);
            }
        }
        self.rebuild();
        changed
    }

    /// The library, with what is wrong now in place of what was wrong with the texts that stand in.
    pub fn library(&self) -> Library {
        if let Some(lost) = self.lost.as_ref().filter(|_| self.files.is_empty()) {
            return Library { problems: vec![lost.clone()], ..Library::default() };
        }
        let mut library = link(&self.parts(), None);
        let is_spoilt = |(_, kept): &(&String, &Kept)| !kept.spoilt.is_empty();
        let spoilt: BTreeMap<_, _> = self.files.iter().filter(is_spoilt).collect();
        library.problems.retain(|problem| !spoilt.contains_key(&problem.place.file));
        let found = spoilt.values().flat_map(|kept| &kept.spoilt);
        library.problems.extend(self.lost.iter().chain(found).cloned());
        sort::by(&mut library.problems, |a, b| a.place.cmp(&b.place));
        let lost =
            self.lost.iter().filter(|_| !self.files.is_empty()).map(|problem| problem.place.file.clone());
        library.kept = lost.chain(spoilt.into_keys().cloned()).collect();
        library
    }

    /// The library as far as it is read.
    pub(super) fn so_far(&self, loading: Loading) -> Library {
        link(&self.parts(), Some(loading))
    }

    fn parts(&self) -> Vec<Arc<Part>> {
        self.parts.values().cloned().collect()
    }

    /// Takes in a plan that was not there, read and built.
    pub(super) fn place(&mut self, files: Vec<(String, Kept)>, part: Part) {
        let Some((first, _)) = files.first() else { return };
        self.parts.insert(folder_of(first).to_owned(), Arc::new(part));
        self.files.extend(files);
    }

    /// Builds every plan whose files changed.
    pub(super) fn rebuild(&mut self) {
        let changed = |(path, _): &(&String, &Kept)| !self.parts.contains_key(folder_of(path));
        let files = self.files.iter().filter(changed).map(|(path, kept)| kept.file(path));
        let files: Vec<SourceFile> = files.collect();
        let plans = plans(&files);
        for (files, part) in plans.iter().zip(parts(&plans)) {
            let Some(first) = files.first() else { continue };
            let known = part.files();
            for file in files {
                let kept = self.files.get_mut(&file.path).zip(known.get(name_of(&file.path)));
                kept.into_iter().for_each(|(kept, text)| kept.text = Ok((*text).clone()));
            }
            drop(known);
            self.parts.insert(folder_of(&first.path).to_owned(), part);
        }
    }

    /// Whether these are all the files that were `found`, and within the limits.
    pub(super) fn has_all(&self, found: usize) -> bool {
        let mut left = Left::of(&self.limits);
        let fits = |kept: &Kept| left.takes(Some(kept.stamp.map_or(0, Stamp::size)));
        found == self.files.len() && found <= self.limits.files && self.files.values().all(fits)
    }

    /// How large the file at `path` was when it was read, if it was; 0 where it could not be.
    pub(super) fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).map(|kept| kept.stamp.map_or(0, Stamp::size))
    }

    /// Leaves out these files.
    pub(super) fn take_away<'p>(&mut self, paths: impl Iterator<Item = &'p str>) {
        let gone: HashSet<&str> = paths.collect();
        if !gone.is_empty() {
            self.leave_out(|path| !gone.contains(path));
        }
    }

    /// The library's folder can't be listed.
    pub(super) fn lose(&mut self, folder: &Path, reason: Reason) {
        self.lost = Some(whole(&folder.to_string_lossy(), reason));
    }

    /// Whether the library's folder could be listed when it was last tried.
    pub fn is_there(&self) -> bool {
        self.lost.is_none()
    }

    /// The paths of all files, and the state of each when it was last read.
    pub fn stamps(&self) -> impl Iterator<Item = (&str, Option<Stamp>)> {
        self.files.iter().map(|(path, kept)| (path.as_str(), kept.stamp))
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    pub(super) fn put_one(&mut self, reading: Reading) -> bool {
        let Reading { file, stamp } = reading;
        if let Some(known) = self.files.get_mut(&file.path) {
            known.stamp = stamp;
            let before = known.file(&file.path);
            if before.text == file.text {
                return known.spoil(Vec::new());
            }
            let wrong = spoils(&file);
            if !wrong.is_empty() && spoils(&before).is_empty() {
                return known.spoil(wrong);
            }
        }
        self.parts.remove(folder_of(&file.path));
        self.files.insert(file.path, Kept::new(file.text.map(Squeezed::none), stamp));
        true
    }

    /// Leaves out every file but those to keep.
    fn leave_out(&mut self, keep: impl Fn(&str) -> bool) -> bool {
        let before = self.files.len();
        let parts = &mut self.parts;
        self.files.retain(|path, _| {
            let kept = keep(path);
            if !kept {
                parts.remove(folder_of(path));
            }
            kept
        });
        self.files.len() < before
    }
}

/// Why a file says nothing at all: it can't be read, is no TOML, or is empty, as a disk that is full or a
/// writer that was interrupted leaves it.
fn spoils(source: &SourceFile) -> Vec<Problem> {
    let mut file = File::new(source);
    match &source.text {
        Err(reason) => file.wrong_whole(reason.clone()),
        Ok(text) if parse(&mut file, text).is_some_and(|tables| tables.get_ref().is_empty()) => {
            let table = if source.path.ends_with("/plan.toml") { "plan" } else { "section" };
            file.wrong(&(0..0), Reason::Missing { key: "title", table });
        }
        Ok(_) => {}
    }
    file.problems
}
