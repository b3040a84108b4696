//! State files written: entries of TOML, each on a line of its own.

use std::fmt::Write;

use toml::Spanned;
use toml::de::DeValue;

/// Adds `key = value` to `out`.
pub(super) fn entry(out: &mut String, key: &str, value: &str) {
    out.extend([&name(key), " = ", value, "\n"]);
}

/// A key, in quotes where it takes them.
pub(super) fn name(key: &str) -> String {
    let bare = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if !key.is_empty() && key.bytes().all(bare) { key.to_owned() } else { text(key) }
}

/// A text in quotes, as TOML's basic strings are.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Writing to a string does not fail.
            c if c.is_control() => drop(write!(out, "\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A list of values on one line.
pub(super) fn list(values: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", values.into_iter().collect::<Vec<_>>().join(", "))
}

/// A value as it was read, on one line.
pub(super) fn value(value: &DeValue<'_>) -> String {
    let inner = |each: &Spanned<DeValue<'_>>| self::value(each.get_ref());
    match value {
        DeValue::String(written) => text(written),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(yes) => yes.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(values) => list(values.iter().map(inner)),
        DeValue::Table(table) => {
            let entries =
                table.iter().map(|(key, each)| format!("{} = {}", name(key.get_ref()), inner(each)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    #[test]
    fn what_is_written_says_what_was_read() {
        let text = "a = \"\\\"\\\\\\n\\u007F\\u0085紅\"\n\"b.c\" = [0x1F, -1.5e3, inf, true, 2026-01-02T03:04:05Z, []]\n\
                    \"\" = { d = {}, e = [{ f = 'g' }] }\nh.i.j = 1_000\n";
        let read = |text: &str| toml::from_str::<toml::Table>(text).unwrap();
        let table = DeTable::parse(text).unwrap();
        let mut again = String::new();
        for (key, each) in table.get_ref() {
            entry(&mut again, key.get_ref(), &value(each.get_ref()));
        }
        assert_eq!(read(&again), read(text), "{again}");
    }
}
