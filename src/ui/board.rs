//! The board: one figure in big digits with what it counts and where it comes from, and its series as
//! bars across the bottom.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::big::Big;
use super::put;
use super::theme::Look;
use crate::app::lines::{Line, Page, Tone};
use crate::app::{App, Board, words};
use crate::lang::fill;
use crate::plan::{Item, ItemRef, Number};

/// How much is left out of the text under the figure so that the digits can be big.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
enum Brevity {
    Whole,
    WithoutEnglish,
    WithoutCounts,
}

const BREVITIES: [Brevity; 3] = [Brevity::Whole, Brevity::WithoutEnglish, Brevity::WithoutCounts];

/// Draws the board over the whole body.
pub(super) fn draw(app: &App, look: &Look, (area, board): (Rect, &Board), buf: &mut Buffer) {
    let Some(at) = board.numbers.get(board.at).copied() else { return };
    let Some(Item::Number(number)) = app.library.item(at) else { return };
    let area = put::inset(area, 3, 3);
    let at_of = [("at", (board.at + 1).to_string()), ("count", board.numbers.len().to_string())];
    let place =
        fill(app.lang().ui().board_of, &at_of.each_ref().map(|(name, value)| (*name, value.as_str())));
    put::words_right(buf, area, &place, look.tone(Tone::Dim));
    put::words(buf, area, &title(app, look, at), look.tone(Tone::Dim));
    let mut rest = put::below(area, 2);
    let width = usize::from(rest.width);
    let (big, text) = set(app, look, (at, number), rest);
    match &big {
        Some(big) => big.draw(look, rest, buf),
        None => _ = put::words(buf, rest, number.figure.written(), look.tone(Tone::Figure)),
    }
    rest = put::below(rest, big.map_or(1, |big| big.height()) + 1);
    put::lines(buf, rest, &text, (0, look));
    rest = put::below(rest, u16::try_from(text.len()).unwrap_or(u16::MAX));
    let bars = crate::app::card::series_lines(app, at, width);
    let room = usize::from(rest.height);
    if !bars.is_empty() && bars.len() < room {
        let bottom = put::below(rest, u16::try_from(room - bars.len()).unwrap_or(0));
        put::lines(buf, bottom, &bars, (0, look));
    }
}

/// The figure as large as fits over the text under it, the text as whole as fits under some size.
fn set(app: &App, look: &Look, (at, number): (ItemRef, &Number), area: Rect) -> (Option<Big>, Vec<Line>) {
    let text = |brevity| below_figure(app, at, (number, brevity), usize::from(area.width));
    let room = |text: &[Line]| usize::from(area.height).saturating_sub(text.len() + 1);
    let mut texts = BREVITIES.into_iter().map(text);
    let set = texts.find_map(|text| {
        let room = (area.width, u16::try_from(room(&text)).unwrap_or(u16::MAX));
        Some((Some(Big::fit(&number.figure, room, look)?), text))
    });
    set.unwrap_or_else(|| {
        let fitting = BREVITIES.into_iter().map(text).find(|text| room(text) > 0);
        (None, fitting.unwrap_or_else(|| text(Brevity::WithoutCounts)))
    })
}

fn title(app: &App, look: &Look, at: ItemRef) -> String {
    let plan = app.library.plans.get(at.plan).map_or("", |plan| plan.tab(app.lang()));
    let section = app.library.section(at);
    let section = section.map_or("", |section| words::preferred(&section.title, &section.en, app.lang()));
    format!("{plan} {} {section}", look.frame.within)
}

/// Label, the figure as written where its digits were not, kind and date, what it counts, source.
fn below_figure(app: &App, at: ItemRef, (number, brevity): (&Number, Brevity), width: usize) -> Vec<Line> {
    let lang = app.lang();
    let mut page = Page::new(width);
    page.text(&number.label, Tone::Title);
    if brevity < Brevity::WithoutEnglish {
        page.text(&number.base.en, Tone::Dim);
    }
    if number.figure.western_digits() != number.figure.parts().digits {
        page.labelled(lang.ui().as_written, number.figure.written(), Tone::Plain);
    }
    page.text(&words::number_meta(number, lang), Tone::Plain);
    if brevity < Brevity::WithoutCounts {
        page.text(&number.counts, Tone::Plain);
    }
    for source in app.library.sources_of(at) {
        page.text(&words::source_line(source, lang), Tone::Dim);
    }
    page.lines
}
