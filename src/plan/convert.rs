//! The same library with every text that a reader sees put through a conversion, such as to simplified
//! characters. Ids, order and references stay, so a place in one is the same place in the other.

use std::ops::Range;
use std::sync::Arc;

use super::figure::{Figure, Units};
use super::model::{Base, Event, Library, Measure, Number, Plan, Section, Source, Task, Term, Voice};
use super::text::Text;
use crate::crew;

/// A conversion of one text.
type Convert = fn(&str) -> String;

impl Library {
    /// The library with its texts converted. A figure that can't be read any more keeps its own text. `known` are a
    /// library and its conversion: plans that are the same in it are not converted again.
    #[must_use]
    pub fn converted(&self, convert: Convert, known: Option<(&Self, &Self)>) -> Self {
        let plans = crew::map(self.plans.iter(), |plan| {
            known.and_then(|known| same(plan, known)).unwrap_or_else(|| {
                let mut plan = Plan::clone(plan);
                Texts::convert(&mut plan, convert, plan_texts);
                for section in &mut plan.sections {
                    Texts::convert(section, convert, section_texts);
                }
                Arc::new(plan)
            })
        });
        Self { plans, ..self.clone() }
    }
}

/// The conversion of a plan that is known.
fn same(plan: &Arc<Plan>, (was, converted): (&Library, &Library)) -> Option<Arc<Plan>> {
    let at = was.place_of(&plan.id)?;
    was.plans.get(at).filter(|known| Arc::ptr_eq(known, plan))?;
    converted.plans.get(at).cloned()
}

/// Texts on their way through a conversion: they go by twice. The first time they are converted, the second time each
/// gets its letters, which stand in one text together: a text each would take more room than its letters do.
enum Texts {
    Read { convert: Convert, letters: String, made: Vec<Option<Range<usize>>> },
    Write { letters: Text, made: std::vec::IntoIter<Option<Range<usize>>> },
}

impl Texts {
    /// Converts all texts of `whole` that `walk` shows.
    fn convert<W>(whole: &mut W, convert: Convert, walk: fn(&mut W, &mut Self)) {
        let mut read = Self::Read { convert, letters: String::new(), made: Vec::new() };
        walk(whole, &mut read);
        if let Self::Read { mut letters, made, .. } = read {
            letters.shrink_to_fit();
            walk(whole, &mut Self::Write { letters: letters.into(), made: made.into_iter() });
        }
    }

    fn each<'t>(&mut self, texts: impl IntoIterator<Item = &'t mut Text>) {
        texts.into_iter().for_each(|text| self.one(text));
    }

    fn one(&mut self, text: &mut Text) {
        match self {
            Self::Read { convert, letters, made } => {
                let converted = convert(text);
                let from = letters.len();
                made.push((*text != *converted).then(|| {
                    letters.push_str(&converted);
                    from..letters.len()
                }));
            }
            Self::Write { letters, made } => {
                if let Some(part) = made.next().flatten().and_then(|range| letters.get(range)) {
                    *text = letters.part(part);
                }
            }
        }
    }
}

fn plan_texts(plan: &mut Plan, texts: &mut Texts) {
    let Plan { title, short, issuer, bottom_line, note, sources, .. } = plan;
    texts.each([title, short, issuer, bottom_line, note]);
    for Source { outlet, title, date_note, page, note, .. } in sources {
        texts.each([outlet, title, date_note, page, note]);
    }
}

fn section_texts(section: &mut Section, texts: &mut Texts) {
    let Section { title, full, summary, note, measures, numbers, events, voices, terms, .. } = section;
    texts.each([title, full, summary, note]);
    measures.iter_mut().for_each(|measure| measure_texts(measure, texts));
    numbers.iter_mut().for_each(|number| number_texts(number, texts));
    for Event { base, title, date_note, at, .. } in events {
        base_texts(base, texts);
        texts.each([title].into_iter().chain(date_note.get_mut()).chain(at.get_mut()));
    }
    for Voice { base, who, role, said, .. } in voices {
        base_texts(base, texts);
        texts.each([who, role, said]);
    }
    for Term { base, name, explain, aka, .. } in terms {
        base_texts(base, texts);
        texts.each([name, explain].into_iter().chain(aka));
    }
}

fn base_texts(base: &mut Base, texts: &mut Texts) {
    let Base { detail, tags, more, .. } = base;
    texts.each([detail].into_iter().chain(more.get_mut().map(|more| &mut more.note)).chain(tags));
}

fn measure_texts(measure: &mut Measure, texts: &mut Texts) {
    base_texts(&mut measure.base, texts);
    texts.each([&mut measure.no, &mut measure.title]);
    for Task { base, title } in &mut measure.tasks {
        base_texts(base, texts);
        texts.one(title);
    }
}

fn number_texts(number: &mut Number, texts: &mut Texts) {
    base_texts(&mut number.base, texts);
    texts.each([&mut number.label, &mut number.counts]);
    texts.each(number.in_series.get_mut().map(|point| &mut point.at));
    let mut written = number.figure.text().clone();
    texts.one(&mut written);
    if written != *number.figure.text()
        && let Ok(figure) = Figure::of(&written, &Units::default())
    {
        number.figure = figure;
    }
}

#[cfg(test)]
mod tests {
    use super::super::item::Item;
    use super::*;
    use crate::text::simplified;

    #[test]
    fn every_text_gets_its_own_letters() {
        let library = Library::builtin();
        let converted = library.converted(simplified, None);
        let mut figures = 0;
        for ((at, item), (same, other)) in library.items().zip(converted.items()) {
            let path = library.path(at);
            assert_eq!((at, &path), (same, &converted.path(same)));
            assert_eq!(simplified(item.heading()), other.heading(), "{path:?}");
            assert_eq!(simplified(&item.base().detail), *other.base().detail, "{path:?}");
            let tags: Vec<Text> = item.base().tags.iter().map(|tag| simplified(tag).into()).collect();
            assert_eq!(*tags, *other.base().tags, "{path:?}");
            if let (Item::Number(number), Item::Number(other)) = (item, other) {
                assert_eq!(simplified(number.figure.written()), other.figure.written(), "{path:?}");
                figures += 1;
            }
        }
        assert!(figures > 100);
    }
}
