//! One state file: read, and replaced in one step under a lock. Whoever opens it finds the old text or the
//! new one, whenever the program or the machine stops.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::disk::{Disk, Lock};
use super::error::{Doing, StoreError};
use super::keep::{Record, Unfit};

/// The largest state file that is written or read, in bytes: some 15,000 items.
pub const FILE_CAP: usize = 1 << 20;

/// How often the lock is tried, with a pause of 5 ms after each: two seconds. A window stopped in the middle
/// of saving must not stop this one.
const TRIES: usize = 400;

/// What a save did besides saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Saved {
    /// Where an unfit file was moved.
    pub set_aside: Option<PathBuf>,
}

/// The state file at `path` on `disk`.
pub(super) struct StateFile<'a> {
    pub(super) disk: &'a dyn Disk,
    pub(super) path: PathBuf,
    /// The library it belongs to, as a person knows it.
    pub(super) library: &'a str,
}

impl StateFile<'_> {
    /// What the file holds; none when it is not there.
    pub(super) fn read<T: Record>(&self) -> Result<Option<T>, StoreError> {
        self.read_at(&self.path)
    }

    /// Replaces the file by what `merge` makes of it, and returns that.
    pub(super) fn replace<T: Record>(
        &self,
        merge: impl FnOnce(Option<T>) -> T,
    ) -> Result<(T, Saved), StoreError> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        again(|| self.disk.make_folder(folder)).map_err(failed(Doing::Opening, folder))?;
        let target = again(|| self.disk.resolve(&self.path)).map_err(failed(Doing::Opening, &self.path))?;
        let _lock = self.lock(&target)?;
        self.sweep(&target);
        let mut saved = Saved::default();
        let old = match self.read_at(&target) {
            Err(StoreError::Corrupt { .. } | StoreError::Newer { .. }) => {
                saved.set_aside = Some(self.set_aside(&target)?);
                None
            }
            other => other?,
        };
        let merged = merge(old);
        let text = merged.write(self.library);
        if text.len() > FILE_CAP {
            return Err(StoreError::TooLarge { path: target });
        }
        self.put(&target, text.as_bytes()).map_err(failed(Doing::Writing, &target))?;
        Ok((merged, saved))
    }

    fn read_at<T: Record>(&self, path: &Path) -> Result<Option<T>, StoreError> {
        let bytes = match again(|| self.disk.open(path)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened.and_then(read_capped).map_err(failed(Doing::Reading, path))?,
        };
        let corrupt = |why: &str| StoreError::Corrupt { path: path.to_owned(), why: why.to_owned() };
        if bytes.len() > FILE_CAP {
            return Err(corrupt("too large"));
        }
        let text = String::from_utf8(bytes).map_err(|_| corrupt("not UTF-8"))?;
        match T::read(&text) {
            Ok(record) => Ok(Some(record)),
            Err(Unfit::Corrupt(why)) => Err(corrupt(&why)),
            Err(Unfit::Newer) => Err(StoreError::Newer { path: path.to_owned() }),
        }
    }

    /// Locks a file beside the target: the target itself is another file after each save.
    fn lock(&self, target: &Path) -> Result<Lock, StoreError> {
        let path = with_end(target, ".lock");
        for _ in 0..TRIES {
            let tried = again(|| self.disk.try_lock(&path));
            if let Some(lock) = tried.map_err(failed(Doing::Locking, &path))? {
                return Ok(lock);
            }
            self.disk.pause();
        }
        Err(StoreError::Busy { path })
    }

    /// Takes away what a program that was stopped while saving left. Under the lock nobody else is writing;
    /// what can't be taken away harms nobody.
    fn sweep(&self, target: &Path) {
        let start = format!("{}.tmp-", file_name(target));
        let names = self.names(target).unwrap_or_default();
        for name in names.iter().filter(|name| name.starts_with(&start)) {
            let _ = self.disk.remove(&target.with_file_name(name));
        }
    }

    /// Moves an unfit file to the first free `.bad-<n>`, so that it is never lost.
    fn set_aside(&self, target: &Path) -> Result<PathBuf, StoreError> {
        let moved = self.free_name(target).and_then(|to| {
            again(|| self.disk.rename(target, &to))?;
            Ok(to)
        });
        moved.map_err(failed(Doing::SettingAside, target))
    }

    fn free_name(&self, target: &Path) -> io::Result<PathBuf> {
        let names = self.names(target)?;
        let bad = |n| format!("{}.bad-{n}", file_name(target));
        // One more than there are names: one of them is free.
        let free = (0..=names.len()).map(|n| bad(n + 1)).find(|name| !names.contains(name));
        free.map(|name| target.with_file_name(name)).ok_or_else(|| io::ErrorKind::AlreadyExists.into())
    }

    fn names(&self, target: &Path) -> io::Result<Vec<String>> {
        again(|| self.disk.names(folder_of(target)))
    }

    /// Writes beside the target, waits for the disk, and only then takes the target's place.
    fn put(&self, target: &Path, bytes: &[u8]) -> io::Result<()> {
        let temp = with_end(target, &format!(".tmp-{}", std::process::id()));
        let put = self.write(&temp, bytes).and_then(|()| again(|| self.disk.rename(&temp, target)));
        if put.is_err() {
            // Left where it is, the next save would sweep it.
            let _ = self.disk.remove(&temp);
        }
        put.and_then(|()| again(|| self.disk.sync_folder(folder_of(target))))
    }

    fn write(&self, temp: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = again(|| self.disk.create(temp))?;
        file.write_all(bytes)?;
        again(|| file.sync())
    }
}

fn read_capped(file: Box<dyn Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(FILE_CAP as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Does it until no signal interrupts it (EINTR).
fn again<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

fn failed(doing: Doing, path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.to_owned();
    move |why| StoreError::Disk { doing, path, why }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    path.with_file_name(file_name(path) + end)
}
