//! State files: pins and read-marks as a torn disk, another program or an enemy would leave them.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use jianbao::app::{App, Event, Memory, Pin, Settings, Size};
use jianbao::keys::Key;
use jianbao::lang::Lang;
use jianbao::plan::Library;
use jianbao::store::{Disk, LibraryKey, Lock, Store, StoreError, TempFile};

use super::dice::Dice;
use super::eye::{self, Eye, Seen};
use super::words;
use crate::keys::script::today;

const PINS: &str = "version = 1\nlibrary = \"builtin\"\n\n[[pin]]\npath = \"p/s/n\"\ntext = \"項目 約40個\"\n\
    pinned = \"2026-11-22\"\nnote = \"問負責人\"\n\n[[pin]]\npath = \"p/s/gone\"\ntext = \"不見了\"\n";
const SEEN: &str = "version = 1\ndigests = 1\nlibrary = \"builtin\"\n\n[items]\n\"p/s/n\" = [\"0123456789abcdef\", \"約40個\", \"2026\"]\n\
    \"p/s/e\" = [\"0123456789abcdef\", \"\", \"2026-06-01\"]\n\"p/s/t\" = [\"0\"]\n";

/// A disk that holds one text under every name and takes nothing.
#[derive(Debug)]
struct Held(Arc<Mutex<Vec<u8>>>);

fn refused<T>() -> io::Result<T> {
    Err(io::ErrorKind::ReadOnlyFilesystem.into())
}

impl Disk for Held {
    fn make_folder(&self, _: &Path) -> io::Result<()> {
        refused()
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }
    fn try_lock(&self, _: &Path) -> io::Result<Option<Lock>> {
        refused()
    }
    fn names(&self, _: &Path) -> io::Result<Vec<String>> {
        Ok(Vec::new())
    }
    fn open(&self, _: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(io::Cursor::new(self.0.lock().unwrap().clone())))
    }
    fn create(&self, _: &Path) -> io::Result<Box<dyn TempFile>> {
        refused()
    }
    fn rename(&self, _: &Path, _: &Path) -> io::Result<()> {
        refused()
    }
    fn remove(&self, _: &Path) -> io::Result<()> {
        refused()
    }
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        refused()
    }
    fn pause(&self) {}
}

struct Desk {
    library: Arc<Library>,
    text: Arc<Mutex<Vec<u8>>>,
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let text = Arc::<Mutex<Vec<u8>>>::default();
        let folder = Path::new("/state");
        let store = Store::on(Box::new(Held(Arc::clone(&text))), folder, LibraryKey::builtin());
        Self { library: super::briefing::sound(), text, store }
    }

    fn one(&self, dice: &mut Dice) -> Seen {
        let is_pins = dice.one_in(2);
        let whole = if is_pins { PINS } else { SEEN };
        let bytes =
            if dice.one_in(3) { words::bytes(whole, dice) } else { words::changed(whole, dice).into_bytes() };
        *self.text.lock().unwrap() = bytes;
        if is_pins { self.pins(dice) } else { self.seen(dice) }
    }

    fn pins(&self, dice: &mut Dice) -> Seen {
        let (mut pins, wrong) = self.store.load_pins();
        told(wrong.as_ref(), dice)?;
        pins.follow(&self.library);
        let mut memory = Memory::default();
        for listed in pins.list(&self.library) {
            let pin = listed.pin;
            [&pin.path, &pin.text, &pin.note]
                .into_iter()
                .try_for_each(|each| eye::text("a pin", each, &[]))?;
            memory.pins.push(Pin { path: pin.path.clone(), last: pin.text.clone(), note: pin.note.clone() });
        }
        if memory.pins.is_empty() || !dice.one_in(8) {
            return Ok(());
        }
        let size = Size { width: 10 + dice.small(50), height: 5 + dice.small(10) };
        let mut app = App::new(Arc::clone(&self.library), Settings::default(), today(), size);
        eye::hear(&mut app, Event::Memory(memory))?;
        eye::hear(&mut app, Event::Key(Key::char('\'')))?;
        Eye::new(&app, dice).frame(&app)
    }

    fn seen(&self, dice: &mut Dice) -> Seen {
        let (seen, wrong) = self.store.load_seen(&self.library);
        told(wrong.as_ref(), dice)?;
        for change in seen.changes(&self.library).changed {
            if let Some((old, new)) = change.words(dice.pick(&Lang::ALL)) {
                eye::text("what was read", &old, &[])?;
                eye::text("what is now", &new, &[])?;
            }
        }
        Ok(())
    }
}

fn told(wrong: Option<&StoreError>, dice: &mut Dice) -> Seen {
    wrong.map_or(Ok(()), |wrong| eye::text("an error", &wrong.words(dice.pick(&Lang::ALL)), &[]))
}

#[test]
fn a_hundred_thousand_state_files() {
    let desk = Desk::new();
    for number in 0..super::often(100_000) {
        assert_eq!(desk.one(&mut Dice::of(5, number)), Ok(()), "Dice::of(5, {number})");
    }
}
