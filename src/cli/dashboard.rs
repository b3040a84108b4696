//! `jianbao [FOLDER]`: the dashboard.

use std::io::IsTerminal;

use anyhow::{Context, Result, bail};
use chrono::Local;

use super::args::{Args, command_names};
use super::environment::{Surroundings, library_key, origin, var};
use super::exit::Exit;
use crate::app::{App, Settings, Size};
use crate::lang::{Lang, fill};
use crate::plan::nearest;
use crate::store::state_home;
use crate::terminal::{self, Coming, Log, Manner, Reloader};

/// Opens the dashboard and stays until the reader leaves.
pub(super) fn run(args: &Args) -> Result<Exit> {
    let origin = origin(&args.shared, args.folder.as_deref())?;
    let reloader = origin.folder().map(Reloader::new);
    let around = Surroundings::at(origin, &args.shared, args.layer())?;
    if let Some(words) = mistyped(args, around.lang) {
        bail!("{words}");
    }
    let coming = open(reloader, &around)?;
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

/// Has the library read, and where it is a folder kept fresh.
fn open(reloader: Option<Reloader>, around: &Surroundings) -> Result<Coming> {
    around.origin.look()?;
    let from = |reloader| Coming::from(reloader, &around.config, around.lang == Lang::Hans);
    Ok(reloader.map_or_else(Coming::builtin, from))
}
