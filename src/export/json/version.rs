//! The version of the shape and its JSON Schema.

/// The version of the shape, the value of the key `jianbao` at its top. A key is added without a new version; one is
/// taken away or changes its meaning only with one.
pub const VERSION: u32 = 1;

const SCHEMA: &str = include_str!("schema.json");

/// The byte from `at` on that is none of the blanks which a line begins with; the end if there is none.
const fn past_blanks(text: &[u8], mut at: usize) -> usize {
    if at == 0 || text[at - 1] == b'\n' {
        while at < text.len() && text[at] == b' ' {
            at += 1;
        }
    }
    at
}

/// How many bytes a text has without those blanks.
const fn bare_length(text: &str) -> usize {
    let (bytes, mut at, mut length) = (text.as_bytes(), past_blanks(text.as_bytes(), 0), 0);
    while at < bytes.len() {
        at = past_blanks(bytes, at + 1);
        length += 1;
    }
    length
}

/// A text without them, made when the program is compiled: they are a third of the schema, and follow from its brackets.
const fn bare<const N: usize>(text: &str) -> [u8; N] {
    let (bytes, mut at, mut kept, mut nth) = (text.as_bytes(), past_blanks(text.as_bytes(), 0), [0; N], 0);
    while nth < N {
        kept[nth] = bytes[at];
        at = past_blanks(bytes, at + 1);
        nth += 1;
    }
    kept
}

/// The JSON Schema (draft 2020-12) of what [`json`](super::json) gives.
pub fn output_schema() -> String {
    static BARE: &[u8] = &bare::<{ bare_length(SCHEMA) }>(SCHEMA);
    let (mut schema, mut depth) = (String::with_capacity(BARE.len() * 2), 0_usize);
    for line in str::from_utf8(BARE).unwrap_or_default().split_inclusive('\n') {
        if line.starts_with(['}', ']']) {
            depth = depth.saturating_sub(1);
        }
        schema.extend(std::iter::repeat_n("  ", depth));
        schema.push_str(line);
        depth += usize::from(line.trim_end().ends_with(['{', '[']));
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_comes_out_as_it_is_written() {
        assert_eq!(output_schema(), SCHEMA);
    }
}
