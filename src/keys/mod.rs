//! Keys and what they do: a [`Key`] of our own, the table of all actions, and the [`Keymap`] that joins
//! the two with what a reader set in `config.toml`. The help page, the hints at the foot, the check of
//! `[keys]` and the table in the README are all made from the one table in [`table`].

mod key;
mod keymap;
pub mod table;

pub use key::{Code, Key};
pub use keymap::{Keymap, Mistake};
pub use table::{Action, Group};
