//! The home screen: one headline number of each plan, what lies around today on the timeline of all
//! plans, the plans themselves, and what is wrong in the files.

use std::ops::Range;

use super::geometry::CARDS_A_ROW;
use super::rows::{Row, is_to_come};
use super::{App, words};
use crate::plan::{Date, EventRef, Item, ItemRef, Number};
use crate::sort;
use crate::text;

/// The columns of the home screen that Tab walks over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The headline numbers.
    Headline,
    /// The timeline.
    Timeline,
    /// The plans.
    Plans,
}

impl Part {
    /// All of them in their order.
    pub(super) const ALL: [Self; 3] = [Self::Headline, Self::Timeline, Self::Plans];
}

/// The rows of the home screen in the order the cursor walks: each part under its heading.
pub(super) fn rows(app: &App) -> Vec<Row> {
    let t = app.lang().ui();
    let mut rows = vec![Row::Heading(t.headline.to_owned())];
    rows.extend(headline(app));
    rows.push(Row::Heading(t.timeline.to_owned()));
    rows.extend(around_today(app, room_for_events(app)));
    rows.push(Row::Heading(t.plans.to_owned()));
    let plans = (0..app.library.plans.len()).map(Row::Plan);
    let (news, problems) = (app.memory.news.len(), app.library.problems.len());
    let more = [Row::News(news)].into_iter().filter(|_| news > 0);
    let more = more.chain([Row::Problems(problems)].into_iter().filter(|_| problems > 0));
    if plans.len() > FEW {
        rows.extend(more.chain(plans));
    } else {
        rows.extend(plans.chain(more));
    }
    rows
}

/// The rows of a part of the home screen, its heading first.
pub fn part(rows: &[Row], part: Part) -> Range<usize> {
    let mut headings = rows.iter().enumerate().filter(|(_, row)| matches!(row, Row::Heading(_)));
    let mut heading = |nth| headings.nth(nth).map_or(rows.len(), |(at, _)| at);
    match part {
        Part::Headline => 0..heading(1),
        Part::Timeline => heading(1)..heading(0),
        Part::Plans => heading(2)..rows.len(),
    }
}

/// The part of the home screen a row belongs to.
pub(super) fn part_of(rows: &[Row], at: usize) -> Part {
    Part::ALL.into_iter().find(|each| part(rows, *each).contains(&at)).unwrap_or(Part::Headline)
}

/// After more plans than this nobody would see what is new and what is wrong: there it comes first.
const FEW: usize = 12;

/// As many headline numbers stand on the home screen: of more nobody takes in one.
const MOST: usize = 2 * CARDS_A_ROW as usize;

/// The first headline number of each of the first plans that have one.
fn headline(app: &App) -> impl Iterator<Item = Row> {
    let first = (0..app.library.plans.len()).filter_map(|plan| app.library.headline(plan).next());
    first.take(MOST).map(Row::Item)
}

/// How many rows the timeline has, today's line among them.
fn room_for_events(app: &App) -> usize {
    let geometry = app.geometry();
    if !geometry.home_cards() {
        return 6;
    }
    let rows_of_cards =
        app.cards.len().div_ceil(usize::from(CARDS_A_ROW)) * usize::from(card_rows(&app.cards));
    usize::from(geometry.home_body()).saturating_sub(rows_of_cards + 1).max(3)
}

/// A headline number as it stands on its card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The figure as written.
    pub figure: String,
    /// The plan and what its figure is, on one line or two.
    pub label: Vec<String>,
    /// How firm it is and as of when.
    pub meta: String,
}

impl Headline {
    fn of(app: &App, at: ItemRef) -> Option<Self> {
        let Some(Item::Number(number)) = app.library.item(at) else { return None };
        let figure = number.figure.written().to_owned();
        Some(Self { figure, label: card_label(app, at, number), meta: card_meta(app, number) })
    }
}

/// How firm a figure is and as of when: where there is no room for the day, as of which month.
fn card_meta(app: &App, number: &Number) -> String {
    let (kind, room) = (words::number_kind(number.kind, app.lang()), app.geometry().card_room());
    let said = |date: &Date| format!("{kind} · {}", words::compact_date(date, app.lang()));
    let fits = |said: &String| text::width(said) <= room;
    let whole = said(&number.as_of);
    if fits(&whole) {
        return whole;
    }
    let less = number.as_of.month().map_or(whole, |month| said(&month));
    let close = less.replace(" · ", "·");
    if fits(&close) && !fits(&less) { close } else { less }
}

/// The headline numbers that stand on the screen as cards.
pub(super) fn cards(app: &App) -> Vec<Headline> {
    if !app.geometry().home_cards() {
        return Vec::new();
    }
    headline(app).filter_map(|row| Headline::of(app, row.item()?)).collect()
}

/// The plan and what its figure is, on two lines where one is not enough and there is room. What does not fit is left to
/// be cut.
fn card_label(app: &App, at: ItemRef, number: &Number) -> Vec<String> {
    let plan = app.library.plans.get(at.plan).map_or("", |plan| plan.tab(app.lang()));
    let label = words::preferred(&number.label, &number.base.en, app.lang());
    let (whole, room) = (format!("{plan} · {label}"), app.geometry().card_room());
    if text::width(&whole) <= room || !app.geometry().is_high() {
        return vec![whole];
    }
    if text::width(label) <= room {
        return vec![plan.to_owned(), label.to_owned()];
    }
    let lines: Vec<String> = text::wrap_lines(&whole, room).into_iter().map(ToOwned::to_owned).collect();
    // Three lines cut to two would look whole.
    if lines.len() == 2 { lines } else { vec![plan.to_owned(), label.to_owned()] }
}

/// Rows of each of these headline cards, the empty one under it included.
pub fn card_rows(cards: &[Headline]) -> u16 {
    if cards.iter().any(|card| card.label.len() > 1) { 5 } else { 4 }
}

/// How many events that were, or have begun, stand on the home screen at most.
const PAST: usize = 8;

/// Among how many events that have begun those are looked for that are not over.
const BEGUN: usize = 200;

/// Events around today over all plans: what comes first, then, where room is left, what has begun and has a day by
/// which it ends, and some of the last that were.
fn around_today(app: &App, room: usize) -> Vec<Row> {
    let events = app.library.timeline();
    let room = room.saturating_sub(1);
    let is_over = |at: &EventRef| app.library.event(*at).is_some_and(|event| !is_to_come(event, app.today));
    let first_to_come = events.partition_point(is_over);
    let ahead = (events.len() - first_to_come).min(room);
    let begun = events.get(first_to_come.saturating_sub(BEGUN)..first_to_come).unwrap_or_default();
    let before = under_way_or_last(app, begun, (room - ahead).min(PAST));
    let after = events.iter().skip(first_to_come).take(ahead);
    let row = |at: &EventRef| Row::Item((*at).into());
    before.into_iter().map(row).chain([Row::Today]).chain(after.map(row)).collect()
}

/// At most `room` of the events that have begun, those under way before those that were, in the order of the timeline.
fn under_way_or_last<'e>(app: &App, begun: &'e [EventRef], room: usize) -> Vec<&'e EventRef> {
    let ends = |at: &EventRef| app.library.event(*at).and_then(|event| event.date.latest());
    let is_under_way = |at: &EventRef| ends(at).is_some_and(|day| day >= app.today);
    let (under_way, over): (Vec<_>, Vec<_>) =
        begun.iter().enumerate().rev().partition(|(_, at)| is_under_way(at));
    let mut chosen: Vec<_> = under_way.into_iter().chain(over).take(room).collect();
    sort::by_key(&mut chosen, |(nth, _)| *nth);
    chosen.into_iter().map(|(_, at)| at).collect()
}
