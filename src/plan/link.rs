//! Puts plans that were read one by one together into a library: their order, the timeline and the series over
//! all of them, and what can be judged only now: references from plan to plan, units within a series.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use super::date::Date;
use super::figure::Unit;
use super::id::SeriesId;
use super::item::Item;
use super::load::whole;
use super::model::{EventRef, ItemRef, Library, Loading, Plan, Slot};
use super::near::nearest;
use super::part::{Part, Spot, is_broken};
use super::problem::{Problem, Reason, Referent};
use super::text::Text;
use crate::{crew, sort};

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
    let look = |part| {
        (dated(&library, part), if loading.is_none() { lost(&library, parts, part) } else { Vec::new() })
    };
    let (dated, lost): (Vec<_>, Vec<_>) =
        crew::map(parts.iter().map(|part| &**part), look).into_iter().unzip();
    (library.timeline, library.series) = in_order(&library, dated);
    if loading.is_none() {
        let mut found = dangling(&library, parts.iter().zip(lost));
        found.extend(mixed_units(plans.iter().map(|(_, part)| *part)));
        library.problems.append(&mut found);
        if parts.is_empty() {
            library.problems.push(whole(".", Reason::NoPlans));
        }
    }
    sort::by(&mut library.problems, |a, b| a.place.cmp(&b.place));
    library
}

/// An event, or a number that belongs to a series, on its way to its place by its date. What is compared stands here; the
/// dates themselves lie far apart.
struct Dated {
    days: u64,
    plan: u32,
    section: u32,
    nth: u32,
    is_event: bool,
    /// Whether the date is one day and nothing more, so that those of the same day are written alike.
    is_day: bool,
}

impl Dated {
    fn at(&self) -> ItemRef {
        let nth = self.nth as usize;
        let slot = if self.is_event { Slot::Event(nth) } else { Slot::Number(nth) };
        ItemRef { plan: self.plan as usize, section: self.section as usize, slot }
    }

    /// What its date is written as.
    fn written<'l>(&self, library: &'l Library) -> &'l str {
        match library.item(self.at()) {
            Some(Item::Event(event)) => event.date.written(),
            Some(Item::Number(number)) => number.as_of.written(),
            _ => "",
        }
    }
}

/// The events of a plan, and its numbers that belong to a series.
fn dated(library: &Library, part: &Part) -> Box<[Dated]> {
    let Some((it, plan)) = part.plan.as_ref().and_then(|it| Some((it, library.place_of(&it.id)?))) else {
        return Box::default();
    };
    let events = it.sections.iter().map(|section| section.events.len()).sum();
    let mut all = Vec::with_capacity(events);
    for (section, it) in (0..).zip(&it.sections) {
        let by = |nth, date: &Date, is_event| {
            let (days, is_day) = (date.days(), date.is_day());
            Dated { days, plan: plan as u32, section, nth, is_event, is_day }
        };
        all.extend((0..).zip(&it.events).map(|(nth, it)| by(nth, &it.date, true)));
        let in_series = (0..).zip(&it.numbers).filter(|(_, it)| it.in_series.id.is_some());
        all.extend(in_series.map(|(nth, it)| by(nth, &it.as_of, false)));
    }
    all.into_boxed_slice()
}

/// The numbers of each series.
type Series = HashMap<SeriesId, Vec<ItemRef>>;

/// All events and the numbers of each series, earliest first.
fn in_order(library: &Library, dated: Vec<Box<[Dated]>>) -> (Box<[EventRef]>, Series) {
    let mut all = Vec::with_capacity(dated.iter().map(|dated| dated.len()).sum());
    dated.into_iter().for_each(|dated| all.extend(dated));
    sort::by(&mut all, |a, b| {
        let alike = a.is_day && b.is_day;
        let written = || if alike { Ordering::Equal } else { a.written(library).cmp(b.written(library)) };
        let place = |it: &Dated| (it.plan, it.section, it.nth);
        a.days.cmp(&b.days).then_with(written).then_with(|| place(a).cmp(&place(b)))
    });
    let mut series = Series::new();
    for number in all.iter().filter(|it| !it.is_event) {
        if let Some(Item::Number(it)) = library.item(number.at())
            && let Some(id) = &it.in_series.id
        {
            series.entry(id.clone()).or_default().push(number.at());
        }
    }
    let events = || all.iter().filter(|it| it.is_event);
    let mut timeline = Vec::with_capacity(events().count());
    timeline.extend(events().map(|it| EventRef { plan: it.plan, section: it.section, nth: it.nth }));
    (timeline.into(), series)
}

/// Of so many references that lead nowhere it is looked for what was meant: where a plan was renamed there are thousands,
/// and each takes a look at every item of a plan.
const LOOKS: usize = 100;

/// The references of a plan to others that lead nowhere.
fn lost<'p>(library: &Library, parts: &[Arc<Part>], part: &'p Part) -> Vec<&'p Spot<Text>> {
    let left_out = |path: &str| parts.iter().any(|part| is_broken(&part.broken, path));
    let is_lost = |spot: &&Spot<Text>| library.find_path(&spot.what).is_none() && !left_out(&spot.what);
    part.across.iter().filter(is_lost).collect()
}

/// What is wrong with the references that lead nowhere.
fn dangling<'p>(
    library: &Library,
    lost: impl Iterator<Item = (&'p Arc<Part>, Vec<&'p Spot<Text>>)>,
) -> Vec<Problem> {
    lost.flat_map(|(part, spots)| spots.into_iter().map(move |spot| (part, spot)))
        .enumerate()
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
