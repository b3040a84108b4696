//! What a library of files gets, good or bad: each folder of `valid/` and `invalid/` is a library, and
//! its `expected.txt` what is said of it and what of it is loaded. A new case is a new folder; with
//! `JIANBAO_ACCEPT=1` the test writes what it sees, to be read before it is committed.

mod hostile;
mod made;
mod report;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jianbao::lang::Lang;
use jianbao::plan::shape::{self, Holds, Shape};
use jianbao::plan::{Library, Reason};
use report::{kind, report};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("data").join(name)
}

/// The case folders of `valid` or `invalid`, in name order.
fn cases(name: &str) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> =
        fs::read_dir(folder(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

/// What is said of one case: in 繁體, and in the other languages too where its name asks for it.
fn said(case: &Path) -> String {
    let library = Library::load(case);
    if case.ends_with("in-three-languages") {
        let one = |lang: Lang| format!("[{}]\n{}", lang.word(), report(&library, lang));
        return Lang::ALL.map(one).join("\n");
    }
    report(&library, Lang::Hant)
}

fn hold(name: &str) {
    let accept = std::env::var_os("JIANBAO_ACCEPT").is_some();
    let mut wrong = Vec::new();
    for case in cases(name) {
        let (file, said) = (case.join("expected.txt"), said(&case));
        if accept {
            fs::write(&file, &said).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if said != expected {
            let case = case.file_name().unwrap().to_string_lossy().into_owned();
            wrong.push(format!("== {case}: expected\n{expected}-- but was\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "JIANBAO_ACCEPT=1 accepts what is right.\n{}", wrong.join("\n"));
}

#[test]
fn bad_libraries_are_reported_and_the_rest_is_loaded() {
    hold("invalid");
}

#[test]
fn good_libraries_load_without_a_word() {
    hold("valid");
    for case in cases("valid") {
        assert!(Library::load(&case).problems.is_empty(), "{}", case.display());
    }
}

#[test]
fn no_bad_library_goes_unreported_and_no_kind_of_problem_untried() {
    let all = cases("invalid");
    assert!(all.len() >= 33, "only {} cases", all.len());
    let mut seen = BTreeSet::new();
    for case in all {
        let library = Library::load(&case);
        assert!(!library.problems.is_empty(), "{} is said to be sound", case.display());
        seen.extend(library.problems.iter().map(|problem| kind(&problem.reason)));
    }
    // Those only a test at run time can make are in `made`.
    let made = [
        Reason::TooLarge(0),
        Reason::Unreadable(String::new()),
        Reason::LibraryTooLarge(0),
        Reason::TooManyFiles { found: 0, most: 0 },
        Reason::Outside,
        Reason::TooIntricate(0),
        Reason::MoreProblems(0),
    ];
    seen.extend(made.iter().map(kind));
    assert_eq!(seen, report::KINDS.iter().copied().collect());
}

#[test]
fn every_problem_points_into_its_file_and_is_safe_to_show() {
    for case in cases("invalid") {
        for problem in Library::load(&case).problems {
            for lang in Lang::ALL {
                let words = problem.reason.words(lang);
                assert!(!words.is_empty() && !words.contains(['{', '}']), "{}: {words}", case.display());
                assert!(!words.chars().any(char::is_control), "{}: {words:?}", case.display());
                assert_eq!(jianbao::text::sanitize(&words).text, words, "{}", case.display());
            }
            let Ok(text) = fs::read_to_string(case.join(&problem.place.file)) else { continue };
            let lines: Vec<&str> = text.split('\n').collect();
            assert!(problem.place.line <= lines.len(), "{}: {}", case.display(), problem.address());
            let line = problem.place.line.checked_sub(1).map_or("", |at| lines[at]);
            assert!(
                problem.place.column <= line.chars().count() + 1,
                "{}: {}",
                case.display(),
                problem.address()
            );
        }
    }
}

#[test]
fn every_key_of_both_files_stands_in_a_valid_library() {
    let case = folder("valid").join("every-key");
    let read =
        |name: &str| fs::read_to_string(case.join("p").join(name)).unwrap().parse::<toml::Table>().unwrap();
    let (plan, section) = (read("plan.toml"), read("s.toml"));
    let mut missing = absent(&shape::PLAN, &plan);
    missing.extend(absent(&shape::SECTION, &section));
    assert!(missing.is_empty(), "not tried: {}", missing.join(", "));
}

/// The keys of `shape` that `table` does not have, below it too.
fn absent(shape: &Shape, table: &toml::Table) -> Vec<String> {
    let mut missing = Vec::new();
    for field in shape.fields {
        match (table.get(field.key), field.holds) {
            (None, _) => missing.push(format!("{}.{}", shape.name, field.key)),
            (Some(value), Holds::Table(inner)) => missing.extend(absent(inner, value.as_table().unwrap())),
            (Some(value), Holds::Tables(inner)) => {
                let first = value.as_array().unwrap()[0].as_table().unwrap();
                missing.extend(absent(inner, first));
            }
            _ => {}
        }
    }
    missing
}
