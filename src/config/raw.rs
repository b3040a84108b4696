//! `config.toml` as it is written, and what can be wrong with it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::choice::{Ambiguous, Clipboard, Colors, Language, LogLevel, Theme};
use super::layer::Layer;
use crate::keys::{Keymap, Mistake};
use crate::lang::{Lang, fill};
use crate::plan::{self, Pane, Wanted, nearest};
use crate::text;

/// Takes what a setting was given into the layer.
type Set = fn(&mut Layer, &Given<'_>) -> Result<(), Wrong>;

/// Every setting, and what it holds.
const SETTINGS: &[(&str, Set)] = &[
    ("library", |to, given| given.text(&mut to.library)),
    ("stale_months", |to, given| given.count(&mut to.stale_months)),
    ("language", |to, given| given.word(&mut to.language, Language::named, Language::WORDS)),
    ("theme", |to, given| given.word(&mut to.theme, Theme::named, Theme::WORDS)),
    ("colors", |to, given| given.word(&mut to.colors, Colors::named, Colors::WORDS)),
    ("start", |to, given| given.word(&mut to.start, Pane::named, &Pane::WORDS)),
    ("ambiguous", |to, given| given.word(&mut to.ambiguous, Ambiguous::named, Ambiguous::WORDS)),
    ("ascii", |to, given| given.switch(&mut to.ascii)),
    ("lean", |to, given| given.switch(&mut to.lean)),
    ("mouse", |to, given| given.switch(&mut to.mouse)),
    ("links", |to, given| given.switch(&mut to.links)),
    ("clipboard", |to, given| given.word(&mut to.clipboard, Clipboard::named, Clipboard::WORDS)),
    ("max_file_kib", |to, given| given.count(&mut to.max_file_kib)),
    ("max_files", |to, given| given.count(&mut to.max_files)),
    ("max_library_mib", |to, given| given.count(&mut to.max_library_mib)),
    ("log", |to, given| given.word(&mut to.log, LogLevel::named, LogLevel::WORDS)),
    ("watch", |to, given| given.switch(&mut to.watch)),
    ("keys", |to, given| given.keys(&mut to.keys)),
];

/// Something wrong in a config file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not TOML, an unknown key, a value of the wrong type: what may be wrong in a briefing too.
    Toml(plan::Reason),
    /// A setting with a word that is none of those allowed.
    Setting {
        /// The setting.
        key: &'static str,
        /// The word.
        value: String,
        /// The words allowed.
        allowed: Vec<&'static str>,
    },
    /// Something wrong in `[keys]`.
    Keys(Mistake),
}

impl ConfigError {
    /// `file:line:column: what is wrong and what to write instead`.
    pub fn words(&self, lang: Lang) -> String {
        let why = self.reason.words(lang);
        let words = format!("{}:{}:{}: {why}", self.file, self.line, self.column);
        text::sanitize(&words).text.into_owned()
    }
}

impl Reason {
    /// What is wrong and what to write instead.
    pub fn words(&self, lang: Lang) -> String {
        let t = lang.problems();
        match self {
            Self::Toml(why) => why.words(lang),
            Self::Setting { key, value, allowed } => {
                fill(t.bad_setting, &[("key", key), ("value", value), ("allowed", &allowed.join(" | "))])
            }
            Self::Keys(Mistake::UnknownAction(name)) => fill(t.unknown_action, &[("key", name)]),
            Self::Keys(Mistake::NotAKey(word)) => fill(t.bad_key, &[("key", word)]),
            Self::Keys(Mistake::Twice(key, one, two)) => {
                fill(t.key_twice, &[("key", &key.to_string()), ("one", one), ("two", two)])
            }
        }
    }
}

type Wrong = (Option<Range<usize>>, Reason);

/// Reads the config file called `file`, whose text is `text`.
pub fn read(file: &str, text: &str) -> Result<Layer, ConfigError> {
    layer(text).map_err(|(span, reason)| {
        let (line, column) = position(text, span.map_or(0, |span| span.start));
        ConfigError { file: file.to_owned(), line, column, reason }
    })
}

fn layer(text: &str) -> Result<Layer, Wrong> {
    let syntax = |error: toml::de::Error| {
        (error.span(), Reason::Toml(plan::Reason::Syntax(error.message().to_owned())))
    };
    let table = DeTable::parse(text).map_err(syntax)?;
    let mut layer = Layer::default();
    for (key, value) in table.get_ref() {
        let Some((key, set)) = SETTINGS.iter().find(|(name, _)| name == key.get_ref()) else {
            let near = nearest(key.get_ref(), SETTINGS.iter().map(|(name, _)| *name));
            let unknown = plan::Reason::UnknownKey { key: key.get_ref().to_string(), near };
            return Err((Some(key.span()), Reason::Toml(unknown)));
        };
        set(&mut layer, &Given { key, value })?;
    }
    Ok(layer)
}

/// What is written for a setting.
struct Given<'a> {
    key: &'static str,
    value: &'a Spanned<DeValue<'a>>,
}

impl Given<'_> {
    fn text(&self, to: &mut Option<String>) -> Result<(), Wrong> {
        *to = Some(own_text(self.key, self.value)?);
        Ok(())
    }

    fn count(&self, to: &mut Option<u32>) -> Result<(), Wrong> {
        *to = match self.value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if to.is_some() { Ok(()) } else { Err(wrong_type(self.key, self.value, Wanted::Count)) }
    }

    fn switch(&self, to: &mut Option<bool>) -> Result<(), Wrong> {
        *to = self.value.get_ref().as_bool();
        if to.is_some() { Ok(()) } else { Err(wrong_type(self.key, self.value, Wanted::Switch)) }
    }

    /// The choice that a word names.
    fn word<T>(
        &self,
        to: &mut Option<T>,
        named: impl Fn(&str) -> Option<T>,
        allowed: &[&'static str],
    ) -> Result<(), Wrong> {
        let value = own_text(self.key, self.value)?;
        *to = named(&value);
        if to.is_some() {
            return Ok(());
        }
        Err((Some(self.value.span()), Reason::Setting { key: self.key, value, allowed: allowed.to_vec() }))
    }

    fn keys(&self, to: &mut Vec<(String, Vec<String>)>) -> Result<(), Wrong> {
        let table = self.value.get_ref().as_table();
        let table = table.ok_or_else(|| wrong_type(self.key, self.value, Wanted::Table))?;
        for (name, value) in table {
            let name = name.get_ref();
            let words = value.get_ref().as_array().ok_or_else(|| wrong_type(name, value, Wanted::Texts))?;
            let words: Result<Vec<_>, _> = words.iter().map(|word| own_text(name, word)).collect();
            to.push((name.to_string(), words?));
        }
        Keymap::with(to.iter().map(|(name, words)| (name.as_str(), words.as_slice())))
            .map(drop)
            .map_err(|mistake| (place(table, &mistake), Reason::Keys(mistake)))
    }
}

fn own_text(key: &str, value: &Spanned<DeValue<'_>>) -> Result<String, Wrong> {
    let text = value.get_ref().as_str().ok_or_else(|| wrong_type(key, value, Wanted::Text))?;
    Ok(text.to_owned())
}

fn wrong_type(key: &str, value: &Spanned<DeValue<'_>>, wanted: Wanted) -> Wrong {
    (Some(value.span()), Reason::Toml(plan::Reason::WrongType { key: key.to_owned(), wanted }))
}

/// Where the mistake in `[keys]` stands: the keys given, or the name of an action there is not.
fn place(keys: &DeTable<'_>, mistake: &Mistake) -> Option<Range<usize>> {
    match mistake {
        Mistake::UnknownAction(name) => keys.get_key_value(name.as_str()).map(|(key, _)| key.span()),
        Mistake::NotAKey(word) => {
            let is_word = |each: &Spanned<DeValue<'_>>| each.get_ref().as_str() == Some(word);
            let has = |list: &&Spanned<DeValue<'_>>| {
                list.get_ref().as_array().is_some_and(|list| list.iter().any(is_word))
            };
            keys.values().find(has).map(Spanned::span)
        }
        Mistake::Twice(_, _, name) => keys.get(*name).map(Spanned::span),
    }
}

/// Line and column, both from 1, the column in characters, of byte `at`.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
