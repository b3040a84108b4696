//! The same library with every text that a reader sees put through a conversion, such as to simplified
//! characters. Ids, order and references stay, so a place in one is the same place in the other.

use std::sync::Arc;

use super::figure::Figure;
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
                plan_texts(&mut plan, convert);
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

fn each<'t>(texts: impl IntoIterator<Item = &'t mut Text>, convert: Convert) {
    for text in texts {
        *text = convert(text).into();
    }
}

fn plan_texts(plan: &mut Plan, convert: Convert) {
    let Plan { title, short, issuer, bottom_line, note, sources, sections, .. } = plan;
    each([title, short, issuer, bottom_line, note], convert);
    sources.iter_mut().for_each(|source| source_texts(source, convert));
    sections.iter_mut().for_each(|section| section_texts(section, convert));
}

fn source_texts(source: &mut Source, convert: Convert) {
    let Source { outlet, title, date_note, page, note, .. } = source;
    each([outlet, title, date_note, page, note], convert);
}

fn section_texts(section: &mut Section, convert: Convert) {
    let Section { title, full, summary, note, measures, numbers, events, voices, terms, .. } = section;
    each([title, full, summary, note], convert);
    measures.iter_mut().for_each(|measure| measure_texts(measure, convert));
    numbers.iter_mut().for_each(|number| number_texts(number, convert));
    events.iter_mut().for_each(|event| event_texts(event, convert));
    voices.iter_mut().for_each(|voice| voice_texts(voice, convert));
    terms.iter_mut().for_each(|term| term_texts(term, convert));
}

fn base_texts(base: &mut Base, convert: Convert) {
    let Base { detail, note, tags, .. } = base;
    each([detail, note].into_iter().chain(tags), convert);
}

fn measure_texts(measure: &mut Measure, convert: Convert) {
    base_texts(&mut measure.base, convert);
    each([&mut measure.no, &mut measure.title], convert);
    for Task { base, title } in &mut measure.tasks {
        base_texts(base, convert);
        each([title], convert);
    }
}

fn number_texts(number: &mut Number, convert: Convert) {
    base_texts(&mut number.base, convert);
    each([&mut number.label, &mut number.counts, &mut number.series_at], convert);
    if let Ok(figure) = Figure::parse(&convert(number.figure.written())) {
        number.figure = figure;
    }
}

fn event_texts(event: &mut Event, convert: Convert) {
    base_texts(&mut event.base, convert);
    each([&mut event.title, &mut event.date_note, &mut event.at], convert);
}

fn voice_texts(voice: &mut Voice, convert: Convert) {
    base_texts(&mut voice.base, convert);
    each([&mut voice.who, &mut voice.role, &mut voice.said], convert);
}

fn term_texts(term: &mut Term, convert: Convert) {
    base_texts(&mut term.base, convert);
    each([&mut term.name, &mut term.explain].into_iter().chain(&mut term.aka), convert);
}
