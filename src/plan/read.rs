//! From a file's text to the raw types: parses the TOML, holds it against the [`Shape`], notes every
//! unknown key, wrong type, missing key and unsafe character, and passes on what is sound.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::file::File;
use super::near::nearest;
use super::problem::{Reason, Wanted};
use super::quick::quick;
use super::raw::Table;
use super::shape::{Field, Holds, SOURCES, Shape};
use crate::text::{self, Sanitized};

/// Reads the `text` of a file as a `T` of the given shape, or `None` when it is no TOML.
pub(super) fn read<'s, T>(file: &mut File, text: &'s str, shape: &'static Shape) -> Option<T>
where
    T: Table<'s> + Default,
{
    match quick(text, shape, file.squeezes) {
        Some((read, squeezed)) => {
            file.squeeze(squeezed);
            Some(read)
        }
        None => careful(file, text, shape),
    }
}

/// The same where something may be wrong.
pub(super) fn careful<'s, T>(file: &mut File, text: &'s str, shape: &'static Shape) -> Option<T>
where
    T: Table<'s> + Default,
{
    let mut table = parse(file, text)?;
    check_table(file, shape, &mut table);
    Some(T::of(table.into_inner()))
}

/// Of a file of more bytes than this only the first error is told. The parser goes on to the end before it
/// tells any, and each takes some seven hundred bytes.
const ALL_ERRORS: usize = 64 << 10;

/// The tables in the `text` of a file. `None` when it is no TOML: a file that breaks off in the middle must not pass
/// for a shorter one.
pub(super) fn parse<'s>(file: &mut File, text: &'s str) -> Option<Spanned<DeTable<'s>>> {
    if text.len() > ALL_ERRORS {
        return DeTable::parse(text).map_err(|error| syntax(file, &[error])).ok();
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    syntax(file, &errors);
    errors.is_empty().then_some(table)
}

/// Notes the errors of the parser. Bare carriage returns make it say the same many times of one line;
/// once is enough.
fn syntax(file: &mut File, errors: &[toml::de::Error]) {
    let mut told = HashSet::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        if file.is_full() {
            return;
        }
        if told.insert((file.line(span.start), error.message())) {
            file.wrong(&span, Reason::Syntax(text::sanitize(error.message()).text.into_owned()));
        }
    }
}

/// Takes out of `table` what the shape does not allow, and says so.
fn check_table(file: &mut File, shape: &Shape, table: &mut Spanned<DeTable<'_>>) {
    let span = table.span();
    let mut unsound = Vec::new();
    // The keys that are written, whatever they hold; a bit for each of the shape.
    let mut written = 0_u32;
    for (key, value) in table.get_mut().iter_mut() {
        let known = shape.fields.iter().position(|field| field.key == key.get_ref());
        written |= known.map_or(0, |at| 1 << at);
        let sound = match known.and_then(|at| shape.fields.get(at)) {
            Some(field) if is_sources_of_none(field, value) => {
                file.wrong(&value.span(), Reason::Missing { key: field.key, table: shape.name });
                false
            }
            Some(field) => check_value(file, field.key, field.holds, value),
            None => {
                // Looking for what was meant takes longest of all; nobody is told any more when there is too much.
                if !file.is_full() {
                    file.wrong(&key.span(), unknown_key(key.get_ref(), shape));
                }
                false
            }
        };
        if !sound {
            unsound.push(key.get_ref().clone());
        }
    }
    for key in unsound {
        table.get_mut().remove(key.as_ref());
    }
    for (at, field) in shape.fields.iter().enumerate() {
        if field.needed && written & (1 << at) == 0 {
            let header = header(file.text(), &span);
            file.wrong(&header, Reason::Missing { key: field.key, table: shape.name });
        }
    }
}

/// Whether this is `sources = []` where at least one is needed.
fn is_sources_of_none(field: &Field, value: &Spanned<DeValue<'_>>) -> bool {
    let none = matches!(value.get_ref(), DeValue::Array(list) if list.is_empty());
    none && field.needed && field.key == SOURCES.key
}

/// The first line of a table: all of it would be too much to point at.
fn header(text: &str, span: &Range<usize>) -> Range<usize> {
    let first = text.get(span.clone()).and_then(|all| all.lines().next()).unwrap_or("");
    span.start..span.start + first.len()
}

fn unknown_key(key: &str, shape: &Shape) -> Reason {
    let near = nearest(key, shape.fields.iter().map(|field| field.key));
    Reason::UnknownKey { key: text::sanitize(key).text.into_owned(), near }
}

/// True when the value may stay.
fn check_value(file: &mut File, key: &str, holds: Holds, value: &mut Spanned<DeValue<'_>>) -> bool {
    let span = value.span();
    let wanted = match (holds, value.get_mut()) {
        (Holds::Text | Holds::Word(_), DeValue::String(written)) => {
            return check_text(file, key, &span, written);
        }
        (Holds::Count, DeValue::Integer(number)) if number.as_str().parse::<u32>().is_ok() => return true,
        (Holds::Texts, DeValue::Array(list)) => {
            keep_sound(file, key, Holds::Text, list);
            return true;
        }
        (Holds::Table(shape), DeValue::Table(_)) => return check_inner(file, shape, value),
        (Holds::Tables(shape), DeValue::Array(list)) => {
            keep_sound(file, key, Holds::Table(shape), list);
            return true;
        }
        (Holds::Text | Holds::Word(_), _) => Wanted::Text,
        (Holds::Count, _) => Wanted::Count,
        (Holds::Texts, _) => Wanted::Texts,
        (Holds::Table(_), _) => Wanted::Table,
        (Holds::Tables(_), _) => Wanted::Tables,
    };
    file.wrong(&span, Reason::WrongType { key: key.to_owned(), wanted });
    false
}

/// Takes out of a list what does not hold what it should.
fn keep_sound(file: &mut File, key: &str, holds: Holds, list: &mut DeArray<'_>) {
    let sound: Vec<bool> = list.iter_mut().map(|each| check_value(file, key, holds, each)).collect();
    if sound.contains(&false) {
        let all = std::mem::replace(list, DeArray::new()).into_iter();
        *list = all.zip(sound).filter_map(|(each, sound)| sound.then_some(each)).collect();
    }
}

fn check_inner(file: &mut File, shape: &Shape, value: &mut Spanned<DeValue<'_>>) -> bool {
    let span = value.span();
    if let DeValue::Table(table) = value.get_mut() {
        let mut inner = Spanned::new(span, std::mem::take(table));
        check_table(file, shape, &mut inner);
        *table = inner.into_inner();
    }
    true
}

/// Makes a text safe to show, in place, and says what was taken from it.
fn check_text(file: &mut File, key: &str, span: &Range<usize>, written: &mut Cow<'_, str>) -> bool {
    let Sanitized { text, taken } = clean(std::mem::take(written));
    let mut told = Vec::new();
    for taken in &taken {
        if !told.contains(&taken.what) {
            told.push(taken.what);
            let private = taken.kind == text::Kind::PrivateUse;
            file.wrong(span, Reason::Unsafe { code: taken.name(), private });
        }
    }
    if text.is_empty() {
        file.wrong(span, Reason::Empty(key.to_owned()));
        return false;
    }
    *written = text;
    true
}

/// The text without blanks around it, safe to show. Nearly every one is so where it stands in the file, and is not copied.
pub(super) fn clean(written: Cow<'_, str>) -> Sanitized<'_> {
    match written {
        Cow::Borrowed(text) => text::sanitize(text.trim()),
        Cow::Owned(text) => {
            let Sanitized { text, taken } = text::sanitize(text.trim());
            Sanitized { text: Cow::Owned(text.into_owned()), taken }
        }
    }
}
