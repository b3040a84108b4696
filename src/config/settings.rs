//! The settings in force: every question answered.

use super::choice::{Ambiguous, Clipboard, Colors, Language, LogLevel, Theme};
use super::layer::Layer;
use crate::keys::{Keymap, Mistake};
use crate::plan::{Limits, Pane};

/// The settings in force.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Config {
    /// The language of the interface.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// How many colours.
    pub colors: Colors,
    /// The pane a plan opens on.
    pub start: Pane,
    /// How wide ambiguous characters are.
    pub ambiguous: Ambiguous,
    /// Frames in ASCII.
    pub ascii: bool,
    /// Few bytes by scroll regions and the like.
    pub lean: bool,
    /// Whether the program takes the mouse.
    pub mouse: bool,
    /// After how many months `check` notes a number as stale; 0 for never.
    pub stale_months: u32,
    /// Whether links can be clicked (OSC 8).
    pub links: bool,
    /// How a text gets into the clipboard.
    pub clipboard: Clipboard,
    /// How much of a library is read.
    pub limits: Limits,
    /// How much is written to the log.
    pub log: LogLevel,
    /// Whether changes to the library's files show by themselves.
    pub watch: bool,
    /// The keys.
    pub keymap: Keymap,
}

impl Config {
    /// The settings that follow from all layers laid together.
    pub fn of(layer: &Layer) -> Result<Self, Mistake> {
        let keys = layer.keys.iter().map(|(name, words)| (name.as_str(), words.as_slice()));
        Ok(Self {
            language: layer.language.unwrap_or_default(),
            theme: layer.theme.unwrap_or_default(),
            colors: layer.colors.unwrap_or_default(),
            start: layer.start.unwrap_or_default(),
            ambiguous: layer.ambiguous.unwrap_or_default(),
            ascii: layer.ascii.unwrap_or(false),
            lean: layer.lean.unwrap_or(true),
            mouse: layer.mouse.unwrap_or(false),
            stale_months: layer.stale_months.unwrap_or(0),
            links: layer.links.unwrap_or(false),
            clipboard: layer.clipboard.unwrap_or_default(),
            limits: limits(layer),
            log: layer.log.unwrap_or_default(),
            watch: layer.watch.unwrap_or(true),
            keymap: Keymap::with(keys)?,
        })
    }
}

/// No file is read that is larger, whatever is asked for, in bytes: a library brings a config of its own, and
/// reading a file of 64 MiB takes three gibibytes.
const LARGEST_FILE: u64 = 64 << 20;

fn limits(layer: &Layer) -> Limits {
    let usual = Limits::default();
    let bytes =
        |count: Option<u32>, unit: u64, usual: u64| count.map_or(usual, |count| u64::from(count) * unit);
    Limits {
        file: bytes(layer.max_file_kib, 1 << 10, usual.file).min(LARGEST_FILE),
        files: layer.max_files.map_or(usual.files, |count| usize::try_from(count).unwrap_or(usize::MAX)),
        total: bytes(layer.max_library_mib, 1 << 20, usual.total),
    }
}
