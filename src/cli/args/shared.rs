//! The program's own arguments: the dashboard's, those every command takes too, and the command with its own.

use std::path::PathBuf;

use super::found::{Found, Stop};
use super::reading::{ExportArgs, FindArgs, ShowArgs};
use super::writing::{CheckArgs, CompletionsArgs, FmtArgs, NewArgs, PathsArgs, SchemaArgs};
use crate::config::{Ambiguous, Colors, Language, Layer, LogLevel, Theme};
use crate::plan::Pane;

/// What the program was called with.
#[derive(Debug)]
pub(in crate::cli) struct Args {
    pub(in crate::cli) folder: Option<PathBuf>,
    screen: ScreenFlags,
    pub(in crate::cli) shared: Shared,
    pub(in crate::cli) command: Option<Command>,
}

/// What every command takes.
#[derive(Debug)]
pub(in crate::cli) struct Shared {
    pub(in crate::cli) config: Option<PathBuf>,
    theme: Option<Theme>,
    lang: Option<Language>,
    no_color: bool,
}

/// What only the dashboard takes.
#[derive(Debug)]
struct ScreenFlags {
    colors: Option<Colors>,
    ambiguous: Option<Ambiguous>,
    start: Option<Pane>,
    ascii: bool,
    no_watch: bool,
    log: Option<LogLevel>,
}

/// The commands, those who read first.
#[derive(Debug)]
pub(in crate::cli) enum Command {
    Show(ShowArgs),
    Find(FindArgs),
    Export(ExportArgs),
    Check(CheckArgs),
    Fmt(FmtArgs),
    New(NewArgs),
    Schema(SchemaArgs),
    Paths(PathsArgs),
    Keys,
    Completions(CompletionsArgs),
    Man,
}

impl Command {
    /// The command that was found; none is the dashboard.
    fn of(found: &Found) -> Result<Option<Self>, Stop> {
        Ok(Some(match found.command() {
            "show" => Self::Show(ShowArgs::of(found)?),
            "find" => Self::Find(FindArgs::of(found)?),
            "export" => Self::Export(ExportArgs::of(found)?),
            "check" => Self::Check(CheckArgs::of(found)?),
            "fmt" => Self::Fmt(FmtArgs::of(found)),
            "new" => Self::New(NewArgs::of(found)?),
            "schema" => Self::Schema(SchemaArgs::of(found)),
            "paths" => Self::Paths(PathsArgs::of(found)),
            "keys" => Self::Keys,
            "completions" => Self::Completions(CompletionsArgs::of(found)?),
            "man" => Self::Man,
            _ => return Ok(None),
        }))
    }
}

impl Shared {
    fn of(found: &Found) -> Self {
        Self {
            config: found.path("config"),
            theme: found.word("theme", Theme::named),
            lang: found.word("lang", Language::named),
            no_color: found.has("no-color"),
        }
    }

    /// What the flags say about settings.
    pub(in crate::cli) fn layer(&self) -> Layer {
        Layer {
            language: self.lang,
            theme: self.theme,
            colors: self.no_color.then_some(Colors::None),
            ..Layer::default()
        }
    }

    /// The language asked for by flag.
    pub(in crate::cli) fn language(&self) -> Language {
        self.lang.unwrap_or_default()
    }
}

impl ScreenFlags {
    fn of(found: &Found) -> Self {
        Self {
            colors: found.word("colors", Colors::named),
            ambiguous: found.word("ambiguous", Ambiguous::named),
            start: found.word("start", Pane::named),
            ascii: found.has("ascii"),
            no_watch: found.has("no-watch"),
            log: found.word("log", LogLevel::named),
        }
    }
}

impl Args {
    /// What was found, in types.
    pub(super) fn of(found: &Found) -> Result<Self, Stop> {
        Ok(Self {
            folder: found.path("FOLDER"),
            screen: ScreenFlags::of(found),
            shared: Shared::of(found),
            command: Command::of(found)?,
        })
    }

    /// What the dashboard's flags say about settings.
    pub(in crate::cli) fn layer(&self) -> Layer {
        let screen = Layer {
            colors: self.screen.colors,
            start: self.screen.start,
            ambiguous: self.screen.ambiguous,
            ascii: self.screen.ascii.then_some(true),
            watch: self.screen.no_watch.then_some(false),
            log: self.screen.log,
            ..Layer::default()
        };
        self.shared.layer().over(screen)
    }
}
