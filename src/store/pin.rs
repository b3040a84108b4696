//! A pin: an item the reader wants at hand, with what it said when it was pinned.

use chrono::NaiveDate;

use super::keep::Unfit;
use super::read::Fields;
use super::write;
use crate::plan::Item;
use crate::text;

/// The most columns a note keeps: some two hundred Chinese characters.
pub const NOTE_COLUMNS: usize = 400;

/// The most columns of an item's text that a pin keeps.
pub(super) const TEXT_COLUMNS: usize = 200;

/// An item the reader wants at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pin {
    /// `plan/section/item`.
    pub path: String,
    /// What the item said last, on one line: shown when the item is gone.
    pub text: String,
    /// The day it was pinned.
    pub pinned: Option<NaiveDate>,
    /// The reader's own line, or empty.
    pub note: String,
    /// Entries this version does not know, as TOML, kept for the one that does.
    other: String,
}

impl Pin {
    pub(super) fn new(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    /// The pin as it may be shown: a state file is data like any other.
    pub(super) fn read(mut fields: Fields<'_>) -> Result<Self, Unfit> {
        let path = fields.text("path")?.ok_or_else(|| Unfit::Corrupt("a pin of nothing".to_owned()))?;
        let text = fields.text("text")?.unwrap_or_default();
        // A day that can't be read is no reason to lose the pin.
        let pinned = fields.text("pinned")?.and_then(|day| read_day(&day));
        let note = fields.text("note")?.unwrap_or_default();
        let (path, text) = (line(&path, TEXT_COLUMNS), line(&text, TEXT_COLUMNS));
        Ok(Self { path, text, pinned, note: line(&note, NOTE_COLUMNS), other: fields.rest() })
    }

    /// Adds it to a file's text.
    pub(super) fn write(&self, out: &mut String) {
        out.push_str("\n[[pin]]\n");
        write::entry(out, "path", &write::text(&self.path));
        write::entry(out, "text", &write::text(&self.text));
        if let Some(day) = self.pinned {
            write::entry(out, "pinned", &write::text(&day.to_string()));
        }
        if !self.note.is_empty() {
            write::entry(out, "note", &write::text(&self.note));
        }
        out.push_str(&self.other);
    }
}

/// What a pin keeps of an item: its heading, with the figure of a number and the words of a voice.
pub fn last_text(item: Item<'_>) -> String {
    let whole = match item {
        Item::Number(number) => format!("{} {}", number.label, number.figure.written()),
        Item::Voice(voice) => format!("{}：{}", voice.who, voice.said),
        _ => item.heading().to_owned(),
    };
    line(&whole, TEXT_COLUMNS)
}

/// `written` on one line, safe to show, within `columns`.
pub(super) fn line(written: &str, columns: usize) -> String {
    let clean = text::sanitize(written).text;
    // A mark that stood on a space now has nothing to stand on; what is kept must be clean when it is read again.
    let clean = text::sanitize(clean.trim()).text;
    text::truncate(&clean, columns).into_owned()
}

/// A day as `2026-11-22`.
fn read_day(written: &str) -> Option<NaiveDate> {
    let mut parts = written.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
