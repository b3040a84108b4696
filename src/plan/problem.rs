//! What is wrong in a briefing: where it stands, why, and what to write instead. A problem is data;
//! it is worded in the reader's language only when it is shown.

use super::check::{Rule, rule_of};
use super::date::DateError;
use super::figure::FigureError;
use super::reasons::{date_words, figure_words, file_words};
use crate::lang::{Lang, fill};
use crate::text;

/// A place in a file of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the library: `ce-visits/plan.toml`.
    pub file: String,
    /// Line, counted from 1; 0 when the file as a whole is meant.
    pub line: usize,
    /// Column, counted from 1 in characters; 0 when the file as a whole is meant.
    pub column: usize,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was left out or can't be trusted.
    Error,
    /// Everything was loaded, but it should be put right.
    Warning,
    /// Nothing need be wrong, but it is worth a look.
    Note,
}

/// One thing wrong in a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// The line it stands on, made safe to show, and the columns of it that are meant: first column
    /// counted from 0 and how many, in display columns.
    pub excerpt: Option<Excerpt>,
    /// What.
    pub reason: Reason,
}

/// The line a problem stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, safe to show.
    pub line: String,
    /// Display column where the wrong part begins, from 0.
    pub from: usize,
    /// How many display columns it takes, at least 1.
    pub columns: usize,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The folder is not there or holds no plan.
    NoPlans,
    /// A folder with briefing files but no `plan.toml`.
    NoPlanFile,
    /// Not an ordinary file: a folder, a pipe, a device.
    NotAFile,
    /// The file could not be read; the system's words.
    Unreadable(String),
    /// The file is larger than the cap in bytes.
    TooLarge(u64),
    /// With this file the library is larger than the cap in bytes; it and those after it are not read.
    LibraryTooLarge(u64),
    /// There are more files than are read; this one and those after it are not.
    TooManyFiles {
        /// How many there are.
        found: usize,
        /// How many are read.
        most: usize,
    },
    /// A link that leads out of the library.
    Outside,
    /// More brackets, dots, commas and equals signs than this, which is no briefing.
    TooIntricate(usize),
    /// There are more problems in the file than this, which is as many as are told.
    MoreProblems(usize),
    /// Not UTF-8 from this byte on.
    NotUtf8 {
        /// Offset of the first bad byte.
        at: usize,
        /// What the bytes look like instead.
        looks: Option<Encoding>,
    },
    /// Not TOML; the parser's words.
    Syntax(String),
    /// A key that this table does not have, and the nearest that it has.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The nearest known key.
        near: Option<&'static str>,
    },
    /// A value of the wrong type.
    WrongType {
        /// The key.
        key: String,
        /// What it should hold.
        wanted: Wanted,
    },
    /// A key that has to be there.
    Missing {
        /// The key.
        key: &'static str,
        /// The table it is missing from.
        table: &'static str,
    },
    /// A text with nothing in it.
    Empty(String),
    /// A word that is none of those allowed.
    UnknownWord {
        /// The word as written.
        word: String,
        /// The words allowed.
        allowed: &'static [&'static str],
    },
    /// Not an id.
    BadId(String),
    /// An id that stands twice; the line of the first.
    RepeatedId {
        /// The id.
        id: String,
        /// Line of its first appearance.
        first: usize,
    },
    /// A figure that can't be read.
    Figure(String, FigureError),
    /// A date that can't be read.
    Date(String, DateError),
    /// A reference to something that is not there, and the nearest that is.
    Dangling {
        /// What was meant: a source, a section, an item, a number.
        what: Referent,
        /// The reference as written.
        id: String,
        /// The nearest id there is.
        near: Option<String>,
    },
    /// More listed than the plan declares.
    MoreListed {
        /// `parts`, `measures` or `tasks`.
        what: &'static str,
        /// How many the files list.
        listed: usize,
        /// How many are declared.
        declared: u32,
    },
    /// A section file that `sections` does not name.
    Unlisted(String),
    /// Two numbers of a series with different units.
    SeriesUnit {
        /// The series.
        series: String,
        /// The unit of this number.
        unit: String,
        /// The unit of the first.
        first: String,
    },
    /// A character that must not reach a terminal.
    Unsafe {
        /// Its code point, `U+202E`.
        code: String,
        /// Whether it is a private-use character (造字).
        private: bool,
    },
    /// A source that no item of its plan rests on.
    UnusedSource(String),
    /// A total that should be declared: `parts` or `measures`.
    Undeclared(&'static str),
    /// Simplified characters in a text, each with what it may be in traditional writing.
    Simplified(Vec<(char, &'static str)>),
    /// A punctuation mark, letter or digit of the wrong width.
    Width {
        /// The character as written.
        found: char,
        /// What to write instead.
        instead: &'static str,
    },
    /// A character that is not NFC.
    NotNfc {
        /// The character as written.
        found: String,
        /// What it is in NFC.
        instead: String,
    },
    /// A text too long for its place on the screen.
    TooLong {
        /// The key.
        key: &'static str,
        /// The display columns it takes.
        columns: usize,
        /// The display columns there are.
        most: usize,
    },
    /// An event that lies wholly before or after the plan's period, both as written.
    OutsidePeriod {
        /// The event's date.
        date: String,
        /// The plan's period.
        period: String,
    },
    /// A number that stood too many months ago.
    Stale {
        /// When it stood, as written.
        date: String,
        /// How many months are allowed.
        months: u32,
    },
}

/// An encoding that files are found in where UTF-8 is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// The old encoding of traditional Chinese.
    Big5,
    /// What some editors call "Unicode".
    Utf16,
}

/// What a key should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A whole number from 0 up.
    Count,
    /// A list of texts.
    Texts,
    /// A table `[key]`.
    Table,
    /// A list of tables `[[key]]`.
    Tables,
    /// Yes or no; a setting alone holds it.
    Switch,
}

/// What a reference names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referent {
    /// A source of the plan.
    Source,
    /// A section of the plan.
    Section,
    /// A number of the plan.
    Number,
    /// An item of the library.
    Item,
}

impl Reason {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.rule().severity
    }

    /// The rule it breaks.
    pub fn rule(&self) -> &'static Rule {
        rule_of(self)
    }

    /// What is wrong, and what to write instead (empty where the first says it all): the first sentence
    /// of [`Reason::words`] and the rest.
    pub fn parts(&self, lang: Lang) -> (String, String) {
        let words = self.words(lang);
        let stop = if lang == Lang::En { ". " } else { "。" };
        match words.split_once(stop) {
            Some((wrong, rest)) => (format!("{wrong}{}", stop.trim_end()), rest.trim().to_owned()),
            None => (words, String::new()),
        }
    }

    /// What is wrong and what to write instead, in one sentence or two. Safe to show: names of files
    /// and folders stand in some of them.
    pub fn words(&self, lang: Lang) -> String {
        text::sanitize(&self.as_found(lang)).text.into_owned()
    }

    fn as_found(&self, lang: Lang) -> String {
        let t = lang.problems();
        match self {
            Self::UnknownKey { key, near } => near_words(t.unknown_key, t.near, ("key", key), *near),
            Self::WrongType { key, wanted } => {
                fill(t.wrong_type, &[("key", key), ("wanted", wanted.words(lang))])
            }
            Self::Missing { key, table } => fill(t.missing, &[("key", key), ("table", table)]),
            Self::Empty(key) => fill(t.empty, &[("key", key)]),
            Self::UnknownWord { word, allowed } => {
                fill(t.unknown_word, &[("word", word), ("allowed", &allowed.join(" | "))])
            }
            Self::BadId(id) => fill(t.bad_id, &[("id", id)]),
            Self::RepeatedId { id, first } => {
                fill(t.repeated_id, &[("id", id), ("first", &first.to_string())])
            }
            Self::Figure(written, error) => {
                fill(t.bad_figure, &[("written", written), ("why", &figure_words(written, error, lang))])
            }
            Self::Date(written, error) => {
                fill(t.bad_date, &[("written", written), ("why", &date_words(error, lang))])
            }
            Self::Dangling { what, id, near } => {
                let sentence = match what {
                    Referent::Source => t.no_source,
                    Referent::Section => t.no_section,
                    Referent::Number => t.no_number,
                    Referent::Item => t.no_item,
                };
                near_words(sentence, t.near, ("id", id), near.as_deref())
            }
            Self::MoreListed { what, listed, declared } => fill(
                t.more_listed,
                &[("what", what), ("listed", &listed.to_string()), ("declared", &declared.to_string())],
            ),
            Self::Unlisted(section) => fill(t.unlisted, &[("id", section)]),
            Self::SeriesUnit { series, unit, first } => {
                fill(t.series_unit, &[("series", series), ("unit", unit), ("first", first)])
            }
            Self::Unsafe { code, private } => {
                fill(if *private { t.private_use } else { t.unsafe_text }, &[("code", code)])
            }
            _ => file_words(self, lang),
        }
    }
}

impl Wanted {
    fn words(self, lang: Lang) -> &'static str {
        let t = lang.problems();
        match self {
            Self::Text => t.a_text,
            Self::Count => t.a_count,
            Self::Texts => t.texts,
            Self::Table => t.a_table,
            Self::Tables => t.tables,
            Self::Switch => t.a_switch,
        }
    }
}

impl Problem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.reason.severity()
    }

    /// `file:line:column`, or the file alone when the whole of it is meant.
    pub fn address(&self) -> String {
        let file = text::sanitize(&self.place.file).text;
        if self.place.line == 0 {
            return file.into_owned();
        }
        format!("{file}:{}:{}", self.place.line, self.place.column)
    }
}

fn near_words(sentence: &str, near_sentence: &str, what: (&str, &str), near: Option<&str>) -> String {
    let mut words = fill(sentence, &[what]);
    if let Some(near) = near {
        words.push_str(&fill(near_sentence, &[("near", near)]));
    }
    words
}
