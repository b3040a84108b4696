//! The briefing as a table for spreadsheets: RFC 4180, one row an item, always the same columns. Not a format to
//! be read back into briefings.

use super::options::Options;
use super::scope::Scope;
use super::view::View;
use super::words;
use crate::plan::Pane;
use crate::plan::figure::Figure;
use crate::plan::{Date, Item, ItemRef, Library, Source};

/// The columns, in order. A column that does not apply to a kind of item is empty in its rows.
///
/// `path` is `plan/section/item`, of a source `plan/source:id`; `kind` one of measure, task, number, event, voice,
/// term, source; `text` what a voice said or a term means, of a source
/// where it can be read; `low` and `high` are the figure in base units; `date` is
/// EDTF, of a number or measure as of when it stood; several tags, related paths or sources are parted by `; `.
pub const COLUMNS: [&str; 27] = [
    "path",
    "plan",
    "section",
    "kind",
    "no",
    "title",
    "en",
    "figure",
    "qualifier",
    "low",
    "high",
    "unit",
    "number_kind",
    "counts",
    "date",
    "earliest",
    "latest",
    "date_words",
    "date_note",
    "place",
    "role",
    "text",
    "detail",
    "note",
    "tags",
    "related",
    "sources",
];

/// The byte-order mark that tells a spreadsheet the file is UTF-8.
const BOM: char = '\u{FEFF}';

/// The scope as CSV with CRLF line ends (RFC 4180), a header first, then a row for each item; with the pane
/// `sources`, a row for each source.
///
/// A cell that a spreadsheet would run as a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a full-width
/// form of these, has a `'` put before it; `low` and `high`, which the program writes itself, never.
pub fn csv(library: &Library, scope: &Scope, options: &Options) -> String {
    let view = View::new(library, *scope, options);
    let mut out = String::from_iter(options.bom.then_some(BOM));
    put(&mut out, &COLUMNS.map(str::to_owned));
    for (at, plan) in view.plans() {
        if options.pane == Some(Pane::Sources) {
            let sources = view.sources(at).into_iter().filter_map(|source| plan.sources.get(source));
            sources.for_each(|source| put(&mut out, &source_row(&view, at, source).cells()));
        }
        for (section, _) in view.sections(at) {
            for item in view.items(at, section) {
                put(&mut out, &row(&view, item).cells());
            }
        }
    }
    out
}

/// A row before it is written; the fields are the columns.
#[derive(Default)]
struct Row<'a> {
    path: String,
    plan: &'a str,
    section: &'a str,
    kind: &'static str,
    no: &'a str,
    title: &'a str,
    en: &'a str,
    figure: Option<&'a Figure>,
    number_kind: &'static str,
    counts: &'a str,
    date: Option<&'a Date>,
    date_words: String,
    date_note: &'a str,
    place: &'a str,
    role: &'a str,
    text: &'a str,
    detail: &'a str,
    note: &'a str,
    tags: String,
    related: String,
    sources: String,
}

fn row<'a>(view: &View<'a>, at: ItemRef) -> Row<'a> {
    let library = view.library;
    let (Some(item), Some(plan), Some(section)) =
        (library.item(at), library.plans.get(at.plan), library.section(at))
    else {
        return Row::default();
    };
    let base = item.base();
    let related: Vec<String> = library.related(at).filter_map(|at| library.path(at)).collect();
    let sources =
        library.sources_of(at).into_iter().map(|source| words::source_line(source, view.options.lang));
    let row = Row {
        path: library.path(at).unwrap_or_default(),
        plan: &plan.title,
        section: &section.title,
        title: item.heading(),
        en: &base.en,
        date: item.date(),
        date_words: item.date().map(|date| date.words(view.options.lang)).unwrap_or_default(),
        detail: &base.detail,
        note: &base.more.note,
        tags: base.tags.join("; "),
        related: related.join("; "),
        sources: sources.collect::<Vec<_>>().join("; "),
        ..Row::default()
    };
    own(row, item)
}

/// The row with what only this kind of item has.
fn own<'a>(row: Row<'a>, item: Item<'a>) -> Row<'a> {
    match item {
        Item::Measure(measure) => Row { kind: "measure", no: &measure.no, ..row },
        Item::Task(..) => Row { kind: "task", ..row },
        Item::Number(number) => Row {
            kind: "number",
            figure: Some(&number.figure),
            number_kind: super::codes::number_kind(number.kind),
            counts: &number.counts,
            ..row
        },
        Item::Event(event) => Row { kind: "event", date_note: &event.date_note, place: &event.at, ..row },
        Item::Voice(voice) => Row { kind: "voice", role: &voice.role, text: &voice.said, ..row },
        Item::Term(term) => Row { kind: "term", text: &term.explain, ..row },
    }
}

fn source_row<'a>(view: &View<'a>, plan: usize, source: &'a Source) -> Row<'a> {
    let plan = view.library.plans.get(plan);
    Row {
        path: plan.map(|plan| format!("{}/source:{}", plan.id, source.id)).unwrap_or_default(),
        plan: plan.map_or("", |plan| plan.title.as_str()),
        kind: "source",
        title: &source.title,
        en: &source.en,
        date: Some(&source.date),
        date_words: source.date.words(view.options.lang),
        date_note: &source.date_note,
        text: &source.url,
        note: &source.note,
        sources: words::source_line(source, view.options.lang),
        ..Row::default()
    }
}

impl Row<'_> {
    /// The cells in the order of [`COLUMNS`].
    fn cells(&self) -> [String; COLUMNS.len()] {
        let figure = |of: fn(&Figure) -> String| self.figure.map(of).unwrap_or_default();
        let day = |of: fn(&Date) -> Option<chrono::NaiveDate>| {
            self.date.and_then(of).map(|day| day.to_string()).unwrap_or_default()
        };
        [
            guarded(&self.path),
            guarded(self.plan),
            guarded(self.section),
            self.kind.to_owned(),
            guarded(self.no),
            guarded(self.title),
            guarded(self.en),
            guarded(self.figure.map_or("", Figure::written)),
            figure(|figure| super::codes::qualifier(figure.qualifier()).to_owned()),
            figure(|figure| figure.low().to_string()),
            figure(|figure| figure.high().to_string()),
            guarded(self.figure.map_or("", |figure| figure.unit().text())),
            self.number_kind.to_owned(),
            guarded(self.counts),
            guarded(self.date.map_or("", Date::written)),
            day(Date::earliest),
            day(Date::latest),
            guarded(&self.date_words),
            guarded(self.date_note),
            guarded(self.place),
            guarded(self.role),
            guarded(self.text),
            guarded(self.detail),
            guarded(self.note),
            guarded(&self.tags),
            guarded(&self.related),
            guarded(&self.sources),
        ]
    }
}

/// `cell`, unable to be run as a formula (OWASP, CSV injection).
fn guarded(cell: &str) -> String {
    let first = cell.chars().next().map(crate::text::fold_fullwidth);
    let risky = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n'));
    if risky { format!("'{cell}") } else { cell.to_owned() }
}

fn put(out: &mut String, cells: &[String]) {
    let quoted: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    out.push_str(&quoted.join(","));
    out.push_str("\r\n");
}

fn quoted(cell: &str) -> String {
    let needed = cell.contains(['"', ',', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ');
    if needed { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{guarded, quoted};

    #[test]
    fn a_formula_is_disarmed_and_a_quote_doubled() {
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("＝1+1"), "'＝1+1");
        assert_eq!(guarded("約40個"), "約40個");
        assert_eq!(quoted("a\"b,c"), "\"a\"\"b,c\"");
    }
}
