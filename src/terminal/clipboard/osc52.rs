//! OSC 52 (xterm, Operating System Commands: "Manipulate Selection Data"): the bytes that ask a terminal to
//! take a text into its clipboard, as they have to look from inside tmux or GNU screen.

use unicode_segmentation::UnicodeSegmentation;

/// The most bytes of text that are sent. Base64 makes 99,992 of them; with what stands around they are
/// 100,000, beyond which xterm and others take nothing at all.
pub const LIMIT: usize = 74_994;

/// What stands between the program and the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Multiplexer {
    /// Nothing that is known.
    #[default]
    None,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

impl Multiplexer {
    /// What the environment, read through `var`, tells. A `TERM` of tmux or screen without their own variable
    /// is what SSH from inside them leaves.
    pub fn of(var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
        let term = var("TERM").unwrap_or_default();
        if set("TMUX") || (term.starts_with("tmux") && !set("STY")) {
            Self::Tmux
        } else if set("STY") || term.starts_with("screen") {
            Self::Screen
        } else {
            Self::None
        }
    }
}

/// As much of the beginning of `text` as is sent at once, cut between characters as a reader sees them.
pub fn fitting(text: &str) -> &str {
    if text.len() <= LIMIT {
        return text;
    }
    let ends = text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len());
    let end = ends.take_while(|end| *end <= LIMIT).last().unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// The bytes that put `text`, which must be [`fitting`], into the clipboard.
pub fn sequence(text: &str, inside: Multiplexer) -> Vec<u8> {
    let plain = format!("\x1b]52;c;{}\x07", base64(text.as_bytes())).into_bytes();
    match inside {
        Multiplexer::None => plain,
        Multiplexer::Tmux => through_tmux(plain),
        Multiplexer::Screen => through_screen(&plain),
    }
}

/// For tmux twice: handed through, which it does with `allow-passthrough on`, and as it is, which it takes
/// with `set-clipboard on`. Each is ignored where the other is meant.
fn through_tmux(plain: Vec<u8>) -> Vec<u8> {
    let mut bytes = b"\x1bPtmux;".to_vec();
    for byte in &plain {
        if *byte == 0x1b {
            bytes.push(0x1b);
        }
        bytes.push(*byte);
    }
    bytes.extend_from_slice(b"\x1b\\");
    bytes.extend(plain);
    bytes
}

/// The longest string that every GNU screen since 4.0 hands through is 256 bytes; what is longer spills onto
/// the screen.
const CHUNK: usize = 240;

/// For screen in pieces, each in a device control string, whose contents it hands to the terminal as they
/// are.
fn through_screen(plain: &[u8]) -> Vec<u8> {
    plain.chunks(CHUNK).flat_map(|chunk| [b"\x1bP", chunk, b"\x1b\\"].concat()).collect()
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |six: u32| DIGITS.get((six & 63) as usize).map_or('=', |digit| char::from(*digit));
    let mut written = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).map_or(0, |byte| u32::from(*byte));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            written.push(if at <= three.len() { digit(bits >> (18 - 6 * at)) } else { '=' });
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_rfc_4648() {
        for (bytes, written) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), written);
        }
        assert_eq!(base64(&[0xFB, 0xFF, 0xBF]), "+/+/");
    }
}
