//! Puts digits and places (十百千, 萬億兆) together into a number, as Chinese numerals and their mixtures with
//! Western digits do: 三千五百萬, 1.5千億, 16億5000萬, 一萬五. It knows no characters.

use super::amount::{Amount, LIMIT, MICRO};
use super::error::FigureReason;

/// The sum is kept in trillionths so that 1.2345678億 is exact.
pub(super) const ONE: i128 = MICRO * MICRO;

/// A number under way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Places {
    /// Finished groups: what stands before the last 萬 or 億, with it.
    high: i128,
    /// Hundreds and tens of the group under way.
    section: i128,
    /// Digits that have no place yet.
    number: Option<i128>,
    tail: Tail,
    small: Option<i128>,
    big: Option<i128>,
    begun: bool,
    /// The last thing was a place.
    placed: bool,
    /// How the number splits into digits and a place at its end: 五千萬 = 5 of 千萬 or 5000 of 萬.
    fine: Option<(i128, i128)>,
    coarse: Option<(i128, i128)>,
}

/// How digits are written, which matters after a place: 一萬五 is 15,000, 一萬零五 is 10,005, 1萬5 is not clear.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Tail {
    #[default]
    Western,
    Chinese,
    AfterZero,
}

/// A finished number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub value: Amount,
    /// The ways it splits into an amount and a place at its end, the greatest place first.
    pub shares: [Option<(Amount, i128)>; 2],
    /// It has 萬 or more.
    pub has_big: bool,
}

type Step = Result<(), FigureReason>;

impl Places {
    pub(super) fn is_empty(&self) -> bool {
        !self.begun
    }

    /// Whether a place has just been read: 三百 but not 三百五.
    pub(super) fn ends_in_place(&self) -> bool {
        self.placed
    }

    /// Digits.
    pub(super) fn digits(&mut self, number: i128, tail: Tail) -> Step {
        if self.number.is_some() {
            return Err(FigureReason::BadNumeral);
        }
        self.tail = tail;
        (self.number, self.begun, self.placed) = (Some(number), true, false);
        (self.fine, self.coarse) = (None, None);
        Ok(())
    }

    /// 十, 百 or 千.
    pub(super) fn small(&mut self, place: i128) -> Step {
        let number = match self.number.take() {
            Some(number) => number,
            None if place == 10 || !self.begun => ONE,
            None => return Err(FigureReason::BadNumeral),
        };
        if self.small.is_some_and(|last| place >= last || number >= 10 * ONE) {
            return Err(FigureReason::BadNumeral);
        }
        let first = self.section == 0 && self.high == 0 && place > 10;
        self.fine = first.then_some((number, place));
        self.section = mul(number, place)?.checked_add(self.section).ok_or(FigureReason::TooLarge)?;
        (self.small, self.begun, self.placed) = (Some(place), true, true);
        Ok(())
    }

    /// 萬, 億 or 兆, or thousand, million, billion.
    pub(super) fn big(&mut self, place: i128) -> Step {
        let low = self.low(false)?;
        let bare = !self.begun;
        self.high = match self.big {
            None => mul(if bare { ONE } else { low }, place)?,
            Some(last) if place > last => mul(self.high + low, place)?,
            Some(last) => {
                let group = mul(low, place)?;
                if low == 0 || place == last || group >= mul(ONE, last)? {
                    return Err(FigureReason::BadNumeral);
                }
                self.high + group
            }
        };
        let chain = |share: (i128, i128)| Some((share.0, share.1.checked_mul(place)?));
        let first = self.big.is_none() && !bare;
        self.fine = self.fine.filter(|_| self.placed).and_then(chain);
        self.coarse =
            if first { Some((low, place)) } else { self.coarse.filter(|_| self.placed).and_then(chain) };
        (self.section, self.small, self.number) = (0, None, None);
        (self.big, self.begun, self.placed) = (Some(place), true, true);
        Ok(())
    }

    /// The number.
    pub(super) fn finish(self) -> Result<Placed, FigureReason> {
        let sum = self.high.checked_add(self.low(true)?).ok_or(FigureReason::TooLarge)?;
        let share =
            |share: Option<(i128, i128)>| share.and_then(|(lead, place)| Some((amount(lead).ok()?, place)));
        Ok(Placed {
            value: amount(sum)?,
            shares: [share(self.fine), share(self.coarse)],
            has_big: self.big.is_some(),
        })
    }

    /// The group under way. At the very end a lone Chinese digit takes the place below the last: 一萬五.
    fn low(&self, at_end: bool) -> Result<i128, FigureReason> {
        let last = self.small.or(self.big);
        let low = match (self.number, last) {
            (None, _) => self.section,
            (Some(number), None) => number,
            (Some(number), Some(last)) if number >= mul(ONE, last)? => return Err(FigureReason::BadNumeral),
            (Some(number), Some(last)) if at_end && last > 10 && number < 10 * ONE => match self.tail {
                Tail::AfterZero => self.section + number,
                Tail::Chinese => self.section + mul(number, last / 10)?,
                Tail::Western => return Err(FigureReason::BadNumeral),
            },
            (Some(number), Some(_)) => self.section + number,
        };
        match self.big {
            Some(big) if low >= mul(ONE, big)? && at_end => Err(FigureReason::BadNumeral),
            _ => Ok(low),
        }
    }
}

fn mul(number: i128, place: i128) -> Result<i128, FigureReason> {
    number.checked_mul(place).filter(|n| n.abs() <= LIMIT * MICRO).ok_or(FigureReason::TooLarge)
}

fn amount(trillionths: i128) -> Result<Amount, FigureReason> {
    if trillionths % MICRO != 0 {
        return Err(FigureReason::TooFine);
    }
    Amount::from_millionths(trillionths / MICRO).ok_or(FigureReason::TooLarge)
}
