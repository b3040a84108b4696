//! Arguments in, exit code out: reads the command line and hands it to the command it names.

use anyhow::Result;

use super::args::{Args, Command, parse};
use super::exit::Exit;
use super::{check, completions, dashboard, exit, export, find, fmt, keys, man, new, paths, schema, show};
use crate::terminal;

/// Runs the program with the arguments of the process.
pub fn main() -> Exit {
    terminal::on_panic();
    match parse(std::env::args_os().skip(1)) {
        Ok(args) => run(&args).unwrap_or_else(|error| exit::failed(&error)),
        Err(stop) => exit::stopped(&stop),
    }
}

fn run(args: &Args) -> Result<Exit> {
    let shared = &args.shared;
    match &args.command {
        None => dashboard::run(args),
        Some(Command::Show(command)) => show::run(shared, command),
        Some(Command::Find(command)) => find::run(shared, command),
        Some(Command::Export(command)) => export::run(shared, command),
        Some(Command::Check(command)) => check::run(shared, command),
        Some(Command::Fmt(command)) => fmt::run(shared, command),
        Some(Command::New(command)) => new::run(shared, command),
        Some(Command::Schema(command)) => schema::run(command),
        Some(Command::Paths(command)) => paths::run(shared, command),
        Some(Command::Keys) => keys::run(shared),
        Some(Command::Completions(command)) => completions::run(command),
        Some(Command::Man) => man::run(),
    }
}
