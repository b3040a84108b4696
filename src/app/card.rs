//! The card of an item or source: everything the briefing says of it, as lines of a given width. The
//! same lines stand beside the list and, on Enter, on a page of their own.

use super::App;
use super::lines::{Line, Page, Tone, spaces};
use super::words;
use crate::lang::fill;
use crate::plan::{Event, Item, ItemRef, Measure, Number, Source, Term, Text, Voice};
use crate::text;

/// What a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An item.
    Item(ItemRef),
    /// A source: indexes of plan and source.
    Source(usize, usize),
}

/// The card of `subject`, `width` columns wide.
pub fn card(app: &App, subject: Subject, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    match subject {
        Subject::Item(at) => {
            if let Some(item) = app.library.item(at) {
                item_page(app, at, item, &mut page);
            }
        }
        Subject::Source(plan, at) => {
            if let Some(source) = app.library.plans.get(plan).and_then(|plan| plan.sources.get(at)) {
                source_page(app, (plan, at), source, &mut page);
            }
        }
    }
    page.lines
}

fn item_page(app: &App, at: ItemRef, item: Item<'_>, page: &mut Page) {
    heading(item, page);
    remembered(app, at, page);
    match item {
        Item::Measure(measure) => measure_page(app, at, measure, page),
        Item::Task(measure, _) => task_page(app, at, measure, page),
        Item::Number(number) => number_page(app, number, page),
        Item::Event(event) => event_page(app, event, page),
        Item::Voice(voice) => voice_page(app, voice, page),
        Item::Term(term) => term_page(app, term, page),
    }
    if !item.base().detail.is_empty() {
        page.gap();
        page.text(&item.base().detail, Tone::Plain);
    }
    series(app, at, page);
    if let Item::Measure(measure) = item {
        tasks(app, at, measure, page);
    }
    footer(app, at, item, page);
}

fn heading(item: Item<'_>, page: &mut Page) {
    match item {
        Item::Measure(measure) if !measure.no.is_empty() => {
            page.text(&format!("{} {}", measure.no, measure.title), Tone::Title);
        }
        _ => page.text(item.heading(), Tone::Title),
    }
    page.text(&item.base().en, Tone::Dim);
}

/// What the reader left on the item, and what is new about it.
fn remembered(app: &App, at: ItemRef, page: &mut Page) {
    let t = app.lang().ui();
    if let Some(news) = app.memory.news(at) {
        let label = if news.is_new { t.new_item } else { t.changed_item };
        let was = news.was.as_ref().map(|was| format!(" · {} {was}", t.was)).unwrap_or_default();
        page.text(&format!("* {label}{was}"), Tone::Warn);
    }
    let path = app.library.path(at).unwrap_or_default();
    if let Some(pin) = app.memory.pin(&path) {
        let note = if pin.note.is_empty() { String::new() } else { format!(" · {}", pin.note) };
        page.text(&format!("+ {}{note}", t.pinned), Tone::Warn);
    }
}

fn number_page(app: &App, number: &Number, page: &mut Page) {
    let lang = app.lang();
    page.gap();
    page.text(number.figure.written(), Tone::Figure);
    let mut meta = words::number_meta(number, lang);
    if number.as_of.days_since(app.today).is_some_and(|days| days > 0) {
        meta = words::bracketed(&meta, &words::distance(&number.as_of, app.today, lang), lang);
    }
    page.text(&meta, Tone::Dim);
    if !number.counts.is_empty() {
        page.gap();
        page.labelled(lang.ui().counts, &number.counts, Tone::Plain);
    }
}

fn measure_page(app: &App, at: ItemRef, measure: &Measure, page: &mut Page) {
    if let Some(date) = &measure.as_of {
        page.text(&fill(app.lang().ui().as_of, &[("date", &date.words(app.lang()))]), Tone::Dim);
    }
    let _ = at;
}

fn task_page(app: &App, at: ItemRef, measure: &Measure, page: &mut Page) {
    let crate::plan::Slot::Task(above, _) = at.slot else { return };
    page.gap();
    let link = ItemRef { slot: crate::plan::Slot::Measure(above), ..at };
    page.linked(
        app.lang().ui().measure,
        &format!("{} {}", measure.no, measure.title),
        Tone::Link,
        Some(link),
    );
}

fn event_page(app: &App, event: &Event, page: &mut Page) {
    let lang = app.lang();
    let t = lang.ui();
    page.gap();
    page.text(&event.date.words(lang), Tone::Figure);
    page.text(&words::event_distance(event, app.today, lang), Tone::Dim);
    page.labelled(t.where_at, &event.at, Tone::Plain);
    page.labelled(t.date_note, &event.date_note, Tone::Plain);
}

fn voice_page(app: &App, voice: &Voice, page: &mut Page) {
    page.text(words::preferred(&voice.role, &voice.role_en, app.lang()), Tone::Dim);
    if let Some(date) = &voice.date {
        page.text(&date.words(app.lang()), Tone::Dim);
    }
    page.gap();
    page.text(&voice.said, Tone::Plain);
}

fn term_page(app: &App, term: &Term, page: &mut Page) {
    page.text(words::term_kind(term.kind, app.lang()), Tone::Dim);
    page.gap();
    page.text(&term.explain, Tone::Plain);
    if !term.aka.is_empty() {
        page.gap();
        page.labelled(app.lang().ui().aka, &term.aka.join("、"), Tone::Plain);
    }
}

/// The tasks under a measure, each leading to its own card.
fn tasks(app: &App, at: ItemRef, measure: &Measure, page: &mut Page) {
    if measure.tasks.is_empty() {
        return;
    }
    let crate::plan::Slot::Measure(above) = at.slot else { return };
    page.gap();
    page.line(Line::new(format!("{} {}", app.lang().ui().tasks, measure.tasks.len()), Tone::Heading));
    for (each, task) in measure.tasks.iter().enumerate() {
        let link = ItemRef { slot: crate::plan::Slot::Task(above, each), ..at };
        page.linked("·", &task.title, Tone::Link, Some(link));
    }
}

/// The series a number belongs to under its heading.
fn series(app: &App, at: ItemRef, page: &mut Page) {
    let lines = series_lines(app, at, page.width());
    if !lines.is_empty() {
        page.gap();
        page.line(Line::new(app.lang().ui().series, Tone::Heading));
        page.lines.extend(lines);
    }
}

/// The series a number belongs to as bars, drawn to one scale; nothing where it belongs to none.
pub fn series_lines(app: &App, at: ItemRef, width: usize) -> Vec<Line> {
    let Some(Item::Number(number)) = app.library.item(at) else { return Vec::new() };
    let points = number.in_series.id.as_ref().map(|id| app.library.series(id)).unwrap_or_default();
    if points.len() < 2 {
        return Vec::new();
    }
    let mut page = Page::new(width);
    let label_of = |point: &Number| {
        if point.in_series.at.is_empty() { point.label.clone() } else { point.in_series.at.clone() }
    };
    let labels: Vec<Text> = points.iter().map(|(_, point)| label_of(point)).collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let label_width = widest(&mut labels.iter().map(|label| text::width(label))).min(page.width() / 3);
    let figure_width = widest(&mut points.iter().map(|(_, point)| text::width(point.figure.written())));
    let room = page.width().saturating_sub(label_width + figure_width + 3).max(1);
    let most = points.iter().map(|(_, point)| point.figure.value().to_f64()).fold(0.0, f64::max);
    for ((item, point), label) in points.iter().zip(&labels) {
        let filled = bar(point.figure.value().to_f64(), most, room);
        let tone = if *item == at { Tone::Figure } else { Tone::Plain };
        let line = Line::new(format!("{} ", text::pad_end(label, label_width)), tone)
            .and("█".repeat(filled), Tone::Bar)
            .and(spaces(room - filled + 1), Tone::Plain)
            .and(text::pad_start(point.figure.written(), figure_width), tone);
        page.line(if *item == at { line } else { line.to(*item) });
    }
    page.lines
}

/// How many of `room` columns stand for `value` where `most` fills them all; something is never nothing.
pub fn bar(value: f64, most: f64, room: usize) -> usize {
    if value <= 0.0 || most <= 0.0 {
        return 0;
    }
    let share = value / most;
    (1..=room).rev().find(|filled| columns(*filled) <= share * columns(room) + 0.5).unwrap_or(1)
}

fn columns(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// What every item ends in: note, tags, related items, sources, path.
fn footer(app: &App, at: ItemRef, item: Item<'_>, page: &mut Page) {
    let lang = app.lang();
    let t = lang.ui();
    let base = item.base();
    if !base.more.note.is_empty() {
        page.gap();
        page.labelled(t.note, &base.more.note, Tone::Warn);
    }
    page.gap();
    for (nth, related) in app.library.related(at).enumerate() {
        let Some(other) = app.library.item(related) else { continue };
        let label = if nth == 0 { t.related.to_owned() } else { spaces(text::width(t.related)) };
        page.linked(&label, &words::sentence(other), Tone::Link, Some(related));
    }
    page.gap();
    for (nth, source) in app.library.sources_of(at).into_iter().enumerate() {
        let label = if nth == 0 { t.sources.to_owned() } else { spaces(text::width(t.sources)) };
        page.labelled(&label, &words::source_line(source, lang), Tone::Plain);
        page.labelled(&spaces(text::width(t.sources)), &source.date_note, Tone::Dim);
    }
    if !base.tags.is_empty() {
        page.labelled(t.tags, &base.tags.join("、"), Tone::Dim);
    }
    page.gap();
    page.text(&app.library.path(at).unwrap_or_default(), Tone::Dim);
}

fn source_page(app: &App, (plan, at): (usize, usize), source: &Source, page: &mut Page) {
    let lang = app.lang();
    let t = lang.ui();
    page.text(&source.title, Tone::Title);
    page.text(&source.en, Tone::Dim);
    page.gap();
    let mut when = source.date.words(lang);
    if !source.page.is_empty() {
        when = format!("{when} · {}", fill(t.page_n, &[("page", &source.page)]));
    }
    page.text(&format!("{} · {when}", source.outlet), Tone::Plain);
    page.labelled(t.date_note, &source.date_note, Tone::Dim);
    page.labelled(t.link, &source.url, Tone::Link);
    if !source.note.is_empty() {
        page.gap();
        page.labelled(t.note, &source.note, Tone::Warn);
    }
    let citing: Vec<_> = app
        .library
        .items_of(plan)
        .filter(|(_, it)| it.sources().iter().any(|source| *source as usize == at))
        .collect();
    page.gap();
    page.line(Line::new(fill(t.cited_by, &[("count", &citing.len().to_string())]), Tone::Heading));
    for (item, it) in citing {
        page.linked("·", &words::sentence(it), Tone::Link, Some(item));
    }
}
