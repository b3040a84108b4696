//! Runs the rules and reports in the format asked for.

use std::path::Path;

use anyhow::Result;
use chrono::Local;

use super::{github, human, json, rules};
use crate::cli::args::{CheckArgs, CheckFormat, Shared};
use crate::cli::environment::{Origin, Surroundings};
use crate::cli::exit::Exit;
use crate::cli::output::{self, Paint};
use crate::lang::Lang;
use crate::plan::{CheckOptions, Problem, Severity, check};
use crate::text;

/// What a report is made of.
pub(super) struct Report<'a> {
    /// The problems by place.
    pub(super) problems: &'a [Problem],
    /// How many files were looked at.
    pub(super) files: usize,
    /// The library's folder, put before the names of its files; none for the one built in.
    pub(super) folder: Option<&'a Path>,
    /// The language to report in.
    pub(super) lang: Lang,
}

impl Report<'_> {
    /// The file a problem is in, from where the program runs; safe to show.
    pub(super) fn file(&self, problem: &Problem) -> String {
        let file = Path::new(&problem.place.file);
        let path = match self.folder {
            Some(folder) if file == Path::new(".") || file == folder => folder.to_owned(),
            Some(folder) => folder.join(file),
            None => file.to_owned(),
        };
        text::sanitize(&path.display().to_string()).text.into_owned()
    }

    /// How many problems are as bad as this.
    pub(super) fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity() == severity).count()
    }
}

/// The word for a severity that programs read.
pub(super) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Reports; exit code 1 when something has to be put right.
pub(in crate::cli) fn run(shared: &Shared, args: &CheckArgs) -> Result<Exit> {
    let around = Surroundings::of(shared, args.folder.as_deref(), shared.layer())?;
    let lang = around.lang;
    if args.rules {
        output::print(&rules::list(args.format, lang))?;
        return Ok(Exit::Fine);
    }
    let months = Some(around.config.stale_months).filter(|months| *months > 0);
    let options = CheckOptions { today: Local::now().date_naive(), stale_months: months };
    let files = around.files()?;
    let mut problems = check(&files, &options);
    problems.retain(|problem| !args.skip.contains(&problem.reason.rule()));
    let folder = match &around.origin {
        Origin::Folder(folder, _) => Some(folder.as_path()),
        Origin::Builtin => None,
    };
    let report = Report { problems: &problems, files: files.len(), folder, lang };
    let text = match args.format {
        CheckFormat::Human => {
            human::report(&report, Paint::of(&around.config), output::columns().unwrap_or(100))
        }
        CheckFormat::Json => json::report(&report),
        CheckFormat::Github => github::report(&report),
    };
    output::print(&text)?;
    let worst = if args.strict { Severity::Warning } else { Severity::Error };
    let fails = problems.iter().any(|problem| problem.severity() <= worst);
    Ok(if fails { Exit::Found } else { Exit::Fine })
}
