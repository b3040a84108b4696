//! The real binary: what each command's help says, what it prints, how it fails, and a writer's session
//! from an empty folder to a clean check.

mod arguments;
mod author;
mod check;
#[cfg(unix)]
mod completions;
mod edges;
mod fmt;
pub(crate) mod harness;
mod help;
mod new;
mod reading;
mod readme;
mod schema;
mod surroundings;
