//! `jianbao completions SHELL`: the script that completes commands and flags.

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::{Shell as Script, generate};

use super::args::{Args, CompletionsArgs, Shell};
use super::exit::Exit;
use super::output;

/// Prints the script.
pub(super) fn run(args: &CompletionsArgs) -> Result<Exit> {
    let shell = match args.shell {
        Shell::Bash => Script::Bash,
        Shell::Zsh => Script::Zsh,
        Shell::Fish => Script::Fish,
    };
    let mut script = Vec::new();
    generate(shell, &mut Args::command(), "jianbao", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}
