//! The columns of a list: how wide the qualifier, the digits and the unit of its figures are, so that
//! they all stand under each other; likewise its numbers, dates and names.

use crate::app::words;
use crate::app::{App, Row};
use crate::plan::{Event, Item, Pane};
use crate::text;

/// Widths in columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// Qualifier and digits together, up to where the digits end: 逾16.5.
    pub(super) figure: usize,
    /// What stands after the digits: 億美元, 個以上.
    pub(super) unit: usize,
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
        widths.date = widths.date.min(width * 2 / 5);
        widths.name = widths.name.min(width / 3);
        widths
    }

    fn widen(&mut self, app: &App, item: Item<'_>) {
        let wider = |column: &mut usize, words: &str| *column = (*column).max(text::width(words));
        match item {
            Item::Measure(measure) => wider(&mut self.no, &measure.no),
            Item::Number(number) => {
                let parts = number.figure.parts();
                widen_up_to(&mut self.figure, text::width(parts.before) + text::width(parts.digits), 9);
                widen_up_to(&mut self.unit, text::width(parts.after), 8);
            }
            Item::Event(event) => wider(&mut self.date, &date_words(app, event)),
            Item::Voice(voice) => wider(&mut self.name, &voice.who),
            Item::Task(..) | Item::Term(_) => {}
        }
    }
}

/// A few long figures, such as ranges, push their own row rather than widen the column of all.
fn widen_up_to(column: &mut usize, width: usize, most: usize) {
    if width <= most {
        *column = (*column).max(width);
    }
}

/// An event's date as its list shows it: whole where no year stands over it.
pub(super) fn date_words(app: &App, event: &Event) -> String {
    if app.place.is_home() || app.place.pane == Pane::Overview {
        words::compact_date(&event.date, app.lang())
    } else {
        words::short_date(&event.date, app.lang())
    }
}
