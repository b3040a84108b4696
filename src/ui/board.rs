//! The board: one figure in big digits with what it counts and where it comes from, and its series as
//! bars across the bottom.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line as BigLine;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use super::put;
use super::theme::Look;
use crate::app::lines::{Line, Tone};
use crate::app::{App, Board, words};
use crate::lang::fill;
use crate::plan::{Item, ItemRef, Number};
use crate::text;

/// Draws the board over the whole body.
pub(super) fn draw(app: &App, look: &Look, (area, board): (Rect, &Board), buf: &mut Buffer) {
    let Some(at) = board.numbers.get(board.at).copied() else { return };
    let Some(Item::Number(number)) = app.library.item(at) else { return };
    let area = put::inset(area, 3, 3);
    let at_of = [("at", (board.at + 1).to_string()), ("count", board.numbers.len().to_string())];
    let place =
        fill(app.lang().ui().board_of, &at_of.each_ref().map(|(name, value)| (*name, value.as_str())));
    put::words_right(buf, area, &place, look.tone(Tone::Dim));
    put::words(buf, area, &title(app, at), look.tone(Tone::Dim));
    let mut rest = put::below(area, 2);
    let used = draw_figure(look, (rest, number), buf);
    rest = put::below(rest, used + 1);
    for line in below_figure(app, at, number, usize::from(rest.width)) {
        put::line(buf, rest, &line, look);
        rest = put::below(rest, 1);
    }
    let bars = bars(app, at, usize::from(rest.width));
    let room = usize::from(rest.height);
    if !bars.is_empty() && bars.len() < room {
        let bottom = put::below(rest, u16::try_from(room - bars.len()).unwrap_or(0));
        put::lines(buf, bottom, &bars, (0, look));
    }
}

fn title(app: &App, at: ItemRef) -> String {
    let plan = app.library.plans.get(at.plan).map_or("", |plan| plan.tab(app.lang()));
    let section = app.library.section(at);
    let section = section.map_or("", |section| words::preferred(&section.title, &section.en, app.lang()));
    format!("{plan} › {section}")
}

/// The figure: qualifier and unit as text, the digits big. Returns the rows it takes.
fn draw_figure(look: &Look, (area, number): (Rect, &Number), buf: &mut Buffer) -> u16 {
    let parts = number.figure.parts();
    let beside = text::width(parts.before) + text::width(parts.after) + 2;
    let drawable = parts.digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '%'));
    let size = drawable.then(|| big_size(parts.digits.chars().count(), beside, area)).flatten();
    let Some((size, width, height)) = size else {
        put::words(buf, area, number.figure.written(), look.tone(Tone::Figure));
        return 1;
    };
    // The glyphs leave their last eighth empty: at full height that is a row.
    let low = put::below(area, height - 1 - u16::from(size == PixelSize::Full));
    let before = put::words(buf, low, parts.before, look.tone(Tone::Title));
    let gap = u16::from(before > 0);
    let digits = Rect { height, width, ..put::inset(area, before + gap, 0) };
    let mut big = BigText::builder();
    big.pixel_size(size).style(look.tone(Tone::Figure)).lines([BigLine::from(parts.digits.to_owned())]);
    big.build().render(digits.intersection(buf.area), buf);
    put::words(buf, put::inset(low, before + gap + width + 1, 0), parts.after, look.tone(Tone::Title));
    height
}

/// The largest size at which `count` digits fit beside `beside` columns of text: the size and the
/// columns and rows the digits take.
fn big_size(count: usize, beside: usize, area: Rect) -> Option<(PixelSize, u16, u16)> {
    let sizes = [(PixelSize::Full, 8, 8), (PixelSize::HalfHeight, 8, 4), (PixelSize::Quadrant, 4, 4)];
    sizes.into_iter().find_map(|(size, columns, rows)| {
        let width = u16::try_from(count * columns).ok()?;
        let fits = usize::from(width) + beside <= usize::from(area.width) && rows + 8 <= area.height;
        fits.then_some((size, width, rows))
    })
}

/// Label, kind and date, what it counts, source.
fn below_figure(app: &App, at: ItemRef, number: &Number, width: usize) -> Vec<Line> {
    let lang = app.lang();
    let mut page = crate::app::lines::Page::new(width);
    page.text(&number.label, Tone::Title);
    page.text(&number.base.en, Tone::Dim);
    page.text(&words::number_meta(number, lang), Tone::Plain);
    page.text(&number.counts, Tone::Plain);
    for source in app.library.sources_of(at) {
        page.text(&words::source_line(source, lang), Tone::Dim);
    }
    page.lines
}

fn bars(app: &App, at: ItemRef, width: usize) -> Vec<Line> {
    crate::app::card::series_lines(app, at, width)
}
