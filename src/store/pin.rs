//! A pin: an item the reader wants at hand, with what it said when it was pinned.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml::Table;

use crate::plan::Item;
use crate::text;

/// The most columns a note keeps: some two hundred Chinese characters.
pub const NOTE_COLUMNS: usize = 400;

/// The most columns of an item's text that a pin keeps.
pub(super) const TEXT_COLUMNS: usize = 200;

/// An item the reader wants at hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// `plan/section/item`.
    pub path: String,
    /// What the item said last, on one line: shown when the item is gone.
    #[serde(default)]
    pub text: String,
    /// The day it was pinned.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub pinned: Option<NaiveDate>,
    /// The reader's own line, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Keys this version does not know, kept for the one that does.
    #[serde(flatten)]
    pub(super) other: Table,
}

impl Pin {
    pub(super) fn new(path: &str) -> Self {
        let (text, note) = (String::new(), String::new());
        Self { path: path.to_owned(), text, pinned: None, note, other: Table::new() }
    }

    /// The pin as it may be shown: a state file is data like any other.
    pub(super) fn clean(mut self) -> Self {
        self.path = line(&self.path, TEXT_COLUMNS);
        self.text = line(&self.text, TEXT_COLUMNS);
        self.note = line(&self.note, NOTE_COLUMNS);
        self
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

/// Days as `2026-11-22`. One that can't be read is no reason to lose the pin.
mod day {
    use super::{Deserialize, Deserializer, NaiveDate, Serializer};

    // The signature is serde's.
    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
    pub(super) fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&day.map(|day| day.to_string()).unwrap_or_default())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        Ok(String::deserialize(from)?.parse().ok())
    }
}
