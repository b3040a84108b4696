//! Plans and sections: their titles, what a reader must know first, their panes and their sources.

use super::markup::Markup;
use super::page::{Page, heading_tag};
use super::{bars, item, rail};
use crate::export::scope::Scope;
use crate::export::words::{self, Total};
use crate::plan::Pane;
use crate::plan::{Item, ItemRef, Number, Plan, Section, Source};

/// Everything on the page below its masthead.
pub(super) fn all(page: &Page<'_>, out: &mut Markup) {
    let view = &page.view;
    if view.scope == Scope::Library && view.introduces_plans() {
        let first: Vec<ItemRef> =
            view.plans().filter_map(|(at, _)| view.library.headline(at).next()).collect();
        out.block("div", &[("class", "intro")], |out| cards(page, &first, true, out));
    }
    if view.scope == Scope::Library && view.options.pane == Some(Pane::Timeline) {
        rail::rail(page, &view.events(None), out);
    }
    for (at, plan) in view.plans() {
        out.block("article", &[("class", "plan"), ("id", plan.id.as_str())], |out| {
            self::plan(page, at, plan, out);
        });
    }
}

fn plan(page: &Page<'_>, at: usize, plan: &Plan, out: &mut Markup) {
    let view = &page.view;
    if matches!(view.scope, Scope::Library | Scope::Plan(_)) {
        out.block(heading_tag(page.plan_depth()), &[("class", "plan-title")], |out| {
            let number = (at + 1).to_string();
            if view.scope == Scope::Library {
                out.leaf("span", &[("class", "ordinal")], &number);
            }
            out.text(&plan.title);
        });
        out.leaf("p", &[("class", "gloss"), ("lang", "en")], &plan.en);
    } else {
        out.leaf("p", &[("class", "kicker")], &plan.title);
    }
    if view.introduces_plans() {
        out.block("div", &[("class", "intro")], |out| plan_introduction(page, at, plan, out));
    } else if view.options.pane == Some(Pane::Timeline) && view.scope != Scope::Library {
        rail::rail(page, &view.events(Some(at)), out);
    }
    for (section, it) in view.sections(at).filter(|(section, _)| page.has_section(at, *section)) {
        let path = Scope::Section(at, section).path(view.library);
        out.block("section", &[("class", "section"), ("id", &path)], |out| {
            self::section(page, (at, section), it, out);
        });
    }
    if view.shows(Pane::Sources) {
        sources(page, at, plan, out);
    }
}

fn plan_introduction(page: &Page<'_>, at: usize, plan: &Plan, out: &mut Markup) {
    let lang = page.lang();
    let t = lang.ui();
    out.leaf("p", &[("class", "bottom-line")], &plan.bottom_line);
    out.leaf("p", &[("class", "gloss"), ("lang", "en")], &plan.bottom_line_en);
    cards(page, &page.view.library.headline(at).collect::<Vec<_>>(), false, out);
    out.block("dl", &[("class", "facts")], |out| {
        fact(page, t.issuer, out, |out| {
            let issuer = words::preferred(&plan.issuer, &plan.issuer_en, lang);
            if issuer == plan.issuer { out.text(issuer) } else { out.leaf("span", &[("lang", "en")], issuer) }
        });
        if let Some(period) = &plan.period {
            fact(page, t.period, out, |out| page.ours(out, "span", "", &period.words(lang)));
        }
        if !plan.note.is_empty() {
            fact(page, t.note, out, |out| out.text(&plan.note));
        }
    });
    totals(page, &Total::of(plan.declared, plan.listed, lang), out);
    rail::rail(page, &page.view.events(Some(at)), out);
}

/// A label and what it labels, in a `dl`.
pub(super) fn fact(page: &Page<'_>, label: &str, out: &mut Markup, inside: impl FnOnce(&mut Markup)) {
    page.ours(out, "dt", "", label);
    out.block("dd", &[], inside);
}

fn section(page: &Page<'_>, (plan, at): (usize, usize), section: &Section, out: &mut Markup) {
    let depth = page.section_depth();
    let title = if section.full.is_empty() { &section.title } else { &section.full };
    out.block(heading_tag(depth), &[("class", "section-title")], |out| out.text(title));
    out.leaf("p", &[("class", "gloss"), ("lang", "en")], &section.en);
    if page.view.introduces_sections() {
        out.block("div", &[("class", "intro")], |out| {
            out.leaf("p", &[("class", "summary")], &section.summary);
            out.leaf("p", &[("class", "gloss"), ("lang", "en")], &section.summary_en);
            totals(page, &Total::of(section.declared, section.listed(), page.lang()), out);
            if !section.note.is_empty() {
                out.block("dl", &[("class", "facts")], |out| {
                    fact(page, page.lang().ui().note, out, |out| out.text(&section.note));
                });
            }
        });
    }
    let path = Scope::Section(plan, at).path(page.view.library);
    for pane in Pane::OF_ITEMS {
        let items = page.view.heads(plan, at, pane);
        if items.is_empty() {
            continue;
        }
        // A colon keeps the anchor apart from every item's: no id has one.
        let id = format!("{path}/{}:", pane.word());
        out.block("section", &[("class", "pane"), ("id", &id)], |out| {
            out.within(heading_tag(depth + 1), &[("class", "pane-title")], |out| {
                page.ours(out, "span", "", pane.name(page.lang()));
                out.leaf("span", &[("class", "count")], &items.len().to_string());
            });
            out.block("ul", &[("class", &format!("items {}", pane.word()))], |out| {
                for item in items {
                    item::item(page, item, depth + 2, out);
                }
            });
        });
    }
}

/// What is declared against what is listed, in a sentence and as a gauge.
fn totals(page: &Page<'_>, totals: &[Total], out: &mut Markup) {
    if totals.is_empty() {
        return;
    }
    out.block("ul", &[("class", "totals")], |out| {
        for total in totals {
            out.within("li", &[], |out| {
                page.ours(out, "span", "", &total.words(page.lang()));
                bars::gauge(total, out);
            });
        }
    });
}

/// Headline numbers as cards; on the front page with the plan each comes from.
fn cards(page: &Page<'_>, items: &[ItemRef], with_plan: bool, out: &mut Markup) {
    if items.is_empty() {
        return;
    }
    out.block("ul", &[("class", "cards"), ("aria-label", page.lang().ui().headline)], |out| {
        for at in items {
            if let Some(Item::Number(number)) = page.view.library.item(*at) {
                out.within("li", &[], |out| card(page, *at, number, with_plan, out));
            }
        }
    });
}

fn card(page: &Page<'_>, at: ItemRef, number: &Number, with_plan: bool, out: &mut Markup) {
    if let Some(plan) = page.view.library.plans.get(at.plan).filter(|_| with_plan) {
        out.leaf("span", &[("class", "kicker")], &plan.short);
    }
    item::figure(number, out);
    let target = page.target(at).unwrap_or_default();
    out.leaf("a", &[("class", "label"), ("href", &target)], &number.label);
    page.ours(out, "span", "meta", &words::number_meta(number, page.lang()));
}

fn sources(page: &Page<'_>, at: usize, plan: &Plan, out: &mut Markup) {
    let wanted = page.view.sources(at);
    if wanted.is_empty() {
        return;
    }
    let id = format!("{}/sources:", plan.id);
    out.block("section", &[("class", "section sources"), ("id", &id)], |out| {
        out.within(heading_tag(page.plan_depth() + 1), &[("class", "pane-title")], |out| {
            page.ours(out, "span", "", page.lang().ui().sources);
        });
        out.block("ol", &[], |out| {
            for source in wanted.into_iter().filter_map(|at| plan.sources.get(at)) {
                let id = format!("{}/source:{}", plan.id, source.id);
                out.block("li", &[("id", &id)], |out| self::source(page, source, out));
            }
        });
    });
}

fn source(page: &Page<'_>, source: &Source, out: &mut Markup) {
    let t = page.lang().ui();
    out.leaf("p", &[("class", "source-line")], &words::source_line(source, page.lang()));
    out.leaf("p", &[("class", "gloss"), ("lang", "en")], &source.en);
    out.within("dl", &[("class", "facts")], |out| {
        for (label, words) in [(t.date_note, &source.date_note), (t.note, &source.note)] {
            if !words.is_empty() {
                fact(page, label, out, |out| out.text(words));
            }
        }
        if !source.url.is_empty() {
            fact(page, t.link, out, |out| link(&source.url, out));
        }
    });
}

/// An address as a link, if it is one of the web; any other is only shown.
fn link(url: &str, out: &mut Markup) {
    if url.starts_with("https://") || url.starts_with("http://") {
        out.leaf("a", &[("href", url), ("rel", "noopener noreferrer")], url);
    } else {
        out.text(url);
    }
}
