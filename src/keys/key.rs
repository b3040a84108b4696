//! A key press as the program knows it: read from a word such as `j`, `ctrl-d` or `Tab`, written back
//! the same way. The terminal room turns what the machine sends into these.

use std::fmt;
use std::str::FromStr;

/// Which key, without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character, as typed: `J` and `j` are two.
    Char(char),
    /// A function key, F1 to F12.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Control was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

/// Words for the keys that are not characters. The first of a code is the one written back.
const WORDS: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("S-Tab", Code::BackTab),
    ("BackTab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PageUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("PageDown", Code::PageDown),
    ("Space", Code::Char(' ')),
];

impl Key {
    /// The key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// The key of a character.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// The key with full-width characters, as a Chinese input method sends them, turned into the
    /// ASCII keys they stand for: `？` is `?`, `ｊ` is `j`, `：` is `:`, `、` is `/`.
    #[must_use]
    pub fn folded(self) -> Self {
        match self.code {
            Code::Char('、') => Self { code: Code::Char('/'), ..self },
            Code::Char('「') => Self { code: Code::Char('['), ..self },
            Code::Char('」') => Self { code: Code::Char(']'), ..self },
            Code::Char('。') => Self { code: Code::Char('.'), ..self },
            Code::Char(c) => Self { code: Code::Char(crate::text::fold_fullwidth(c)), ..self },
            _ => self,
        }
    }
}

impl FromStr for Key {
    type Err = ();

    /// Reads `j`, `G`, `ctrl-d`, `^D`, `alt-x`, `Tab`, `S-Tab`, `F1`, `Space`.
    fn from_str(word: &str) -> Result<Self, ()> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = word;
        loop {
            let lower = rest.to_ascii_lowercase();
            let after = |prefix: &str| lower.starts_with(prefix).then(|| rest.get(prefix.len()..)).flatten();
            if let Some(name) = after("ctrl-").or_else(|| after("^")).filter(|name| !name.is_empty()) {
                (key.ctrl, rest) = (true, name);
            } else if let Some(name) = after("alt-").filter(|name| !name.is_empty()) {
                (key.alt, rest) = (true, name);
            } else {
                break;
            }
        }
        key.code = code(rest).ok_or(())?;
        if let (Code::Char(c), true) = (key.code, key.ctrl) {
            key.code = Code::Char(c.to_ascii_lowercase());
        }
        Ok(key)
    }
}

fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control()).then_some(Code::Char(c));
    }
    let function = name.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok());
    if let Some(number) = function.filter(|number| (1..=12).contains(number)) {
        return Some(Code::F(number));
    }
    WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(name)).map(|(_, code)| *code)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("^")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            Code::F(number) => write!(f, "F{number}"),
            Code::Char(c) if c != ' ' && self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            Code::Char(c) if c != ' ' => write!(f, "{c}"),
            code => f.write_str(WORDS.iter().find(|(_, known)| *known == code).map_or("?", |(word, _)| word)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_back_as_it_is_written() {
        let words =
            ["j", "G", "^D", "Alt-x", "Tab", "S-Tab", "F1", "F12", "Space", "PgUp", "Esc", "?", "^", "-"];
        for word in words {
            let key: Key = word.parse().unwrap_or_else(|()| panic!("{word} is no key"));
            assert_eq!(key.to_string(), word);
        }
        assert_eq!("ctrl-d".parse::<Key>(), "^D".parse());
        for word in ["", "jj", "F13", "F0", "ctrl-", "hyper-x"] {
            assert!(word.parse::<Key>().is_err(), "{word} is a key");
        }
    }

    #[test]
    fn full_width_keys_are_their_ascii_ones() {
        for (typed, meant) in [
            ('？', '?'),
            ('／', '/'),
            ('：', ':'),
            ('１', '1'),
            ('ｊ', 'j'),
            ('Ｇ', 'G'),
            ('、', '/'),
            ('　', ' '),
        ] {
            assert_eq!(Key::char(typed).folded(), Key::char(meant), "{typed}");
        }
    }
}
