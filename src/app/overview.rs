//! The overview of a plan or a section: what a reader must know before any list.

use super::lines::{Line, Page, Tone};
use super::place::Place;
use super::rows::{Row, events, gauges, is_to_come};
use super::{App, words};
use crate::plan::{ItemRef, Plan, Section, Slot};

/// The rows of the overview at `place`, set `width` columns wide.
pub(super) fn rows(app: &App, place: &Place, width: usize) -> Vec<Row> {
    let Some(plan) = place.plan.and_then(|at| app.library.plans.get(at)) else {
        return Vec::new();
    };
    let section = place.section.and_then(|at| Some((at, plan.sections.get(at)?)));
    let mut rows = text_rows(match section {
        Some((_, section)) => section_page(app, section, width),
        None => plan_page(app, plan, width),
    });
    let found = match section {
        Some((_, section)) => gauges(section.declared, section.listed(), app.lang()),
        None => gauges(plan.declared, plan.listed, app.lang()),
    };
    headed(&mut rows, app.lang().ui().declared, found);
    headed(&mut rows, app.lang().ui().headline, headline(app, plan, place));
    around_today(app, place, &mut rows);
    let note = section.map_or(plan.note.as_str(), |(_, section)| section.note.as_str());
    let mut page = Page::new(width);
    page.gap();
    page.labelled(app.lang().ui().note, note, Tone::Plain);
    if !note.is_empty() {
        rows.push(Row::Text(Line::default()));
    }
    rows.extend(text_rows(page));
    problems(app, plan, &mut rows);
    rows
}

fn text_rows(page: Page) -> Vec<Row> {
    page.lines.into_iter().map(Row::Text).collect()
}

fn headed(rows: &mut Vec<Row>, heading: &str, found: Vec<Row>) {
    if !found.is_empty() {
        rows.push(Row::Text(Line::default()));
        rows.push(Row::Heading(heading.to_owned()));
        rows.extend(found);
    }
}

fn plan_page(app: &App, plan: &Plan, width: usize) -> Page {
    let t = app.lang().ui();
    let mut page = Page::new(width);
    page.text(&plan.title, Tone::Title);
    page.text(&plan.en, Tone::Dim);
    page.gap();
    page.text(&plan.bottom_line, Tone::Plain);
    page.text(&plan.bottom_line_en, Tone::Dim);
    page.gap();
    page.labelled(t.issuer, &words::joined(&plan.issuer, &plan.issuer_en, app.lang()), Tone::Plain);
    if let Some(period) = &plan.period {
        page.labelled(t.period, &period.words(app.lang()), Tone::Plain);
    }
    page
}

fn section_page(app: &App, section: &Section, width: usize) -> Page {
    let mut page = Page::new(width);
    let title = if section.full.is_empty() { &section.title } else { &section.full };
    page.text(title, Tone::Title);
    page.text(&section.en, Tone::Dim);
    page.gap();
    page.text(&section.summary, Tone::Plain);
    page.text(&section.summary_en, Tone::Dim);
    let _ = app;
    page
}

/// The plan's headline numbers, or the first numbers of a section.
fn headline(app: &App, plan: &Plan, place: &Place) -> Vec<Row> {
    let items: Vec<ItemRef> = match (place.plan, place.section) {
        (Some(at), Some(section)) => {
            let numbers = plan.sections.get(section).map_or(0, |it| it.numbers.len());
            (0..numbers.min(4))
                .map(|number| ItemRef { plan: at, section, slot: Slot::Number(number) })
                .collect()
        }
        (Some(at), None) => app.library.headline(at).collect(),
        _ => Vec::new(),
    };
    items.into_iter().map(Row::Item).collect()
}

/// The last event that was and the next that comes.
fn around_today(app: &App, place: &Place, rows: &mut Vec<Row>) {
    let t = app.lang().ui();
    let events = events(&app.library, place);
    let next = events.iter().find(|(_, event)| is_to_come(event, app.today));
    let last = events.iter().rev().find(|(_, event)| !is_to_come(event, app.today));
    headed(rows, t.last_was, last.map(|(item, _)| Row::Item(*item)).into_iter().collect());
    headed(rows, t.next_up, next.map(|(item, _)| Row::Item(*item)).into_iter().collect());
}

fn problems(app: &App, plan: &Plan, rows: &mut Vec<Row>) {
    let folder = format!("{}/", plan.id);
    let mine: Vec<_> =
        app.library.problems.iter().filter(|problem| problem.place.file.starts_with(&folder)).collect();
    if mine.is_empty() {
        return;
    }
    rows.push(Row::Text(Line::default()));
    rows.push(Row::Heading(app.lang().ui().problems.to_owned()));
    rows.push(Row::Problems(mine.len()));
}
