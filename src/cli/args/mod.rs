//! The arguments, as clap reads them. No other room knows clap's attributes; the subcommands take what
//! they need out of these structs.

mod examples;
mod reading;
mod shared;
mod words;
mod writing;

pub(super) use reading::{ExportArgs, ExportFormat, FindArgs, ShowArgs, ShowFormat};
pub(super) use shared::{Args, Command, LibraryFlag, Shared};
pub(super) use writing::{
    CheckArgs, CheckFormat, CompletionsArgs, FmtArgs, NewArgs, NewWhat, SchemaArgs, SchemaOf, Shell,
};
