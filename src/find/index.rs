//! The index of a library, in segments. A segment serves one library after the next for as long as its plans stay the
//! same, so that what changed is all that is read again. It borrows nothing and can be searched from any thread.

use super::groups::{Group, Make, regrouped};
use super::query::Query;
use super::recent::Recent;
use super::segment::Segment;
use super::units::Units;
use super::words::Words;
use crate::crew;
use crate::plan::Library;
use std::sync::{Arc, OnceLock};

/// All that can be found of a library, and how to find it.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) groups: Vec<Group>,
    pub(super) parts: Vec<Part>,
    pub(super) units: Units,
    words: OnceLock<Words>,
    pub(super) recent: Recent,
    len: usize,
    make: Make,
}

/// A segment and where it stands.
#[derive(Debug)]
pub(super) struct Part {
    pub segment: Arc<Segment>,
    /// The group that it is of.
    pub group: usize,
    /// The owner that its first is among those of the whole index.
    pub base: u32,
    /// The plan of the library that its first is.
    pub first_plan: usize,
    /// Of each of its units, which it is among those of the whole index.
    pub units: Vec<u32>,
}

impl Index {
    /// The index of every item of a library.
    pub fn build(library: &Library) -> Self {
        Self::default().update(library)
    }

    /// The index of nothing, which when updated makes segments of about so many items.
    pub fn in_segments_of(items: usize) -> Self {
        Self { make: Make { size: items.max(1), ..Make::default() }, ..Self::default() }
    }

    /// The index of another library that shares plans with this one's: only what is not the same is read.
    #[must_use]
    pub fn update(&self, library: &Library) -> Self {
        Self::of(regrouped(&self.groups, &library.plans, self.make), self.make)
    }

    /// An index that answers this query as any would, and perhaps no other: for one search and no more.
    pub fn once(library: &Library, query: &Query) -> Self {
        let make = Make { heard: query.is_heard(), ..Make::default() };
        Self::of(regrouped(&[], &library.plans, make), make)
    }

    fn of(groups: Vec<Group>, make: Make) -> Self {
        let mut index = Self { make, ..Self::default() };
        let mut first_plan = 0;
        for (nth, group) in groups.iter().enumerate() {
            for segment in &group.segments {
                let units = segment.units.iter().map(|unit| index.units.number(unit)).collect();
                let base = index.len as u32;
                index.len += segment.len();
                index.parts.push(Part { segment: Arc::clone(segment), group: nth, base, first_plan, units });
            }
            first_plan += group.plans.len();
        }
        index.groups = groups;
        index
    }

    /// How many items it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes of memory that it takes.
    pub fn memory(&self) -> usize {
        let parts: usize = self.parts.iter().map(|part| part.segment.memory() + 4 * part.units.len()).sum();
        parts + self.words.get().map_or(0, Words::memory) + self.recent.memory()
    }

    /// Every English word; put together when first asked for, for few searches find nothing.
    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            let shares = self.parts.chunks(self.parts.len().div_ceil(16).max(1));
            let lists = self.map(shares, |parts| Words::merged(parts.iter().map(|part| &part.segment.words)));
            Words::merged(lists.iter())
        })
    }

    /// What `work` makes of each thing of a search, in their order: on all cores, unless the index is so small that
    /// other threads would take longer to begin than the work to be done.
    pub(super) fn map<T: Send, R: Send>(
        &self,
        things: impl ExactSizeIterator<Item = T> + Send,
        work: impl Fn(T) -> R + Sync,
    ) -> Vec<R> {
        if self.len < 32_000 { things.map(work).collect() } else { crew::map(things, work) }
    }
}
