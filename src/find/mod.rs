//! Finding: what the reader types, by sight or by sound, and the items that answer, the best first. The same for
//! the screen and the command line; it draws nothing and reads no files.
//!
//! An [`Index`] is built from a library and brought up to date with the next. It is made of segments (`segment`), each
//! of some neighbouring plans (`groups`), which are built and searched on all cores (`crew`). A segment keeps the folded
//! texts of all its items in one long key (`key`), with what each character sounds like (`codes`, `sound`), so that one
//! `memmem` over them finds what may match and a check of the place says whether it does (`needle`). A [`Query`] says what
//! each word may mean: text, sound, number (`number`), date (`when`). English has a key of its own (`narrow`). What is
//! known of the words looked for last is kept (`recent`). `rank` holds the order.

mod buckets;
mod codes;
mod entry;
mod field;
mod fold;
mod found;
mod groups;
mod index;
mod key;
mod marks;
mod narrow;
mod nearest;
mod needle;
mod number;
mod query;
mod rank;
mod recent;
mod run;
mod score;
mod search;
mod segment;
mod sound;
mod spans;
mod units;
mod when;
mod words;

pub use field::Field;
pub use found::{Correction, Found, Hit, Mark, Scope, Way};
pub use index::Index;
pub use query::Query;
pub use rank::Why;
