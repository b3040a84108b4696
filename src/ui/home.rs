//! The home screen: headline numbers as cards, the timeline of all plans beside the plans. On small
//! screens one list of the same rows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::Columns;
use super::list::{self, draw_row};
use super::put;
use super::theme::Look;
use crate::app::lines::Tone;
use crate::app::{App, CARD_ROWS, CARDS_A_ROW, Part, Row, part_of, words};
use crate::plan::{Item, ItemRef};

/// Draws the home screen in `area`.
pub(super) fn draw(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    if !app.geometry().home_cards() {
        list::draw(app, look, area, buf);
        return list::scroll_bar(app, look, area, buf);
    }
    let rows: Vec<(usize, &Row)> = app.rows.iter().enumerate().collect();
    let of = |part: Part| rows.iter().copied().filter(move |(at, _)| part_of(&app.rows, *at) == part);
    let cards: Vec<_> = of(Part::Headline).filter(|(_, row)| row.selectable()).collect();
    let used = draw_cards(app, look, (area, &cards), buf);
    let lower = put::below(area, used);
    let left = lower.width * 56 / 100;
    draw_part(app, look, (Rect { width: left, ..lower }, of(Part::Timeline).collect()), buf);
    put::rule_down(buf, Rect { x: lower.x + left, width: 1, ..lower }, look);
    draw_part(app, look, (put::inset(lower, left + 1, 0), of(Part::Plans).collect()), buf);
}

/// Draws the cards side by side; returns the rows they take.
fn draw_cards(app: &App, look: &Look, (area, cards): (Rect, &[(usize, &Row)]), buf: &mut Buffer) -> u16 {
    let width = area.width / u16::try_from(CARDS_A_ROW).unwrap_or(1);
    let height = u16::try_from(CARD_ROWS).unwrap_or(1);
    for (nth, (at, row)) in cards.iter().enumerate() {
        let Some(item) = row.item() else { continue };
        let (line, column) = (nth / CARDS_A_ROW, nth % CARDS_A_ROW);
        let y = u16::try_from(line).unwrap_or(u16::MAX).saturating_mul(height);
        let x = u16::try_from(column).unwrap_or(0) * width;
        let place = put::inset(put::below(area, y), x, 0);
        let place = Rect { width: width.min(place.width), height: (height - 1).min(place.height), ..place };
        draw_card(app, look, (place, item, *at == app.place.cursor.at), buf);
    }
    u16::try_from(cards.len().div_ceil(CARDS_A_ROW)).unwrap_or(0).saturating_mul(height)
}

/// One headline number: figure, what it is, how firm and as of when.
fn draw_card(app: &App, look: &Look, (area, at, selected): (Rect, ItemRef, bool), buf: &mut Buffer) {
    let Some(Item::Number(number)) = app.library.item(at) else { return };
    let short = app.library.plans.get(at.plan).map_or("", |plan| plan.tab(app.lang()));
    if selected {
        put::words(buf, put::inset(area, 1, 0), look.frame.marker, look.marker());
    }
    let inner = put::inset(area, 3, 1);
    let style = look.tone(Tone::Figure);
    put::words(buf, inner, number.figure.written(), if selected { look.active() } else { style });
    let label = words::preferred(&number.label, &number.base.en, app.lang());
    put::words(
        buf,
        put::below(inner, 1),
        &format!("{short} {} {label}", look.frame.within),
        look.tone(Tone::Plain),
    );
    let kind = words::number_kind(number.kind, app.lang());
    let meta = format!("{kind} · {}", words::compact_date(&number.as_of, app.lang()));
    put::words(buf, put::below(inner, 2), &meta, look.tone(Tone::Dim));
}

/// The timeline or the plans: heading and rows, as many as fit.
fn draw_part(app: &App, look: &Look, (area, rows): (Rect, Vec<(usize, &Row)>), buf: &mut Buffer) {
    let all: Vec<Row> = rows.iter().map(|(_, row)| (*row).clone()).collect();
    let columns = Columns::of(app, &all, usize::from(area.width));
    for (line, (at, row)) in area.rows().zip(rows) {
        let selected = at == app.place.cursor.at && row.selectable();
        draw_row(app, look, (put::inset(line, 0, 1), row, selected, &columns), buf);
    }
}
