//! The text of a file in less room. Between one text of it and the next nearly always stand the end of a line and the
//! key of another, a quarter of the file, which two bytes say as well: control characters, which a sound file has none of. The
//! texts stay as they are, for the model to share; what is written in any other way stays too, and all of it comes out again.

use std::ops::Range;

use super::shape::{DECLARED, EVENT, Holds, MEASURE, NUMBER, SOURCE, Shape, TASK, TERM, VOICE};
use super::text::Text;

/// The tables that a file may have, as their headers are best written.
static TABLES: [(&str, &Shape); 8] = [
    ("[[source]]", &SOURCE),
    ("[declared]", &DECLARED),
    ("[[measure]]", &MEASURE),
    ("[[measure.task]]", &TASK),
    ("[[number]]", &NUMBER),
    ("[[event]]", &EVENT),
    ("[[voice]]", &VOICE),
    ("[[term]]", &TERM),
];

/// Between two texts of a list: `", "`.
const BETWEEN: u8 = 0x01;
/// The end of a text, `"` and the end of the line; so many more for each of the [`TABLES`] that begins then. A character
/// follows which counts the keys of the table from [`FIRST`] on, and says `key = "`, or of a list `key = ["`.
const AFTER_TEXT: u8 = 0x0E;
/// The same after a list, `"]`.
const AFTER_LIST: u8 = AFTER_TEXT + 1 + TABLES.len() as u8;
/// The end of what the above can be.
const LAST: u8 = AFTER_LIST + TABLES.len() as u8;
const FIRST: u8 = b'!';

/// The text of a file, squeezed or as it is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Squeezed {
    text: Text,
    /// What the file is, where it is squeezed.
    shape: Option<&'static Shape>,
}

impl Squeezed {
    /// As it is written.
    pub(super) fn none(text: Text) -> Self {
        Self { text, shape: None }
    }

    /// Its letters as they are kept.
    pub(super) fn kept(&self) -> &Text {
        &self.text
    }

    /// The text as it is written.
    pub(super) fn written(&self) -> Text {
        self.shape.map_or_else(|| self.text.clone(), |shape| written(&self.text, shape).into())
    }
}

/// Squeezes a file while it is read.
pub(super) struct Squeezer<'s> {
    text: &'s str,
    file: &'static Shape,
    kept: String,
    /// The byte up to which it is done.
    done: usize,
    /// The table in which whoever reads it again is.
    table: &'static Shape,
    /// The table that began after the last text.
    begun: Option<usize>,
}

impl<'s> Squeezer<'s> {
    /// For a file of this text and shape, at its beginning.
    pub(super) fn new(text: &'s str, file: &'static Shape) -> Self {
        let kept = String::with_capacity(text.len());
        Self { text, file, kept, done: 0, table: file, begun: None }
    }

    /// A table of this shape begins.
    pub(super) fn table(&mut self, shape: &Shape) {
        self.begun = TABLES.iter().position(|(_, known)| std::ptr::eq(*known, shape));
    }

    /// A text stands at `place`, the value of the `nth` key of a table. Returns where it is kept.
    pub(super) fn text(&mut self, place: Range<usize>, table: &'static Shape, nth: usize) -> u32 {
        let before = self.text.get(self.done..place.start).unwrap_or_default();
        match self.code(before, table, nth) {
            Some(code) => self.kept.extend(code.into_iter().filter(|byte| *byte > 0).map(char::from)),
            None => self.kept.push_str(before),
        }
        let at = self.kept.len() as u32;
        self.kept.push_str(self.text.get(place.clone()).unwrap_or_default());
        self.done = place.end;
        self.begun = None;
        at
    }

    /// What says as much as `before`, which stands before the value of a key. Byte by byte, for it is asked of every text.
    fn code(&mut self, before: &str, table: &'static Shape, nth: usize) -> Option<[u8; 2]> {
        let (after, rest) = match before.as_bytes() {
            [b'"', b',', b' ', b'"'] => return Some([BETWEEN, 0]),
            [b'"', b']', b'\n', rest @ ..] => (AFTER_LIST, rest),
            [b'"', b'\n', rest @ ..] => (AFTER_TEXT, rest),
            _ => return None,
        };
        let (after, rest) = match self.begun.and_then(|begun| Some((begun, TABLES.get(begun)?))) {
            None if std::ptr::eq(self.table, table) => (after, rest),
            Some((begun, (header, shape))) if std::ptr::eq(*shape, table) => {
                let [b'\n', rest @ ..] = rest else { return None };
                let [b'\n', rest @ ..] = rest.strip_prefix(header.as_bytes())? else { return None };
                (after + 1 + begun as u8, rest)
            }
            _ => return None,
        };
        let field = table.fields.get(nth)?;
        (rest.strip_prefix(field.key.as_bytes())? == opening(field.holds).as_bytes()).then(|| {
            self.table = table;
            [after, FIRST + nth as u8]
        })
    }

    /// The file is at its end.
    pub(super) fn finish(mut self) -> Squeezed {
        self.kept.push_str(self.text.get(self.done..).unwrap_or_default());
        self.kept.shrink_to_fit();
        Squeezed { text: self.kept.into(), shape: Some(self.file) }
    }
}

/// What stands between a key and its first text.
fn opening(holds: Holds) -> &'static str {
    if holds == Holds::Texts { " = [\"" } else { " = \"" }
}

/// What was squeezed, as it was written.
fn written(kept: &str, file: &'static Shape) -> String {
    let mut text = String::with_capacity(kept.len() + kept.len() / 2);
    let (mut rest, mut table) = (kept, file);
    let is_code = |byte: &u8| matches!(*byte, BETWEEN | AFTER_TEXT..=LAST);
    while let Some((at, code)) = rest.bytes().enumerate().find(|(_, byte)| is_code(byte)) {
        text.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        if code == BETWEEN {
            text.push_str("\", \"");
            continue;
        }
        let (end, begun) =
            if code < AFTER_LIST { ("\"\n", code - AFTER_TEXT) } else { ("\"]\n", code - AFTER_LIST) };
        text.push_str(end);
        if let Some((header, shape)) = usize::from(begun).checked_sub(1).and_then(|begun| TABLES.get(begun)) {
            text.extend(["\n", header, "\n"]);
            table = shape;
        }
        let nth = rest.bytes().next().unwrap_or_default().wrapping_sub(FIRST);
        rest = rest.get(1..).unwrap_or_default();
        text.extend(
            table
                .fields
                .get(usize::from(nth))
                .map(|field| [field.key, opening(field.holds)])
                .into_iter()
                .flatten(),
        );
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::super::load::builtin_files;
    use super::super::quick::quick;
    use super::super::raw;
    use super::super::shape::{PLAN, SECTION};
    use super::*;

    fn squeezed(path: &str, text: &str) -> Option<Squeezed> {
        if path.ends_with("/plan.toml") {
            quick::<raw::Plan<'_>>(text, &PLAN, true).and_then(|(_, squeezed)| squeezed)
        } else {
            quick::<raw::Section<'_>>(text, &SECTION, true).and_then(|(_, squeezed)| squeezed)
        }
    }

    #[test]
    fn our_briefings_are_smaller_by_a_fifth_and_come_out_again() {
        let (mut before, mut after) = (0, 0);
        for file in builtin_files() {
            let text = file.text.unwrap_or_default();
            let squeezed = squeezed(&file.path, &text).unwrap_or_default();
            assert_eq!(squeezed.written(), text, "{}", file.path);
            before += text.len();
            after += squeezed.kept().len();
        }
        assert!(after < before / 5 * 4, "{after} of {before}");
    }

    #[test]
    fn what_is_written_in_another_way_comes_out_as_it_was() {
        let needed = "title = \"a\"\nen = \"b\"\nsummary = 'c'";
        for rest in [
            "",
            "\n",
            "   # end\n",
            "\n\n[[measure]]\nid = \"m\"\ntitle = \"d—e\"\nen=\"f\" \ntags = [ \"g\", \"h\",\"i\" ]\nsources = [\"s\"]\n",
            "\n\n\n[[event]]\nen = \"a\"\nid = \"e\"\ndate = \"2026\"\ntitle = \"b\"\nsources = [\"s\", \"t\"]\n\n[[term]] # 1\nid = \"t\"\n\
             name = \"n\"\nen = \"n\"\nkind = \"place\"\nexplain = \"x\"\nsources = [\"s\"]\n\n[declared]\nmeasures = 1\n",
            "\r\npart = 3\r\nnote = \"\"\"\nlong\n\"\"\"\r\n",
        ] {
            let text = format!("{needed}{rest}");
            let squeezed = squeezed("a/b.toml", &text).unwrap_or_default();
            assert_eq!(*squeezed.written(), *text);
        }
    }
}
