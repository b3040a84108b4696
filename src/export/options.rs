//! How an export is wanted: in which language, how wide, as of which day, which pane of it. For whoever asks for
//! one; what of the library is wanted is the scope's.

use crate::lang::Lang;
use crate::plan::Pane;
use chrono::NaiveDate;

/// How an export is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The language of headings and labels; what the files say stays in their own.
    pub lang: Lang,
    /// Columns of plain text, 20 at least; the other formats have no width.
    pub width: usize,
    /// The day it is made on: ages are counted from it, and it is printed in the document.
    pub today: NaiveDate,
    /// Only this pane; everything where there is none.
    pub pane: Option<Pane>,
    /// Begin CSV with a byte-order mark, without which some spreadsheets take Chinese for Latin-1.
    pub bom: bool,
}

impl Options {
    /// Everything, 80 columns wide, without a byte-order mark.
    pub fn new(lang: Lang, today: NaiveDate) -> Self {
        Self { lang, width: 80, today, pane: None, bom: false }
    }
}

/// A format of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text for a screen reader, a pipe, a mail.
    Text,
    /// Markdown (`CommonMark`).
    Markdown,
    /// JSON of a stated, versioned shape.
    Json,
    /// A table, one row an item.
    Csv,
    /// One self-contained page.
    Html,
    /// The dated items as a calendar.
    Ics,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 6] = [Self::Text, Self::Markdown, Self::Json, Self::Csv, Self::Html, Self::Ics];

    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Ics => "ics",
        }
    }

    /// What a file of it ends in, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            _ => self.word(),
        }
    }

    /// The format that goes by `word`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }
}
