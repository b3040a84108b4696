//! Chinese and mixed text on a grid of columns: how wide it is, where it breaks, what of it is safe to show.
//! Every column in the program is counted here; nothing here knows of a screen or a file.

mod ambiguous;
mod breaks;
mod caret;
mod figures;
mod fit;
mod fold;
mod forbidden;
mod nfc;
mod plain;
mod sanitize;
mod simplified;
mod substitutes;
mod width;
mod wrap;

pub use ambiguous::{Ambiguous, needs_substitute, substitute};
pub use caret::caret;
pub use fit::{Fitted, fit, pad_end, pad_start, take_columns, truncate};
pub use fold::fold_fullwidth;
pub use forbidden::{Kind, code_point, kind_of};
pub use nfc::nfc;
pub use plain::{plain_before, plain_columns};
pub use sanitize::{Sanitized, Taken, sanitize, sanitize_multiline};
pub use simplified::simplified;
pub use width::{char_width, width};
pub use wrap::{wrap, wrap_lines};
