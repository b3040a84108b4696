//! State files as TOML with a version.

use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::keep::Unfit;
use crate::text;

/// The version of the state files this program writes.
pub(super) const VERSION: i64 = 1;

/// Reads a state file's text.
pub(super) fn read<T: DeserializeOwned>(written: &str) -> Result<T, Unfit> {
    let corrupt = |error: toml::de::Error| Unfit::Corrupt(text::sanitize(error.message()).text.into_owned());
    let table: Table = toml::from_str(written).map_err(corrupt)?;
    match table.get("version") {
        Some(Value::Integer(VERSION)) => table.try_into().map_err(corrupt),
        Some(Value::Integer(version)) if *version > VERSION => Err(Unfit::Newer),
        _ => Err(Unfit::Corrupt("no version".to_owned())),
    }
}

/// The text of a state file.
pub(super) fn write<T: Serialize>(file: &T) -> io::Result<String> {
    toml::to_string(file).map_err(io::Error::other)
}
