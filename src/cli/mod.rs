//! The command line: arguments in, exit code out. Each subcommand has a file of its own; this room is the
//! only one that prints.

mod args;
mod dashboard;
mod dispatch;
mod environment;
mod exit;

pub use dispatch::main;
pub use exit::Exit;
