//! Reads a figure: what stands before the number, one number or a range, and what stands after.

use super::amount::Amount;
use super::cursor::{Cursor, folded};
use super::error::{FigureError, FigureReason, fail};
use super::numeral::{self, Reading, is_digit};
use super::qualifier::Qualifier;
use super::unit::{self, Mark, Unit, Units};
use super::value::Figure;
use crate::plan::Text;
use std::borrow::Cow;
use std::ops::Range;

/// Marks between the two numbers of a range.
const TO: [(&str, ()); 5] = [("至", ()), ("到", ()), ("-", ()), ("~", ()), ("to ", ())];

/// A qualifier and where its word stands.
type Said = Option<(Qualifier, Range<usize>)>;

/// Reads `text`; offsets of errors are in `text` as given.
pub(super) fn figure(text: &Text, units: &Units) -> Result<Figure, FigureError> {
    let shift = text.len() - text.trim_start().len();
    let read = read(&text.part(text.trim()), units);
    read.map(|(figure, _)| figure).map_err(|error| FigureError { at: error.at + shift, ..error })
}

/// The word of the qualifier in a figure as written; empty if there is none.
pub(super) fn word(written: &Text) -> &str {
    let word = read(written, &Units::default()).map_or(0..0, |(_, word)| word);
    written.get(word).unwrap_or("")
}

/// The figure, and where the word of its qualifier stands.
fn read(text: &Text, units: &Units) -> Result<(Figure, Range<usize>), FigureError> {
    if text.is_empty() {
        return fail(0, FigureReason::Empty);
    }
    let short =
        |at: usize| u16::try_from(at).map_err(|_| FigureError { at: 0, reason: FigureReason::TooLarge });
    short(text.len())?;
    let mut cursor = Cursor::new(text);
    let head = head(&mut cursor)?;
    let start = cursor.at;
    let numbers = numbers(cursor, &head)?;
    let (low, high) = ends(&numbers, start)?;
    let tail = tail(text, numbers.last.end);
    let known = units.known(head.unit, &tail.unit);
    if known.is_none() {
        checked(&tail.unit, tail.at)?;
    }
    if numbers.unit.is_some_and(|first| first != tail.unit) {
        return fail(numbers.first.end, FigureReason::UnitMismatch);
    }
    let new = || Unit::around(text, (head.unit, head.mark), &tail.unit).map(|unit| units.take(unit));
    let unit = known.map_or_else(new, Ok).or_else(|reason| fail(tail.at, reason))?;
    let more = numbers.last.more.map(|more| (more, numbers.last.digits_end..numbers.last.end));
    let (qualifier, word) = agreed([head.said, more, tail.infix, tail.said])?;
    let half = |amount: Amount| if tail.half { amount.and_half() } else { Some(amount) };
    let (low, high) =
        half(low).zip(half(high)).ok_or(FigureError { at: start, reason: FigureReason::TooLarge })?;
    let high = (high != low).then(|| Box::new(high));
    let digits = (short(start)?, short(numbers.last.digits_end)?);
    Ok((Figure { written: text.clone(), unit, low, high, digits, qualifier }, word))
}

/// What stands before the number.
#[derive(Default)]
struct Head<'t> {
    said: Said,
    unit: &'t str,
    mark: Option<Mark>,
}

/// Reads qualifier and 第 or currency, in either order: 逾US$10, 人民幣約10億元.
fn head<'t>(cursor: &mut Cursor<'t>) -> Result<Head<'t>, FigureError> {
    let mut head = Head::default();
    loop {
        cursor.skip_spaces();
        let (at, rest) = (cursor.at, cursor.rest());
        if let Some(said) = Qualifier::eat(cursor) {
            let word = at..cursor.at;
            head.said = Some(agreed([head.said, Some((said, word)), None, None])?);
        } else if head.mark.is_none()
            && let Some(mark) = cursor.eat_longest(&unit::BEFORE)
        {
            head.mark = Some(mark);
            head.unit = rest.get(..cursor.at - at).unwrap_or("");
        } else {
            return Ok(head);
        }
    }
}

/// The one qualifier of several places; saying the same twice (至少20個以上) is one.
fn agreed(said: [Said; 4]) -> Result<(Qualifier, Range<usize>), FigureError> {
    let mut said = said.into_iter().flatten();
    let Some(first) = said.next() else { return Ok((Qualifier::Exact, 0..0)) };
    match said.find(|other| other.0 != first.0) {
        Some((_, word)) => fail(word.start, FigureReason::TwoQualifiers),
        None => Ok(first),
    }
}

/// One number or two, and the unit after the first where it has its own.
struct Numbers<'t> {
    first: Reading,
    last: Reading,
    unit: Option<&'t str>,
}

fn numbers<'t>(cursor: Cursor<'t>, head: &Head<'_>) -> Result<Numbers<'t>, FigureError> {
    no_minus(cursor)?;
    let first = numeral::read(cursor).map_err(|error| missing(cursor, error))?;
    let rest = cursor.moved(first.end);
    let Some((second, unit)) = second(rest, head) else {
        return Ok(Numbers { first, last: first, unit: None });
    };
    no_minus(second)?;
    let last = numeral::read(second)?;
    if first.more.is_some() {
        return fail(first.end, FigureReason::TwoQualifiers);
    }
    Ok(Numbers { first, last, unit: Some(unit.trim()).filter(|unit| !unit.is_empty()) })
}

/// That no minus stands before the number: briefings write 減少5%, and a minus is mostly half of a range.
fn no_minus(cursor: Cursor<'_>) -> Result<(), FigureError> {
    let mut ahead = cursor;
    let minus = ahead.eat("-") || ahead.eat("負");
    if minus && ahead.peek().is_some_and(is_digit) { fail(cursor.at, FigureReason::Negative) } else { Ok(()) }
}

/// What is wrong where no number begins.
fn missing(cursor: Cursor<'_>, error: FigureError) -> FigureError {
    let rest = folded(cursor.rest());
    let reason = match error.reason {
        FigureReason::NoNumber if rest.starts_with(['數', '数', '幾']) || rest.starts_with("若干") => {
            FigureReason::Vague
        }
        FigureReason::NoNumber if rest.contains(is_digit) => FigureReason::Leading,
        reason => reason,
    };
    FigureError { reason, ..error }
}

/// Where the second number of a range begins, and what stands between the first and the mark.
fn second<'a>(rest: Cursor<'a>, head: &Head<'_>) -> Option<(Cursor<'a>, &'a str)> {
    rest.rest().char_indices().find_map(|(n, _)| {
        let mut ahead = rest.moved(rest.at + n);
        ahead.eat_longest(&TO)?;
        ahead.skip_spaces();
        let repeated = folded(head.unit);
        ahead.eat(&repeated);
        let mut sign = ahead;
        sign.eat("-");
        sign.peek().filter(|c| is_digit(*c) || *c == '百')?;
        Some((ahead, rest.rest().get(..n)?))
    })
}

/// The two ends of the range; 3至5萬 shares the 萬 where that keeps the order, 8,000至1.2萬 does not.
fn ends(numbers: &Numbers<'_>, at: usize) -> Result<(Amount, Amount), FigureError> {
    let (first, last) = (numbers.first, numbers.last);
    let alike = first.end != last.end && !first.has_big && numbers.unit.is_none();
    let shared = last.shares.into_iter().flatten().find(|(lead, _)| alike && first.value < *lead);
    let low = match shared {
        Some((_, place)) => {
            first.value.times(place).ok_or(FigureError { at, reason: FigureReason::TooLarge })?
        }
        None => first.value,
    };
    if low > last.value { fail(at, FigureReason::BadRange) } else { Ok((low, last.value)) }
}

/// What stands after the number.
struct Tail<'t> {
    unit: Cow<'t, str>,
    /// Where the unit begins.
    at: usize,
    said: Said,
    /// 個多月 says more than so many 個月.
    infix: Said,
    /// 兩年半, 個半月.
    half: bool,
}

fn tail(text: &str, from: usize) -> Tail<'_> {
    let rest = text.get(from..).unwrap_or("");
    let said = Qualifier::at_end(rest).map(|(said, bytes)| (said, text.len() - bytes..text.len()));
    let end = said.as_ref().map_or(text.len(), |(_, word)| word.start);
    let rest = text.get(from..end).unwrap_or("");
    let at = from + rest.len() - rest.trim_start().len();
    let unit = rest.trim();
    let mut tail = Tail { unit: Cow::Borrowed(unit), at, said, infix: None, half: false };
    let plain = folded(unit);
    if ["年半", "天半", "倍半"].contains(&&*plain) {
        tail.unit = Cow::Borrowed(unit.trim_end_matches('半'));
        tail.half = true;
    }
    let mut chars = plain.chars();
    let (classifier, infix, time) = (chars.next(), chars.next(), chars.as_str());
    if classifier == Some('個') && ["月", "小時", "小时", "鐘頭", "星期"].contains(&time) {
        match infix {
            Some('半') => tail.half = true,
            Some('多' | '餘') => tail.infix = Some((Qualifier::Over, at + 3..at + 6)),
            _ => return tail,
        }
        tail.unit.to_mut().remove('個'.len_utf8());
    }
    tail
}

/// That the unit is one: letters and a few signs, none twice in a row, no numeral, no stray qualifier.
fn checked(unit: &str, at: usize) -> Result<(), FigureError> {
    if unit.starts_with("分之") || unit.starts_with('半') {
        return fail(at, FigureReason::Fraction);
    }
    let mut before = ' ';
    for (n, c) in unit.char_indices() {
        // The digit of m2 and km2.
        let raised = before.is_ascii_alphabetic() && matches!(c, '2' | '3');
        if is_digit(c) && !raised {
            return fail(at + n, FigureReason::TwoNumbers);
        }
        let sign = " %％‰°℃²³/$".contains(c);
        let twice = sign && before == c && n > 0;
        if twice || !(raised || sign || c.is_alphabetic()) {
            return fail(at + n, FigureReason::Trailing);
        }
        before = c;
    }
    Qualifier::stray_in(unit).map_or(Ok(()), |n| fail(at + n, FigureReason::Trailing))
}
