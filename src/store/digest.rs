//! A digest of what an item says, to know later whether it still says the same. No protection against
//! anyone who wants a collision: it guards against change, not against malice.

use crate::plan::{Item, ItemRef, Library};
use crate::sort;

/// FNV-1a, 64 bits (draft-eastlake-fnv): small, and the same on every machine and in every version, which
/// the hasher of the standard library does not promise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// One field, closed by a byte that no UTF-8 text holds: `甲` `乙丙` and `甲乙` `丙` differ.
    fn field(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(&[0xFF]);
    }

    pub(super) fn hex(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// The scheme of [`digest`]: to be raised with every change of what goes into it, or every item of every
/// reader would stand as changed.
pub(super) const SCHEME: i64 = 1;

/// The digest of the item at `at`, 16 hexadecimal digits.
///
/// What counts is what a reader would call another statement: heading, figure, dates, what is counted,
/// detail, caveats, which sources it names. What doesn't: where it stands, its order among others, comments,
/// tags, related items, the English gloss, and a correction to a source that a hundred items share.
pub fn digest(library: &Library, at: ItemRef) -> Option<String> {
    let item = library.item(at)?;
    let mut hash = Fnv::default();
    own_fields(&mut hash, item);
    for text in [item.heading(), date_written(item), &item.base().detail, &item.base().more.note] {
        hash.field(text);
    }
    let plan = library.plans.get(at.plan)?;
    let named = item.base().sources.iter().filter_map(|&source| plan.sources.get(source as usize));
    let mut sources: Vec<&str> = named.map(|source| source.id.as_str()).collect();
    sort::by(&mut sources, Ord::cmp);
    sources.dedup();
    for source in sources {
        hash.field(source);
    }
    Some(hash.hex())
}

/// The figure of a number as it is written; of other items nothing.
pub(super) fn figure_written(item: Item<'_>) -> &str {
    match item {
        Item::Number(number) => number.figure.written(),
        _ => "",
    }
}

/// The date of an item as it is written. A task carries its measure's, whose change is the measure's own.
pub(super) fn date_written(item: Item<'_>) -> &str {
    match item {
        Item::Task(..) => "",
        _ => item.date().map_or("", |date| date.written()),
    }
}

/// What only this kind of item has.
fn own_fields(hash: &mut Fnv, item: Item<'_>) {
    match item {
        Item::Measure(measure) => fields(hash, "measure", &[&measure.no]),
        Item::Task(..) => fields(hash, "task", &[]),
        Item::Number(number) => {
            let kind = format!("{:?}", number.kind);
            fields(hash, "number", &[number.figure.written(), &number.counts, &kind]);
        }
        Item::Event(event) => fields(hash, "event", &[&event.date_note, &event.at]),
        Item::Voice(voice) => fields(hash, "voice", &[&voice.role, &voice.said]),
        Item::Term(term) => {
            let kind = format!("{:?}", term.kind);
            fields(hash, "term", &[&kind, &term.explain]);
            term.aka.iter().for_each(|aka| hash.field(aka));
        }
    }
}

fn fields(hash: &mut Fnv, kind: &str, texts: &[&str]) {
    hash.field(kind);
    for text in texts {
        hash.field(text);
    }
}

#[cfg(test)]
mod tests {
    use super::Fnv;

    #[test]
    fn the_published_vectors_hold() {
        for (text, hex) in
            [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")]
        {
            let mut hash = Fnv::default();
            hash.bytes(text.as_bytes());
            assert_eq!(hash.hex(), hex);
        }
    }
}
