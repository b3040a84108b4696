//! Phrases made of several texts: a number's meta line, an age, a countdown. In the reader's language.

use chrono::NaiveDate;

use crate::lang::{Lang, fill};
use crate::plan::{Date, Event, Number, NumberKind, Source, TermKind};

/// The word for a kind of number.
pub fn number_kind(kind: NumberKind, lang: Lang) -> &'static str {
    let t = lang.ui();
    match kind {
        NumberKind::Actual => t.actual,
        NumberKind::Target => t.target,
        NumberKind::Plan => t.planned,
        NumberKind::Limit => t.limit,
    }
}

/// The word for a kind of term.
pub fn term_kind(kind: TermKind, lang: Lang) -> &'static str {
    let t = lang.ui();
    match kind {
        TermKind::Person => t.person,
        TermKind::Organisation => t.organisation,
        TermKind::Place => t.place,
        TermKind::Document => t.document,
        TermKind::Programme => t.programme,
        TermKind::Concept => t.concept,
        TermKind::Technology => t.technology,
    }
}

/// `實數 · 截至2026年6月`.
pub fn number_meta(number: &Number, lang: Lang) -> String {
    let as_of = fill(lang.ui().as_of, &[("date", &number.as_of.words(lang))]);
    format!("{} · {as_of}", number_kind(number.kind, lang))
}

/// How long ago a date was or how long until it comes: `44日後`, `172日前`, `進行中`; nothing where
/// that can't be said.
pub fn distance(date: &Date, today: NaiveDate, lang: Lang) -> String {
    let t = lang.ui();
    if let Some(days) = date.days_until(today).filter(|days| *days > 0) {
        return fill(t.days_ahead, &[("days", &days.to_string())]);
    }
    match date.days_since(today).filter(|days| *days > 0) {
        Some(days) => fill(t.days_ago, &[("days", &days.to_string())]),
        None if date.latest().is_none() => t.open_since.to_owned(),
        None if date.earliest() == Some(today) && date.latest() == Some(today) => t.today.to_owned(),
        None => t.under_way.to_owned(),
    }
}

/// The words of a date with a mark for what is inferred in place of a remark: for narrow columns.
pub fn compact_date(date: &Date, lang: Lang) -> String {
    let words = date.words(lang);
    ["（推定）", "（推定）", " (uncertain)"]
        .into_iter()
        .fold(words, |words, remark| words.replace(remark, "?"))
}

/// How far an event is from today.
pub fn event_distance(event: &Event, today: NaiveDate, lang: Lang) -> String {
    distance(&event.date, today, lang)
}

/// `大公報《融入國家發展大局》2026年7月 第A3頁`.
pub fn source_line(source: &Source, lang: Lang) -> String {
    let date = source.date.words(lang);
    let title = if lang == Lang::En && !source.en.is_empty() { &source.en } else { &source.title };
    let mut line = if lang == Lang::En {
        format!("{}, “{title}”, {date}", source.outlet)
    } else {
        format!("{}《{title}》{date}", source.outlet)
    };
    if !source.page.is_empty() {
        line.push(' ');
        line.push_str(&fill(lang.ui().page_n, &[("page", &source.page)]));
    }
    line
}

/// A Chinese text, or its English where the reader reads English and there is one.
pub fn preferred<'a>(chinese: &'a str, english: &'a str, lang: Lang) -> &'a str {
    if lang == Lang::En && !english.is_empty() { english } else { chinese }
}

/// A Chinese text with its English after it where the reader reads English.
pub fn joined(chinese: &str, english: &str, lang: Lang) -> String {
    if lang == Lang::En && !english.is_empty() { format!("{chinese} {english}") } else { chinese.to_owned() }
}
