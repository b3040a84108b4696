//! Dates as they are asked for: `2026-06`, `6月`, `2026年`, `q1 2027`, `明年`, `next month`.

use super::fold;
use crate::plan::Date;
use chrono::{Datelike, Days, Months, NaiveDate};

/// A time asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateAsked {
    /// Any day from the first to the last.
    Within(NaiveDate, NaiveDate),
    /// A month of any year, and a day of it.
    Yearly(u32, Option<u32>),
    /// A quarter of any year.
    Quarter(u32),
}

/// A date as the index keeps it.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateKey {
    pub owner: u32,
    /// The first and last days it can be.
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Whether it is written with two ends.
    pub interval: bool,
}

impl DateKey {
    /// The key of a date; an open end is far away.
    pub(super) fn new(owner: u32, date: &Date) -> Self {
        let (first, last) = (date.earliest(), date.latest());
        Self {
            owner,
            first: first.unwrap_or(NaiveDate::MIN),
            last: last.unwrap_or(NaiveDate::MAX),
            interval: date.is_interval(),
        }
    }
}

impl DateAsked {
    /// Whether a date answers: it lies wholly within what is asked, or as an interval begins or ends there.
    pub(super) fn meets(self, date: &DateKey) -> bool {
        match self {
            Self::Within(from, to) => {
                let within = |day: NaiveDate| from <= day && day <= to;
                let (first, last) = (within(date.first), within(date.last));
                if date.interval { first || last } else { first && last }
            }
            Self::Yearly(month, day) => {
                let fits = |it: NaiveDate| it.month() == month && day.is_none_or(|day| it.day() == day);
                let short = date.first.year() == date.last.year() && date.first.month() == date.last.month();
                if date.interval { fits(date.first) || fits(date.last) } else { short && fits(date.first) }
            }
            Self::Quarter(quarter) => {
                let quarter_of = |it: NaiveDate| it.month0() / 3 + 1;
                let short = date.first.year() == date.last.year();
                short && quarter_of(date.first) == quarter && quarter_of(date.last) == quarter
            }
        }
    }
}

/// The time a word, or two words with a space between, may be meant as.
pub(super) fn asked(words: &str, today: NaiveDate) -> Option<DateAsked> {
    let folded: String = words.chars().map(|c| crate::text::fold_fullwidth(c).to_ascii_lowercase()).collect();
    let plain = String::from_utf16_lossy(&fold::units(words));
    relative(&plain, today).or_else(|| written(&folded)).or_else(|| parts(&folded))
}

/// Times counted from today. Folded characters are simplified.
fn relative(word: &str, today: NaiveDate) -> Option<DateAsked> {
    let year = |n: i32| years(today.year() + n, today.year() + n);
    let month = |n: i32| {
        let first = today.with_day(1)?;
        let step = Months::new(n.unsigned_abs());
        let first = if n < 0 { first.checked_sub_months(step) } else { first.checked_add_months(step) }?;
        months(first, 1)
    };
    match word {
        "今年" | "本年" | "thisyear" => year(0),
        "明年" | "nextyear" => year(1),
        "后年" => year(2),
        "去年" | "上年" | "lastyear" => year(-1),
        "前年" => year(-2),
        "本月" | "这个月" | "thismonth" => month(0),
        "下月" | "下个月" | "nextmonth" => month(1),
        "上月" | "上个月" | "lastmonth" => month(-1),
        "今天" | "今日" | "today" => Some(DateAsked::Within(today, today)),
        _ => None,
    }
}

/// EDTF with all its digits, as in the files.
fn written(word: &str) -> Option<DateAsked> {
    let word = word.replace('/', "-");
    let shaped = word.len() >= 7 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let padded: Vec<String> = word.split('-').map(|part| format!("{part:0>2}")).collect();
    let date = Date::parse(&padded.join("-")).ok().filter(|_| shaped || word.len() == 6)?;
    Some(DateAsked::Within(date.earliest()?, date.latest()?))
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const FULL: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What the parts of a date say, in whatever order.
#[derive(Default)]
struct Parts {
    year: Option<i32>,
    quarter: Option<u32>,
    half: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
}

/// A date in words: `2026年6月5日`, `6月`, `q1 2027`, `2027年第一季`, `june 2026`, `2027q1`.
fn parts(words: &str) -> Option<DateAsked> {
    let mut parts = Parts::default();
    let mut rest = words.trim_start();
    while !rest.is_empty() {
        rest = quarter(rest, &mut parts)
            .or_else(|| month(rest, &mut parts))
            .or_else(|| digits(rest, &mut parts))?;
        rest = rest.trim_start_matches([' ', ',', '，', '的']);
    }
    let Parts { year, quarter, half, month, day } = parts;
    match (year, quarter, half, month) {
        (Some(year), None, None, None) => years(year, year),
        (Some(year), Some(quarter), None, None) => {
            months(NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1)?, 3)
        }
        (Some(year), None, Some(half), None) => months(NaiveDate::from_ymd_opt(year, half * 6 - 5, 1)?, 6),
        (Some(year), None, None, Some(month)) => match day {
            Some(day) => NaiveDate::from_ymd_opt(year, month, day).map(|day| DateAsked::Within(day, day)),
            None => months(NaiveDate::from_ymd_opt(year, month, 1)?, 1),
        },
        (None, Some(quarter), None, None) => Some(DateAsked::Quarter(quarter)),
        (None, None, None, Some(month)) => Some(DateAsked::Yearly(month, day)),
        _ => None,
    }
}

fn quarter<'a>(rest: &'a str, parts: &mut Parts) -> Option<&'a str> {
    const QUARTERS: [(&str, u32); 12] = [
        ("第一季", 1),
        ("第二季", 2),
        ("第三季", 3),
        ("第四季", 4),
        ("首季", 1),
        ("q1", 1),
        ("q2", 2),
        ("q3", 3),
        ("q4", 4),
        ("1季", 1),
        ("第1季", 1),
        ("末季", 4),
    ];
    for (word, half) in [("上半年", 1), ("下半年", 2), ("h1", 1), ("h2", 2)] {
        if let Some(rest) = rest.strip_prefix(word) {
            parts.half = Some(half);
            return Some(rest);
        }
    }
    let (rest, quarter) = QUARTERS.iter().find_map(|(word, n)| Some((rest.strip_prefix(word)?, *n)))?;
    parts.quarter = Some(quarter);
    Some(rest.strip_prefix('度').unwrap_or(rest))
}

fn month<'a>(rest: &'a str, parts: &mut Parts) -> Option<&'a str> {
    let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next()?;
    let at = FULL
        .iter()
        .position(|name| *name == word)
        .or_else(|| MONTHS.iter().position(|name| *name == word))?;
    parts.month = Some(at as u32 + 1);
    rest.strip_prefix(word)
}

/// A number and what it counts: `2026年`, `6月`, `5日`, or four digits for a year.
fn digits<'a>(rest: &'a str, parts: &mut Parts) -> Option<&'a str> {
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = (rest.get(..len)?.parse::<u32>().ok()?, rest.get(len..)?);
    if let Some(rest) = rest.strip_prefix('月') {
        parts.month = Some(number).filter(|month| (1..=12).contains(month));
        return parts.month.map(|_| rest.strip_prefix('份').unwrap_or(rest));
    }
    if let Some(rest) = rest.strip_prefix(['日', '號', '号']) {
        parts.day = Some(number).filter(|day| parts.month.is_some() && (1..=31).contains(day));
        return parts.day.map(|_| rest);
    }
    parts.year = i32::try_from(number).ok().filter(|year| len == 4 && (1900..2200).contains(year));
    parts.year.map(|_| rest.strip_prefix('年').unwrap_or(rest))
}

fn years(from: i32, to: i32) -> Option<DateAsked> {
    Some(DateAsked::Within(NaiveDate::from_ymd_opt(from, 1, 1)?, NaiveDate::from_ymd_opt(to, 12, 31)?))
}

fn months(first: NaiveDate, count: u32) -> Option<DateAsked> {
    let last = first.checked_add_months(Months::new(count))?.checked_sub_days(Days::new(1))?;
    Some(DateAsked::Within(first, last))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let today = day(2026, 11, 22);
        let within = |from, to| Some(DateAsked::Within(from, to));
        for (words, wanted) in [
            ("2026-06", within(day(2026, 6, 1), day(2026, 6, 30))),
            ("2026-6", within(day(2026, 6, 1), day(2026, 6, 30))),
            ("2026-06-05", within(day(2026, 6, 5), day(2026, 6, 5))),
            ("2026/06/05", within(day(2026, 6, 5), day(2026, 6, 5))),
            ("2026年", within(day(2026, 1, 1), day(2026, 12, 31))),
            ("2026", within(day(2026, 1, 1), day(2026, 12, 31))),
            ("2026年6月", within(day(2026, 6, 1), day(2026, 6, 30))),
            ("2026年6月5日", within(day(2026, 6, 5), day(2026, 6, 5))),
            ("6月", Some(DateAsked::Yearly(6, None))),
            ("6月5日", Some(DateAsked::Yearly(6, Some(5)))),
            ("q1 2027", within(day(2027, 1, 1), day(2027, 3, 31))),
            ("2027q1", within(day(2027, 1, 1), day(2027, 3, 31))),
            ("2027年第一季", within(day(2027, 1, 1), day(2027, 3, 31))),
            ("june 2026", within(day(2026, 6, 1), day(2026, 6, 30))),
            ("明年", within(day(2027, 1, 1), day(2027, 12, 31))),
            ("下個月", within(day(2026, 12, 1), day(2026, 12, 31))),
            ("56", None),
            ("2026-13", None),
            ("2026-02-30", None),
            ("30天", None),
            ("前海", None),
            ("10-100", None),
        ] {
            assert_eq!(asked(words, today), wanted, "{words}");
        }
    }
}
