//! A place in a text, read character by character in a folded form: half-width, traditional, lower-case.
//! Offsets are always those of the text as written.

use std::borrow::Cow;

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    /// Byte offset of the next character.
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The same text at another offset.
    pub(super) fn moved(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// What is still to be read, as written.
    pub(super) fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The next character, folded.
    pub(super) fn peek(self) -> Option<char> {
        self.rest().chars().next().map(fold)
    }

    /// The next character, folded, and past it.
    pub(super) fn next(&mut self) -> Option<char> {
        let c = self.rest().chars().next()?;
        self.at += c.len_utf8();
        Some(fold(c))
    }

    /// Past `word` if it comes next.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        let eaten = word.chars().all(|c| ahead.next() == Some(c));
        if eaten {
            *self = ahead;
        }
        eaten
    }

    /// Past the longest of the words of `table` that comes next, giving what stands beside it.
    pub(super) fn eat_longest<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        let mut best: Option<(Self, T)> = None;
        // Nearly all words begin otherwise than what comes next.
        let mut utf8 = [0; 4];
        let first = self.peek()?.encode_utf8(&mut utf8).as_bytes();
        let near = |word: &[u8]| match first.first_chunk::<3>() {
            None => word.first() == first.first(),
            wide => word.first_chunk() == wide,
        };
        for (word, value) in table.iter().filter(|(word, _)| near(word.as_bytes())) {
            let mut ahead = *self;
            if ahead.eat(word) && best.is_none_or(|(longest, _)| ahead.at > longest.at) {
                best = Some((ahead, *value));
            }
        }
        let (ahead, value) = best?;
        *self = ahead;
        Some(value)
    }

    pub(super) fn skip_spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.next();
        }
    }
}

/// `text` with every character folded; it has as many characters as before, and mostly is the same.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| fold(c) == c) {
        return Cow::Borrowed(text);
    }
    text.chars().map(fold).collect()
}

/// Full-width forms as half-width, the simplified characters that occur in figures as traditional, capitals small.
fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xfee0).map_or(c, |c| c.to_ascii_lowercase())
        }
        '\u{3000}' => ' ',
        '〜' => '~',
        '–' | '—' | '−' => '-',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => traditional(c),
    }
}

/// The traditional character for a simplified one that occurs in figures; any other as it is.
fn traditional(c: char) -> char {
    match c {
        '万' => '萬',
        '亿' => '億',
        '两' => '兩',
        '点' => '點',
        '约' => '約',
        '过' => '過',
        '于' => '於',
        '内' => '內',
        '余' => '餘',
        '达' => '達',
        '将' => '將',
        '几' => '幾',
        '个' => '個',
        '贰' => '貳',
        '陆' => '陸',
        '项' => '項',
        '间' => '間',
        '处' => '處',
        '层' => '層',
        '顷' => '頃',
        '亩' => '畝',
        '张' => '張',
        '类' => '類',
        '种' => '種',
        '国' => '國',
        '级' => '級',
        '户' => '戶',
        '条' => '條',
        '笔' => '筆',
        '页' => '頁',
        _ => c,
    }
}
