//! The home screen: headline numbers as cards, the timeline of all plans beside the plans. On small
//! screens one list of the same rows.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::Columns;
use super::list::{self, draw_nth};
use super::put;
use super::rows::Rows;
use super::theme::Look;
use crate::app::lines::Tone;
use crate::app::{App, CARDS_A_ROW, Headline, Part, card_rows, part};

/// Draws these rows of the home screen in `area`.
pub(super) fn draw(app: &App, look: &Look, (area, rows): (Rect, Rows), buf: &mut Buffer) {
    if !app.geometry().home_cards() {
        list::draw(app, look, (area, rows), buf);
        return list::scroll_bar(app, look, area, buf);
    }
    let of = |wanted: Part| (part(&app.rows, wanted), rows);
    let used = draw_cards(app, look, (area, of(Part::Headline)), buf);
    let lower = put::below(area, used);
    let left = lower.width * 56 / 100;
    let (events, plans) = (of(Part::Timeline), of(Part::Plans));
    draw_part(app, look, (Rect { width: left, ..lower }, events), buf);
    put::rule_down(buf, Rect { x: lower.x + left, width: 1, ..lower }, look);
    let right = put::inset(lower, left + 1, 0);
    let is_long = plans.0.len() > usize::from(right.height);
    draw_part(app, look, (right, plans), buf);
    if is_long {
        // Of all plans, for not all of them are to be seen.
        let count = app.library.plans.len().to_string();
        put::words_right(buf, put::inset(right, 0, 1), &count, look.tone(Tone::Dim));
    }
}

/// Draws the cards side by side; returns the rows they take.
fn draw_cards(
    app: &App,
    look: &Look,
    (area, (part, rows)): (Rect, (Range<usize>, Rows)),
    buf: &mut Buffer,
) -> u16 {
    let (width, height) = (app.geometry().card_columns(), card_rows(&app.cards));
    let numbers = part.filter(|at| app.rows.get(*at).is_some_and(|row| row.item().is_some()));
    for (nth, (at, card)) in (0..).zip(numbers.zip(&app.cards)) {
        let (line, column): (u16, u16) = (nth / CARDS_A_ROW, nth % CARDS_A_ROW);
        let place = put::inset(put::below(area, line.saturating_mul(height)), column * width, 0);
        let place = Rect { width: width.min(place.width), height: (height - 1).min(place.height), ..place };
        if rows.take(app, (at, place), buf) {
            draw_card(look, (place, card, at == app.place.cursor.at), buf);
        }
    }
    let lines = app.cards.len().div_ceil(usize::from(CARDS_A_ROW));
    u16::try_from(lines).unwrap_or(u16::MAX).saturating_mul(height)
}

/// One headline number: figure, what it is, how firm and as of when.
fn draw_card(look: &Look, (area, card, selected): (Rect, &Headline, bool), buf: &mut Buffer) {
    if selected {
        put::words(buf, put::inset(area, 1, 0), look.frame.marker, look.marker());
    }
    let mut rest = put::inset(area, 3, 1);
    let style = if selected { look.active() } else { look.tone(Tone::Figure) };
    put::words(buf, rest, &card.figure, style);
    for line in &card.label {
        rest = put::below(rest, 1);
        put::words(buf, rest, line, look.tone(Tone::Plain));
    }
    put::words(buf, put::below(rest, 1), &card.meta, look.tone(Tone::Dim));
}

/// The timeline or the plans: the heading, and of the rows under it the page on which the cursor stands.
fn draw_part(app: &App, look: &Look, (area, (part, rows)): (Rect, (Range<usize>, Rows)), buf: &mut Buffer) {
    let (room, first) = (usize::from(area.height).saturating_sub(1).max(1), part.start + 1);
    let page_of = |at: usize| if part.contains(&at) { at.saturating_sub(first) / room * room } else { 0 };
    let page = page_of(app.place.cursor.at);
    let rows = rows.where_stays(|before| page_of(before.at) == page, area, buf);
    if !rows.any_in(app, &part) {
        return;
    }
    let shown = first + page..part.end.min(first + page + room);
    let columns = app.rows.get(shown.clone()).unwrap_or_default();
    let columns = Columns::of(app, columns, usize::from(area.width));
    for place in area.rows().zip([part.start].into_iter().chain(shown)) {
        draw_nth(app, look, (place, rows, &columns), buf);
    }
}
