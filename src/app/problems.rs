//! The page of what is wrong in the files: place, line, caret, and what to write instead.

use super::App;
use super::lines::{Line, Page, Tone, spaces};
use super::mode::Mode;
use super::read::{at_most, scroll};
use crate::keys::Action;
use crate::plan::{Problem, Severity};
use crate::text;

/// Every problem of the library, `width` columns wide.
pub fn lines(app: &App, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    for problem in &app.library.problems {
        page.gap();
        one(app, problem, &mut page);
    }
    if page.lines.is_empty() {
        page.text(app.lang().ui().no_problems, Tone::Plain);
    }
    page.lines
}

fn one(app: &App, problem: &Problem, page: &mut Page) {
    let lang = app.lang();
    page.text(&problem.address(), Tone::Heading);
    let tone = match problem.severity() {
        Severity::Error => Tone::Warn,
        Severity::Warning | Severity::Note => Tone::Plain,
    };
    if let Some(excerpt) = &problem.excerpt {
        let room = page.width().saturating_sub(2);
        page.line(Line::new(format!("  {}", text::truncate(&excerpt.line, room)), Tone::Dim));
        if excerpt.from < room {
            let carets = "^".repeat(excerpt.columns.min(room - excerpt.from));
            page.line(Line::new(format!("  {}", spaces(excerpt.from)), Tone::Dim).and(carets, Tone::Warn));
        }
    }
    page.text(&problem.reason.words(lang), tone);
}

/// The first line shown, no further than the page is long.
pub(super) fn settled(app: &App, top: usize) -> usize {
    at_most(top, lines(app, app.geometry().wide_text()).len(), app.page_height())
}

/// Carries out `action` on the page of problems.
pub(super) fn key(app: &mut App, action: Option<Action>) {
    let (Some(action), Mode::Problems { top }) = (action, &app.mode) else { return };
    let count = lines(app, app.geometry().wide_text()).len();
    let top = scroll(*top, action, count, app.page_height());
    match action {
        Action::Back => app.close(),
        _ => app.mode = Mode::Problems { top },
    }
}
