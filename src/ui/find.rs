//! The finder: the line that is typed in, the hits with what matched in them marked, the card of the
//! chosen one beside.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::put;
use super::theme::Look;
use crate::app::find::Find;
use crate::app::lines::Tone;
use crate::app::{App, words};
use crate::find::{Field, Hit, Way};
use crate::lang::fill;
use crate::plan::{Item, Pane};
use crate::text;

/// Columns of the figure before a hit.
const FIGURE: usize = 14;
/// Columns of the kind of a hit.
const KIND: usize = 7;

/// Draws the finder over the body; returns where the cursor stands.
pub(super) fn draw(app: &App, look: &Look, (area, find): (Rect, &Find), buf: &mut Buffer) -> Position {
    let cursor = draw_line(app, look, (area, find), buf);
    let mut body = put::below(area, 2);
    let corrected = find.found.as_ref().and_then(|found| found.corrected.as_ref());
    if let Some(near) = corrected {
        let words = fill(app.lang().ui().find_near, &[("words", &near.used)]);
        put::words(buf, put::inset(body, 2, 2), &words, look.tone(Tone::Figure));
        body = put::below(body, 1);
    }
    if find.hits().is_empty() {
        draw_nothing(app, look, (body, find), buf);
        return cursor;
    }
    let geometry = app.geometry();
    let (list, card) = if geometry.card > 0 {
        let width = body.width - body.width * 2 / 5;
        (Rect { width, ..body }, Some(put::inset(body, width, 0)))
    } else {
        (body, None)
    };
    let top = (find.at + 1).saturating_sub(usize::from(list.height));
    for (row, (at, hit)) in list.rows().zip(find.hits().iter().enumerate().skip(top)) {
        draw_hit(app, look, (put::inset(row, 0, 1), hit, at == find.at), buf);
    }
    if let (Some(card), Some(item)) = (card, find.chosen()) {
        super::card::of(app, look, (card, crate::app::card::Subject::Item(item)), buf);
    }
    let bar = Rect { width: list.width + u16::from(card.is_some()), ..list };
    put::scroll_bar(buf, bar, (top, find.hits().len()), look);
    cursor
}

/// `搜尋: 前海                         12 項 · 全部規劃`.
fn draw_line(app: &App, look: &Look, (area, find): (Rect, &Find), buf: &mut Buffer) -> Position {
    let t = app.lang().ui();
    let plan = app.plan().filter(|_| find.only_plan);
    let scope = plan.map_or(t.find_all, |plan| plan.tab(app.lang()));
    let count = find.found.as_ref().map_or(String::new(), |found| {
        let sentence = if found.more { t.find_more } else { t.find_count };
        fill(sentence, &[("count", &grouped(found.total)), ("scope", scope)])
    });
    let count = if count.is_empty() { scope.to_owned() } else { count };
    let area = put::inset(area, 1, 1);
    put::words_right(buf, area, &count, look.tone(Tone::Dim));
    let prompt = format!("{}: ", t.find_prompt);
    let taken = put::words(buf, area, &prompt, look.tone(Tone::Heading));
    let room = put::inset(area, taken, u16::try_from(text::width(&count)).unwrap_or(0) + 1);
    if find.input.value().is_empty() {
        put::words(buf, room, t.find_hint, look.tone(Tone::Dim));
    }
    put::input(buf, room, &find.input, look)
}

/// That nothing was found, and as what it was looked for.
fn draw_nothing(app: &App, look: &Look, (area, find): (Rect, &Find), buf: &mut Buffer) {
    let Some(found) = &find.found else { return };
    let t = app.lang().ui();
    let typed = find.input.value().trim();
    let area = put::inset(area, 2, 2);
    put::words(buf, area, &fill(t.find_none, &[("words", typed)]), look.tone(Tone::Plain));
    let ways: Vec<&str> = found.tried.iter().map(|way| way_name(app, *way)).collect();
    if !ways.is_empty() {
        let tried = fill(t.find_tried, &[("ways", &ways.join(t.find_or))]);
        put::words(buf, put::below(area, 1), &tried, look.tone(Tone::Dim));
    }
}

fn way_name(app: &App, way: Way) -> &'static str {
    let t = app.lang().ui();
    match way {
        Way::Characters => t.way_characters,
        Way::English => t.way_english,
        Way::Pinyin => t.way_pinyin,
        Way::Jyutping => t.way_jyutping,
        Way::Number => t.way_number,
        Way::Date => t.way_date,
    }
}

/// `1,234`.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let comma = |at: usize| if at > 0 && (digits.len() - at).is_multiple_of(3) { "," } else { "" };
    digits.char_indices().flat_map(|(at, digit)| comma(at).chars().chain([digit])).collect()
}

/// One hit: figure or kind, heading with its marks, where it stands.
fn draw_hit(app: &App, look: &Look, (area, hit, chosen): (Rect, &Hit, bool), buf: &mut Buffer) {
    let Some(item) = app.library.item(hit.item) else { return };
    if chosen {
        put::words(buf, area, look.frame.marker, look.marker());
    }
    let mut inner = put::inset(area, 2, 0);
    let section = app.library.section(hit.item);
    let section = section.map_or("", |section| words::preferred(&section.title, &section.en, app.lang()));
    let plan = app.library.plans.get(hit.item.plan).map_or("", |plan| plan.tab(app.lang()));
    if area.width >= 50 {
        let place = format!("{plan} {} {section}", look.frame.within);
        let place = text::truncate(&place, usize::from(area.width) / 3);
        put::words_right(buf, inner, &place, look.tone(Tone::Dim));
        inner = put::inset(inner, 0, u16::try_from(text::width(&place)).unwrap_or(0) + 1);
    }
    let wide = area.width >= 60;
    let lead = match item {
        Item::Number(number) => marked_figure(number.figure.written(), wide),
        _ if wide => {
            text::pad_end(Pane::of(hit.item.slot).name(app.lang()), KIND) + &" ".repeat(FIGURE - KIND)
        }
        _ => String::new(),
    };
    let tone = if matches!(item, Item::Number(_)) { Tone::Figure } else { Tone::Dim };
    let taken = put::words(buf, inner, &lead, look.tone(tone));
    let rest = put::inset(inner, taken + u16::from(taken > 0), 0);
    let style = if chosen { look.selected(Style::new()) } else { Style::new() };
    let of = |field: Field| -> Vec<&Range<usize>> {
        hit.marks.iter().filter(|mark| mark.field == field).map(|mark| &mark.range).collect()
    };
    let heading = of(Field::Heading);
    let taken = draw_marked(buf, rest, (item.heading(), &heading), style);
    let elsewhere = hit.marks.iter().map(|mark| mark.field).find(|field| shows_elsewhere(*field));
    if let Some(field) = elsewhere.filter(|_| heading.is_empty()) {
        let words = field.text(&app.library, hit.item).unwrap_or_default();
        let (snippet, marks) = snippet(words, &of(field), look.frame.more);
        let marks: Vec<_> = marks.iter().collect();
        let rest = put::inset(rest, taken + 2, 0);
        draw_marked(buf, rest, (&snippet, &marks), look.tone(Tone::Dim));
    }
}

/// Whether a match in this field is shown after the heading; figure and place stand on the row already.
fn shows_elsewhere(field: Field) -> bool {
    !matches!(field, Field::Heading | Field::Figure | Field::Section | Field::Plan)
}

/// The text from a little before its first mark on, and the marks in it.
fn snippet(words: &str, marks: &[&Range<usize>], more: &str) -> (String, Vec<Range<usize>>) {
    let first = marks.iter().map(|mark| mark.start).min().unwrap_or(0);
    let before = words.get(..first).unwrap_or_default();
    let start = before.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
    let lead = if start > 0 { more } else { "" };
    let text = format!("{lead}{}", words.get(start..).unwrap_or_default());
    let shift = |at: usize| (at + lead.len()).saturating_sub(start);
    (text, marks.iter().map(|mark| shift(mark.start)..shift(mark.end)).collect())
}

fn marked_figure(figure: &str, wide: bool) -> String {
    if wide && text::width(figure) <= FIGURE { text::pad_start(figure, FIGURE) } else { figure.to_owned() }
}

/// Writes `words` with the marked parts underlined; returns the columns taken.
fn draw_marked(buf: &mut Buffer, area: Rect, (words, marks): (&str, &[&Range<usize>]), style: Style) -> u16 {
    let mut left = area;
    let is_marked = |at: usize| marks.iter().any(|mark| mark.contains(&at));
    let mut start = 0;
    let mut ends =
        words.char_indices().map(|(at, _)| at).skip(1).filter(|at| is_marked(*at) != is_marked(*at - 1));
    loop {
        let end = ends.next().unwrap_or(words.len());
        let piece = words.get(start..end).unwrap_or_default();
        let style = if is_marked(start) { style.add_modifier(Modifier::UNDERLINED) } else { style };
        let taken = put::words(buf, left, piece, style);
        left = put::inset(left, taken, 0);
        if end >= words.len() || left.is_empty() {
            return left.x - area.x;
        }
        start = end;
    }
}
