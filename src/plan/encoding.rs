//! From the bytes of a file to its text: UTF-8, or what it seems to be instead.

use super::disk::Content;
use super::problem::{Encoding, Reason};
use super::text::Text;

/// What TOML is built with. The parser keeps a note of each, some eighty bytes large.
const STRUCTURE: &[u8] = b"[]{}.=,";

/// As many of these as a file may have: several times those of any briefing of a mebibyte.
const INTRICATE: usize = 150_000;

/// As many bytes of a text can be counted.
const MOST: u64 = u32::MAX as u64;

/// The text of a file of these bytes, of which there may be `cap`.
pub(super) fn text(bytes: Vec<u8>, cap: u64) -> Content {
    let cap = cap.min(MOST);
    if bytes.len() as u64 > cap {
        return Err(Reason::TooLarge(cap));
    }
    // Only a file with as many bytes can have as many of them.
    let built = |byte: &&u8| STRUCTURE.contains(*byte);
    if bytes.len() > INTRICATE && bytes.iter().filter(built).count() > INTRICATE {
        return Err(Reason::TooIntricate(INTRICATE));
    }
    if looks_like_utf16(&bytes) {
        // Without a mark at its beginning and without Chinese it would even pass for UTF-8.
        return Err(Reason::NotUtf8 { at: 0, looks: Some(Encoding::Utf16) });
    }
    String::from_utf8(bytes).map(Text::from).map_err(|error| {
        let looks = looks_like_big5(error.as_bytes()).then_some(Encoding::Big5);
        Reason::NotUtf8 { at: error.utf8_error().valid_up_to(), looks }
    })
}

/// UTF-16 begins with a mark, `FF FE` or `FE FF`, or has a NUL in every character of ASCII: half of its
/// bytes, of TOML in Chinese still every tenth. More are no text at all, but what a crash leaves of a file.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let nuls = if bytes.contains(&0) { bytes.split(|byte| *byte == 0).count() - 1 } else { 0 };
    bytes.starts_with(b"\xff\xfe")
        || bytes.starts_with(b"\xfe\xff")
        || (nuls > 3 && (bytes.len().div_ceil(10)..=bytes.len() / 2).contains(&nuls))
}

/// Big5 text is pairs of a lead byte A1-F9 and a trail byte 40-7E or A1-FE among plain ASCII.
fn looks_like_big5(bytes: &[u8]) -> bool {
    let (mut pairs, mut at) = (0, 0);
    while let Some(&lead) = bytes.get(at) {
        if lead.is_ascii() {
            at += 1;
            continue;
        }
        let trail = bytes.get(at + 1).copied().unwrap_or(0);
        if !(0xA1..=0xF9).contains(&lead) || !matches!(trail, 0x40..=0x7E | 0xA1..=0xFE) {
            return false;
        }
        pairs += 1;
        at += 2;
    }
    pairs > 0
}
