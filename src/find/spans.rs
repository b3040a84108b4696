//! Where in a long key each owner's texts stand, and how a place in the key leads back to bytes of the text.

use super::field::Field;
use super::fold::Kept;
use std::ops::Range;

/// Owners (items, or sections and plans) one after another, each with its fields one after another.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// Where each owner begins; one more at the end.
    owners: Vec<u32>,
    /// Where each field begins, and which it is. It ends one place before the next begins.
    starts: Vec<u32>,
    fields: Vec<Field>,
    /// Where a character of the key is not what the key says in bytes of the text, or stands after some that
    /// the key has not.
    gaps: Vec<Gap>,
}

/// A place of a key where bytes of the text are not those of the key.
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
    pub owner: u32,
    pub field: Field,
    /// Its places in the key.
    pub range: Range<usize>,
}

/// Where the last place was found.
#[derive(Debug, Default)]
pub(super) struct Cursor {
    place: usize,
    owner: usize,
    field: usize,
}

/// Writes the gaps of one field while its characters are pushed.
pub(super) struct Pen {
    /// Where the next character begins in the text, if nothing is skipped.
    next: usize,
}

impl Spans {
    /// Begins the next owner at `at`.
    pub(super) fn begin(&mut self, at: usize) {
        self.owners.push(at as u32);
    }

    /// Begins a field of the last owner at `at`.
    pub(super) fn begin_field(&mut self, field: Field, at: usize) -> Pen {
        self.starts.push(at as u32);
        self.fields.push(field);
        Pen { next: 0 }
    }

    /// Notes that the character `kept` stands at `at` and takes `len` bytes by the key.
    pub(super) fn note(&mut self, pen: &mut Pen, at: usize, kept: Kept, len: usize) {
        let skipped = kept.at - pen.next;
        if skipped > 0 || kept.len != len {
            let skipped = u16::try_from(skipped).unwrap_or(u16::MAX);
            self.gaps.push(Gap { at: at as u32, skipped, len: kept.len as u16 });
        }
        pen.next = kept.at + kept.len;
    }

    /// Ends the key at `at`.
    pub(super) fn close(&mut self, at: usize) {
        self.owners.push(at as u32);
        self.starts.push(at as u32);
        for list in [&mut self.owners, &mut self.starts] {
            list.shrink_to_fit();
        }
        self.fields.shrink_to_fit();
        self.gaps.shrink_to_fit();
    }

    /// The places of an owner.
    pub(super) fn of(&self, owner: u32) -> Range<usize> {
        let at = owner as usize;
        match (self.owners.get(at), self.owners.get(at + 1)) {
            (Some(from), Some(to)) => *from as usize..*to as usize,
            _ => 0..0,
        }
    }

    /// A cursor at the beginning of an owner.
    pub(super) fn cursor(&self, owner: u32) -> Cursor {
        let place = self.of(owner).start;
        let after = self.starts.partition_point(|start| *start as usize <= place);
        Cursor { place, owner: owner as usize, field: after.saturating_sub(1) }
    }

    /// The owner at a place. Places asked for in rising order are found at once.
    pub(super) fn owner(&self, cursor: &mut Cursor, at: usize) -> usize {
        if at < cursor.place {
            *cursor = Cursor::default();
        }
        cursor.place = at;
        cursor.owner += seek(self.owners.get(cursor.owner..).unwrap_or(&[]), at);
        cursor.owner
    }

    /// The field at a place whose owner has just been found.
    pub(super) fn field_at(&self, cursor: &mut Cursor, at: usize) -> Option<Span> {
        cursor.field += seek(self.starts.get(cursor.field..)?, at);
        let from = *self.starts.get(cursor.field)? as usize;
        let to = (*self.starts.get(cursor.field + 1)? as usize).saturating_sub(1);
        Some(Span { owner: cursor.owner as u32, field: *self.fields.get(cursor.field)?, range: from..to })
    }

    /// The owner and field at a place.
    pub(super) fn locate(&self, cursor: &mut Cursor, at: usize) -> Option<Span> {
        self.owner(cursor, at);
        self.field_at(cursor, at)
    }

    /// Where the texts within places begin.
    pub(super) fn starts(&self, range: &Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let from = self.starts.partition_point(|start| (*start as usize) < range.start);
        let end = range.end;
        self.starts.iter().skip(from).map(|start| *start as usize).take_while(move |start| *start < end)
    }

    /// All places of a field of an owner.
    pub(super) fn whole(&self, owner: u32, field: Field) -> Option<Span> {
        let mut cursor = self.cursor(owner);
        let mut places = self.of(owner);
        while !places.is_empty() {
            let span = self.locate(&mut cursor, places.start)?;
            if span.field == field {
                return Some(span);
            }
            places.start = span.range.end + 1;
        }
        None
    }

    /// The bytes of the text that places of a field stand for; `len` is what a place takes by the key.
    pub(super) fn bytes(
        &self,
        span: &Span,
        range: Range<usize>,
        len: impl Fn(usize) -> usize,
    ) -> Range<usize> {
        let mut gaps = self.gaps.get(self.gaps.partition_point(|gap| (gap.at as usize) < span.range.start)..);
        let (mut at, mut from, mut to) = (0, 0, 0);
        for place in span.range.start..range.end {
            let gap = gaps.and_then(<[Gap]>::first).filter(|gap| gap.at as usize == place);
            let (skipped, len) =
                gap.map_or((0, len(place)), |gap| (usize::from(gap.skipped), gap.len.into()));
            if gap.is_some() {
                gaps = gaps.and_then(|gaps| gaps.get(1..));
            }
            at += skipped;
            if place == range.start {
                from = at;
            }
            at += len;
            to = at;
        }
        from..to
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        4 * (self.owners.len() + self.starts.len())
            + size_of::<Field>() * self.fields.len()
            + size_of::<Gap>() * self.gaps.len()
    }
}

/// The last of rising `starts` that is not after `at`, in steps that double: near ones are found at once.
fn seek(starts: &[u32], at: usize) -> usize {
    let mut step = 1;
    while starts.get(step).is_some_and(|start| *start as usize <= at) {
        step *= 2;
    }
    let tail = starts.get(step / 2..starts.len().min(step + 1)).unwrap_or(&[]);
    (step / 2 + tail.partition_point(|start| *start as usize <= at)).saturating_sub(1)
}
