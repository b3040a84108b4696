//! `jianbao show [PATH]`: a plan, section or item printed for a screen reader, a pipe or a mail.

use anyhow::Result;
use chrono::Local;

use super::args::{Shared, ShowArgs, ShowFormat};
use super::environment::Surroundings;
use super::exit::Exit;
use super::output;
use crate::export::{Format, Options, Scope, render};

/// Columns where nothing says how many.
const COLUMNS: usize = 80;

/// Prints it; exit code 1 when the path names nothing.
pub(super) fn run(shared: &Shared, args: &ShowArgs) -> Result<Exit> {
    let around = Surroundings::of(shared, args.library.as_deref(), shared.layer())?;
    let library = around.printed(args.simplified)?;
    let scope = match Scope::parse(&library, args.path.as_deref().unwrap_or_default()) {
        Ok(scope) => scope,
        Err(unknown) => return output::nothing(&unknown.words(around.lang)),
    };
    let width = args.width.map(usize::from).or_else(output::columns).unwrap_or(COLUMNS).max(20);
    let today = Local::now().date_naive();
    let options = Options { width, pane: args.pane, ..Options::new(around.lang, today) };
    output::print(&render(format(args.format), &library, &scope, &options))?;
    Ok(Exit::Fine)
}

fn format(format: ShowFormat) -> Format {
    match format {
        ShowFormat::Text => Format::Text,
        ShowFormat::Markdown => Format::Markdown,
        ShowFormat::Json => Format::Json,
        ShowFormat::Csv => Format::Csv,
    }
}
