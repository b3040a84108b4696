//! `jianbao [FOLDER]`: the dashboard.

use std::io::IsTerminal;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use chrono::Local;

use super::args::Args;
use super::environment::{self, Origin, var};
use super::exit::Exit;
use crate::app::{App, Settings, Size};
use crate::lang::Lang;
use crate::plan::{Library, Shelf};
use crate::store::state_home;
use crate::terminal::clipboard::Copier;
use crate::terminal::{self, Manner, Reloader};

/// Opens the dashboard and stays until the reader leaves.
pub(super) fn run(args: &Args) -> Result<Exit> {
    let origin = environment::origin(args);
    let config = environment::config(args, &origin)?;
    let lang = config.language.speak(environment::locale().as_deref());
    let (library, reloader) = open(&origin, config.watch)?;
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        bail!("{}", lang.ui().no_terminal);
    }
    let (width, height) = crossterm::terminal::size().context("terminal size")?;
    let manner = Manner {
        options: terminal::options(&config, var),
        ask: terminal::may_ask(var),
        ascii: config.ascii,
        mouse: config.mouse,
        links: config.links,
        copier: Copier::new(config.clipboard, var),
        state: state_home(var),
        key: environment::library_key(&origin),
    };
    let simplified = lang == Lang::Hans;
    let settings =
        Settings { lang, simplified, theme: config.theme, start: config.start, keymap: config.keymap };
    let app = App::new(Arc::new(library), settings, Local::now().date_naive(), Size { width, height });
    terminal::run(app, manner, reloader)?;
    Ok(Exit::Fine)
}

/// Loads the library, and where it is a folder prepares to keep it fresh.
fn open(origin: &Origin, watch: bool) -> Result<(Library, Option<Reloader>)> {
    let Origin::Folder(folder) = origin else {
        return Ok((environment::load(origin)?, None));
    };
    std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut shelf = Shelf::default();
    shelf.refresh(folder);
    Ok((shelf.library(), Some(Reloader::new(folder, shelf, watch))))
}
