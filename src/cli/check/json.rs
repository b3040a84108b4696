//! The report for programs, as JSON. Its shape is versioned: a new field keeps the version, a field that
//! goes or changes its meaning raises it.

use serde_json::{Value, json};

use super::command::{Report, word};
use crate::plan::{Problem, Severity};
use crate::text;

/// The version of the shape.
const VERSION: u32 = 1;

/// The report as one JSON document.
pub(super) fn report(report: &Report<'_>) -> String {
    let problems: Vec<Value> = report.problems.iter().map(|problem| one(report, problem)).collect();
    let document = json!({
        "format": "jianbao-check",
        "version": VERSION,
        "files": report.files,
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "notes": report.count(Severity::Note),
        "problems": problems,
    });
    format!("{document:#}\n")
}

fn one(report: &Report<'_>, problem: &Problem) -> Value {
    let (wrong, instead) = problem.reason.parts(report.lang);
    let place = Some(&problem.place).filter(|place| place.line > 0);
    json!({
        "rule": problem.reason.rule().name,
        "severity": word(problem.severity()),
        "file": report.file(problem),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "message": text::sanitize(&wrong).text,
        "advice": Some(text::sanitize(&instead).text).filter(|advice| !advice.is_empty()),
    })
}
