//! Why a figure or a date can't be read, in the reader's language.

use super::date::{DateError, DateReason};
use super::figure::{FigureError, FigureReason};
use crate::lang::{Lang, fill};

/// Why `written` is no figure.
pub(super) fn figure_words(written: &str, error: &FigureError, lang: Lang) -> String {
    let t = lang.problems();
    let sentence = match error.reason {
        FigureReason::Empty => t.figure_empty,
        FigureReason::NoNumber => t.figure_no_number,
        FigureReason::Vague => t.figure_vague,
        FigureReason::Trailing => t.figure_trailing,
        FigureReason::TwoNumbers => t.figure_two_numbers,
        FigureReason::TwoQualifiers => t.figure_qualifiers,
        FigureReason::BadRange => t.figure_range,
        FigureReason::UnitMismatch => t.figure_units,
        FigureReason::BadGrouping => t.figure_grouping,
        FigureReason::BadNumeral => t.figure_numeral,
        FigureReason::Negative => t.figure_negative,
        FigureReason::Fraction => t.figure_fraction,
        FigureReason::TooLarge | FigureReason::TooFine => t.figure_size,
        FigureReason::Leading => t.figure_other,
    };
    let at = written.get(..error.at).map_or(0, |before| before.chars().count()) + 1;
    fill(sentence, &[("at", &at.to_string())])
}

/// Why it is no date, and what to write instead where that is clear.
pub(super) fn date_words(error: &DateError, lang: Lang) -> String {
    let t = lang.problems();
    let sentence = match error.reason {
        DateReason::Empty => t.date_empty,
        DateReason::NotEdtf | DateReason::Unsupported => t.date_unreadable,
        DateReason::NoSuchDay => t.date_no_such_day,
        DateReason::NoSuchMonth => t.date_month,
        DateReason::Backwards => t.date_order,
        DateReason::Unbounded => t.date_unbounded,
        DateReason::YearRange => t.date_year,
        DateReason::TimeOfDay => t.date_time,
    };
    match &error.suggestion {
        Some(instead) => {
            let gap = if lang == Lang::En { " " } else { "" };
            format!("{sentence}{gap}{}", fill(t.date_instead, &[("instead", instead)]))
        }
        None => sentence.to_owned(),
    }
}
