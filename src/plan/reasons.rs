//! Why a figure, a date or a whole file can't be read, and what only `check` finds, in the reader's language.

use super::date::{DateError, DateReason};
use super::figure::{FigureError, FigureReason};
use super::problem::{Encoding, Reason};
use crate::lang::{Lang, fill};
use crate::text;

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

/// The words for what is wrong with a file as a whole; for any other reason those of [`checked_words`].
pub(super) fn file_words(reason: &Reason, lang: Lang) -> String {
    let t = lang.problems();
    match reason {
        Reason::NoPlans => t.no_plans.to_owned(),
        Reason::NoPlanFile => t.no_plan_file.to_owned(),
        Reason::NotAFile => t.not_a_file.to_owned(),
        Reason::Unreadable(why) => fill(t.unreadable, &[("why", why)]),
        Reason::TooLarge(cap) => fill(t.too_large, &[("cap", &cap.to_string())]),
        Reason::LibraryTooLarge(cap) => fill(t.library_too_large, &[("cap", &cap.to_string())]),
        Reason::TooManyFiles { found, most } => {
            fill(t.too_many_files, &[("found", &found.to_string()), ("most", &most.to_string())])
        }
        Reason::Outside => t.outside.to_owned(),
        Reason::TooIntricate(most) => fill(t.too_intricate, &[("most", &most.to_string())]),
        Reason::MoreProblems(most) => fill(t.more_problems, &[("most", &most.to_string())]),
        Reason::NotUtf8 { at, looks } => {
            let sentence = match looks {
                Some(Encoding::Big5) => t.not_utf8_big5,
                Some(Encoding::Utf16) => t.not_utf8_utf16,
                None => t.not_utf8,
            };
            fill(sentence, &[("at", &at.to_string())])
        }
        Reason::Syntax(why) => fill(t.syntax, &[("why", why)]),
        _ => checked_words(reason, lang),
    }
}

/// The words for what only `check` finds; empty for any other reason.
fn checked_words(reason: &Reason, lang: Lang) -> String {
    let t = lang.problems();
    match reason {
        Reason::UnusedSource(id) => fill(t.unused_source, &[("id", id)]),
        Reason::Undeclared("parts") => t.undeclared_parts.to_owned(),
        Reason::Undeclared(_) => t.undeclared_measures.to_owned(),
        Reason::Simplified(found) => fill(t.simplified_found, &[("found", &simplified_list(found, lang))]),
        Reason::Width { found, instead } => {
            fill(t.width_slip, &[("found", &found.to_string()), ("instead", instead)])
        }
        Reason::NotNfc { found, instead } => fill(
            t.not_nfc,
            &[("found", &text::sanitize(found).text), ("codes", &codes(found)), ("instead", &codes(instead))],
        ),
        Reason::TooLong { key, columns, most } => {
            fill(t.too_long, &[("key", key), ("columns", &columns.to_string()), ("most", &most.to_string())])
        }
        Reason::OutsidePeriod { date, period } => {
            fill(t.outside_period, &[("date", date), ("period", period)])
        }
        Reason::Stale { date, months } => fill(t.stale, &[("date", date), ("months", &months.to_string())]),
        _ => String::new(),
    }
}

fn simplified_list(found: &[(char, &str)], lang: Lang) -> String {
    let t = lang.problems();
    let one = |(c, forms): &(char, &str)| {
        let forms: Vec<String> = forms.chars().map(String::from).collect();
        fill(t.simplified_each, &[("found", &c.to_string()), ("instead", &forms.join("／"))])
    };
    found.iter().map(one).collect::<Vec<_>>().join(t.simplified_gap)
}

fn codes(text: &str) -> String {
    text.chars().map(text::code_point).collect::<Vec<_>>().join(" ")
}
