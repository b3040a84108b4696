//! State files that are unfit, elsewhere, or out of reach.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::time::Instant;

use jianbao::store::{Doing, FILE_CAP, LibraryKey, Store, StoreError};

use super::{Folder, day};

/// Pins one thing and saves.
fn pin(store: &Store, path: &str) -> Result<Option<std::path::PathBuf>, StoreError> {
    let (mut pins, _) = store.load_pins();
    pins.toggle(path, "文", day());
    store.save_pins(&mut pins).map(|saved| saved.set_aside)
}

#[test]
fn an_unfit_file_is_told_and_moved_aside_never_overwritten() {
    let (newer, huge) =
        ("version = 2\n".to_owned(), "version = 1\n".to_owned() + &"# ".repeat(FILE_CAP / 2 + 1));
    let folder = Folder::new();
    let store = folder.store();
    for (n, text) in
        ["version = ", "", "pin = 1", "version = 1\npin = 1", "version = 0", &newer, &huge, "\u{0}"]
            .into_iter()
            .enumerate()
    {
        fs::write(store.pins_file(), text).unwrap();
        let (pins, error) = store.load_pins();
        assert!(pins.is_empty());
        match error {
            Some(StoreError::Newer { .. }) => assert_eq!(text, newer),
            Some(StoreError::Corrupt { .. }) => assert_ne!(text, newer),
            other => panic!("{text:.20}: {other:?}"),
        }
        assert_eq!(fs::read_to_string(store.pins_file()).unwrap(), text, "looking moves nothing");
        let aside = pin(&store, "p/a/b").unwrap().unwrap();
        assert_eq!(aside, folder.path().join(format!("pins-builtin.toml.bad-{}", n + 1)));
        assert_eq!(fs::read_to_string(&aside).unwrap(), text);
        assert_eq!(store.load_pins().0.len(), 1);
    }
}

#[test]
fn bytes_that_are_no_text_are_moved_aside_too() {
    let folder = Folder::new();
    let store = folder.store();
    fs::write(store.seen_file(), b"version = 1\n# \xff").unwrap();
    let library = super::library(super::RULES, super::INDUSTRY);
    let (mut seen, error) = store.load_seen(&library);
    assert!(matches!(error, Some(StoreError::Corrupt { .. })));
    assert!(seen.changes(&library).is_empty(), "as at the first run");
    assert!(store.save_seen(&mut seen).unwrap().set_aside.is_some());
    assert!(store.load_seen(&library).1.is_none());
}

#[test]
fn a_link_stays_and_its_target_is_replaced() {
    let folder = Folder::new();
    let elsewhere = Folder::new();
    let target = elsewhere.path().join("synced.toml");
    let store = folder.store();
    symlink(&target, store.pins_file()).unwrap();
    for path in ["p/a/one", "p/a/two"] {
        assert_eq!(pin(&store, path).unwrap(), None);
        assert!(fs::symlink_metadata(store.pins_file()).unwrap().is_symlink());
        assert!(fs::read_to_string(&target).unwrap().contains(path));
    }
    assert_eq!(store.load_pins().0.len(), 2);
    assert_eq!(elsewhere.names(), ["synced.toml", "synced.toml.lock"]);
}

#[test]
fn what_a_stopped_program_left_is_swept_and_nothing_else() {
    let folder = Folder::new();
    let store = folder.store();
    for name in ["pins-builtin.toml.tmp-1", "pins-builtin.toml.tmp-99999", "seen-builtin.toml.tmp-1", "mine"]
    {
        fs::write(folder.path().join(name), "half").unwrap();
    }
    pin(&store, "p/a/b").unwrap();
    assert_eq!(
        folder.names(),
        ["mine", "pins-builtin.toml", "pins-builtin.toml.lock", "seen-builtin.toml.tmp-1"]
    );
}

#[test]
fn the_folder_is_made_for_the_reader_alone() {
    let folder = Folder::new();
    let deep = folder.path().join("state/jianbao");
    pin(&Store::new(&deep, LibraryKey::builtin()), "p/a/b").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&deep), mode(&deep.join("pins-builtin.toml"))), (0o700, 0o600));
}

#[test]
fn a_folder_that_can_not_be_made_or_a_file_that_is_none_is_told() {
    let folder = Folder::new();
    fs::write(folder.path().join("file"), "").unwrap();
    let under_a_file = Store::new(&folder.path().join("file/jianbao"), LibraryKey::builtin());
    assert!(matches!(pin(&under_a_file, "p/a/b"), Err(StoreError::Disk { doing: Doing::Opening, .. })));
    let store = folder.store();
    fs::create_dir(store.pins_file()).unwrap();
    assert!(matches!(store.load_pins().1, Some(StoreError::Disk { doing: Doing::Reading, .. })));
    assert!(matches!(pin(&store, "p/a/b"), Err(StoreError::Disk { doing: Doing::Reading, .. })));
    assert!(store.pins_file().is_dir());
}

#[test]
fn a_window_that_holds_the_lock_stops_nobody_for_ever() {
    let folder = Folder::new();
    let store = folder.store();
    let held = fs::File::create(folder.path().join("pins-builtin.toml.lock")).unwrap();
    held.lock().unwrap();
    let (mut pins, _) = store.load_pins();
    pins.toggle("p/a/b", "文", day());
    let start = Instant::now();
    assert!(matches!(store.save_pins(&mut pins), Err(StoreError::Busy { .. })));
    assert!((1..10).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
    assert!(pins.contains("p/a/b") && pins.unsaved());
    drop(held);
    let _ = store.save_pins(&mut pins).unwrap();
    assert!(store.load_pins().0.contains("p/a/b"));
}

#[test]
fn libraries_do_not_share_their_pins() {
    let folder = Folder::new();
    let of = |path: &str| Store::new(folder.path(), LibraryKey::folder(Path::new(path)));
    pin(&of("/a/briefings"), "p/a/b").unwrap();
    assert_eq!(of("/a/briefings").load_pins().0.len(), 1);
    assert_eq!(of("/b/briefings").load_pins().0.len(), 0);
    assert_eq!(folder.store().load_pins().0.len(), 0);
    assert_eq!(LibraryKey::folder(Path::new("/a/briefings")).as_str(), "11dfe428ab8981fb");
    let text = fs::read_to_string(of("/a/briefings").pins_file()).unwrap();
    assert!(text.contains("library = \"/a/briefings\""), "{text}");
}

#[test]
fn more_than_is_read_back_is_not_written() {
    let folder = Folder::new();
    let store = folder.store();
    pin(&store, "p/a/b").unwrap();
    let (mut pins, _) = store.load_pins();
    for n in 0..6000 {
        pins.toggle(&format!("p/a/{n}"), &"文".repeat(100), day());
    }
    assert!(matches!(store.save_pins(&mut pins), Err(StoreError::TooLarge { .. })));
    assert_eq!(store.load_pins().0.len(), 1);
}

#[test]
fn a_file_that_went_away_takes_nothing_with_it() {
    let folder = Folder::new();
    let store = folder.store();
    let (mut pins, _) = store.load_pins();
    pins.toggle("p/a/one", "一", day());
    let _ = store.save_pins(&mut pins).unwrap();
    fs::remove_file(store.pins_file()).unwrap();
    store.refresh_pins(&mut pins).unwrap();
    pins.toggle("p/a/two", "二", day());
    let _ = store.save_pins(&mut pins).unwrap();
    assert_eq!(store.load_pins().0.len(), 2);
}
