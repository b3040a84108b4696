//! Figures as people write them, read into qualifier, amount and unit, and still shown as written.
//! For the briefing and for the finder; not a calculator.

mod amount;
mod cursor;
mod error;
mod numeral;
mod place;
mod print;
mod qualifier;
mod read;
mod unit;
mod value;
mod western;

pub use amount::Amount;
pub use error::{FigureError, FigureReason};
pub use print::write;
pub use qualifier::Qualifier;
pub use unit::{Currency, Unit, UnitKind, Units};
pub use value::{Figure, Parts};
