//! From the arguments to the subcommand they name.

use clap::Parser;

use super::args::Args;
use super::dashboard;
use super::exit::{self, Exit};

/// Runs the program with the arguments of the process.
pub fn main() -> Exit {
    match Args::try_parse() {
        Ok(args) => dashboard::run(&args).unwrap_or_else(|error| exit::failed(&error)),
        Err(error) => exit::usage(&error),
    }
}
