//! Closes the references between items, sections and plans, and holds what is listed against what is
//! declared. Runs once all plans are built, because a reference may go to any of them.

use std::collections::{HashMap, HashSet};

use super::draft::{Draft, SectionDraft, Total};
use super::figure::Unit;
use super::file::File;
use super::model::{Base, ItemRef, Library, Plan, Section, Slot};
use super::near::nearest;
use super::problem::{Problem, Reason, Referent};
use super::raw::Text;

/// What a reference can mean.
struct Known {
    /// Every item that is there by its path, `plan/section/item`.
    paths: HashMap<String, ItemRef>,
    /// The paths of items, sections and plans that are written but were left out for a mistake of their own:
    /// what refers into them is no mistake.
    broken: HashSet<String>,
}

impl Known {
    fn of(library: &Library, broken: HashSet<String>) -> Self {
        let paths = library.items().filter_map(|(at, _)| Some((library.path(at)?, at)));
        Self { paths: paths.collect(), broken }
    }

    fn is_broken(&self, path: &str) -> bool {
        let whole = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
        whole.chain([path]).any(|each| self.broken.contains(each))
    }
}

/// Links the drafts into a library; `problems` are those of the plans that could not be built, `unread`
/// their folders.
pub(super) fn link(drafts: Vec<Draft<'_>>, problems: Vec<Problem>, unread: Vec<String>) -> Library {
    let mut library = Library { problems, ..Library::default() };
    let mut broken: HashSet<String> = unread.into_iter().collect();
    let mut open = Vec::new();
    for draft in drafts {
        broken.extend(written_in(&draft));
        library.plans.push(draft.plan);
        open.push((draft.file, draft.headline, draft.declared, draft.sections));
    }
    let known = Known::of(&library, broken);
    for (at, (file, headline, declared, sections)) in open.iter_mut().enumerate() {
        let Some(plan) = library.plans.get_mut(at) else { continue };
        plan.headline = headline.iter().filter_map(|each| number(each, plan, &known, file)).collect();
        check_totals(file, declared, plan.listed());
        for (section, draft) in plan.sections.iter_mut().zip(sections) {
            let here = format!("{}/{}", plan.id, section.id);
            for (item, reference) in &draft.related {
                if let Some(found) = item_ref(reference, &here, &known, &mut draft.file) {
                    relate(section, item.as_str(), found);
                }
            }
            check_totals(&mut draft.file, &draft.declared, listed(section));
        }
    }
    check_series(&library, open.iter_mut().flat_map(|(_, _, _, sections)| sections));
    for (file, _, _, sections) in open {
        library.problems.extend(file.problems);
        library.problems.extend(sections.into_iter().flat_map(|draft| draft.file.problems));
    }
    library.problems.sort_by(|a, b| a.place.cmp(&b.place));
    library
}

/// The path of every item written in the plan, and of every section of it that could not be read.
fn written_in(draft: &Draft<'_>) -> Vec<String> {
    let plan = &draft.plan;
    let mut paths: Vec<String> =
        draft.unread.iter().map(|section| format!("{}/{section}", plan.id)).collect();
    for (section, draft) in plan.sections.iter().zip(&draft.sections) {
        paths.extend(draft.written.iter().map(|item| format!("{}/{}/{item}", plan.id, section.id)));
    }
    paths
}

fn listed(section: &Section) -> (usize, usize, usize) {
    (usize::from(section.part.is_some()), section.measures.len(), section.task_count())
}

/// A number of the plan, `section/item`.
fn number(written: &Text, plan: &Plan, known: &Known, file: &mut File<'_>) -> Option<ItemRef> {
    let prefix = format!("{}/", plan.id);
    let full = format!("{prefix}{}", written.get_ref());
    let found = known.paths.get(&full).copied();
    if let Some(at) = found.filter(|at| matches!(at.slot, Slot::Number(_))) {
        return Some(at);
    }
    if found.is_none() && known.is_broken(&full) {
        return None;
    }
    let numbers = known.paths.iter().filter(|(_, at)| matches!(at.slot, Slot::Number(_)));
    let numbers = numbers.filter_map(|(path, _)| path.strip_prefix(&prefix));
    dangling(written, Referent::Number, nearest(written.get_ref(), numbers), file);
    None
}

/// The item that `item`, `section/item` or `plan/section/item` means when it stands in `here`.
fn item_ref(written: &Text, here: &str, known: &Known, file: &mut File<'_>) -> Option<ItemRef> {
    let reference = written.get_ref();
    let plan = here.split('/').next().unwrap_or_default();
    let full = match reference.matches('/').count() {
        0 => format!("{here}/{reference}"),
        1 => format!("{plan}/{reference}"),
        _ => reference.clone(),
    };
    let found = known.paths.get(&full).copied();
    if found.is_none() && !known.is_broken(&full) {
        dangling(written, Referent::Item, nearest(&full, known.paths.keys().map(String::as_str)), file);
    }
    found
}

fn dangling(written: &Text, what: Referent, near: Option<&str>, file: &mut File<'_>) {
    let id = written.get_ref().clone();
    file.wrong(&written.span(), Reason::Dangling { what, id, near: near.map(str::to_owned) });
}

/// Adds `found` to the related items of the item called `id`.
fn relate(section: &mut Section, id: &str, found: ItemRef) {
    if let Some(base) = bases(section).find(|base| base.id.as_str() == id) {
        base.related.push(found);
    }
}

fn bases(section: &mut Section) -> impl Iterator<Item = &mut Base> {
    let measures = section.measures.iter_mut().flat_map(|measure| {
        std::iter::once(&mut measure.base).chain(measure.tasks.iter_mut().map(|task| &mut task.base))
    });
    measures
        .chain(section.numbers.iter_mut().map(|number| &mut number.base))
        .chain(section.events.iter_mut().map(|event| &mut event.base))
        .chain(section.voices.iter_mut().map(|voice| &mut voice.base))
        .chain(section.terms.iter_mut().map(|term| &mut term.base))
}

fn check_totals(file: &mut File<'_>, totals: &[Total], (parts, measures, tasks): (usize, usize, usize)) {
    for total in totals {
        let listed = match total.what {
            "parts" => parts,
            "measures" => measures,
            _ => tasks,
        };
        if listed > total.declared as usize {
            let (what, declared) = (total.what, total.declared);
            file.wrong(&total.span, Reason::MoreListed { what, listed, declared });
        }
    }
}

/// Numbers of one series must have one unit, or their bars would lie.
fn check_series<'d, 's: 'd>(library: &Library, drafts: impl Iterator<Item = &'d mut SectionDraft<'s>>) {
    let mut first: HashMap<&str, &Unit> = HashMap::new();
    let sections = library.plans.iter().flat_map(|plan| &plan.sections);
    for (section, draft) in sections.zip(drafts) {
        for number in &section.numbers {
            let Some(series) = &number.series else { continue };
            let unit = number.figure.unit();
            let expected = *first.entry(series.as_str()).or_insert(unit);
            if let Some(span) = draft.in_series.get(&number.base.id).filter(|_| !unit.compares_with(expected))
            {
                let (series, unit, first) =
                    (series.to_string(), unit.text().to_owned(), expected.text().to_owned());
                draft.file.wrong(span, Reason::SeriesUnit { series, unit, first });
            }
        }
    }
}
