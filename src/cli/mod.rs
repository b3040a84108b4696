//! The command line: arguments in, exit code out. Each subcommand has a file of its own; this room is the
//! only one that prints.

mod args;
mod check;
mod dashboard;
mod environment;
mod exit;
mod output;
mod run;

pub use exit::Exit;
pub use run::main;
