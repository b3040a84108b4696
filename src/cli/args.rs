//! The arguments, as clap reads them. No other file knows clap's attributes.

use std::path::PathBuf;

use clap::Parser;

use crate::config::{Ambiguous, Colors, Language, Layer, Theme};
use crate::plan::Pane;

/// A terminal dashboard of policy briefings, set right for Chinese.
#[derive(Debug, Parser)]
#[command(name = "jianbao", version, about)]
pub(super) struct Args {
    /// The library: a folder of plans. Without one ./briefings, else the briefings built in.
    pub(super) folder: Option<PathBuf>,
    /// Settings from this file in place of the library's and your own.
    #[arg(short, long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// dark | light
    #[arg(long, value_name = "NAME", value_parser = choice(Theme::named, Theme::WORDS))]
    pub(super) theme: Option<Theme>,
    /// The interface's language: auto | zh-Hant | zh-Hans | en
    #[arg(long, value_name = "LANG", value_parser = choice(Language::named, Language::WORDS))]
    pub(super) lang: Option<Language>,
    /// auto | none | 16 | 256 | true
    #[arg(long, value_name = "DEPTH", value_parser = choice(Colors::named, Colors::WORDS))]
    pub(super) colors: Option<Colors>,
    /// No colour at all; the same as --colors none.
    #[arg(long)]
    pub(super) no_color: bool,
    /// How wide … — · and their like are: auto | narrow | wide
    #[arg(long, value_name = "WIDTH", value_parser = choice(Ambiguous::named, Ambiguous::WORDS))]
    pub(super) ambiguous: Option<Ambiguous>,
    /// The pane a plan opens on.
    #[arg(long, value_name = "PANE", value_parser = choice(Pane::named, &Pane::WORDS))]
    pub(super) start: Option<Pane>,
    /// Frames and bars in ASCII.
    #[arg(long)]
    pub(super) ascii: bool,
    /// Changes to the files show only on the key r.
    #[arg(long)]
    pub(super) no_watch: bool,
}

/// A parser of one word of several.
fn choice<T: Clone + Send + Sync + 'static>(
    named: fn(&str) -> Option<T>,
    words: &'static [&'static str],
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static {
    move |word| named(word).ok_or_else(|| format!("expected one of: {}", words.join(", ")))
}

impl Args {
    /// What the flags say about settings.
    pub(super) fn layer(&self) -> Layer {
        Layer {
            language: self.lang,
            theme: self.theme,
            colors: if self.no_color { Some(Colors::None) } else { self.colors },
            start: self.start,
            ambiguous: self.ambiguous,
            ascii: self.ascii.then_some(true),
            watch: self.no_watch.then_some(false),
            ..Layer::default()
        }
    }
}
