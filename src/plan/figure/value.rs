//! A figure that was read: always shown as it was written, compared by its value.

use super::amount::Amount;
use super::error::FigureError;
use super::qualifier::Qualifier;
use super::read;
use super::unit::{Unit, UnitKind, Units};
use crate::plan::Text;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

/// A figure as a person wrote it, with what it says.
///
/// Ordered by [`Figure::value`], then by the text as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    pub(super) written: Text,
    pub(super) unit: Arc<Unit>,
    pub(super) low: Amount,
    /// The upper end, where it is another.
    pub(super) high: Option<Box<Amount>>,
    /// The first byte of the digits and the first after them: a figure has no more bytes than that counts.
    pub(super) digits: (u16, u16),
    pub(super) qualifier: Qualifier,
}

/// A written figure in three parts, to be set with the digits of several aligned. Together they are the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// What stands before the digits: 逾, 約, 第, US$.
    pub before: &'a str,
    /// The digits, of a range both (`1.5萬至2.5`); a Chinese numeral whole (五十六).
    pub digits: &'a str,
    /// Scale, unit and what follows: 億美元, 個以上, 多位.
    pub after: &'a str,
}

impl Figure {
    /// Reads a figure: qualifier, number or range, unit, and nothing else: `約40個`, `逾16.5億美元`, `20個以上`,
    /// `1.5萬至2.5萬平方呎`, `第十一屆`, `US$1.65 billion`. Blanks around it are ignored.
    pub fn parse(text: &str) -> Result<Self, FigureError> {
        Self::of(&text.into(), &Units::default())
    }

    /// The same with the letters of `text`, and of `units` its own where it is among them.
    pub(in crate::plan) fn of(text: &Text, units: &Units) -> Result<Self, FigureError> {
        read::figure(text, units)
    }

    /// The text as it was written, without blanks around it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The same, with its letters.
    pub(in crate::plan) fn text(&self) -> &Text {
        &self.written
    }

    /// How the stated number stands to the real one.
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The qualifier as written (超過, 多, 以上…); empty if there is none. It is seldom asked for, and read again.
    pub fn qualifier_word(&self) -> &str {
        read::word(&self.written)
    }

    /// The stated number, or the lower of a range, in base units (億 multiplied out).
    pub fn low(&self) -> Amount {
        self.low
    }

    /// The stated number, or the upper of a range.
    pub fn high(&self) -> Amount {
        self.high.as_deref().copied().unwrap_or(self.low)
    }

    /// The bounds that the figure sets on the real number; `None` where it sets none: 20個以上 is 20 to anything.
    pub fn range(&self) -> (Option<Amount>, Option<Amount>) {
        self.qualifier.bounds(self.low, self.high())
    }

    /// The number to compare and draw by: the stated one, of a range the middle.
    pub fn value(&self) -> Amount {
        self.low.midway(self.high())
    }

    /// What is counted or measured.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// Whether it is a place in an order, such as 第4.
    pub fn is_ordinal(&self) -> bool {
        matches!(self.unit.kind(), UnitKind::Ordinal(_))
    }

    /// The written text in three parts for the screen.
    pub fn parts(&self) -> Parts<'_> {
        let (start, end) = (usize::from(self.digits.0), usize::from(self.digits.1));
        let slice = |range: Range<usize>| self.written.get(range).unwrap_or("");
        Parts { before: slice(0..start), digits: slice(start..end), after: slice(end..self.written.len()) }
    }
}

impl Ord for Figure {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.value(), &self.written).cmp(&(other.value(), &other.written))
    }
}

impl PartialOrd for Figure {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
