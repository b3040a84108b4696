//! What `jianbao check` asks of a library beyond what loading it finds: rules of writing and of agreement
//! between files. Pure: files in, problems out. The dashboard does not run it.

mod agree;
mod rules;
mod run;
mod simplified;
mod walk;
mod write;

pub use rules::{RULES, Rule};
pub use run::{CheckOptions, check};

pub(super) use rules::rule_of;
