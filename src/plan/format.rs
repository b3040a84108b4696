//! A briefing file set in order: keys as the shape has them, spacing all alike, every comment and every
//! value kept, tables where the writer put them. For `jianbao fmt`; touches no file itself.

use std::borrow::Cow;
use std::mem::take;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_edit::{Array, Decor, DocumentMut, Item, Key, KeyMut, Table, Value};

use super::shape::{Holds, Shape};
use crate::sort;
use crate::text;

/// The columns a list may take on one line.
const LINE: usize = 100;

/// Why a file was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// It is no TOML; the parser's words.
    Syntax(String),
    /// Set in order it would say something else.
    Differs,
}

/// The text of a file of the given shape, set in order. Doing it twice changes nothing more. Line ends
/// stay CRLF where the file has any.
///
/// # Errors
/// When the text is no TOML, or when a value or comment would be lost.
pub fn format(text: &str, shape: &Shape) -> Result<String, FormatError> {
    let plain = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    let mut document: DocumentMut = plain
        .parse()
        .map_err(|error: toml_edit::TomlError| FormatError::Syntax(error.message().to_owned()))?;
    let head = take_head(document.as_table_mut());
    order(document.as_table_mut(), Some(shape));
    give_head(document.as_table_mut(), &head);
    let last = last_comments(document.trailing().as_str().unwrap_or_default());
    document.set_trailing(last);
    let tidy = format!("{}\n", document.to_string().trim());
    if !says_the_same(&plain, &tidy) {
        return Err(FormatError::Differs);
    }
    Ok(if text.contains("\r\n") { tidy.replace('\n', "\r\n") } else { tidy })
}

/// Takes what heads the file from above its first key: `#:` directives, and comments that a blank line
/// parts from the key. They stay on top whichever key comes first.
fn take_head(root: &mut Table) -> String {
    let Some((mut key, _)) = root.iter_mut().find(|(_, item)| item.is_value()) else {
        return String::new();
    };
    let above = comments(prefix(key.leaf_decor_mut()));
    let directives: usize =
        above.split_inclusive('\n').take_while(|line| line.starts_with("#:")).map(str::len).sum();
    let split = above.rfind("\n\n").map_or(0, |at| at + 2).max(directives);
    let (head, own) = above.split_at(split);
    key.leaf_decor_mut().set_prefix(own);
    head.to_owned()
}

fn give_head(root: &mut Table, head: &str) {
    if let Some((mut key, _)) = root.iter_mut().find(|(_, item)| item.is_value()) {
        let own = prefix(key.leaf_decor_mut()).to_owned();
        key.leaf_decor_mut().set_prefix(format!("{head}{own}"));
    }
}

/// Sets a table and those in it in order.
fn order(table: &mut Table, shape: Option<&Shape>) {
    for (mut key, item) in table.iter_mut() {
        let inner = shape.and_then(|shape| match shape.field(key.get())?.holds {
            Holds::Table(inner) | Holds::Tables(inner) => Some(inner),
            _ => None,
        });
        match item {
            Item::Value(value) => key_and_value(&mut key, value),
            Item::Table(table) if !table.is_dotted() => header(&mut key, table, inner),
            Item::ArrayOfTables(tables) => {
                for table in tables.iter_mut() {
                    header(&mut key, table, inner);
                }
            }
            _ => {}
        }
    }
    let rank = |key: &Key| {
        let known = shape.and_then(|shape| shape.fields.iter().position(|field| field.key == key.get()));
        known.unwrap_or(usize::MAX)
    };
    let keys: Vec<Key> = table.iter().filter_map(|(key, _)| table.key(key).cloned()).collect();
    let mut entries: Vec<(Key, Item)> = keys
        .into_iter()
        .filter_map(|key| table.get_mut(key.get()).map(take).map(|item| (key, item)))
        .collect();
    sort::by_key(&mut entries, |(key, _)| rank(key));
    table.clear();
    for (key, item) in entries {
        table.insert_formatted(&key, item);
    }
}

/// A `[table]`: a blank line, its comments, its header.
fn header(key: &mut KeyMut<'_>, table: &mut Table, shape: Option<&Shape>) {
    key.leaf_decor_mut().clear();
    key.dotted_decor_mut().clear();
    let decor = table.decor_mut();
    let (above, beside) = (comments(prefix(decor)), comment(suffix(decor)));
    // Comments right under the last key belong to it when a blank line parts them from the header.
    let of_the_last = prefix(decor).trim_start_matches(' ').starts_with('#') && above.contains("\n\n");
    decor.set_prefix(if of_the_last { above } else { format!("\n{above}") });
    decor.set_suffix(beside);
    order(table, shape);
}

/// A `key = value`: its comments above, one beside.
fn key_and_value(key: &mut KeyMut<'_>, value: &mut Value) {
    let above = comments(prefix(key.leaf_decor_mut()));
    key.leaf_decor_mut().set_prefix(above);
    key.leaf_decor_mut().set_suffix(" ");
    let width = text::width(key.get()) + 3;
    if let Value::Array(list) = value {
        array(list, LINE.saturating_sub(width));
    }
    let decor = value.decor_mut();
    let beside = comment(suffix(decor));
    *decor = Decor::new(" ", beside);
}

/// A list: on one line where it fits in `room` columns, else one element a line. One with comments or with
/// tables in it stays as it is.
fn array(list: &mut Array, room: usize) {
    let plain = |value: &Value| {
        let decor = value.decor();
        let noted = prefix(decor).contains('#') || suffix(decor).contains('#');
        !(value.is_inline_table() || value.is_array() || noted)
    };
    if !list.iter().all(plain) || list.trailing().as_str().unwrap_or_default().contains('#') {
        return;
    }
    for value in list.iter_mut() {
        value.decor_mut().clear();
    }
    let width: usize = list.iter().map(|value| text::width(&value.to_string()) + 2).sum();
    let one_line = width <= room || list.len() < 2;
    for (at, value) in list.iter_mut().enumerate() {
        value.decor_mut().set_prefix(match (one_line, at) {
            (true, 0) => "",
            (true, _) => " ",
            (false, _) => "\n  ",
        });
    }
    list.set_trailing(if one_line { "" } else { "\n" });
    list.set_trailing_comma(!one_line);
}

fn prefix(decor: &Decor) -> &str {
    decor.prefix().and_then(|raw| raw.as_str()).unwrap_or_default()
}

fn suffix(decor: &Decor) -> &str {
    decor.suffix().and_then(|raw| raw.as_str()).unwrap_or_default()
}

/// The comments of `above`, a line each, at most one blank line between any two or after the last.
fn comments(above: &str) -> String {
    let mut out = String::new();
    let lines: Vec<&str> = above.split('\n').map(str::trim).collect();
    // What follows the last line end is the indentation of the key.
    for line in lines.iter().take(lines.len().saturating_sub(1)) {
        if line.starts_with('#') {
            out.push_str(line);
            out.push('\n');
        } else if !out.is_empty() && !out.ends_with("\n\n") {
            out.push('\n');
        }
    }
    match lines.last() {
        Some(last) if last.starts_with('#') => out + last + "\n",
        _ => out,
    }
}

/// The comments at the end of the file, a blank line before them where there was one.
fn last_comments(rest: &str) -> String {
    let gap = if rest.lines().next().is_some_and(|line| line.trim().is_empty()) { "\n" } else { "" };
    format!("{gap}{}", comments(rest).trim_end())
}

/// The comment beside something, a space before it.
fn comment(beside: &str) -> String {
    let beside = beside.trim();
    if beside.is_empty() { String::new() } else { format!(" {beside}") }
}

/// Whether both texts hold the same values and the same comments.
fn says_the_same(one: &str, other: &str) -> bool {
    let values = |text| DeTable::parse(text).ok();
    let notes = |text: &str| {
        let mut notes = all_comments(text);
        sort::by(&mut notes, String::cmp);
        notes
    };
    let tables = values(one).zip(values(other));
    tables.is_some_and(|(a, b)| same_table(a.get_ref(), b.get_ref())) && notes(one) == notes(other)
}

fn same_table(a: &DeTable<'_>, b: &DeTable<'_>) -> bool {
    let other = |key: &Spanned<Cow<'_, str>>| b.get(key.get_ref().as_ref());
    let mut entries = a.iter();
    a.len() == b.len()
        && entries.all(|(key, value)| other(key).is_some_and(|b| same_value(value.get_ref(), b.get_ref())))
}

/// Whether both are the same, numbers to the digit.
fn same_value(a: &DeValue<'_>, b: &DeValue<'_>) -> bool {
    match (a, b) {
        (DeValue::String(a), DeValue::String(b)) => a == b,
        (DeValue::Integer(a), DeValue::Integer(b)) => (a.as_str(), a.radix()) == (b.as_str(), b.radix()),
        (DeValue::Float(a), DeValue::Float(b)) => a.as_str() == b.as_str(),
        (DeValue::Boolean(a), DeValue::Boolean(b)) => a == b,
        (DeValue::Datetime(a), DeValue::Datetime(b)) => a == b,
        (DeValue::Array(a), DeValue::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same_value(a.get_ref(), b.get_ref()))
        }
        (DeValue::Table(a), DeValue::Table(b)) => same_table(a, b),
        _ => false,
    }
}

/// Every comment of a TOML text, in order.
fn all_comments(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['#', '"', '\'']) {
        let (_, from) = rest.split_at(at);
        let length = if from.starts_with('#') {
            let line = from.lines().next().unwrap_or_default();
            found.push(line.trim_end().to_owned());
            line.len()
        } else {
            string_length(from)
        };
        rest = from.get(length..).unwrap_or_default();
    }
    found
}

/// The bytes of the TOML string that `text` begins with.
fn string_length(text: &str) -> usize {
    let quote = if text.starts_with('"') { "\"" } else { "'" };
    let triple = quote.repeat(3);
    let close = if text.starts_with(&triple) { triple.as_str() } else { quote };
    let mut at = close.len();
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if quote == "\"" && rest.starts_with('\\') {
            at += 1 + rest.chars().nth(1).map_or(0, char::len_utf8);
        } else if rest.starts_with(close) {
            // Up to two quotes may stand right before the closing three.
            let more = if close == triple {
                rest.chars().skip(3).take(2).take_while(|c| quote.starts_with(*c)).count()
            } else {
                0
            };
            return at + close.len() + more;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}
