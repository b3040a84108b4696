//! What there is to say of one item, in the order it is said, before any format gives it a look. Text, Markdown and
//! HTML set the same facts.

use super::texts::texts;
use super::view::{View, parent};
use super::words;
use crate::plan::{Item, ItemRef, Number, Source};

/// One thing said of an item below its heading.
pub(super) enum Fact<'a> {
    /// The English of its heading.
    Gloss(&'a str),
    /// What kind of thing it is, as of when, in which office: short, and without a label.
    Meta(String),
    /// A paragraph.
    Prose(&'a str),
    /// Anything with a label before it.
    Labelled(&'static str, String),
    /// A caveat.
    Note(&'a str),
    /// The measure a task stands under, where that is not to be seen.
    Under(ItemRef),
    /// The numbers of its series, earliest first; at least two.
    Series(Vec<(ItemRef, &'a Number)>),
    /// Items it points to.
    Related(Vec<ItemRef>),
    /// A source it rests on; whether to say how its date is known.
    Source(&'a Source, bool),
    /// Short words it is grouped by.
    Tags(String),
    /// The path it goes by.
    Path(String),
}

/// Everything to be said of the item `at`.
pub(super) fn facts<'a>(view: &View<'a>, at: ItemRef) -> Vec<Fact<'a>> {
    let Some(item) = view.library.item(at) else { return Vec::new() };
    let base = item.base();
    let mut all = vec![Fact::Gloss(&base.en)];
    own(view, at, item, &mut all);
    all.push(Fact::Prose(&base.detail));
    if let Item::Number(number) = item {
        all.extend(series(view, number));
    }
    all.push(Fact::Note(&base.more.note));
    all.push(Fact::Related(view.library.related(at).collect()));
    all.extend(sources(view, at, item));
    all.push(Fact::Tags(words::list(&base.tags, view.options.lang)));
    all.extend(view.library.path(at).map(Fact::Path));
    all.retain(|fact| !fact.is_empty());
    all
}

/// What only this kind of item has.
fn own<'a>(view: &View<'a>, at: ItemRef, item: Item<'a>, all: &mut Vec<Fact<'a>>) {
    let (t, lang) = (view.options.lang.ui(), view.options.lang);
    match item {
        Item::Measure(measure) => {
            all.extend(measure.as_of.iter().map(|date| Fact::Meta(words::as_of(date, lang))));
        }
        Item::Task(..) if view.is_alone(at) => all.extend(parent(at).map(Fact::Under)),
        Item::Task(..) => {}
        Item::Number(number) => {
            all.push(Fact::Meta(words::number_meta(number, lang)));
            all.push(Fact::Labelled(t.counts, number.counts.to_string()));
        }
        Item::Event(event) => {
            all.push(Fact::Labelled(t.where_at, event.at.to_string()));
            all.push(Fact::Labelled(t.date_note, event.date_note.to_string()));
        }
        Item::Voice(voice) => {
            all.push(Fact::Meta(words::preferred(&voice.role, &voice.role_en, lang).to_owned()));
            all.extend(voice.date.iter().map(|date| Fact::Meta(date.words(lang))));
            all.push(Fact::Prose(&voice.said));
        }
        Item::Term(term) => {
            all.push(Fact::Meta(words::term_kind(term.kind, lang).to_owned()));
            all.push(Fact::Prose(&term.explain));
            all.push(Fact::Labelled(t.aka, words::list(&term.aka, lang)));
        }
    }
}

/// The series of a number, where it has company.
fn series<'a>(view: &View<'a>, number: &Number) -> Option<Fact<'a>> {
    let points = view.library.series(number.in_series.id.as_ref()?);
    (points.len() > 1).then_some(Fact::Series(points))
}

/// The sources of an item; a task under its measure names only those of its own.
fn sources<'a>(view: &View<'a>, at: ItemRef, item: Item<'a>) -> Vec<Fact<'a>> {
    let plan = view.library.plans.get(at.plan);
    let named = if view.is_alone(at) { item.sources() } else { &item.base().sources };
    named
        .iter()
        .filter_map(|&source| Some(Fact::Source(plan?.sources.get(source as usize)?, view.is_alone(at))))
        .collect()
}

impl Fact<'_> {
    fn is_empty(&self) -> bool {
        match self {
            Self::Gloss(text) | Self::Prose(text) | Self::Note(text) => text.is_empty(),
            Self::Meta(text) | Self::Labelled(_, text) | Self::Tags(text) | Self::Path(text) => {
                text.is_empty()
            }
            Self::Related(items) => items.is_empty(),
            Self::Under(_) | Self::Series(_) | Self::Source(..) => false,
        }
    }

    /// Whether it is looked up by a label and not read as part of the text.
    pub(super) fn is_labelled(&self) -> bool {
        !matches!(self, Self::Gloss(_) | Self::Meta(_) | Self::Prose(_) | Self::Series(_))
    }

    /// The fact in words: its label, or nothing, and its text.
    pub(super) fn plain(&self, view: &View<'_>) -> (&'static str, String) {
        let lang = view.options.lang;
        let t = lang.ui();
        match self {
            Self::Gloss(text) | Self::Prose(text) => ("", (*text).to_owned()),
            Self::Meta(text) => ("", text.clone()),
            Self::Labelled(label, text) => (label, text.clone()),
            Self::Note(text) => (t.note, (*text).to_owned()),
            Self::Under(measure) => (t.measure, pointers(view, &[*measure])),
            Self::Series(points) => {
                let each = |(_, number): &(ItemRef, &Number)| {
                    format!("{} {}", words::series_point(number), number.figure.written())
                };
                (t.series, points.iter().map(each).collect::<Vec<_>>().join(" → "))
            }
            Self::Related(items) => (t.related, pointers(view, items)),
            Self::Source(source, with_note) => {
                let line = words::source_line(source, lang);
                let note = (*with_note && !source.date_note.is_empty()).then_some(&source.date_note);
                (t.sources, note.map_or_else(|| line.clone(), |note| words::bracketed(&line, note, lang)))
            }
            Self::Tags(words) => (t.tags, words.clone()),
            Self::Path(path) => (texts(lang).path, path.clone()),
        }
    }
}

/// What the items go by, in a row.
fn pointers(view: &View<'_>, items: &[ItemRef]) -> String {
    let names = items.iter().filter_map(|at| view.library.item(*at)).map(words::pointer);
    names.collect::<Vec<_>>().join(if view.options.lang == crate::lang::Lang::En { "; " } else { "；" })
}
