//! Markdown (`CommonMark`) of the briefing: headings, a list entry for each item, its facts under it. All text is
//! escaped: what stands in a file is shown, never read as mark-up.

use super::facts::{Fact, facts};
use super::options::Options;
use super::scope::Scope;
use super::view::View;
use super::words::{self, Total};
use crate::lang::Lang;
use crate::plan::Pane;
use crate::plan::{Event, Item, ItemRef, Library, Plan, Section};

/// The scope as Markdown: plans at level 1, sections at 2, panes at 3, one list entry an item with its path in
/// code. With the pane `timeline` the events of the whole scope stand in one order of time, grouped by year.
pub fn markdown(library: &Library, scope: &Scope, options: &Options) -> String {
    let view = View::new(library, *scope, options);
    let mut page = Page { view, out: String::new() };
    if options.pane == Some(Pane::Timeline) {
        let plan = view.plans().next().filter(|_| *scope != Scope::Library);
        if let Some((_, plan)) = plan {
            page.heading(1, &plan.title);
        }
        page.heading(1 + plan.iter().len(), options.lang.ui().timeline);
        page.timeline(2 + plan.iter().len());
    } else {
        view.plans().for_each(|(at, plan)| page.plan(at, plan));
    }
    page.imprint();
    page.out
}

struct Page<'a> {
    view: View<'a>,
    out: String,
}

impl Page<'_> {
    fn lang(&self) -> Lang {
        self.view.options.lang
    }

    fn heading(&mut self, level: usize, words: &str) {
        self.gap();
        self.line(&format!("{} {}", "#".repeat(level), escaped(words)));
    }

    /// A paragraph; an empty text adds nothing.
    fn paragraph(&mut self, words: &str) {
        if !words.is_empty() {
            self.gap();
            self.line(&block(words));
        }
    }

    fn labelled(&mut self, label: &str, words: &str) {
        if !words.is_empty() {
            self.gap();
            self.line(&format!("**{}** {}", escaped(label), escaped(words)));
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// The day it was made on, at the very end.
    fn imprint(&mut self) {
        self.gap();
        self.line(&format!("---\n\n{}", block(&words::made_on(self.view.options.today, self.lang()))));
    }

    fn plan(&mut self, at: usize, plan: &Plan) {
        self.heading(1, &plan.title);
        if self.view.introduces_plans() {
            self.plan_introduction(at, plan);
        }
        for (section, it) in self.view.sections(at) {
            if !self.view.items(at, section).is_empty() || self.view.introduces_sections() {
                self.section((at, section), it);
            }
        }
        if self.view.shows(Pane::Sources) {
            self.sources(at, plan);
        }
    }

    fn plan_introduction(&mut self, at: usize, plan: &Plan) {
        let lang = self.lang();
        let t = lang.ui();
        self.emphasised(&plan.en);
        self.labelled(t.bottom_line, &plan.bottom_line);
        self.paragraph(&plan.bottom_line_en);
        self.labelled(t.issuer, words::preferred(&plan.issuer, &plan.issuer_en, lang));
        self.labelled(t.period, &plan.period.as_ref().map(|date| date.words(lang)).unwrap_or_default());
        self.totals(&Total::of(plan.declared, plan.listed, lang));
        if !plan.headline.is_empty() {
            self.heading(2, t.headline);
            self.gap();
        }
        for at in self.view.library.headline(at) {
            if let Some(Item::Number(number)) = self.view.library.item(at) {
                let meta = words::number_meta(number, lang);
                let figure = escaped(number.figure.written());
                let label = escaped(&number.label);
                self.line(&format!("- **{figure}** {label}{}{}", words::colon(lang), escaped(&meta)));
            }
        }
        self.labelled(t.note, &plan.note);
    }

    fn section(&mut self, (plan, at): (usize, usize), section: &Section) {
        let title = if section.full.is_empty() { &section.title } else { &section.full };
        self.heading(2, title);
        if self.view.introduces_sections() {
            self.emphasised(&section.en);
            self.paragraph(&section.summary);
            self.paragraph(&section.summary_en);
            self.totals(&Total::of(section.declared, section.listed(), self.lang()));
            self.labelled(self.lang().ui().note, &section.note);
        }
        for pane in Pane::OF_ITEMS {
            let items = self.view.heads(plan, at, pane);
            if !items.is_empty() {
                self.heading(3, pane.name(self.lang()));
                self.gap();
                for item in items {
                    self.item(item, 0);
                }
            }
        }
    }

    fn emphasised(&mut self, words: &str) {
        if !words.is_empty() {
            self.gap();
            self.line(&format!("*{}*", escaped(words)));
        }
    }

    fn totals(&mut self, totals: &[Total]) {
        self.gap();
        for total in totals {
            self.line(&format!("- {}", escaped(&total.words(self.lang()))));
        }
    }

    fn timeline(&mut self, level: usize) {
        let mut year = None;
        for (at, event) in self.view.events(None) {
            if year.replace(event.date.year()) != Some(event.date.year()) {
                self.heading(level, &event.date.year().to_string());
                self.gap();
            }
            self.item(at, 0);
        }
    }

    /// An item as a list entry, its facts and tasks as entries below it.
    fn item(&mut self, at: ItemRef, depth: usize) {
        let Some(item) = self.view.library.item(at) else { return };
        let indent = "  ".repeat(depth);
        self.line(&format!("{indent}- {}", self.head(item)));
        for fact in facts(&self.view, at) {
            let (label, words) = fact.plain(&self.view);
            let words = match fact {
                Fact::Path(path) => format!("`{path}`"),
                Fact::Gloss(gloss) => format!("*{}*", escaped(gloss)),
                _ if label.is_empty() => block(&words),
                _ => escaped(&words),
            };
            let label = if label.is_empty() {
                String::new()
            } else {
                format!("{}{}", escaped(label), words::colon(self.lang()))
            };
            self.line(&format!("{indent}  - {label}{words}"));
        }
        for task in self.view.tasks(at) {
            self.item(task, depth + 1);
        }
    }

    /// What an item goes by: the figure or the date before its label, as that is what is looked for.
    fn head(&self, item: Item<'_>) -> String {
        match item {
            Item::Number(number) => {
                format!("**{}** {}", escaped(number.figure.written()), escaped(&number.label))
            }
            Item::Event(Event { date, title, .. }) => {
                format!("**{}** {}", escaped(&date.words(self.lang())), escaped(title))
            }
            _ => format!("**{}**", escaped(&words::pointer(item))),
        }
    }

    fn sources(&mut self, at: usize, plan: &Plan) {
        let wanted = self.view.sources(at);
        let lang = self.lang();
        let t = lang.ui();
        if !wanted.is_empty() {
            self.heading(2, t.sources);
            self.gap();
        }
        for source in wanted.into_iter().filter_map(|at| plan.sources.get(at)) {
            self.line(&format!("- {}", escaped(&words::source_line(source, lang))));
            let notes = [
                ("", &source.en),
                (t.date_note, &source.date_note),
                (t.link, &source.url),
                (t.note, &source.note),
            ];
            for (label, words) in notes.into_iter().filter(|(_, words)| !words.is_empty()) {
                let label =
                    if label.is_empty() { String::new() } else { format!("{label}{}", words::colon(lang)) };
                self.line(&format!("  - {label}{}", escaped(words)));
            }
        }
    }
}

/// `words` as they are, with a backslash before whatever Markdown would read (`CommonMark` 2.4).
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if "\\`*_{}[]<>#|~&$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The same for words that begin a line, where also `-`, `+`, `=` and `1.` would be read as marks of a block.
fn block(words: &str) -> String {
    let escaped = escaped(words);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    match (escaped.split_at_checked(digits), escaped.chars().next()) {
        (Some((number, rest)), _) if digits > 0 && rest.starts_with(['.', ')']) => {
            format!("{number}\\{rest}")
        }
        (_, Some('-' | '+' | '=')) => format!("\\{escaped}"),
        _ => escaped,
    }
}

#[cfg(test)]
mod tests {
    use super::{block, escaped};

    #[test]
    fn what_a_file_says_is_never_mark_up() {
        assert_eq!(escaped("*粗* [甲](b) <i>"), "\\*粗\\* \\[甲\\](b) \\<i\\>");
        assert_eq!(block("1. 甲"), "1\\. 甲");
        assert_eq!(block("- 甲"), "\\- 甲");
        assert_eq!(block("2026年"), "2026年");
    }
}
