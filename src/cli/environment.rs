//! What surrounds the program: the library to open, the config files in force, the locale.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

use super::args::Args;
use crate::config::{Config, Layer, read};
use crate::lang::Lang;
use crate::plan::Library;
use crate::store::LibraryKey;

/// Where the briefings come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A folder.
    Folder(PathBuf),
    /// The program itself.
    Builtin,
}

/// An environment variable, if it is set to text.
pub(super) fn var(name: &str) -> Option<String> {
    env::var(name).ok()
}

/// The library the arguments name: the folder given, else `./briefings`, else the one built in.
pub(super) fn origin(args: &Args) -> Origin {
    match &args.folder {
        Some(folder) => Origin::Folder(folder.clone()),
        None if Path::new("briefings").is_dir() => Origin::Folder(PathBuf::from("briefings")),
        None => Origin::Builtin,
    }
}

/// Loads the library. A folder that is not there, or that is no folder, can't be run on.
pub(super) fn load(origin: &Origin) -> Result<Library> {
    match origin {
        Origin::Builtin => Ok(Library::builtin()),
        Origin::Folder(folder) => {
            fs::read_dir(folder).with_context(|| folder.display().to_string())?;
            Ok(Library::load(folder))
        }
    }
}

/// What pins and read-marks of this library are kept under.
pub(super) fn library_key(origin: &Origin) -> LibraryKey {
    match origin {
        Origin::Builtin => LibraryKey::builtin(),
        Origin::Folder(folder) => LibraryKey::folder(folder),
    }
}

/// The locale in force, by the order POSIX gives the variables.
pub(super) fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(var).find(|value| !value.is_empty())
}

/// The settings in force: flags, environment, the library's file, the reader's own, defaults.
pub(super) fn config(args: &Args, origin: &Origin) -> Result<Config> {
    let lang = args.lang.unwrap_or_default().speak(locale().as_deref());
    let mut layer = args.layer().over(Layer::from_env(var));
    for file in config_files(args, origin) {
        layer = layer.over(read_file(&file, lang)?);
    }
    Config::of(&layer).map_err(|mistake| anyhow!("{mistake:?}"))
}

/// The config files that are there, the first the strongest.
pub(super) fn config_files(args: &Args, origin: &Origin) -> Vec<PathBuf> {
    let given = args.config.clone().or_else(|| var("JIANBAO_CONFIG").map(PathBuf::from));
    if let Some(file) = given {
        return vec![file];
    }
    let beside = match origin {
        Origin::Folder(folder) => {
            folder.canonicalize().ok().and_then(|folder| Some(folder.parent()?.join("config.toml")))
        }
        Origin::Builtin => None,
    };
    let own = config_home().map(|home| home.join("jianbao").join("config.toml"));
    beside.into_iter().chain(own).filter(|file| file.is_file()).collect()
}

/// `$XDG_CONFIG_HOME`, else `~/.config`.
fn config_home() -> Option<PathBuf> {
    let set = var("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    set.or_else(|| Some(PathBuf::from(var("HOME")?).join(".config")))
}

fn read_file(file: &Path, lang: Lang) -> Result<Layer> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).with_context(|| name.clone())?;
    read(&name, &text).map_err(|error| anyhow!(error.words(lang)))
}
