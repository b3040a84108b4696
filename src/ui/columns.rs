//! The columns of a list: how wide the qualifier, the digits and the unit of its figures are, so that
//! they all stand under each other; likewise its numbers, dates and names.

use crate::app::{App, Row};
use crate::plan::Item;
use crate::text;

/// Widths in columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// Before the digits: 逾, 約.
    pub(super) before: usize,
    /// The digits.
    pub(super) digits: usize,
    /// After the digits: 億美元, 個以上.
    pub(super) after: usize,
    /// The number of a measure.
    pub(super) no: usize,
    /// A date.
    pub(super) date: usize,
    /// A name.
    pub(super) name: usize,
}

impl Columns {
    /// The columns of the rows of this list, none wider than its share of `width`.
    pub(super) fn of(app: &App, rows: &[Row], width: usize) -> Self {
        let mut widths = Self::default();
        for item in rows.iter().filter_map(Row::item).filter_map(|at| app.library.item(at)) {
            widths.widen(app, item);
        }
        widths.before = widths.before.min(width / 6);
        widths.digits = widths.digits.min(width / 3);
        widths.after = widths.after.min(width / 3);
        widths.date = widths.date.min(width / 2);
        widths.name = widths.name.min(width / 3);
        widths
    }

    fn widen(&mut self, app: &App, item: Item<'_>) {
        let wider = |column: &mut usize, words: &str| *column = (*column).max(text::width(words));
        match item {
            Item::Measure(measure) => wider(&mut self.no, &measure.no),
            Item::Number(number) => {
                let parts = number.figure.parts();
                wider(&mut self.before, parts.before);
                wider(&mut self.digits, parts.digits);
                wider(&mut self.after, parts.after);
            }
            Item::Event(event) => wider(&mut self.date, &event.date.short(app.lang())),
            Item::Voice(voice) => wider(&mut self.name, &voice.who),
            Item::Task(..) | Item::Term(_) => {}
        }
    }
}
