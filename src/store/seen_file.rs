//! What was read of each item, as the file holds it.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};
use toml::Table;

use super::digest::{SCHEME, date_written, digest, figure_written};
use super::keep::{Record, Unfit};
use super::pin::{TEXT_COLUMNS, line};
use super::read::{self, VERSION};
use crate::plan::{ItemRef, Library};

/// An item as it was read: `["digest", "figure", "date"]`, what is empty at the end left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
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
}

impl From<Vec<String>> for AsRead {
    fn from(texts: Vec<String>) -> Self {
        let mut texts = texts.iter().map(|text| line(text, TEXT_COLUMNS));
        let mut next = || texts.next().unwrap_or_default();
        Self { digest: next(), figure: next(), date: next() }
    }
}

impl From<AsRead> for Vec<String> {
    fn from(read: AsRead) -> Self {
        let mut texts = vec![read.digest, read.figure, read.date];
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
        }
        texts
    }
}

/// The file as it is written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SeenFile {
    version: i64,
    /// The scheme of the digests.
    #[serde(default)]
    pub(super) digests: i64,
    #[serde(default)]
    library: String,
    #[serde(flatten)]
    other: Table,
    #[serde(default)]
    pub(super) items: BTreeMap<String, AsRead>,
}

impl Default for SeenFile {
    fn default() -> Self {
        let (library, other, items) = (String::new(), Table::new(), BTreeMap::new());
        Self { version: VERSION, digests: SCHEME, library, other, items }
    }
}

impl Record for SeenFile {
    /// As it was read; none to forget it.
    type Step = Option<AsRead>;

    const NAME: &'static str = "seen";

    fn read(text: &str) -> Result<Self, Unfit> {
        read::read(text)
    }

    fn write(&self, library: &str) -> io::Result<String> {
        read::write(&Self { digests: SCHEME, library: library.to_owned(), ..self.clone() })
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
