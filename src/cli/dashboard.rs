//! `jianbao [FOLDER]`: the dashboard.

use std::io::IsTerminal;

use anyhow::{Context, Result, bail};
use chrono::Local;

use super::args::{Args, command_names};
use super::environment::{Origin, Surroundings, library_key, var};
use super::exit::Exit;
use crate::app::{App, Settings, Size};
use crate::config::Config;
use crate::lang::{Lang, fill};
use crate::plan::nearest;
use crate::store::state_home;
use crate::terminal::{self, Coming, Log, Manner, Reloader};

/// Opens the dashboard and stays until the reader leaves.
pub(super) fn run(args: &Args) -> Result<Exit> {
    let around = Surroundings::of(&args.shared, args.folder.as_deref(), args.layer())?;
    if let Some(words) = mistyped(args, around.lang) {
        bail!("{words}");
    }
    let coming = open(&around)?;
    let Surroundings { origin, config, lang } = around;
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        bail!("{}", lang.ui().no_terminal);
    }
    if var("TERM").as_deref() == Some("dumb") {
        bail!("{}", lang.ui().dumb_terminal);
    }
    let log = Log::new(state_home(var).as_deref(), config.log);
    terminal::report(&log, lang);
    let (width, height) = crossterm::terminal::size().context("terminal size")?;
    let manner = Manner {
        options: terminal::options(&config, var),
        ask: terminal::may_ask(var),
        ascii: config.ascii,
        mouse: config.mouse,
        links: config.links,
        clipboard: config.clipboard,
        state: state_home(var),
        key: library_key(&origin),
        log: log.clone(),
    };
    let simplified = lang == Lang::Hans;
    let settings =
        Settings { lang, simplified, theme: config.theme, start: config.start, keymap: config.keymap };
    let app =
        |library| App::new(library, settings.clone(), Local::now().date_naive(), Size { width, height });
    terminal::run(coming, manner, app).inspect_err(|error| log.error(&format!("ended: {error}")))?;
    Ok(Exit::Fine)
}

/// A folder that is not there may be a command with a slip of the hand.
fn mistyped(args: &Args, lang: Lang) -> Option<String> {
    let folder = args.folder.as_ref().filter(|folder| !folder.exists())?.to_str()?;
    let near = nearest(folder, command_names())?;
    Some(fill(lang.cli().no_folder, &[("folder", folder), ("near", near)]))
}

/// Begins to read the library, and where it is a folder prepares to keep it fresh.
fn open(around: &Surroundings) -> Result<Coming> {
    let Origin::Folder(folder, _) = &around.origin else { return Ok(Coming::builtin()) };
    std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let Config { limits, watch, .. } = around.config;
    Ok(Coming::from(Reloader::new(folder, limits, watch), around.lang == Lang::Hans))
}
