//! Loads a library: from a folder, from the briefings compiled into the program, or from any list of
//! files. What stands on the disk it learns from `disk`.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::builtin::{BUILTIN, Builtin};
use super::disk::{Listing, Stamp, file_name, read};
use super::draft::{Draft, LazyFile, SourceFile};
use super::encoding::text;
use super::limits::{FILE_CAP, Left, Limits};
use super::link::link;
use super::model::{Library, Loading};
use super::opening::{Outline, folder_of, name_of};
use super::packed;
use super::part::Part;
use super::problem::{Place, Problem, Reason};
use super::shelf::Shelf;
use super::text::Text;
use crate::crew;
use crate::sort;

impl SourceFile {
    /// A file of these bytes, called `path` in the library; too many of them, or ones that are no UTF-8,
    /// leave it without a text.
    pub fn from_bytes(path: &str, bytes: &[u8]) -> Self {
        Self { path: path.to_owned(), text: text(bytes.to_vec(), FILE_CAP) }
    }
}

impl Library {
    /// The briefings compiled into the program.
    pub fn builtin() -> Self {
        match packed::parts() {
            Some(parts) => link(&parts, None),
            None => Self::from_files(&builtin_files()),
        }
    }

    /// The plans in `folder`, within the usual [`Limits`]. Never fails: what can't be read becomes a problem
    /// of the library.
    pub fn load(folder: &Path) -> Self {
        Self::load_within(folder, Limits::default())
    }

    /// The same within other limits.
    pub fn load_within(folder: &Path, limits: Limits) -> Self {
        let mut shelf = Shelf::within(limits);
        shelf.open(Outline::of(folder), &mut |_, _| true);
        shelf.library()
    }

    /// A library of which nothing is read yet.
    pub fn awaited() -> Self {
        Self { loading: Some(Loading { read: 0, plans: 0 }), ..Self::default() }
    }

    /// A library from the text of its files.
    pub fn from_files<'a>(files: impl IntoIterator<Item = &'a SourceFile>) -> Self {
        link(&parts(&plans(files)), None)
    }
}

/// The files of each plan, in the order of their folders.
pub(super) fn plans<'a>(files: impl IntoIterator<Item = &'a SourceFile>) -> Vec<Vec<&'a SourceFile>> {
    let mut files: Vec<_> = files.into_iter().filter(|file| file.path.contains('/')).collect();
    sort::by(&mut files, |a, b| folder_of(&a.path).cmp(folder_of(&b.path)));
    files.chunk_by(|a, b| folder_of(&a.path) == folder_of(&b.path)).map(<[_]>::to_vec).collect()
}

/// What the files of each plan say.
pub(super) fn parts(plans: &[Vec<&SourceFile>]) -> Vec<Arc<Part>> {
    crew::map(plans.iter(), |files| {
        let files: Vec<_> = files.iter().map(|file| Arc::new((*file).clone()) as Arc<dyn LazyFile>).collect();
        Arc::new(part(&files))
    })
}

/// The plan that these files of one folder say, read by itself: its sections on all cores, unless these are busy.
pub(super) fn part(files: &[Arc<dyn LazyFile>]) -> Part {
    let mut named = Vec::with_capacity(files.len());
    let mut folder = "";
    for file in files {
        let Some((path, _)) = file.path().rsplit_once('/') else { continue };
        named.push((name_of(file.path()), file));
        folder = path;
    }
    sort::by(&mut named, |(a, _), (b, _)| a.cmp(b));
    match Draft::build(folder, &named) {
        Ok(draft) => Part::of(draft),
        Err(mut found) => {
            if found.is_empty() {
                found.push(whole(&format!("{folder}/plan.toml"), Reason::NoPlanFile));
            }
            Part::unread(folder, found)
        }
    }
}

/// The files of the briefings compiled into the program.
pub fn builtin_files() -> Vec<SourceFile> {
    let file = |file: &Builtin| SourceFile { path: file.path.to_owned(), text: Ok(Text::fixed(file.text)) };
    BUILTIN.iter().map(file).collect()
}

/// The briefing files in `folder`. Of a plan whose folder can't be listed, `plan.toml` can't be read.
///
/// # Errors
/// When the folder itself can't be listed; a file that can't be read is among the files, with the reason.
pub fn library_files(folder: &Path, limits: &Limits) -> io::Result<Vec<SourceFile>> {
    fs::read_dir(folder)?;
    let found = Found::in_folder(folder, limits, &|_| true);
    let shut = found.shut.iter().map(|(name, why)| unlisted(name, why));
    Ok(shut.chain(found.files.into_values().flatten().map(|read| read.file)).collect())
}

/// What stands for the plan called `name` where its folder can't be listed; `why` are the system's words.
pub(super) fn unlisted(name: &str, why: &str) -> SourceFile {
    SourceFile { path: format!("{name}/plan.toml"), text: Err(Reason::Unreadable(why.to_owned())) }
}

pub(super) fn whole(file: &str, reason: Reason) -> Problem {
    Problem { place: Place { file: file.to_owned(), line: 0, column: 0 }, excerpt: None, reason }
}

/// A file as it was read.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) file: SourceFile,
    /// Its state then, unless it could not be read.
    pub(super) stamp: Option<Stamp>,
}

/// What stands in a library's folder at one moment.
#[derive(Debug, Default)]
pub struct Found {
    /// Every briefing file by its path in the library; with its text where that was wanted.
    pub(super) files: BTreeMap<String, Option<Reading>>,
    /// The folders of plans that can't be listed, and the system's words.
    pub(super) shut: BTreeMap<String, String>,
    /// The name of the library's folder.
    pub(super) name: String,
    /// Why the library's folder itself can't be listed.
    pub(super) closed: Option<Reason>,
    /// The plans that were looked at, where not all were.
    pub(super) only: Option<HashSet<String>>,
}

impl Found {
    /// A library's folder of this name that can't be listed.
    fn closed(name: String, error: &io::Error) -> Self {
        Self { name, closed: Some(Reason::Unreadable(error.to_string())), ..Self::default() }
    }

    /// Lists in `folder` the plans of these `files` only, and reads the files: what that costs does not grow with
    /// the library. How large all of it is together is looked at when all of it is.
    pub fn of_files(folder: &Path, limits: &Limits, files: &HashSet<String>) -> Self {
        let name = file_name(folder).unwrap_or_else(|| ".".to_owned());
        let plans: HashSet<String> = files.iter().map(|path| folder_of(path).to_owned()).collect();
        let listing = match Listing::of_plans(folder, &plans) {
            Ok(listing) => listing,
            Err(error) => return Self::closed(name, &error),
        };
        let mut found = Self { name, only: Some(plans), ..Self::default() };
        for spot in &listing.files {
            let reading = files.contains(&spot.path).then(|| {
                let (text, stamp) = read(folder, spot, limits.file);
                Reading { file: SourceFile { path: spot.path.clone(), text }, stamp }
            });
            found.files.insert(spot.path.clone(), reading);
        }
        found.shut = listing.shut;
        found
    }

    /// Lists `folder` within `limits` and reads those of its files whose path is `wanted`.
    pub fn in_folder(folder: &Path, limits: &Limits, wanted: &dyn Fn(&str) -> bool) -> Self {
        let name = file_name(folder).unwrap_or_else(|| ".".to_owned());
        let listing = match Listing::of(folder, limits) {
            Ok(listing) => listing,
            Err(error) => return Self::closed(name, &error),
        };
        let mut found = Self { name, ..Self::default() };
        let mut left = Left::of(limits);
        let counts = !left.surely_takes(listing.files.len());
        let mut beyond = listing.beyond.clone();
        for spot in &listing.files {
            let read = wanted(&spot.path).then(|| read(folder, spot, limits.file));
            let size = match &read {
                Some((_, stamp)) => stamp.map(Stamp::size),
                None => counts.then(|| spot.size()).flatten(),
            };
            if !left.takes(size) {
                beyond = Some((spot.path.clone(), Reason::LibraryTooLarge(limits.total)));
                break;
            }
            let file = |text| SourceFile { path: spot.path.clone(), text };
            let reading = read.map(|(text, stamp)| Reading { file: file(text), stamp });
            found.files.insert(spot.path.clone(), reading);
        }
        found.shut = listing.shut;
        if let Some((path, reason)) = beyond {
            let file = SourceFile { path: path.clone(), text: Err(reason) };
            found.files.insert(path, Some(Reading { file, stamp: None }));
        }
        found
    }

    /// Whether every plan that was looked at is there: where one is not, only a look at all of the library tells
    /// whether it is gone or the whole is being moved.
    pub fn has_its_plans(&self) -> bool {
        let is_there = |plan: &String| self.files.contains_key(&format!("{plan}/plan.toml"));
        self.closed.is_none() && self.only.iter().flatten().all(is_there)
    }

    /// Takes back what was read of `path`: it has changed since.
    pub fn forget(&mut self, path: &str) {
        if let Some(read) = self.files.get_mut(path) {
            *read = None;
        }
    }

    /// Whether the file called `path` was read.
    pub fn has_read(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(Option::is_some)
    }
}
