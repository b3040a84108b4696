//! The list of pins: figure, what it is, the reader's note; and the line in which a note is written.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::put;
use super::theme::Look;
use crate::app::lines::Tone;
use crate::app::{App, Note, Pin, words};
use crate::lang::fill;
use crate::plan::Item;
use crate::text;

/// Draws the list of pins over the body, `at` being the one chosen.
pub(super) fn draw(app: &App, look: &Look, (area, at): (Rect, usize), buf: &mut Buffer) {
    let t = app.lang().ui();
    let pins = &app.memory.pins;
    let title = fill(t.pins_title, &[("count", &pins.len().to_string())]);
    put::words(buf, put::inset(area, 2, 2), &title, look.tone(Tone::Title));
    let body = put::below(area, 2);
    if pins.is_empty() {
        put::words(buf, put::inset(body, 2, 2), t.pins_empty, look.tone(Tone::Dim));
        return;
    }
    let fits = usize::from(body.height / 2).max(1);
    let top = (at + 1).saturating_sub(fits);
    for (nth, pin) in pins.iter().enumerate().skip(top).take(fits) {
        let row = put::below(body, u16::try_from((nth - top) * 2).unwrap_or(u16::MAX));
        draw_pin(app, look, (row, pin, nth == at), buf);
    }
    put::scroll_bar(buf, body, (top * 2, pins.len() * 2), look);
}

fn draw_pin(app: &App, look: &Look, (area, pin, chosen): (Rect, &Pin, bool), buf: &mut Buffer) {
    if chosen {
        put::words(buf, area, look.frame.marker, look.marker());
    }
    let inner = put::inset(area, 2, 2);
    let style = if chosen { look.selected(look.tone(Tone::Plain)) } else { look.tone(Tone::Plain) };
    let found = app.library.find_path(&pin.path).and_then(|at| Some((at, app.library.item(at)?)));
    let (figure, words, place) = match found {
        Some((at, item)) => {
            let short = app.library.plans.get(at.plan).map_or("", |plan| plan.tab(app.lang()));
            let figure = match item {
                Item::Number(number) => number.figure.written().to_owned(),
                _ => String::new(),
            };
            (figure, words::title(item, app.lang()), short.to_owned())
        }
        None => (String::new(), format!("{} {}", pin.last, app.lang().ui().pin_gone), String::new()),
    };
    let column =
        if figure.is_empty() { String::new() } else { format!("{}  ", text::pad_start(&figure, 16)) };
    let taken = put::words(buf, inner, &column, look.tone(Tone::Figure));
    put::words_right(buf, inner, &place, look.tone(Tone::Dim));
    let room = u16::try_from(text::width(&place)).unwrap_or(0) + 1;
    put::words(buf, put::inset(inner, taken, room), &words, style);
    let under = put::inset(put::below(inner, 1), 2, 0);
    let second = if pin.note.is_empty() { &pin.path } else { &pin.note };
    let tone = if pin.note.is_empty() { Tone::Dim } else { Tone::Warn };
    if area.height > 1 {
        put::words(buf, under, second, look.tone(tone));
    }
}

/// Draws the line in which a note is written, on `area`'s first row; returns where the cursor stands.
pub(super) fn draw_note(app: &App, look: &Look, (area, note): (Rect, &Note), buf: &mut Buffer) -> Position {
    for column in area.columns() {
        put::words(buf, Rect { height: 1, ..column }, " ", look.tone(Tone::Plain));
    }
    let prompt = format!("{}: ", app.lang().ui().note_prompt);
    let area = put::inset(area, 1, 1);
    let taken = put::words(buf, area, &prompt, look.tone(Tone::Heading));
    put::input(buf, put::inset(area, taken, 0), &note.input, look)
}
