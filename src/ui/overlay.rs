//! Pages drawn over the whole body and the box of names to jump to: help, problems, jump.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::put;
use super::theme::Look;
use crate::app::lines::{Line, Tone};
use crate::app::{App, Help, Jump, help, problems, words};
use crate::backend::blank_cut_edges;

/// A page with a title and lines that scroll.
fn page(look: &Look, (area, title): (Rect, &str), (lines, top): (&[Line], usize), buf: &mut Buffer) {
    put::words(buf, put::inset(area, 2, 2), title, look.tone(Tone::Title));
    let body = put::below(area, 2);
    put::lines(buf, put::inset(body, 2, 2), lines, (top, look));
    put::scroll_bar(buf, body, (top, lines.len()), look);
}

/// Draws the help page; the cursor stands in its search line while that is typed in.
pub(super) fn draw_help(
    app: &App,
    look: &Look,
    (area, state): (Rect, &Help),
    buf: &mut Buffer,
) -> Option<Position> {
    let t = app.lang().ui();
    page(look, (area, t.help_title), (&help::lines(app, state), state.top), buf);
    let search = put::inset(area, 2 + columns(t.help_title) + 3, 2);
    let value = state.input.value();
    if !state.typing && value.is_empty() {
        put::words(buf, search, t.help_search, look.tone(Tone::Dim));
        return None;
    }
    put::words(buf, search, &format!("/{value}"), look.tone(Tone::Key));
    let at = 1 + u16::try_from(state.input.visual_cursor()).unwrap_or(0);
    state.typing.then(|| Position { x: search.x + at.min(search.width), y: search.y })
}

/// Draws the page of problems.
pub(super) fn draw_problems(app: &App, look: &Look, (area, top): (Rect, usize), buf: &mut Buffer) {
    let lines = problems::lines(app, app.geometry().wide_text());
    let title = format!("{} {}", app.lang().ui().problems, app.library.problems.len());
    page(look, (area, &title), (&lines, top), buf);
}

/// Draws the box in which a name is typed, with the names that match under it.
pub(super) fn draw_jump(app: &App, look: &Look, (area, state): (Rect, &Jump), buf: &mut Buffer) -> Position {
    let hits = &state.hits;
    // The sections at the left need not be covered.
    let area = if app.place.is_home() { area } else { put::inset(area, app.geometry().rail, 0) };
    let width = area.width.min(64);
    // As many rows as name every plan: more would cover, and on closing send again, what nobody reads there.
    let plans = u16::try_from(app.library.plans.len()).unwrap_or(u16::MAX);
    let height = area.height.min(plans.clamp(6, 12) + 4);
    let area = Rect { x: area.x + (area.width - width) / 2, y: area.y, width, height };
    let inner = boxed(look, area, buf);
    let prompt = format!("{}: ", app.lang().ui().jump);
    let taken = put::words(buf, inner, &prompt, look.tone(Tone::Heading));
    let input = put::inset(inner, taken, 0);
    if state.input.value().is_empty() {
        put::words(buf, input, app.lang().ui().jump_prompt, look.tone(Tone::Dim));
    } else {
        put::words(buf, input, state.input.value(), look.tone(Tone::Title));
    }
    let list = put::below(inner, 2);
    if hits.is_empty() {
        put::words(buf, list, app.lang().ui().jump_none, look.tone(Tone::Dim));
    }
    let top = (state.at + 1).saturating_sub(usize::from(list.height));
    for (row, (at, hit)) in list.rows().zip(hits.iter().enumerate().skip(top)) {
        let Some(plan) = app.library.plans.get(hit.plan) else { continue };
        let section = hit.section.and_then(|section| plan.sections.get(section));
        let name = match section {
            Some(section) => {
                format!(
                    "{} {} {}",
                    plan.tab(app.lang()),
                    look.frame.within,
                    words::preferred(&section.title, &section.en, app.lang())
                )
            }
            None => {
                format!("{} {}", plan.tab(app.lang()), words::preferred(&plan.title, &plan.en, app.lang()))
            }
        };
        let style = if at == state.at { look.active() } else { look.tone(Tone::Plain) };
        put::words(buf, row, &name, style);
    }
    let at = u16::try_from(state.input.visual_cursor()).unwrap_or(0);
    Position { x: input.x + at.min(input.width.saturating_sub(1)), y: input.y }
}

/// Clears `area`, a rule at its top and its bottom; the wide characters it cuts are blanked. Returns the inside.
/// Its sides are blank: lines down them would be sent, each with a move, when it opens and again when it closes.
fn boxed(look: &Look, area: Rect, buf: &mut Buffer) -> Rect {
    blank_cut_edges(buf, area);
    put::clear(buf, area);
    put::rule(buf, area, look);
    put::rule(buf, put::below(area, area.height.saturating_sub(1)), look);
    let inner = put::inset(put::below(area, 1), 2, 2);
    Rect { height: inner.height.saturating_sub(1), ..inner }
}

fn columns(words: &str) -> u16 {
    u16::try_from(crate::text::width(words)).unwrap_or(0)
}
