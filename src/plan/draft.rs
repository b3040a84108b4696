//! A plan on its way in: its files read and built one by one, its references to other plans still
//! open. `link` closes them when all plans are there.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::build::{Builder, Sources, count, declared};
use super::file::File;
use super::id::{ItemId, PlanId, SectionId};
use super::item::Listed;
use super::model::{Plan, Section, Source};
use super::near::nearest;
use super::opening::name_of;
use super::problem::{Problem, Reason, Referent};
use super::raw::{self, Written};
use super::read::read;
use super::shape::{PLAN, SECTION};
use super::text::Text;
use crate::crew;

/// The text of one file of a library, however it was come by.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path in the library: `ce-visits/plan.toml`.
    pub path: String,
    /// Its text, or why there is none.
    pub text: Result<Text, Reason>,
}

/// A file of a library that need not be read before somebody asks for it.
pub(super) trait LazyFile: Send + Sync {
    /// Its path in the library.
    fn path(&self) -> &str;

    /// The file, read by whoever is the first to ask.
    fn read(&self) -> &SourceFile;

    /// Whether a frame waits for it: what only spares memory is left out then.
    fn is_urgent(&self) -> bool {
        false
    }

    /// The file while it is read.
    fn file(&self) -> File {
        let mut file = File::new(self.read());
        file.squeezes &= !self.is_urgent();
        file
    }
}

impl LazyFile for SourceFile {
    fn path(&self) -> &str {
        &self.path
    }

    fn read(&self) -> &SourceFile {
        self
    }
}

/// A plan with what is needed to link it.
pub(super) struct Draft {
    pub(super) plan: Plan,
    pub(super) file: File,
    /// The headline as written.
    pub(super) headline: Vec<Reference>,
    /// The declared totals as written.
    pub(super) declared: Vec<Total>,
    /// One for each section of the plan, in the same order.
    pub(super) sections: Vec<SectionDraft>,
    /// The sections that are not there, can't be read, or lost a table that is none.
    pub(super) unread: Vec<String>,
}

/// What is needed to link a section. It borrows nothing, so that whoever has time can make it.
pub(super) struct SectionDraft {
    pub(super) file: File,
    /// References to other items and the item they stand in.
    pub(super) related: Vec<(ItemId, Reference)>,
    /// The ids of items that were left out for a mistake of their own.
    pub(super) left_out: Vec<Text>,
    /// Where the figure of each number stands that belongs to a series.
    pub(super) in_series: HashMap<ItemId, Range<usize>>,
    pub(super) declared: Vec<Total>,
}

/// What names an item, and where it stands.
pub(super) struct Reference {
    pub(super) path: Text,
    pub(super) span: Range<usize>,
}

/// A declared total and where it stands.
pub(super) struct Total {
    pub(super) what: &'static str,
    pub(super) declared: u32,
    pub(super) span: Range<usize>,
}

impl Draft {
    /// Builds the plan in `folder` from its files, sorted by name. Where `plan.toml` itself
    /// can't be read there is no plan, only problems.
    pub(super) fn build(folder: &str, files: &[Named<'_>]) -> Result<Self, Vec<Problem>> {
        let Some((_, first)) = place(files, "plan").and_then(|at| files.get(at)) else {
            return Err(Vec::new());
        };
        let mut file = first.file();
        let Some(id) = PlanId::new(folder) else {
            file.wrong_whole(Reason::BadId(folder.to_owned()));
            return Err(file.problems);
        };
        let text = text_of(first.read(), &mut file);
        let Some(raw) = text.and_then(|text| read::<raw::Plan<'_>>(&mut file, text, &PLAN)) else {
            return Err(file.problems);
        };
        Ok(Self::from_raw(id, raw, file, files))
    }

    fn from_raw(id: PlanId, mut raw: raw::Plan<'_>, mut file: File, files: &[Named<'_>]) -> Self {
        let wanted = std::mem::take(&mut raw.sections);
        let headline = raw.headline.iter().map(|path| file.reference(path)).collect();
        let totals = totals(&raw.declared);
        let written = raw.source.iter().filter_map(|source| source.id.as_ref());
        let written: Vec<Text> = written.map(|id| file.share(id)).collect();
        let mut plan = plan(id, raw, &mut file);
        let sources = known_sources(&plan, written, &file);
        let absent = wanted.iter().filter(|name| place(files, name.get_ref()).is_none());
        let mut unread: Vec<String> = absent.map(|name| name.get_ref().to_string()).collect();
        let (mut built, mut sections) = (Vec::with_capacity(files.len()), Vec::with_capacity(files.len()));
        let of_sections = section_files(&mut file, &wanted, files);
        let waiting = of_sections.iter().map(|(_, source)| Arc::clone(source)).collect();
        let read = |source: &Arc<dyn LazyFile>| {
            source.read();
        };
        let is_urgent = files.iter().any(|(_, file)| file.is_urgent());
        let prepare = is_urgent.then_some(&read as &(dyn Fn(&_) + Sync));
        let found = crew::share(waiting, prepare, move |source| section(&*source, &sources));
        for ((id, _), found) in of_sections.into_iter().zip(found) {
            let is_listed = wanted.iter().any(|name| name.get_ref() == id);
            if found.as_ref().map_or(true, |(_, draft)| draft.file.lost_a_table(None)) {
                unread.push(id.to_owned());
            }
            match found {
                Ok((section, mut draft)) => {
                    if !is_listed {
                        draft.file.wrong_whole(Reason::Unlisted(id.to_owned()));
                    }
                    built.push(section);
                    sections.push(draft);
                }
                Err(problems) => file.problems.extend(problems),
            }
        }
        plan.sections = built.into();
        Self { plan, file, headline, declared: totals, sections, unread }
    }

    /// The path of every item written in the plan, and of every section of it that could not be read: such of
    /// them as are not there were left out for a mistake of their own.
    pub(super) fn broken(&self) -> Vec<String> {
        let plan = &self.plan;
        let mut paths: Vec<String> =
            self.unread.iter().map(|section| format!("{}/{section}", plan.id)).collect();
        for (section, draft) in plan.sections.iter().zip(&self.sections) {
            paths.extend(draft.left_out.iter().map(|item| format!("{}/{}/{item}", plan.id, section.id)));
        }
        paths
    }
}

/// The plan without its sections and headline.
fn plan(id: PlanId, raw: raw::Plan<'_>, file: &mut File) -> Plan {
    let none = Sources::default();
    let mut builder = Builder::new(file, &none);
    let title = builder.needed(raw.title).unwrap_or_else(|| id.as_str().into());
    let first = |title: &Text| title.chars().take(4).collect::<String>().into();
    let period = builder.date(raw.period);
    let sources = sources(raw.source, &mut builder);
    Plan {
        short: builder.needed(raw.short).unwrap_or_else(|| first(&title)),
        short_en: builder.text(raw.short_en),
        id,
        title,
        en: builder.text(raw.en),
        order: count(raw.order).unwrap_or(u32::MAX),
        issuer: builder.text(raw.issuer),
        issuer_en: builder.text(raw.issuer_en),
        period,
        bottom_line: builder.text(raw.bottom_line),
        bottom_line_en: builder.text(raw.bottom_line_en),
        note: builder.text(raw.note),
        declared: declared(&raw.declared),
        listed: Listed::default(),
        sources,
        sections: Box::default(),
        headline: Box::default(),
    }
}

/// What the items of the plan may name as sources; `written` are the ids of all its sources.
fn known_sources(plan: &Plan, written: Vec<Text>, file: &File) -> Sources {
    let ids: Vec<_> = plan.sources.iter().map(|source| source.id.clone()).collect();
    let broken = written.into_iter().filter(|id| ids.iter().all(|known| *known.as_str() != **id)).collect();
    Sources { ids, broken, lost: file.lost_a_table(Some("source")), ..Sources::default() }
}

/// The sources of the plan, each id once.
fn sources(raw: Vec<raw::Source<'_>>, builder: &mut Builder<'_, '_>) -> Box<[Source]> {
    let mut sources: Vec<Source> = Vec::with_capacity(raw.len());
    let mut places = HashMap::new();
    for each in raw {
        let span = each.id.as_ref().map_or(0..0, Written::span);
        let Some(source) = builder.plan_source(each) else { continue };
        if let Some(first) = places.get(&source.id).map(|at| builder.file.line(*at)) {
            builder.file.wrong(&span, Reason::RepeatedId { id: source.id.to_string(), first });
            continue;
        }
        places.insert(source.id.clone(), span.start);
        sources.push(source);
    }
    sources.into()
}

/// A file and its name without `.toml`.
type Named<'s> = (&'s str, &'s Arc<dyn LazyFile>);

/// Where the file called `name` stands among those of a plan.
fn place(files: &[Named<'_>], name: &str) -> Option<usize> {
    files.binary_search_by(|(known, _)| (*known).cmp(name)).ok()
}

/// The section files in reading order: those named first, then those nobody named.
fn section_files<'s>(file: &mut File, wanted: &[Written<'_>], files: &[Named<'s>]) -> Vec<Named<'s>> {
    let mut left: Vec<Option<Named<'s>>> = files.iter().map(|file| Some(*file)).collect();
    let mut take = |name: &str| left.get_mut(place(files, name)?)?.take();
    take("plan");
    let mut found = Vec::new();
    for (nth, name) in wanted.iter().enumerate() {
        if let Some(entry) = take(name.get_ref()) {
            found.push(entry);
            continue;
        }
        let earlier = wanted.iter().take(nth).find(|earlier| earlier.get_ref() == name.get_ref());
        if let Some(earlier) = earlier {
            let first = file.line(earlier.span().start);
            file.wrong(&name.span(), Reason::RepeatedId { id: name.get_ref().to_string(), first });
            continue;
        }
        let known = files.iter().map(|(known, _)| *known).filter(|known| *known != "plan");
        let near = nearest(name.get_ref(), known).map(str::to_owned);
        let id = name.get_ref().to_string();
        file.wrong(&name.span(), Reason::Dangling { what: Referent::Section, id, near });
    }
    found.extend(left.into_iter().flatten());
    found
}

/// One section and what is needed to link it, or its problems where it can't be read.
fn section(source: &dyn LazyFile, sources: &Sources) -> Result<(Section, SectionDraft), Vec<Problem>> {
    let (mut file, name) = (source.file(), name_of(source.path()));
    let text = text_of(source.read(), &mut file);
    let raw = text.and_then(|text| read::<raw::Section<'_>>(&mut file, text, &SECTION));
    let id = SectionId::new(name);
    let (Some(raw), Some(id)) = (raw, id.clone()) else {
        if id.is_none() {
            file.wrong_whole(Reason::BadId(name.to_owned()));
        }
        return Err(file.problems);
    };
    let declared = totals(&raw.declared);
    let mut builder = Builder::new(&mut file, sources);
    let section = builder.section(id, raw);
    let left_out = builder.left_out(&section);
    let Builder { related, in_series, .. } = builder;
    let related = related.into_iter().map(|(item, path)| (item, file.reference(&path))).collect();
    Ok((section, SectionDraft { file, related, left_out, in_series, declared }))
}

/// The text of the file; where it has none, notes that.
fn text_of<'s>(source: &'s SourceFile, file: &mut File) -> Option<&'s str> {
    match &source.text {
        Ok(text) => Some(text),
        Err(reason) => {
            file.wrong_whole(reason.clone());
            None
        }
    }
}

fn totals(raw: &raw::Declared) -> Vec<Total> {
    [("parts", &raw.parts), ("measures", &raw.measures), ("tasks", &raw.tasks)]
        .into_iter()
        .filter_map(|(what, total)| {
            let total = total.as_ref()?;
            Some(Total { what, declared: *total.get_ref(), span: total.span() })
        })
        .collect()
}
