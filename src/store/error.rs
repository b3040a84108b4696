//! What can go wrong between the state and the disk.

use std::fmt;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

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
