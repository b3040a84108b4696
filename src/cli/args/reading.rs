//! The arguments of the commands that print briefings: show, find, export.

use std::path::PathBuf;

use super::found::{Found, Stop};
use super::words::{ExportFormat, ShowFormat};
use crate::plan::Pane;

/// Print a plan, a section or an item.
#[derive(Debug)]
pub(in crate::cli) struct ShowArgs {
    pub(in crate::cli) path: Option<String>,
    pub(in crate::cli) format: ShowFormat,
    pub(in crate::cli) width: Option<u16>,
    pub(in crate::cli) pane: Option<Pane>,
    pub(in crate::cli) simplified: bool,
    pub(in crate::cli) library: Option<PathBuf>,
}

/// Look something up in the whole library.
#[derive(Debug)]
pub(in crate::cli) struct FindArgs {
    pub(in crate::cli) words: Vec<String>,
    pub(in crate::cli) json: bool,
    pub(in crate::cli) limit: usize,
    pub(in crate::cli) plan: Option<String>,
    pub(in crate::cli) library: Option<PathBuf>,
}

/// Write the briefing for those without a terminal.
#[derive(Debug)]
pub(in crate::cli) struct ExportArgs {
    pub(in crate::cli) folder: Option<PathBuf>,
    pub(in crate::cli) format: ExportFormat,
    pub(in crate::cli) plan: Option<String>,
    pub(in crate::cli) out: PathBuf,
    pub(in crate::cli) force: bool,
    pub(in crate::cli) bom: bool,
    pub(in crate::cli) simplified: bool,
}

impl ShowArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Result<Self, Stop> {
        Ok(Self {
            path: found.text("PATH"),
            format: found.must(found.word("format", ShowFormat::named))?,
            width: found.number("width"),
            pane: found.word("pane", Pane::named),
            simplified: found.has("simplified"),
            library: found.path("library"),
        })
    }
}

impl FindArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Result<Self, Stop> {
        Ok(Self {
            words: found.all("WORDS").map(str::to_owned).collect(),
            json: found.has("json"),
            limit: found.must(found.number("limit"))?,
            plan: found.text("plan"),
            library: found.path("library"),
        })
    }
}

impl ExportArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Result<Self, Stop> {
        Ok(Self {
            folder: found.path("FOLDER"),
            format: found.must(found.word("format", ExportFormat::named))?,
            plan: found.text("plan"),
            out: found.must(found.path("out"))?,
            force: found.has("force"),
            bom: found.has("bom"),
            simplified: found.has("simplified"),
        })
    }
}
