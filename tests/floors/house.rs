//! The house rules for each file: how it opens, how long it and its functions are, what it never does.

use super::Breach;
use super::code::{Source, end_of_item, line_of, places};

/// Lines of a file.
const FILE: usize = 400;
/// Lines of a function.
const FUNCTION: usize = 60;

/// What code outside tests never does.
const NEVER: &[(&str, &str)] = &[
    (".unwrap()", "can panic; tests alone may"),
    (".expect(", "can panic; tests alone may"),
    ("panic!", "panics; tests alone may"),
    ("todo!", "is unfinished"),
    ("unimplemented!", "is unfinished"),
    ("dbg!", "prints"),
    (".wrap(", "breaks Chinese text wrongly; `text::wrap` breaks it"),
];

/// Words that mark unfinished work.
const UNFINISHED: &[&str] = &["TODO", "FIXME", "XXX:"];

/// Every breach of the house rules.
pub(super) fn check(house: &[Source]) -> Vec<Breach> {
    house.iter().flat_map(one).collect()
}

fn one(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut add = |line: usize, words: String| breaches.push(Breach::new(&source.path, line, words));
    if !source.text.starts_with("//!") {
        add(1, "opens without `//!`".to_owned());
    }
    let lines = source.text.lines().count();
    if lines > FILE {
        add(lines, format!("{lines} lines; {FILE} at most"));
    }
    for (line, name, length) in functions(source) {
        if length > FUNCTION {
            add(line, format!("fn {name} has {length} lines; {FUNCTION} at most"));
        }
    }
    for (what, why) in NEVER {
        for at in places(&source.bare, what) {
            add(line_of(&source.bare, at), format!("`{what}` {why}"));
        }
    }
    for what in UNFINISHED {
        for at in places(&source.text, what) {
            add(line_of(&source.text, at), format!("`{what}`: finish it"));
        }
    }
    if source.path.ends_with("/mod.rs") {
        for (line, words) in not_a_face(source) {
            add(line, format!("a mod.rs is a face: doc, `mod` and `use`, but here is `{words}`"));
        }
    }
    breaches
}

/// Line, name and length of each function.
fn functions(source: &Source) -> Vec<(usize, String, usize)> {
    let code = &source.code;
    let all = places(code, "fn ")
        .into_iter()
        .filter(|at| code[at + 3..].starts_with(|c: char| c.is_alphabetic() || c == '_'));
    all.map(|at| {
        let name =
            code[at + 3..].split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
        let (first, last) = (line_of(code, at), line_of(code, end_of_item(code, at).saturating_sub(1)));
        (first, name.to_owned(), last + 1 - first)
    })
    .collect()
}

/// Items of a `mod.rs` that are neither `mod` nor `use`.
fn not_a_face(source: &Source) -> Vec<(usize, String)> {
    let (mut found, mut at) = (Vec::new(), 0);
    let code = &source.bare;
    while let Some(gap) = code[at..].find(|c: char| !c.is_whitespace()) {
        let start = at + gap;
        if code[start..].starts_with("#[") || code[start..].starts_with("#![") {
            at = start + code[start..].find(']').map_or(1, |end| end + 1);
            continue;
        }
        at = end_of_item(code, start);
        let item = code[start..at].trim();
        let word = item
            .strip_prefix("pub")
            .map_or(item, |rest| rest.trim_start_matches(|c: char| c != ' ').trim_start());
        let is_face = (word.starts_with("mod ") && word.ends_with(';')) || word.starts_with("use ");
        if !is_face {
            let first = item.lines().next().unwrap_or_default();
            found.push((line_of(code, start), first.trim_end_matches('{').trim().to_owned()));
        }
    }
    found
}
