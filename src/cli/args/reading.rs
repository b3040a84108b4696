//! The arguments of the commands that print briefings: show, find, export.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::examples::{self, TEMPLATE};
use super::shared::LibraryFlag;
use super::words::choice;
use crate::plan::Pane;

/// The words of the panes that can be printed alone.
const PANES: &[&str] = &["measures", "numbers", "timeline", "voices", "terms", "sources"];

/// Print a plan, a section or an item.
#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, before_help = examples::SHOW)]
pub(in crate::cli) struct ShowArgs {
    /// PLAN, PLAN/SECTION or PLAN/SECTION/ITEM. Without one, the whole library.
    pub(in crate::cli) path: Option<String>,
    /// How to print it.
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: ShowFormat,
    /// Columns of text; the terminal's, else 80.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..))]
    pub(in crate::cli) width: Option<u16>,
    /// One pane only: measures | numbers | timeline | voices | terms | sources
    #[arg(long, value_name = "PANE", value_parser = choice(list, PANES))]
    pub(in crate::cli) pane: Option<Pane>,
    /// The briefing itself in simplified characters.
    #[arg(long)]
    pub(in crate::cli) simplified: bool,
    #[command(flatten)]
    pub(in crate::cli) library: LibraryFlag,
}

/// The formats of `show`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ShowFormat {
    /// Plain text
    Text,
    /// Markdown
    Markdown,
    /// JSON of a stated, versioned shape
    Json,
    /// A table for a spreadsheet
    Csv,
}

/// Look something up in the whole library.
#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, before_help = examples::FIND)]
pub(in crate::cli) struct FindArgs {
    /// All of them must match. Chinese as written, simplified or traditional; pinyin, Jyutping; English;
    /// numbers in any notation. Quotes keep a phrase together.
    #[arg(required = true)]
    pub(in crate::cli) words: Vec<String>,
    /// Print JSON.
    #[arg(long)]
    pub(in crate::cli) json: bool,
    /// At most so many hits.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(in crate::cli) limit: usize,
    /// In this plan only.
    #[arg(long, value_name = "PLAN")]
    pub(in crate::cli) plan: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) library: LibraryFlag,
}

/// Write the briefing for those without a terminal.
#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, before_help = examples::EXPORT)]
pub(in crate::cli) struct ExportArgs {
    /// The library: a folder of plans.
    pub(in crate::cli) folder: Option<PathBuf>,
    /// What to write.
    #[arg(long, value_enum)]
    pub(in crate::cli) format: ExportFormat,
    /// This plan only.
    #[arg(long, value_name = "PLAN")]
    pub(in crate::cli) plan: Option<String>,
    /// The file to write; - is stdout.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(in crate::cli) out: PathBuf,
    /// Overwrite the file if it is there.
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// A byte order mark before CSV, for spreadsheets that guess the encoding.
    #[arg(long)]
    pub(in crate::cli) bom: bool,
    /// The briefing itself in simplified characters.
    #[arg(long)]
    pub(in crate::cli) simplified: bool,
}

/// The formats of `export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExportFormat {
    /// One page that needs nothing else, ready to print
    Html,
    /// Markdown
    Markdown,
    /// JSON of a stated, versioned shape
    Json,
    /// A table for a spreadsheet
    Csv,
    /// The events, for a calendar
    Ics,
}

/// A pane that is a list.
fn list(word: &str) -> Option<Pane> {
    Pane::named(word).filter(|pane| *pane != Pane::Overview)
}
