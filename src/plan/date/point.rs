//! One point of a date, as fine as it is known: a year, a part of a year, a month or a day.
//! Built from what `edtf-core` read; kinds that briefings do not use are refused here.

use super::error::DateReason;
use super::value::Precision;
use chrono::{Datelike, NaiveDate};
use edtf_core::{DateField, YearKind};

/// A year, or a part of one, with the marks `~` and `?` that it bears anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Point {
    /// The year; of a decade or century, its first.
    pub year: u16,
    /// How much of the year.
    pub part: Part,
    /// `~`, or `%`.
    pub approximate: bool,
    /// `?`, or `%`.
    pub uncertain: bool,
}

/// How much of the year a point is. A month or day of `None` is not known (`XX`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Century,
    Decade,
    Year,
    /// 1 to 2.
    Half(u8),
    /// 1 (spring) to 4 (winter, which ends in the next year).
    Season(u8),
    /// 1 to 4.
    Quarter(u8),
    Month(Option<u8>),
    Day(Option<u8>, Option<u8>),
}

impl Point {
    /// The point that `edtf-core` read, if briefings use its kind.
    pub(super) fn of(date: &edtf_core::Date) -> Result<Self, DateReason> {
        let (year, span) = year_of(date)?;
        let part = match (span, date.month, date.day) {
            (Part::Year, Some(month), day) => part_of(month, day)?,
            (span, None, None) => span,
            _ => return Err(DateReason::Unsupported),
        };
        Ok(Self { year, part, approximate: date.is_approximate(), uncertain: date.is_uncertain() })
    }

    /// A day of which all is known.
    pub(super) fn day(day: NaiveDate) -> Self {
        let part = Part::Day(Some(day.month() as u8), Some(day.day() as u8));
        Self {
            year: u16::try_from(day.year()).unwrap_or_default(),
            part,
            approximate: false,
            uncertain: false,
        }
    }

    /// How finely the point is known: a part that is not known (`XX`) does not count.
    pub(super) fn precision(self) -> Precision {
        match self.part {
            Part::Century => Precision::Century,
            Part::Decade => Precision::Decade,
            Part::Half(_) => Precision::Half,
            Part::Season(_) => Precision::Season,
            Part::Quarter(_) => Precision::Quarter,
            Part::Day(Some(_), Some(_)) => Precision::Day,
            Part::Month(Some(_)) | Part::Day(Some(_), None) => Precision::Month,
            Part::Year | Part::Month(None) | Part::Day(None, _) => Precision::Year,
        }
    }
}

/// The year, and whether it is one year, a decade (`202X`) or a century (`20XX`).
fn year_of(date: &edtf_core::Date) -> Result<(u16, Part), DateReason> {
    let YearKind::Standard { negative: false, digits } = date.year.kind else {
        return Err(DateReason::YearRange);
    };
    if date.year.significant_digits.is_some() {
        return Err(DateReason::Unsupported);
    }
    let span = match digits.map(|digit| digit.is_some()) {
        [true, true, true, true] => Part::Year,
        [true, true, true, false] => Part::Decade,
        [true, true, false, false] => Part::Century,
        _ => return Err(DateReason::Unsupported),
    };
    let year = digits.iter().fold(0, |year, digit| year * 10 + u16::from(digit.unwrap_or(0)));
    if year == 0 { Err(DateReason::YearRange) } else { Ok((year, span)) }
}

/// What stands after the year. The codes are those of ISO 8601-2 §4.8.
fn part_of(month: DateField, day: Option<DateField>) -> Result<Part, DateReason> {
    let month = known(month)?;
    if let Some(day) = day {
        return Ok(Part::Day(month, known(day)?));
    }
    match month {
        Some(code @ 21..=24) => Ok(Part::Season(code - 20)),
        Some(code @ 33..=36) => Ok(Part::Quarter(code - 32)),
        Some(code @ 40..=41) => Ok(Part::Half(code - 39)),
        None | Some(0..=12) => Ok(Part::Month(month)),
        Some(_) => Err(DateReason::Unsupported),
    }
}

/// Two digits, or wholly unknown; half-unknown fields (`1X`) are not used.
fn known(field: DateField) -> Result<Option<u8>, DateReason> {
    match field.digits {
        [None, None] => Ok(None),
        [Some(tens), Some(ones)] => Ok(Some(tens * 10 + ones)),
        _ => Err(DateReason::Unsupported),
    }
}
