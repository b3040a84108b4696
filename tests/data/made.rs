//! Libraries that can't lie in the repository: made at run time in a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};

use jianbao::lang::Lang;
use jianbao::plan::{FILE_CAP, Library, Reason};

use super::report::report;

/// A folder that goes when the test ends.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    /// An empty folder named after the test.
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("jianbao-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The same with the plan of the case `valid/minimal` in it.
    pub(super) fn with_plan(name: &str) -> Self {
        let folder = Self::new(name);
        fs::create_dir(folder.0.join("p")).unwrap();
        for file in ["plan.toml", "s.toml"] {
            let from = super::folder("valid").join("minimal").join("p").join(file);
            fs::copy(from, folder.0.join("p").join(file)).unwrap();
        }
        folder
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        fs::write(self.0.join(path), text).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn says(folder: &Path, expected: &str) {
    assert_eq!(report(&Library::load(folder), Lang::Hant), expected);
}

#[test]
fn an_empty_folder() {
    let folder = Folder::new("empty");
    says(
        &folder.0,
        ". error: 這裏沒有規劃。每個規劃是一個資料夾，內有 plan.toml。\nloaded: 0 plans, 0 items\n",
    );
}

#[test]
fn a_folder_that_is_not_there_or_is_none() {
    let folder = Folder::new("absent");
    folder.write("file", "text");
    for name in ["nowhere", "file"] {
        let library = Library::load(&folder.0.join(name));
        assert!(matches!(library.problems[..], [ref one] if matches!(one.reason, Reason::Unreadable(_))));
        assert!(library.plans.is_empty());
    }
}

#[test]
fn a_file_too_large_and_one_just_not() {
    let folder = Folder::with_plan("large");
    let section = fs::read_to_string(folder.0.join("p/s.toml")).unwrap();
    let most = usize::try_from(FILE_CAP).unwrap();
    let filled = |size: usize| format!("{section}#{}", "長".repeat((size - section.len() - 1) / 3));
    folder.write("p/s.toml", &filled(most));
    says(&folder.0, "loaded: 1 plans, 1 items\n  p: sources src; headline -\n  p/s: n\n");
    folder.write("p/s.toml", &(filled(most) + "  "));
    let said = report(&Library::load(&folder.0), Lang::Hant);
    assert_eq!(
        said,
        "p/s.toml error: 檔案超過上限 1048576 位元組。請分成幾個章節。\nloaded: 1 plans, 0 items\n  p: sources src; headline -\n"
    );
}

#[test]
fn brackets_a_hundred_thousand_deep() {
    let deep = 100_000;
    let nested = [
        format!("title = {}", "[".repeat(deep)),
        format!("title = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("title = {}", "{ a = ".repeat(deep)),
        format!("{}title = 1", "a.".repeat(deep)),
        format!("[{}a]", "a.".repeat(deep)),
        format!("[{}", "[".repeat(deep)),
    ];
    for (nth, text) in nested.iter().enumerate() {
        let folder = Folder::with_plan(&format!("deep-{nth}"));
        folder.write("p/s.toml", text);
        let library = Library::load(&folder.0);
        assert!(!library.problems.is_empty(), "case {nth}");
        assert_eq!(library.plans.len(), 1, "case {nth}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_and_pipes_that_would_wait() {
    let folder = Folder::with_plan("links");
    std::os::unix::fs::symlink("nowhere.toml", folder.0.join("p/lost.toml")).unwrap();
    std::os::unix::fs::symlink("../p", folder.0.join("p/round.toml")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.0.join("p/pipe.toml")).status();
    assert!(made.unwrap().success());
    let library = Library::load(&folder.0);
    let files: Vec<&str> = library.problems.iter().map(|problem| problem.place.file.as_str()).collect();
    for name in ["p/lost.toml", "p/pipe.toml", "p/round.toml"] {
        assert!(files.contains(&name), "{name} was passed over in silence");
    }
    assert_eq!(library.items().count(), 1);
}

#[test]
fn names_of_files_are_made_safe() {
    let folder = Folder::with_plan("names");
    folder.write("p/\u{1b}[31m\u{202e}.toml", "title = 5");
    let said = report(&Library::load(&folder.0), Lang::Hant);
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    assert!(said.contains("error"), "{said}");
}
