//! Whether a value can stand where it was given, by what the table says of it.

use std::ffi::OsStr;

use super::table::{Kind, Value};
use crate::plan::Rule;

/// Why a value can't stand where it does.
#[derive(Debug)]
pub(super) enum Wrong {
    /// It is empty; these would do, if it is one of several words.
    Empty(Vec<&'static str>),
    /// It is no text.
    NoText,
    /// It is none of these words, whose meanings the help lists.
    NoChoice(Vec<&'static str>),
    /// It is none of these words.
    NoWord(&'static [&'static str]),
    /// One of the names in it is no rule's.
    NoRule(String),
    /// It is no such number as is wanted.
    NoNumber(String),
}

impl Value {
    /// Whether `given` can stand for the value.
    pub(super) fn check(&self, given: &OsStr) -> Result<(), Wrong> {
        match (self.kind, given.to_str()) {
            (Kind::File | Kind::Folder | Kind::Choice(_), Some("")) => Err(Wrong::Empty(self.choices())),
            (Kind::File | Kind::Folder, _) | (Kind::Text, Some(_)) => Ok(()),
            (Kind::Choice(_), text) => self.is_choice(text.unwrap_or_default()),
            (_, None) => Err(Wrong::NoText),
            (Kind::Number(least, most), Some(text)) => within(text, least, most).map_err(Wrong::NoNumber),
            (Kind::Word(words), Some(text)) if words.contains(&text) => Ok(()),
            (Kind::Word(words), _) => Err(Wrong::NoWord(words)),
            (Kind::Rules, Some(text)) => match text.split(',').find(|name| Rule::named(name).is_none()) {
                Some(name) => Err(Wrong::NoRule(name.to_owned())),
                None => Ok(()),
            },
        }
    }

    fn is_choice(&self, text: &str) -> Result<(), Wrong> {
        let words = self.choices();
        if words.contains(&text) { Ok(()) } else { Err(Wrong::NoChoice(words)) }
    }
}

fn within(text: &str, least: i64, most: i64) -> Result<(), String> {
    let number: i64 = text.parse().map_err(|error: std::num::ParseIntError| error.to_string())?;
    if (least..=most).contains(&number) {
        return Ok(());
    }
    let most = if most == i64::MAX { String::new() } else { format!("={most}") };
    Err(format!("{number} is not in {least}..{most}"))
}
