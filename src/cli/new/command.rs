//! Makes the files, or says why not.

use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use chrono::Local;

use super::member::PlanFile;
use super::templates;
use crate::cli::args::{NewArgs, NewWhat, Shared};
use crate::cli::environment::{Origin, Surroundings};
use crate::cli::exit::Exit;
use crate::cli::{output, write};
use crate::lang::{Lang, fill};
use crate::plan::{Library, is_id};
use crate::text;

/// Makes a plan or a section. Nothing is overwritten.
pub(in crate::cli) fn run(shared: &Shared, args: &NewArgs) -> Result<Exit> {
    let around = Surroundings::of(shared, args.library.as_deref(), shared.layer())?;
    let folder = match &around.origin {
        Origin::Folder(folder, _) => folder.clone(),
        // Where there is no library yet, one begins where it will be looked for.
        Origin::Builtin => PathBuf::from("briefings"),
    };
    let today = Local::now().date_naive().to_string();
    let maker = Maker { folder: &folder, lang: around.lang, today };
    let told = match args.what {
        NewWhat::Plan => maker.plan(&args.name)?,
        NewWhat::Section => maker.section(&args.name)?,
    };
    output::print(&told)?;
    Ok(Exit::Fine)
}

struct Maker<'a> {
    folder: &'a Path,
    lang: Lang,
    today: String,
}

impl Maker<'_> {
    /// The folder of a plan, with `plan.toml` and a first section.
    fn plan(&self, name: &str) -> Result<String> {
        self.id(name)?;
        let folder = self.folder.join(name);
        let order = Library::load(self.folder).plans.iter().map(|plan| plan.order).max().unwrap_or(0);
        let files = [
            (folder.join("plan.toml"), templates::plan(self.lang, order.saturating_add(1), &self.today)),
            (folder.join("overview.toml"), templates::section(self.lang, "main", &self.today)),
        ];
        if let Some((there, _)) = files.iter().find(|(path, _)| path.exists()) {
            bail!("{}", words(self.lang.cli().new_exists, there));
        }
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        let mut told = String::new();
        for (path, text) in &files {
            told += &self.made(path, text)?;
        }
        Ok(told + &self.next())
    }

    /// A section file, and its name in the plan's list.
    fn section(&self, name: &str) -> Result<String> {
        let t = self.lang.cli();
        let (plan, section) = name.split_once('/').ok_or_else(|| anyhow!("{}", t.new_section_name))?;
        self.id(plan)?;
        self.id(section)?;
        let list = self.folder.join(plan).join("plan.toml");
        let written = match fs::read_to_string(&list) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let folder = self.folder.display().to_string();
                bail!("{}", fill(t.new_no_plan, &[("folder", &folder), ("id", plan)]))
            }
            written => written.with_context(|| list.display().to_string())?,
        };
        let file = PlanFile::read(&written).map_err(|error| {
            anyhow!("{}: {}", list.display(), fill(self.lang.problems().syntax, &[("why", error.message())]))
        })?;
        let source = file.source().ok_or_else(|| anyhow!("{}", words(t.new_no_source, &list)))?;
        let path = self.folder.join(plan).join(format!("{section}.toml"));
        let mut told = self.made(&path, &templates::section(self.lang, source, &self.today))?;
        write::replace(&list, file.with_section(section).as_bytes())?;
        let _ = writeln!(told, "{}", fill(&words(t.new_added, &list), &[("id", section)]));
        Ok(told + &self.next())
    }

    fn id(&self, name: &str) -> Result<()> {
        if is_id(name) {
            return Ok(());
        }
        bail!("{}", fill(self.lang.cli().new_bad_id, &[("id", name)]))
    }

    /// Writes one file that must not be there; what there is to tell of it.
    fn made(&self, path: &Path, text: &str) -> Result<String> {
        match write::create(path, text.as_bytes()) {
            Ok(()) => Ok(format!("{}\n", words(self.lang.cli().new_made, path))),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                bail!("{}", words(self.lang.cli().new_exists, path))
            }
            Err(error) => Err(error).with_context(|| path.display().to_string()),
        }
    }

    fn next(&self) -> String {
        let folder = self.folder.display().to_string();
        format!("{}\n", fill(self.lang.cli().new_next, &[("folder", &text::sanitize(&folder).text)]))
    }
}

fn words(sentence: &str, file: &Path) -> String {
    fill(sentence, &[("file", &text::sanitize(&file.display().to_string()).text)])
}
