//! What the reader leaves behind: pins with their notes, and what was read. Plain values that change in
//! memory, and a [`Store`] that keeps them in a folder so that a second window, a full disk or a sudden end
//! loses nothing that was acknowledged. It draws nothing, and only `disk` touches the file system.

mod digest;
mod disk;
mod error;
mod files;
mod home;
mod keep;
mod library_key;
mod pin;
mod pins;
mod read;
mod save;
mod seen;
mod seen_file;
mod write;

pub use digest::digest;
pub use disk::{Disk, LocalDisk, Lock, TempFile};
pub use error::{Doing, StoreError};
pub use files::Store;
pub use home::state_home;
pub use library_key::LibraryKey;
pub use pin::{NOTE_COLUMNS, Pin, last_text};
pub use pins::{Listed, Pins};
pub use save::{FILE_CAP, Saved};
pub use seen::{Change, Changes, Seen, Step};
