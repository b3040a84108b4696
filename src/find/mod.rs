//! Finding: what the reader types, by sight or by sound, and the items that answer, the best first. The same for
//! the screen and the command line; it draws nothing and reads no files.
//!
//! An [`Index`] is built once from a library. It keeps the folded texts of all items in one long key (`key`), with
//! the letters that each character's sound begins with (`letters`, `sound`), so that one `memmem` over them finds
//! what may match and a check of the place says whether it does (`needle`). A [`Query`] says what each word may
//! mean: text, sound, number (`number`), date (`when`). `rank` holds the order.

mod entry;
mod field;
mod fold;
mod found;
mod index;
mod key;
mod letters;
mod marks;
mod nearest;
mod needle;
mod number;
mod query;
mod rank;
mod score;
mod search;
mod sound;
mod spans;
mod when;

pub use entry::{Entry, Kind};
pub use field::Field;
pub use found::{Correction, Found, Hit, Mark, Scope, Way};
pub use index::{Builder, Index};
pub use query::Query;
pub use rank::Why;
