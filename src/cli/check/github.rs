//! The report as workflow commands, which GitHub Actions shows as annotations beside the lines.
//! Escaping as in GitHub's toolkit: `%`, CR and LF everywhere, `:` and `,` in properties besides.

use std::fmt::Write;

use super::command::Report;
use crate::plan::Severity;
use crate::text;

/// One command a line.
pub(super) fn report(report: &Report<'_>) -> String {
    let mut out = String::new();
    for problem in report.problems {
        let command = match problem.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let _ = write!(out, "::{command} file={}", property(&report.file(problem)));
        if problem.place.line > 0 {
            let _ = write!(out, ",line={},col={}", problem.place.line, problem.place.column);
        }
        let title = property(problem.reason.rule().name);
        let words = message(&text::sanitize_multiline(&problem.reason.words(report.lang)).text);
        let _ = writeln!(out, ",title={title}::{words}");
    }
    out
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_can_end_a_command_or_begin_one() {
        assert_eq!(message("超95%\r\n::error::x"), "超95%25%0D%0A::error::x");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
