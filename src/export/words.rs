//! Phrases made of several texts: a number's meta line, an age, where a fact comes from, what is declared against
//! what is listed. In the reader's language, without any mark-up.

use super::texts::texts;
use crate::lang::{Lang, fill};
use crate::plan::{Date, Declared, Item, Listed, Number, NumberKind, Source, TermKind, Text};
use chrono::NaiveDate;

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

/// `截至2026年6月`.
pub fn as_of(date: &Date, lang: Lang) -> String {
    fill(lang.ui().as_of, &[("date", &date.words(lang))])
}

/// `實數 · 截至2026年6月`.
pub fn number_meta(number: &Number, lang: Lang) -> String {
    format!("{} · {}", number_kind(number.kind, lang), as_of(&number.as_of, lang))
}

/// How long ago a date was or how long until it comes: `44日後`, `172日前`, `進行中`.
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

/// `2026年11月22日製作`.
pub fn made_on(today: NaiveDate, lang: Lang) -> String {
    let day = today.to_string();
    let day = Date::parse(&day).map_or(day, |date| date.words(lang));
    fill(texts(lang).made_on, &[("date", &day)])
}

/// What stands between a label and its text where both are on one line.
pub fn colon(lang: Lang) -> &'static str {
    if lang == Lang::En { ": " } else { "：" }
}

/// `text（note）`, with the brackets of the language.
pub fn bracketed(text: &str, note: &str, lang: Lang) -> String {
    if lang == Lang::En { format!("{text} ({note})") } else { format!("{text}（{note}）") }
}

/// `大公報《融入國家發展大局》2026年7月 第A3頁`.
pub fn source_line(source: &Source, lang: Lang) -> String {
    let date = source.date.words(lang);
    let mut line = if lang == Lang::En {
        format!("{}, “{}”, {date}", source.outlet, preferred(&source.title, &source.en, lang))
    } else {
        format!("{}《{}》{date}", source.outlet, source.title)
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

/// Several words in a row: `甲、乙`.
pub fn list(words: &[Text], lang: Lang) -> String {
    words.join(if lang == Lang::En { ", " } else { "、" })
}

/// The line an item goes by where it is pointed at: a measure with its number, a number with its figure.
pub fn pointer(item: Item<'_>) -> String {
    match item {
        Item::Measure(measure) if !measure.no.is_empty() => format!("{} {}", measure.no, measure.title),
        Item::Number(number) => format!("{} {}", number.label, number.figure.written()),
        _ => item.heading().to_owned(),
    }
}

/// What a number is called among those of its series.
pub fn series_point(number: &Number) -> &str {
    if number.in_series.at.is_empty() { &number.label } else { &number.in_series.at }
}

/// Whether `date` has begun by `today`.
pub fn has_come(date: &Date, today: NaiveDate) -> bool {
    date.earliest().is_none_or(|day| day <= today)
}

/// One kind of thing that is declared, and how many of it are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// 部分, 措施 or 任務.
    pub what: &'static str,
    /// How many the plan says there are.
    pub declared: u32,
    /// How many the files list.
    pub listed: usize,
}

impl Total {
    /// What is declared, with what is listed of it.
    pub fn of(declared: Declared, listed: Listed, lang: Lang) -> Vec<Self> {
        let t = lang.ui();
        [
            (t.parts, declared.parts, listed.parts),
            (t.measures, declared.measures, listed.measures),
            (t.tasks, declared.tasks, listed.tasks),
        ]
        .into_iter()
        .filter_map(|(what, declared, listed)| Some(Self { what, declared: declared?, listed }))
        .collect()
    }

    /// The whole in a sentence; what is missing is named.
    pub fn words(&self, lang: Lang) -> String {
        let t = texts(lang);
        let declared = self.declared as usize;
        let sentence = match self.listed.cmp(&declared) {
            std::cmp::Ordering::Less => t.some_listed,
            std::cmp::Ordering::Equal => t.all_listed,
            std::cmp::Ordering::Greater => t.more_listed,
        };
        let missing = declared.saturating_sub(self.listed).to_string();
        let gaps =
            [("what", self.what), ("declared", &declared.to_string()), ("listed", &self.listed.to_string())];
        fill(sentence, &[&gaps[..], &[("missing", missing.as_str())]].concat())
    }
}
