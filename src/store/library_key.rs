//! Which library a state file belongs to.

use std::path::Path;

use super::digest::Fnv;
use crate::text;

/// The name a library's state files go by: `builtin`, or a digest of the folder's path, so that two
/// libraries that use the same ids do not share pins. A folder that is moved is another library; its old
/// state files say in `library` where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryKey {
    key: String,
    shown: String,
}

impl LibraryKey {
    /// The briefings built into the program.
    pub fn builtin() -> Self {
        Self { key: "builtin".to_owned(), shown: "builtin".to_owned() }
    }

    /// The library in `folder`, a canonical path: the caller resolves it.
    pub fn folder(folder: &Path) -> Self {
        let mut hash = Fnv::default();
        hash.bytes(folder.as_os_str().as_encoded_bytes());
        let shown = text::sanitize(&folder.to_string_lossy()).text.into_owned();
        Self { key: hash.hex(), shown }
    }

    /// The part of a file's name: 16 hexadecimal digits, or `builtin`.
    pub fn as_str(&self) -> &str {
        &self.key
    }

    /// The library as a person knows it: the path of its folder.
    pub fn shown(&self) -> &str {
        &self.shown
    }
}
