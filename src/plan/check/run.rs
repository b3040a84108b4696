//! Runs every rule over the files of a library.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agree::agree;
use super::walk::{Row, rows};
use super::write::{english, length, writing};
use crate::plan::file::File;
use crate::plan::shape::{PLAN, SECTION, Shape};
use crate::plan::{Library, Problem, SourceFile};

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
    pub(super) file: File<'s>,
    pub(super) rows: Option<Vec<Row>>,
}

/// Every problem of the library that these files make, by place.
pub fn check(files: &[SourceFile], options: &CheckOptions) -> Vec<Problem> {
    let mut problems = Library::from_files(files).problems;
    let mut folders: BTreeMap<&str, Vec<Sheet<'_>>> = BTreeMap::new();
    for file in files {
        let Some((folder, name)) = file.path.rsplit_once('/') else { continue };
        let name = name.strip_suffix(".toml").unwrap_or(name);
        let text = file.text.as_deref().ok();
        let rows = text.and_then(|text| rows(text, shape_of(name)));
        folders.entry(folder).or_default().push(Sheet { name, file: File::new(file), rows });
    }
    for sheets in folders.values_mut() {
        for sheet in sheets.iter_mut() {
            each_table(sheet);
        }
        agree(sheets, options);
        problems.extend(sheets.iter_mut().flat_map(|sheet| std::mem::take(&mut sheet.file.problems)));
    }
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    problems
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
