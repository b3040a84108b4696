//! The hits for people: what it is, how firm and as of when, the sources, the path.

use std::fmt::Write;

use super::command::Answer;
use crate::export::words;
use crate::lang::fill;
use crate::plan::{Item, ItemRef};
use crate::text;

/// All hits, an empty line after each, and how many there are.
pub(super) fn list(answer: &Answer<'_>) -> String {
    let found = answer.found;
    let mut out = String::new();
    if found.total == 0 {
        return out;
    }
    for hit in &found.hits {
        if let Some(item) = answer.library.item(hit.item) {
            one(&mut out, answer, hit.item, item);
        }
    }
    let t = answer.lang.cli();
    let sentence = if found.more { t.found_more } else { t.found_sum };
    let (total, shown) = (found.total.to_string(), found.hits.len().to_string());
    let _ = writeln!(out, "{}", fill(sentence, &[("total", &total), ("shown", &shown)]));
    out
}

fn one(out: &mut String, answer: &Answer<'_>, at: ItemRef, item: Item<'_>) {
    let lang = answer.lang;
    let heading = match item {
        Item::Number(number) => format!("{}  {}", number.figure.written(), number.label),
        _ => words::pointer(item),
    };
    let _ = writeln!(out, "{heading}");
    let said = match item {
        Item::Number(number) => Some(words::number_meta(number, lang)),
        Item::Voice(voice) => Some(text::sanitize(&voice.said).text.into_owned()),
        Item::Term(term) => Some(term.explain.to_string()),
        _ => None,
    };
    let dated = match item {
        Item::Number(_) => None,
        _ => item.date().map(|date| date.words(lang)),
    };
    let counts = match item {
        Item::Number(number) => Some(number.counts.to_string()).filter(|counts| !counts.is_empty()),
        _ => None,
    };
    let sources = answer.library.sources_of(at);
    let sources = sources.iter().map(|source| words::source_line(source, lang));
    for line in said.into_iter().chain(counts).chain(dated).chain(sources).chain(answer.library.path(at)) {
        let _ = writeln!(out, "    {line}");
    }
    out.push('\n');
}
