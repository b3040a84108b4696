//! Lines of styled text before there is a screen: what a card, a help page or an overview says, with a
//! tone in place of a style. Drawing gives each tone its colour; nothing here knows of colours.

use crate::plan::ItemRef;
use crate::text;

/// What a piece of text is, so that drawing can choose how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Ordinary text.
    Plain,
    /// Less important: glosses, dates, paths.
    Dim,
    /// What the page is about.
    Title,
    /// A heading inside a page.
    Heading,
    /// A figure.
    Figure,
    /// A caveat or a problem.
    Warn,
    /// Something that leads elsewhere.
    Link,
    /// The filled part of a bar.
    Bar,
    /// A key of the keyboard.
    Key,
}

/// A piece of a line in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What it is.
    pub tone: Tone,
}

/// One line of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its pieces from left to right.
    pub spans: Vec<Span>,
    /// The item it leads to.
    pub link: Option<ItemRef>,
}

impl Line {
    /// A line of one piece.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self::default().and(text, tone)
    }

    /// The line with a piece added at its end.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>, tone: Tone) -> Self {
        self.spans.push(Span { text: text.into(), tone });
        self
    }

    /// The line leading to `item`.
    #[must_use]
    pub fn to(mut self, item: ItemRef) -> Self {
        self.link = Some(item);
        self
    }

    /// Its text without tones.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Lines being written, all within one width.
#[derive(Debug)]
pub struct Page {
    /// The lines so far.
    pub lines: Vec<Line>,
    width: usize,
}

impl Page {
    /// An empty page of `width` columns.
    pub fn new(width: usize) -> Self {
        Self { lines: Vec::new(), width: width.max(2) }
    }

    /// How many columns a line has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Adds a line as it is.
    pub fn line(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Adds an empty line, but never two in a row and none at the top.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// Adds a paragraph, broken into lines. An empty text adds nothing.
    pub fn text(&mut self, words: &str, tone: Tone) {
        for line in text::wrap_lines(words, self.width) {
            self.lines.push(Line::new(line, tone));
        }
    }

    /// Adds a paragraph with a label before its first line and the rest indented under it.
    pub fn labelled(&mut self, label: &str, words: &str, tone: Tone) {
        self.linked(label, words, tone, None);
    }

    /// The same, every line leading to `link`.
    pub fn linked(&mut self, label: &str, words: &str, tone: Tone, link: Option<ItemRef>) {
        let indent = text::width(label) + usize::from(!label.is_empty()) * 2;
        let room = self.width.saturating_sub(indent).max(2);
        for (at, line) in text::wrap_lines(words, room).into_iter().enumerate() {
            let before = if at == 0 {
                format!("{label}{}", spaces(indent - text::width(label)))
            } else {
                spaces(indent)
            };
            let mut row = Line::new(before, Tone::Heading).and(line, tone);
            row.link = link;
            self.lines.push(row);
        }
    }
}

/// `count` spaces.
pub fn spaces(count: usize) -> String {
    " ".repeat(count)
}
