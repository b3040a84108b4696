//! The page as an XML parser reads it: well-formed, self-contained, escaped, with its landmarks and anchors.

use super::{export, fixture, options};
use jianbao::export::{Format, Options};
use jianbao::lang::Lang;
use jianbao::plan::Library;
use jianbao::plan::Pane;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::HashSet;

pub(super) fn parsed(page: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: u32::MAX, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).unwrap()
}

fn elements<'a>(xml: &'a Document<'a>, tag: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    xml.descendants().filter(move |node| node.tag_name().name() == tag)
}

fn pages() -> Vec<String> {
    let (builtin, fixture) = (Library::builtin(), fixture());
    let mut pages = vec![export(&builtin, Format::Html, "", &options())];
    for path in ["", "harbour", "harbour/works", "harbour/works/berths", "harbour/works/east"] {
        for lang in Lang::ALL {
            pages.push(export(&fixture, Format::Html, path, &Options { lang, ..options() }));
        }
    }
    for pane in Pane::LISTS {
        pages.push(export(&fixture, Format::Html, "", &Options { pane: Some(pane), ..options() }));
    }
    pages
}

#[test]
fn nothing_on_the_page_can_load_anything() {
    for page in pages() {
        let xml = parsed(&page);
        for node in xml.descendants().filter(Node::is_element) {
            let tag = node.tag_name().name();
            assert!(
                !["link", "img", "iframe", "object", "embed", "base", "image", "use"].contains(&tag),
                "{tag}"
            );
            for attribute in node.attributes() {
                let name = attribute.name();
                assert!(
                    !["src", "srcset", "style", "action", "ping", "background"].contains(&name),
                    "{name}"
                );
                assert!(!name.starts_with("on"), "{name}");
                if name == "href" {
                    let safe =
                        attribute.value().starts_with('#') || attribute.value().starts_with("https://");
                    assert!(safe, "{}", attribute.value());
                }
            }
        }
        for own in elements(&xml, "style").chain(elements(&xml, "script")) {
            let text = own.text().unwrap();
            for loading in ["@import", "url(", "http", "fetch", "XMLHttp", "import("] {
                assert!(!text.contains(loading), "{loading}");
            }
        }
    }
}

#[test]
fn what_a_file_says_is_text() {
    let page = export(&fixture(), Format::Html, "harbour", &options());
    let xml = parsed(&page);
    assert_eq!(elements(&xml, "h1").next().unwrap().text(), Some("港灣發展計劃 <草案> & 附件"));
    assert!(page.contains("javascript:alert(1)") && !page.contains("href=\"javascript"));
}

#[test]
fn every_link_leads_somewhere_and_no_id_stands_twice() {
    for page in pages() {
        let xml = parsed(&page);
        let ids: Vec<&str> = xml.descendants().filter_map(|node| node.attribute("id")).collect();
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len());
        for link in elements(&xml, "a").filter_map(|node| node.attribute("href")) {
            if let Some(target) = link.strip_prefix('#') {
                assert!(unique.contains(target), "{link}");
            }
        }
    }
}

#[test]
fn headings_go_down_one_level_at_a_time_from_one_h1() {
    for page in pages() {
        let xml = parsed(&page);
        let levels: Vec<u32> = xml
            .descendants()
            .filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse().ok())
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{levels:?}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn landmarks_and_languages_are_there() {
    let page = export(&fixture(), Format::Html, "", &Options { lang: Lang::En, ..options() });
    let xml = parsed(&page);
    assert_eq!(elements(&xml, "html").next().unwrap().attribute("lang"), Some("en"));
    assert_eq!(elements(&xml, "main").next().unwrap().attribute("lang"), Some("zh-Hant"));
    for landmark in ["header", "nav", "main", "title"] {
        assert_eq!(elements(&xml, landmark).count(), 1, "{landmark}");
    }
    let gloss = xml.descendants().find(|node| node.text() == Some("New berths")).unwrap();
    assert_eq!(gloss.attribute("lang"), Some("en"));
}

#[test]
fn a_series_is_drawn_to_scale() {
    let page = export(&fixture(), Format::Html, "", &options());
    let xml = parsed(&page);
    let series = xml.descendants().find(|node| node.attribute("class") == Some("series")).unwrap();
    let widths: Vec<&str> = series
        .descendants()
        .filter(|node| node.attribute("class") == Some("low"))
        .filter_map(|node| node.attribute("width"))
        .collect();
    // 120 in 2025, about 40 in 2026.
    assert_eq!(widths, ["100.00%", "33.33%"]);
}

#[test]
fn the_timeline_has_a_mark_for_every_event() {
    let page = export(&fixture(), Format::Html, "harbour", &options());
    let xml = parsed(&page);
    let rail = xml.descendants().find(|node| node.attribute("class") == Some("rail")).unwrap();
    let count = |classes: &[&str]| {
        rail.descendants()
            .filter(|node| node.attribute("class").is_some_and(|class| classes.contains(&class)))
            .count()
    };
    assert_eq!(count(&["dot", "dot vague", "span", "span vague", "span open"]), 6);
    assert_eq!(count(&["row past"]), 5);
    assert_eq!(count(&["row ahead"]), 1);
}
