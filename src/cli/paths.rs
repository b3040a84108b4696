//! `jianbao paths`: every file and folder in use, and why it is the one.

use std::fmt::Write;
use std::path::Path;

use anyhow::Result;

use super::args::{PathsArgs, Shared};
use super::environment::{Candidate, Origin, Surroundings, Why, candidates, var};
use super::exit::Exit;
use super::output;
use crate::lang::{Lang, fill};
use crate::store::state_home;
use crate::terminal::Log;
use crate::text;

/// Prints them: what it is, why, where it is.
pub(super) fn run(shared: &Shared, args: &PathsArgs) -> Result<Exit> {
    let around = Surroundings::of(shared, args.library.as_deref(), shared.layer())?;
    let lang = around.lang;
    let t = lang.cli();
    let mut rows = vec![match &around.origin {
        Origin::Folder(folder, reason) => [t.path_library.to_owned(), why(*reason, lang), shown(folder)],
        Origin::Builtin => [t.path_library.to_owned(), t.path_default.to_owned(), t.path_builtin.to_owned()],
    }];
    for candidate in candidates(shared, &around.origin) {
        rows.push([t.path_config.to_owned(), state_of(&candidate, lang), shown(&candidate.path)]);
    }
    if let Some(state) = state_home(var) {
        rows.push([t.path_state.to_owned(), t.path_state_why.to_owned(), shown(&state)]);
    }
    let log = Log::new(state_home(var).as_deref(), around.config.log);
    if let Some(file) = log.file() {
        let level = fill(t.path_log_why, &[("level", around.config.log.word())]);
        rows.push([t.path_log.to_owned(), level, shown(file)]);
    }
    output::print(&table(&rows))?;
    Ok(Exit::Fine)
}

/// The path in full where it can be had.
fn shown(path: &Path) -> String {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    text::sanitize(&full.display().to_string()).text.into_owned()
}

fn why(reason: Why, lang: Lang) -> String {
    let t = lang.cli();
    match reason {
        Why::Argument => t.path_argument.to_owned(),
        Why::Variable(name) => fill(t.path_variable, &[("name", name)]),
        Why::Here => t.path_here.to_owned(),
        Why::Config => t.path_setting.to_owned(),
        Why::Beside => t.path_beside.to_owned(),
        Why::Own => t.path_own.to_owned(),
    }
}

fn state_of(candidate: &Candidate, lang: Lang) -> String {
    let t = lang.cli();
    let state = if candidate.is_read() { t.path_read } else { t.path_missing };
    let gap = if lang == Lang::En { ", " } else { "，" };
    format!("{}{gap}{state}", why(candidate.why, lang))
}

fn table(rows: &[[String; 3]]) -> String {
    let longest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| text::width(cell)).max();
    let (first, second) = (longest(0).unwrap_or(0), longest(1).unwrap_or(0));
    let mut out = String::new();
    for [name, reason, path] in rows {
        let (name, reason) = (text::pad_end(name, first), text::pad_end(reason, second));
        let _ = writeln!(out, "{name}  {reason}  {path}");
    }
    out
}
