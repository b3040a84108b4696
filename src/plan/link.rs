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
                Some((&number.as_of, number.series.as_ref()?, at(Slot::Number(n))))
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

/// References from plan to plan that lead nowhere.
fn dangling(library: &Library, parts: &[Arc<Part>]) -> Vec<Problem> {
    let left_out = |path: &str| parts.iter().any(|part| is_broken(&part.broken, path));
    let across = parts.iter().flat_map(|part| part.across.iter().map(move |spot| (part, spot)));
    let lost = across.filter(|(_, spot)| library.find_path(&spot.what).is_none() && !left_out(&spot.what));
    lost.filter_map(|(part, spot)| {
        let (id, near) = (spot.what.to_string(), near(library, &spot.what));
        part.problem(spot, Reason::Dangling { what: Referent::Item, id, near })
    })
    .collect()
}

/// What is called nearly as `path`: an item of the plan it names, else of any.
fn near(library: &Library, path: &str) -> Option<String> {
    let named = path.split('/').next().unwrap_or_default();
    let plans: Vec<&Arc<Plan>> = library.plans.iter().filter(|plan| plan.id.as_str() == named).collect();
    let plans = if plans.is_empty() { library.plans.iter().collect() } else { plans };
    let mut paths = Vec::new();
    for plan in plans {
        for section in &plan.sections {
            let items = section.slots().filter_map(|slot| section.item(slot));
            paths.extend(items.map(|item| format!("{}/{}/{}", plan.id, section.id, item.base().id)));
        }
    }
    nearest(path, paths.iter().map(String::as_str)).map(str::to_owned)
}

/// Numbers of one series must have one unit, or their bars would lie.
fn mixed_units<'a>(parts: impl Iterator<Item = &'a Part>) -> Vec<Problem> {
    let (mut first, mut found): (HashMap<&str, &Unit>, _) = (HashMap::new(), Vec::new());
    for (part, spot) in parts.flat_map(|part| part.series.iter().map(move |spot| (part, spot))) {
        let Some((series, unit)) =
            part.number(spot).and_then(|it| Some((it.series.as_ref()?, it.figure.unit())))
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
