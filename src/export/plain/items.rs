//! Items as plain text: the panes of a section, numbers aligned on their digits, events under their years.

use super::sheet::Sheet;
use crate::export::facts::{Fact, facts};
use crate::export::scope::Scope;
use crate::export::view::View;
use crate::export::words;
use crate::plan::Pane;
use crate::plan::{Event, Item, ItemRef, Number, Plan, Section};
use crate::text;

/// One item by itself, with where it stands.
pub(super) fn alone(view: &View<'_>, at: ItemRef, sheet: &mut Sheet) {
    let (Some(plan), Some(section), Some(item)) =
        (view.library.plans.get(at.plan), view.library.section(at), view.library.item(at))
    else {
        return;
    };
    if !view.shows(Pane::of(at.slot)) {
        return;
    }
    sheet.paragraph(0, &origin(plan, section));
    sheet.gap();
    match item {
        Item::Number(number) => numbers(view, &[(at, number)], sheet),
        Item::Event(event) => {
            sheet.hang(0, "", &event.date.words(view.options.lang));
            sheet.paragraph(0, &event.title);
            said(view, at, 2, sheet);
        }
        _ => headed(view, at, 0, sheet),
    }
}

/// `外訪 · 2026年中亞`.
fn origin(plan: &Plan, section: &Section) -> String {
    format!("{} · {}", plan.short, section.title)
}

/// The panes of a section that are wanted, each under its name with how many it holds.
pub(super) fn panes(view: &View<'_>, (plan, section): (usize, usize), sheet: &mut Sheet) {
    for pane in Pane::OF_ITEMS {
        let items = view.heads(plan, section, pane);
        if items.is_empty() {
            continue;
        }
        sheet.gap();
        sheet.paragraph(0, &format!("{} {}", pane.name(view.options.lang), items.len()));
        match pane {
            Pane::Numbers => numbers(view, &numbers_of(view, &items), sheet),
            Pane::Timeline => timeline(view, &events_of(view, &items), sheet),
            _ => items.into_iter().for_each(|at| {
                sheet.gap();
                headed(view, at, 2, sheet);
            }),
        }
    }
}

/// An item under its heading, then the tasks under it.
fn headed(view: &View<'_>, at: ItemRef, indent: usize, sheet: &mut Sheet) {
    let Some(item) = view.library.item(at) else { return };
    sheet.paragraph(indent, &words::pointer(item));
    said(view, at, indent + 2, sheet);
    let tasks = view.tasks(at);
    if !tasks.is_empty() {
        sheet.gap();
        sheet.paragraph(indent + 2, &format!("{} {}", view.options.lang.ui().tasks, tasks.len()));
    }
    for task in tasks {
        sheet.gap();
        headed(view, task, indent + 4, sheet);
    }
}

/// Everything said of an item below its heading.
fn said(view: &View<'_>, at: ItemRef, indent: usize, sheet: &mut Sheet) {
    let mut before = "";
    for fact in facts(view, at) {
        let (label, mut words) = fact.plain(view);
        if matches!(fact, Fact::Meta(_)) {
            words = aged(view, at, words);
        }
        // A second source stands under the first without saying 來源 again.
        let again = !label.is_empty() && label == before;
        let blank = " ".repeat(text::width(label));
        sheet.labelled(indent, if again { &blank } else { label }, &words);
        before = label;
    }
}

/// A number's meta line with the age of the figure.
fn aged(view: &View<'_>, at: ItemRef, meta: String) -> String {
    let options = view.options;
    match view.library.item(at) {
        Some(Item::Number(number)) if number.as_of.days_since(options.today).is_some_and(|days| days > 0) => {
            let age = words::distance(&number.as_of, options.today, options.lang);
            words::bracketed(&meta, &age, options.lang)
        }
        _ => meta,
    }
}

fn numbers_of<'a>(view: &View<'a>, items: &[ItemRef]) -> Vec<(ItemRef, &'a Number)> {
    let number = |at: &ItemRef| match view.library.item(*at) {
        Some(Item::Number(number)) => Some((*at, number)),
        _ => None,
    };
    items.iter().filter_map(number).collect()
}

fn events_of<'a>(view: &View<'a>, items: &[ItemRef]) -> Vec<(ItemRef, &'a Event)> {
    let event = |at: &ItemRef| match view.library.item(*at) {
        Some(Item::Event(event)) => Some((*at, event)),
        _ => None,
    };
    items.iter().filter_map(event).collect()
}

/// A plan's headline numbers: figure, label, meta, and no more.
pub(super) fn headline(view: &View<'_>, items: &[ItemRef], sheet: &mut Sheet) {
    let numbers = numbers_of(view, items);
    let columns = Columns::of(&numbers, sheet.width());
    for (_, number) in &numbers {
        figure(number, &columns, sheet);
        sheet.paragraph(columns.indent(), &words::number_meta(number, view.options.lang));
    }
}

fn numbers(view: &View<'_>, numbers: &[(ItemRef, &Number)], sheet: &mut Sheet) {
    let columns = Columns::of(numbers, sheet.width());
    for (at, number) in numbers {
        sheet.gap();
        figure(number, &columns, sheet);
        said(view, *at, columns.indent(), sheet);
    }
}

/// A figure in its columns with its label beside it; one too wide for them above its label.
fn figure(number: &Number, columns: &Columns, sheet: &mut Sheet) {
    if let Some(figure) = columns.set(number) {
        sheet.hang(columns.indent(), &figure, &number.label);
    } else {
        sheet.paragraph(2, number.figure.written());
        sheet.paragraph(columns.indent(), &number.label);
    }
}

/// Events under their years, each with its date at its own precision and how far off it is.
pub(super) fn timeline(view: &View<'_>, events: &[(ItemRef, &Event)], sheet: &mut Sheet) {
    let lang = view.options.lang;
    let widest = events.iter().map(|(_, event)| text::width(&event.date.short(lang))).max().unwrap_or(0);
    let indent = 2 + widest.min(sheet.width() / 4) + 2;
    let mut year = None;
    for (at, event) in events {
        sheet.gap();
        if year.replace(event.date.year()) != Some(event.date.year()) {
            sheet.paragraph(0, &year_words(event.date.year(), lang));
            sheet.gap();
        }
        let away = words::distance(&event.date, view.options.today, lang);
        let title = words::bracketed(&event.title, &away, lang);
        sheet.hang(indent, &format!("  {}", event.date.short(lang)), &title);
        if let Some(from) = merged_origin(view, *at) {
            sheet.paragraph(indent, &from);
        }
        said(view, *at, indent, sheet);
    }
}

/// In a timeline over more than a section: where the event comes from.
fn merged_origin(view: &View<'_>, at: ItemRef) -> Option<String> {
    let merged = view.options.pane == Some(Pane::Timeline) && !matches!(view.scope, Scope::Section(..));
    Some(origin(view.library.plans.get(at.plan)?, view.library.section(at)?)).filter(|_| merged)
}

fn year_words(year: i32, lang: crate::lang::Lang) -> String {
    if lang == crate::lang::Lang::En { year.to_string() } else { format!("{year}年") }
}

/// The columns that the figures of one list share: to the last digit, and what stands after it.
struct Columns {
    digits: usize,
    after: usize,
}

impl Columns {
    /// Figures wider than a third of the page would push all labels to its edge; they are left out of the
    /// reckoning and set on a line of their own.
    fn of(numbers: &[(ItemRef, &Number)], width: usize) -> Self {
        let mut columns = Self { digits: 0, after: 0 };
        for (_, number) in numbers {
            let (lead, after) = halves(number);
            let digits = columns.digits.max(text::width(&lead));
            let after = columns.after.max(text::width(after));
            if digits + after <= width / 3 {
                columns = Self { digits, after };
            }
        }
        columns
    }

    /// Where the words beside the figures begin.
    fn indent(&self) -> usize {
        match self.digits + self.after {
            0 => 4,
            figure => 2 + figure + 2,
        }
    }

    /// The figure in its columns, if it fits them.
    fn set(&self, number: &Number) -> Option<String> {
        let (lead, after) = halves(number);
        let fits = text::width(&lead) <= self.digits && text::width(after) <= self.after;
        fits.then(|| format!("  {}{after}", text::pad_start(&lead, self.digits)))
    }
}

/// A figure to its last digit, and the rest of it.
fn halves(number: &Number) -> (String, &str) {
    let parts = number.figure.parts();
    (format!("{}{}", parts.before, parts.digits), parts.after)
}
