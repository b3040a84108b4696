//! The file system as state is kept on it: few calls, each of which may fail. The one file of this room
//! that touches the machine; tests put their own [`Disk`] in its place.

use std::any::Any;
use std::fmt::Debug;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Held for as long as the lock is; dropping it, or the end of the process, gives the lock back.
pub type Lock = Box<dyn Any>;

/// A new file that is being written.
pub trait TempFile: Write {
    /// Waits until what was written is on the disk (fsync).
    fn sync(&mut self) -> io::Result<()>;
}

/// What state needs of a file system.
pub trait Disk: Debug + Send + Sync {
    /// Makes `folder` and those above it, for the reader only, and makes that last.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// The file that `path` leads to when it is a link; `path` itself when nothing is there.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;
    /// Tries to lock the file at `path`, made when it is not there. None when another holds it.
    fn try_lock(&self, path: &Path) -> io::Result<Option<Lock>>;
    /// The names in `folder`.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Opens an ordinary file for reading; anything else (a pipe would wait for ever) is an error.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>>;
    /// Makes a file that was not there, for the reader only.
    fn create(&self, path: &Path) -> io::Result<Box<dyn TempFile>>;
    /// Puts the file `from` in the place of `to` in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Waits until the names in `folder` are on the disk: a rename is safe only then.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Lets a moment pass before the lock is tried again.
    fn pause(&self);
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalDisk;

impl TempFile for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

/// A locked file. Closing it would not be enough: a program that is being started this moment still holds
/// a copy of the descriptor, and the lock with it.
struct Held(File);

impl Drop for Held {
    fn drop(&mut self) {
        // Closing gives it back too, only later.
        let _ = self.0.unlock();
    }
}

impl Disk for LocalDisk {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        let above = folder.parent().ok_or(io::ErrorKind::NotFound)?;
        self.make_folder(above)?;
        match DirBuilder::new().mode(0o700).create(folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => self.sync_folder(above),
        }
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        match fs::canonicalize(path) {
            // Nothing there, or a link to nothing: the place it would have.
            Err(error) if error.kind() == io::ErrorKind::NotFound => dangling(path),
            found => found,
        }
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        let file = OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(Held(file)))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let names = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name()));
        names.map(|name| name.map(|name| name.to_string_lossy().into_owned())).collect()
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not an ordinary file"));
        }
        Ok(Box::new(File::open(path)?))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn TempFile>> {
        Ok(Box::new(OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn pause(&self) {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

/// Where a link to nothing leads, one step; `path` itself when it is no link.
fn dangling(path: &Path) -> io::Result<PathBuf> {
    match fs::read_link(path) {
        Ok(target) => Ok(path.parent().map_or_else(|| target.clone(), |folder| folder.join(&target))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(path.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(path.to_owned()),
        Err(error) => Err(error),
    }
}
