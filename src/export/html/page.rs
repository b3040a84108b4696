//! The frame of the page: head, title, search box, table of contents, and what is common to all parts of it.

use std::collections::HashSet;

use super::markup::Markup;
use super::plan;
use crate::export::options::Options;
use crate::export::scope::Scope;
use crate::export::texts::texts;
use crate::export::view::View;
use crate::export::words;
use crate::lang::{Lang, fill};
use crate::plan::Pane;
use crate::plan::{ItemRef, Library, Plan, Section};

/// The language of what the files say.
const CONTENT: &str = "zh-Hant";

/// Nothing may be loaded, whatever a file says; the page's own style and script are in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The scope as one HTML page that is also well-formed XML.
///
/// Every plan, section and item has its path as its id (`#plan/section/item`), a source `plan/source:id`. Series of
/// numbers and timelines are drawn as inline SVG beside their text, light and dark follow the reader's system, and on
/// paper it is a hand-out of A4 pages. The script only adds a search box.
pub fn html(library: &Library, scope: &Scope, options: &Options) -> String {
    let view = View::new(library, *scope, options);
    let items = view.plans().flat_map(|(plan, _)| {
        view.sections(plan).flat_map(|(section, _)| view.items(plan, section)).collect::<Vec<_>>()
    });
    let page = Page { view, items: items.collect() };
    let mut out = Markup::default();
    out.raw("<!DOCTYPE html>\n");
    out.block("html", &[("lang", options.lang.word())], |out| {
        page.head(out);
        out.block("body", &[], |out| page.body(out));
    });
    out.finish()
}

/// What all parts of a page need to know.
pub(super) struct Page<'a> {
    pub(super) view: View<'a>,
    /// The items that are on the page: what can be linked to.
    pub(super) items: HashSet<ItemRef>,
}

impl<'a> Page<'a> {
    pub(super) fn lang(&self) -> Lang {
        self.view.options.lang
    }

    /// Words of the interface inside a text of the content, marked with their language where it is another.
    pub(super) fn ours(&self, out: &mut Markup, tag: &str, class: &str, words: &str) {
        let lang = self.lang().word();
        let all = [("class", class), ("lang", lang)];
        let attributes = match (class.is_empty(), lang == CONTENT) {
            (true, true) => &all[..0],
            (true, false) => &all[1..],
            (false, true) => &all[..1],
            (false, false) => &all[..],
        };
        out.leaf(tag, attributes, words);
    }

    /// How far below the title of the page a plan's heading stands.
    pub(super) fn plan_depth(&self) -> usize {
        usize::from(self.view.scope == Scope::Library)
    }

    /// How far below the title of the page a section's heading stands.
    pub(super) fn section_depth(&self) -> usize {
        match self.view.scope {
            Scope::Library => 2,
            Scope::Plan(_) => 1,
            Scope::Section(..) | Scope::Item(_) => 0,
        }
    }

    fn head(&self, out: &mut Markup) {
        out.block("head", &[], |out| {
            out.void("meta", &[("charset", "utf-8")]);
            out.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            out.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            out.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            out.void("meta", &[("name", "generator"), ("content", "Jianbao")]);
            out.leaf("title", &[], &self.title());
            out.block("style", &[], |out| out.raw(include_str!("style.css")));
        });
    }

    /// What the browser's tab and a bookmark say.
    fn title(&self) -> String {
        let app = self.lang().ui().app;
        match (self.view.scope, self.only()) {
            (Scope::Library, _) | (_, None) => app.to_owned(),
            (Scope::Plan(_), Some((plan, _))) => format!("{} · {app}", plan.title),
            (_, Some((plan, section))) => {
                let section = section.map_or("", |section| &section.title);
                format!("{section} · {} · {app}", plan.short)
            }
        }
    }

    /// The first plan of the page and its first section in scope.
    fn only(&self) -> Option<(&'a Plan, Option<&'a Section>)> {
        let (at, plan) = self.view.plans().next()?;
        Some((plan, self.view.sections(at).next().map(|(_, section)| section)))
    }

    fn body(&self, out: &mut Markup) {
        let t = texts(self.lang());
        out.leaf("a", &[("class", "skip"), ("href", "#main")], t.skip);
        out.block("header", &[("class", "masthead")], |out| self.masthead(out));
        out.block("div", &[("class", "page")], |out| {
            if !matches!(self.view.scope, Scope::Item(_)) {
                self.contents(out);
            }
            out.block("main", &[("id", "main"), ("lang", CONTENT)], |out| plan::all(self, out));
        });
        out.block("script", &[], |out| {
            out.raw("//<![CDATA[\n");
            out.raw(include_str!("script.js"));
            out.raw("//]]>\n");
        });
    }

    fn masthead(&self, out: &mut Markup) {
        let t = texts(self.lang());
        if self.view.scope == Scope::Library {
            out.block("h1", &[], |out| out.text(self.lang().ui().app));
        } else {
            out.leaf("p", &[("class", "brand")], self.lang().ui().app);
        }
        out.leaf("p", &[("class", "imprint")], &self.imprint());
        // The script takes `hidden` away: without it there is nothing that would not work.
        let form = [("id", "search"), ("role", "search"), ("hidden", "hidden"), ("data-hits", t.search_hits)];
        out.block("form", &form, |out| {
            out.leaf("label", &[("for", "query")], t.search);
            out.void(
                "input",
                &[("id", "query"), ("type", "search"), ("autocomplete", "off"), ("spellcheck", "false")],
            );
            out.within("span", &[("id", "hits"), ("role", "status"), ("aria-live", "polite")], |_| ());
        });
    }

    /// How much there is and when it was made.
    fn imprint(&self) -> String {
        let t = texts(self.lang());
        let mut parts = Vec::new();
        if self.view.scope == Scope::Library {
            parts.push(fill(t.plan_count, &[("count", &self.view.plans().count().to_string())]));
        }
        parts.extend(self.view.options.pane.map(|pane| pane.name(self.lang()).to_owned()));
        parts.push(fill(t.item_count, &[("count", &self.items.len().to_string())]));
        parts.push(words::made_on(self.view.options.today, self.lang()));
        parts.join(" · ")
    }

    fn contents(&self, out: &mut Markup) {
        let name = texts(self.lang()).contents;
        out.block("nav", &[("class", "contents"), ("aria-label", name), ("id", "contents")], |out| {
            out.leaf("p", &[("class", "kicker")], name);
            out.block("ol", &[("lang", CONTENT)], |out| match self.view.scope {
                Scope::Library => self.view.plans().for_each(|(at, plan)| {
                    out.block("li", &[], |out| {
                        entry(out, plan.id.as_str(), &plan.title);
                        out.within("ol", &[], |out| self.plan_contents(out, at, plan));
                    });
                }),
                Scope::Plan(_) => self.view.plans().for_each(|(at, plan)| self.plan_contents(out, at, plan)),
                Scope::Section(plan, section) => self.section_contents(out, plan, section),
                Scope::Item(_) => {}
            });
        });
    }

    fn plan_contents(&self, out: &mut Markup, at: usize, plan: &Plan) {
        for (section, it) in self.view.sections(at) {
            if self.has_section(at, section) {
                let path = Scope::Section(at, section).path(self.view.library);
                out.within("li", &[], |out| entry(out, &path, &it.title));
            }
        }
        if self.view.shows(Pane::Sources) && !plan.sources.is_empty() {
            let path = format!("{}/sources:", plan.id);
            out.within("li", &[], |out| entry(out, &path, self.lang().ui().sources));
        }
    }

    fn section_contents(&self, out: &mut Markup, plan: usize, section: usize) {
        let path = Scope::Section(plan, section).path(self.view.library);
        for pane in Pane::OF_ITEMS {
            if !self.view.heads(plan, section, pane).is_empty() {
                let path = format!("{path}/{}:", pane.word());
                out.within("li", &[], |out| entry(out, &path, pane.name(self.lang())));
            }
        }
    }

    /// Whether a section has anything on the page.
    pub(super) fn has_section(&self, plan: usize, section: usize) -> bool {
        self.view.introduces_sections() || !self.view.items(plan, section).is_empty()
    }

    /// The path of an item as a link target, if it is on the page.
    pub(super) fn target(&self, at: ItemRef) -> Option<String> {
        let path = self.view.library.path(at)?;
        self.items.contains(&at).then(|| format!("#{path}"))
    }
}

/// The heading `depth` levels below the title of the page, which is `h1`.
pub(super) fn heading_tag(depth: usize) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5", "h6"].get(depth).copied().unwrap_or("h6")
}

/// A line of the table of contents.
fn entry(out: &mut Markup, path: &str, words: &str) {
    out.leaf("a", &[("href", &format!("#{path}"))], words);
}
