//! `config.toml` as it is written, and what can be wrong with it.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::choice::{Ambiguous, Clipboard, Colors, Language, LogLevel, Theme};
use super::layer::Layer;
use crate::keys::{Keymap, Mistake};
use crate::lang::{Lang, fill};
use crate::plan::Pane;
use crate::text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    library: Option<String>,
    stale_months: Option<u32>,
    language: Option<Spanned<String>>,
    theme: Option<Spanned<String>>,
    colors: Option<Spanned<String>>,
    start: Option<Spanned<String>>,
    ambiguous: Option<Spanned<String>>,
    ascii: Option<bool>,
    lean: Option<bool>,
    mouse: Option<bool>,
    links: Option<bool>,
    clipboard: Option<Spanned<String>>,
    max_file_kib: Option<u32>,
    max_files: Option<u32>,
    max_library_mib: Option<u32>,
    log: Option<Spanned<String>>,
    watch: Option<bool>,
    #[serde(default)]
    keys: BTreeMap<String, Spanned<Vec<String>>>,
}

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
    /// Not TOML, an unknown key, a wrong type; the parser's words.
    Syntax(String),
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
        let t = lang.problems();
        let why = match &self.reason {
            Reason::Syntax(why) => fill(t.syntax, &[("why", why)]),
            Reason::Setting { key, value, allowed } => {
                fill(t.bad_setting, &[("key", key), ("value", value), ("allowed", &allowed.join(" | "))])
            }
            Reason::Keys(Mistake::UnknownAction(name)) => fill(t.unknown_action, &[("key", name)]),
            Reason::Keys(Mistake::NotAKey(word)) => fill(t.bad_key, &[("key", word)]),
            Reason::Keys(Mistake::Twice(key, one, two)) => {
                fill(t.key_twice, &[("key", &key.to_string()), ("one", one), ("two", two)])
            }
        };
        let words = format!("{}:{}:{}: {why}", self.file, self.line, self.column);
        text::sanitize(&words).text.into_owned()
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
    let raw: Raw =
        toml::from_str(text).map_err(|error| (error.span(), Reason::Syntax(error.message().to_owned())))?;
    let keys: Vec<_> = raw.keys.iter().map(|(name, words)| (name.clone(), words.get_ref().clone())).collect();
    Keymap::with(keys.iter().map(|(name, words)| (name.as_str(), words.as_slice())))
        .map_err(|mistake| (key_span(&raw.keys, &mistake, text), Reason::Keys(mistake)))?;
    Ok(Layer {
        library: raw.library,
        stale_months: raw.stale_months,
        language: word("language", raw.language, Language::named, Language::WORDS)?,
        theme: word("theme", raw.theme, Theme::named, Theme::WORDS)?,
        colors: word("colors", raw.colors, Colors::named, Colors::WORDS)?,
        start: word("start", raw.start, Pane::named, &Pane::WORDS)?,
        ambiguous: word("ambiguous", raw.ambiguous, Ambiguous::named, Ambiguous::WORDS)?,
        ascii: raw.ascii,
        lean: raw.lean,
        mouse: raw.mouse,
        links: raw.links,
        clipboard: word("clipboard", raw.clipboard, Clipboard::named, Clipboard::WORDS)?,
        max_file_kib: raw.max_file_kib,
        max_files: raw.max_files,
        max_library_mib: raw.max_library_mib,
        log: word("log", raw.log, LogLevel::named, LogLevel::WORDS)?,
        watch: raw.watch,
        keys,
    })
}

/// The choice a setting names.
fn word<T>(
    key: &'static str,
    written: Option<Spanned<String>>,
    named: impl Fn(&str) -> Option<T>,
    allowed: &[&'static str],
) -> Result<Option<T>, Wrong> {
    let Some(written) = written else { return Ok(None) };
    let span = Some(written.span());
    let value = written.into_inner();
    match named(&value) {
        Some(choice) => Ok(Some(choice)),
        None => Err((span, Reason::Setting { key, value, allowed: allowed.to_vec() })),
    }
}

/// Where the mistake in `[keys]` stands: the keys given, or the line of an action there is not.
fn key_span(
    keys: &BTreeMap<String, Spanned<Vec<String>>>,
    mistake: &Mistake,
    text: &str,
) -> Option<Range<usize>> {
    let given = |name: &str| keys.get(name).map(Spanned::span);
    match mistake {
        Mistake::UnknownAction(name) => {
            let line =
                |at: usize| text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
            given(name).map(|span| line(span.start)..span.start)
        }
        Mistake::NotAKey(word) => {
            keys.values().find(|words| words.get_ref().contains(word)).map(Spanned::span)
        }
        Mistake::Twice(_, _, name) => given(name),
    }
}

/// Line and column, both from 1, the column in characters, of byte `at`.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
