//! The screen as a whole: which area goes where at this size, and what is drawn over it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::rows::Rows;
use super::theme::Look;
use super::{ascii, board, card, find, foot, home, list, overlay, pins, put, rail, strip, tabs};
use crate::app::lines::Tone;
use crate::app::{App, Cursor, Mode, Read};
use crate::plan::Pane;

/// Draws what `app` shows. Returns where the cursor stands, where text is typed.
pub fn draw(app: &App, look: &Look, buf: &mut Buffer) -> Option<Position> {
    let cursor = draw_all(app, look, buf);
    if look.frame.is_ascii {
        ascii::marks(buf);
    }
    cursor
}

/// Draws a step of the cursor: what changes in the frame on `buf`, in which it stood at `before`, where nothing but
/// [steps](App::is_step) came since.
pub fn step(app: &App, look: &Look, before: Cursor, buf: &mut Buffer) {
    if !app.geometry().is_enough() {
        return;
    }
    let (body, rows) = (body(app, buf.area), Rows::Since(before));
    if app.place.is_home() {
        home::draw(app, look, (body, rows), buf);
    } else {
        draw_list(app, look, (body, rows), buf);
    }
    if look.frame.is_ascii {
        ascii::marks(buf);
    }
}

fn draw_all(app: &App, look: &Look, buf: &mut Buffer) -> Option<Position> {
    let area = buf.area;
    let geometry = app.geometry();
    if !geometry.is_enough() {
        too_small(app, look, area, buf);
        return None;
    }
    tabs::draw(app, look, area, buf);
    let last = put::below(area, area.height - 1);
    foot::draw(app, look, last, buf);
    if geometry.rules() {
        put::rule(buf, put::below(area, 1), look);
        let above = put::below(area, area.height - 2);
        put::rule(buf, above, look);
        if let Some((words, tone)) = app.banner() {
            put::words(buf, put::inset(above, 2, 2), &format!(" {words} "), look.tone(tone));
        }
    }
    draw_body(app, look, body(app, area), buf)
}

/// What lies between tabs and hints.
fn body(app: &App, area: Rect) -> Rect {
    let geometry = app.geometry();
    let body = put::below(area, 1 + u16::from(geometry.rules()));
    Rect { height: body.height.saturating_sub(geometry.foot), ..body }
}

/// The body, and over it the box of names or the line of a note, which leave the rest to be seen.
fn draw_body(app: &App, look: &Look, body: Rect, buf: &mut Buffer) -> Option<Position> {
    match &app.mode {
        Mode::Jump(jump) => {
            draw_mode(app, look, (body, app.beneath()), buf);
            Some(overlay::draw_jump(app, look, (body, jump), buf))
        }
        Mode::Note(note) => {
            draw_mode(app, look, (body, app.beneath()), buf);
            let last = put::below(buf.area, buf.area.height - 1);
            Some(pins::draw_note(app, look, (last, note), buf))
        }
        mode => draw_mode(app, look, (body, mode), buf),
    }
}

fn draw_mode(app: &App, look: &Look, (body, mode): (Rect, &Mode), buf: &mut Buffer) -> Option<Position> {
    match mode {
        Mode::Help(help) => return overlay::draw_help(app, look, (body, help), buf),
        Mode::Find(state) => return Some(find::draw(app, look, (body, state), buf)),
        Mode::Problems { top } => overlay::draw_problems(app, look, (body, *top), buf),
        Mode::Board(board) => board::draw(app, look, (body, board), buf),
        Mode::Pins(list) => pins::draw(app, look, (body, list.at), buf),
        Mode::Read(read) => draw_plan(app, look, (body, Some(read)), buf),
        Mode::Browse if app.place.is_home() => home::draw(app, look, (body, Rows::All), buf),
        Mode::Browse | Mode::Jump(_) | Mode::Note(_) => draw_plan(app, look, (body, None), buf),
    }
    None
}

/// A plan: sections, panes, list and card, or the one card that is read.
fn draw_plan(app: &App, look: &Look, (body, read): (Rect, Option<&Read>), buf: &mut Buffer) {
    let geometry = app.geometry();
    if geometry.rail > 0 {
        // A text that is read has the whole width, for only whole rows scroll at little cost.
        let height = if read.is_some() { 1 } else { body.height };
        rail::draw(app, look, Rect { width: geometry.rail, height, ..body }, buf);
        panes(app, look, put::inset(body, geometry.rail, 0), buf);
    } else {
        rail::breadcrumb(app, look, body, buf);
        panes(app, look, put::below(body, 1), buf);
    }
    if let Some(read) = read {
        return card::whole(app, look, (below_panes(app, body), read), buf);
    }
    draw_list(app, look, (body, Rows::All), buf);
}

fn below_panes(app: &App, body: Rect) -> Rect {
    let top = app.geometry().head.min(body.bottom());
    Rect { y: top, height: body.bottom() - top, ..body }
}

/// The list of a pane, and beside it the card of what is selected.
fn draw_list(app: &App, look: &Look, (body, rows): (Rect, Rows), buf: &mut Buffer) {
    let geometry = app.geometry();
    let body = below_panes(app, put::inset(body, geometry.rail, 0));
    let overview = app.place.pane == Pane::Overview && !app.place.all_plans;
    if geometry.card == 0 || overview {
        list::draw(app, look, (body, rows), buf);
        return list::scroll_bar(app, look, body, buf);
    }
    list::draw(app, look, (Rect { width: geometry.list, ..body }, rows), buf);
    let beside = put::inset(body, geometry.list, 0);
    rows.anew(beside, buf);
    card::beside(app, look, beside, buf);
    // On the rule between list and card there is room for it.
    list::scroll_bar(app, look, Rect { width: geometry.list + 1, ..body }, buf);
}

/// The tabs of the panes with how many items each holds.
fn panes(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    let panes = app.panes();
    if app.place.all_plans {
        let name = format!(" {} ", Pane::Timeline.name(app.lang()));
        let one = |at: usize| (at == 0).then(|| name.clone());
        return strip::draw(buf, put::inset(area, 1, 0), (&one, Some(0)), look);
    }
    let name = |at: usize| {
        let (pane, count) = panes.get(at)?;
        Some(match count {
            0 => format!(" {} ", pane.name(app.lang())),
            _ => format!(" {} {count} ", pane.name(app.lang())),
        })
    };
    let open = panes.iter().position(|(pane, _)| *pane == app.place.pane);
    strip::draw(buf, put::inset(area, 1, 0), (&name, open), look);
}

/// One sentence where there is no room for more.
fn too_small(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    let lines = crate::text::wrap_lines(app.lang().ui().too_small, usize::from(area.width));
    for (row, line) in area.rows().zip(lines) {
        put::words(buf, row, line, look.tone(Tone::Plain));
    }
}
