//! All integration tests, one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, missing_docs)]
#![allow(clippy::format_collect, clippy::format_push_string, unreachable_pub)]

mod backend;
mod briefings;
mod check;
mod cli;
mod clipboard;
mod config;
mod data;
mod date;
mod docs;
mod export;
mod figure;
mod find;
mod floors;
mod format;
mod frames;
mod fuzz;
mod house;
mod keys;
mod pty;
mod reload;
#[cfg(unix)]
mod ssh;
mod store;
mod supply;
mod text;
#[cfg(unix)]
mod tmux;
