//! A plan read by itself: what it says, what is wrong in it, and what can be judged only when all other plans
//! are there. It borrows nothing of its files, and one that did not change serves in library after library.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::draft::{Draft, Reference, SectionDraft, SourceFile, Total};
use super::file::File;
use super::id::ItemId;
use super::item::{Item, Listed};
use super::model::{Base, Link, More, Number, Plan, Section, Slot};
use super::near::nearest;
use super::problem::{Problem, Reason, Referent};
use super::squeeze::Squeezed;
use super::text::Text;

/// A plan and what was found while it was read.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The plan, unless its `plan.toml` can't be read.
    pub(super) plan: Option<Arc<Plan>>,
    /// What is wrong in its files.
    pub(super) problems: Vec<Problem>,
    /// References to items of other plans, `plan/section/item`.
    pub(super) across: Box<[Spot<Text>]>,
    /// Its numbers that belong to a series, by their index in the section.
    pub(super) series: Box<[Spot<u32>]>,
    /// The text of each section's file, and of the plan's at the end.
    files: Box<[Squeezed]>,
    /// The paths of items, sections and plans that are written but were left out for a mistake of their own:
    /// what refers into them is no mistake.
    pub(super) broken: Vec<String>,
}

/// Something that may yet turn out to be wrong, and where it stands.
#[derive(Debug)]
pub(super) struct Spot<T> {
    /// The index of the section in its plan.
    section: u32,
    /// The bytes of its file.
    span: (u32, u32),
    pub(super) what: T,
}

impl<T> Spot<T> {
    fn new(section: usize, span: &Range<usize>, what: T) -> Self {
        Self { section: section as u32, span: (span.start as u32, span.end as u32), what }
    }
}

/// The item `item` of the section `section`, as a reference inside the plan names it.
type Path<'p> = (&'p str, &'p str);

/// What a reference inside the plan can mean. Looked up where there is a reference, and in no other section.
struct Known<'p> {
    plan: &'p Plan,
    sections: OnceCell<HashMap<&'p str, usize>>,
    /// Of each section.
    items: Vec<OnceCell<HashMap<&'p str, Slot>>>,
}

impl<'p> Known<'p> {
    fn of(plan: &'p Plan) -> Self {
        let items = plan.sections.iter().map(|_| OnceCell::new()).collect();
        Self { plan, sections: OnceCell::new(), items }
    }

    fn find(&self, (section, item): Path<'_>) -> Option<(usize, Slot)> {
        let ids =
            || self.plan.sections.iter().enumerate().map(|(at, section)| (section.id.as_str(), at)).collect();
        let at = *self.sections.get_or_init(ids).get(section)?;
        let section = self.plan.sections.get(at)?;
        let items = || items(section).map(|(item, slot)| (item.base().id.as_str(), slot)).collect();
        Some((at, *self.items.get(at)?.get_or_init(items).get(item)?))
    }

    /// The path most like this one, of all items that pass.
    fn near(&self, path: &str, passes: impl Fn(Slot) -> bool) -> Option<String> {
        let passing = |section: &'p Section| items(section).filter(|(_, slot)| passes(*slot));
        let path_of = |section: &Section, item: Item<'_>| format!("{}/{}", section.id, item.base().id);
        let sections = self.plan.sections.iter();
        let paths: Vec<String> = sections
            .flat_map(|section| passing(section).map(move |(item, _)| path_of(section, item)))
            .collect();
        nearest(path, paths.iter().map(String::as_str)).map(str::to_owned)
    }
}

impl Part {
    /// A plan that can't be read, in this folder.
    pub(super) fn unread(folder: &str, problems: Vec<Problem>) -> Self {
        Self { problems, broken: vec![folder.to_owned()], ..Self::default() }
    }

    /// A plan of which all is known to be right.
    pub(super) fn sound(plan: Plan) -> Self {
        Self { plan: Some(Arc::new(plan)), ..Self::default() }
    }

    /// Closes what references there are inside the plan.
    pub(super) fn of(draft: Draft) -> Self {
        let broken = draft.broken();
        let Draft { mut plan, mut file, headline, declared, mut sections, .. } = draft;
        let mut links = Links { broken: &broken, across: Vec::new() };
        let known = Known::of(&plan);
        let headline: Box<[_]> =
            headline.iter().filter_map(|each| links.number(each, &known, &mut file)).collect();
        let related: Vec<_> =
            sections.iter_mut().enumerate().map(|(at, draft)| links.related(at, draft, &known)).collect();
        plan.headline = headline;
        for (section, related) in plan.sections.iter_mut().zip(related) {
            relate(section, related);
        }
        plan.listed = plan.sections.iter().map(Section::listed).sum();
        check_totals(&mut file, &declared, plan.listed);
        for (section, draft) in plan.sections.iter().zip(&mut sections) {
            check_totals(&mut draft.file, &draft.declared, section.listed());
        }
        let across = links.across.into();
        let series = plan.sections.iter().zip(&sections).enumerate().flat_map(in_series).collect();
        let files = sections.iter().map(|draft| &draft.file).chain([&file]).map(File::keep).collect();
        let mut problems = file.problems;
        problems.extend(sections.into_iter().flat_map(|draft| draft.file.problems));
        Self { plan: Some(Arc::new(plan)), problems, across, series, files, broken }
    }

    /// The text of each of its files that were read, by its name without `.toml`.
    pub(super) fn files(&self) -> HashMap<&str, &Squeezed> {
        let sections = self.plan.iter().flat_map(|plan| &plan.sections);
        sections.map(|section| section.id.as_str()).chain(["plan"]).zip(&self.files).collect()
    }

    /// What is wrong with what stands at a spot.
    pub(super) fn problem<T>(&self, spot: &Spot<T>, reason: Reason) -> Option<Problem> {
        let (plan, at) = (self.plan.as_ref()?, spot.section as usize);
        let path = format!("{}/{}.toml", plan.id, plan.sections.get(at)?.id);
        let source = SourceFile { path, text: Ok(self.files.get(at)?.written()) };
        Some(File::new(&source).problem(&(spot.span.0 as usize..spot.span.1 as usize), reason))
    }

    /// The number of a series that stands at a spot.
    pub(super) fn number(&self, spot: &Spot<u32>) -> Option<&Number> {
        self.plan.as_ref()?.sections.get(spot.section as usize)?.numbers.get(spot.what as usize)
    }
}

/// The references of a plan on their way to what they mean.
struct Links<'b> {
    broken: &'b [String],
    across: Vec<Spot<Text>>,
}

impl Links<'_> {
    /// What the items of the section at `at` point to.
    fn related(&mut self, at: usize, draft: &mut SectionDraft, known: &Known<'_>) -> Vec<(ItemId, Link)> {
        let related = std::mem::take(&mut draft.related);
        let link = |(item, reference)| Some((item, self.link(reference, at, known, &mut draft.file)?));
        related.into_iter().filter_map(link).collect()
    }

    /// The item that `item`, `section/item` or `plan/section/item` means when it stands in the section `at`.
    fn link(&mut self, reference: Reference, at: usize, known: &Known<'_>, file: &mut File) -> Option<Link> {
        let (path, plan) = (reference.path.as_str(), known.plan);
        let inside = match path.split_once('/') {
            None => (plan.sections.get(at)?.id.as_str(), path),
            Some((named, inside)) => match inside.split_once('/') {
                None => (named, inside),
                Some(inside) if named == plan.id.as_str() => inside,
                Some(_) => {
                    self.across.push(Spot::new(at, &reference.span, reference.path.clone()));
                    return Some(Link::There(reference.path));
                }
            },
        };
        let found = known.find(inside);
        if found.is_none() {
            let inside = format!("{}/{}", inside.0, inside.1);
            if !is_broken(self.broken, &format!("{}/{inside}", plan.id)) {
                let near = || known.near(&inside, |_| true).map(|near| format!("{}/{near}", plan.id));
                dangling(&reference, Referent::Item, &near, file);
            }
        }
        found.map(|(section, slot)| Link::Here(section, slot))
    }

    /// A number of the plan, `section/item`.
    fn number(&self, reference: &Reference, known: &Known<'_>, file: &mut File) -> Option<(usize, Slot)> {
        let is_number = |slot: Slot| matches!(slot, Slot::Number(_));
        let path = reference.path.as_str();
        let inside = path.split_once('/').unwrap_or((path, ""));
        let found = known.find(inside);
        if let Some(at) = found.filter(|(_, slot)| is_number(*slot)) {
            return Some(at);
        }
        if found.is_some() || !is_broken(self.broken, &format!("{}/{path}", known.plan.id)) {
            dangling(reference, Referent::Number, &|| known.near(path, is_number), file);
        }
        None
    }
}

/// The items of a section and where each stands in it.
fn items(section: &Section) -> impl Iterator<Item = (Item<'_>, Slot)> {
    section.slots().filter_map(|slot| Some((section.item(slot)?, slot)))
}

/// Gives the items of a section what they point to; `related` is in the order of the file.
fn relate(section: &mut Section, related: Vec<(ItemId, Link)>) {
    let mut by_item: HashMap<ItemId, Vec<Link>> = HashMap::new();
    for (item, link) in related {
        by_item.entry(item).or_default().push(link);
    }
    if by_item.is_empty() {
        return;
    }
    for base in bases(section) {
        if let Some(mut related) = by_item.remove(&base.id) {
            related.shrink_to_fit();
            base.more = More { note: base.more.note.clone(), related }.into();
        }
    }
}

/// The numbers of a section that belong to a series.
fn in_series<'p>(
    (at, (section, draft)): (usize, (&'p Section, &'p SectionDraft)),
) -> impl Iterator<Item = Spot<u32>> + 'p {
    (0..).zip(&section.numbers).filter_map(move |(nth, number)| {
        number.in_series.id.as_ref()?;
        Some(Spot::new(at, draft.in_series.get(&number.base.id)?, nth))
    })
}

/// Whether `path` or what it stands in is among those left out.
pub(super) fn is_broken(broken: &[String], path: &str) -> bool {
    let inside = |whole: &String| {
        path.strip_prefix(whole.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    broken.iter().any(inside)
}

fn dangling(reference: &Reference, what: Referent, near: &dyn Fn() -> Option<String>, file: &mut File) {
    // Looking for what was meant takes longest of all; nobody is told any more when there is too much.
    if !file.is_full() {
        let (id, near) = (reference.path.to_string(), near());
        file.wrong(&reference.span, Reason::Dangling { what, id, near });
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

fn check_totals(file: &mut File, totals: &[Total], all: Listed) {
    for total in totals {
        let listed = match total.what {
            "parts" => all.parts,
            "measures" => all.measures,
            _ => all.tasks,
        };
        if listed > total.declared as usize {
            let (what, declared) = (total.what, total.declared);
            file.wrong(&total.span, Reason::MoreListed { what, listed, declared });
        }
    }
}
