//! What a new library brought, in words for the foot of the screen, and what is kept of the old one
//! because a file broke. Compares by id what is shown, not where it stands in its file: a line added above
//! changes nothing below.

use std::collections::HashMap;
use std::sync::Arc;

use super::words;
use crate::lang::{Lang, fill};
use crate::plan::{Date, Declared, Item, ItemRef, Library, Plan, Problem, Source, Text};

/// What became of one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What its tab says.
    pub plan: String,
    /// What became of it.
    pub kind: ChangeKind,
}

/// What became of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Gone,
    /// So many of its items are new, gone or other than before; 0 where only texts of the plan, its
    /// sections or its sources are.
    Items(usize),
}

/// What differs in `new`, plan by plan, in its order; plans that are gone come last.
pub fn changes(old: &Library, new: &Library) -> Vec<Change> {
    let mut found = Vec::new();
    for (at, plan) in new.plans.iter().enumerate() {
        let kind = match old.place_of(&plan.id).and_then(|was| Some((was, old.plans.get(was)?))) {
            None => ChangeKind::Added,
            Some((_, before)) if Arc::ptr_eq(before, plan) => continue,
            Some((was, before)) => {
                let items = count(&said(old, was, before), &said(new, at, plan));
                if items == 0 && plan_said(old, was, before) == plan_said(new, at, plan) {
                    continue;
                }
                ChangeKind::Items(items)
            }
        };
        found.push(Change { plan: plan.short.to_string(), kind });
    }
    let gone = old.plans.iter().filter(|plan| new.place_of(&plan.id).is_none());
    found.extend(gone.map(|plan| Change { plan: plan.short.to_string(), kind: ChangeKind::Gone }));
    found
}

/// The changes as one sentence, or `None` where there are none.
pub fn changes_words(changes: &[Change], lang: Lang) -> Option<String> {
    let t = lang.ui();
    let one = |change: &Change| {
        let plan = ("plan", change.plan.as_str());
        match change.kind {
            ChangeKind::Added => fill(t.reload_added, &[plan]),
            ChangeKind::Gone => fill(t.reload_gone, &[plan]),
            ChangeKind::Items(0) => change.plan.clone(),
            ChangeKind::Items(count) => fill(t.reload_items, &[plan, ("count", &count.to_string())]),
        }
    };
    let all: Vec<_> = changes.iter().map(one).collect();
    (!all.is_empty()).then(|| fill(t.reload_changed, &[("what", &all.join(t.reload_and))]))
}

/// What is wrong with the first file whose last good text is shown instead of what it says now.
pub fn broken(library: &Library) -> Option<&Problem> {
    library.problems.iter().find(|problem| library.kept.contains(&problem.place.file))
}

/// The same as a sentence that names file, line and column.
pub fn broken_words(library: &Library, lang: Lang) -> Option<String> {
    let problem = broken(library)?;
    let (address, why) = (problem.address(), problem.reason.words(lang));
    Some(fill(lang.ui().reload_kept, &[("address", &address), ("why", &why)]))
}

/// What each item says, by its section and id.
type Said<'a> = HashMap<(&'a str, &'a str), Vec<&'a str>>;

/// What every item of the plan at `at` says.
fn said<'a>(library: &'a Library, at: usize, plan: &'a Plan) -> Said<'a> {
    let each = library.items_of(at).filter_map(|(at, item)| {
        let section = plan.sections.get(at.section)?;
        Some(((section.id.as_str(), item.base().id.as_str()), item_said(library, at, item)))
    });
    each.collect()
}

/// How many items of a plan are new, gone or other than they were.
fn count(was: &Said<'_>, is: &Said<'_>) -> usize {
    let gone = was.keys().filter(|path| !is.contains_key(*path));
    let new = is.iter().filter(|(path, said)| was.get(*path) != Some(said));
    gone.count() + new.count()
}

fn item_said<'a>(library: &'a Library, at: ItemRef, item: Item<'a>) -> Vec<&'a str> {
    let base = item.base();
    let mut said: Vec<&str> = vec![item.heading(), &base.en, &base.detail, &base.more.note];
    match item {
        Item::Measure(measure) => said.extend([measure.no.as_str(), date_said(measure.as_of.as_deref())]),
        Item::Task(..) => {}
        Item::Number(number) => {
            let series = number.in_series.id.as_ref().map_or("", |series| series.as_str());
            let kind = words::number_kind(number.kind, Lang::En);
            said.extend([number.figure.written(), &number.counts, kind, number.as_of.written()]);
            said.extend([series, &number.in_series.at]);
        }
        Item::Event(event) => said.extend([event.date.written(), &event.date_note, &event.at]),
        Item::Voice(voice) => {
            said.extend([voice.role.as_str(), &voice.role_en, &voice.said, date_said(voice.date.as_ref())]);
        }
        Item::Term(term) => {
            said.extend([words::term_kind(term.kind, Lang::En), &term.explain]);
            said.extend(term.aka.iter().map(Text::as_str));
        }
    }
    said.extend(base.tags.iter().map(Text::as_str));
    let sources = library.plans.get(at.plan).map_or(&[][..], |plan| &plan.sources);
    said.extend(base.sources.iter().filter_map(|at| Some(sources.get(*at as usize)?.id.as_str())));
    said.extend(library.related(at).filter_map(|at| Some(library.item(at)?.base().id.as_str())));
    said
}

fn date_said(date: Option<&Date>) -> &str {
    date.map_or("", Date::written)
}

/// What a plan says besides its items.
fn plan_said<'a>(library: &'a Library, at: usize, plan: &'a Plan) -> (Vec<&'a str>, Vec<Declared>) {
    let mut said: Vec<&str> = vec![&plan.title, &plan.short, &plan.en, &plan.issuer, &plan.issuer_en];
    said.extend([&*plan.bottom_line, &plan.bottom_line_en, &plan.note, date_said(plan.period.as_ref())]);
    let mut declared = vec![plan.declared];
    for section in &plan.sections {
        said.extend([section.id.as_str(), &section.title, &section.en, &section.full]);
        said.extend([&*section.summary, &section.summary_en, &section.note]);
        declared.push(section.declared);
    }
    said.extend(library.headline(at).filter_map(|at| Some(library.item(at)?.base().id.as_str())));
    said.extend(plan.sources.iter().flat_map(source_said));
    (said, declared)
}

fn source_said(source: &Source) -> [&str; 9] {
    [
        source.id.as_str(),
        &source.outlet,
        &source.title,
        &source.en,
        source.date.written(),
        &source.date_note,
        &source.page,
        &source.url,
        &source.note,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::SourceFile;

    const PLAN: &str = "title = '外訪'\nshort = '外訪'\nen = 'x'\norder = 1\nissuer = 'x'\nbottom_line = 'x'\n\
        bottom_line_en = 'x'\nsections = ['a']\n\
        [[source]]\nid = 's'\noutlet = 'x'\ntitle = 'x'\ndate = '2026'\n";
    const SECTION: &str = "title = '甲'\nen = 'x'\nsummary = 'x'\n";

    fn term(id: &str, explain: &str) -> String {
        format!(
            "[[term]]\nid = '{id}'\nname = '{id}'\nen = 'x'\nkind = 'concept'\nexplain = '{explain}'\nsources = ['s']\n"
        )
    }

    fn library(plans: &[(&str, String)]) -> Library {
        let file = |path: String, text: String| SourceFile { path, text: Ok(text.into()) };
        let files = plans.iter().flat_map(|(plan, section)| {
            [
                file(format!("{plan}/plan.toml"), PLAN.to_owned()),
                file(format!("{plan}/a.toml"), section.clone()),
            ]
        });
        Library::from_files(&files.collect::<Vec<_>>())
    }

    fn told(old: &[(&str, String)], new: &[(&str, String)]) -> Option<String> {
        changes_words(&changes(&library(old), &library(new)), Lang::Hant)
    }

    #[test]
    fn what_changed_is_counted_by_id() {
        let one = |terms: &[String]| vec![("p", format!("{SECTION}{}", terms.concat()))];
        let before = one(&[term("x", "甲"), term("y", "乙")]);
        assert_eq!(told(&before, &before), None);
        let moved = one(&[term("y", "乙"), term("x", "甲")]);
        assert_eq!(told(&before, &moved), None, "another line is no change");
        let changed = one(&[term("x", "丙"), term("z", "乙")]);
        assert_eq!(
            told(&before, &changed),
            Some("已更新：外訪 3 項".to_owned()),
            "one other, one new, one gone"
        );
        let summary = vec![("p", before[0].1.replace("summary = 'x'", "summary = 'y'"))];
        assert_eq!(told(&before, &summary), Some("已更新：外訪".to_owned()));
    }

    #[test]
    fn plans_come_and_go() {
        let both = ["p", "q"].map(|plan| (plan, SECTION.to_owned()));
        assert_eq!(told(&both[..1], &both), Some("已更新：新增外訪".to_owned()));
        assert_eq!(told(&both, &both[..1]), Some("已更新：已移除外訪".to_owned()));
    }
}
