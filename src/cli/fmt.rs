//! `jianbao fmt`: sets every file of a library in order, or says which are not.

use std::fmt::Write;

use anyhow::Result;

use super::args::{FmtArgs, Shared};
use super::environment::Surroundings;
use super::exit::Exit;
use super::{output, write};
use crate::lang::{Lang, fill};
use crate::plan::shape::{PLAN, SECTION};
use crate::plan::{FormatError, SourceFile, format};
use crate::text;

/// Sets the files in order; with `--check` exit code 1 when one is not, without it when one can't be.
pub(super) fn run(shared: &Shared, args: &FmtArgs) -> Result<Exit> {
    let around = Surroundings::of(shared, args.folder.as_deref(), shared.layer())?;
    let (folder, lang) = (around.folder()?, around.lang);
    let t = lang.cli();
    let (mut told, mut exit) = (String::new(), Exit::Fine);
    let files = around.files()?;
    for file in &files {
        let path = folder.join(&file.path);
        let name = text::sanitize(&path.display().to_string()).text.into_owned();
        match tidy(file, lang) {
            Ok(None) => {}
            Ok(Some(_)) if args.check => {
                exit = Exit::Found;
                let _ = writeln!(told, "{}", fill(t.fmt_wanted, &[("file", &name)]));
            }
            Ok(Some(tidied)) => {
                write::replace(&path, tidied.as_bytes())?;
                let _ = writeln!(told, "{}", fill(t.fmt_changed, &[("file", &name)]));
            }
            Err(why) => {
                exit = Exit::Found;
                let _ = writeln!(told, "{}", fill(t.fmt_left, &[("file", &name), ("why", &why)]));
            }
        }
    }
    if told.is_empty() {
        let _ = writeln!(told, "{}", fill(t.fmt_clean, &[("files", &files.len().to_string())]));
    }
    output::print(&told)?;
    Ok(exit)
}

/// The text of the file set in order, if that is not what it is already; or why it can't be.
fn tidy(file: &SourceFile, lang: Lang) -> Result<Option<String>, String> {
    let text = file.text.as_deref().map_err(|reason| reason.words(lang))?;
    let shape = if file.path.ends_with("/plan.toml") { &PLAN } else { &SECTION };
    match format(text, shape) {
        Ok(tidied) => Ok(Some(tidied).filter(|tidied| tidied != text)),
        Err(FormatError::Syntax(why)) => {
            Err(text::sanitize(&fill(lang.problems().syntax, &[("why", &why)])).text.into_owned())
        }
        Err(FormatError::Differs) => Err(lang.cli().fmt_differs.to_owned()),
    }
}
