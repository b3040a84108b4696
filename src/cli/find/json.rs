//! The hits for programs, as JSON. Its shape is versioned: a new field keeps the version, a field that goes
//! or changes its meaning raises it.

use serde_json::{Value, json};

use super::command::Answer;
use crate::export::amount;
use crate::find::Hit;
use crate::plan::shape::NUMBER_KINDS;
use crate::plan::{Item, Number, Slot, Source};

/// The version of the shape.
const VERSION: u32 = 1;

/// The answer as one JSON document.
pub(super) fn document(answer: &Answer<'_>) -> String {
    let found = answer.found;
    let hits: Vec<Value> = found.hits.iter().filter_map(|hit| one(answer, hit)).collect();
    let document = json!({
        "format": "jianbao-find",
        "version": VERSION,
        "query": answer.words,
        "searched": found.corrected.as_ref().map(|corrected| corrected.used.as_str()),
        "total": found.total,
        "complete": !found.more,
        "hits": hits,
    });
    format!("{document:#}\n")
}

fn one(answer: &Answer<'_>, hit: &Hit) -> Option<Value> {
    let item = answer.library.item(hit.item)?;
    let sources: Vec<Value> = answer.library.sources_of(hit.item).into_iter().map(source).collect();
    Some(json!({
        "path": answer.library.path(hit.item),
        "kind": kind(hit.item.slot),
        "heading": item.heading(),
        "en": item.base().en,
        "date": item.date().map(|date| json!({"edtf": date.written(), "words": date.words(answer.lang)})),
        "number": match item {
            Item::Number(number) => Some(figure(number)),
            _ => None,
        },
        "note": Some(&item.base().more.note).filter(|note| !note.is_empty()),
        "sources": sources,
    }))
}

fn figure(number: &Number) -> Value {
    let (figure, kind) = (&number.figure, NUMBER_KINDS.get(number.kind as usize));
    json!({
        "written": figure.written(),
        "qualifier": figure.qualifier_word(),
        "low": amount(figure.low()),
        "high": amount(figure.high()),
        "unit": figure.unit().text(),
        "kind": kind,
        "counts": Some(&number.counts).filter(|counts| !counts.is_empty()),
    })
}

fn source(source: &Source) -> Value {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    json!({
        "id": source.id.as_str(),
        "outlet": source.outlet,
        "title": source.title,
        "date": source.date.written(),
        "page": some(&source.page),
        "url": some(&source.url),
    })
}

fn kind(slot: Slot) -> &'static str {
    match slot {
        Slot::Measure(_) => "measure",
        Slot::Task(..) => "task",
        Slot::Number(_) => "number",
        Slot::Event(_) => "event",
        Slot::Voice(_) => "voice",
        Slot::Term(_) => "term",
    }
}
