//! The tables of a sound file in one go, as its TOML is parsed: nearly every file is sound, and most of what reading
//! it takes otherwise goes into tables that are thrown away. Says nothing of what is wrong: in any doubt there is
//! nothing, and `read` looks at the file with all it takes to tell.

use std::borrow::Cow;
use std::mem;

use toml::Spanned;
use toml_parser::decoder::{Encoding, IntegerRadix, ScalarKind};
use toml_parser::parser::{EventReceiver, ValidateWhitespace, parse_document};
use toml_parser::{ErrorSink, ParseError, Raw, Source, Span};

use super::raw::{Count, Table, Value, Written};
use super::read::clean;
use super::shape::{Field, Holds, Shape};
use crate::text::{self, Sanitized};

/// The file of this text as a `T` of the given shape, where it is sound: TOML of plain keys and `[tables]`, every
/// key of the shape at most once and with what it holds, the needed ones there, every text safe to show.
pub(super) fn quick<'s, T: Table<'s> + Default>(text: &'s str, shape: &'static Shape) -> Option<T> {
    let source = Source::new(text);
    let mut whole = T::default();
    let mut taker = Taker {
        source,
        whole: &mut whole,
        open: vec![Open { key: "", shape, seen: 0 }],
        header: Vec::new(),
        in_header: false,
        field: None,
        list: None,
        sound: true,
    };
    let mut wrong: Option<ParseError> = None;
    parse_document(&source.lex().into_vec(), &mut ValidateWhitespace::new(&mut taker, source), &mut wrong);
    taker.close(0);
    (taker.sound && wrong.is_none()).then_some(whole)
}

/// A table that is being filled.
struct Open {
    /// What it is called in the table around it.
    key: &'static str,
    shape: &'static Shape,
    /// The keys it has, a bit for each of the shape.
    seen: u32,
}

impl Open {
    /// The field called `key`, which is there now; none where there is no such field, or it was there before.
    fn field(&mut self, key: &str, again: bool) -> Option<&'static Field> {
        let at = self.shape.fields.iter().position(|field| field.key == key)?;
        let bit = 1 << at;
        let is_new = self.seen & bit == 0;
        self.seen |= bit;
        self.shape.fields.get(at).filter(|_| is_new || again)
    }

    /// Whether it has all it needs.
    fn is_whole(&self) -> bool {
        let fields = self.shape.fields.iter().enumerate();
        fields.filter(|(_, field)| field.needed).all(|(at, _)| self.seen & (1 << at) != 0)
    }
}

/// Takes what the parser finds, as long as it is sound.
struct Taker<'s, 't> {
    source: Source<'s>,
    whole: &'t mut dyn Table<'s>,
    /// The file and the tables in it, each inside the one before.
    open: Vec<Open>,
    /// The keys of the header that is being read.
    header: Vec<&'s str>,
    in_header: bool,
    /// The key whose value comes next.
    field: Option<&'static Field>,
    /// What is in the list that is being read.
    list: Option<Vec<Written<'s>>>,
    sound: bool,
}

impl<'s> Taker<'s, '_> {
    /// Closes all tables but so many.
    fn close(&mut self, left: usize) {
        self.sound &= self.open.drain(left.min(self.open.len())..).all(|open| open.is_whole());
    }

    /// The table that is being filled.
    fn table(&mut self, new: bool) -> Option<&mut dyn Table<'s>> {
        let mut table: &mut dyn Table<'s> = self.whole;
        for (depth, open) in self.open.iter().enumerate().skip(1) {
            table = table.inner(open.key, new && depth + 1 == self.open.len())?;
        }
        Some(table)
    }

    /// Opens the table that a header names: one of the file, or one in the table that is open.
    fn begin(&mut self, in_list: bool) -> Option<()> {
        let header = mem::take(&mut self.header);
        self.in_header = false;
        let (key, around) = header.split_last()?;
        self.close(around.len() + 1);
        let names = self.open.iter().skip(1).map(|open| open.key);
        if !names.eq(around.iter().copied()) {
            return None;
        }
        let field = self.open.last_mut()?.field(key, in_list)?;
        let shape = match field.holds {
            Holds::Table(shape) if !in_list => shape,
            Holds::Tables(shape) if in_list => shape,
            _ => return None,
        };
        self.open.push(Open { key: field.key, shape, seen: 0 });
        self.table(true).map(|_| ())
    }

    fn key(&mut self, span: Span, encoding: Option<Encoding>) -> Option<()> {
        let key = self.source.input().get(span.start()..span.end()).filter(|_| encoding.is_none())?;
        if self.in_header {
            self.header.push(key);
        } else {
            self.field = Some(self.open.last_mut()?.field(key, false)?);
        }
        Some(())
    }

    fn value(&mut self, span: Span, encoding: Option<Encoding>) -> Option<()> {
        let holds = self.field?.holds;
        if let Some(list) = &mut self.list {
            list.push(text(self.source, span, encoding?)?);
            return Some(());
        }
        let value = match (holds, encoding) {
            (Holds::Text | Holds::Word(_), Some(encoding)) => Value::Text(text(self.source, span, encoding)?),
            (Holds::Count, None) => Value::Count(count(self.source, span)?),
            _ => return None,
        };
        self.put(value)
    }

    fn end_list(&mut self) -> Option<()> {
        let texts = self.list.take()?;
        // That a list has nothing in it may be wrong.
        if texts.is_empty() && self.field?.needed { None } else { self.put(Value::Texts(texts)) }
    }

    fn put(&mut self, value: Value<'s>) -> Option<()> {
        let key = self.field.take()?.key;
        self.table(false)?.put(key, value).then_some(())
    }

    /// Goes on as long as all is sound.
    fn go_on(&mut self, with: impl FnOnce(&mut Self) -> Option<()>) {
        // What it does may find that something is not.
        let done = self.sound && with(self).is_some();
        self.sound &= done;
    }
}

impl EventReceiver for Taker<'_, '_> {
    fn std_table_open(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.in_header = true;
    }

    fn std_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.go_on(|taker| taker.begin(false));
    }

    fn array_table_open(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.in_header = true;
    }

    fn array_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.go_on(|taker| taker.begin(true));
    }

    fn inline_table_open(&mut self, _: Span, _: &mut dyn ErrorSink) -> bool {
        self.sound = false;
        false
    }

    fn array_open(&mut self, _: Span, _: &mut dyn ErrorSink) -> bool {
        self.sound &= self.list.is_none() && self.field.is_some_and(|field| field.holds == Holds::Texts);
        self.list = Some(Vec::new());
        self.sound
    }

    fn array_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.go_on(Self::end_list);
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        self.go_on(|taker| taker.key(span, encoding));
    }

    fn key_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.sound &= self.in_header;
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        self.go_on(|taker| taker.value(span, encoding));
    }
}

/// The text at `span`, if it is safe to show.
fn text(source: Source<'_>, span: Span, encoding: Encoding) -> Option<Written<'_>> {
    let raw = source.input().get(span.start()..span.end())?;
    let within = |quote: char| raw.strip_prefix(quote)?.strip_suffix(quote);
    // Nearly every text stands there as it is.
    let plain = match encoding {
        Encoding::BasicString => within('"').filter(|text| !text.contains('\\')),
        Encoding::LiteralString => within('\''),
        _ => None,
    };
    let bare = |text: &&str| !text.is_empty() && !text.starts_with(' ') && !text.ends_with(' ');
    let text = if let Some(text) = plain.filter(bare).filter(|text| text::is_plain(text)) {
        Cow::Borrowed(text)
    } else {
        let Sanitized { text, taken } =
            clean(decoded(Raw::new_unchecked(raw, Some(encoding), span), ScalarKind::String)?);
        Some(text).filter(|text| taken.is_empty() && !text.is_empty())?
    };
    Some(Spanned::new(span.start()..span.end(), text))
}

/// The number at `span`.
fn count(source: Source<'_>, span: Span) -> Option<Count> {
    let raw = source.input().get(span.start()..span.end())?;
    let number = decoded(Raw::new_unchecked(raw, None, span), ScalarKind::Integer(IntegerRadix::Dec))?;
    Some(Spanned::new(span.start()..span.end(), number.parse().ok()?))
}

/// What is written, if it is of this kind.
fn decoded(raw: Raw<'_>, wanted: ScalarKind) -> Option<Cow<'_, str>> {
    let (mut text, mut wrong) = (Cow::Borrowed(""), None);
    let kind = raw.decode_scalar(&mut text, &mut wrong);
    (kind == wanted && wrong.is_none()).then_some(text)
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
        let mut file = File::new(source);
        let [one, other] = [quick::<T>(file.text(), shape), careful::<T>(&mut file, shape)];
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
