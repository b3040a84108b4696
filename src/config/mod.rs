//! What a reader set: read as written into a [`Layer`], laid one over the other, and made into a
//! [`Config`] that has an answer for everything. Knows no environment and no file system: whoever starts
//! the program hands the texts in.

mod choice;
mod layer;
mod raw;
mod settings;

pub use choice::{Ambiguous, Clipboard, Colors, Language, LogLevel, Theme};
pub use layer::Layer;
pub use raw::{ConfigError, Reason, read};
pub use settings::Config;
