//! TOML as nearly every briefing is written, a line at a time: plain keys, `[tables]`, texts, whole numbers and lists of
//! texts. It takes nothing that TOML 1.0 does not, and leaves to the parser what is written in any other way.

use toml_parser::decoder::Encoding;

use crate::text::plain_before;

/// A file on its way through.
pub(super) struct Scanner<'s> {
    text: &'s str,
    at: usize,
}

/// What a line begins with.
pub(super) enum Line<'s> {
    /// `[keys]`, or `[[keys]]` in a list: all of the line.
    Header { keys: &'s str, in_list: bool },
    /// `key = `; a value comes next.
    Key(&'s str),
    /// Nothing: there are no more lines.
    End,
}

/// A text in quotes.
pub(super) struct Quoted<'s> {
    /// With its quotes.
    pub(super) raw: &'s str,
    /// The byte of the file it begins with.
    pub(super) start: usize,
    /// How it is quoted.
    pub(super) encoding: Encoding,
    /// What is between the quotes, where nothing in it stands for anything else.
    pub(super) inner: Option<&'s str>,
    /// Whether that is of plain characters alone.
    pub(super) is_plain: bool,
}

impl<'s> Scanner<'s> {
    /// From the beginning of a file.
    pub(super) fn new(text: &'s str) -> Self {
        Self { text, at: 0 }
    }

    /// The next line that is not empty. Nothing, here and below, where it is for the parser.
    pub(super) fn line(&mut self) -> Option<Line<'s>> {
        loop {
            self.skip_blanks();
            match self.peek() {
                None => return Some(Line::End),
                Some(b'[') => return self.header(),
                Some(b'#' | b'\n' | b'\r') => self.end_line()?,
                Some(_) => return self.key(),
            }
        }
    }

    /// The end of a line: blanks, a comment.
    pub(super) fn end_line(&mut self) -> Option<()> {
        self.skip_blanks();
        self.skip_comment()?;
        match self.rest() {
            [] => {}
            [b'\n', ..] => self.at += 1,
            [b'\r', b'\n', ..] => self.at += 2,
            _ => return None,
        }
        Some(())
    }

    /// A text.
    pub(super) fn quoted(&mut self) -> Option<Quoted<'s>> {
        let (start, rest) = (self.at, self.rest());
        let (marks, encoding) = match rest {
            [b'"', b'"', b'"', ..] => (3, Encoding::MlBasicString),
            [b'\'', b'\'', b'\'', ..] => (3, Encoding::MlLiteralString),
            [b'"', ..] => (1, Encoding::BasicString),
            [b'\'', ..] => (1, Encoding::LiteralString),
            _ => return None,
        };
        let inside = rest.get(marks..)?;
        // Nearly every text is plain up to its end.
        let plain = if marks == 1 { plain_before(inside, true) } else { 0 };
        let is_plain = inside.get(plain) == rest.first() && marks == 1;
        let end = match encoding {
            _ if is_plain => plain,
            Encoding::BasicString => plain + end(inside.get(plain..)?)?,
            Encoding::LiteralString => plain + inside.get(plain..)?.iter().position(|byte| *byte == b'\'')?,
            _ => long_end(inside, rest.get(..marks)?)?,
        };
        let inner = self.text.get(start + marks..start + marks + end)?;
        self.at = start + marks + end + marks;
        let stands = is_plain || (marks == 1 && !(encoding == Encoding::BasicString && inner.contains('\\')));
        let raw = self.text.get(start..self.at)?;
        Some(Quoted { raw, start, encoding, inner: Some(inner).filter(|_| stands), is_plain })
    }

    /// A whole number, in digits alone, and the byte it begins with.
    pub(super) fn count(&mut self) -> Option<(usize, u32)> {
        let (start, digits) = (self.at, self.take(|byte| byte.is_ascii_digit())?);
        if digits.len() > 1 && digits.starts_with('0') {
            return None;
        }
        Some((start, digits.parse().ok()?))
    }

    /// A list of texts.
    pub(super) fn list(&mut self, mut take: impl FnMut(Quoted<'s>) -> Option<()>) -> Option<()> {
        self.eat(b'[')?;
        loop {
            self.skip_lines()?;
            if self.eat(b']').is_some() {
                return Some(());
            }
            take(self.quoted()?)?;
            self.skip_lines()?;
            if self.peek()? != b']' {
                self.eat(b',')?;
            }
        }
    }

    /// The byte before which everything was read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn header(&mut self) -> Option<Line<'s>> {
        self.eat(b'[')?;
        let in_list = self.eat(b'[').is_some();
        let keys = self.take(|byte| is_bare(byte) || byte == b'.')?;
        self.eat(b']')?;
        if in_list {
            self.eat(b']')?;
        }
        self.end_line()?;
        Some(Line::Header { keys, in_list })
    }

    fn key(&mut self) -> Option<Line<'s>> {
        let key = self.take(is_bare)?;
        self.skip_blanks();
        self.eat(b'=')?;
        self.skip_blanks();
        Some(Line::Key(key))
    }

    fn rest(&self) -> &'s [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// As many of these bytes as there are, one at least.
    fn take(&mut self, is_one: impl Fn(u8) -> bool) -> Option<&'s str> {
        let start = self.at;
        self.at += self.rest().iter().take_while(|byte| is_one(**byte)).count();
        self.text.get(start..self.at).filter(|taken| !taken.is_empty())
    }

    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Blanks, comments and ends of lines.
    fn skip_lines(&mut self) -> Option<()> {
        self.skip_blanks();
        while let Some(b'#' | b'\n' | b'\r') = self.peek() {
            self.end_line()?;
            self.skip_blanks();
        }
        Some(())
    }

    fn skip_comment(&mut self) -> Option<()> {
        if self.peek() == Some(b'#') {
            let rest = self.rest();
            let line = rest.split(|byte| *byte == b'\n').next()?;
            let comment = line.strip_suffix(b"\r").filter(|_| line.len() < rest.len()).unwrap_or(line);
            if comment.iter().any(|byte| is_control(*byte)) {
                return None;
            }
            self.at += comment.len();
        }
        Some(())
    }
}

/// Where the quote is that ends a text on one line, of which `inside` is what is left.
fn end(inside: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + inside.get(from..)?.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        match inside.get(at) {
            Some(b'"') => return Some(at),
            _ => from = at + 2,
        }
    }
}

/// The same of one on several lines, which ends with these `marks`. Where that is not as plain as can be, nothing.
fn long_end(inside: &[u8], marks: &[u8]) -> Option<usize> {
    let end = inside.windows(marks.len()).position(|here| here == marks)?;
    let is_escaped = marks.starts_with(b"\"") && inside.get(..end)?.contains(&b'\\');
    let goes_on = inside.get(end + marks.len()) == marks.first();
    (!is_escaped && !goes_on).then_some(end)
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Whether a byte may not stand in a comment, or in a text on one line.
pub(super) fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && byte != b'\t'
}
