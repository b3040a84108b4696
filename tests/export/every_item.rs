//! No format loses an item of our own briefings, and none has it twice.

use super::{export, options};
use jianbao::export::{Format, Options};
use jianbao::lang::Lang;
use jianbao::plan::Pane;
use jianbao::plan::{Item, Library};
use std::collections::BTreeMap;

fn paths(library: &Library) -> Vec<String> {
    library.items().filter_map(|(at, _)| library.path(at)).collect()
}

/// What was found is the path of every item, each once.
fn assert_once(library: &Library, found: impl Iterator<Item = String>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    found.for_each(|path| *counts.entry(path).or_default() += 1);
    for path in paths(library) {
        assert_eq!(counts.remove(&path), Some(1), "{path}");
    }
    assert!(counts.is_empty(), "{counts:?}");
}

#[test]
fn the_briefings_are_worth_counting() {
    assert!(paths(&Library::builtin()).len() > 900);
}

#[test]
fn text_has_every_item() {
    let library = Library::builtin();
    for lang in Lang::ALL {
        // Wide enough that no path is broken.
        let text = export(&library, Format::Text, "", &Options { lang, width: 120, ..options() });
        let labels = ["路徑  ", "路径  ", "Path  "];
        let path =
            |line: &str| labels.iter().find_map(|label| line.trim().strip_prefix(label)).map(str::to_owned);
        assert_once(&library, text.lines().filter_map(path));
    }
}

#[test]
fn markdown_has_every_item() {
    let library = Library::builtin();
    let text = export(&library, Format::Markdown, "", &options());
    let path = |line: &str| line.trim().strip_prefix("- 路徑：`")?.strip_suffix('`').map(str::to_owned);
    assert_once(&library, text.lines().filter_map(path));
}

#[test]
fn json_has_every_item() {
    let library = Library::builtin();
    let value: serde_json::Value =
        serde_json::from_str(&export(&library, Format::Json, "", &options())).unwrap();
    let mut found = Vec::new();
    item_paths(&value, &mut found);
    assert_once(&library, found.into_iter());
}

/// The `path` of every object that names an item.
fn item_paths(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(list) => list.iter().for_each(|each| item_paths(each, found)),
        serde_json::Value::Object(object) => {
            let path = object.get("path").and_then(serde_json::Value::as_str);
            found.extend(path.filter(|path| path.matches('/').count() == 2).map(str::to_owned));
            object.values().for_each(|each| item_paths(each, found));
        }
        _ => {}
    }
}

#[test]
fn csv_has_every_item() {
    let library = Library::builtin();
    let text = export(&library, Format::Csv, "", &options());
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    assert_once(&library, reader.records().map(|row| row.unwrap()[0].to_owned()));
}

#[test]
fn html_has_every_item() {
    let library = Library::builtin();
    let page = export(&library, Format::Html, "", &options());
    let xml = super::html::parsed(&page);
    let items = xml.descendants().filter(|node| node.attribute("class") == Some("item"));
    assert_once(&library, items.map(|node| node.attribute("id").unwrap().to_owned()));
}

#[test]
fn the_calendar_has_every_event() {
    let library = Library::builtin();
    let text = export(&library, Format::Ics, "", &options());
    let events = library.items().filter(|(_, item)| matches!(item, Item::Event(_))).count();
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), events);
}

#[test]
fn the_panes_share_the_items_out() {
    let library = Library::builtin();
    let rows = |pane| export(&library, Format::Csv, "", &Options { pane: Some(pane), ..options() });
    let found: Vec<String> = Pane::OF_ITEMS
        .into_iter()
        .flat_map(|pane| {
            let text = rows(pane);
            let mut reader = ::csv::Reader::from_reader(text.as_bytes());
            reader.records().map(|row| row.unwrap()[0].to_owned()).collect::<Vec<_>>()
        })
        .collect();
    assert_once(&library, found.into_iter());
}
