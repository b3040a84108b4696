//! The rows of the list for a place: what stands in it, in which order, under which headings. Rows name
//! items; how they look is the drawing's business.

use chrono::NaiveDate;

use super::App;
use super::lines::Line;
use super::place::Place;
use super::words::{self, Total};
use crate::lang::Lang;
use crate::plan::{Declared, Event, ItemRef, Library, Listed, Pane, Plan, Section, Slot};
use crate::sort;

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A heading over what follows.
    Heading(String),
    /// Text that can't be selected.
    Text(Line),
    /// An item.
    Item(ItemRef),
    /// A source: indexes of plan and source.
    Source(usize, usize),
    /// A plan, on the home screen.
    Plan(usize),
    /// How much of what is declared is listed.
    Gauge(Total),
    /// Where today stands in a timeline.
    Today,
    /// The line that leads to what is new or changed.
    News(usize),
    /// The line that leads to the problems found.
    Problems(usize),
}

impl Row {
    /// Whether the cursor can stand on it.
    pub fn selectable(&self) -> bool {
        matches!(self, Self::Item(_) | Self::Source(..) | Self::Plan(_) | Self::Problems(_) | Self::News(_))
    }

    /// The item it shows.
    pub fn item(&self) -> Option<ItemRef> {
        match self {
            Self::Item(item) => Some(*item),
            _ => None,
        }
    }
}

/// The sections a place covers, with the index of each.
pub(super) fn sections<'a>(
    library: &'a Library,
    place: &Place,
) -> impl Iterator<Item = (usize, usize, &'a Section)> {
    let (plan, only) = (place.plan, place.section);
    let plans = library.plans.iter().enumerate().filter(move |(at, _)| plan.is_none_or(|plan| plan == *at));
    plans.flat_map(move |(at, plan)| {
        let sections = plan.sections.iter().enumerate();
        sections
            .filter(move |(section, _)| only.is_none_or(|only| only == *section))
            .map(move |(section, it)| (at, section, it))
    })
}

/// The rows of a list pane.
pub(super) fn rows(app: &App, place: &Place) -> Vec<Row> {
    match place.pane {
        Pane::Sources => source_rows(&app.library, place),
        Pane::Timeline => timeline_rows(&app.library, place, app.today),
        _ => item_rows(app, place),
    }
}

fn item_rows(app: &App, place: &Place) -> Vec<Row> {
    let mut rows = Vec::new();
    for (plan, section, it) in sections(&app.library, place) {
        let mut items = it
            .slots()
            .filter(|slot| Pane::of(*slot) == place.pane && !(app.folded && matches!(slot, Slot::Task(..))))
            .map(|slot| Row::Item(ItemRef { plan, section, slot }))
            .peekable();
        if items.peek().is_some() && place.section.is_none() {
            rows.push(Row::Heading(words::preferred(&it.title, &it.en, app.lang()).to_owned()));
        }
        rows.extend(items);
    }
    rows
}

fn source_rows(library: &Library, place: &Place) -> Vec<Row> {
    let Some((at, plan)) = place.plan.and_then(|at| Some((at, library.plans.get(at)?))) else {
        return Vec::new();
    };
    sources_in(plan, place.section).into_iter().map(|source| Row::Source(at, source)).collect()
}

/// The sources of a plan, or only those one of its sections rests on.
pub(super) fn sources_in(plan: &Plan, section: Option<usize>) -> Vec<usize> {
    match section.and_then(|section| plan.sections.get(section)) {
        Some(section) => plan.cited(section),
        None => (0..plan.sources.len()).collect(),
    }
}

/// The events of a place, earliest first; `None` for the plan covers the library.
pub(super) fn events<'a>(library: &'a Library, place: &Place) -> Vec<(ItemRef, &'a Event)> {
    if place.plan.is_none() {
        let events = library.timeline().iter();
        return events.filter_map(|at| Some(((*at).into(), library.event(*at)?))).collect();
    }
    let mut events: Vec<_> = sections(library, place)
        .flat_map(|(plan, section, it)| {
            let events = it.events.iter().enumerate();
            events.map(move |(at, event)| (ItemRef { plan, section, slot: Slot::Event(at) }, event))
        })
        .collect();
    sort::by(&mut events, |(_, a), (_, b)| a.date.cmp(&b.date));
    events
}

/// Whether an event is still to come on `today`.
pub(super) fn is_to_come(event: &Event, today: NaiveDate) -> bool {
    event.date.earliest().is_some_and(|day| day > today)
}

fn timeline_rows(library: &Library, place: &Place, today: NaiveDate) -> Vec<Row> {
    let (mut rows, mut year, mut marked) = (Vec::new(), None, false);
    for (item, event) in events(library, place) {
        if !marked && is_to_come(event, today) {
            rows.push(Row::Today);
            marked = true;
        }
        let this_year = event.date.earliest().map(|day| chrono::Datelike::year(&day));
        if this_year != year {
            year = this_year;
            rows.extend(year.map(|year| Row::Heading(year.to_string())));
        }
        rows.push(Row::Item(item));
    }
    if !marked && !rows.is_empty() {
        rows.push(Row::Today);
    }
    rows
}

/// The gauges of a plan or section: one for each total it declares.
pub(super) fn gauges(declared: Declared, listed: Listed, lang: Lang) -> Vec<Row> {
    Total::of(declared, listed, lang).into_iter().map(Row::Gauge).collect()
}
