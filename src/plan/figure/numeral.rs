//! Reads one number at the start of a text, in any notation: Western digits with commas, Chinese numerals,
//! their mixtures, and English scale words. Where the number ends, the unit begins.

use super::amount::Amount;
use super::cursor::Cursor;
use super::error::{FigureError, FigureReason, fail};
use super::place::{ONE, Placed, Places, Tail};
use super::qualifier::Qualifier;

/// A number that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub value: Amount,
    /// How it splits into an amount and a place, so that 3至5萬 shares the 萬.
    pub shares: [Option<(Amount, i128)>; 2],
    pub has_big: bool,
    /// 多, 餘 and the like within the number or at its end: 2000多萬.
    pub more: Option<Qualifier>,
    /// Byte offset of the end.
    pub end: usize,
    /// Byte offset of the end of its digits: before the 萬 of 1.5萬, but after the 六 of 五十六.
    pub digits_end: usize,
}

/// Places below 萬, which work within a group.
const SMALL: [(&str, i128); 6] =
    [("十", 10), ("拾", 10), ("百", 100), ("佰", 100), ("千", 1_000), ("仟", 1_000)];

/// 萬 and above, which close a group. 兆 is 10¹² as in Hong Kong and Taiwan.
const BIG: [(&str, i128); 3] = [("萬", 10_000), ("億", 100_000_000), ("兆", 1_000_000_000_000)];

/// English scale words, which close a group too.
const ENGLISH: [(&str, i128); 7] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("mn", 1_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("tn", 1_000_000_000_000),
];

/// Words for "and some more".
const MORE: [(&str, Qualifier); 4] =
    [("多", Qualifier::Over), ("餘", Qualifier::Over), ("幾", Qualifier::Over), ("來", Qualifier::About)];

/// Reads a number where `from` stands. Commas, places and digits must be in order.
pub(super) fn read(from: Cursor<'_>) -> Result<Reading, FigureError> {
    let mut reader = Reader { cursor: from, places: Places::default(), more: None, digits_end: None };
    let negative = reader.cursor.eat("-") || reader.cursor.eat("負");
    if reader.cursor.eat("半") {
        return Ok(reader.half(negative));
    }
    while reader.step()? {}
    let end = reader.cursor.at;
    if reader.places.is_empty() {
        return fail(from.at, FigureReason::NoNumber);
    }
    let placed = reader.places.finish().or_else(|reason| fail(from.at, reason))?;
    Ok(reader.reading(placed, negative, end))
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    places: Places,
    more: Option<Qualifier>,
    /// The end of the last Western digits, or of a Chinese numeral before 多.
    digits_end: Option<usize>,
}

impl Reader<'_> {
    /// Reads one run of digits or one place; false at the end of the number.
    fn step(&mut self) -> Result<bool, FigureError> {
        let at = self.cursor.at;
        let Some(c) = self.cursor.peek() else { return Ok(false) };
        let done = if c.is_ascii_digit() && self.more.is_none() {
            let number = western(&mut self.cursor)?;
            self.digits_end = Some(self.cursor.at);
            self.places.digits(number, Tail::Western)
        } else if digit(c).is_some() && self.more.is_none() {
            self.chinese()
        } else if let Some(tens) = self.cursor.eat_longest(&[("廿", 2), ("卅", 3)]) {
            self.places.digits(tens * ONE, Tail::Chinese).and_then(|()| self.places.small(10))
        } else if let Some(place) = self.cursor.eat_longest(&SMALL) {
            self.places.small(place)
        } else if let Some(place) = self.big() {
            self.places.big(place)
        } else {
            return Ok(self.take_more());
        };
        done.map_or_else(|reason| fail(at, reason), |()| Ok(true))
    }

    /// A run of Chinese digits: one digit, 零 and a digit after a place, a decimal, or a string such as 二〇二六.
    fn chinese(&mut self) -> Result<(), FigureReason> {
        let mut digits = Vec::new();
        let mut zero_sign = false;
        while let Some(value) = self.cursor.peek().and_then(digit) {
            zero_sign |= self.cursor.peek() == Some('〇');
            digits.push(value);
            self.cursor.next();
        }
        let after_place = self.places.ends_in_place();
        let whole = |digits: &[i128]| {
            digits
                .iter()
                .try_fold(0_i128, |sum, digit| sum.checked_mul(10)?.checked_add(*digit))
                .and_then(|n| n.checked_mul(ONE))
        };
        match digits.as_slice() {
            [0] if after_place => Ok(()),
            [0, digit] if after_place => self.places.digits(digit * ONE, Tail::AfterZero),
            [digit] => {
                let number = digit * ONE + self.decimals()?;
                self.places.digits(number, Tail::Chinese)
            }
            // 三四 may be 34 or "three or four".
            [_, _] if !zero_sign => Err(FigureReason::BadNumeral),
            _ if after_place => Err(FigureReason::BadNumeral),
            string => self.places.digits(whole(string).ok_or(FigureReason::TooLarge)?, Tail::Western),
        }
    }

    /// What follows 點, if digits do: 三點八九.
    fn decimals(&mut self) -> Result<i128, FigureReason> {
        let mut ahead = self.cursor;
        let (mut sum, mut unit) = (0, ONE);
        if !ahead.eat("點") || ahead.peek().and_then(digit).is_none() {
            return Ok(0);
        }
        while let Some(value) = ahead.peek().and_then(digit) {
            ahead.next();
            unit /= 10;
            if unit == 0 {
                return Err(FigureReason::TooFine);
            }
            sum += value * unit;
        }
        self.cursor = ahead;
        Ok(sum)
    }

    /// 萬 and above, or an English scale word, which must be a whole word; a space may stand before it.
    fn big(&mut self) -> Option<i128> {
        let mut ahead = self.cursor;
        if !self.places.is_empty() {
            ahead.skip_spaces();
        }
        let place = match ahead.eat_longest(&BIG) {
            Some(place) => place,
            None if self.places.is_empty() => return None,
            None => ahead
                .eat_longest(&ENGLISH)
                .filter(|_| !ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric()))?,
        };
        self.cursor = ahead;
        Some(place)
    }

    /// 多 or 餘 after a number; 來 and 幾 only after a place (十來個), as they begin other words too.
    fn take_more(&mut self) -> bool {
        if self.more.is_some() || self.places.is_empty() {
            return false;
        }
        let mut ahead = self.cursor;
        let c = ahead.peek();
        let Some(more) = ahead.eat_longest(&MORE) else { return false };
        if matches!(c, Some('幾' | '來')) && !self.places.ends_in_place() {
            return false;
        }
        self.digits_end.get_or_insert(self.cursor.at);
        self.cursor = ahead;
        self.more = Some(more);
        true
    }

    /// 半年, 半小時.
    fn half(&self, negative: bool) -> Reading {
        let half = Amount::from_millionths(500_000).unwrap_or_default();
        let placed = Placed { value: half, shares: [None, None], has_big: false };
        self.reading(placed, negative, self.cursor.at)
    }

    fn reading(&self, placed: Placed, negative: bool, end: usize) -> Reading {
        let value = if negative { placed.value.negated() } else { placed.value };
        Reading {
            value,
            shares: placed.shares,
            has_big: placed.has_big,
            more: self.more,
            end,
            digits_end: self.digits_end.unwrap_or(end),
        }
    }
}

/// Western digits with commas between groups of three, and decimals; in trillionths.
fn western(cursor: &mut Cursor<'_>) -> Result<i128, FigureError> {
    let start = cursor.at;
    let mut sum: i128 = 0;
    let mut group = None;
    let mut run = 0;
    loop {
        let at = cursor.at;
        let mut ahead = *cursor;
        match ahead.next() {
            Some(c) if c.is_ascii_digit() => {
                let digit = i128::from(u32::from(c) - u32::from('0'));
                sum = sum
                    .checked_mul(10)
                    .and_then(|n| n.checked_add(digit))
                    .ok_or(FigureError { at: start, reason: FigureReason::TooLarge })?;
                run += 1;
            }
            Some(',') if ahead.peek().is_some_and(|c| c.is_ascii_digit()) => {
                if group.is_some_and(|_| run != 3) || !(1..=3).contains(&run) {
                    return fail(at, FigureReason::BadGrouping);
                }
                (group, run) = (Some(at), 0);
            }
            _ => break,
        }
        *cursor = ahead;
    }
    if let Some(comma) = group.filter(|_| run != 3) {
        return fail(comma, FigureReason::BadGrouping);
    }
    let too_large = FigureError { at: start, reason: FigureReason::TooLarge };
    let whole = sum.checked_mul(ONE).ok_or(too_large)?;
    fraction(cursor)?.checked_add(whole).ok_or(too_large)
}

/// Decimals after a point, in trillionths; 0 if there are none.
fn fraction(cursor: &mut Cursor<'_>) -> Result<i128, FigureError> {
    let mut ahead = *cursor;
    let (mut sum, mut unit) = (0, ONE);
    if !ahead.eat(".") || !ahead.peek().is_some_and(|c| c.is_ascii_digit()) {
        return Ok(0);
    }
    while let Some(digit) = ahead.peek().and_then(|c| c.to_digit(10)) {
        unit /= 10;
        if unit == 0 && digit != 0 {
            return fail(ahead.at, FigureReason::TooFine);
        }
        sum += i128::from(digit) * unit;
        ahead.next();
    }
    *cursor = ahead;
    Ok(sum)
}

/// The value of a Chinese digit, in everyday or formal characters.
fn digit(c: char) -> Option<i128> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '兩' | '貳' => 2,
        '三' | '叄' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Whether `c` begins or continues a number and nothing else.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || "十廿卅".contains(c)
}
