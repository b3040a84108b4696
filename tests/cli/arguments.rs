//! The command line as people write it: the same said in other ways, slips of the hand, names in any encoding.

use super::harness::Desk;

/// Holds that all lines print the same, and do it well.
fn same(desk: &Desk, lines: &[&str]) {
    let first = desk.run(lines[0]);
    assert_eq!((first.code, first.stderr.as_str()), (0, ""), "{}", lines[0]);
    for line in &lines[1..] {
        assert_eq!(desk.run(line), first, "{line}");
    }
}

#[test]
fn a_flag_may_be_written_in_several_ways() {
    let desk = Desk::new();
    desk.write("own.toml", "language = \"en\"\n");
    same(
        &desk,
        &[
            "keys --lang en",
            "keys --lang=en",
            "--lang en keys",
            "--lang=en keys",
            "--lang zh-Hans keys --lang en",
            "--ascii --log=off --lang en keys",
            "keys -c own.toml",
            "keys -cown.toml",
            "-c=own.toml keys",
            "--config own.toml keys",
            "keys --config=own.toml --",
        ],
    );
    same(
        &desk,
        &[
            "export --format csv",
            "export --format=csv -o -",
            "export -o- --format csv",
            "export --format csv --out=-",
        ],
    );
    same(&desk, &["check --skip too-long --skip stale-number", "check --skip too-long,stale-number"]);
    same(
        &desk,
        &["find 香港 前海 --limit 3", "find --limit=3 -- 香港 前海", "--no-color find 香港 --limit 3 前海"],
    );
    same(&desk, &["--version", "-V", "--lang en -V keys", "-Vx"]);
    same(&desk, &["show --help", "show --help x y z", "--ascii show --theme dark --help"]);
}

#[test]
fn after_two_dashes_nothing_is_a_flag_or_a_command() {
    let desk = Desk::new();
    assert_eq!(desk.run("find --lang en -- --json").stderr, "jianbao: Nothing found for “--json”.\n");
    // No terminal to open it on, but it was taken for a folder.
    desk.write("keys/p/plan.toml", "");
    let run = desk.run("--lang en -- keys");
    assert!(run.code == 2 && run.stdout.is_empty(), "{run:?}");
}

#[test]
fn slips_are_told_with_what_was_meant() {
    let desk = Desk::new();
    let lines = [
        "show --widht 3",
        "show --simp",
        "keys --lan en",
        "--widht 40 show",
        "--strict",
        "show --ascii",
        "man -x",
        "show a b",
        "fin x",
        "show --format txt",
        "show --format=",
        "check --format j",
        "check --skip too-long,stale-numbr",
        "keys --lang zh",
        "--log=loud",
        "--config=",
        "export --format html --out --force",
        "find --limit -1 x",
        "find --limit many x",
        "--no-color=1 keys",
        "keys --theme dark --theme=light",
        "export --plan x --force",
        "new plan",
        "completions",
    ];
    let log: String = lines.iter().map(|line| desk.log(line)).collect();
    insta::assert_snapshot!(log);
}

#[test]
fn the_short_help_lists_the_words_on_the_line() {
    let desk = Desk::new();
    insta::assert_snapshot!("help-short-export", desk.run("export -h").stdout);
    for command in ["", "find ", "fmt ", "paths ", "keys ", "man "] {
        assert_eq!(desk.run(&format!("{command}-h")), desk.run(&format!("{command}--help")), "{command}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_may_have_a_name_in_any_encoding_and_a_plan_may_not() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let name = OsStr::from_bytes(b"old\xe5");
    std::fs::create_dir(desk.path(".").join(name)).unwrap();
    let run = |line: &str, last: &OsStr| desk.command(line).arg(last).output().unwrap();
    assert_eq!(run("paths --library", name).status.code(), Some(0));
    assert_eq!(run("check", name).status.code(), Some(1));
    let refused = run("show", name);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stderr.starts_with(b"error: invalid UTF-8"), "{refused:?}");
}
