//! The characters our texts are made of: safe to show, no marks, each a grapheme cluster of its own among its like. Nearly
//! every text is of these alone, and is spared what others need: a copy made safe, and being cut into clusters.

/// Whether all of `text` is plain.
pub(super) fn is_plain(text: &str) -> bool {
    plain_before(text.as_bytes(), false) == text.len()
}

/// How many bytes the plain characters take that `text`, in UTF-8, begins with: up to any other, or, `in_quotes`, a
/// quote or a backslash. Every text of a library goes through here, so its bytes are looked at as they stand.
#[inline]
pub fn plain_before(text: &[u8], in_quotes: bool) -> usize {
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        at += rest.iter().take_while(|byte| GOES_ON[usize::from(**byte)]).count();
        at += match text.get(at..).unwrap_or_default() {
            [b' '..=b'~', ..] if !in_quotes => 1,
            // 4E00 to 4FFF, 3001 to 3029, FF01 to FF5E.
            [0xE4, 0xB8..=0xBF, _, ..]
            | [0xE3, 0x80, 0x81..=0xA9, ..]
            | [0xEF, 0xBC, 0x81..=0xBF, ..]
            | [0xEF, 0xBD, 0x80..=0x9E, ..] => 3,
            _ => return at,
        };
    }
}

/// Whether a byte is of a plain character, if that before it is: ASCII without quotes and the backslash, what 5000 to
/// 9FFF begin with and what characters go on with. Asked of each byte alone, so that no answer waits for the one before.
static GOES_ON: [bool; 256] = {
    let mut goes_on = [false; 256];
    let mut byte = 0;
    while byte < goes_on.len() {
        goes_on[byte] = match byte as u8 {
            b'"' | b'\'' | b'\\' => false,
            b' '..=b'~' | 0x80..=0xBF | 0xE5..=0xE9 => true,
            _ => false,
        };
        byte += 1;
    }
    goes_on
};

/// The columns of a character that is a grapheme cluster of its own among its like: of a plain one, the Chinese being
/// wide, and of the signs that screens are drawn with and quoted words stand in; nothing of any other. What stands in a
/// file is not spared a look for these signs, but on a screen they stand on every other row.
pub fn plain_columns(c: char) -> Option<u16> {
    match c {
        ' '..='~' | '·' | '–'..='—' | '‘'..='”' | '…' | '›' | '─'..='▟' | '■' | '▸' | '○' | '●' | '◦' => {
            Some(1)
        }
        '\u{3001}'..='\u{3029}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}' => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::width::{char_width, cluster_width};
    use super::*;

    #[test]
    fn the_plain_characters_are_these() {
        let plain = [' '..='~', '\u{3001}'..='\u{3029}', '\u{4E00}'..='\u{9FFF}', '\u{FF01}'..='\u{FF5E}'];
        for c in '\0'..=char::MAX {
            assert_eq!(is_plain(&c.to_string()), plain.iter().any(|range| range.contains(&c)), "{c:?}");
        }
        for c in plain.into_iter().flatten() {
            assert_eq!(plain_columns(c).map(usize::from), Some(char_width(c)), "{c:?}");
        }
    }

    #[test]
    fn what_has_plain_columns_is_a_cluster_of_its_own_and_as_wide_as_any_measure_says() {
        let measured = |c: &char| plain_columns(*c).is_some();
        for c in ('\0'..=char::MAX).filter(measured) {
            let alone = c.to_string();
            assert_eq!(plain_columns(c).map(usize::from), Some(cluster_width(&alone)), "{c:?}");
            let among: String = "a中1#· …—“」─●".chars().flat_map(|like| [like, c, c]).collect();
            assert!(among.graphemes(true).all(|cluster| cluster.chars().count() == 1), "{c:?}");
        }
    }
}
