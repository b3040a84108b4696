//! `jianbao fmt` on files.

use super::harness::{BRIEFINGS, Desk, copy};

const UNTIDY: &str = "en=\"One\"\n# 題\ntitle = \"一\"\nsummary=  \"一。\" # 摘要\n";
const TIDY: &str = "# 題\ntitle = \"一\"\nen = \"One\"\nsummary = \"一。\" # 摘要\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("briefings/p/a.toml", UNTIDY);
    desk.write("briefings/p/b.toml", TIDY);
    desk
}

#[test]
fn it_says_what_it_did_and_does_it_once() {
    let desk = desk();
    let log = ["fmt --check", "fmt", "fmt", "fmt --check --lang en"].map(|line| desk.log(line)).concat();
    insta::assert_snapshot!("fmt", log);
    assert_eq!(desk.read("briefings/p/a.toml"), TIDY);
}

#[test]
fn checking_changes_nothing() {
    let desk = desk();
    assert_eq!(desk.run("fmt --check").code, 1);
    assert_eq!(desk.read("briefings/p/a.toml"), UNTIDY);
}

#[test]
fn a_file_that_is_no_toml_is_left_alone_and_the_rest_is_done() {
    let desk = desk();
    desk.write("briefings/p/c.toml", "title = \n");
    insta::assert_snapshot!("fmt-broken", desk.log("fmt --lang en"));
    assert_eq!(desk.read("briefings/p/c.toml"), "title = \n");
    assert_eq!(desk.read("briefings/p/a.toml"), TIDY);
}

#[test]
fn a_file_keeps_its_permissions_and_its_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = desk();
    // In the library, but no plan's own: nothing else lists it.
    desk.write("briefings/.kept/elsewhere.toml", UNTIDY);
    let elsewhere = desk.path("briefings/.kept/elsewhere.toml");
    std::fs::set_permissions(&elsewhere, PermissionsExt::from_mode(0o640)).unwrap();
    symlink(&elsewhere, desk.path("briefings/p/d.toml")).unwrap();
    assert_eq!(desk.run("fmt").code, 0);
    assert!(desk.path("briefings/p/d.toml").is_symlink());
    assert_eq!(desk.read("briefings/.kept/elsewhere.toml"), TIDY);
    let mode = std::fs::metadata(&elsewhere).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let names: Vec<_> = std::fs::read_dir(desk.path("briefings/p")).unwrap().collect();
    assert_eq!(names.len(), 3, "nothing is left behind");
}

#[test]
fn a_file_outside_the_library_is_left_as_it_is_and_told_of() {
    let desk = desk();
    desk.write("outside.toml", UNTIDY);
    std::os::unix::fs::symlink(desk.path("outside.toml"), desk.path("briefings/p/d.toml")).unwrap();
    let run = desk.run("fmt --lang en");
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("d.toml") && run.stdout.contains("outside the library"), "{}", run.stdout);
    assert_eq!(desk.read("outside.toml"), UNTIDY);
    assert_eq!(desk.read("briefings/p/a.toml"), TIDY);
}

#[test]
fn there_has_to_be_a_folder() {
    let run = Desk::new().run("fmt");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
}

#[test]
fn our_briefings_are_in_order_and_stay_clean() {
    let desk = Desk::new();
    copy(std::path::Path::new(BRIEFINGS), &desk.path("briefings"));
    assert_eq!(
        desk.log("fmt --check --lang en"),
        "$ jianbao fmt --check --lang en\n52 files, all in order.\n[exit 0]\n"
    );
}
