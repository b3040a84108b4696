//! Which part of a library is wanted: all of it, a plan, a section, an item. Named by a path as people type it;
//! one that names nothing comes back with the nearest that does.

use super::texts::texts;
use crate::lang::{Lang, fill};
use crate::plan::{ItemRef, Library, Plan, Section, nearest};

/// A part of a library, by the indexes of the library it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Every plan.
    Library,
    /// One plan.
    Plan(usize),
    /// A section: indexes of its plan and of itself.
    Section(usize, usize),
    /// One item; a measure with its tasks.
    Item(ItemRef),
}

/// What a part of a path should have named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// The first part.
    Plan,
    /// The second part.
    Section,
    /// The third part.
    Item,
}

/// A path that names nothing in the library.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.words(Lang::En))]
pub struct UnknownPath {
    /// Which part of it is at fault.
    pub level: Level,
    /// The path as far as that part.
    pub written: String,
    /// The nearest path there is, when it is near enough to be meant.
    pub near: Option<String>,
}

impl UnknownPath {
    /// What is wrong and what may have been meant, in the reader's language.
    pub fn words(&self, lang: Lang) -> String {
        let t = texts(lang);
        let sentence = match self.level {
            Level::Plan => t.unknown_plan,
            Level::Section => t.unknown_section,
            Level::Item => t.unknown_item,
        };
        let mut words = fill(sentence, &[("path", &self.written)]);
        if let Some(near) = &self.near {
            words += &fill(lang.problems().near, &[("near", near)]);
        }
        words
    }
}

impl Scope {
    /// Reads `plan`, `plan/section` or `plan/section/item`; the empty path is the whole library. A slash at the
    /// end, which shells like to add, is let pass.
    pub fn parse(library: &Library, path: &str) -> Result<Self, UnknownPath> {
        let path = path.trim().trim_end_matches('/');
        if path.is_empty() {
            return Ok(Self::Library);
        }
        let mut parts = path.splitn(3, '/');
        let plan_id = parts.next().unwrap_or_default();
        let plans = library.plans.iter().map(|plan| plan.id.as_str());
        let at = position(plan_id, plans, Level::Plan, "")?;
        let (Some(section_id), Some(plan)) = (parts.next(), library.plans.get(at)) else {
            return Ok(Self::Plan(at));
        };
        let sections = plan.sections.iter().map(|section| section.id.as_str());
        let section = position(section_id, sections, Level::Section, &format!("{plan_id}/"))?;
        match (parts.next(), plan.sections.get(section)) {
            (Some(item_id), Some(it)) => {
                item(it, item_id, plan).map(|slot| Self::Item(ItemRef { plan: at, section, slot }))
            }
            _ => Ok(Self::Section(at, section)),
        }
    }

    /// The path that names it; empty for the whole library and for what the library does not have.
    pub fn path(self, library: &Library) -> String {
        let plan = |at: usize| library.plans.get(at);
        match self {
            Self::Library => None,
            Self::Plan(at) => plan(at).map(|plan| plan.id.to_string()),
            Self::Section(at, section) => {
                plan(at).and_then(|plan| Some(format!("{}/{}", plan.id, plan.sections.get(section)?.id)))
            }
            Self::Item(at) => library.path(at),
        }
        .unwrap_or_default()
    }
}

/// The slot of the item called `id`.
fn item(section: &Section, id: &str, plan: &Plan) -> Result<crate::plan::Slot, UnknownPath> {
    let named: Vec<_> =
        section.slots().filter_map(|slot| Some((section.item(slot)?.base().id.as_str(), slot))).collect();
    let prefix = format!("{}/{}/", plan.id, section.id);
    let at = position(id, named.iter().map(|(id, _)| *id), Level::Item, &prefix)?;
    named.get(at).map(|(_, slot)| *slot).ok_or_else(|| unknown(Level::Item, &prefix, id, None))
}

/// The index of `id` among `known`.
fn position<'a>(
    id: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    level: Level,
    prefix: &str,
) -> Result<usize, UnknownPath> {
    let found = known.clone().position(|each| each == id);
    found.ok_or_else(|| unknown(level, prefix, id, nearest(id, known)))
}

fn unknown(level: Level, prefix: &str, id: &str, near: Option<&str>) -> UnknownPath {
    let id = crate::text::sanitize(id).text.into_owned();
    UnknownPath { level, written: format!("{prefix}{id}"), near: near.map(|near| format!("{prefix}{near}")) }
}
