//! The program without a terminal: what it says on stdout and stderr, and its exit codes.

use std::fs;
use std::process::{Command, Output, Stdio};

use super::terminal::{PROGRAM, Terminal};

/// All that the program may know of its surroundings.
pub(crate) const ENVIRONMENT: &[(&str, &str)] = &[
    ("PATH", "/usr/local/bin:/usr/bin:/bin"),
    ("HOME", "/nonexistent"),
    ("LANG", "zh_HK.UTF-8"),
    ("TERM", "xterm-256color"),
    ("JIANBAO_AMBIGUOUS", "narrow"),
];

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).env_clear().envs(ENVIRONMENT.iter().copied());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command.output().unwrap()
}

/// Exit code, stdout, stderr.
fn said(arguments: &[&str]) -> (i32, String, String) {
    let output = run(arguments);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn fails(arguments: &[&str], words: &str) {
    let (code, out, err) = said(arguments);
    assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
    assert!(err.contains(words), "{arguments:?} says {err:?}, not {words:?}");
    assert!(!err.contains('\x1b'), "{err:?}");
}

/// A file that goes when the test ends.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("jianbao-{}-{name}", std::process::id()));
        fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn help_and_version_go_to_stdout() {
    let (code, out, err) = said(&["--help"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for word in ["--config", "--theme", "--lang", "Usage: jianbao"] {
        assert!(out.contains(word), "{word} is not in\n{out}");
    }
    let version = concat!("jianbao ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(said(&["--version"]), (0, version.to_owned(), String::new()));
}

#[test]
fn what_it_does_not_know_is_said_on_stderr() {
    fails(&["--them", "dark"], "--theme");
    fails(&["--theme", "neon"], "dark, light");
    fails(&["--colors"], "--colors");
    fails(&["a", "b"], "'b'");
}

#[test]
fn without_a_terminal_it_says_so() {
    fails(&[], "這裏不是終端機");
    fails(&["--lang", "en"], "terminal");
    fails(&["--lang", "zh-Hans"], "终端");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    fails(&["/nonexistent/briefings"], "/nonexistent/briefings");
    fails(&["Cargo.toml"], "Cargo.toml");
}

#[test]
fn a_bad_config_file_is_told_with_its_place() {
    let bad = |name: &str, text: &str, place: &str| {
        let file = File::new(name, text);
        fails(&["--config", file.path()], &format!("{}{place}", file.path()));
    };
    bad("unknown.toml", "theme = \"dark\"\ncolour = \"red\"\n", ":2:1: ");
    bad("word.toml", "\n  theme = \"neon\"\n", ":2:11: ");
    bad("syntax.toml", "theme = dark\n", ":1:9: ");
    bad("twice.toml", "[keys]\nboard = [\"x\"]\ntheme = [\"x\"]\n", ":3:9: ");
    bad("nokey.toml", "[keys]\nboard = [\"hyper-x\"]\n", ":2:9: ");
    bad("noaction.toml", "[keys]\nfly = [\"x\"]\n", ":2:1: ");
    fails(&["--config", "/nonexistent/config.toml"], "/nonexistent/config.toml");
}

#[test]
fn a_bad_config_file_leaves_the_terminal_alone() {
    let file = File::new("left-alone.toml", "colour = 1\n");
    let mut terminal = Terminal::run(&["--config", file.path()]);
    terminal.wait_for(":1:1:");
    assert_eq!(terminal.end_in_order(), 2);
}

#[test]
fn keys_of_ones_own_and_english_are_heard() {
    let file = File::new("own.toml", "language = \"en\"\n[keys]\nquit = [\"x\"]\n");
    let mut terminal = Terminal::run(&["--config", file.path()]);
    terminal.wait_for("x quit");
    terminal.send("x");
    assert_eq!(terminal.end_in_order(), 0);
}

#[test]
fn a_folder_of_ones_own_is_shown() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/invalid/one-plan-broken");
    let mut terminal = Terminal::run(&[folder]);
    terminal.wait_for("示例");
    terminal.send("G");
    terminal.send("\r");
    terminal.wait_for("讀不懂數字「很多」");
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0);
}
