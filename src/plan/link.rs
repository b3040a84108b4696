//! Puts plans that were read one by one together into a library: their order, the timeline and the series over
//! all of them, and what can be judged only now: references from plan to plan, units within a series.

use std::collections::HashMap;
use std::sync::Arc;

use super::date::Date;
use super::figure::Unit;
use super::load::whole;
use super::model::{ItemRef, Library, Loading, Plan, Slot};
use super::near::nearest;
use super::part::{Part, is_broken};
use super::problem::{Problem, Reason, Referent};
use crate::sort;

/// The library of these plans. While more are on their way, `loading` says so, and nothing is said of references to what may yet come.
pub(super) fn link(parts: &[Arc<Part>], loading: Option<Loading>) -> Library {
    let mut plans: Vec<(&Arc<Plan>, &Part)> =
        parts.iter().filter_map(|part| Some((part.plan.as_ref()?, &**part))).collect();
    sort::by(&mut plans, |(a, _), (b, _)| (a.order, &a.id).cmp(&(b.order, &b.id)));
    let mut library = Library {
        places: plans.iter().enumerate().map(|(at, (plan, _))| (plan.id.clone(), at)).collect(),
        plans: plans.iter().map(|(plan, _)| Arc::clone(plan)).collect(),
        problems: parts.iter().flat_map(|part| part.problems.iter().cloned()).collect(),
        loading,
        ..Library::default()
    };
    (library.timeline, library.series) = over_all_plans(&library);
    if loading.is_none() {
        let mut found = dangling(&library, parts);
        found.extend(mixed_units(plans.iter().map(|(_, part)| *part)));
        library.problems.append(&mut found);
        if parts.is_empty() {
            library.problems.push(whole(".", Reason::NoPlans));
        }
    }
    sort::by(&mut library.problems, |a, b| a.place.cmp(&b.place));
    library
}

/// The events of all plans and the numbers of each series, earliest first.
fn over_all_plans(library: &Library) -> (Vec<ItemRef>, HashMap<super::SeriesId, Vec<ItemRef>>) {
    let (mut events, mut points): (Vec<(&Date, ItemRef)>, Vec<_>) = (Vec::new(), Vec::new());
    for (plan, it) in library.plans.iter().enumerate() {
        for (section, it) in it.sections.iter().enumerate() {
            let at = |slot| ItemRef { plan, section, slot };
            events.extend(it.events.iter().enumerate().map(|(n, event)| (&event.date, at(Slot::Event(n)))));
            points.extend(it.numbers.iter().enumerate().filter_map(|(n, number)| {
                Some((&number.as_of, number.in_series.id.as_ref()?, at(Slot::Number(n))))
            }));
        }
    }
    sort::by_key(&mut events, |(date, _)| *date);
    sort::by_key(&mut points, |(date, ..)| *date);
    let mut series: HashMap<_, Vec<ItemRef>> = HashMap::new();
    for (_, id, at) in points {
        series.entry(id.clone()).or_default().push(at);
    }
    (events.into_iter().map(|(_, at)| at).collect(), series)
}

/// Of so many references that lead nowhere it is looked for what was meant: where a plan was renamed there are thousands,
/// and each takes a look at every item of a plan.
const LOOKS: usize = 100;

/// References from plan to plan that lead nowhere.
fn dangling(library: &Library, parts: &[Arc<Part>]) -> Vec<Problem> {
    let left_out = |path: &str| parts.iter().any(|part| is_broken(&part.broken, path));
    let across = parts.iter().flat_map(|part| part.across.iter().map(move |spot| (part, spot)));
    let lost = across.filter(|(_, spot)| library.find_path(&spot.what).is_none() && !left_out(&spot.what));
    lost.enumerate()
        .filter_map(|(nth, (part, spot))| {
            let near = if nth < LOOKS { near(library, &spot.what) } else { None };
            let id = spot.what.to_string();
            part.problem(spot, Reason::Dangling { what: Referent::Item, id, near })
        })
        .collect()
}

/// What is called nearly as `path`: an item of the plan it names, or of that which is called nearly so.
fn near(library: &Library, path: &str) -> Option<String> {
    let named = path.split('/').next().unwrap_or_default();
    let id = nearest(named, library.plans.iter().map(|plan| plan.id.as_str()))?;
    let plan = *library.places.get(id)?;
    let paths: Vec<String> = library.items_of(plan).filter_map(|(at, _)| library.path(at)).collect();
    nearest(path, paths.iter().map(String::as_str)).map(str::to_owned)
}

/// Numbers of one series must have one unit, or their bars would lie.
fn mixed_units<'a>(parts: impl Iterator<Item = &'a Part>) -> Vec<Problem> {
    let (mut first, mut found): (HashMap<&str, &Unit>, _) = (HashMap::new(), Vec::new());
    for (part, spot) in parts.flat_map(|part| part.series.iter().map(move |spot| (part, spot))) {
        let Some((series, unit)) =
            part.number(spot).and_then(|it| Some((it.in_series.id.as_ref()?, it.figure.unit())))
        else {
            continue;
        };
        let expected = *first.entry(series.as_str()).or_insert(unit);
        if !unit.compares_with(expected) {
            let (series, unit, first) =
                (series.to_string(), unit.text().to_owned(), expected.text().to_owned());
            found.extend(part.problem(spot, Reason::SeriesUnit { series, unit, first }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::draft::SourceFile;
    use super::*;

    fn file(path: &str, text: String) -> SourceFile {
        SourceFile { path: path.to_owned(), text: Ok(text.into()) }
    }

    fn plan(id: &str) -> SourceFile {
        let source = "[[source]]\nid = \"s\"\noutlet = \"a\"\ntitle = \"b\"\ndate = \"2026\"\n";
        let keys =
            "title = \"t\"\nshort = \"t\"\nen = \"t\"\norder = 1\nissuer = \"i\"\nbottom_line = \"b\"\n";
        file(&format!("{id}/plan.toml"), format!("{keys}sections = [\"a\"]\n\n{source}"))
    }

    fn section(id: &str, related: &str) -> SourceFile {
        let event = |nth: u32| {
            let event = format!(
                "[[event]]\nid = \"e{nth}\"\ndate = \"2026\"\ntitle = \"t\"\nen = \"t\"\nsources = [\"s\"]\n"
            );
            if related.is_empty() { event } else { format!("{event}related = [\"{related}{nth}\"]\n") }
        };
        let events: String = (0..300).map(event).collect();
        file(&format!("{id}/a.toml"), format!("title = \"t\"\nen = \"t\"\nsummary = \"s\"\n\n{events}"))
    }

    /// A plan that was renamed, of which thousands of others spoke, held the whole library up for minutes.
    #[test]
    fn what_was_meant_is_looked_for_a_hundred_times_and_no_more() {
        let library = Library::from_files(&[
            plan("renamed"),
            section("renamed", ""),
            plan("other"),
            section("other", "renamde/a/e"),
        ]);
        let near = |problem: &Problem| match &problem.reason {
            Reason::Dangling { near, .. } => Some(near.is_some()),
            _ => None,
        };
        let near: Vec<bool> = library.problems.iter().filter_map(near).collect();
        assert_eq!((near.len(), near.iter().filter(|near| **near).count()), (300, LOOKS));
    }
}
