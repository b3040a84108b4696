//! One layer of settings: a flag, an environment variable or a file says something about some of them
//! and nothing about the others.

use super::choice::{Ambiguous, Clipboard, Colors, Language, LogLevel, Theme};
use crate::plan::Pane;

/// What one layer says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// The library to open where none is named.
    pub library: Option<String>,
    /// After how many months a number is stale.
    pub stale_months: Option<u32>,
    /// The language of the interface.
    pub language: Option<Language>,
    /// The theme.
    pub theme: Option<Theme>,
    /// How many colours.
    pub colors: Option<Colors>,
    /// The pane a plan opens on.
    pub start: Option<Pane>,
    /// How wide ambiguous characters are.
    pub ambiguous: Option<Ambiguous>,
    /// Frames in ASCII.
    pub ascii: Option<bool>,
    /// Few bytes by scroll regions and the like.
    pub lean: Option<bool>,
    /// Whether the program takes the mouse.
    pub mouse: Option<bool>,
    /// Whether links can be clicked (OSC 8).
    pub links: Option<bool>,
    /// How a text gets into the clipboard.
    pub clipboard: Option<Clipboard>,
    /// The largest file of a library that is read, in KiB.
    pub max_file_kib: Option<u32>,
    /// How many files of a library are read.
    pub max_files: Option<u32>,
    /// How large all of them may be together, in MiB.
    pub max_library_mib: Option<u32>,
    /// How much is written to the log.
    pub log: Option<LogLevel>,
    /// Whether changes to the library's files show by themselves.
    pub watch: Option<bool>,
    /// Actions by name and their keys.
    pub keys: Vec<(String, Vec<String>)>,
}

impl Layer {
    /// This layer over `below`: what it says counts, what it leaves open `below` may say. Keys add up
    /// action by action.
    #[must_use]
    pub fn over(mut self, below: Self) -> Self {
        for (name, words) in below.keys {
            if !self.keys.iter().any(|(known, _)| *known == name) {
                self.keys.push((name, words));
            }
        }
        Self {
            library: self.library.or(below.library),
            stale_months: self.stale_months.or(below.stale_months),
            language: self.language.or(below.language),
            theme: self.theme.or(below.theme),
            colors: self.colors.or(below.colors),
            start: self.start.or(below.start),
            ambiguous: self.ambiguous.or(below.ambiguous),
            ascii: self.ascii.or(below.ascii),
            lean: self.lean.or(below.lean),
            mouse: self.mouse.or(below.mouse),
            links: self.links.or(below.links),
            clipboard: self.clipboard.or(below.clipboard),
            max_file_kib: self.max_file_kib.or(below.max_file_kib),
            max_files: self.max_files.or(below.max_files),
            max_library_mib: self.max_library_mib.or(below.max_library_mib),
            log: self.log.or(below.log),
            watch: self.watch.or(below.watch),
            keys: self.keys,
        }
    }

    /// What environment variables say, read through `var`: `JIANBAO_LANG`, `JIANBAO_THEME`,
    /// `JIANBAO_COLORS`, `JIANBAO_AMBIGUOUS`, `JIANBAO_CLIPBOARD`, `JIANBAO_LOG`. A word that is none of the
    /// allowed ones says nothing.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        let word = |name: &str| var(name).unwrap_or_default();
        Self {
            language: Language::named(&word("JIANBAO_LANG")),
            theme: Theme::named(&word("JIANBAO_THEME")),
            colors: Colors::named(&word("JIANBAO_COLORS")),
            ambiguous: Ambiguous::named(&word("JIANBAO_AMBIGUOUS")),
            clipboard: Clipboard::named(&word("JIANBAO_CLIPBOARD")),
            log: LogLevel::named(&word("JIANBAO_LOG")),
            ..Self::default()
        }
    }
}
