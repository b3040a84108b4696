//! Prints the script asked for.

use anyhow::Result;

use super::{bash, fish, zsh};
use crate::cli::args::{CompletionsArgs, Kind, Shell};
use crate::cli::exit::Exit;
use crate::cli::output;
use crate::plan::RULES;

/// Prints it.
pub(in crate::cli) fn run(args: &CompletionsArgs) -> Result<Exit> {
    output::print(&match args.shell {
        Shell::Bash => bash::script(),
        Shell::Zsh => zsh::script(),
        Shell::Fish => fish::script(),
    })?;
    Ok(Exit::Fine)
}

/// The words that can stand for a value; none where it is not one of several.
pub(super) fn words(kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::Choice(words) => words.iter().map(|(word, _)| *word).collect(),
        Kind::Word(words) => words.to_vec(),
        Kind::Rules => RULES.iter().map(|rule| rule.name).collect(),
        Kind::Text | Kind::Number(..) | Kind::File | Kind::Folder => Vec::new(),
    }
}
