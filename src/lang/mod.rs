//! The languages of the interface, and every text of it in one place per language: `hant`, `hans` and
//! `en` fill the same struct, so that a text that is missing does not compile. What the keys do is
//! worded beside the keys, in `keys::table`.

mod en;
mod fill;
mod hans;
mod hant;
mod language;
mod texts;

pub use fill::fill;
pub use language::Lang;
pub use texts::{Cli, Problems, Ui};
