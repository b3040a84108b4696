//! Pins in memory and in their file.

use std::fs;

use jianbao::store::{NOTE_COLUMNS, Pins, last_text};
use jianbao::text;

use super::{Folder, INDUSTRY, RULES, day, library, library_of};

fn paths<'a>(pins: &'a Pins, library: &jianbao::plan::Library) -> Vec<(&'a str, bool)> {
    let list = pins.list(library);
    list.iter().map(|listed| (listed.pin.path.as_str(), listed.at.is_some())).collect()
}

#[test]
fn a_pin_outlives_the_program() {
    let folder = Folder::new();
    let store = folder.store();
    let (mut pins, error) = store.load_pins();
    assert!(error.is_none() && pins.is_empty() && !pins.unsaved());
    assert!(pins.toggle("p/rules/tasks", "具體任務 56條", day()));
    assert!(pins.set_note("p/rules/tasks", "\t問：是否\u{1b}[31m確數？\n第二行 "));
    assert!(pins.unsaved());
    let _ = store.save_pins(&mut pins).unwrap();
    assert!(!pins.unsaved());

    let (again, error) = store.load_pins();
    assert!(error.is_none());
    let pin = again.get("p/rules/tasks").unwrap();
    assert_eq!(pin.text, "具體任務 56條");
    assert_eq!(pin.pinned, Some(day()));
    assert_eq!(pin.note, "問：是否\u{FFFD}[31m確數？ 第二行");
    assert_eq!(
        fs::read_to_string(store.pins_file()).unwrap(),
        "version = 1\nlibrary = \"builtin\"\n\n[[pin]]\npath = \"p/rules/tasks\"\ntext = \"具體任務 56條\"\n\
         pinned = \"2026-11-22\"\nnote = \"問：是否\u{FFFD}[31m確數？ 第二行\"\n"
    );
}

#[test]
fn unpinning_takes_the_note_along() {
    let folder = Folder::new();
    let store = folder.store();
    let (mut pins, _) = store.load_pins();
    pins.toggle("p/rules/tasks", "具體任務", day());
    pins.set_note("p/rules/tasks", "記");
    let _ = store.save_pins(&mut pins).unwrap();
    assert!(!pins.toggle("p/rules/tasks", "", day()));
    assert!(!pins.contains("p/rules/tasks"));
    assert!(pins.toggle("p/rules/tasks", "具體任務", day()));
    let _ = store.save_pins(&mut pins).unwrap();
    assert_eq!(store.load_pins().0.get("p/rules/tasks").unwrap().note, "");
    assert!(!pins.set_note("p/rules/other", "記"), "no pin, no note");
}

#[test]
fn a_long_note_is_cut_between_characters() {
    let folder = Folder::new();
    let (mut pins, _) = folder.store().load_pins();
    pins.toggle("p/rules/tasks", "", day());
    pins.set_note("p/rules/tasks", &"記".repeat(1000));
    let note = &pins.get("p/rules/tasks").unwrap().note;
    assert!(text::width(note) <= NOTE_COLUMNS && note.ends_with("記…"), "{note}");
}

#[test]
fn the_list_follows_the_order_of_reading_and_what_is_gone_comes_last() {
    let library = library(RULES, INDUSTRY);
    let folder = Folder::new();
    let (mut pins, _) = folder.store().load_pins();
    let order = ["p/rules/align", "p/rules/align-law", "p/rules/open", "p/rules/tasks", "p/industry/chief"];
    pins.toggle("p/rules/old", "舊數 13份", day());
    for path in order.iter().rev() {
        pins.toggle(path, "", day());
    }
    let mut wanted: Vec<(&str, bool)> = order.iter().map(|path| (*path, true)).collect();
    wanted.push(("p/rules/old", false));
    assert_eq!(paths(&pins, &library), wanted);
    assert_eq!(pins.list(&library).last().unwrap().pin.text, "舊數 13份");
}

#[test]
fn a_pin_keeps_what_its_item_said_last() {
    let folder = Folder::new();
    let store = folder.store();
    let (mut pins, _) = store.load_pins();
    let before = library(RULES, INDUSTRY);
    let text = |library: &jianbao::plan::Library, path: &str| {
        last_text(library.item(library.find_path(path).unwrap()).unwrap())
    };
    assert_eq!(text(&before, "p/rules/tasks"), "具體任務 56條");
    assert_eq!(text(&before, "p/industry/chief"), "李家超：積極對接。");
    assert_eq!(text(&before, "p/rules/flight"), "開辦直飛航線");
    pins.toggle("p/rules/tasks", &text(&before, "p/rules/tasks"), day());
    pins.set_note("p/rules/tasks", "記");
    assert!(!pins.follow(&before));
    assert!(pins.follow(&library(&RULES.replace("56條", "60條"), INDUSTRY)));
    let _ = store.save_pins(&mut pins).unwrap();
    let (pins, _) = store.load_pins();
    let gone = library_of(&[]);
    let list = pins.list(&gone);
    let pin = list.first().unwrap().pin;
    assert_eq!((pin.text.as_str(), pin.note.as_str()), ("具體任務 60條", "記"));
}

#[test]
fn two_windows_keep_each_others_pins_and_notes() {
    let folder = Folder::new();
    let store = folder.store();
    let (mut one, _) = store.load_pins();
    let (mut two, _) = store.load_pins();
    one.toggle("p/a/one", "一", day());
    let _ = store.save_pins(&mut one).unwrap();
    two.toggle("p/a/two", "二", day());
    let _ = store.save_pins(&mut two).unwrap();
    assert!(two.contains("p/a/one"), "saving brings in what the other window saved");
    assert!(!one.contains("p/a/two"));
    store.refresh_pins(&mut one).unwrap();
    assert!(one.contains("p/a/two"));

    // One writes a note while the other pins the same again and unpins the first.
    two.set_note("p/a/two", "二記");
    let _ = store.save_pins(&mut two).unwrap();
    one.toggle("p/a/one", "", day());
    one.toggle("p/a/three", "三", day());
    let _ = store.save_pins(&mut one).unwrap();
    let (pins, _) = store.load_pins();
    assert_eq!(pins.get("p/a/two").unwrap().note, "二記");
    assert!(pins.contains("p/a/three") && !pins.contains("p/a/one"));

    // A note on a pin that the other window took away is not lost.
    two.set_note("p/a/one", "一記");
    let _ = store.save_pins(&mut two).unwrap();
    assert_eq!(store.load_pins().0.get("p/a/one").unwrap().note, "一記");
}

#[test]
fn what_a_later_version_added_stays() {
    let folder = Folder::new();
    let store = folder.store();
    let written = "version = 1\ncolour = \"red\"\n\n[other]\nx = [1, 2]\n\n[[pin]]\npath = \"p/a/b\"\n\
                   pinned = \"2026-01-02\"\nstars = 5\n";
    fs::write(store.pins_file(), written).unwrap();
    let (mut pins, error) = store.load_pins();
    assert!(error.is_none(), "{error:?}");
    pins.set_note("p/a/b", "記");
    let _ = store.save_pins(&mut pins).unwrap();
    let saved: toml::Table = fs::read_to_string(store.pins_file()).unwrap().parse().unwrap();
    assert_eq!(saved["colour"].as_str(), Some("red"));
    assert_eq!(saved["other"]["x"].as_array().map(Vec::len), Some(2));
    assert_eq!(saved["pin"][0]["stars"].as_integer(), Some(5));
    assert_eq!(saved["pin"][0]["note"].as_str(), Some("記"));
    assert_eq!(saved["pin"][0]["pinned"].as_str(), Some("2026-01-02"));
}

#[test]
fn a_file_edited_by_hand_is_read_as_far_as_it_makes_sense() {
    let folder = Folder::new();
    let store = folder.store();
    let written = "version = 1\n[[pin]]\npath = \"p/a/b\"\npinned = \"gestern\"\ntext = \"\\u001b[31m紅\"\n\
                   [[pin]]\npath = \"p/a/b\"\ntext = \"twice\"\n";
    fs::write(store.pins_file(), written).unwrap();
    let (pins, error) = store.load_pins();
    assert!(error.is_none(), "{error:?}");
    assert_eq!(pins.len(), 1);
    let pin = pins.get("p/a/b").unwrap();
    assert_eq!((pin.text.as_str(), pin.pinned), ("\u{FFFD}[31m紅", None));
}
