//! The report for people: rule, place, the line with a caret under what is meant, and what to write.

use std::fmt::Write;

use super::command::Report;
use crate::cli::output::Paint;
use crate::lang::{Lang, fill};
use crate::plan::{Excerpt, Problem, Severity};
use crate::text;

const BOLD: &str = "1";
const FRAME: &str = "34";

/// The whole report, `columns` wide where a line can be cut.
pub(super) fn report(report: &Report<'_>, paint: Paint, columns: usize) -> String {
    let mut out = String::new();
    for problem in report.problems {
        one(&mut out, report, problem, (paint, columns));
    }
    out.push_str(&sum(report));
    out.push('\n');
    out
}

fn one(out: &mut String, report: &Report<'_>, problem: &Problem, (paint, columns): (Paint, usize)) {
    let (wrong, instead) = problem.reason.parts(report.lang);
    let severity = problem.severity();
    let head = format!("{}[{}]", severity_name(severity, report.lang), problem.reason.rule().name);
    let colon = if report.lang == Lang::En { ": " } else { "：" };
    let head = paint.set(colour(severity), &head);
    let _ = writeln!(out, "{head}{colon}{}", paint.set(BOLD, &text::sanitize(&wrong).text));

    let line = problem.place.line.to_string();
    let number = if problem.place.line == 0 { 1 } else { line.len() };
    let gap = " ".repeat(number);
    let mut address = report.file(problem);
    if problem.place.line > 0 {
        let _ = write!(address, ":{line}:{}", problem.place.column);
    }
    let _ = writeln!(out, "{gap}{} {}", paint.set(FRAME, "-->"), address);
    let bar = paint.set(FRAME, "|");
    if let Some(excerpt) = &problem.excerpt {
        let (shown, from, carets) = window(excerpt, columns.saturating_sub(number + 4).max(20));
        let carets = paint.set(colour(severity), &"^".repeat(carets));
        let _ = writeln!(out, "{gap} {bar}");
        let _ = writeln!(out, "{} {bar} {}", paint.set(FRAME, &line), shown.trim_end());
        let _ = writeln!(out, "{gap} {bar} {}{carets}", " ".repeat(from));
    }
    if !instead.is_empty() {
        let _ = writeln!(out, "{gap} {} {}", paint.set(FRAME, "="), text::sanitize(&instead).text);
    }
    out.push('\n');
}

/// The part of the line that fits in `room` columns with what is meant in it, the column it begins at, and
/// how many columns to mark.
fn window(excerpt: &Excerpt, room: usize) -> (String, usize, usize) {
    let whole = text::width(&excerpt.line);
    let end = excerpt.from + excerpt.columns;
    let start = if whole <= room || end <= room.saturating_sub(1) {
        0
    } else {
        excerpt.from.saturating_sub(room / 3).min(whole.saturating_sub(room))
    };
    let left = usize::from(start > 0);
    let right = usize::from(whole - start > room);
    let body = text::take_columns(&excerpt.line, start + left, room - left - right);
    let shown = format!("{}{body}{}", "…".repeat(left), "…".repeat(right));
    let from = excerpt.from.saturating_sub(start);
    (shown, from, excerpt.columns.min((room - right).saturating_sub(from)).max(1))
}

fn severity_name(severity: Severity, lang: Lang) -> &'static str {
    let t = lang.cli();
    match severity {
        Severity::Error => t.error,
        Severity::Warning => t.warning,
        Severity::Note => t.note,
    }
}

fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Note => "1;36",
    }
}

fn sum(report: &Report<'_>) -> String {
    let t = report.lang.cli();
    let files = report.files.to_string();
    if report.problems.is_empty() {
        return fill(t.check_clean, &[("files", &files)]);
    }
    let count = |severity| report.count(severity).to_string();
    fill(
        t.check_sum,
        &[
            ("files", &files),
            ("errors", &count(Severity::Error)),
            ("warnings", &count(Severity::Warning)),
            ("notes", &count(Severity::Note)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(line: &str, from: usize, columns: usize) -> Excerpt {
        Excerpt { line: line.to_owned(), from, columns }
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(window(&excerpt("figure = \"約\"", 9, 4), 40), ("figure = \"約\"".to_owned(), 9, 4));
    }

    #[test]
    fn the_caret_of_a_long_line_stands_under_its_character() {
        let line = format!("detail = \"{}错{}\"", "字".repeat(60), "字".repeat(60));
        let (shown, from, columns) = window(&excerpt(&line, 130, 2), 40);
        assert!(text::width(&shown) <= 40, "{shown}");
        assert_eq!(text::take_columns(&shown, from, columns), "错");
        assert!(shown.starts_with('…') && shown.ends_with('…'));
    }

    #[test]
    fn the_end_of_a_long_line_can_be_meant() {
        let line = format!("{}错", "字".repeat(60));
        let (shown, from, columns) = window(&excerpt(&line, 120, 2), 41);
        assert_eq!(text::take_columns(&shown, from, columns), "错");
    }
}
