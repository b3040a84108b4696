//! What to mark in the texts of a hit: the characters that were typed, or that sound as typed, or the figure whose
//! number was asked for.

use super::field::Field;
use super::fold::kept;
use super::found::Mark;
use super::index::Part;
use super::key::Wide;
use super::narrow::Narrow;
use super::needle::{How, Needle, Probe};
use super::query::Word;
use super::spans::Span;
use super::units::Units;
use crate::sort;
use std::ops::Range;

/// The marks of an owner of a part for all words; `text` is what the item has in a field.
pub(super) fn of<'t>(
    words: &[&Word],
    (part, owner): (&Part, u32),
    units: &Units,
    text: impl Fn(Field) -> &'t str,
) -> Vec<Mark> {
    let all = words.iter().flat_map(|word| {
        let mut marks = of_texts(word, part, owner);
        marks.extend(figure(word, (part, owner), units));
        marks
    });
    let mut marks: Vec<Mark> = all.collect();
    let key = |mark: &Mark| (mark.field, mark.range.start, mark.range.end);
    sort::by_key(&mut marks, key);
    join(&mut marks, |end, start| start < end);
    for of_field in marks.chunk_by_mut(|one, other| one.field == other.field) {
        in_bytes(of_field, &text);
    }
    join(&mut marks, |end, start| start <= end);
    marks
}

/// Makes one of marks that meet by where one ends and the next starts; they are in order.
fn join(marks: &mut Vec<Mark>, meet: impl Fn(usize, usize) -> bool) {
    marks.dedup_by(|mark, last| {
        let joins = last.field == mark.field && meet(last.range.end, mark.range.start);
        if joins {
            last.range.end = last.range.end.max(mark.range.end);
        }
        joins
    });
}

/// Turns the places of a field that marks have so far, one after the other, into bytes of its text.
fn in_bytes<'t>(marks: &mut [Mark], text: impl Fn(Field) -> &'t str) {
    let Some(field) = marks.first().map(|mark| mark.field) else { return };
    let width = |c: char| if field.is_english() { c.len_utf8() } else { c.len_utf16() };
    let mut ranges = marks.iter_mut().map(|mark| &mut mark.range);
    let Some(mut range) = ranges.next() else { return };
    let (mut place, mut from) = (0, 0);
    for kept in kept(text(field)) {
        if range.start == place {
            from = kept.at;
        }
        place += width(kept.folded);
        if range.end <= place {
            *range = from..kept.at + kept.len;
            let Some(next) = ranges.next() else { return };
            range = next;
        }
    }
}

fn of_texts(word: &Word, part: &Part, owner: u32) -> Vec<Mark> {
    let segment = &part.segment;
    let mut marks = Vec::new();
    let needle = &word.needle;
    let names = || needle.in_names().chain(needle.initials());
    marks.extend(wide(&segment.labels, needle, owner, names()));
    marks.extend(wide(&segment.details, needle, owner, needle.in_details().chain(needle.heard_in_details())));
    marks.extend(narrow(&segment.english, needle, owner));
    for context in segment.contexts.of(owner) {
        marks.extend(wide(&segment.contexts.wide, needle, context as u32, names()));
        marks.extend(narrow(&segment.contexts.narrow, needle, context as u32));
    }
    marks
}

/// The whole figure of an item, if its number answers.
fn figure(word: &Word, (part, owner): (&Part, u32), units: &Units) -> Option<Mark> {
    let segment = &part.segment;
    let at = segment.figures.binary_search_by_key(&owner, |figure| figure.owner).ok()?;
    let figure = segment.figures.get(at)?;
    let unit = units.all().get(*part.units.get(figure.unit as usize)? as usize)?;
    word.numbers.iter().find(|asked| asked.takes(unit) && asked.meets(figure))?;
    let span = segment.labels.spans.whole(owner, Field::Figure)?;
    Some(mark(&span, &span.range))
}

fn wide<'a>(key: &Wide, needle: &Needle, owner: u32, probes: impl Iterator<Item = &'a Probe>) -> Vec<Mark> {
    let mut found = Vec::new();
    for probe in probes {
        key.scan(needle, probe, &key.spans.of(owner), &mut |places, how| {
            found.extend(key.spans.field(places.start).map(|span| (how, mark(&span, &places))));
            0
        });
    }
    best(found)
}

fn narrow(key: &Narrow, needle: &Needle, owner: u32) -> Vec<Mark> {
    let mut marks = Vec::new();
    key.scan(needle, &key.spans.of(owner), &mut |places| {
        marks.extend(key.spans.field(places.start).map(|span| mark(&span, &places)));
    });
    marks
}

/// A mark at places of a key, counted from where its field begins.
fn mark(span: &Span, places: &Range<usize>) -> Mark {
    Mark { field: span.field, range: places.start - span.range.start..places.end - span.range.start }
}

/// Of each field the marks that came about in the best way: where the characters stand, their sound does not count.
fn best(marks: Vec<(How, Mark)>) -> Vec<Mark> {
    let ways: Vec<(Field, How)> = marks.iter().map(|(how, mark)| (mark.field, *how)).collect();
    let is_best = |how: How, field: Field| ways.iter().all(|(of, other)| *of != field || how <= *other);
    marks.into_iter().filter(|(how, mark)| is_best(*how, mark.field)).map(|(_, mark)| mark).collect()
}
