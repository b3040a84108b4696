//! Any bytes as a state file: an error or state, never a panic, and never lost.

use std::fs;

use jianbao::plan::Library;
use jianbao::store::StoreError;
use proptest::prelude::*;

use super::{Folder, day};

const PINS: &str = "version = 1\nlibrary = \"/a\"\n\n[[pin]]\npath = \"p/a/b\"\ntext = \"甲 56條\"\n\
                    pinned = \"2026-11-22\"\nnote = \"記\"\n";
const SEEN: &str =
    "version = 1\ndigests = 1\n\n[items]\n\"p/a/b\" = [\"0123456789abcdef\", \"56條\", \"2026-01\"]\n";

/// Loads, changes and saves both files; what could not be read must still be there afterwards.
fn survives(bytes: &[u8]) {
    let folder = Folder::new();
    let store = folder.store();
    fs::write(store.pins_file(), bytes).unwrap();
    fs::write(store.seen_file(), bytes).unwrap();
    let library = Library::default();
    let (mut pins, error) = store.load_pins();
    pins.toggle("p/x/y", "文", day());
    let saved = store.save_pins(&mut pins).unwrap();
    assert_eq!(error.is_some(), saved.set_aside.is_some());
    if let Some(aside) = saved.set_aside {
        assert!(matches!(error, Some(StoreError::Corrupt { .. } | StoreError::Newer { .. })));
        assert_eq!(fs::read(aside).unwrap(), bytes);
    }
    let (again, error) = store.load_pins();
    assert!(error.is_none(), "{error:?}");
    assert_eq!(again.list(&library), pins.list(&library));
    let (mut seen, _) = store.load_seen(&library);
    let _ = seen.changes(&library);
    seen.mark_all(&library);
    let _ = store.save_seen(&mut seen).unwrap();
}

/// `text` with some of its bytes replaced.
fn mutated(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec((0..text.len(), any::<u8>()), 0..6).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        survives(&bytes);
    }

    #[test]
    fn pins_with_wrong_bytes(bytes in mutated(PINS)) {
        survives(&bytes);
    }

    #[test]
    fn seen_with_wrong_bytes(bytes in mutated(SEEN)) {
        survives(&bytes);
    }

    #[test]
    fn any_note_and_text_come_back_as_they_were_kept(note in any::<String>(), text in any::<String>()) {
        let folder = Folder::new();
        let store = folder.store();
        let (mut pins, _) = store.load_pins();
        pins.toggle("p/a/b", &text, day());
        pins.set_note("p/a/b", &note);
        let _ = store.save_pins(&mut pins).unwrap();
        let library = Library::default();
        assert_eq!(store.load_pins().0.list(&library), pins.list(&library));
    }
}

/// Such a note came back with `\u{FFFD}` in place of the mark.
#[test]
fn a_note_that_begins_with_a_mark_on_a_space_comes_back() {
    let folder = Folder::new();
    let store = folder.store();
    let (mut pins, _) = store.load_pins();
    pins.toggle("p/a/b", "\t\u{ae2}", day());
    pins.set_note("p/a/b", " \u{ae2}Ⱥ");
    let _ = store.save_pins(&mut pins).unwrap();
    let library = Library::default();
    assert_eq!(store.load_pins().0.list(&library), pins.list(&library));
}
