//! `jianbao export`: the library or one plan written for those without a terminal.

use std::path::Path;

use anyhow::{Result, bail};
use chrono::Local;

use super::args::{ExportArgs, ExportFormat, Shared};
use super::environment::Surroundings;
use super::exit::Exit;
use super::{output, write};
use crate::export::{Format, Options, Scope, render};
use crate::lang::{Lang, fill};
use crate::plan::Library;
use crate::text;

/// Writes it, to stdout or to a file that is there whole or not at all.
pub(super) fn run(shared: &Shared, args: &ExportArgs) -> Result<Exit> {
    let around = Surroundings::of(shared, args.folder.as_deref(), shared.layer())?;
    let lang = around.lang;
    let library = around.printed(args.simplified)?;
    let scope = match plan_scope(&library, args.plan.as_deref(), lang) {
        Ok(scope) => scope,
        Err(words) => return output::nothing(&words),
    };
    let options = Options { bom: args.bom, ..Options::new(lang, Local::now().date_naive()) };
    let document = render(format(args.format), &library, &scope, &options);
    if args.out == Path::new("-") {
        output::print(&document)?;
        return Ok(Exit::Fine);
    }
    let name = text::sanitize(&args.out.display().to_string()).text.into_owned();
    if args.out.exists() && !args.force {
        bail!("{}", fill(lang.cli().out_there, &[("file", &name)]));
    }
    write::replace(&args.out, document.as_bytes())?;
    output::print(&format!("{}\n", fill(lang.cli().out_made, &[("file", &name)])))?;
    Ok(Exit::Fine)
}

/// The whole library, or the plan named; else the words for what is wrong.
pub(super) fn plan_scope(library: &Library, plan: Option<&str>, lang: Lang) -> Result<Scope, String> {
    match Scope::parse(library, plan.unwrap_or_default()) {
        Ok(scope @ (Scope::Library | Scope::Plan(_))) => Ok(scope),
        Ok(_) => Err(fill(lang.cli().not_a_plan, &[("path", plan.unwrap_or_default())])),
        Err(unknown) => Err(unknown.words(lang)),
    }
}

fn format(format: ExportFormat) -> Format {
    match format {
        ExportFormat::Html => Format::Html,
        ExportFormat::Markdown => Format::Markdown,
        ExportFormat::Json => Format::Json,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Ics => Format::Ics,
    }
}
