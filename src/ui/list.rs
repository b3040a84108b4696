//! The list of a pane: its visible rows, the marker, the scroll bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::Columns;
use super::item_row;
use super::put;
use super::rows::Rows;
use super::theme::Look;
use crate::app::lines::Tone;
use crate::app::words::Total;
use crate::app::{App, Row, words};
use crate::lang::fill;
use crate::text;

/// Columns before every row: the marker and a sign.
pub(super) const MARGIN: u16 = 2;

/// Draws these rows of the list in `area`, whose last column is left to the scroll bar.
pub(super) fn draw(app: &App, look: &Look, (area, rows): (Rect, Rows), buf: &mut Buffer) {
    if app.rows.is_empty() {
        put::words(buf, put::inset(area, MARGIN, 1), app.lang().ui().nothing_here, look.tone(Tone::Dim));
        return;
    }
    let top = app.place.cursor.top;
    let rows = rows.where_stays(|before| before.top == top, area, buf);
    let columns = Columns::of(app, around(&app.rows, top), usize::from(area.width));
    for place in area.rows().zip(top..app.rows.len()) {
        draw_nth(app, look, (place, rows, &columns), buf);
    }
}

/// Draws the row of this number on a line, all but its last column, if it is one of these rows.
pub(super) fn draw_nth(
    app: &App,
    look: &Look,
    ((line, at), rows, columns): ((Rect, usize), Rows, &Columns),
    buf: &mut Buffer,
) {
    let (Some(row), line) = (app.rows.get(at), put::inset(line, 0, 1)) else { return };
    if rows.take(app, (at, line), buf) {
        let selected = at == app.place.cursor.at && row.selectable();
        draw_row(app, look, (line, row, selected, columns), buf);
    }
}

/// So many rows of a long list are looked at for its columns.
const SPAN: usize = 256;

/// The rows around those from `top` that settle how wide the columns are: all of most lists. Of a long one they
/// change only every few pages, and a frame costs no more than of a short one.
fn around(rows: &[Row], top: usize) -> &[Row] {
    let from = if rows.len() <= SPAN { 0 } else { top / (SPAN / 2) * (SPAN / 2) };
    rows.get(from..rows.len().min(from + SPAN)).unwrap_or(rows)
}

/// Draws the list's scroll bar in `area`'s last column.
pub(super) fn scroll_bar(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    put::scroll_bar(buf, area, (app.place.cursor.top, app.rows.len()), look);
}

/// Draws one row, the marker before it where it is selected.
fn draw_row(
    app: &App,
    look: &Look,
    (area, row, selected, columns): (Rect, &Row, bool, &Columns),
    buf: &mut Buffer,
) {
    if selected {
        put::words(buf, area, look.frame.marker, look.marker());
    }
    if let Some(sign) = row.item().and_then(|item| sign(app, item)) {
        put::words(buf, put::inset(area, 1, 0), sign, look.marker());
    }
    let inner = put::inset(area, MARGIN, 0);
    let heavy = |style| if selected { look.selected(style) } else { style };
    match row {
        Row::Heading(words) => {
            put::words(buf, put::inset(area, 1, 0), words, look.tone(Tone::Heading));
        }
        Row::Text(line) => put::line(buf, inner, line, look),
        Row::Item(item) => item_row::draw(app, look, (inner, *item, selected, columns), buf),
        Row::Source(plan, source) => {
            if let Some(source) = app.library.plans.get(*plan).and_then(|plan| plan.sources.get(*source)) {
                put::words(
                    buf,
                    inner,
                    &words::source_line(source, app.lang()),
                    heavy(look.tone(Tone::Plain)),
                );
            }
        }
        Row::Plan(plan) => draw_plan(app, look, (inner, *plan, selected), buf),
        Row::Gauge(total) => draw_gauge(app, look, (inner, total), buf),
        Row::Today => draw_today(app, look, area, buf),
        Row::News(count) => {
            let words = fill(app.lang().ui().news, &[("count", &count.to_string())]);
            put::words(buf, inner, &words, heavy(look.tone(Tone::Figure)));
        }
        Row::Problems(count) => {
            let words = fill(app.lang().ui().problem_count, &[("count", &count.to_string())]);
            put::words(buf, inner, &words, heavy(look.tone(Tone::Warn)));
        }
    }
}

/// The sign before an item: `*` new or changed, `+` pinned.
fn sign(app: &App, item: crate::plan::ItemRef) -> Option<&'static str> {
    if app.memory.news(item).is_some() {
        return Some("*");
    }
    app.is_pinned(item).then_some("+")
}

/// `─── 今天 2026年11月22日 ───`.
fn draw_today(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    put::rule(buf, put::inset(area, 1, 0), look);
    let today = format!(" {} {} ", app.lang().ui().today, app.today);
    put::words(buf, put::inset(area, 5, 0), &today, look.tone(Tone::Heading));
}

/// A plan on the home screen: number, name, how much it holds.
fn draw_plan(app: &App, look: &Look, (area, at, selected): (Rect, usize, bool), buf: &mut Buffer) {
    let Some(plan) = app.library.plans.get(at) else { return };
    let t = app.lang().ui();
    let style = if selected { look.selected(look.tone(Tone::Plain)) } else { look.tone(Tone::Plain) };
    let number = if at < 9 { (at + 1).to_string() } else { String::new() };
    let taken = put::words(buf, area, &text::pad_end(&number, 2), style);
    let name = plan.tab(app.lang());
    let rest = put::inset(area, taken, 0);
    let taken = put::words(buf, rest, &text::pad_end(name, 10), style);
    let listed = plan.listed;
    let of = |listed: usize, declared: Option<u32>| match declared {
        Some(declared) => format!("{listed}／{declared}"),
        None => listed.to_string(),
    };
    let columns = [
        (t.sections, plan.sections.len().to_string(), 2),
        (t.numbers, listed.numbers.to_string(), 3),
        (t.measures, of(listed.measures, plan.declared.measures), 6),
        (t.tasks, of(listed.tasks, plan.declared.tasks), 6),
    ];
    let mut rest = put::inset(rest, taken, 0);
    for (label, count, width) in columns {
        let words = [label, " ", &text::pad_end(&count, width), " "].concat();
        let columns = u16::try_from(text::width(&words)).unwrap_or(u16::MAX);
        if columns > rest.width.saturating_add(1) {
            return;
        }
        put::words(buf, rest, words.trim_end(), look.tone(Tone::Dim));
        rest = put::inset(rest, columns, 0);
    }
}

/// `任務  ████████░░░  列出 42／共 56`.
fn draw_gauge(app: &App, look: &Look, (area, total): (Rect, &Total), buf: &mut Buffer) {
    let label = text::pad_end(total.what, 8);
    let taken = put::words(buf, area, &label, look.tone(Tone::Plain));
    let (listed, declared) = (total.listed.to_string(), total.declared.to_string());
    let words = fill(app.lang().ui().listed_of, &[("listed", &listed), ("declared", &declared)]);
    let rest = put::inset(area, taken, 0);
    let wide = u16::try_from(text::width(&words)).unwrap_or(0);
    let room = usize::from(rest.width.saturating_sub(wide + 3).min(30));
    let share = crate::app::card::bar(to_f64(total.listed), f64::from(total.declared), room);
    let [full, empty] = look.frame.gauge;
    let filled = put::words(buf, rest, &full.repeat(share), look.tone(Tone::Bar));
    let left = put::inset(rest, filled, 0);
    let empty = put::words(buf, left, &empty.repeat(room.saturating_sub(share)), look.tone(Tone::Dim));
    put::words(buf, put::inset(left, empty + 2, 0), &words, look.tone(Tone::Plain));
}

fn to_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
