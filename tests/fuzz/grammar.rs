//! Every sequence that may reach a terminal, and nothing else: a strict reader of what a frame sends. It is
//! written from ECMA-48 and the list below, not from the painter's code.
//!
//! ```text
//! frame  = [ BEGIN ] [ START ] step* [ END ]          END only after BEGIN
//! step   = text | CUP | CHA | CUF | CUB | EL 0 | ECH | IL | DL | SGR | ?25 h/l | ?7 h text ?7 l
//!        | BS+ | CR LF*
//! ```

use jianbao::text::{code_point, kind_of};

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const START: &[u8] = b"\x18\x0f\x1b(B\x1b[?7l\x1b[4l\x1b[r\x1b[m\x1b[H\x1b[J";

/// The bytes of a frame that are not read yet.
struct Rest<'a> {
    bytes: &'a [u8],
    size: (u32, u32),
}

/// Reads what one frame sent to a terminal of `size` (columns, rows).
///
/// # Errors
/// Says what does not belong there.
pub(crate) fn frame(bytes: &[u8], size: (u16, u16)) -> Result<(), String> {
    let mut rest = Rest { bytes, size: (size.0.into(), size.1.into()) };
    let began = rest.take(BEGIN);
    rest.take(START);
    while !rest.bytes.is_empty() {
        if began && rest.bytes == END {
            return Ok(());
        }
        rest.step().map_err(|why| {
            let near = rest.bytes.get(..rest.bytes.len().min(24)).unwrap_or_default();
            format!("{why} at {}", near.escape_ascii())
        })?;
    }
    if began { Err("a synchronized update is never ended".to_owned()) } else { Ok(()) }
}

impl<'a> Rest<'a> {
    fn take(&mut self, what: &[u8]) -> bool {
        let rest = self.bytes.strip_prefix(what);
        self.bytes = rest.unwrap_or(self.bytes);
        rest.is_some()
    }

    fn step(&mut self) -> Result<(), String> {
        match self.bytes {
            [b'\x1b', b'[', ..] => self.sequence(),
            [b'\r', ..] => {
                self.take(b"\r");
                while self.take(b"\n") {}
                Ok(())
            }
            [b'\x08', ..] => {
                self.take(b"\x08");
                Ok(())
            }
            _ => self.character().map(drop),
        }
    }

    /// One character that may be shown.
    fn character(&mut self) -> Result<char, String> {
        let length = match self.bytes.first() {
            Some(0..0x80) => 1,
            Some(0xC0..0xE0) => 2,
            Some(0xE0..0xF0) => 3,
            Some(0xF0..) => 4,
            _ => return Err("half a character".to_owned()),
        };
        let text = self.bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let c = text.and_then(|text| text.chars().next()).ok_or("no UTF-8")?;
        if let Some(kind) = kind_of(c) {
            return Err(format!("{} ({kind:?})", code_point(c)));
        }
        self.bytes = &self.bytes[length..];
        Ok(c)
    }

    fn sequence(&mut self) -> Result<(), String> {
        if self.take(b"\x1b[?25h") || self.take(b"\x1b[?25l") {
            return Ok(());
        }
        if self.take(b"\x1b[?7h") {
            self.character()?;
            while !self.take(b"\x1b[?7l") {
                self.character()?;
            }
            return Ok(());
        }
        let (written, end) = self.parameters()?;
        self.check(written, end)
    }

    /// The parameters of a control sequence as written, and its last byte.
    fn parameters(&self) -> Result<(&'a str, u8), String> {
        let inside = &self.bytes[2..];
        let length = inside.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
        let end = *inside.get(length).ok_or("a sequence that breaks off")?;
        Ok((std::str::from_utf8(&inside[..length]).unwrap_or_default(), end))
    }

    fn check(&mut self, written: &str, end: u8) -> Result<(), String> {
        let (columns, rows) = self.size;
        let one = |most: u32| {
            let count = if written.is_empty() { Some(1) } else { written.parse().ok() };
            count.is_some_and(|count: u32| (1..=most).contains(&count))
        };
        let right = match end {
            b'H' => match written.split_once(';') {
                Some((row, column)) => within(row, rows) && within(column, columns),
                None => one(rows),
            },
            b'G' | b'C' | b'D' | b'X' => one(columns),
            b'L' | b'M' => one(rows),
            b'K' => written.is_empty(),
            b'm' => is_style(written),
            _ => false,
        };
        if !right {
            return Err("a sequence that is none of ours".to_owned());
        }
        self.bytes = &self.bytes[2 + written.len() + 1..];
        Ok(())
    }
}

fn within(written: &str, most: u32) -> bool {
    written.parse().is_ok_and(|count: u32| (1..=most).contains(&count))
}

/// SGR: attributes on and off, the sixteen colours, 38 and 48 with `5;n` or `2;r;g;b`.
fn is_style(written: &str) -> bool {
    let mut codes = written.split(';').map(|code| if code.is_empty() { Ok(0) } else { code.parse::<u8>() });
    while let Some(code) = codes.next() {
        let inner = match code {
            Ok(0..=9 | 22..=25 | 27..=29 | 30..=37 | 39..=47 | 49 | 90..=97 | 100..=107) => 0,
            Ok(38 | 48) => match codes.next() {
                Some(Ok(5)) => 1,
                Some(Ok(2)) => 3,
                _ => return false,
            },
            _ => return false,
        };
        if (0..inner).any(|_| !matches!(codes.next(), Some(Ok(_)))) {
            return false;
        }
    }
    true
}

#[test]
fn what_is_not_ours_is_refused() {
    let read = |bytes: &[u8]| frame(bytes, (20, 10));
    for sound in [
        "",
        "前海 ok",
        "\x1b[H",
        "\x1b[3H",
        "\x1b[10;20H",
        "\x1b[m",
        "\x1b[;1;38;5;200m",
        "\x1b[1;48;2;1;2;3m",
        "\x1b[K",
        "\x1b[20X",
        "\x1b[2M\x1b[3;1H\x1b[2L",
        "\r\n\n\x1b[4C",
        "\x08\x08",
        "\x1b[?25l",
        "\x1b[?7he\u{301}\x1b[?7l",
        "\x1b[?2026ha\x1b[?2026l",
        "\x18\x0f\x1b(B\x1b[?7l\x1b[4l\x1b[r\x1b[m\x1b[H\x1b[J字",
    ] {
        assert_eq!(read(sound.as_bytes()), Ok(()), "{sound:?}");
    }
    for bad in [
        "\x1b[2J",
        "\x1b[11H",
        "\x1b[1;21H",
        "\x1b[0H",
        "\x1b[1K",
        "\x1b[21X",
        "\x1b[?1049l",
        "\x1b]0;x\x07",
        "\x1bc",
        "\x07",
        "\x1b[6n",
        "\x1b[38;5m",
        "\x1b[60m",
        "\x1b[38;9;1m",
        "\n",
        "\u{9b}H",
        "\u{202e}",
        "\u{200b}",
        "\u{e000}",
        "\u{fe0f}",
        "\x1b",
        "\x1b[",
        "\x1b[?7h\x1b[?7l",
        "\x1b[?2026ha",
        "\x1b[?2026l",
        "\x18",
        "\t",
        "\x1b(0",
        "\x1b[5 q",
        "\x7f",
    ] {
        assert!(read(bad.as_bytes()).is_err(), "{bad:?}");
    }
    assert!(read(b"\xe5\x89").is_err() && read(b"\x9b").is_err());
}
