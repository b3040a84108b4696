//! The sections of the plan: a column at the left, or on narrow screens a breadcrumb.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put;
use super::theme::Look;
use crate::app::App;
use crate::app::lines::Tone;
use crate::app::words;
use crate::lang::fill;

/// The names of the sections, "all" first.
fn names(app: &App) -> Vec<&str> {
    let all = app.lang().ui().all_sections;
    let sections = app.plan().map_or(&[][..], |plan| &*plan.sections);
    let titles = sections.iter().map(|section| words::preferred(&section.title, &section.en, app.lang()));
    std::iter::once(all).chain(titles).collect()
}

fn chosen(app: &App) -> usize {
    app.place.section.map_or(0, |section| section + 1)
}

/// Draws the column of sections, its rule at the right.
pub(super) fn draw(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    put::rule_down(buf, Rect { x: area.right().saturating_sub(1), width: 1, ..area }, look);
    if app.place.all_plans {
        put::words(buf, put::inset(area, 1, 2), app.lang().ui().all_plans, look.tone(Tone::Title));
        return;
    }
    let (names, chosen) = (names(app), chosen(app));
    let top = (chosen + 1).saturating_sub(usize::from(area.height));
    for (row, (at, name)) in area.rows().zip(names.iter().enumerate().skip(top)) {
        let style = if at == chosen { look.active() } else { look.tone(Tone::Plain) };
        let mark = if at == chosen { look.frame.marker } else { " " };
        put::words(buf, Rect { width: 1, ..row }, mark, look.marker());
        put::words(buf, put::inset(row, 1, 2), name, style);
    }
}

/// Draws the breadcrumb on `area`'s first row: plan › section (2／8).
pub(super) fn breadcrumb(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    let area = put::inset(area, 1, 1);
    if app.place.all_plans {
        put::words(buf, area, app.lang().ui().all_plans, look.tone(Tone::Title));
        return;
    }
    let Some(plan) = app.plan() else { return };
    let (names, chosen) = (names(app), chosen(app));
    let name = names.get(chosen).copied().unwrap_or_default();
    let at = fill(
        app.lang().ui().position,
        &[("at", &chosen.to_string()), ("count", &plan.sections.len().to_string())],
    );
    let count = if chosen == 0 { format!("[ ] {}", app.lang().ui().sections) } else { format!("[ ] {at}") };
    put::words_right(buf, area, &count, look.tone(Tone::Dim));
    let room = put::inset(area, 0, u16::try_from(crate::text::width(&count)).unwrap_or(0) + 1);
    let crumb = format!("{} {} {name}", plan.tab(app.lang()), look.frame.within);
    put::words(buf, room, &crumb, look.tone(Tone::Title));
}
