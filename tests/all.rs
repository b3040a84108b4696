//! All integration tests, one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, missing_docs)]

mod backend;
mod briefings;
mod check;
mod date;
mod figure;
mod format;
mod house;
mod text;
