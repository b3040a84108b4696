//! The tables of a sound file in one go, as its TOML is read: nearly every file is sound, and most of what reading
//! it takes otherwise goes into tables that are thrown away. Says nothing of what is wrong: in any doubt there is
//! nothing, and `read` looks at the file with all it takes to tell.

use std::borrow::Cow;

use toml::Spanned;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::{ParseError, Raw, Span};

use super::raw::{Table, Value, Written};
use super::read::clean;
use super::scan::{Line, Quoted, Scanner, is_control};
use super::shape::{Field, Holds, Shape, mark};
use super::squeeze::{Squeezed, Squeezer};
use crate::text::Sanitized;

/// The file of this text as a `T` of the given shape, where it is sound: TOML of plain keys and `[tables]`, every
/// key of the shape at most once and with what it holds, the needed ones there, every text safe to show. With its text
/// squeezed, if it `squeezes`.
pub(super) fn quick<'s, T: Table<'s> + Default>(
    text: &'s str,
    shape: &'static Shape,
    squeezes: bool,
) -> Option<(T, Option<Squeezed>)> {
    let mut whole = T::default();
    let squeezer = squeezes.then(|| Squeezer::new(text, shape));
    let mut reader = Reader { scanner: Scanner::new(text), open: vec![Open::new("", shape)], squeezer };
    reader.tables(&mut whole)?;
    Some((whole, reader.squeezer.map(Squeezer::finish)))
}

/// A table that is being filled.
struct Open {
    /// What it is called in the table around it.
    key: &'static str,
    shape: &'static Shape,
    /// The keys it has, a bit for each of the shape.
    seen: u32,
    /// The place in the shape after that of the last key: there the next one stands, mostly.
    next: usize,
}

impl Open {
    fn new(key: &'static str, shape: &'static Shape) -> Self {
        Self { key, shape, seen: 0, next: 0 }
    }

    /// The field called `key`, which is there now, and its place in the shape; none where there is no such field, or it
    /// was there before.
    fn field(&mut self, key: &str, again: bool) -> Option<(&'static Field, usize)> {
        let (before, after) = self.shape.fields.split_at_checked(self.next)?;
        let mark = mark(key);
        let is_it = |field: &Field| field.mark == mark && field.key == key;
        let after = after.iter().position(is_it).map(|at| self.next + at);
        let at = after.or_else(|| before.iter().position(is_it))?;
        let bit = 1 << at;
        let is_new = self.seen & bit == 0;
        self.seen |= bit;
        self.next = at + 1;
        self.shape.fields.get(at).filter(|_| is_new || again).map(|field| (field, at))
    }

    /// Whether it has all it needs.
    fn is_whole(&self) -> bool {
        let fields = self.shape.fields.iter().enumerate();
        fields.filter(|(_, field)| field.needed).all(|(at, _)| self.seen & (1 << at) != 0)
    }
}

/// A shape, and the place in it of a field.
type Place = (&'static Shape, usize);

/// Reads a file as long as it is sound.
struct Reader<'s> {
    scanner: Scanner<'s>,
    /// The file and the tables in it, each inside the one before.
    open: Vec<Open>,
    squeezer: Option<Squeezer<'s>>,
}

impl<'s> Reader<'s> {
    /// All of the file.
    fn tables(&mut self, whole: &mut dyn Table<'s>) -> Option<()> {
        let mut line = self.entries(whole)?;
        while let Line::Header { keys, in_list } = line {
            self.begin(keys, in_list)?;
            let table = self.table(whole)?;
            line = self.entries(table)?;
        }
        self.close(0)
    }

    /// What stands in a table, up to the line that begins another.
    fn entries(&mut self, table: &mut dyn Table<'s>) -> Option<Line<'s>> {
        loop {
            match self.scanner.line()? {
                Line::Key(key) => {
                    let open = self.open.last_mut()?;
                    let (shape, (field, nth)) = (open.shape, open.field(key, false)?);
                    let value = self.value(field, (shape, nth))?;
                    table.place(field.mark)?.take(value);
                    self.scanner.end_line()?;
                }
                line => return Some(line),
            }
        }
    }

    /// Opens the table that a header names: one of the file, or one in the table that is open.
    fn begin(&mut self, keys: &str, in_list: bool) -> Option<()> {
        let around = keys.split('.').count();
        self.close(around)?;
        let names = self.open.iter().skip(1).map(|open| open.key);
        if !names.eq(keys.split('.').take(around - 1)) {
            return None;
        }
        let (field, _) = self.open.last_mut()?.field(keys.split('.').next_back()?, in_list)?;
        let shape = match field.holds {
            Holds::Table(shape) if !in_list => shape,
            Holds::Tables(shape) if in_list => shape,
            _ => return None,
        };
        self.open.push(Open::new(field.key, shape));
        self.squeezer.iter_mut().for_each(|squeezer| squeezer.table(shape));
        Some(())
    }

    /// Closes all tables but so many, which have to have what they need.
    fn close(&mut self, left: usize) -> Option<()> {
        self.open.drain(left.min(self.open.len())..).all(|open| open.is_whole()).then_some(())
    }

    /// The table that was opened last, a new one.
    fn table<'t>(&self, whole: &'t mut dyn Table<'s>) -> Option<&'t mut dyn Table<'s>> {
        let mut table = whole;
        for (depth, open) in self.open.iter().enumerate().skip(1) {
            table = table.place(mark(open.key))?.inner(depth + 1 == self.open.len())?;
        }
        Some(table)
    }

    /// The value of a field, which is at `place` in its shape.
    fn value(&mut self, field: &Field, place: Place) -> Option<Value<'s>> {
        let Self { scanner, squeezer, .. } = self;
        match field.holds {
            Holds::Text | Holds::Word(_) => Some(Value::Text(text(&scanner.quoted()?, squeezer, place)?)),
            Holds::Count => {
                let (start, count) = scanner.count()?;
                Some(Value::Count(Spanned::new(start..scanner.at(), count)))
            }
            Holds::Texts => {
                let mut texts = Vec::new();
                scanner.list(|quoted| text(&quoted, squeezer, place).map(|text| texts.push(text)))?;
                // That a list has nothing in it may be wrong.
                (!texts.is_empty() || !field.needed).then_some(Value::Texts(texts))
            }
            Holds::Table(_) | Holds::Tables(_) => None,
        }
    }
}

/// What stands in quotes, if it is safe to show.
fn text<'s>(
    quoted: &Quoted<'s>,
    squeezer: &mut Option<Squeezer<'s>>,
    (table, nth): Place,
) -> Option<Written<'s>> {
    let span = quoted.start..quoted.start + quoted.raw.len();
    let bare = |text: &&str| !text.is_empty() && !text.starts_with(' ') && !text.ends_with(' ');
    // Nearly every text stands there as it is.
    let text = if let Some(text) = quoted.inner.filter(bare).filter(|_| quoted.is_plain) {
        Cow::Borrowed(text)
    } else {
        let Sanitized { text, taken } = clean(decoded(quoted)?);
        Some(text).filter(|text| taken.is_empty() && !text.is_empty())?
    };
    let as_it_is = quoted.inner.is_some_and(|inner| inner.len() == text.len());
    let kept = squeezer.as_mut().filter(|_| as_it_is && matches!(text, Cow::Borrowed(_)));
    let kept = kept.map(|squeezer| squeezer.text(span.start + 1..span.end - 1, table, nth));
    Some(Written::new(&span, text, kept))
}

/// What a text says that is written with escapes, or on several lines, or is not of plain characters alone.
fn decoded<'s>(quoted: &Quoted<'s>) -> Option<Cow<'s, str>> {
    let Quoted { raw, start, encoding, .. } = *quoted;
    let is_short = matches!(encoding, Encoding::BasicString | Encoding::LiteralString);
    let breaks = |byte: u8| is_control(byte) && (is_short || byte != b'\n');
    if raw.bytes().any(breaks) {
        return None;
    }
    let (mut text, mut wrong): (_, Option<ParseError>) = (Cow::Borrowed(""), None);
    let span = Span::new_unchecked(start, start + raw.len());
    let kind = Raw::new_unchecked(raw, Some(encoding), span).decode_scalar(&mut text, &mut wrong);
    (kind == ScalarKind::String && wrong.is_none()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::super::draft::SourceFile;
    use super::super::file::File;
    use super::super::load::builtin_files;
    use super::super::raw::{Plan, Section};
    use super::super::read::careful;
    use super::super::shape::{PLAN, SECTION};
    use super::*;
    use std::fmt::Debug;

    const SOUND: &str = "# 起\ntitle = \"前海\"\nen = 'Qianhai'\nsummary = \"\"\"\n一\n二\"\"\"\npart = 3\n\
        [declared]\nmeasures = 1\n\n[[measure]]\nid = \"a\"\ntitle = \"甲—乙\"\nen = \"A \\\"b\\\"\"\ntags = [\"x\", \
        \"y\",]\nsources = [\n  \"s\",\n]\n[[measure.task]]\nid = \"t\"\ntitle = \"丙\"\nen = \"C\"\n[[term]]\nid = \
        \"b\"\nname = \"丁\"\nen = \"D\"\nkind = \"place\"\nexplain = \"戊\"\nsources = [\"s\"]\nrelated = []\n";

    /// What both make of a file: the quick one, and the careful one unless something is wrong.
    fn both<'s, T>(source: &'s SourceFile, shape: &'static Shape) -> [Option<String>; 2]
    where
        T: Table<'s> + Default + Debug,
    {
        let (mut file, text) = (File::new(source), source.text.as_ref().unwrap());
        let one = quick::<T>(text, shape, false).map(|(read, _)| read);
        let other = careful::<T>(&mut file, text, shape);
        let squeezed = quick::<T>(text, shape, true).and_then(|(_, squeezed)| squeezed);
        assert!(squeezed.is_none_or(|squeezed| squeezed.written() == *text));
        [one, other.filter(|_| file.problems.is_empty())].map(|it| it.map(|it| format!("{it:?}")))
    }

    fn section(text: &str) -> SourceFile {
        SourceFile { path: "a/b.toml".to_owned(), text: Ok(text.into()) }
    }

    #[test]
    fn sound_files_are_read_as_with_care() {
        for source in builtin_files().iter().chain([&section(SOUND)]) {
            let [quick, careful] = if source.path.ends_with("/plan.toml") {
                both::<Plan<'_>>(source, &PLAN)
            } else {
                both::<Section<'_>>(source, &SECTION)
            };
            assert!(quick.is_some(), "{}", source.path);
            assert_eq!(quick, careful, "{}", source.path);
        }
    }

    #[test]
    fn what_is_changed_somewhere_is_read_as_with_care_or_not_at_all() {
        let pieces = [
            "",
            "\"",
            "'",
            "[",
            "]",
            "[[",
            "=",
            ".",
            "\n",
            "\\",
            " ",
            "#",
            "{",
            "}",
            ",",
            "\u{202E}",
            "\r",
            "\0",
            "1",
            "en",
            "[[measure]]\n",
            "[declared]\n",
            "[[measure.task]]\n",
            "id = \"c\"\n",
            "\"\"\"",
            "x = 1\n",
            "true",
            "é",
            "　",
        ];
        let (mut seed, mut sound) = (7_u64, 0);
        let mut roll = |sides: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % sides
        };
        for _ in 0..20_000 {
            let mut letters: Vec<char> = SOUND.chars().collect();
            for _ in 0..=roll(2) {
                let (at, gone) = (roll(letters.len()), roll(3));
                let end = (at + gone).min(letters.len());
                letters.splice(at..end, pieces[roll(pieces.len())].chars());
            }
            let text: String = letters.into_iter().collect();
            let [quick, careful] = both::<Section<'_>>(&section(&text), &SECTION);
            sound += usize::from(quick.is_some());
            assert!(quick.is_none() || quick == careful, "{text}\n{quick:?}\n{careful:?}");
        }
        assert!((1_000..15_000).contains(&sound), "{sound} were sound");
    }
}
