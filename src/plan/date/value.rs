//! A date and what can be asked of it: its bounds, its precision, where it lies from today.

use super::error::DateError;
use super::point::Point;
use super::{read, words};
use crate::lang::Lang;
use crate::plan::Text;
use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;

/// A date in EDTF, at the precision its writer knew: a day, a month, a quarter, a year, an interval…
///
/// Ordered by its earliest day (open or unknown starts first), then by its latest day (so that of two that
/// start together the finer comes first; open ends last), then by the text as written.
///
/// It keeps what is asked of many at once, such as for their order. The rest is read again from the text: it is asked of
/// what stands on a screen or is written out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    pub(super) written: Text,
    pub(super) earliest: Option<NaiveDate>,
    pub(super) latest: Option<NaiveDate>,
}

/// A point, or what lies between two edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Point(Point),
    Interval(Edge, Edge),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Edge {
    At(Point),
    /// `..`: there is no end.
    Open,
    /// Nothing written: there is an end, but it is not known.
    Unknown,
}

impl Edge {
    pub(super) fn point(self) -> Option<Point> {
        match self {
            Self::At(point) => Some(point),
            Self::Open | Self::Unknown => None,
        }
    }
}

/// How finely a date is known. A part written `XX` is not known, so `2026-XX-28` is known to the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2026-06-01`
    Day,
    /// `2026-06`
    Month,
    /// `2027-33` to `2027-36`
    Quarter,
    /// `2026-21` (spring) to `2026-24` (winter, ending in February of the next year)
    Season,
    /// `2026-40` and `2026-41`
    Half,
    /// `2026`
    Year,
    /// `202X`
    Decade,
    /// `20XX`
    Century,
    /// Anything with a `/`.
    Interval,
}

/// Where a date lies from a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Its latest day is over.
    Past,
    /// The day may lie within it.
    Now,
    /// Its earliest day is yet to come.
    Future,
}

impl Date {
    /// Reads EDTF: day, month, year, season, quarter, half, decade, interval (open or of unknown end), the marks
    /// `?` `~` `%`, and `XX` for an unknown month or day (ISO 8601-2 Annex A, levels 0 to 2 in part).
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Self::of(&text.into())
    }

    /// The same with the letters of `text`.
    pub(in crate::plan) fn of(text: &Text) -> Result<Self, DateError> {
        read::date(text)
    }

    /// The text as it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The date in words, as precise as it is known and no more: 2026年6月1日至5日, 約2024年12月, Q1 2027.
    pub fn words(&self, lang: Lang) -> String {
        words::full(self.shape(), lang)
    }

    /// The words without the year, for a list that stands under the year; the full words where the year is
    /// all that is known or where there is more than one.
    pub fn short(&self, lang: Lang) -> String {
        words::within_year(self.shape(), lang)
    }

    /// The month of a single day, marked as the day is; `None` for anything else.
    pub fn month(&self) -> Option<Self> {
        let (month, rest) = self.written.split_at_checked("2026-06".len())?;
        let mark = rest.get("-01".len()..).filter(|_| self.precision() == Precision::Day)?;
        Self::parse(&format!("{month}{mark}")).ok()
    }

    /// The first day it can be; `None` where the start is open or unknown.
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }

    /// The last day it can be; `None` where the end is open or unknown.
    pub fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }

    /// The year it starts in, or ends in where it has no start.
    pub fn year(&self) -> i32 {
        self.earliest.or(self.latest).map_or(0, |day| day.year())
    }

    /// How finely it is known.
    pub fn precision(&self) -> Precision {
        match self.shape() {
            Shape::Point(point) => point.precision(),
            Shape::Interval(..) => Precision::Interval,
        }
    }

    /// Whether it is written with a `/`.
    pub fn is_interval(&self) -> bool {
        self.written.contains('/')
    }

    /// Whether any part of it is marked `~` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.points().any(|point| point.approximate)
    }

    /// Whether any part of it is marked `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.points().any(|point| point.uncertain)
    }

    /// Where it lies from `today`. An open or unknown end is taken to lie beyond today.
    pub fn relation(&self, today: NaiveDate) -> Relation {
        if self.latest.is_some_and(|day| day < today) {
            Relation::Past
        } else if self.earliest.is_some_and(|day| day > today) {
            Relation::Future
        } else {
            Relation::Now
        }
    }

    /// Days from `today` to the earliest day, 0 if that is today; `None` once it has begun or if it has no start.
    pub fn days_until(&self, today: NaiveDate) -> Option<i64> {
        self.earliest.map(|day| (day - today).num_days()).filter(|days| *days >= 0)
    }

    /// Days from the latest day to `today`, 0 if that is today; `None` until it is over or if it has no end.
    pub fn days_since(&self, today: NaiveDate) -> Option<i64> {
        self.latest.map(|day| (today - day).num_days()).filter(|days| *days >= 0)
    }

    /// Its bounds in one number, by which dates stand in order as far as they have other bounds.
    pub(in crate::plan) fn days(&self) -> u64 {
        let count = |day: NaiveDate| u64::from(day.num_days_from_ce().unsigned_abs());
        self.earliest.map_or(0, count) << 32 | self.latest.map_or(u64::from(u32::MAX), count)
    }

    /// Whether it is one day and nothing more, `2026-11-22`.
    pub(in crate::plan) fn is_day(&self) -> bool {
        self.written.len() == 10 && self.earliest.is_some() && self.earliest == self.latest
    }

    fn shape(&self) -> Shape {
        read::shape(&self.written).unwrap_or(Shape::Interval(Edge::Unknown, Edge::Unknown))
    }

    fn points(&self) -> impl Iterator<Item = Point> {
        let edges = match self.shape() {
            Shape::Point(point) => [Some(point), None],
            Shape::Interval(start, end) => [start.point(), end.point()],
        };
        edges.into_iter().flatten()
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        // The text is asked last: it is far away, and seldom wanted.
        self.days().cmp(&other.days()).then_with(|| self.written.cmp(&other.written))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
