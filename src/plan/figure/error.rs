//! Why a figure can't be read, for whoever words it in the reader's language.
//! No text of any language stands here.

/// A figure that can't be read: where and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureError {
    /// Byte offset into the text given to [`super::Figure::parse`].
    pub at: usize,
    /// What is wrong there.
    pub reason: FigureReason,
}

/// What is wrong with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureReason {
    /// Nothing is written.
    Empty,
    /// There is no number.
    NoNumber,
    /// The number is vague: 數十, 幾百, 若干.
    Vague,
    /// Text before the number that is no qualifier, currency or 第.
    Leading,
    /// Text or punctuation after the number that is no unit.
    Trailing,
    /// A second number where one is expected.
    TwoNumbers,
    /// A second qualifier that says something else: 約40個以上.
    TwoQualifiers,
    /// A range whose first number is the greater.
    BadRange,
    /// The two ends of a range have different units.
    UnitMismatch,
    /// Commas not between groups of three digits: 1,00.
    BadGrouping,
    /// Places out of order or digits without a place: 三百五千, 三四.
    BadNumeral,
    /// A negative number: a fall is told by the label, its figure is how much.
    Negative,
    /// A fraction (三分之一) or 一半: write it as a percentage.
    Fraction,
    /// More than this program counts to (10²⁰).
    TooLarge,
    /// Finer than a millionth.
    TooFine,
}

/// An error of `reason` at `at`.
pub(super) fn fail<T>(at: usize, reason: FigureReason) -> Result<T, FigureError> {
    Err(FigureError { at, reason })
}
