//! What to mark in the texts of a hit: the characters that were typed, or that sound as typed, or the figure whose
//! number was asked for.

use super::field::Field;
use super::found::Mark;
use super::index::Part;
use super::key::Wide;
use super::narrow::Narrow;
use super::needle::{How, Needle, Probe};
use super::query::Word;
use super::units::Units;
use crate::sort;
use std::ops::Range;

/// The marks of an owner of a part for all words.
pub(super) fn of(words: &[&Word], (part, owner): (&Part, u32), units: &Units) -> Vec<Mark> {
    let all = words.iter().flat_map(|word| {
        let mut marks = of_texts(word, part, owner);
        marks.extend(figure(word, (part, owner), units));
        marks
    });
    let mut marks: Vec<Mark> = all.collect();
    let key = |mark: &Mark| (mark.field, mark.range.start, mark.range.end);
    sort::by_key(&mut marks, key);
    let mut apart: Vec<Mark> = Vec::new();
    for mark in marks {
        match apart.last_mut().filter(|last| last.field == mark.field && mark.range.start <= last.range.end) {
            Some(last) => last.range.end = last.range.end.max(mark.range.end),
            None => apart.push(mark),
        }
    }
    apart
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
    let range = segment.labels.bytes(&span, span.range.clone());
    Some(Mark { field: Field::Figure, range })
}

fn wide<'a>(key: &Wide, needle: &Needle, owner: u32, probes: impl Iterator<Item = &'a Probe>) -> Vec<Mark> {
    let mut found: Vec<(How, Range<usize>)> = Vec::new();
    for probe in probes {
        key.scan(needle, probe, &key.spans.of(owner), &mut |places, how| {
            found.push((how, places));
            0
        });
    }
    if found.is_empty() {
        return Vec::new();
    }
    sort::by_key(&mut found, |(_, places)| places.start);
    let located = found.into_iter().filter_map(|(how, places)| {
        let span = key.spans.field(places.start)?;
        Some((how, Mark { field: span.field, range: key.bytes(&span, places) }))
    });
    best(located.collect())
}

fn narrow(key: &Narrow, needle: &Needle, owner: u32) -> Vec<Mark> {
    let mut marks = Vec::new();
    key.scan(needle, &key.spans.of(owner), &mut |places| {
        if let Some(span) = key.spans.field(places.start) {
            marks.push(Mark { field: span.field, range: key.bytes(&span, places) });
        }
    });
    marks
}

/// Of each field the marks that came about in the best way: where the characters stand, their sound does not count.
fn best(marks: Vec<(How, Mark)>) -> Vec<Mark> {
    let ways: Vec<(Field, How)> = marks.iter().map(|(how, mark)| (mark.field, *how)).collect();
    let is_best = |how: How, field: Field| ways.iter().all(|(of, other)| *of != field || how <= *other);
    marks.into_iter().filter(|(how, mark)| is_best(*how, mark.field)).map(|(_, mark)| mark).collect()
}
