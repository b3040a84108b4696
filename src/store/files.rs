//! The state of one library on a disk: reads and saves pins and what was seen.

use std::path::{Path, PathBuf};

use super::disk::{Disk, LocalDisk};
use super::error::StoreError;
use super::keep::{Kept, Record};
use super::library_key::LibraryKey;
use super::pins::{PinFile, Pins};
use super::save::{Saved, StateFile};
use super::seen::Seen;
use super::seen_file::SeenFile;
use crate::plan::Library;

/// The state files of one library in a folder: `pins-<key>.toml` and `seen-<key>.toml`.
///
/// What can't be read is told and leaves empty state; what can't be saved is told and stays in memory, and
/// the next save takes it along. Nothing here gives up the program.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    library: LibraryKey,
    disk: Box<dyn Disk>,
}

impl Store {
    /// The state of `library` in `folder` (see [`state_home`](super::state_home)), which need not be there.
    pub fn new(folder: &Path, library: LibraryKey) -> Self {
        Self::on(Box::new(LocalDisk), folder, library)
    }

    /// The same on another disk.
    pub fn on(disk: Box<dyn Disk>, folder: &Path, library: LibraryKey) -> Self {
        Self { folder: folder.to_owned(), library, disk }
    }

    /// The file the pins are kept in.
    pub fn pins_file(&self) -> PathBuf {
        self.path::<PinFile>()
    }

    /// The file that remembers what was read.
    pub fn seen_file(&self) -> PathBuf {
        self.path::<SeenFile>()
    }

    /// The pins as they were left. Where the file can't be read there are none, and the error says why.
    pub fn load_pins(&self) -> (Pins, Option<StoreError>) {
        let (file, error) = self.load::<PinFile>();
        (Pins { kept: Kept::saved(file.unwrap_or_default()) }, error)
    }

    /// Brings in what another window saved. On an error the pins stay as they are.
    ///
    /// # Errors
    /// Where the file can't be read.
    pub fn refresh_pins(&self, pins: &mut Pins) -> Result<(), StoreError> {
        if let Some(file) = self.file::<PinFile>().read()? {
            pins.kept.state = pins.kept.over(Some(file));
        }
        Ok(())
    }

    /// Saves what changed in the pins, together with what another window saved meanwhile, which is in
    /// `pins` afterwards. When it returns, what it saved outlives a crash of the machine.
    ///
    /// # Errors
    /// Where it can't be saved; the pins stay as they are, unsaved.
    pub fn save_pins(&self, pins: &mut Pins) -> Result<Saved, StoreError> {
        self.save(&mut pins.kept)
    }

    /// What was read when the reader left. Without a file, or with one that can't be read, everything
    /// counts as read and is to be saved.
    pub fn load_seen(&self, library: &Library) -> (Seen, Option<StoreError>) {
        let (file, error) = self.load::<SeenFile>();
        (file.map_or_else(|| Seen::first(library), |file| Seen::from_file(file, library)), error)
    }

    /// Saves what was read since the last time; as [`Store::save_pins`].
    ///
    /// # Errors
    /// Where it can't be saved; it stays in memory, unsaved.
    pub fn save_seen(&self, seen: &mut Seen) -> Result<Saved, StoreError> {
        self.save(&mut seen.kept)
    }

    fn load<T: Record>(&self) -> (Option<T>, Option<StoreError>) {
        match self.file::<T>().read() {
            Ok(file) => (file, None),
            Err(error) => (None, Some(error)),
        }
    }

    fn save<T: Record>(&self, kept: &mut Kept<T>) -> Result<Saved, StoreError> {
        if !kept.unsaved() {
            return Ok(Saved::default());
        }
        let (state, saved) = self.file::<T>().replace(|disk| kept.over(disk))?;
        *kept = Kept::saved(state);
        Ok(saved)
    }

    fn file<T: Record>(&self) -> StateFile<'_> {
        StateFile { disk: &*self.disk, path: self.path::<T>(), library: self.library.shown() }
    }

    fn path<T: Record>(&self) -> PathBuf {
        self.folder.join(format!("{}-{}.toml", T::NAME, self.library.as_str()))
    }
}
