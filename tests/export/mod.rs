//! The briefing as text, Markdown, JSON, CSV, HTML and a calendar: what each looks like for a small library, that
//! independent readers of each format accept it, and that none loses an item of our own briefings.

mod browser;
mod csv;
mod every_item;
mod golden;
mod html;
mod ics;
mod json;
mod plain;
mod scope;

use chrono::NaiveDate;
use jianbao::export::{Format, Options, Scope, render};
use jianbao::lang::Lang;
use jianbao::plan::Library;

/// A small library with every kind of item, date and trouble in it.
fn fixture() -> Library {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/export/library");
    let library = Library::load(std::path::Path::new(folder));
    assert!(library.problems.is_empty(), "{:?}", library.problems);
    library
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Everything, in traditional Chinese, on the day of the briefings.
fn options() -> Options {
    Options::new(Lang::Hant, day(2026, 11, 22))
}

/// The part of `library` that `path` names, in `format`.
fn export(library: &Library, format: Format, path: &str, options: &Options) -> String {
    let scope = Scope::parse(library, path).unwrap();
    render(format, library, &scope, options)
}
