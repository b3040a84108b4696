//! One file of the library while it is read: its text, where its lines begin, and what was found
//! wrong in it. Turns the byte spans of the TOML parser into places a person can go to.

use std::ops::Range;

use super::part::Spot;
use super::problem::{Excerpt, Place, Problem, Reason, Wanted};
use crate::text;

/// A file's text with the means to say where in it something stands.
pub(super) struct File<'s> {
    name: &'s str,
    text: &'s str,
    /// Byte offset of the beginning of each line.
    lines: Vec<usize>,
    /// What was found wrong so far.
    pub(super) problems: Vec<Problem>,
}

impl<'s> File<'s> {
    /// `name` is the path in the library, `text` its whole content.
    pub(super) fn new(name: &'s str, text: &'s str) -> Self {
        let after_breaks =
            (1..).zip(text.bytes()).filter_map(|(after, byte)| (byte == b'\n').then_some(after));
        Self { name, text, lines: std::iter::once(0).chain(after_breaks).collect(), problems: Vec::new() }
    }

    /// The content.
    pub(super) fn text(&self) -> &'s str {
        self.text
    }

    /// Where byte `at` stands.
    pub(super) fn place(&self, at: usize) -> Place {
        let line = self.lines.partition_point(|&start| start <= at);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..at).map_or(0, |before| before.chars().count()) + 1;
        Place { file: self.name.to_owned(), line, column }
    }

    /// Notes that what stands at `span` is wrong.
    pub(super) fn wrong(&mut self, span: &Range<usize>, reason: Reason) {
        let place = self.place(span.start);
        let excerpt = self.excerpt(&place, span);
        self.problems.push(Problem { place, excerpt, reason });
    }

    /// What stands at `span`, to be told later should it be wrong.
    pub(super) fn spot(&self, span: &Range<usize>) -> Spot {
        let place = self.place(span.start);
        Spot { excerpt: self.excerpt(&place, span), place }
    }

    /// Notes that the file as a whole is wrong.
    pub(super) fn wrong_whole(&mut self, reason: Reason) {
        let place = Place { file: self.name.to_owned(), line: 0, column: 0 };
        self.problems.push(Problem { place, excerpt: None, reason });
    }

    /// Whether something was taken out because it is written as no table where tables are wanted: under
    /// this key, or any that holds items. Nobody knows then what stood in it.
    pub(super) fn lost_a_table(&self, of: Option<&str>) -> bool {
        self.problems.iter().any(|problem| match &problem.reason {
            Reason::WrongType { key, wanted: Wanted::Table | Wanted::Tables } => {
                of.map_or(key != "declared", |of| of == key)
            }
            _ => false,
        })
    }

    fn excerpt(&self, place: &Place, span: &Range<usize>) -> Option<Excerpt> {
        let start = *self.lines.get(place.line.checked_sub(1)?)?;
        let line = self.text.get(start..)?.lines().next()?;
        let length = span.len().min(line.len().saturating_sub(span.start - start));
        let (from, columns) = text::caret(line, span.start - start, length);
        let line = text::sanitize(line).text.into_owned();
        Some(Excerpt { line, from, columns: columns.max(1) })
    }
}
