//! The program's own arguments: the dashboard's, and those every subcommand takes too.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};

use super::examples::{self, TEMPLATE};
use super::reading::{ExportArgs, FindArgs, ShowArgs};
use super::words::choice;
use super::writing::{CheckArgs, CompletionsArgs, FmtArgs, NewArgs, SchemaArgs};
use crate::config::{Ambiguous, Colors, Language, Layer, LogLevel, Theme};
use crate::plan::Pane;

/// A terminal dashboard of policy briefings, set right for Chinese.
#[derive(Debug, Parser)]
#[command(
    name = "jianbao",
    version,
    about,
    help_template = TEMPLATE,
    before_help = examples::DASHBOARD,
    after_help = examples::AROUND,
    override_usage = "jianbao [OPTIONS] [FOLDER]\n       jianbao [OPTIONS] <COMMAND>",
    disable_help_subcommand = true
)]
pub(in crate::cli) struct Args {
    /// The library: a folder of plans. Without one ./briefings, else the library your config names,
    /// else the briefings built in.
    pub(in crate::cli) folder: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) screen: ScreenFlags,
    #[command(flatten)]
    pub(in crate::cli) shared: Shared,
    #[command(subcommand)]
    pub(in crate::cli) command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Options of every command")]
pub(in crate::cli) struct Shared {
    /// Settings from this file in place of the library's and your own.
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(in crate::cli) config: Option<PathBuf>,
    /// dark | light | contrast | safe
    #[arg(long, global = true, value_name = "NAME", value_parser = choice(Theme::named, Theme::WORDS))]
    theme: Option<Theme>,
    /// The interface's language: auto | zh-Hant | zh-Hans | en
    #[arg(long, global = true, value_name = "LANG", value_parser = choice(Language::named, Language::WORDS))]
    lang: Option<Language>,
    /// No colour at all.
    #[arg(long, global = true)]
    no_color: bool,
}

/// What only the dashboard takes.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Options of the dashboard")]
pub(in crate::cli) struct ScreenFlags {
    /// auto | none | 16 | 256 | true
    #[arg(long, value_name = "DEPTH", value_parser = choice(Colors::named, Colors::WORDS))]
    colors: Option<Colors>,
    /// How wide … — · and their like are: auto | narrow | wide
    #[arg(long, value_name = "WIDTH", value_parser = choice(Ambiguous::named, Ambiguous::WORDS))]
    ambiguous: Option<Ambiguous>,
    /// The pane a plan opens on.
    #[arg(long, value_name = "PANE", value_parser = choice(Pane::named, &Pane::WORDS))]
    start: Option<Pane>,
    /// Frames and bars in ASCII.
    #[arg(long)]
    ascii: bool,
    /// Changes to the files show only on the key r.
    #[arg(long)]
    no_watch: bool,
    /// How much goes to the log: off | error | warn | info; without a word, info.
    #[arg(long, value_name = "LEVEL", num_args = 0..=1, require_equals = true, default_missing_value = "info",
        value_parser = choice(LogLevel::named, LogLevel::WORDS))]
    log: Option<LogLevel>,
}

/// The library, where it is not the command's own argument.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct LibraryFlag {
    /// The library: a folder of plans.
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) library: Option<PathBuf>,
}

/// The subcommands, those who read first.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    Show(ShowArgs),
    Find(FindArgs),
    Export(ExportArgs),
    Check(CheckArgs),
    Fmt(FmtArgs),
    New(NewArgs),
    Schema(SchemaArgs),
    /// Print the files in use, and why each is.
    #[command(help_template = TEMPLATE, before_help = examples::PATHS)]
    Paths(LibraryFlag),
    /// Print every key and what it does, as your config has them.
    #[command(help_template = TEMPLATE, before_help = examples::KEYS)]
    Keys,
    Completions(CompletionsArgs),
    /// Print the manual page.
    #[command(help_template = TEMPLATE, before_help = examples::MAN)]
    Man,
}

impl Shared {
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

impl Args {
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
