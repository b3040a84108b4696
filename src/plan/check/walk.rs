//! A briefing file as a flat list of its tables, each with its texts and where they stand: what the rules
//! of this room look at. Keys the shape does not know are left out; the loader reports those.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::plan::shape::{Holds, Shape};
use crate::sort;

/// One table of a file.
#[derive(Debug)]
pub(super) struct Row {
    /// What sort of table.
    pub(super) shape: &'static Shape,
    /// Its values in the order they are written.
    pub(super) values: Vec<Value>,
}

/// What one key holds: one text, or those of a list.
#[derive(Debug)]
pub(super) struct Value {
    pub(super) key: &'static str,
    pub(super) span: Range<usize>,
    pub(super) texts: Vec<Text>,
}

/// A text, or a number as it is written, and its place in the file.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

impl Row {
    /// The value of `key`.
    pub(super) fn value(&self, key: &str) -> Option<&Value> {
        self.values.iter().find(|value| value.key == key)
    }

    /// The one text that `key` holds.
    pub(super) fn text(&self, key: &str) -> Option<&Text> {
        self.value(key)?.texts.first()
    }
}

/// The tables of a file of the given shape; `None` when it is no TOML.
pub(super) fn rows(text: &str, shape: &'static Shape) -> Option<Vec<Row>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut found = Vec::new();
    if errors.is_empty() {
        collect(table.get_ref(), shape, &mut found);
        return Some(found);
    }
    None
}

fn collect(table: &DeTable<'_>, shape: &'static Shape, found: &mut Vec<Row>) {
    let mut row = Row { shape, values: Vec::new() };
    let mut inner = Vec::new();
    for (key, value) in table {
        let Some(field) = shape.field(key.get_ref()) else { continue };
        match (field.holds, value.get_ref()) {
            (Holds::Table(shape), DeValue::Table(table)) => collect(table, shape, &mut inner),
            (Holds::Tables(shape), DeValue::Array(list)) => {
                for each in list {
                    if let DeValue::Table(table) = each.get_ref() {
                        collect(table, shape, &mut inner);
                    }
                }
            }
            (_, DeValue::Array(list)) => {
                let texts = list.iter().filter_map(text_of).collect();
                row.values.push(Value { key: field.key, span: value.span(), texts });
            }
            _ => {
                let texts = text_of(value).into_iter().collect();
                row.values.push(Value { key: field.key, span: value.span(), texts });
            }
        }
    }
    sort::by_key(&mut row.values, |value| value.span.start);
    found.push(row);
    found.append(&mut inner);
}

fn text_of(value: &Spanned<DeValue<'_>>) -> Option<Text> {
    let text = match value.get_ref() {
        DeValue::String(text) => text.clone().into_owned(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        _ => return None,
    };
    Some(Text { text, span: value.span() })
}
