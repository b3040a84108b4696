//! The log: what went wrong, a line each, in a file of the state folder that a report can be made from. It
//! holds places, names of rules and the system's words, never a briefing's text, and nothing of it is shown.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use chrono::{Local, SecondsFormat};

use crate::config::LogLevel;
use crate::text;

/// Beyond so many bytes the file is put aside, in the place of the one put aside before.
const CAP: u64 = 256 << 10;

/// As many bytes of a line are kept.
const LINE: usize = 1000;

/// Where failures are noted, if anywhere. It holds no file open: there is little to write, and seldom.
#[derive(Clone, Debug, Default)]
pub struct Log {
    file: Option<PathBuf>,
    level: LogLevel,
}

impl Log {
    /// The log in the state folder, if there is one; of what is at least as bad as `level`.
    pub fn new(state: Option<&Path>, level: LogLevel) -> Self {
        let file = state.filter(|_| level != LogLevel::Off).map(|folder| folder.join("jianbao.log"));
        Self { file, level }
    }

    /// Its file, which is there once something was written.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Something failed.
    pub fn error(&self, words: &str) {
        self.note(LogLevel::Error, words);
    }

    /// Something is not as it should be, or ended the program from outside.
    pub fn warn(&self, words: &str) {
        self.note(LogLevel::Warn, words);
    }

    /// Something happened.
    pub fn info(&self, words: &str) {
        self.note(LogLevel::Info, words);
    }

    fn note(&self, level: LogLevel, words: &str) {
        let Some(file) = self.file.as_deref().filter(|_| level as u8 <= self.level as u8) else { return };
        let words = text::sanitize(words).text;
        let now = Local::now().to_rfc3339_opts(SecondsFormat::Secs, false);
        let mut line = format!("{now} {} {} {words}", std::process::id(), level.word());
        line.truncate((0..=LINE).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0));
        line.push('\n');
        // A log that can't be written is nothing to trouble the reader with.
        let _ = append(file, &line);
    }
}

/// One write, so that the lines of two windows do not mix.
fn append(file: &Path, line: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    match fs::metadata(file) {
        // A pipe would make us wait for a reader.
        Ok(there) if !there.is_file() => return Err(io::ErrorKind::InvalidInput.into()),
        Ok(there) if there.len() + line.len() as u64 > CAP => {
            fs::rename(file, file.with_extension("log.old"))?;
        }
        _ => {}
    }
    let mut file = OpenOptions::new().append(true).create(true).mode(0o600).open(file)?;
    file.write_all(line.as_bytes())
}
