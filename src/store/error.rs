//! What can go wrong between the state and the disk.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::lang::{Lang, fill};
use crate::text;

/// What was being done when the disk said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Making the state folder, or finding the file behind a link.
    Opening,
    /// Taking the lock.
    Locking,
    /// Reading a state file.
    Reading,
    /// Moving an unfit file aside.
    SettingAside,
    /// Writing the new file, or putting it in the old one's place.
    Writing,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Opening => "open",
            Self::Locking => "lock",
            Self::Reading => "read",
            Self::SettingAside => "set aside",
            Self::Writing => "write",
        })
    }
}

/// Why state could not be read or saved. What is in memory stays, and the next save tries again.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The file system refused.
    #[error("cannot {doing} {}: {why}", path.display())]
    Disk {
        /// At which step.
        doing: Doing,
        /// Of which file.
        path: PathBuf,
        /// Its words.
        why: io::Error,
    },
    /// Another window has held the lock for two seconds.
    #[error("{} is in use by another window", path.display())]
    Busy {
        /// The lock file.
        path: PathBuf,
    },
    /// The file is not one that this program wrote. The next save moves it aside.
    #[error("{} is unfit: {why}", path.display())]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, safe to show.
        why: String,
    },
    /// A newer version of the program wrote the file. The next save moves it aside.
    #[error("{} was written by a newer version", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// There is more to save than a state file may hold.
    #[error("{} would grow beyond what is read back", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
}

impl StoreError {
    /// The same for a reader, in the language of the interface; the system's own words stay as they are.
    pub fn words(&self, lang: Lang) -> String {
        let t = lang.ui();
        let (sentence, path) = match self {
            Self::Disk { path, why, .. } => return format!("{}: {why}", shown(path)),
            Self::Busy { path } => (t.store_busy, path),
            Self::Corrupt { path, .. } => (t.store_corrupt, path),
            Self::Newer { path } => (t.store_newer, path),
            Self::TooLarge { path } => (t.store_large, path),
        };
        fill(sentence, &[("path", &shown(path))])
    }
}

/// A path, safe to show.
fn shown(path: &Path) -> String {
    text::sanitize(&path.display().to_string()).text.into_owned()
}
