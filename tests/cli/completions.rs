//! The completions in the shells they are for. A shell that is not installed is said to be skipped.

use std::process::{Command, Stdio};

use super::harness::Desk;
use crate::pty::terminal::Terminal;
use crate::ssh::server::all_installed;

/// A desk with the shell's script in it, a folder and a file.
fn desk(shell: &str) -> Desk {
    let desk = Desk::new();
    let run = desk.run(&format!("completions {shell}"));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    desk.write("script", &run.stdout);
    desk.write("my plans/notes.txt", "");
    desk.write("mine.toml", "");
    desk
}

/// What a shell prints that runs this on the desk.
fn said(desk: &Desk, shell: &[&str], program: &str) -> String {
    let mut command = Command::new(shell[0]);
    command.args(&shell[1..]).args(["-c", program]).current_dir(desk.path("."));
    let output = command.env("HOME", desk.path(".")).stdin(Stdio::null()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{program}");
    String::from_utf8(output.stdout).unwrap()
}

/// What bash offers for the last of these words.
fn bash(desk: &Desk, words: &[&str]) -> Vec<String> {
    let line: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let program = format!(
        "source ./script; COMP_WORDS=(jianbao {}); COMP_CWORD={}; _jianbao; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        line.join(" "),
        words.len()
    );
    let mut offered: Vec<String> =
        said(desk, &["bash", "--norc"], &program).lines().map(str::to_owned).collect();
    offered.retain(|word| !word.is_empty());
    offered
}

/// What fish offers at the end of this line, without what it says of it.
fn fish(desk: &Desk, line: &str) -> Vec<String> {
    let program = format!("source ./script; complete -C 'jianbao {line}'");
    let offered = said(desk, &["fish", "--no-config"], &program);
    offered.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn the_scripts() {
    for shell in ["bash", "zsh", "fish"] {
        insta::assert_snapshot!(
            format!("completions-{shell}"),
            Desk::new().run(&format!("completions {shell}")).stdout
        );
    }
}

#[test]
fn each_script_is_one_for_its_shell() {
    for shell in ["bash", "zsh", "fish"] {
        if all_installed(&[shell]) {
            let output =
                Command::new(shell).args(["-n", "script"]).current_dir(desk(shell).path(".")).output();
            let output = output.unwrap();
            assert!(output.status.success() && output.stderr.is_empty(), "{shell}: {output:?}");
        }
    }
}

#[test]
fn bash_completes() {
    if !all_installed(&["bash"]) {
        return;
    }
    let desk = desk("bash");
    let offers = |words: &[&str], expected: &[&str]| assert_eq!(bash(&desk, words), expected, "{words:?}");
    offers(&["sh"], &["show"]);
    offers(&["m"], &["man", "my plans"]);
    offers(&["--lang", "en", "s"], &["show", "schema"]);
    offers(&["--no"], &["--no-watch", "--no-color"]);
    offers(&["show", "--format", ""], &["text", "markdown", "json", "csv"]);
    offers(&["show", "--format", "=", "m"], &["markdown"]);
    offers(&["show", "--format", "="], &["text", "markdown", "json", "csv"]);
    offers(&["--theme", "=", "dark", "show", "--pane", "n"], &["numbers"]);
    offers(&["show", "--t"], &["--theme"]);
    offers(&["show", "ce-visits", "--s"], &["--simplified"]);
    offers(&["show", "--width", ""], &[]);
    offers(&["--log", "=", "e"], &["error"]);
    offers(&["--log", "e"], &["export"]);
    offers(&["keys", "--lang", "zh"], &["zh-Hant", "zh-Hans"]);
    offers(&["new", ""], &["plan", "section"]);
    offers(&["new", "plan", ""], &[]);
    offers(&["find", "new", ""], &[]);
    offers(&["my plans", "s"], &[]);
    offers(
        &["check", "--skip", "too-long,un"],
        &[
            "too-long,unreadable-file",
            "too-long,unknown-key",
            "too-long,unknown-word",
            "too-long,unreadable-figure",
            "too-long,unreadable-date",
            "too-long,unlisted-section",
            "too-long,unsafe-character",
            "too-long,unused-source",
            "too-long,undeclared-total",
        ],
    );
    offers(&["check", "m"], &["my plans"]);
    let mut files = bash(&desk, &["export", "-o", "m"]);
    files.sort();
    assert_eq!(files, ["mine.toml", "my plans"]);
}

#[test]
fn fish_completes() {
    if !all_installed(&["fish"]) {
        return;
    }
    let desk = desk("fish");
    let offers = |line: &str, expected: &[&str]| assert_eq!(fish(&desk, line), expected, "{line}");
    offers("sh", &["show"]);
    offers("m", &["man", "my plans/"]);
    offers("--lang en fi", &["find"]);
    offers("show --format ", &["csv", "json", "markdown", "text"]);
    offers("show --pane=n", &["--pane=numbers"]);
    offers("show --wid", &["--width"]);
    offers("show --asc", &[]);
    offers("keys --lang zh", &["zh-Hans", "zh-Hant"]);
    offers("new ", &["plan", "section"]);
    offers("new plan ", &[]);
    offers("check m", &["my plans/"]);
    offers("export -o mine", &["mine.toml"]);
}

/// A zsh of its own, for it completes at a prompt only: what a tab makes of the line.
#[test]
fn zsh_completes() {
    if !all_installed(&["zsh"]) {
        return;
    }
    let desk = desk("zsh");
    let mut zsh = Terminal::start("zsh", &["-f", "-i"]);
    let folder = desk.path(".");
    zsh.send(&format!("cd {}; PROMPT='%% '; unsetopt beep; autoload -Uz compinit\n", folder.display()));
    zsh.send("compinit -u -D; source ./script; zstyle ':completion:*' list-prompt ''; clear; echo re''ady\n");
    zsh.wait_for("ready");
    for (typed, completed) in [
        ("sh", "show "),
        ("--lang en fin", "--lang en find "),
        ("show --form", "show --format="),
        ("show --format=m", "show --format=markdown "),
        ("show --pane n", "show --pane numbers "),
        ("show ce-visits --simp", "show ce-visits --simplified "),
        ("--theme dark export --format ht", "--theme dark export --format html "),
        ("--log=e", "--log=error "),
        ("new sec", "new section "),
        ("schema out", "schema output "),
        ("completions f", "completions fish "),
        ("check --skip=too-long,not-n", "check --skip=too-long,not-nfc,"),
        ("check m", "check my\\ plans/"),
        ("export -o mi", "export -o mine.toml "),
    ] {
        zsh.send(&format!("jianbao {typed}\t@"));
        zsh.wait_for(&format!("% jianbao {completed}@"));
        // Away with the line, unread.
        zsh.send("\u{15}");
    }
    zsh.send("exit\n");
    zsh.end();
}
