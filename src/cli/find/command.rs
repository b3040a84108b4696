//! Searches and prints.

use anyhow::Result;
use chrono::Local;

use super::{json, lines};
use crate::cli::args::{FindArgs, Shared};
use crate::cli::environment::Surroundings;
use crate::cli::exit::Exit;
use crate::cli::export::plan_scope;
use crate::cli::output;
use crate::export;
use crate::find::{Found, Index, Query, Scope};
use crate::lang::{Lang, fill};
use crate::plan::Library;

/// What was asked and what answers.
pub(super) struct Answer<'a> {
    pub(super) library: &'a Library,
    /// The words as typed.
    pub(super) words: &'a str,
    pub(super) found: &'a Found,
    pub(super) lang: Lang,
}

/// Prints the hits; exit code 1 when there are none.
pub(in crate::cli) fn run(shared: &Shared, args: &FindArgs) -> Result<Exit> {
    let around = Surroundings::of(shared, args.library.as_deref(), shared.layer())?;
    let (library, lang) = (around.library()?, around.lang);
    let plan = match plan_scope(&library, args.plan.as_deref(), lang) {
        Ok(export::Scope::Plan(plan)) => Some(plan),
        Ok(_) => None,
        Err(words) => return output::nothing(&words),
    };
    let words = args.words.join(" ");
    let query = Query::parse(&words, Local::now().date_naive());
    let scope = Scope { plan, here: None, limit: args.limit };
    let found = Index::once(&library, &query).search(&query, &scope, &|| false).unwrap_or_default();
    let answer = Answer { library: &library, words: &words, found: &found, lang };
    if args.json {
        output::print(&json::document(&answer))?;
    } else {
        remarks(&answer)?;
        output::print(&lines::list(&answer))?;
    }
    Ok(if found.total == 0 { Exit::Found } else { Exit::Fine })
}

/// What is to be said beside the hits.
fn remarks(answer: &Answer<'_>) -> Result<()> {
    let t = answer.lang.cli();
    if let Some(corrected) = &answer.found.corrected {
        output::tell(&fill(t.found_instead, &[("typed", &corrected.typed), ("used", &corrected.used)]))?;
    }
    if answer.found.total == 0 {
        output::tell(&fill(t.found_none, &[("words", answer.words)]))?;
    }
    Ok(())
}
