//! An exact decimal number: no figure of a briefing is ever rounded by reading it.

use super::cursor::Cursor;
use super::numeral;
use std::fmt;

/// Millionths in one.
pub(super) const MICRO: i128 = 1_000_000;

/// The greatest magnitude there is: 10²⁰.
pub(super) const LIMIT: i128 = 100_000_000_000_000_000_000 * MICRO;

/// An exact decimal number, counted in millionths. Packed, so that what holds one need not stand at a multiple of 16.
#[repr(Rust, packed(8))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i128);

impl Amount {
    /// So many millionths; `None` beyond 10²⁰.
    pub const fn from_millionths(millionths: i128) -> Option<Self> {
        if millionths > LIMIT || millionths < -LIMIT { None } else { Some(Self(millionths)) }
    }

    /// So many millionths.
    pub const fn millionths(self) -> i128 {
        self.0
    }

    /// A number in any notation, and nothing else: `1,650,000.5`, full-width digits, `五十六`, `二〇二六`, `1.5萬`,
    /// `16億5000萬`, `1万5千`, `1.65 billion`, and the short `10k`, `10m`, `1.65b`, `2t`.
    pub fn parse_number(text: &str) -> Option<Self> {
        let text = text.trim();
        let short = [('k', 1_000), ('m', 1_000_000), ('b', 1_000_000_000), ('t', 1_000_000_000_000)];
        let last = text.chars().next_back()?.to_ascii_lowercase();
        let (number, scale) = match short.iter().find(|(letter, _)| *letter == last) {
            Some((_, scale)) => (text.get(..text.len() - 1)?.trim_end(), *scale),
            None => (text, 1),
        };
        let reading = numeral::read(Cursor::new(number)).ok()?;
        if reading.end != number.len() || reading.more.is_some() {
            return None;
        }
        reading.value.times(scale)
    }

    /// The nearest floating-point number, for drawing.
    #[expect(clippy::cast_precision_loss, reason = "bars and gauges need no more than 53 bits")]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / MICRO as f64
    }

    /// A count.
    pub fn whole(count: usize) -> Self {
        Self(i128::try_from(count).unwrap_or(i128::MAX / MICRO) * MICRO)
    }

    /// In digits with a comma between groups of three: `1,650,000,000`, `3.89`.
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let whole = plain.split('.').next().unwrap_or(plain);
        let mut text = sign.to_owned();
        for (n, digit) in plain.chars().enumerate() {
            if n > 0 && n < whole.len() && (whole.len() - n).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text
    }

    pub(super) fn times(self, scale: i128) -> Option<Self> {
        self.0.checked_mul(scale).and_then(Self::from_millionths)
    }

    /// Exactly divided by `scale`, if it comes out in millionths.
    pub(super) fn over(self, scale: i128) -> Option<Self> {
        (self.0 % scale == 0).then(|| Self(self.0 / scale))
    }

    pub(super) fn negated(self) -> Self {
        Self(-self.0)
    }

    pub(super) fn and_half(self) -> Option<Self> {
        Self::from_millionths(self.0 + MICRO / 2)
    }

    pub(super) fn midway(self, other: Self) -> Self {
        Self(self.0 + (other.0 - self.0) / 2)
    }
}

impl fmt::Display for Amount {
    /// Plain digits, without needless zeros: `1650000000`, `3.89`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (magnitude, micro) = (self.0.unsigned_abs(), MICRO.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        let fraction = format!("{:06}", magnitude % micro);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{}{point}{fraction}", magnitude / micro)
    }
}

impl From<u32> for Amount {
    fn from(whole: u32) -> Self {
        Self(i128::from(whole) * MICRO)
    }
}
