//! Text from files made safe to show, once, where it is loaded: what could drive a terminal, hide or
//! reorder text is taken out, visibly, and reported.

use std::borrow::Cow;

use super::forbidden::{Kind, code_point, kind_of};
use super::plain::is_plain;
use super::width::char_width;

/// A text fit to show, and what was taken out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sanitized<'a> {
    /// The text; borrowed when nothing had to change.
    pub text: Cow<'a, str>,
    /// Each character taken out or replaced, in order; a TAB or LF that became a space is not among them.
    pub taken: Vec<Taken>,
}

/// One character that was taken out of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Its byte offset in the text as it was.
    pub at: usize,
    /// The character itself: never print it, print [`Taken::name`].
    pub what: char,
    /// Why it was taken.
    pub kind: Kind,
}

impl Taken {
    /// The character as a code point: `U+202E`.
    pub fn name(&self) -> String {
        code_point(self.what)
    }
}

/// `s` on one line: TAB and line ends become a space, each run of forbidden characters one `�`,
/// each private-use character a `□`. What is already clean is borrowed; doing it twice changes nothing.
pub fn sanitize(s: &str) -> Sanitized<'_> {
    Cleaner::new(s, ' ').run()
}

/// Like [`sanitize`], but line ends stay, each as one LF.
pub fn sanitize_multiline(s: &str) -> Sanitized<'_> {
    Cleaner::new(s, '\n').run()
}

/// As many combining marks as any living script piles on one letter.
const MARKS: usize = 4;

struct Cleaner<'a> {
    source: &'a str,
    line_end: char,
    out: String,
    taken: Vec<Taken>,
    /// Marks since the last character with a width; beyond [`MARKS`] where there is none to stand on.
    marks: usize,
    /// Whether the character before was taken: a run leaves one sign.
    in_run: bool,
}

impl<'a> Cleaner<'a> {
    fn new(source: &'a str, line_end: char) -> Self {
        let (out, taken) = (String::new(), Vec::new());
        Cleaner { source, line_end, out, taken, marks: MARKS, in_run: false }
    }

    fn run(mut self) -> Sanitized<'a> {
        if is_plain(self.source) {
            return Sanitized { text: Cow::Borrowed(self.source), taken: self.taken };
        }
        self.out.reserve(self.source.len());
        let mut chars = self.source.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '\r' if chars.peek().is_some_and(|&(_, next)| next == '\n') => {}
                '\n' => self.end_line(),
                '\t' => self.keep(' '),
                _ => self.one(at, c),
            }
        }
        let unchanged = self.out == self.source;
        let text = if unchanged { Cow::Borrowed(self.source) } else { Cow::Owned(self.out) };
        Sanitized { text, taken: self.taken }
    }

    fn one(&mut self, at: usize, what: char) {
        let kind = kind_of(what).or_else(|| self.is_mark_too_many(what).then_some(Kind::Combining));
        match kind {
            None => self.keep(what),
            Some(kind) => {
                self.taken.push(Taken { at, what, kind });
                self.replace(kind);
            }
        }
    }

    fn is_mark_too_many(&self, c: char) -> bool {
        char_width(c) == 0 && self.marks >= MARKS
    }

    fn keep(&mut self, c: char) {
        self.out.push(c);
        self.marks = if char_width(c) == 0 { self.marks + 1 } else { 0 };
        self.in_run = false;
    }

    fn end_line(&mut self) {
        self.out.push(self.line_end);
        self.marks = if self.line_end == '\n' { MARKS } else { 0 };
        self.in_run = false;
    }

    fn replace(&mut self, kind: Kind) {
        if kind == Kind::PrivateUse {
            self.keep('□');
            return;
        }
        if !self.in_run {
            self.out.push('\u{FFFD}');
        }
        self.in_run = true;
        // The sign is something to stand on, but not for the rest of a pile that was too high.
        self.marks = if kind == Kind::Combining { MARKS } else { 0 };
    }
}
