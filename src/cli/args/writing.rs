//! The arguments of the commands for those who write briefings, and of those around the program.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::examples::{self, TEMPLATE};
use super::shared::LibraryFlag;
use crate::plan::Rule;

/// Report every problem in the files of a library.
#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, before_help = examples::CHECK)]
pub(in crate::cli) struct CheckArgs {
    /// The library: a folder of plans.
    pub(in crate::cli) folder: Option<PathBuf>,
    /// How to report.
    #[arg(long, value_enum, default_value = "human")]
    pub(in crate::cli) format: CheckFormat,
    /// Warnings fail too. Notes never do.
    #[arg(long)]
    pub(in crate::cli) strict: bool,
    /// Leave these rules out, commas between them.
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule)]
    pub(in crate::cli) skip: Vec<&'static Rule>,
    /// Print the rules instead.
    #[arg(long)]
    pub(in crate::cli) rules: bool,
}

fn rule(name: &str) -> Result<&'static Rule, String> {
    Rule::named(name).ok_or_else(|| "no such rule; `jianbao check --rules` lists them".to_owned())
}

/// The formats of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CheckFormat {
    /// The line, a caret and what to write
    Human,
    /// JSON of a stated, versioned shape
    Json,
    /// Workflow commands of GitHub Actions
    Github,
}

/// Order keys and normalise spacing, losing no comment.
#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, before_help = examples::FMT)]
pub(in crate::cli) struct FmtArgs {
    /// The library: a folder of plans.
    pub(in crate::cli) folder: Option<PathBuf>,
    /// Change nothing; exit 1 when a file is not in order.
    #[arg(long)]
    pub(in crate::cli) check: bool,
}

/// Start a plan or a section from a commented file.
#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, before_help = examples::NEW)]
pub(in crate::cli) struct NewArgs {
    /// What to start.
    #[arg(value_enum)]
    pub(in crate::cli) what: NewWhat,
    /// The id of the plan; of a section, PLAN/SECTION.
    pub(in crate::cli) name: String,
    #[command(flatten)]
    pub(in crate::cli) library: LibraryFlag,
}

/// What can be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum NewWhat {
    /// A folder with plan.toml and a first section
    Plan,
    /// A file beside plan.toml
    Section,
}

/// Print the JSON Schema of a file, for editors and other programs.
#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, before_help = examples::SCHEMA)]
pub(in crate::cli) struct SchemaArgs {
    /// Of what. Without it, of plan and section files in one.
    #[arg(value_enum)]
    pub(in crate::cli) what: Option<SchemaOf>,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SchemaOf {
    /// plan.toml
    Plan,
    /// A section file
    Section,
    /// What `--format json` prints
    Output,
}

/// Print a script that completes commands and flags in your shell.
#[derive(Debug, Args)]
#[command(help_template = TEMPLATE, before_help = examples::COMPLETIONS)]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub(in crate::cli) shell: Shell,
}

/// The shells that can be completed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Shell {
    /// bash
    Bash,
    /// zsh
    Zsh,
    /// fish
    Fish,
}
