//! The whole of a plain text: plans and sections with what introduces them. Their items are set by `items`.

use super::items;
use super::sheet::Sheet;
use crate::export::options::Options;
use crate::export::scope::Scope;
use crate::export::view::View;
use crate::export::words::{self, Total};
use crate::plan::Pane;
use crate::plan::{Library, Plan, Section, Source};

/// The scope as plain text within `options.width` columns (20 at least), without any escape.
///
/// Plans are numbered as their tabs are, sections within them. Figures of one list are aligned on their digits. The
/// pane `timeline` puts the events of the whole scope in one order of time; otherwise they stand in their sections.
pub fn text(library: &Library, scope: &Scope, options: &Options) -> String {
    let view = View::new(library, *scope, options);
    let mut sheet = Sheet::new(options.width);
    match scope {
        Scope::Item(at) => items::alone(&view, *at, &mut sheet),
        _ if options.pane == Some(Pane::Timeline) => {
            heading(&view, &mut sheet);
            items::timeline(&view, &view.events(None), &mut sheet);
        }
        _ => {
            for (at, plan) in view.plans() {
                sheet.gap();
                self::plan(&view, at, plan, &mut sheet);
            }
        }
    }
    if sheet.is_empty() {
        sheet.paragraph(0, options.lang.ui().nothing_here);
    }
    sheet.finish()
}

/// The plan or section that a list stands under, where there is one.
fn heading(view: &View<'_>, sheet: &mut Sheet) {
    for (at, plan) in view.plans().filter(|_| view.scope != Scope::Library) {
        plan_title(at, plan, sheet);
        if let (Scope::Section(..), Some((section, it))) = (view.scope, view.sections(at).next()) {
            section_title(at, section, it, sheet);
        }
    }
    sheet.gap();
}

fn plan_title(at: usize, plan: &Plan, sheet: &mut Sheet) {
    sheet.labelled(0, &(at + 1).to_string(), &plan.title);
}

fn section_title(plan: usize, at: usize, section: &Section, sheet: &mut Sheet) {
    let title = if section.full.is_empty() { &section.title } else { &section.full };
    sheet.labelled(0, &format!("{}.{}", plan + 1, at + 1), title);
}

fn plan(view: &View<'_>, at: usize, plan: &Plan, sheet: &mut Sheet) {
    plan_title(at, plan, sheet);
    if view.introduces_plans() {
        plan_introduction(view, at, plan, sheet);
    }
    for (section, it) in view.sections(at) {
        let items = view.items(at, section);
        if !items.is_empty() || view.introduces_sections() {
            sheet.gap();
            section_title(at, section, it, sheet);
            section_introduction(view, it, sheet);
            items::panes(view, (at, section), sheet);
        }
    }
    if view.shows(Pane::Sources) {
        sources(view, at, plan, sheet);
    }
}

fn plan_introduction(view: &View<'_>, at: usize, plan: &Plan, sheet: &mut Sheet) {
    let lang = view.options.lang;
    let t = lang.ui();
    sheet.paragraph(0, &plan.en);
    sheet.gap();
    sheet.labelled(0, t.issuer, words::preferred(&plan.issuer, &plan.issuer_en, lang));
    if let Some(period) = &plan.period {
        sheet.labelled(0, t.period, &period.words(lang));
    }
    sheet.gap();
    sheet.paragraph(0, &plan.bottom_line);
    sheet.paragraph(0, &plan.bottom_line_en);
    totals(&Total::of(plan.declared, plan.listed, lang), view, sheet);
    if !plan.headline.is_empty() {
        sheet.gap();
        sheet.paragraph(0, t.headline);
        sheet.gap();
        items::headline(view, &view.library.headline(at).collect::<Vec<_>>(), sheet);
    }
    sheet.gap();
    sheet.labelled(0, t.note, &plan.note);
}

fn section_introduction(view: &View<'_>, section: &Section, sheet: &mut Sheet) {
    if !view.introduces_sections() {
        return;
    }
    sheet.paragraph(0, &section.en);
    sheet.gap();
    sheet.paragraph(0, &section.summary);
    sheet.paragraph(0, &section.summary_en);
    totals(&Total::of(section.declared, section.listed(), view.options.lang), view, sheet);
    sheet.gap();
    sheet.labelled(0, view.options.lang.ui().note, &section.note);
}

fn totals(totals: &[Total], view: &View<'_>, sheet: &mut Sheet) {
    sheet.gap();
    for total in totals {
        sheet.paragraph(0, &total.words(view.options.lang));
    }
}

fn sources(view: &View<'_>, at: usize, plan: &Plan, sheet: &mut Sheet) {
    let wanted: Vec<&Source> = view.sources(at).into_iter().filter_map(|at| plan.sources.get(at)).collect();
    if wanted.is_empty() {
        return;
    }
    let lang = view.options.lang;
    let t = lang.ui();
    sheet.gap();
    sheet.paragraph(0, &format!("{} {}", t.sources, wanted.len()));
    for source in wanted {
        sheet.gap();
        sheet.paragraph(2, &words::source_line(source, lang));
        sheet.paragraph(4, &source.en);
        sheet.labelled(4, t.date_note, &source.date_note);
        sheet.labelled(4, t.link, &source.url);
        sheet.labelled(4, t.note, &source.note);
    }
}
