//! What a session at this terminal is told when it begins.

use std::path::PathBuf;

use super::log::Log;
use crate::backend::Options;
use crate::config::Clipboard;
use crate::store::LibraryKey;

/// How the program looks and behaves at this terminal, and where it keeps what the reader leaves behind.
#[derive(Clone, Debug)]
pub struct Manner {
    /// What the terminal can do.
    pub options: Options,
    /// Whether it may be asked how wide ambiguous characters are.
    pub ask: bool,
    /// Frames in ASCII.
    pub ascii: bool,
    /// Whether the program takes the mouse.
    pub mouse: bool,
    /// Whether links can be clicked.
    pub links: bool,
    /// How texts are copied.
    pub clipboard: Clipboard,
    /// The folder of pins and read-marks, where there is one.
    pub state: Option<PathBuf>,
    /// Which library they belong to.
    pub key: LibraryKey,
    /// Where failures are noted.
    pub log: Log,
}
