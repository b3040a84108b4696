//! One item of the page: its heading, its facts, the tasks under it.

use super::bars;
use super::markup::Markup;
use super::page::{Page, heading_tag};
use crate::export::facts::{Fact, facts};
use crate::export::texts::texts;
use crate::export::words;
use crate::plan::{Item, ItemRef, Number};

/// The item as an entry of a list, its heading `depth` levels below the page's title.
pub(super) fn item(page: &Page<'_>, at: ItemRef, depth: usize, out: &mut Markup) {
    let (Some(item), Some(path)) = (page.view.library.item(at), page.view.library.path(at)) else { return };
    out.block("li", &[("class", "item"), ("id", &path)], |out| {
        match item {
            Item::Number(number) => figure(number, out),
            Item::Event(event) => page.ours(out, "p", "when", &event.date.words(page.lang())),
            _ => {}
        }
        out.block("div", &[("class", "body")], |out| {
            out.within(heading_tag(depth), &[], |out| heading(item, out));
            said(page, at, out);
            tasks(page, at, depth, out);
        });
    });
}

fn heading(item: Item<'_>, out: &mut Markup) {
    if let Item::Measure(measure) = item {
        out.leaf("span", &[("class", "no")], &measure.no);
    }
    out.text(item.heading());
}

/// A figure in two parts, so that the figures of a list end their digits in one column.
pub(super) fn figure(number: &Number, out: &mut Markup) {
    let parts = number.figure.parts();
    out.within("p", &[("class", "figure")], |out| {
        out.within("span", &[("class", "stated")], |out| {
            out.leaf("span", &[("class", "before")], parts.before);
            out.leaf("span", &[("class", "digits")], parts.digits);
        });
        out.within("span", &[("class", "after")], |out| out.text(parts.after));
    });
}

fn tasks(page: &Page<'_>, at: ItemRef, depth: usize, out: &mut Markup) {
    let tasks = page.view.tasks(at);
    if tasks.is_empty() {
        return;
    }
    page.ours(out, "p", "kicker", &format!("{} {}", page.lang().ui().tasks, tasks.len()));
    out.block("ul", &[("class", "items tasks")], |out| {
        for task in tasks {
            item(page, task, depth + 1, out);
        }
    });
}

/// What is said of an item: first what is read as a text, then what is looked up, in a list of labels.
fn said(page: &Page<'_>, at: ItemRef, out: &mut Markup) {
    let (labelled, read): (Vec<_>, Vec<_>) = facts(&page.view, at).into_iter().partition(Fact::is_labelled);
    for fact in &read {
        match fact {
            Fact::Gloss(words) => out.leaf("p", &[("class", "gloss"), ("lang", "en")], words),
            Fact::Meta(words) => page.ours(out, "p", "meta", words),
            Fact::Prose(words) => out.leaf("p", &[], words),
            Fact::Series(points) => bars::series(page, points, at, out),
            _ => {}
        }
    }
    if labelled.is_empty() {
        return;
    }
    out.block("dl", &[("class", "facts")], |out| {
        let mut before = "";
        for each in &labelled {
            let (label, words) = each.plain(&page.view);
            if label != before {
                page.ours(out, "dt", class(each), label);
            }
            out.block("dd", &[("class", class(each))], |out| value(page, at, each, &words, out));
            before = label;
        }
    });
}

/// What a fact is, for the style: paper leaves out what only a screen can use.
fn class(fact: &Fact<'_>) -> &'static str {
    match fact {
        Fact::Note(_) => "note",
        Fact::Source(..) => "source",
        Fact::Related(_) | Fact::Tags(_) | Fact::Path(_) => "screen",
        _ => "plain",
    }
}

fn value(page: &Page<'_>, at: ItemRef, fact: &Fact<'_>, words: &str, out: &mut Markup) {
    match fact {
        Fact::Related(items) => links(page, items, out),
        Fact::Under(measure) => links(page, &[*measure], out),
        Fact::Source(source, _) => {
            let plan = page.view.library.plans.get(at.plan).map_or("", |plan| plan.id.as_str());
            let href = format!("#{plan}/source:{}", source.id);
            if page.view.shows(crate::plan::Pane::Sources) {
                out.leaf("a", &[("href", &href)], words);
            } else {
                out.text(words);
            }
        }
        Fact::Path(path) => {
            let name = texts(page.lang()).permalink;
            out.leaf("a", &[("href", &format!("#{path}")), ("title", name)], path);
        }
        _ => out.text(words),
    }
}

/// Items pointed to, linked where they are on the page.
fn links(page: &Page<'_>, items: &[ItemRef], out: &mut Markup) {
    let found = items.iter().filter_map(|at| Some((*at, page.view.library.item(*at)?)));
    for (nth, (at, item)) in found.enumerate() {
        if nth > 0 {
            out.text("；");
        }
        match page.target(at) {
            Some(target) => out.leaf("a", &[("href", &target)], &words::pointer(item)),
            None => out.text(&words::pointer(item)),
        }
    }
}

/// A point of a series, linked where it is on the page.
pub(super) fn point(page: &Page<'_>, at: ItemRef, number: &Number, out: &mut Markup) {
    match page.target(at) {
        Some(target) => out.leaf("a", &[("href", &target)], words::series_point(number)),
        None => out.text(words::series_point(number)),
    }
}
