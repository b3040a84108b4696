//! Why a date can't be read, for whoever words it in the reader's language.
//! No text of any language stands here.

/// A date that can't be read: where, why, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// Byte offset into the text given to [`super::Date::parse`].
    pub at: usize,
    /// What is wrong there.
    pub reason: DateReason,
    /// The EDTF that the writer probably meant; always readable itself.
    pub suggestion: Option<String>,
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateReason {
    /// Nothing is written.
    Empty,
    /// This is not EDTF.
    NotEdtf,
    /// The month has no such day: 30 February.
    NoSuchDay,
    /// The code after the year is neither a month (01-12), a season (21-24), a quarter (33-36) nor a half (40-41).
    NoSuchMonth,
    /// The interval ends before it starts.
    Backwards,
    /// The interval is open at both ends, so it dates nothing.
    Unbounded,
    /// The year is not one of 1 to 9999.
    YearRange,
    /// EDTF, but a time of day; briefings go no finer than days.
    TimeOfDay,
    /// EDTF, but of a kind that briefings do not use: sets, years of rounded digits, half-masked months.
    Unsupported,
}
