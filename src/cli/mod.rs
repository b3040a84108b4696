//! The command line: arguments in, exit code out. Each subcommand has a file of its own; this room is the
//! only one that prints.

mod args;
mod dashboard;
mod environment;
mod exit;

pub use exit::Exit;

use clap::Parser;

/// Runs the program with the arguments of the process.
pub fn main() -> Exit {
    match args::Args::try_parse() {
        Ok(args) => dashboard::run(&args).unwrap_or_else(|error| exit::failed(&error)),
        Err(error) => exit::usage(&error),
    }
}
