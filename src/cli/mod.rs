//! The command line: arguments in, exit code out. Each subcommand has a file of its own; this room is the
//! only one that prints.

mod args;
mod check;
mod completions;
mod dashboard;
mod environment;
mod exit;
mod fmt;
mod keys;
mod man;
mod new;
mod output;
mod paths;
mod run;
mod schema;
mod write;

pub use exit::Exit;
pub use run::main;
