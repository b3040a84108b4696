//! What the reader leaves behind: pins, notes and what was read, on good disks and bad ones.

mod crash;
mod faults;
mod files;
mod pins;
mod property;
mod seen;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use jianbao::plan::{Library, SourceFile};
use jianbao::store::{LibraryKey, Store};

/// A folder of its own for one test, gone afterwards.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("jianbao-store-{}-{next}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path.canonicalize().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn store(&self) -> Store {
        Store::new(&self.0, LibraryKey::builtin())
    }

    /// The names of what is in it, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

pub(crate) const PLAN: &str = r#"
title = "前海合作區總體發展規劃"
short = "前海"
order = 1
en = "Qianhai"
issuer = "國務院"
bottom_line = "合作區面積擴大。"
sections = ["rules", "industry"]

[[source]]
id = "a"
outlet = "大公報"
title = "規劃"
date = "2026-07"

[[source]]
id = "b"
outlet = "文匯報"
title = "規劃"
date = "2026-07"
"#;

pub(crate) const RULES: &str = r#"
title = "規則"
en = "Rules"
summary = "規則銜接。"

[[measure]]
id = "align"
title = "規則銜接"
as_of = "2026-07"
en = "Align rules"
sources = ["a"]

[[measure.task]]
id = "align-law"
title = "引入法律"
en = "Bring in law"

[[measure]]
id = "open"
title = "擴大開放"
as_of = "2026-07"
en = "Open further"
sources = ["a"]

[[number]]
id = "tasks"
label = "具體任務"
figure = "56條"
kind = "actual"
as_of = "2026-01"
en = "Tasks"
sources = ["a", "b"]

[[event]]
id = "flight"
date = "2027-33"
title = "開辦直飛航線"
en = "Direct flight"
sources = ["a"]
"#;

pub(crate) const INDUSTRY: &str = r#"
title = "產業"
en = "Industry"
summary = "產業發展。"

[[voice]]
id = "chief"
who = "李家超"
role = "行政長官"
said = "積極對接。"
en = "Align actively"
sources = ["b"]

[[term]]
id = "zone"
name = "合作區"
kind = "place"
explain = "深圳的一個區。"
en = "Zone"
sources = ["a"]
"#;

/// A small library of one plan.
pub(crate) fn library(rules: &str, industry: &str) -> Library {
    library_of(&[("p/plan.toml", PLAN), ("p/rules.toml", rules), ("p/industry.toml", industry)])
}

pub(crate) fn library_of(files: &[(&str, &str)]) -> Library {
    let file =
        |(path, text): &(&str, &str)| SourceFile { path: (*path).to_owned(), text: Ok((*text).into()) };
    Library::from_files(&files.iter().map(file).collect::<Vec<_>>())
}

#[test]
fn the_library_of_these_tests_is_sound() {
    let library = library(RULES, INDUSTRY);
    let problems: Vec<String> =
        library.problems.iter().map(|problem| problem.reason.words(jianbao::lang::Lang::En)).collect();
    assert_eq!(problems, [""; 0]);
    assert_eq!(library.items().count(), 7);
}
