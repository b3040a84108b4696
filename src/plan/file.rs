//! One file of the library while it is read: its text, where its lines begin, and what was found
//! wrong in it. Turns the byte spans of the TOML parser into places a person can go to.

use std::cell::OnceCell;
use std::ops::Range;

use super::draft::{Reference, SourceFile};
use super::problem::{Excerpt, Place, Problem, Reason, Wanted};
use super::raw::Written;
use super::squeeze::Squeezed;
use super::text::Text;
use crate::text;

/// As many problems are told of one file. More help nobody, and a file made for it could have a hundred
/// thousand of them.
const MOST: usize = 200;

/// As many bytes of its line are shown before a problem and after its beginning.
const AROUND: usize = 400;

/// A file's text with the means to say where in it something stands.
pub(super) struct File {
    name: String,
    /// Its content; none where it can't be read.
    whole: Option<Text>,
    /// Whether its text takes memory for as long as somebody shares its letters, and so is to be squeezed.
    pub(super) squeezes: bool,
    /// What stays of the text, where it is squeezed.
    squeezed: Option<Squeezed>,
    /// Byte offset of the beginning of each line, looked for where something is wrong.
    lines: OnceCell<Vec<usize>>,
    /// What was found wrong so far.
    pub(super) problems: Vec<Problem>,
}

impl File {
    /// Nothing is found wrong yet.
    pub(super) fn new(source: &SourceFile) -> Self {
        let (name, whole) = (source.path.clone(), source.text.as_ref().ok().cloned());
        let squeezes = whole.as_ref().is_some_and(|whole| !whole.is_fixed());
        let (squeezed, lines, problems) = (None, OnceCell::new(), Vec::new());
        Self { name, whole, squeezes, squeezed, lines, problems }
    }

    /// The content.
    pub(super) fn text(&self) -> &str {
        self.whole.as_ref().map_or("", Text::as_str)
    }

    /// From here on texts are shared with what is squeezed.
    pub(super) fn squeeze(&mut self, squeezed: Option<Squeezed>) {
        self.squeezed = squeezed;
    }

    /// The content for later: squeezed, or as it is written.
    pub(super) fn keep(&self) -> Squeezed {
        let written = || Squeezed::none(self.whole.clone().unwrap_or_default());
        self.squeezed.clone().unwrap_or_else(written)
    }

    /// A text for the model: with the letters of the file where it stands in it.
    pub(super) fn share(&self, written: &Written<'_>) -> Text {
        let text = written.get_ref();
        match (&self.squeezed, &self.whole) {
            (Some(squeezed), _) => {
                let at = |start| squeezed.kept().at(start, text.len() as u32);
                written.kept().and_then(at).unwrap_or_else(|| text.into())
            }
            (None, Some(whole)) => whole.part(text),
            (None, None) => text.into(),
        }
    }

    /// The same of what names an item, with its place.
    pub(super) fn reference(&self, written: &Written<'_>) -> Reference {
        Reference { path: self.share(written), span: written.span() }
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let after_breaks =
                (1..).zip(self.text().bytes()).filter_map(|(after, byte)| (byte == b'\n').then_some(after));
            std::iter::once(0).chain(after_breaks).collect()
        })
    }

    /// The line byte `at` stands on, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.lines().partition_point(|&start| start <= at)
    }

    /// Where byte `at` stands.
    pub(super) fn place(&self, at: usize) -> Place {
        let line = self.line(at);
        let start = self.lines().get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text().get(start..at).map_or(0, |before| before.chars().count()) + 1;
        Place { file: self.name.clone(), line, column }
    }

    /// Whether as many problems were noted as are told.
    pub(super) fn is_full(&self) -> bool {
        self.problems.len() > MOST
    }

    /// Notes that what stands at `span` is wrong.
    pub(super) fn wrong(&mut self, span: &Range<usize>, reason: Reason) {
        // The place is looked for only where it is told: on a long line that takes time.
        if self.is_full() {
            return;
        }
        self.problems.push(if self.problems.len() == MOST {
            let place = self.place(span.start);
            Problem { place, excerpt: None, reason: Reason::MoreProblems(MOST) }
        } else {
            self.problem(span, reason)
        });
    }

    /// What is wrong with what stands at `span`.
    pub(super) fn problem(&self, span: &Range<usize>, reason: Reason) -> Problem {
        let place = self.place(span.start);
        Problem { excerpt: self.excerpt(&place, span), place, reason }
    }

    /// Notes that the file as a whole is wrong.
    pub(super) fn wrong_whole(&mut self, reason: Reason) {
        let place = Place { file: self.name.clone(), line: 0, column: 0 };
        self.problems.push(Problem { place, excerpt: None, reason });
    }

    /// Whether something was taken out because it is written as no table where tables are wanted: under
    /// this key, or any that holds items. Nobody knows then what stood in it.
    pub(super) fn lost_a_table(&self, of: Option<&str>) -> bool {
        self.problems.iter().any(|problem| match &problem.reason {
            Reason::MoreProblems(_) => true,
            Reason::WrongType { key, wanted: Wanted::Table | Wanted::Tables } => {
                of.map_or(key != "declared", |of| of == key)
            }
            _ => false,
        })
    }

    fn excerpt(&self, place: &Place, span: &Range<usize>) -> Option<Excerpt> {
        let start = *self.lines().get(place.line.checked_sub(1)?)?;
        let line = self.text().get(start..)?.lines().next()?;
        let at = span.start - start;
        let (first, last) = (floor(line, at.saturating_sub(AROUND)), floor(line, at.saturating_add(AROUND)));
        let (before, after) = (if first > 0 { "…" } else { "" }, if last < line.len() { "…" } else { "" });
        let line = format!("{before}{}{after}", line.get(first..last)?);
        let at = at - first + before.len();
        let length = span.len().min(line.len().saturating_sub(at));
        let (from, columns) = text::caret(&line, at, length);
        let line = text::sanitize(&line).text.into_owned();
        Some(Excerpt { line, from, columns: columns.max(1) })
    }
}

/// `at`, or the beginning of the character it falls into, or the end of `line`.
fn floor(line: &str, at: usize) -> usize {
    (0..=at.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0)
}
