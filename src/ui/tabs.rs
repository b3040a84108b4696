//! The first row: the program's name, home and the plans, and today's date.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Look;
use super::{put, strip};
use crate::app::App;
use crate::app::lines::Tone;

/// Columns of the date with a space before it.
const DATE: u16 = 11;
/// From this width the date stands at the right.
const DATE_FROM: u16 = 70;

/// Draws the tabs on `area`'s first row.
pub(super) fn draw(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    let t = app.lang().ui();
    let open = if app.place.is_home() { Some(0) } else { app.place.plan.map(|plan| plan + 1) };
    let open = if app.place.all_plans { None } else { open };
    let name = |at: usize| match at.checked_sub(1) {
        None => Some(format!(" 0 {} ", t.home)),
        Some(plan) => {
            let name = app.library.plans.get(plan)?.tab(app.lang());
            Some(if at <= 9 { format!(" {at} {name} ") } else { format!(" {name} ") })
        }
    };
    let mut left = put::inset(area, 1, 0);
    let taken = put::words(buf, left, t.app, look.tone(Tone::Title)) + 1;
    left = put::inset(left, taken, 0);
    if area.width >= DATE_FROM {
        let date = app.today.to_string();
        put::words_right(buf, put::inset(area, 0, 1), &date, look.tone(Tone::Dim));
        left = put::inset(left, 0, DATE + 1);
    }
    strip::draw(buf, left, (&name, open), look);
}
