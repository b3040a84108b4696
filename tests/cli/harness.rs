//! A folder of its own and the program run in it, knowing nothing of the machine's user.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) const BRIEFINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings");

/// A folder that goes when the test ends. It is also the home of whoever runs the program in it.
pub(super) struct Desk {
    folder: PathBuf,
}

/// What a run gave.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) stdout: String,
    pub(super) stderr: String,
    pub(super) code: i32,
}

impl Desk {
    pub(super) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("jianbao-cli-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Self { folder: folder.canonicalize().unwrap() }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(super) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program with these words after it, ready to run.
    pub(super) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jianbao"));
        command.args(words(line)).current_dir(&self.folder).env_clear().env("HOME", &self.folder);
        command.env("LANG", "zh_HK.UTF-8").env("TERM", "xterm-256color").stdin(Stdio::null());
        command
    }

    /// Runs it; what it printed has the desk's folder written as `DESK` and the day as `TODAY`.
    pub(super) fn run(&self, line: &str) -> Run {
        let output = self.command(line).output().unwrap();
        let today = chrono::Local::now().date_naive().to_string();
        let in_words = jianbao::plan::Date::parse(&today).unwrap().words(jianbao::lang::Lang::Hant);
        let scrub = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).unwrap();
            let text = text.replace(&*self.folder.to_string_lossy(), "DESK");
            text.replace(&today, "TODAY").replace(&in_words, "TODAY")
        };
        Run {
            stdout: scrub(output.stdout),
            stderr: scrub(output.stderr),
            code: output.status.code().unwrap(),
        }
    }

    /// Runs it and shows all of it, as a terminal's log would.
    pub(super) fn log(&self, line: &str) -> String {
        let Run { stdout, stderr, code } = self.run(line);
        let mark = if stderr.is_empty() { String::new() } else { format!("[stderr]\n{stderr}") };
        format!("$ jianbao {line}\n{stdout}{mark}[exit {code}]\n")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The words of a command line; single quotes keep blanks.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('\'').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
