//! The arguments of the commands for those who write briefings, and of those around the program.

use std::path::PathBuf;

use super::found::{Found, Stop};
use super::words::{CheckFormat, NewWhat, SchemaOf, Shell};
use crate::plan::Rule;

/// Report every problem in the files of a library.
#[derive(Debug)]
pub(in crate::cli) struct CheckArgs {
    pub(in crate::cli) folder: Option<PathBuf>,
    pub(in crate::cli) format: CheckFormat,
    pub(in crate::cli) strict: bool,
    pub(in crate::cli) skip: Vec<&'static Rule>,
    pub(in crate::cli) rules: bool,
}

/// Order keys and normalise spacing, losing no comment.
#[derive(Debug)]
pub(in crate::cli) struct FmtArgs {
    pub(in crate::cli) folder: Option<PathBuf>,
    pub(in crate::cli) check: bool,
}

/// Start a plan or a section from a commented file.
#[derive(Debug)]
pub(in crate::cli) struct NewArgs {
    pub(in crate::cli) what: NewWhat,
    pub(in crate::cli) name: String,
    pub(in crate::cli) library: Option<PathBuf>,
}

/// Print the JSON Schema of a file, for editors and other programs.
#[derive(Debug)]
pub(in crate::cli) struct SchemaArgs {
    pub(in crate::cli) what: Option<SchemaOf>,
}

/// Print the files in use, and why each is.
#[derive(Debug)]
pub(in crate::cli) struct PathsArgs {
    pub(in crate::cli) library: Option<PathBuf>,
}

/// Print a script that completes commands and flags in your shell.
#[derive(Debug)]
pub(in crate::cli) struct CompletionsArgs {
    pub(in crate::cli) shell: Shell,
}

impl CheckArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Result<Self, Stop> {
        Ok(Self {
            folder: found.path("FOLDER"),
            format: found.must(found.word("format", CheckFormat::named))?,
            strict: found.has("strict"),
            skip: found.all("skip").flat_map(|names| names.split(',')).filter_map(Rule::named).collect(),
            rules: found.has("rules"),
        })
    }
}

impl FmtArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Self {
        Self { folder: found.path("FOLDER"), check: found.has("check") }
    }
}

impl NewArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Result<Self, Stop> {
        Ok(Self {
            what: found.must(found.word("WHAT", NewWhat::named))?,
            name: found.must(found.text("NAME"))?,
            library: found.path("library"),
        })
    }
}

impl SchemaArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Self {
        Self { what: found.word("WHAT", SchemaOf::named) }
    }
}

impl PathsArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Self {
        Self { library: found.path("library") }
    }
}

impl CompletionsArgs {
    /// The arguments that were found, in types.
    pub(super) fn of(found: &Found) -> Result<Self, Stop> {
        Ok(Self { shell: found.must(found.word("SHELL", Shell::named))? })
    }
}
