//! What surrounds the program: the library to open, the config files in force, the locale.

use std::env;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use super::args::Shared;
use crate::config::{self, Config, Layer, read};
use crate::lang::Lang;
use crate::plan::{Library, SourceFile, builtin_files, library_files};
use crate::store::LibraryKey;
use crate::text;

/// The largest config file that is read, in bytes.
const CONFIG_CAP: u64 = 1 << 20;

/// Where the briefings come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A folder, and why that one.
    Folder(PathBuf, Why),
    /// The program itself.
    Builtin,
}

impl Origin {
    /// The folder, if it is one.
    pub(super) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder, _) => Some(folder),
            Self::Builtin => None,
        }
    }

    /// Fails where it is a folder that can't be listed.
    pub(super) fn look(&self) -> Result<()> {
        let Some(folder) = self.folder() else { return Ok(()) };
        fs::read_dir(folder).map(drop).with_context(|| folder.display().to_string())
    }
}

/// Why a file or folder is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// An argument names it.
    Argument,
    /// An environment variable names it.
    Variable(&'static str),
    /// It is where a library is looked for.
    Here,
    /// A config file names it.
    Config,
    /// It stands beside the library.
    Beside,
    /// It is the reader's own.
    Own,
}

/// A config file that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) path: PathBuf,
    pub(super) why: Why,
}

impl Candidate {
    /// Whether it is read: it is there, or somebody said that it is.
    pub(super) fn is_read(&self) -> bool {
        matches!(self.why, Why::Argument | Why::Variable(_)) || self.path.is_file()
    }
}

/// The library and the settings in force.
#[derive(Debug)]
pub(super) struct Surroundings {
    pub(super) origin: Origin,
    pub(super) config: Config,
    pub(super) lang: Lang,
}

impl Surroundings {
    /// What follows from the shared flags, the folder named, and what a command's own flags say.
    pub(super) fn of(shared: &Shared, folder: Option<&Path>, flags: Layer) -> Result<Self> {
        Self::at(origin(shared, folder)?, shared, flags)
    }

    /// The same of a library that is known.
    pub(super) fn at(origin: Origin, shared: &Shared, flags: Layer) -> Result<Self> {
        let lang = first_language(shared);
        let mut layer = flags.over(Layer::from_env(var));
        for candidate in candidates(shared, &origin).iter().filter(|each| each.is_read()) {
            layer = layer.over(read_file(&candidate.path, lang)?);
        }
        // Each file is right by itself: two of them may give one key to two actions.
        let config =
            Config::of(&layer).map_err(|mistake| anyhow!("{}", config::Reason::Keys(mistake).words(lang)))?;
        let lang = config.language.speak(locale().as_deref());
        Ok(Self { origin, config, lang })
    }

    /// The library, loaded. A folder that is not there, or that is no folder, can't be run on.
    pub(super) fn library(&self) -> Result<Library> {
        self.origin.look()?;
        let load = |folder| Library::load_within(folder, self.config.limits);
        Ok(self.origin.folder().map_or_else(Library::builtin, load))
    }

    /// The library as it is to be printed.
    pub(super) fn printed(&self, simplified: bool) -> Result<Library> {
        let library = self.library()?;
        Ok(if simplified { library.converted(text::simplified, None) } else { library })
    }

    /// The files of the library.
    pub(super) fn files(&self) -> Result<Vec<SourceFile>> {
        match &self.origin {
            Origin::Builtin => Ok(builtin_files()),
            Origin::Folder(folder, _) => {
                library_files(folder, &self.config.limits).with_context(|| folder.display().to_string())
            }
        }
    }

    /// The library's folder, for commands that write there.
    pub(super) fn folder(&self) -> Result<&Path> {
        let Some(folder) = self.origin.folder() else { bail!("{}", self.lang.cli().no_library) };
        Ok(folder)
    }
}

/// An environment variable, if it is set to text.
pub(super) fn var(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// What pins and read-marks of this library are kept under.
pub(super) fn library_key(origin: &Origin) -> LibraryKey {
    match origin {
        Origin::Builtin => LibraryKey::builtin(),
        Origin::Folder(folder, _) => LibraryKey::folder(folder),
    }
}

/// The locale in force, by the order POSIX gives the variables.
pub(super) fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(var)
}

/// The language to speak until the settings are read.
fn first_language(shared: &Shared) -> Lang {
    shared.language().speak(locale().as_deref())
}

/// The library: the folder named, `JIANBAO_LIBRARY`, `./briefings`, the one the config names, the one
/// built in.
pub(super) fn origin(shared: &Shared, folder: Option<&Path>) -> Result<Origin> {
    if let Some(folder) = folder {
        return Ok(Origin::Folder(folder.to_owned(), Why::Argument));
    }
    if let Some(folder) = var("JIANBAO_LIBRARY") {
        return Ok(Origin::Folder(folder.into(), Why::Variable("JIANBAO_LIBRARY")));
    }
    if Path::new("briefings").is_dir() {
        return Ok(Origin::Folder("briefings".into(), Why::Here));
    }
    for candidate in candidates(shared, &Origin::Builtin).iter().filter(|each| each.is_read()) {
        if let Some(library) = read_file(&candidate.path, first_language(shared))?.library {
            return Ok(Origin::Folder(resolve(&library, &candidate.path), Why::Config));
        }
    }
    Ok(Origin::Builtin)
}

/// The path that a config file names: from the home folder, or from the file's own.
fn resolve(written: &str, config: &Path) -> PathBuf {
    match (written.strip_prefix("~/"), var("HOME"), config.parent()) {
        (Some(rest), Some(home), _) => Path::new(&home).join(rest),
        (None, _, Some(folder)) => folder.join(written),
        _ => PathBuf::from(written),
    }
}

/// The config files that are looked for, the first the strongest.
pub(super) fn candidates(shared: &Shared, origin: &Origin) -> Vec<Candidate> {
    if let Some(path) = shared.config.clone() {
        return vec![Candidate { path, why: Why::Argument }];
    }
    if let Some(path) = var("JIANBAO_CONFIG") {
        return vec![Candidate { path: path.into(), why: Why::Variable("JIANBAO_CONFIG") }];
    }
    let beside = match origin {
        Origin::Folder(folder, _) => folder.canonicalize().ok(),
        Origin::Builtin => None,
    };
    let beside = beside.and_then(|folder| Some(folder.parent()?.join("config.toml")));
    let own = home("XDG_CONFIG_HOME", ".config").map(|home| home.join("jianbao").join("config.toml"));
    let beside = beside.map(|path| Candidate { path, why: Why::Beside });
    beside.into_iter().chain(own.map(|path| Candidate { path, why: Why::Own })).collect()
}

/// A base folder of the XDG specification: the variable where it holds an absolute path, else the default
/// in the home folder.
pub(super) fn home(variable: &str, default: &str) -> Option<PathBuf> {
    let set = var(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    set.or_else(|| Some(PathBuf::from(var("HOME")?).join(default)))
}

fn read_file(file: &Path, lang: Lang) -> Result<Layer> {
    let name = file.display().to_string();
    let text = capped(file).with_context(|| name.clone())?;
    read(&name, &text).map_err(|error| anyhow!(error.words(lang)))
}

/// The text of a config file; one without an end, such as a device, is given up at its cap.
fn capped(file: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    fs::File::open(file)?.take(CONFIG_CAP + 1).read_to_string(&mut text)?;
    if text.len() as u64 > CONFIG_CAP {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    Ok(text)
}
