//! What the reader typed or pasted while the terminal was asked something, from the bytes it came as. Knows the
//! keys of every terminal; what only some send is passed over whole, and all later keys come from crossterm.

use crate::app::Event;
use crate::keys::{Code, Key};

/// What a terminal sends before and after pasted text.
const PASTE: (&str, &str) = ("\x1b[200~", "\x1b[201~");

/// The keys and pasted texts in `bytes`, in order.
pub(super) fn events(bytes: &[u8]) -> Vec<Event> {
    let text = String::from_utf8_lossy(bytes);
    let (mut rest, mut events) = (&*text, Vec::new());
    while let Some(first) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix(PASTE.0) {
            let (pasted, after) = after.split_once(PASTE.1).unwrap_or((after, ""));
            events.push(Event::Paste(pasted.to_owned()));
            rest = after;
            continue;
        }
        let (key, length) = if first == '\x1b' { escaped(rest) } else { (plain(first), first.len_utf8()) };
        events.extend(key.map(Event::Key));
        rest = rest.get(length..).unwrap_or_default();
    }
    events
}

/// The key that `text`, which begins with ESC, begins with, and its bytes.
fn escaped(text: &str) -> (Option<Key>, usize) {
    let mut chars = text.chars().skip(1);
    match (chars.next(), chars.next()) {
        (None | Some('\x1b'), _) => (Some(Key::plain(Code::Esc)), 1),
        (Some('['), _) => sequence(text),
        (Some('O'), Some(last)) => (named("", last), 2 + last.len_utf8()),
        (Some(c), _) => (plain(c).map(|key| Key { alt: true, ..key }), 1 + c.len_utf8()),
    }
}

/// A control sequence `ESC [ parameters final` (ECMA-48), and its bytes.
fn sequence(text: &str) -> (Option<Key>, usize) {
    let inside = text.get(2..).unwrap_or_default();
    match inside.char_indices().find(|(_, c)| ('@'..='~').contains(c)) {
        Some((at, last)) => (named(inside.get(..at).unwrap_or_default(), last), 2 + at + last.len_utf8()),
        None => (None, text.len()),
    }
}

/// The key of a sequence with these parameters and this end.
fn named(parameters: &str, last: char) -> Option<Key> {
    let code = match (parameters, last) {
        ("", 'A') => Code::Up,
        ("", 'B') => Code::Down,
        ("", 'C') => Code::Right,
        ("", 'D') => Code::Left,
        ("", 'Z') => Code::BackTab,
        ("", 'H') | ("1" | "7", '~') => Code::Home,
        ("", 'F') | ("4" | "8", '~') => Code::End,
        ("", 'P') | ("11", '~') => Code::F(1),
        ("3", '~') => Code::Delete,
        ("5", '~') => Code::PageUp,
        ("6", '~') => Code::PageDown,
        _ => return None,
    };
    Some(Key::plain(code))
}

/// The key of one character; what can't be read as text is none.
fn plain(c: char) -> Option<Key> {
    Some(match c {
        '\r' => Key::plain(Code::Enter),
        '\t' => Key::plain(Code::Tab),
        '\x7f' => Key::plain(Code::Backspace),
        '\x01'..='\x1a' => {
            let letter = char::from_u32(u32::from(c) + u32::from('a') - 1)?;
            Key { ctrl: true, ..Key::char(letter) }
        }
        char::REPLACEMENT_CHARACTER => return None,
        c if c.is_control() => return None,
        c => Key::char(c),
    })
}

#[cfg(test)]
mod tests {
    use super::events;
    use crate::app::Event;

    fn told(bytes: &[u8]) -> String {
        let word = |event: &Event| match event {
            Event::Key(key) => key.to_string(),
            Event::Paste(text) => format!("[{text:?}]"),
            _ => "?".to_owned(),
        };
        events(bytes).iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_typed_while_the_terminal_is_asked_are_not_lost() {
        for (bytes, keys) in [
            ("jk".as_bytes(), "j k"),
            ("前海".as_bytes(), "前 海"),
            (b"\t\r\x7f", "Tab Enter Backspace"),
            (b"\x1b[A\x1b[B\x1bOC\x1b[D\x1b[Z", "Up Down Right Left S-Tab"),
            (b"\x1b[5~\x1b[6~\x1b[H\x1b[4~\x1b[3~\x1bOP", "PgUp PgDn Home End Delete F1"),
            (b"j\x1b", "j Esc"),
            (b"\x1b\x1b[A", "Esc Up"),
            (b"\x1bx\x03\x04", "Alt-x ^C ^D"),
            (b"\x1b[1;5Aj\x1b[<0;3;4Mk", "j k"),
            (b"\x1b[200~a\rb\x1b[201~j", "[\"a\\rb\"] j"),
            (b"j\xe5\x89", "j"),
            (b"\x1b[12;", ""),
        ] {
            assert_eq!(told(bytes), keys, "{bytes:?}");
        }
    }
}
