//! Loads a library: from a folder, from the briefings compiled into the program, or from any list of
//! files. What stands on the disk it learns from `disk`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::builtin::BUILTIN;
use super::disk::{Listing, Stamp, file_name};
use super::draft::{Draft, SourceFile};
use super::encoding::text;
use super::limits::{FILE_CAP, Left, Limits};
use super::link::link;
use super::model::Library;
use super::part::Part;
use super::problem::{Place, Problem, Reason};

impl SourceFile {
    /// A file of these bytes, called `path` in the library; too many of them, or ones that are no UTF-8,
    /// leave it without a text.
    pub fn from_bytes(path: &str, bytes: Vec<u8>) -> Self {
        Self { path: path.to_owned(), text: text(bytes, FILE_CAP) }
    }
}

impl Library {
    /// The briefings compiled into the program.
    pub fn builtin() -> Self {
        Self::from_files(&builtin_files())
    }

    /// The plans in `folder`, within the usual [`Limits`]. Never fails: what can't be read becomes a problem
    /// of the library.
    pub fn load(folder: &Path) -> Self {
        let found = Found::in_folder(folder, &Limits::default(), &|_| true);
        let files: Vec<_> = found.files.into_values().flatten().map(|read| read.file).collect();
        match found.closed {
            None => Self::from_files(&files),
            Some(reason) => {
                Self { problems: vec![whole(&folder.to_string_lossy(), reason)], ..Self::default() }
            }
        }
    }

    /// A library from the text of its files.
    pub fn from_files<'a>(files: impl IntoIterator<Item = &'a SourceFile>) -> Self {
        let mut folders: BTreeMap<&str, BTreeMap<&str, &SourceFile>> = BTreeMap::new();
        for file in files {
            let Some((folder, name)) = file.path.rsplit_once('/') else { continue };
            let stem = name.strip_suffix(".toml").unwrap_or(name);
            folders.entry(folder).or_default().insert(stem, file);
        }
        let parts: Vec<_> = folders.iter().map(|(folder, files)| Arc::new(part(folder, files))).collect();
        link(&parts, None)
    }
}

/// The plan in `folder`, read by itself.
fn part(folder: &str, files: &BTreeMap<&str, &SourceFile>) -> Part {
    match Draft::build(folder, files) {
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
    let file = |(path, text): &(&str, &'static str)| SourceFile {
        path: (*path).to_owned(),
        text: Ok(Cow::Borrowed(*text)),
    };
    BUILTIN.iter().map(file).collect()
}

/// The briefing files in `folder`. Of a plan whose folder can't be listed, `plan.toml` can't be read.
///
/// # Errors
/// When the folder itself can't be listed; a file that can't be read is among the files, with the reason.
pub fn library_files(folder: &Path, limits: &Limits) -> io::Result<Vec<SourceFile>> {
    fs::read_dir(folder)?;
    let found = Found::in_folder(folder, limits, &|_| true);
    let shut = found.shut.into_iter().map(|(name, why)| SourceFile {
        path: format!("{name}/plan.toml"),
        text: Err(Reason::Unreadable(why)),
    });
    Ok(shut.chain(found.files.into_values().flatten().map(|read| read.file)).collect())
}

pub(super) fn whole(file: &str, reason: Reason) -> Problem {
    Problem { place: Place { file: file.to_owned(), line: 0, column: 0 }, excerpt: None, reason }
}

/// A file as it was read.
#[derive(Debug)]
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
}

impl Found {
    /// Lists `folder` within `limits` and reads those of its files whose path is `wanted`.
    pub fn in_folder(folder: &Path, limits: &Limits, wanted: &dyn Fn(&str) -> bool) -> Self {
        let name = file_name(folder).unwrap_or_else(|| ".".to_owned());
        let listing = match Listing::of(folder, limits) {
            Ok(listing) => listing,
            Err(error) => {
                return Self { name, closed: Some(Reason::Unreadable(error.to_string())), ..Self::default() };
            }
        };
        let mut found = Self { name, ..Self::default() };
        let mut left = Left::of(limits);
        let counts = !left.surely_takes(listing.files.len());
        let mut beyond = listing.beyond.clone();
        for spot in &listing.files {
            let read = wanted(&spot.path).then(|| listing.read(spot, limits.file));
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
