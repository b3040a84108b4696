//! The arguments: one table drives parsing, help and errors here, and the manual page and the completions
//! beside; the commands take what they need out of typed structs.

mod examples;
mod found;
mod help;
mod mistake;
mod parse;
mod program;
mod reading;
mod shared;
mod table;
mod value;
mod words;
mod writing;

pub(super) use found::Stop;
pub(super) use parse::parse;
pub(super) use program::{COMMANDS, HELP, PROGRAM, SHARED, VERSION};
pub(super) use reading::{ExportArgs, FindArgs, ShowArgs};
pub(super) use shared::{Args, Command, Shared};
pub(super) use table::{Flag, Kind, Operand, Spec, Value, command_names};
pub(super) use words::{CheckFormat, ExportFormat, NewWhat, SchemaOf, Shell, ShowFormat};
pub(super) use writing::{CheckArgs, CompletionsArgs, FmtArgs, NewArgs, PathsArgs, SchemaArgs};
