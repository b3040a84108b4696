//! The house stands as its plan says: rooms use only rooms below them, each room only its crates, and
//! every file keeps the house rules. [`rooms`] is the plan; the rest reads `src/` and holds it to it.

mod arrows;
mod checker;
mod code;
mod crates;
mod house;
mod rooms;

use std::fmt;
use std::fs;
use std::path::Path;

use code::Source;

/// One breach of the plan: where, and what.
#[derive(Debug, PartialEq)]
struct Breach {
    file: String,
    line: usize,
    words: String,
}

impl Breach {
    fn new(file: &str, line: usize, words: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, words: words.into() }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.words)
    }
}

/// Every `.rs` file under `src/`, in name order.
fn house() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(folder: &Path, root: &Path, files: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, root, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.push(Source::new(&name, &fs::read_to_string(&path).unwrap()));
        }
    }
}

fn hold(breaches: &[Breach]) {
    let all: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    assert!(all.is_empty(), "{} breaches of the plan of the house:\n{}\n", all.len(), all.join("\n"));
}

#[test]
fn no_arrow_runs_up_and_none_in_a_circle() {
    hold(&arrows::check(&house()));
}

#[test]
fn each_room_uses_only_its_own_crates_and_parts_of_std() {
    hold(&crates::check(&house(), include_str!("../Cargo.toml")));
}

#[test]
fn every_file_keeps_the_house_rules() {
    hold(&house::check(&house()));
}

#[test]
fn the_whole_house_was_read() {
    let files = house();
    let read = |path: &str| files.iter().any(|file| file.path == path);
    assert!(files.len() > 80, "only {} files", files.len());
    assert!(read("src/main.rs") && read("src/plan/load.rs") && read("src/plan/date/mod.rs"));
    let arrows: usize = files.iter().map(|file| arrows::arrows(file).len()).sum();
    assert!(arrows > 100, "only {arrows} arrows were seen");
}
