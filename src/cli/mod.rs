//! The command line: arguments in, exit code out. Each subcommand has a file of its own; this room is the
//! only one that prints.

mod args;
mod check;
mod completions;
mod dashboard;
mod dispatch;
mod environment;
mod exit;
mod export;
mod find;
mod fmt;
mod keys;
mod man;
mod new;
mod output;
mod paths;
mod roff;
mod schema;
mod show;
mod write;

pub use dispatch::main;
pub use exit::Exit;
