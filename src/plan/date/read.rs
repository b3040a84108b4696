//! Reads a date: `edtf-core` the notation, then what briefings do not use is refused and chrono checks the days.

use super::error::{DateError, DateReason};
use super::point::Point;
use super::suggest::suggest;
use super::value::{Date, Edge, Shape};
use crate::plan::Text;
use chrono::NaiveDate;
use edtf_core::{Bound, Edtf, IntervalEndpoint, ParseError};

/// Reads `text`, or says what is wrong with it and what was probably meant.
pub(super) fn date(text: &Text) -> Result<Date, DateError> {
    plain(text).map_err(|(at, reason)| DateError { at, reason, suggestion: suggest(text) })
}

/// Reads `text` without looking for a suggestion.
pub(super) fn plain(text: &Text) -> Result<Date, (usize, DateReason)> {
    match full_day(text) {
        Some(day) => Ok(Date { written: text.clone(), earliest: Some(day), latest: Some(day) }),
        None => any(text),
    }
}

/// The day of a date written in full, `2026-11-22`, as most are.
fn full_day(text: &str) -> Option<NaiveDate> {
    let number = |digits: &[u8]| {
        let is_number = digits.iter().all(u8::is_ascii_digit);
        is_number.then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
    };
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
    let year = number(&[y1, y2, y3, y4]).filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(year.cast_signed(), number(&[m1, m2])?, number(&[d1, d2])?)
}

/// Reads any date.
fn any(text: &Text) -> Result<Date, (usize, DateReason)> {
    if text.trim().is_empty() {
        return Err((0, DateReason::Empty));
    }
    if matches!(text.as_str(), "../.." | "/" | "../" | "/..") {
        return Err((0, DateReason::Unbounded));
    }
    let read = Edtf::parse(text).map_err(|error| reason_of(text, error))?;
    shape_of(text, &read)?;
    let bounds = read.bounds();
    let (earliest, latest) = (day(bounds.earliest)?, day(bounds.latest)?);
    Ok(Date { written: text.clone(), earliest, latest })
}

/// The shape of a date that was read before.
pub(super) fn shape(text: &str) -> Option<Shape> {
    if let Some(day) = full_day(text) {
        return Some(Shape::Point(Point::day(day)));
    }
    shape_of(text, &Edtf::parse(text).ok()?).ok()
}

/// The day of a bound as chrono has it; `None` where the bound is open or unknown.
fn day(bound: Bound) -> Result<Option<NaiveDate>, (usize, DateReason)> {
    let Bound::Date(date) = bound else { return Ok(None) };
    i32::try_from(date.year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, date.month.into(), date.day.into()))
        .map_or(Err((0, DateReason::NoSuchDay)), |day| Ok(Some(day)))
}

fn shape_of(text: &str, read: &Edtf) -> Result<Shape, (usize, DateReason)> {
    match read {
        Edtf::Date(date) => Point::of(date).map(Shape::Point).map_err(|reason| (0, reason)),
        Edtf::Interval(interval) => {
            let second = text.find('/').map_or(0, |slash| slash + 1);
            let start = edge(interval.start).map_err(|reason| (0, reason))?;
            let end = edge(interval.end).map_err(|reason| (second, reason))?;
            Ok(Shape::Interval(start, end))
        }
        Edtf::DateTime(_) => Err((text.find('T').unwrap_or(0), DateReason::TimeOfDay)),
        Edtf::Set(_) => Err((0, DateReason::Unsupported)),
    }
}

fn edge(end: IntervalEndpoint) -> Result<Edge, DateReason> {
    match end {
        IntervalEndpoint::Date(date) => Point::of(&date).map(Edge::At),
        IntervalEndpoint::Open => Ok(Edge::Open),
        IntervalEndpoint::Unknown => Ok(Edge::Unknown),
        IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => Err(DateReason::Unsupported),
    }
}

/// The reason behind a message of `edtf-core`, which gives no codes. The version is pinned and a table of
/// wrong dates in the tests holds the messages to what is expected here.
fn reason_of(text: &str, error: ParseError) -> (usize, DateReason) {
    let reason = match error.message {
        "day is out of range for the month" => DateReason::NoSuchDay,
        "interval end precedes interval start" => DateReason::Backwards,
        "month must be 01-12 or a sub-year code 21-41"
        | "no calendar month matches the unspecified digits" => DateReason::NoSuchMonth,
        _ => DateReason::NotEdtf,
    };
    (floor_boundary(text, error.offset), reason)
}

/// The offset moved back to the start of a character, and into the text.
fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_day_is_read_as_any_date_is() {
        for year in [1, 2, 1899, 1900, 1999, 2000, 2024, 2026, 9999] {
            for (month, day) in (0..14).flat_map(|month| (0..33).map(move |day| (month, day))) {
                let text = Text::from(format!("{year:04}-{month:02}-{day:02}"));
                assert_eq!(plain(&text), any(&text), "{text}");
                let read = Edtf::parse(&text).ok().and_then(|read| shape_of(&text, &read).ok());
                assert_eq!(full_day(&text).map(|day| Shape::Point(Point::day(day))), read, "{text}");
            }
        }
        for text in ["0000-01-01", "2026-1-01", "2026-01-01?", "2026/01/01", "+026-01-01", "2026-XX-01"] {
            assert_eq!(full_day(text), None, "{text}");
        }
    }
}
