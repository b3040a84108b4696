//! Loads a library: from a folder, from the briefings compiled into the program, or from any list of
//! files. The only file of this room that touches the file system.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{Mode, OFlags};

use super::builtin::BUILTIN;
use super::draft::{Draft, SourceFile};
use super::link::link;
use super::model::Library;
use super::part::Part;
use super::problem::{Encoding, Place, Problem, Reason};

/// The largest file that is read, in bytes.
pub const FILE_CAP: u64 = 1 << 20;

impl Library {
    /// The briefings compiled into the program.
    pub fn builtin() -> Self {
        Self::from_files(&builtin_files())
    }

    /// The plans in `folder`. Never fails: what can't be read becomes a problem of the library.
    pub fn load(folder: &Path) -> Self {
        let found = Found::in_folder(folder, &|_| true);
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
pub fn library_files(folder: &Path) -> io::Result<Vec<SourceFile>> {
    fs::read_dir(folder)?;
    let found = Found::in_folder(folder, &|_| true);
    let shut = found.shut.into_iter().map(|(name, why)| SourceFile {
        path: format!("{name}/plan.toml"),
        text: Err(Reason::Unreadable(why)),
    });
    Ok(shut.chain(found.files.into_values().flatten().map(|read| read.file)).collect())
}

pub(super) fn whole(file: &str, reason: Reason) -> Problem {
    Problem { place: Place { file: file.to_owned(), line: 0, column: 0 }, excerpt: None, reason }
}

/// What tells two states of a file apart without reading it: device, inode, size in bytes, and when it
/// was last written, in seconds and nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(u64, u64, u64, i64, i64);

impl Stamp {
    fn of(data: &Metadata) -> Self {
        Self(data.dev(), data.ino(), data.size(), data.mtime(), data.mtime_nsec())
    }
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
    /// Lists `folder` and reads those of its files whose path is `wanted`.
    pub fn in_folder(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> Self {
        let name = file_name(folder).unwrap_or_else(|| ".".to_owned());
        let mut found = Self { name, ..Self::default() };
        match walk(folder, &mut found.shut) {
            Ok(paths) => {
                for (path, place) in paths {
                    let read = wanted(&path).then(|| read(path.clone(), &place));
                    found.files.insert(path, read);
                }
            }
            Err(error) => found.closed = Some(Reason::Unreadable(error.to_string())),
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

/// The state of every briefing file in `folder` by its path in the library; of none where the folder
/// can't be listed.
pub fn stamps(folder: &Path) -> BTreeMap<String, Option<Stamp>> {
    let paths = walk(folder, &mut BTreeMap::new()).unwrap_or_default();
    let stamp = |place: &Path| Some(Stamp::of(&fs::metadata(place).ok()?));
    paths.into_iter().map(|(path, place)| (path, stamp(&place))).collect()
}

/// The folders of plans in `folder`, in name order.
///
/// # Errors
/// Where it can't be listed.
pub fn plan_folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = sorted(folder)?;
    folders.retain(|folder| file_name(folder).is_some_and(|name| !name.starts_with('.')) && folder.is_dir());
    Ok(folders)
}

/// Every `*.toml` one level down and its path in the library, in name order. Folders that can't be
/// listed go to `shut`.
fn walk(root: &Path, shut: &mut BTreeMap<String, String>) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for folder in plan_folders(root)? {
        let Some(name) = file_name(&folder) else { continue };
        let inside = match sorted(&folder) {
            Ok(inside) => inside,
            // It went away between the two looks.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => {
                shut.insert(name, error.to_string());
                continue;
            }
        };
        for place in inside {
            let file = file_name(&place).filter(|file| is_briefing(file));
            files.extend(file.map(|file| (format!("{name}/{file}"), place)));
        }
    }
    Ok(files)
}

/// Whether a file of this name in a plan's folder is one of the briefing's.
pub fn is_briefing(name: &str) -> bool {
    !name.starts_with('.') && Path::new(name).extension().is_some_and(|end| end == "toml")
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// The file at `place`, called `path` in the library. One that changes while it is read is read again,
/// a few times.
fn read(path: String, place: &Path) -> Reading {
    for _ in 0..3 {
        match read_once(place) {
            Ok(Some((text, stamp))) => {
                return Reading { file: SourceFile { path, text }, stamp: Some(stamp) };
            }
            Ok(None) => {}
            Err(reason) => return Reading { file: SourceFile { path, text: Err(reason) }, stamp: None },
        }
    }
    let reason = Reason::Unreadable("file changed while being read".to_owned());
    Reading { file: SourceFile { path, text: Err(reason) }, stamp: None }
}

type Text = Result<Cow<'static, str>, Reason>;

/// The text of a file, or why there is none; `None` where it changed meanwhile. Only ordinary files are
/// opened, and so that no pipe put in their place could make us wait for its writer.
fn read_once(place: &Path) -> Result<Option<(Text, Stamp)>, Reason> {
    let unreadable = |error: io::Error| Reason::Unreadable(error.to_string());
    if !fs::metadata(place).map_err(unreadable)?.is_file() {
        return Err(Reason::NotAFile);
    }
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let opened = rustix::fs::open(place, flags, Mode::empty());
    let file = File::from(opened.map_err(|error| unreadable(error.into()))?);
    let before = file.metadata().map_err(unreadable)?;
    if !before.is_file() {
        return Err(Reason::NotAFile);
    }
    let mut bytes = Vec::new();
    (&file).take(FILE_CAP + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let stamp = Stamp::of(&file.metadata().map_err(unreadable)?);
    Ok((stamp == Stamp::of(&before)).then(|| (text(bytes), stamp)))
}

fn text(bytes: Vec<u8>) -> Text {
    if bytes.len() as u64 > FILE_CAP {
        return Err(Reason::TooLarge(FILE_CAP));
    }
    if looks_like_utf16(&bytes) {
        // Without a mark at its beginning and without Chinese it would even pass for UTF-8.
        return Err(Reason::NotUtf8 { at: 0, looks: Some(Encoding::Utf16) });
    }
    String::from_utf8(bytes).map(Cow::Owned).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let looks = looks_like_big5(error.as_bytes()).then_some(Encoding::Big5);
        Reason::NotUtf8 { at, looks }
    })
}

/// UTF-16 begins with a mark, `FF FE` or `FE FF`, or has a NUL in every character of ASCII: of TOML in
/// Chinese still every tenth byte.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let nuls = bytes.split(|byte| *byte == 0).count() - 1;
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || (nuls > 3 && nuls * 10 >= bytes.len())
}

/// Big5 text is pairs of a lead byte A1-F9 and a trail byte 40-7E or A1-FE among plain ASCII.
fn looks_like_big5(bytes: &[u8]) -> bool {
    let (mut pairs, mut at) = (0, 0);
    while let Some(&lead) = bytes.get(at) {
        if lead.is_ascii() {
            at += 1;
            continue;
        }
        let trail = bytes.get(at + 1).copied().unwrap_or(0);
        if !(0xA1..=0xF9).contains(&lead) || !matches!(trail, 0x40..=0x7E | 0xA1..=0xFE) {
            return false;
        }
        pairs += 1;
        at += 2;
    }
    pairs > 0
}
