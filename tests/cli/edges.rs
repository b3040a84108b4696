//! What a pipe, a full disk and a hostile file do to the program.

use std::io::Read;
use std::process::Stdio;

use super::harness::Desk;

#[test]
fn a_reader_that_goes_away_is_a_quiet_end() {
    let desk = Desk::new();
    for line in ["show", "export --format html", "find 香", "check --rules", "man", "schema section", "keys"]
    {
        let mut child = desk.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let status = child.wait().unwrap();
        let mut told = String::new();
        child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!((status.code(), told.as_str()), (Some(0), ""), "{line}");
    }
}

#[test]
fn a_full_disk_is_told() {
    let desk = Desk::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = desk.command("show").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("jianbao: "));
}

#[test]
fn nothing_from_a_file_or_a_name_reaches_the_terminal_raw() {
    let desk = Desk::new();
    let evil = "\u{1b}]0;x\u{7}\u{202E}";
    desk.write(&format!("briefings/p{evil}/plan.toml"), "title = 1\n");
    desk.write(
        "briefings/p/plan.toml",
        &format!("title = \"a{evil}\"\n'{evil}' = 1\n[[source]]\nid = \"b{evil}\"\n"),
    );
    desk.write("briefings/p/s.toml", &format!("kind = {evil}\n"));
    for line in
        ["check", "check --format json", "check --format github", "fmt --check", "show", "show --format csv"]
    {
        let run = desk.run(line);
        let printed = run.stdout + &run.stderr;
        assert!(!printed.contains(['\u{1b}', '\u{7}', '\u{202E}']), "{line}: {printed:?}");
    }
    let run = desk.run(&format!("show '{evil}'"));
    assert!(run.code == 1 && !run.stderr.contains('\u{1b}'), "{run:?}");
}

#[test]
fn without_a_terminal_there_are_no_colours() {
    let desk = Desk::new();
    desk.write("briefings/p/plan.toml", "title = 1\n");
    let output = desk.command("check").env("JIANBAO_COLORS", "true").output().unwrap();
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn the_dashboard_wants_a_terminal() {
    let run = Desk::new().run("");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
}
