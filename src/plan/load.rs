//! Loads a library: from a folder, from the briefings compiled into the program, or from any list of
//! files. The only file of this room that touches the file system.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use super::builtin::BUILTIN;
use super::draft::{Draft, SourceFile};
use super::link::link;
use super::model::Library;
use super::problem::{Place, Problem, Reason};

/// The largest file that is read, in bytes.
pub const FILE_CAP: u64 = 1 << 20;

impl Library {
    /// The briefings compiled into the program.
    pub fn builtin() -> Self {
        Self::from_files(&builtin_files())
    }

    /// The plans in `folder`. Never fails: what can't be read becomes a problem of the library.
    pub fn load(folder: &Path) -> Self {
        match library_files(folder) {
            Ok(files) => Self::from_files(&files),
            Err(error) => Self {
                plans: Vec::new(),
                problems: vec![whole(&folder.to_string_lossy(), Reason::Unreadable(error.to_string()))],
            },
        }
    }

    /// A library from the text of its files.
    pub fn from_files(files: &[SourceFile]) -> Self {
        let mut folders: BTreeMap<&str, BTreeMap<&str, &SourceFile>> = BTreeMap::new();
        for file in files {
            let Some((folder, name)) = file.path.rsplit_once('/') else { continue };
            let stem = name.strip_suffix(".toml").unwrap_or(name);
            folders.entry(folder).or_default().insert(stem, file);
        }
        let (mut drafts, mut problems) = (Vec::new(), Vec::new());
        for (folder, files) in &folders {
            match Draft::build(folder, files) {
                Ok(draft) => drafts.push(draft),
                Err(mut found) if found.is_empty() => {
                    found.push(whole(&format!("{folder}/plan.toml"), Reason::NoPlanFile));
                    problems.append(&mut found);
                }
                Err(mut found) => problems.append(&mut found),
            }
        }
        if drafts.is_empty() && problems.is_empty() {
            problems.push(whole(".", Reason::NoPlans));
        }
        drafts.sort_by(|a, b| (a.plan.order, &a.plan.id).cmp(&(b.plan.order, &b.plan.id)));
        link(drafts, problems)
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

fn whole(file: &str, reason: Reason) -> Problem {
    Problem { place: Place { file: file.to_owned(), line: 0, column: 0 }, excerpt: None, reason }
}

/// The briefing files in `folder`: every `*.toml` one level down, in name order.
///
/// # Errors
/// When the folder itself can't be read; a file that can't be read is among the files, with the reason.
pub fn library_files(root: &Path) -> std::io::Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    for folder in sorted(root)? {
        let Some(name) = file_name(&folder) else { continue };
        if name.starts_with('.') || !folder.is_dir() {
            continue;
        }
        let Ok(inside) = sorted(&folder) else { continue };
        for path in inside.iter().filter(|path| path.extension().is_some_and(|end| end == "toml")) {
            let Some(file) = file_name(path) else { continue };
            if !file.starts_with('.') {
                files.push(SourceFile { path: format!("{name}/{file}"), text: read(path) });
            }
        }
    }
    Ok(files)
}

fn sorted(folder: &Path) -> std::io::Result<Vec<std::path::PathBuf>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// The text of a file, or why there is none. Only ordinary files are opened: a pipe would wait for
/// ever for its writer.
fn read(path: &Path) -> Result<Cow<'static, str>, Reason> {
    let unreadable = |error: std::io::Error| Reason::Unreadable(error.to_string());
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(Reason::NotAFile);
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(FILE_CAP + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > FILE_CAP {
        return Err(Reason::TooLarge(FILE_CAP));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Owned(text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Reason::NotUtf8 { at, big5: looks_like_big5(error.as_bytes()) })
        }
    }
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
