//! Finding in our own briefings: what a person in a meeting would type, and what must answer.

mod characters;
mod dates;
#[path = "../bench/dice.rs"]
mod dice;
mod engine;
mod english;
#[path = "../bench/generate.rs"]
#[allow(dead_code)]
mod generate;
mod jyutping;
mod numbers;
mod order;
mod pinyin;
mod questions;
mod screen;
mod segments;
mod several;
mod tables;
mod typed;

use chrono::NaiveDate;
use jianbao::find::{Found, Index, Query, Scope, Why};
use jianbao::plan::Library;
use std::sync::OnceLock;

/// Our briefings and their index.
fn builtin() -> &'static (Library, Index) {
    static BUILT: OnceLock<(Library, Index)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let library = Library::builtin();
        let index = Index::build(&library);
        (library, index)
    })
}

/// The day all tests are on.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The answer to what is typed, over all plans.
fn find(typed: &str) -> Found {
    let scope = Scope { plan: None, here: None, limit: 1000 };
    builtin().1.search(&Query::parse(typed, today()), &scope, &|| false).unwrap()
}

/// The paths of the hits, the best first.
fn paths(typed: &str) -> Vec<String> {
    find(typed).hits.iter().map(|hit| builtin().0.path(hit.item).unwrap()).collect()
}

/// Each look-up with a path that must be among its hits, and for what it says itself, not for its plan's name alone.
fn must_find(look_ups: &[(&str, &str)]) {
    assert!(look_ups.len() >= 30, "a class has thirty look-ups or more");
    let library = &builtin().0;
    let mut misses = Vec::new();
    for (typed, path) in look_ups {
        let item = library.find_path(path).unwrap_or_else(|| panic!("{path} is not in the briefings"));
        let found = find(typed);
        if !found.hits.iter().any(|hit| hit.item == item && hit.why != Why::Context) {
            let first: Vec<_> = found.hits.iter().take(3).filter_map(|hit| library.path(hit.item)).collect();
            misses.push(format!("{typed}: no {path}, but {first:?}"));
        }
    }
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

/// Each look-up with a path that must not be among its hits.
fn must_not_find(look_ups: &[(&str, &str)]) {
    for (typed, path) in look_ups {
        assert!(builtin().0.find_path(path).is_some(), "{path} is not in the briefings");
        assert!(!paths(typed).iter().any(|hit| hit == path), "{typed} finds {path}");
    }
}
