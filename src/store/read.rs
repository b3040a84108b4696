//! State files read: TOML with a version, what this version knows taken out of it entry by entry, the rest kept as
//! TOML for the version that knows it.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keep::Unfit;
use super::write;
use crate::text;

/// The version of the state files this program writes.
pub(super) const VERSION: i64 = 1;

/// Reads a state file's text.
pub(super) fn read(written: &str) -> Result<Fields<'_>, Unfit> {
    let table = DeTable::parse(written).map_err(|error| corrupt(error.message()))?;
    let mut fields = Fields(table.into_inner());
    match fields.number("version")? {
        Some(VERSION) => Ok(fields),
        Some(version) if version > VERSION => Err(Unfit::Newer),
        _ => Err(corrupt("no version")),
    }
}

fn corrupt(why: &str) -> Unfit {
    Unfit::Corrupt(text::sanitize(why).text.into_owned())
}

/// The entries of a table that are not taken yet.
pub(super) struct Fields<'a>(DeTable<'a>);

impl<'a> Fields<'a> {
    /// A whole number.
    pub(super) fn number(&mut self, key: &str) -> Result<Option<i64>, Unfit> {
        self.take(key, |value| match value {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        })
    }

    /// A text.
    pub(super) fn text(&mut self, key: &str) -> Result<Option<String>, Unfit> {
        self.take(key, own_text)
    }

    /// A list of tables; none where it is not there.
    pub(super) fn tables(&mut self, key: &str) -> Result<Vec<Self>, Unfit> {
        let tables = self.take(key, |value| match value {
            DeValue::Array(list) => list.into_iter().map(|each| table(each.into_inner())).collect(),
            _ => None,
        })?;
        Ok(tables.unwrap_or_default())
    }

    /// A table of lists of texts; none where it is not there.
    pub(super) fn lists(&mut self, key: &str) -> Result<Vec<(String, Vec<String>)>, Unfit> {
        let list = |(key, value): (Spanned<Cow<'_, str>>, Spanned<DeValue<'_>>)| match value.into_inner() {
            DeValue::Array(list) => {
                let texts: Option<_> = list.into_iter().map(|each| own_text(each.into_inner())).collect();
                Some((key.into_inner().into_owned(), texts?))
            }
            _ => None,
        };
        let lists = self.take(key, |value| table(value)?.0.into_iter().map(list).collect());
        Ok(lists?.unwrap_or_default())
    }

    /// What was not taken, as lines of `key = value`.
    pub(super) fn rest(self) -> String {
        let mut rest = String::new();
        for (key, value) in &self.0 {
            write::entry(&mut rest, key.get_ref(), &write::value(value.get_ref()));
        }
        rest
    }

    /// Takes an entry out; none where it is not there.
    fn take<T>(&mut self, key: &str, of: impl FnOnce(DeValue<'a>) -> Option<T>) -> Result<Option<T>, Unfit> {
        let Some(value) = self.0.remove(key) else { return Ok(None) };
        of(value.into_inner()).map(Some).ok_or_else(|| corrupt(&format!("`{key}` of a wrong type")))
    }
}

fn own_text(value: DeValue<'_>) -> Option<String> {
    if let DeValue::String(text) = value { Some(text.into_owned()) } else { None }
}

fn table(value: DeValue<'_>) -> Option<Fields<'_>> {
    if let DeValue::Table(table) = value { Some(Fields(table)) } else { None }
}
