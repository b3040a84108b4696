//! Fills the shape of the JSON from a library.

use super::VERSION;
use super::shape as to;
use crate::export::codes;
use crate::export::options::Options;
use crate::export::scope::Scope;
use crate::export::view::View;
use crate::plan::Pane;
use crate::plan::figure::{Amount, Figure};
use crate::plan::{Date, Declared, Item, ItemRef, Library, Listed, Plan, Section, Source};
use serde_json::Number as JsonNumber;

/// The scope as JSON of the shape that [`output_schema`](super::output_schema) states.
///
/// Whatever the scope, plans hold sections and sections hold items; what is out of scope or pane is left out of
/// the lists. Numbers are exact where JSON can hold them: whole ones to 2⁶³, fractions to 53 bits.
pub fn json(library: &Library, scope: &Scope, options: &Options) -> String {
    let view = View::new(library, *scope, options);
    let document = to::Document {
        jianbao: VERSION,
        made_on: options.today.to_string(),
        lang: options.lang.word(),
        scope: scope.path(library),
        pane: options.pane.map(Pane::word),
        plans: view.plans().map(|(at, plan)| self::plan(&view, at, plan)).collect(),
    };
    // Serialising to memory fails only for maps with keys that are no texts; there are none.
    serde_json::to_string_pretty(&document).map(|text| text + "\n").unwrap_or_default()
}

fn plan<'a>(view: &View<'a>, at: usize, plan: &'a Plan) -> to::Plan<'a> {
    let sources = if view.shows(Pane::Sources) { view.sources(at) } else { Vec::new() };
    to::Plan {
        path: plan.id.as_str(),
        title: &plan.title,
        short: &plan.short,
        en: &plan.en,
        issuer: &plan.issuer,
        issuer_en: some(&plan.issuer_en),
        period: plan.period.as_ref().map(|period| date(view, period)),
        bottom_line: &plan.bottom_line,
        bottom_line_en: some(&plan.bottom_line_en),
        note: some(&plan.note),
        declared: declared(plan.declared),
        listed: listed(plan.listed),
        headline: paths(view, view.library.headline(at)),
        sources: sources
            .into_iter()
            .filter_map(|at| plan.sources.get(at))
            .map(|it| source(view, it))
            .collect(),
        sections: view.sections(at).map(|(section, it)| self::section(view, (at, section), it)).collect(),
    }
}

fn declared(declared: Declared) -> to::Declared {
    to::Declared { parts: declared.parts, measures: declared.measures, tasks: declared.tasks }
}

fn listed(listed: Listed) -> to::Listed {
    to::Listed { parts: listed.parts, measures: listed.measures, tasks: listed.tasks }
}

fn source<'a>(view: &View<'_>, source: &'a Source) -> to::Source<'a> {
    to::Source {
        id: source.id.as_str(),
        outlet: &source.outlet,
        title: &source.title,
        en: some(&source.en),
        date: date(view, &source.date),
        date_note: some(&source.date_note),
        page: some(&source.page),
        url: some(&source.url),
        note: some(&source.note),
    }
}

fn section<'a>(view: &View<'a>, (plan, at): (usize, usize), section: &'a Section) -> to::Section<'a> {
    let mut filled = to::Section {
        path: Scope::Section(plan, at).path(view.library),
        title: &section.title,
        full: some(&section.full),
        en: &section.en,
        summary: &section.summary,
        summary_en: some(&section.summary_en),
        part: section.part,
        note: some(&section.note),
        declared: declared(section.declared),
        listed: listed(section.listed()),
        measures: Vec::new(),
        numbers: Vec::new(),
        events: Vec::new(),
        voices: Vec::new(),
        terms: Vec::new(),
    };
    for item in Pane::OF_ITEMS.into_iter().flat_map(|pane| view.heads(plan, at, pane)) {
        place(view, item, &mut filled);
    }
    filled
}

/// Puts an item into the list of its kind. A task wanted by itself comes in its measure, as the only one.
fn place<'a>(view: &View<'a>, at: ItemRef, section: &mut to::Section<'a>) {
    let Some(item) = view.library.item(at) else { return };
    match item {
        Item::Measure(measure) => {
            let tasks = view.tasks(at).into_iter().filter_map(|at| task(view, at)).collect();
            section.measures.extend(self::measure(view, at, measure, tasks));
        }
        Item::Task(measure, _) => {
            let above = crate::export::view::parent(at).unwrap_or(at);
            let tasks = task(view, at).into_iter().collect();
            section.measures.extend(self::measure(view, above, measure, tasks));
        }
        Item::Number(number) => section.numbers.extend(self::number(view, at, number)),
        Item::Event(event) => section.events.extend(base(view, at).map(|base| to::Event {
            base,
            date: date(view, &event.date),
            date_note: some(&event.date_note),
            title: &event.title,
            place: some(&event.at),
        })),
        Item::Voice(voice) => section.voices.extend(base(view, at).map(|base| to::Voice {
            base,
            who: &voice.who,
            role: &voice.role,
            role_en: some(&voice.role_en),
            said: &voice.said,
            date: voice.date.as_ref().map(|it| date(view, it)),
        })),
        Item::Term(term) => section.terms.extend(base(view, at).map(|base| to::Term {
            base,
            name: &term.name,
            aka: &term.aka,
            kind: codes::term_kind(term.kind),
            explain: &term.explain,
        })),
    }
}

fn measure<'a>(
    view: &View<'a>,
    at: ItemRef,
    measure: &'a crate::plan::Measure,
    tasks: Vec<to::Task<'a>>,
) -> Option<to::Measure<'a>> {
    Some(to::Measure {
        base: base(view, at)?,
        no: some(&measure.no),
        title: &measure.title,
        as_of: measure.as_of.as_ref().map(|it| date(view, it)),
        tasks,
    })
}

fn task<'a>(view: &View<'a>, at: ItemRef) -> Option<to::Task<'a>> {
    Some(to::Task { base: base(view, at)?, title: view.library.item(at)?.heading() })
}

fn number<'a>(view: &View<'a>, at: ItemRef, number: &'a crate::plan::Number) -> Option<to::Number<'a>> {
    Some(to::Number {
        base: base(view, at)?,
        label: &number.label,
        figure: figure(&number.figure),
        counts: some(&number.counts),
        kind: codes::number_kind(number.kind),
        as_of: date(view, &number.as_of),
        series: number.in_series.id.as_ref().map(crate::plan::SeriesId::as_str),
        series_at: some(&number.in_series.at),
    })
}

fn base<'a>(view: &View<'a>, at: ItemRef) -> Option<to::Base<'a>> {
    let base = view.library.item(at)?.base();
    Some(to::Base {
        path: view.library.path(at)?,
        en: &base.en,
        detail: some(&base.detail),
        note: some(&base.more.note),
        tags: &base.tags,
        related: paths(view, view.library.related(at)),
        sources: view.library.sources_of(at).into_iter().map(|source| source.id.as_str()).collect(),
    })
}

fn figure(figure: &Figure) -> to::Figure<'_> {
    to::Figure {
        written: figure.written(),
        qualifier: codes::qualifier(figure.qualifier()),
        low: amount(figure.low()),
        high: amount(figure.high()),
        unit: figure.unit().text(),
    }
}

/// As a JSON number: exact where JSON can hold it, see [`json`].
pub fn amount(amount: Amount) -> JsonNumber {
    let whole = (amount.millionths() % 1_000_000 == 0).then(|| amount.millionths() / 1_000_000);
    whole
        .and_then(|whole| i64::try_from(whole).ok())
        .map(JsonNumber::from)
        .or_else(|| JsonNumber::from_f64(amount.to_f64()))
        .unwrap_or_else(|| JsonNumber::from(0))
}

fn date<'a>(view: &View<'_>, date: &'a Date) -> to::Date<'a> {
    to::Date {
        edtf: date.written(),
        words: date.words(view.options.lang),
        earliest: date.earliest().map(|day| day.to_string()),
        latest: date.latest().map(|day| day.to_string()),
    }
}

fn paths(view: &View<'_>, items: impl Iterator<Item = ItemRef>) -> Vec<String> {
    items.filter_map(|at| view.library.path(at)).collect()
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
