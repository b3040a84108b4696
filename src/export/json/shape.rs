//! The shape of the JSON, field by field, as `schema.json` documents it. Every key is always there: what a file does
//! not say is null or an empty list.

use crate::plan::Text;
use serde::Serialize;
use serde_json::Number as JsonNumber;

#[derive(Serialize)]
pub(super) struct Document<'a> {
    pub(super) jianbao: u32,
    pub(super) made_on: String,
    pub(super) lang: &'static str,
    pub(super) scope: String,
    pub(super) pane: Option<&'static str>,
    pub(super) plans: Vec<Plan<'a>>,
}

#[derive(Serialize)]
pub(super) struct Plan<'a> {
    pub(super) path: &'a str,
    pub(super) title: &'a str,
    pub(super) short: &'a str,
    pub(super) en: &'a str,
    pub(super) issuer: &'a str,
    pub(super) issuer_en: Option<&'a str>,
    pub(super) period: Option<Date<'a>>,
    pub(super) bottom_line: &'a str,
    pub(super) bottom_line_en: Option<&'a str>,
    pub(super) note: Option<&'a str>,
    pub(super) declared: Declared,
    pub(super) listed: Listed,
    pub(super) headline: Vec<String>,
    pub(super) sources: Vec<Source<'a>>,
    pub(super) sections: Vec<Section<'a>>,
}

#[derive(Serialize)]
pub(super) struct Declared {
    pub(super) parts: Option<u32>,
    pub(super) measures: Option<u32>,
    pub(super) tasks: Option<u32>,
}

#[derive(Serialize)]
pub(super) struct Listed {
    pub(super) parts: usize,
    pub(super) measures: usize,
    pub(super) tasks: usize,
}

#[derive(Serialize)]
pub(super) struct Source<'a> {
    pub(super) id: &'a str,
    pub(super) outlet: &'a str,
    pub(super) title: &'a str,
    pub(super) en: Option<&'a str>,
    pub(super) date: Date<'a>,
    pub(super) date_note: Option<&'a str>,
    pub(super) page: Option<&'a str>,
    pub(super) url: Option<&'a str>,
    pub(super) note: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Section<'a> {
    pub(super) path: String,
    pub(super) title: &'a str,
    pub(super) full: Option<&'a str>,
    pub(super) en: &'a str,
    pub(super) summary: &'a str,
    pub(super) summary_en: Option<&'a str>,
    pub(super) part: Option<u32>,
    pub(super) note: Option<&'a str>,
    pub(super) declared: Declared,
    pub(super) listed: Listed,
    pub(super) measures: Vec<Measure<'a>>,
    pub(super) numbers: Vec<Number<'a>>,
    pub(super) events: Vec<Event<'a>>,
    pub(super) voices: Vec<Voice<'a>>,
    pub(super) terms: Vec<Term<'a>>,
}

/// What every item has, laid out flat in it.
#[derive(Serialize)]
pub(super) struct Base<'a> {
    pub(super) path: String,
    pub(super) en: &'a str,
    pub(super) detail: Option<&'a str>,
    pub(super) note: Option<&'a str>,
    pub(super) tags: &'a [Text],
    pub(super) related: Vec<String>,
    pub(super) sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Measure<'a> {
    #[serde(flatten)]
    pub(super) base: Base<'a>,
    pub(super) no: Option<&'a str>,
    pub(super) title: &'a str,
    pub(super) as_of: Option<Date<'a>>,
    pub(super) tasks: Vec<Task<'a>>,
}

#[derive(Serialize)]
pub(super) struct Task<'a> {
    #[serde(flatten)]
    pub(super) base: Base<'a>,
    pub(super) title: &'a str,
}

#[derive(Serialize)]
pub(super) struct Number<'a> {
    #[serde(flatten)]
    pub(super) base: Base<'a>,
    pub(super) label: &'a str,
    pub(super) figure: Figure<'a>,
    pub(super) counts: Option<&'a str>,
    pub(super) kind: &'static str,
    pub(super) as_of: Date<'a>,
    pub(super) series: Option<&'a str>,
    pub(super) series_at: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Event<'a> {
    #[serde(flatten)]
    pub(super) base: Base<'a>,
    pub(super) date: Date<'a>,
    pub(super) date_note: Option<&'a str>,
    pub(super) title: &'a str,
    pub(super) place: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Voice<'a> {
    #[serde(flatten)]
    pub(super) base: Base<'a>,
    pub(super) who: &'a str,
    pub(super) role: &'a str,
    pub(super) role_en: Option<&'a str>,
    pub(super) said: &'a str,
    pub(super) date: Option<Date<'a>>,
}

#[derive(Serialize)]
pub(super) struct Term<'a> {
    #[serde(flatten)]
    pub(super) base: Base<'a>,
    pub(super) name: &'a str,
    pub(super) aka: &'a [Text],
    pub(super) kind: &'static str,
    pub(super) explain: &'a str,
}

#[derive(Serialize)]
pub(super) struct Figure<'a> {
    pub(super) written: &'a str,
    pub(super) qualifier: &'static str,
    pub(super) low: JsonNumber,
    pub(super) high: JsonNumber,
    pub(super) unit: &'a str,
}

#[derive(Serialize)]
pub(super) struct Date<'a> {
    pub(super) edtf: &'a str,
    pub(super) words: String,
    pub(super) earliest: Option<String>,
    pub(super) latest: Option<String>,
}
