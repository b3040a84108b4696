//! Finding in our own briefings: what a person in a meeting would type, and what must answer.

mod questions;

use chrono::NaiveDate;
use jianbao::find::{Found, Index, Query, Scope};
use jianbao::plan::Library;
use std::sync::OnceLock;

/// Our briefings and their index.
pub fn builtin() -> &'static (Library, Index) {
    static BUILT: OnceLock<(Library, Index)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let library = Library::builtin();
        let index = Index::build(&library);
        (library, index)
    })
}

/// The day all tests are on.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The answer to what is typed, over all plans.
pub fn find(typed: &str) -> Found {
    let scope = Scope { plan: None, here: None, limit: 1000 };
    builtin().1.search(&Query::parse(typed, today()), &scope, &|| false).unwrap()
}

/// The paths of the hits, the best first.
pub fn paths(typed: &str) -> Vec<String> {
    find(typed).hits.iter().map(|hit| builtin().0.path(hit.item).unwrap()).collect()
}
