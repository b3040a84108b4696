//! Runs every rule over the files of a library.

use chrono::NaiveDate;

use super::agree::agree;
use super::walk::{Row, rows};
use super::write::{english, length, writing};
use crate::crew;
use crate::plan::file::File;
use crate::plan::load::plans;
use crate::plan::opening::name_of;
use crate::plan::shape::{PLAN, SECTION, Shape};
use crate::plan::{Library, Problem, SourceFile};
use crate::sort;

/// What the rules need to know besides the files.
#[derive(Clone, Copy, Debug)]
pub struct CheckOptions {
    /// The day it is.
    pub today: NaiveDate,
    /// After how many months a number is stale; `None` for never.
    pub stale_months: Option<u32>,
}

/// A file and its tables; none where it is no TOML.
pub(super) struct Sheet<'s> {
    /// The file's name without `.toml`: `plan` or a section's id.
    pub(super) name: &'s str,
    pub(super) file: File,
    pub(super) rows: Option<Vec<Row>>,
}

/// Every problem of the library that these files make, by place. The plans are looked at on all cores.
pub fn check(files: &[SourceFile], options: &CheckOptions) -> Vec<Problem> {
    let found = crew::map(plans(files).into_iter(), |files| check_plan(&files, options));
    let mut problems = Library::from_files(files).problems;
    problems.extend(found.into_iter().flatten());
    sort::by(&mut problems, |a, b| a.place.cmp(&b.place));
    problems
}

/// What the rules find in the files of one plan.
fn check_plan(files: &[&SourceFile], options: &CheckOptions) -> Vec<Problem> {
    let mut sheets: Vec<Sheet<'_>> = files.iter().map(|file| sheet(file)).collect();
    sheets.iter_mut().for_each(each_table);
    agree(&mut sheets, options);
    sheets.into_iter().flat_map(|sheet| sheet.file.problems).collect()
}

fn sheet(file: &SourceFile) -> Sheet<'_> {
    let name = name_of(&file.path);
    let text = file.text.as_deref().ok();
    let rows = text.and_then(|text| rows(text, shape_of(name)));
    Sheet { name, file: File::new(file), rows }
}

fn shape_of(name: &str) -> &'static Shape {
    if name == "plan" { &PLAN } else { &SECTION }
}

/// The rules that look at one table alone.
fn each_table(sheet: &mut Sheet<'_>) {
    for row in sheet.rows.iter().flatten() {
        for value in &row.values {
            for text in &value.texts {
                writing(&mut sheet.file, value.key, text);
                english(&mut sheet.file, value.key, text);
                length(&mut sheet.file, row.shape, value.key, text);
            }
        }
    }
}
