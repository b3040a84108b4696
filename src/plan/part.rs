//! A plan read by itself: what it says, what is wrong in it, and what can be judged only when all other plans
//! are there. It borrows nothing of its files, and one that did not change serves in library after library.

use std::collections::HashMap;
use std::sync::Arc;

use super::draft::{Draft, SectionDraft, Total};
use super::figure::Unit;
use super::file::File;
use super::id::SeriesId;
use super::model::{Base, Link, Plan, Section, Slot};
use super::near::nearest;
use super::problem::{Excerpt, Place, Problem, Reason, Referent};
use super::raw::Text;

/// A plan and what was found while it was read.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The plan, unless its `plan.toml` can't be read.
    pub(super) plan: Option<Arc<Plan>>,
    /// What is wrong in its files.
    pub(super) problems: Vec<Problem>,
    /// References to items of other plans.
    pub(super) across: Vec<Across>,
    /// Its numbers that belong to a series.
    pub(super) series: Vec<InSeries>,
    /// The paths of items, sections and plans that are written but were left out for a mistake of their own:
    /// what refers into them is no mistake.
    pub(super) broken: Vec<String>,
}

/// A reference to an item of another plan.
#[derive(Debug)]
pub(super) struct Across {
    /// Where it stands.
    pub(super) at: Spot,
    /// `plan/section/item`.
    pub(super) path: String,
}

/// A number of a series.
#[derive(Debug)]
pub(super) struct InSeries {
    /// Where its figure stands.
    pub(super) at: Spot,
    pub(super) series: SeriesId,
    pub(super) unit: Unit,
}

/// A place that may yet turn out to be wrong.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) place: Place,
    pub(super) excerpt: Option<Excerpt>,
}

impl Spot {
    pub(super) fn problem(&self, reason: Reason) -> Problem {
        Problem { place: self.place.clone(), excerpt: self.excerpt.clone(), reason }
    }
}

/// What a reference inside the plan can mean.
struct Known {
    /// Every item that is there by its path without the plan, `section/item`.
    paths: HashMap<String, (usize, Slot)>,
    plan: String,
}

impl Known {
    fn of(plan: &Plan) -> Self {
        let mut paths = HashMap::new();
        for (at, section) in plan.sections.iter().enumerate() {
            let items = section.slots().filter_map(|slot| Some((section.item(slot)?, slot)));
            paths
                .extend(items.map(|(item, slot)| (format!("{}/{}", section.id, item.base().id), (at, slot))));
        }
        Self { paths, plan: plan.id.to_string() }
    }
}

impl Part {
    /// A plan that can't be read, in this folder.
    pub(super) fn unread(folder: &str, problems: Vec<Problem>) -> Self {
        Self { problems, broken: vec![folder.to_owned()], ..Self::default() }
    }

    /// Closes what references there are inside the plan.
    pub(super) fn of(draft: Draft<'_>) -> Self {
        let mut part = Self { broken: draft.broken(), ..Self::default() };
        let Draft { mut plan, mut file, headline, declared, mut sections, .. } = draft;
        let known = Known::of(&plan);
        plan.headline = headline.iter().filter_map(|each| part.number(each, &known, &mut file)).collect();
        check_totals(&mut file, &declared, plan.listed());
        for (section, draft) in plan.sections.iter_mut().zip(&mut sections) {
            part.relate(section, draft, &known);
            part.note_series(section, draft);
            check_totals(&mut draft.file, &draft.declared, listed(section));
        }
        part.problems.extend(file.problems);
        part.problems.extend(sections.into_iter().flat_map(|draft| draft.file.problems));
        part.plan = Some(Arc::new(plan));
        part
    }

    /// Links the items of a section to those they name.
    fn relate(&mut self, section: &mut Section, draft: &mut SectionDraft<'_>, known: &Known) {
        let here = section.id.to_string();
        for (item, reference) in &draft.related {
            if let Some(link) = self.link(reference, &here, known, &mut draft.file)
                && let Some(base) = bases(section).find(|base| base.id == *item)
            {
                base.related.push(link);
            }
        }
    }

    /// The item that `item`, `section/item` or `plan/section/item` means when it stands in the section `here`.
    fn link(&mut self, written: &Text, here: &str, known: &Known, file: &mut File<'_>) -> Option<Link> {
        let reference = written.get_ref();
        let inside = match (reference.matches('/').count(), reference.split_once('/')) {
            (0, _) => format!("{here}/{reference}"),
            (1, _) => reference.clone(),
            (_, Some((plan, inside))) if plan == known.plan => inside.to_owned(),
            _ => {
                self.across.push(Across { at: file.spot(&written.span()), path: reference.clone() });
                return Some(Link::There(reference.as_str().into()));
            }
        };
        let found = known.paths.get(&inside).copied();
        if found.is_none() && !is_broken(&self.broken, &format!("{}/{inside}", known.plan)) {
            let near = nearest(&inside, known.paths.keys().map(String::as_str));
            let near = near.map(|near| format!("{}/{near}", known.plan));
            dangling(written, Referent::Item, near, file);
        }
        found.map(|(section, slot)| Link::Here(section, slot))
    }

    /// A number of the plan, `section/item`.
    fn number(&self, written: &Text, known: &Known, file: &mut File<'_>) -> Option<(usize, Slot)> {
        let is_number = |slot: &Slot| matches!(slot, Slot::Number(_));
        let found = known.paths.get(written.get_ref()).copied();
        if let Some(at) = found.filter(|(_, slot)| is_number(slot)) {
            return Some(at);
        }
        if found.is_some() || !is_broken(&self.broken, &format!("{}/{}", known.plan, written.get_ref())) {
            let numbers = known.paths.iter().filter(|(_, (_, slot))| is_number(slot));
            let near = nearest(written.get_ref(), numbers.map(|(path, _)| path.as_str()));
            dangling(written, Referent::Number, near.map(str::to_owned), file);
        }
        None
    }

    fn note_series(&mut self, section: &Section, draft: &SectionDraft<'_>) {
        for number in &section.numbers {
            let Some(series) = &number.series else { continue };
            if let Some(span) = draft.in_series.get(&number.base.id) {
                let (series, unit) = (series.clone(), number.figure.unit().clone());
                self.series.push(InSeries { at: draft.file.spot(span), series, unit });
            }
        }
    }
}

/// Whether `path` or what it stands in is among those left out.
pub(super) fn is_broken(broken: &[String], path: &str) -> bool {
    let inside = |whole: &String| {
        path.strip_prefix(whole.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    broken.iter().any(inside)
}

fn dangling(written: &Text, what: Referent, near: Option<String>, file: &mut File<'_>) {
    let id = written.get_ref().clone();
    file.wrong(&written.span(), Reason::Dangling { what, id, near });
}

fn listed(section: &Section) -> (usize, usize, usize) {
    (usize::from(section.part.is_some()), section.measures.len(), section.task_count())
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
