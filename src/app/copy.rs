//! What is copied: an item with everything a reader of the message needs to trust it, on one line or as
//! Markdown. Never a figure without its qualifier, never a fact without its source.

use super::App;
use super::card::Subject;
use super::words;
use crate::lang::Lang;
use crate::plan::{Item, ItemRef, Plan, Source};

/// How the copy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line of plain text.
    Line,
    /// Markdown, the source as a link or a footnote.
    Markdown,
}

/// The text to copy here: the selected item or source, else what the place is about.
pub fn text(app: &App, subject: Option<Subject>, form: Form) -> Option<String> {
    match subject {
        Some(Subject::Item(at)) => item_text(app, at, form),
        Some(Subject::Source(plan, source)) => {
            let source = app.library.plans.get(plan)?.sources.get(source)?;
            Some(match form {
                Form::Line => words::source_line(source, app.lang()),
                Form::Markdown => linked(source, app.lang()),
            })
        }
        None => app.plan().map(|plan| plan_text(app, plan, form)),
    }
}

fn item_text(app: &App, at: ItemRef, form: Form) -> Option<String> {
    let item = app.library.item(at)?;
    let (lead, rest) = parts(app, item);
    let sources = app.library.sources_of(at);
    let mut text = match form {
        Form::Line => lead.plain(),
        Form::Markdown => lead.markdown(),
    };
    text.push_str(&rest);
    text.push_str(&cited(&sources, form, app.lang()));
    Some(text)
}

/// What is said first: a label and, of a number, its figure with what makes it firm or not.
struct Lead {
    label: String,
    figure: String,
    remark: String,
}

impl Lead {
    fn plain(&self) -> String {
        let figure = if self.figure.is_empty() { String::new() } else { format!("：{}", self.figure) };
        format!("{}{figure}{}", self.label, self.remarked())
    }

    fn markdown(&self) -> String {
        let figure = if self.figure.is_empty() { String::new() } else { format!("：**{}**", self.figure) };
        format!("**{}**{figure}{}", escaped(&self.label), self.remarked())
    }

    fn remarked(&self) -> String {
        if self.remark.is_empty() { String::new() } else { format!("（{}）", self.remark) }
    }
}

/// Characters that Markdown would read as markup, made plain.
fn escaped(words: &str) -> String {
    words.chars().flat_map(|c| if "*_`[]<>\\".contains(c) { vec!['\\', c] } else { vec![c] }).collect()
}

fn parts(app: &App, item: Item<'_>) -> (Lead, String) {
    let lang = app.lang();
    let lead = |label: &str, figure: &str, remark: &str| Lead {
        label: label.to_owned(),
        figure: figure.to_owned(),
        remark: remark.to_owned(),
    };
    let sentence = |words: &str| if words.is_empty() { String::new() } else { format!(" {words}") };
    match item {
        Item::Number(number) => {
            let remark = words::number_meta(number, lang).replace(" · ", "，");
            let lead = lead(&number.label, number.figure.written(), &remark);
            (lead, sentence(&number.counts))
        }
        Item::Event(event) => (lead(&event.title, "", &event.date.words(lang)), String::new()),
        Item::Voice(voice) => (lead(&voice.who, "", &voice.role), format!("：{}", voice.said)),
        Item::Term(term) => (lead(&term.name, "", &term.base.en), format!("：{}", term.explain)),
        Item::Measure(measure) => {
            let label = format!("{} {}", measure.no, measure.title);
            (lead(label.trim(), "", ""), sentence(&measure.base.detail))
        }
        Item::Task(measure, task) => (lead(&task.title, "", &measure.title), sentence(&task.base.detail)),
    }
}

/// `。來源：…` or, in Markdown, a link where there is one and a footnote where not.
fn cited(sources: &[&Source], form: Form, lang: Lang) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let label = lang.ui().source_of;
    match form {
        Form::Line => {
            let lines: Vec<String> = sources.iter().map(|source| words::source_line(source, lang)).collect();
            format!(" ［{label}：{}］", lines.join("；"))
        }
        Form::Markdown => {
            let marks = (1..=sources.len()).map(|nth| format!("[^{nth}]")).collect::<Vec<_>>().concat();
            let notes =
                sources.iter().zip(1..).map(|(source, nth)| format!("[^{nth}]: {}", linked(source, lang)));
            format!("{marks}\n\n{}", notes.collect::<Vec<_>>().join("\n"))
        }
    }
}

/// A source in Markdown: a link where it can be read somewhere.
fn linked(source: &Source, lang: Lang) -> String {
    let line = words::source_line(source, lang);
    if source.url.is_empty() { line } else { format!("[{}](<{}>)", escaped(&line), source.url) }
}

/// The plan or section as a whole: its bottom line and headline numbers.
fn plan_text(app: &App, plan: &Plan, form: Form) -> String {
    let section = app.place.section.and_then(|at| plan.sections.get(at));
    let (title, about) = match section {
        Some(section) => (&section.title, &section.summary),
        None => (&plan.title, &plan.bottom_line),
    };
    let (open, bullet) = match form {
        Form::Line => (title.to_string(), "· "),
        Form::Markdown => (format!("**{}**", escaped(title)), "- "),
    };
    let headline = app.place.plan.into_iter().flat_map(|plan| app.library.headline(plan));
    let here = headline.filter(|at| section.is_none() || app.place.section == Some(at.section));
    let figures = here.filter_map(|at| app.library.item(at)).map(|item| {
        let (lead, _) = parts(app, item);
        format!("{bullet}{}", if form == Form::Line { lead.plain() } else { lead.markdown() })
    });
    std::iter::once(format!("{open}：{about}")).chain(figures).collect::<Vec<_>>().join("\n")
}
