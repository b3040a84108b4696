//! What was read of each item, as the file holds it.

use std::collections::BTreeMap;

use super::digest::{SCHEME, date_written, digest, figure_written};
use super::keep::{Record, Unfit};
use super::pin::{TEXT_COLUMNS, line};
use super::read::{self, VERSION};
use super::write;
use crate::plan::{ItemRef, Library};

/// An item as it was read: `["digest", "figure", "date"]`, what is empty at the end left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AsRead {
    pub(super) digest: String,
    /// The figure as it was written, or empty.
    pub(super) figure: String,
    /// The date as it was written (EDTF), or empty.
    pub(super) date: String,
}

impl AsRead {
    /// The item at `at` as it is now.
    pub(super) fn now(library: &Library, at: ItemRef) -> Option<Self> {
        let item = library.item(at)?;
        let (figure, date) = (figure_written(item).to_owned(), date_written(item).to_owned());
        Some(Self { digest: digest(library, at)?, figure, date })
    }

    fn of(texts: &[String]) -> Self {
        let mut texts = texts.iter().map(|text| line(text, TEXT_COLUMNS));
        let mut next = || texts.next().unwrap_or_default();
        Self { digest: next(), figure: next(), date: next() }
    }

    fn written(&self) -> String {
        let mut texts = vec![&self.digest, &self.figure, &self.date];
        while texts.last().is_some_and(|text| text.is_empty()) {
            texts.pop();
        }
        write::list(texts.into_iter().map(|text| write::text(text)))
    }
}

/// The file as it is written.
#[derive(Clone, Debug)]
pub(super) struct SeenFile {
    /// The scheme of the digests.
    pub(super) digests: i64,
    /// Entries this version does not know, as TOML.
    other: String,
    pub(super) items: BTreeMap<String, AsRead>,
}

impl Default for SeenFile {
    fn default() -> Self {
        Self { digests: SCHEME, other: String::new(), items: BTreeMap::new() }
    }
}

impl Record for SeenFile {
    /// As it was read; none to forget it.
    type Step = Option<AsRead>;

    const NAME: &'static str = "seen";

    fn read(text: &str) -> Result<Self, Unfit> {
        let mut fields = read::read(text)?;
        fields.text("library")?;
        let digests = fields.number("digests")?.unwrap_or_default();
        let mut items = BTreeMap::new();
        for (path, texts) in fields.lists("items")? {
            items.insert(path, AsRead::of(&texts));
        }
        Ok(Self { digests, items, other: fields.rest() })
    }

    fn write(&self, library: &str) -> String {
        let (library, other) = (write::text(library), &self.other);
        let mut out =
            format!("version = {VERSION}\ndigests = {SCHEME}\nlibrary = {library}\n{other}\n[items]\n");
        for (path, read) in &self.items {
            write::entry(&mut out, path, &read.written());
        }
        out
    }

    fn apply(&mut self, path: &str, step: &Self::Step) {
        match step {
            Some(read) => {
                self.items.insert(path.to_owned(), read.clone());
            }
            None => {
                self.items.remove(path);
            }
        }
    }

    fn join(_: Self::Step, later: Self::Step) -> Self::Step {
        later
    }
}
