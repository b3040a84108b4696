//! The card beside the list, and the same card on a page of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put;
use super::theme::Look;
use crate::app::card::{Subject, card};
use crate::app::lines::Tone;
use crate::app::read::links;
use crate::app::{App, Read};

/// Draws the card of what is selected, a rule down its left side.
pub(super) fn beside(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    match app.subject() {
        Some(subject) => of(app, look, (area, subject), buf),
        None => put::rule_down(buf, area, look),
    }
}

/// Draws the card of `subject`, a rule down its left side.
pub(super) fn of(app: &App, look: &Look, (area, subject): (Rect, Subject), buf: &mut Buffer) {
    put::rule_down(buf, area, look);
    let inner = put::inset(area, 2, 1);
    let lines = card(app, subject, usize::from(inner.width));
    put::lines(buf, inner, &lines, (0, look));
    if lines.len() > usize::from(inner.height) {
        let last = put::below(inner, inner.height.saturating_sub(1));
        for at in last.columns() {
            put::words(buf, at, " ", look.tone(Tone::Plain));
        }
        let more = format!("… {}", app.lang().ui().more_below);
        put::words(buf, last, &more, look.tone(Tone::Heading));
    }
}

/// Draws the card that is read, over the whole body.
pub(super) fn whole(app: &App, look: &Look, (area, read): (Rect, &Read), buf: &mut Buffer) {
    let lines = card(app, read.subject, app.geometry().wide_text());
    put::lines(buf, put::inset(area, 2, 2), &lines, (read.top, look));
    let at = read.link.and_then(|link| links(&lines).get(link).copied());
    let row = at.and_then(|at| at.checked_sub(read.top));
    if let Some(row) = row.filter(|row| *row < usize::from(area.height)) {
        let mark = put::below(area, u16::try_from(row).unwrap_or(0));
        put::words(buf, mark, look.frame.marker, look.marker());
    }
    put::scroll_bar(buf, area, (read.top, lines.len()), look);
}
