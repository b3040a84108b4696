//! Where in a long key each owner's texts stand, and how a place in the key leads back to bytes of the text.

use super::field::Field;
use super::fold::Kept;
use std::ops::Range;

/// Owners (items, or sections and plans) one after another, each with its fields one after another.
#[derive(Debug, Default)]
pub(super) struct Spans {
    owners: Starts,
    /// A field ends one place before the next begins.
    starts: Starts,
    fields: Vec<Field>,
    /// Where a character of the key is not what the key says in bytes of the text.
    gaps: Vec<Gap>,
}

/// Where each of many things in a key begins; once closed, one more at the end.
#[derive(Debug, Default)]
struct Starts {
    at: Vec<u32>,
    /// Of every [`STEP`] places, which thing the first of them belongs to: from there it is a few steps to that of any.
    near: Vec<u32>,
}

/// So many places are near to one another.
const STEP: usize = 32;

impl Starts {
    fn close(&mut self, end: usize) {
        self.at.push(end as u32);
        self.at.shrink_to_fit();
        let mut thing = 0;
        for place in (0..end).step_by(STEP) {
            thing = self.after(thing, place);
            self.near.push(thing as u32);
        }
        self.near.shrink_to_fit();
    }

    /// The last thing that does not begin after `place`, and is not before `thing`.
    fn after(&self, thing: usize, place: usize) -> usize {
        let rest = self.at.get(thing + 1..).unwrap_or(&[]);
        thing + rest.iter().take_while(|start| **start as usize <= place).count()
    }

    /// The thing at a place.
    fn thing(&self, place: usize) -> usize {
        self.after(self.near.get(place / STEP).map_or(0, |near| *near as usize), place)
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

/// The bytes of a text that a place of its key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bytes {
    /// Those before it that are not in the key.
    pub skipped: usize,
    /// Its own.
    pub own: usize,
}

/// A place of a key where bytes of the text are not those that the key says.
#[derive(Clone, Copy, Debug)]
struct Gap {
    /// The place in the key.
    at: u32,
    /// Bytes of the text that come before and are not in the key.
    skipped: u16,
    /// Bytes that the character takes in the text.
    len: u16,
}

/// A field in a key.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub field: Field,
    /// Its places in the key.
    pub range: Range<usize>,
}

/// Writes the gaps of one field while its characters are pushed.
pub(super) struct Pen {
    /// Where the next character begins in the text, if nothing is skipped.
    next: usize,
}

impl Spans {
    /// Begins the next owner at `at`.
    pub(super) fn begin(&mut self, at: usize) {
        self.owners.at.push(at as u32);
    }

    /// Begins a field of the last owner at `at`.
    pub(super) fn begin_field(&mut self, field: Field, at: usize) -> Pen {
        self.starts.at.push(at as u32);
        self.fields.push(field);
        Pen { next: 0 }
    }

    /// Notes that the character `kept` stands at `at`, where the key says that `bytes` are its own.
    #[inline]
    pub(super) fn note(&mut self, pen: &mut Pen, at: usize, kept: Kept, bytes: Bytes) {
        let skipped = kept.at - pen.next;
        if bytes != (Bytes { skipped, own: kept.len }) {
            let skipped = u16::try_from(skipped).unwrap_or(u16::MAX);
            self.gaps.push(Gap { at: at as u32, skipped, len: kept.len as u16 });
        }
        pen.next = kept.at + kept.len;
    }

    /// Ends the key at `at`.
    pub(super) fn close(&mut self, at: usize) {
        self.owners.close(at);
        self.starts.close(at);
        self.fields.shrink_to_fit();
        self.gaps.shrink_to_fit();
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

    /// The bytes of the text that places of a field stand for; `says` is what the key says of a place.
    pub(super) fn bytes(
        &self,
        span: &Span,
        range: Range<usize>,
        says: impl Fn(usize) -> Bytes,
    ) -> Range<usize> {
        let mut gaps = self.gaps.get(self.gaps.partition_point(|gap| (gap.at as usize) < span.range.start)..);
        let (mut at, mut from, mut to) = (0, 0, 0);
        for place in span.range.start..range.end {
            let bytes = match gaps.and_then(<[Gap]>::split_first).filter(|(gap, _)| gap.at as usize == place)
            {
                Some((gap, rest)) => {
                    gaps = Some(rest);
                    Bytes { skipped: gap.skipped.into(), own: gap.len.into() }
                }
                None => says(place),
            };
            at += bytes.skipped;
            if place == range.start {
                from = at;
            }
            at += bytes.own;
            to = at;
        }
        from..to
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        self.owners.size()
            + self.starts.size()
            + size_of::<Field>() * self.fields.len()
            + size_of::<Gap>() * self.gaps.len()
    }
}
