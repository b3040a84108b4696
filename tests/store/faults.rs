//! A disk that fails at every call of a save and a load, in every way a disk can.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use jianbao::store::{Disk, LibraryKey, LocalDisk, Lock, Pins, Store, TempFile};

use super::{Folder, INDUSTRY, RULES, day, library};

const NO_SPACE: i32 = 28;
const IO: i32 = 5;
const INTERRUPTED: i32 = 4;
const DENIED: i32 = 13;
const READ_ONLY: i32 = 30;

/// How the one call fails.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// With this `errno`, a write after half of the bytes.
    Error(i32),
    /// A write or read stops half way and says so.
    Short,
}

/// Counts the calls and fails at one of them.
#[derive(Debug)]
struct Switch {
    calls: AtomicUsize,
    at: usize,
    fault: Fault,
    /// The calls by name, in order.
    log: Mutex<Vec<&'static str>>,
}

impl Switch {
    /// The fault of this call, if it is the one.
    fn call(&self, name: &'static str) -> Option<Fault> {
        self.log.lock().unwrap().push(name);
        (self.calls.fetch_add(1, Ordering::SeqCst) == self.at).then_some(self.fault)
    }

    fn pass(&self, name: &'static str) -> io::Result<()> {
        match self.call(name) {
            Some(Fault::Error(code)) => Err(io::Error::from_raw_os_error(code)),
            _ => Ok(()),
        }
    }

    fn happened(&self) -> bool {
        self.calls.load(Ordering::SeqCst) > self.at
    }
}

#[derive(Debug)]
struct Faulty(Arc<Switch>);

struct Broken<T>(T, Arc<Switch>);

impl Write for Broken<Box<dyn TempFile>> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let half = bytes.len().div_ceil(2);
        match self.1.call("write") {
            Some(Fault::Error(INTERRUPTED)) => Err(io::ErrorKind::Interrupted.into()),
            Some(Fault::Error(code)) => {
                self.0.write_all(&bytes[..half])?;
                Err(io::Error::from_raw_os_error(code))
            }
            Some(Fault::Short) => self.0.write(&bytes[..half]),
            None => self.0.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl TempFile for Broken<Box<dyn TempFile>> {
    fn sync(&mut self) -> io::Result<()> {
        self.1.pass("sync")?;
        self.0.sync()
    }
}

impl Read for Broken<Box<dyn Read>> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.1.call("read") {
            Some(Fault::Error(code)) => Err(io::Error::from_raw_os_error(code)),
            Some(Fault::Short) => {
                let half = buffer.len().div_ceil(2);
                self.0.read(&mut buffer[..half])
            }
            None => self.0.read(buffer),
        }
    }
}

impl Disk for Faulty {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.pass("make_folder").and_then(|()| LocalDisk.make_folder(folder))
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.0.pass("resolve").and_then(|()| LocalDisk.resolve(path))
    }
    fn try_lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        self.0.pass("try_lock").and_then(|()| LocalDisk.try_lock(path))
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.0.pass("names").and_then(|()| LocalDisk.names(folder))
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        self.0.pass("open")?;
        Ok(Box::new(Broken(LocalDisk.open(path)?, self.0.clone())))
    }
    fn create(&self, path: &Path) -> io::Result<Box<dyn TempFile>> {
        self.0.pass("create")?;
        Ok(Box::new(Broken(LocalDisk.create(path)?, self.0.clone())))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.pass("rename").and_then(|()| LocalDisk.rename(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.pass("remove").and_then(|()| LocalDisk.remove(path))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.pass("sync_folder").and_then(|()| LocalDisk.sync_folder(folder))
    }
    fn pause(&self) {
        LocalDisk.pause();
    }
}

fn on_faulty(folder: &Folder, at: usize, fault: Fault) -> (Store, Arc<Switch>) {
    let switch = Arc::new(Switch { calls: AtomicUsize::new(0), at, fault, log: Mutex::default() });
    (Store::on(Box::new(Faulty(switch.clone())), folder.path(), LibraryKey::builtin()), switch)
}

fn pins_of(store: &Store) -> Vec<String> {
    let (pins, error) = store.load_pins();
    assert!(error.is_none(), "{error:?}");
    let library = jianbao::plan::Library::default();
    pins.list(&library).iter().map(|listed| listed.pin.path.clone()).collect()
}

/// Pins and saves at each call's failure; calls `check` after each.
fn at_every_call(prepare: impl Fn(&Folder), fault: Fault, check: impl Fn(&Folder, &mut Pins, bool)) -> usize {
    for at in 0.. {
        let folder = Folder::new();
        prepare(&folder);
        let (store, switch) = on_faulty(&folder, at, fault);
        let (mut pins, _) = folder.store().load_pins();
        pins.toggle("p/a/new", "新", day());
        let saved = store.save_pins(&mut pins).is_ok();
        if !switch.happened() {
            assert!(saved);
            return at;
        }
        check(&folder, &mut pins, saved);
    }
    0
}

fn one_pin(folder: &Folder) {
    let store = folder.store();
    let (mut pins, _) = store.load_pins();
    pins.toggle("p/a/old", "舊", day());
    let _ = store.save_pins(&mut pins).unwrap();
    // As a program that was killed leaves it.
    fs::write(folder.path().join("pins-builtin.toml.tmp-1"), "half").unwrap();
}

#[test]
fn whatever_fails_the_file_is_the_old_one_or_the_new_one() {
    for code in [NO_SPACE, IO, DENIED, READ_ONLY] {
        let calls = at_every_call(one_pin, Fault::Error(code), |folder, pins, saved| {
            let on_disk = pins_of(&folder.store());
            assert!(on_disk == ["p/a/old"] || on_disk == ["p/a/old", "p/a/new"], "{on_disk:?}");
            assert!(!saved || on_disk.len() == 2, "acknowledged and lost");
            assert!(pins.contains("p/a/new"), "memory keeps it");
            assert_eq!(pins.unsaved(), !saved);
            let temp = format!("pins-builtin.toml.tmp-{}", std::process::id());
            assert!(!folder.names().contains(&temp), "half a file was left");
            // The next save takes it along, and leaves no rubbish.
            pins.toggle("p/a/next", "後", day());
            let _ = folder.store().save_pins(pins).unwrap();
            let mut on_disk = pins_of(&folder.store());
            on_disk.sort();
            assert_eq!(on_disk, ["p/a/new", "p/a/next", "p/a/old"]);
            assert_eq!(folder.names(), ["pins-builtin.toml", "pins-builtin.toml.lock"]);
        });
        assert!(calls >= 12, "errno {code}: only {calls} calls were tried");
    }
}

#[test]
fn an_interruption_or_a_short_write_is_no_failure() {
    for fault in [Fault::Error(INTERRUPTED), Fault::Short] {
        let calls = at_every_call(one_pin, fault, |folder, _, saved| {
            assert!(saved);
            assert_eq!(pins_of(&folder.store()), ["p/a/old", "p/a/new"]);
            let left = folder.names().into_iter().filter(|name| name.contains(".tmp-")).count();
            assert!(left <= 1, "only a sweep may have failed");
        });
        assert!(calls >= 12, "{fault:?}: only {calls} calls were tried");
    }
}

#[test]
fn an_unfit_file_is_never_lost_whatever_fails() {
    const UNFIT: &str = "version = 1\n[[pin]]\npath = ";
    let prepare = |folder: &Folder| fs::write(folder.store().pins_file(), UNFIT).unwrap();
    for code in [NO_SPACE, IO, INTERRUPTED, DENIED, READ_ONLY] {
        at_every_call(prepare, Fault::Error(code), |folder, pins, saved| {
            let kept = ["pins-builtin.toml", "pins-builtin.toml.bad-1"]
                .iter()
                .filter(|name| fs::read_to_string(folder.path().join(name)).is_ok_and(|text| text == UNFIT))
                .count();
            assert_eq!(kept, 1, "{:?}", folder.names());
            assert!(pins.contains("p/a/new"));
            assert!(!saved || pins_of(&folder.store()) == ["p/a/new"]);
        });
    }
}

#[test]
fn a_load_that_fails_is_told_and_changes_nothing() {
    for code in [NO_SPACE, IO, DENIED, READ_ONLY] {
        let folder = Folder::new();
        one_pin(&folder);
        let before = fs::read_to_string(folder.store().pins_file()).unwrap();
        for at in 0.. {
            let (store, switch) = on_faulty(&folder, at, Fault::Error(code));
            let (pins, error) = store.load_pins();
            if !switch.happened() {
                assert_eq!(pins.len(), 1);
                assert!(at >= 3, "open and reads");
                break;
            }
            assert!(error.is_some() && pins.is_empty());
            assert!(!error.unwrap().to_string().is_empty());
        }
        assert_eq!(fs::read_to_string(folder.store().pins_file()).unwrap(), before);
    }
    for fault in [Fault::Error(INTERRUPTED), Fault::Short] {
        let folder = Folder::new();
        one_pin(&folder);
        for at in 0..4 {
            let (pins, error) = on_faulty(&folder, at, fault).0.load_pins();
            assert!(error.is_none() && pins.len() == 1, "{fault:?} at {at}: {error:?}");
        }
    }
}

#[test]
fn a_window_that_could_not_read_never_writes_over_what_it_did_not_see() {
    let folder = Folder::new();
    one_pin(&folder);
    let (mut pins, error) = on_faulty(&folder, 0, Fault::Error(IO)).0.load_pins();
    assert!(error.is_some() && pins.is_empty());
    pins.toggle("p/a/new", "新", day());
    let _ = folder.store().save_pins(&mut pins).unwrap();
    assert_eq!(pins_of(&folder.store()), ["p/a/old", "p/a/new"]);
}

/// A test that kills a process can't tell what a power cut would take; the order of the calls can.
#[test]
fn the_disk_is_waited_for_before_and_after_the_file_takes_its_place() {
    let folder = Folder::new();
    let (store, switch) = on_faulty(&folder, usize::MAX, Fault::Short);
    let (mut pins, _) = folder.store().load_pins();
    pins.toggle("p/a/b", "文", day());
    let _ = store.save_pins(&mut pins).unwrap();
    let log = switch.log.lock().unwrap().join(" ");
    assert_eq!(log, "make_folder resolve try_lock names open create write sync rename sync_folder");
}

/// The same for what was read: a mark that was acknowledged is there, and the file is the old one or the new one.
#[test]
fn read_marks_fare_as_pins_do() {
    let old = library(RULES, INDUSTRY);
    let new = library(&RULES.replace("56條", "60條"), INDUSTRY);
    let first = |folder: &Folder| {
        let store = folder.store();
        let (mut seen, _) = store.load_seen(&old);
        let _ = store.save_seen(&mut seen).unwrap();
    };
    let changed = |store: &Store| {
        let (seen, error) = store.load_seen(&new);
        assert!(error.is_none(), "{error:?}");
        seen.changes(&new).changed.len()
    };
    let errors = [NO_SPACE, IO, DENIED, READ_ONLY, INTERRUPTED].map(Fault::Error);
    for fault in errors.into_iter().chain([Fault::Short]) {
        for at in 0.. {
            let folder = Folder::new();
            first(&folder);
            assert_eq!(changed(&folder.store()), 1);
            let (store, switch) = on_faulty(&folder, at, fault);
            let (mut seen, _) = folder.store().load_seen(&new);
            seen.mark_all(&new);
            let saved = store.save_seen(&mut seen).is_ok();
            let left = changed(&folder.store());
            assert!(left <= 1 && (!saved || left == 0), "{fault:?} at {at}: acknowledged and lost");
            assert!(saved || !matches!(fault, Fault::Short | Fault::Error(INTERRUPTED)), "{fault:?} at {at}");
            if !switch.happened() {
                assert!(saved && at >= 10, "{fault:?}: only {at} calls were tried");
                break;
            }
            // What failed is tried again with the next save.
            let _ = folder.store().save_seen(&mut seen).unwrap();
            assert_eq!(changed(&folder.store()), 0, "{fault:?} at {at}");
        }
    }
}

#[test]
fn a_load_of_read_marks_that_fails_is_told_and_changes_nothing() {
    let library = library(RULES, INDUSTRY);
    for code in [NO_SPACE, IO, DENIED, READ_ONLY] {
        let folder = Folder::new();
        let (mut seen, _) = folder.store().load_seen(&library);
        let _ = folder.store().save_seen(&mut seen).unwrap();
        let before = fs::read_to_string(folder.store().seen_file()).unwrap();
        for at in 0.. {
            let (store, switch) = on_faulty(&folder, at, Fault::Error(code));
            let (seen, error) = store.load_seen(&library);
            if !switch.happened() {
                assert!(at >= 3 && error.is_none());
                break;
            }
            // Nothing is called new that may have been read.
            assert!(error.is_some() && seen.changes(&library).new.is_empty(), "errno {code} at {at}");
        }
        assert_eq!(fs::read_to_string(folder.store().seen_file()).unwrap(), before);
    }
}
