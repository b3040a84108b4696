//! Where in a long key each owner's texts stand, and whose each place is.

use super::field::Field;
use std::ops::Range;

/// Owners (items, or sections and plans) one after another, each with its fields one after another.
#[derive(Debug, Default)]
pub(super) struct Spans {
    owners: Starts,
    /// A field ends one place before the next begins.
    starts: Starts,
    fields: Vec<Field>,
}

/// Where each of many things in a key begins; once closed, one more at the end.
#[derive(Debug, Default)]
struct Starts {
    at: Vec<u32>,
    /// Of every [`STEP`] places, which thing the first of them belongs to: that of any is between it and the next.
    near: Vec<u32>,
}

/// So many places are near to one another.
const STEP: usize = 256;

impl Starts {
    fn close(&mut self, end: usize) {
        self.at.push(end as u32);
        self.at.shrink_to_fit();
        let firsts = (0..end).step_by(STEP);
        self.near = firsts.map(|place| self.last(0..self.at.len(), place) as u32).collect();
    }

    /// The last of some things that does not begin after `place`; the first if all do.
    fn last(&self, things: Range<usize>, place: usize) -> usize {
        let starts = self.at.get(things.clone()).unwrap_or(&[]);
        things.start + starts.partition_point(|start| *start as usize <= place).saturating_sub(1)
    }

    /// The thing at a place.
    fn thing(&self, place: usize) -> usize {
        let near = |nth: usize| self.near.get(nth).map(|near| *near as usize);
        let from = near(place / STEP).unwrap_or(0);
        self.last(from..near(place / STEP + 1).map_or(self.at.len(), |last| last + 1), place)
    }

    /// The places of a thing.
    fn places(&self, thing: usize) -> Range<usize> {
        match self.at.get(thing..).unwrap_or(&[]) {
            [from, to, ..] => *from as usize..*to as usize,
            _ => 0..0,
        }
    }

    fn size(&self) -> usize {
        4 * (self.at.len() + self.near.len())
    }
}

/// A field in a key.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub field: Field,
    /// Its places in the key.
    pub range: Range<usize>,
}

impl Spans {
    /// Begins the next owner at `at`.
    pub(super) fn begin(&mut self, at: usize) {
        self.owners.at.push(at as u32);
    }

    /// Begins a field of the last owner at `at`.
    pub(super) fn begin_field(&mut self, field: Field, at: usize) {
        self.starts.at.push(at as u32);
        self.fields.push(field);
    }

    /// Ends the key at `at`.
    pub(super) fn close(&mut self, at: usize) {
        self.owners.close(at);
        self.starts.close(at);
        self.fields.shrink_to_fit();
    }

    /// The places of an owner.
    pub(super) fn of(&self, owner: u32) -> Range<usize> {
        self.owners.places(owner as usize)
    }

    /// The owner at a place.
    pub(super) fn owner(&self, place: usize) -> usize {
        self.owners.thing(place)
    }

    /// The field at a place.
    pub(super) fn field(&self, place: usize) -> Option<Span> {
        let nth = self.starts.thing(place);
        let places = self.starts.places(nth);
        Some(Span { field: *self.fields.get(nth)?, range: places.start..places.end.saturating_sub(1) })
    }

    /// Where the texts within places begin.
    pub(super) fn starts(&self, range: &Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let from = self.starts.at.partition_point(|start| (*start as usize) < range.start);
        let end = range.end;
        self.starts.at.iter().skip(from).map(|start| *start as usize).take_while(move |start| *start < end)
    }

    /// A field of an owner.
    pub(super) fn whole(&self, owner: u32, field: Field) -> Option<Span> {
        self.starts(&self.of(owner)).filter_map(|start| self.field(start)).find(|span| span.field == field)
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        self.owners.size() + self.starts.size() + size_of::<Field>() * self.fields.len()
    }
}
