//! Dates as people know them: EDTF (ISO 8601-2), at their own precision and no finer.
//! `edtf-core` reads the notation, `chrono` does the calendar; times of day are not dates here.

mod error;
mod point;
mod read;
mod suggest;
mod value;
mod words;

pub use error::{DateError, DateReason};
pub use value::{Date, Precision, Relation};
