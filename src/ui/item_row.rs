//! One item in a list: a figure aligned on its digits, an event on its rail, a measure with its number.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::columns::{Columns, date_words};
use super::put;
use super::theme::Look;
use crate::app::lines::{Tone, spaces};
use crate::app::{App, words};
use crate::lang::Lang;
use crate::plan::{Event, Item, ItemRef, Measure, Number, Term, Voice, date::Relation};
use crate::text;

/// What a row is drawn with.
struct Pen<'a> {
    app: &'a App,
    look: &'a Look,
    area: Rect,
    selected: bool,
    columns: &'a Columns,
}

impl Pen<'_> {
    /// Writes `words` and goes on behind them.
    fn write(&mut self, words: &str, style: Style, buf: &mut Buffer) {
        let taken = put::words(buf, self.area, words, style);
        self.area = put::inset(self.area, taken, 0);
    }

    /// Writes at the right end and keeps off it.
    fn write_right(&mut self, words: &str, style: Style, buf: &mut Buffer) {
        let width = u16::try_from(text::width(words)).unwrap_or(u16::MAX);
        if words.is_empty() || width + 8 > self.area.width {
            return;
        }
        put::words_right(buf, self.area, words, style);
        self.area = put::inset(self.area, 0, width + 1);
    }

    /// Writes what the row is about: to those who read English in English, the Chinese dim beside it.
    fn title(&mut self, chinese: &str, english: &str, buf: &mut Buffer) {
        let lang = self.app.lang();
        self.write(words::preferred(chinese, english, lang), self.main(), buf);
        if lang == Lang::En && !english.is_empty() && self.area.width > 6 {
            self.area = put::inset(self.area, 2, 0);
            self.write(chinese, self.tone(Tone::Dim), buf);
        }
    }

    fn tone(&self, tone: Tone) -> Style {
        self.look.tone(tone)
    }

    /// The style of what the row is about: heavy where it is selected.
    fn main(&self) -> Style {
        if self.selected { self.look.selected(Style::new()) } else { Style::new() }
    }
}

/// Draws the item at `at` on one row.
pub(super) fn draw(
    app: &App,
    look: &Look,
    (area, at, selected, columns): (Rect, ItemRef, bool, &Columns),
    buf: &mut Buffer,
) {
    let Some(item) = app.library.item(at) else { return };
    let pen = Pen { app, look, area, selected, columns };
    match item {
        Item::Measure(measure) => draw_measure(pen, measure, buf),
        Item::Task(_, task) => {
            let mut pen = pen;
            let indent = spaces(if columns.no > 0 { columns.no + 1 } else { 2 });
            pen.write(&format!("{indent}{} ", look.frame.bullet), look.tone(Tone::Plain), buf);
            pen.title(&task.title, &task.base.en, buf);
        }
        Item::Number(number) => draw_number(pen, number, buf),
        Item::Event(event) => draw_event(pen, at, event, buf),
        Item::Voice(voice) => draw_voice(pen, voice, buf),
        Item::Term(term) => draw_term(pen, term, buf),
    }
}

fn draw_measure(mut pen: Pen<'_>, measure: &Measure, buf: &mut Buffer) {
    if pen.columns.no > 0 {
        let no = text::pad_end(&measure.no, pen.columns.no + 1);
        pen.write(&no, pen.tone(Tone::Key), buf);
    }
    if !measure.tasks.is_empty() {
        let count = format!("{} {}", pen.app.lang().ui().tasks, measure.tasks.len());
        pen.write_right(&count, pen.tone(Tone::Dim), buf);
    }
    pen.title(&measure.title, &measure.base.en, buf);
}

fn draw_number(mut pen: Pen<'_>, number: &Number, buf: &mut Buffer) {
    let (parts, columns) = (number.figure.parts(), *pen.columns);
    let figure = pen.tone(Tone::Figure);
    let plain = pen.tone(Tone::Plain);
    let taken = text::width(parts.before) + text::width(parts.digits);
    pen.write(&spaces(columns.figure.saturating_sub(taken)), plain, buf);
    pen.write(parts.before, plain, buf);
    pen.write(parts.digits, figure, buf);
    let after = (columns.figure + columns.unit).saturating_sub(taken.max(columns.figure));
    pen.write(&format!("{}  ", pad_to(parts.after, after)), plain, buf);
    if pen.area.width >= 30 {
        pen.write_right(words::number_kind(number.kind, pen.app.lang()), pen.tone(Tone::Dim), buf);
    }
    pen.title(&number.label, &number.base.en, buf);
}

/// `words` with spaces up to `width` columns, but never cut: a long unit pushes what follows.
fn pad_to(words: &str, width: usize) -> String {
    format!("{words}{}", spaces(width.saturating_sub(text::width(words))))
}

fn draw_event(mut pen: Pen<'_>, at: ItemRef, event: &Event, buf: &mut Buffer) {
    let lang = pen.app.lang();
    let date = date_words(pen.app, event);
    let rail = rail(&pen, event);
    let column = pen.columns.date;
    let style = pen.tone(Tone::Figure);
    pen.write(&rail, style, buf);
    pen.write(&text::pad_end(&date, column + 2), style, buf);
    let far = words::event_distance(event, pen.app.today, lang);
    if pen.area.width >= 30 {
        pen.write_right(&far, pen.tone(Tone::Dim), buf);
    }
    let plan = pen.app.library.plans.get(at.plan);
    if let Some(plan) = plan.filter(|_| pen.app.place.all_plans || pen.app.place.is_home()) {
        pen.write(&[plan.tab(lang), " "].concat(), pen.tone(Tone::Dim), buf);
    }
    pen.title(&event.title, &event.base.en, buf);
}

/// `●─ ` a point that was, `○─ ` one to come, `●─■ ` an interval, `●─▸ ` one left open.
fn rail(pen: &Pen<'_>, event: &Event) -> String {
    let frame = &pen.look.frame;
    let to_come = event.date.relation(pen.app.today) == Relation::Future;
    let [was, comes] = frame.point;
    let [line, end, open] = frame.rail;
    let last = if !event.date.is_interval() {
        line
    } else if event.date.latest().is_some() {
        end
    } else {
        open
    };
    [if to_come { comes } else { was }, line, last, " "].concat()
}

fn draw_voice(mut pen: Pen<'_>, voice: &Voice, buf: &mut Buffer) {
    let who = words::preferred(&voice.who, &voice.base.en, pen.app.lang());
    let style = pen.main();
    let column = pen.columns.name.max(text::width(who).min(24));
    pen.write(&text::pad_end(who, column + 2), style, buf);
    pen.write(&voice.said, pen.tone(Tone::Plain), buf);
}

fn draw_term(mut pen: Pen<'_>, term: &Term, buf: &mut Buffer) {
    pen.write_right(words::term_kind(term.kind, pen.app.lang()), pen.tone(Tone::Dim), buf);
    let style = pen.main();
    pen.write(&format!("{}  ", term.name), style, buf);
    // Less would be a second … behind that of the name.
    if pen.area.width > 6 {
        pen.write(&term.base.en, pen.tone(Tone::Dim), buf);
    }
}
