//! The checker can fail: made-up files, each with one breach, and what is said of it.

use super::code::Source;
use super::{arrows, crates, house};

const MANIFEST: &str = "[dependencies]\nratatui = \"1\"\ncrossterm = \"1\"\nlexopt = \"1\"\nserde = \"1\"\n";

/// What all checks say of a house of these files.
fn said(files: &[(&str, &str)]) -> Vec<String> {
    let house: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
    let mut all = arrows::check(&house);
    all.extend(crates::check(&house, MANIFEST));
    all.extend(house::check(&house));
    all.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn says(path: &str, text: &str, expected: &[&str]) {
    assert_eq!(said(&[(path, &format!("//! D.\n{text}"))]), expected);
}

#[test]
fn an_arrow_that_runs_up_is_named_with_file_and_line() {
    let up = "src/text/a.rs:2: text (floor 1) → app::App (floor 4) runs up";
    says("src/text/a.rs", "use crate::app::App;", &[up]);
    says(
        "src/text/a.rs",
        "fn f() { crate::app::App::new() }",
        &["src/text/a.rs:2: text (floor 1) → app::App::new (floor 4) runs up"],
    );
    says("src/text/a.rs", "use super::super::app::App;", &[up]);
    says(
        "src/text/deep/a.rs",
        "use super::super::super::app::App;",
        &["src/text/deep/a.rs:2: text (floor 1) → app::App (floor 4) runs up"],
    );
    says(
        "src/session.rs",
        "use crate::cli::Exit;",
        &["src/session.rs:2: session (floor 6) → cli::Exit (floor 8) runs up"],
    );
}

#[test]
fn every_member_of_a_group_is_an_arrow() {
    says(
        "src/plan/a.rs",
        "use crate::{\n    text,\n    lang::{self, Lang},\n    ui::draw,\n    find,\n};",
        &[
            "src/plan/a.rs:5: plan (floor 2) → ui::draw (floor 5) runs up",
            "src/plan/a.rs:6: plan (floor 2) → find (floor 3) runs up",
        ],
    );
}

#[test]
fn beside_and_below_only_what_the_plan_lists() {
    says("src/keys/a.rs", "use crate::lang::Lang;\nuse crate::text;", &[]);
    says(
        "src/text/a.rs",
        "use crate::keys::Key;",
        &["src/text/a.rs:2: text (floor 1) → keys::Key (floor 1) runs across the floor"],
    );
    says(
        "src/backend/a.rs",
        "use crate::keys::Key;",
        &["src/backend/a.rs:2: backend (floor 2) → keys::Key (floor 1): `backend` may use only text, sort"],
    );
    says("src/ui/a.rs", "use crate::backend::blank_cut_edges;", &[]);
    says(
        "src/ui/a.rs",
        "use crate::backend::Screen;",
        &[
            "src/ui/a.rs:2: ui (floor 5) → backend::Screen (floor 2): of `backend` it may use only blank_cut_edges",
        ],
    );
}

#[test]
fn a_circle_is_told_once() {
    let house = [
        ("src/keys/a.rs", "//! D.\nuse crate::lang::Lang;"),
        ("src/lang/a.rs", "//! D.\n\nuse crate::keys::Key;"),
    ];
    assert_eq!(
        said(&house),
        [
            "src/lang/a.rs:3: lang (floor 1) → keys::Key (floor 1) runs across the floor",
            "src/keys/a.rs:2: circle: keys → lang → keys"
        ]
    );
}

#[test]
fn words_in_comments_and_texts_are_no_arrows() {
    says(
        "src/text/a.rs",
        "// use crate::app::App;\n/* crate::ui /* crate::ui */ */\nconst A: &str = \"crate::app \\\" .unwrap()\";\nconst B: &str = r#\"crate::ui \" println!\"#;\nconst C: char = '\"';\nfn f<'a>(a: &'a str) -> &'a str { a }",
        &[],
    );
    says(
        "src/text/a.rs",
        "const C: char = '\\'';\nuse crate::app::App;",
        &["src/text/a.rs:3: text (floor 1) → app::App (floor 4) runs up"],
    );
}

#[test]
fn a_room_without_a_floor_is_told() {
    says(
        "src/attic/a.rs",
        "",
        &["src/attic/a.rs:1: room `attic` has no floor; give it one in tests/floors/rooms.rs"],
    );
}

#[test]
fn crates_and_the_machine_stay_in_their_rooms() {
    says(
        "src/app/a.rs",
        "use ratatui::buffer::Buffer;",
        &["src/app/a.rs:2: `app` may not use the crate `ratatui`"],
    );
    says(
        "src/ui/a.rs",
        "fn f() -> crossterm::Event {}",
        &["src/ui/a.rs:2: `ui` may not use the crate `crossterm`"],
    );
    says("src/cli/a.rs", "fn f() { crossterm::terminal::size() }", &[]);
    says(
        "src/cli/a.rs",
        "use crossterm::event;",
        &["src/cli/a.rs:2: of `crossterm` `cli` may use only terminal::size"],
    );
    says(
        "src/terminal/a.rs",
        "use lexopt::Parser;",
        &["src/terminal/a.rs:2: `terminal` may not use the crate `lexopt`"],
    );
    says("src/plan/load.rs", "use std::fs;", &[]);
    says(
        "src/plan/a.rs",
        "use std::fs;",
        &["src/plan/a.rs:2: `std::fs` belongs to src/plan/disk.rs, src/plan/load.rs, store, cli, terminal"],
    );
    says(
        "src/app/a.rs",
        "fn f() { Local::now(); }",
        &["src/app/a.rs:2: `Local::now` belongs to cli, terminal"],
    );
    says("src/cli/a.rs", "fn f() { println!(\"\"); }", &[]);
    says("src/ui/a.rs", "fn f() { println!(\"\"); }", &["src/ui/a.rs:2: `println!`: only `cli` prints"]);
    let house = [Source::new("src/ui/a.rs", "//! D.\n")];
    let lost = crates::check(&house, "[dependencies]\nleft-pad = \"1\"\n");
    assert_eq!(
        lost[0].to_string(),
        "Cargo.toml:0: `left_pad` has no room; give it one in tests/floors/rooms.rs"
    );
}

#[test]
fn house_rules_hold_outside_tests_alone() {
    let test = "fn g() {}\n#[cfg(test)]\nmod tests {\n    fn f() { a.unwrap(); b.expect(\"c\"); panic!(); std::fs::read(\"a\"); println!(); ratatui::a(); }\n}";
    says("src/plan/a.rs", test, &[]);
    says(
        "src/plan/a.rs",
        "fn f() { a.unwrap() }",
        &["src/plan/a.rs:2: `.unwrap()` can panic; tests alone may"],
    );
    says(
        "src/plan/a.rs",
        "fn f() { a.expect(\"b\") }",
        &["src/plan/a.rs:2: `.expect(` can panic; tests alone may"],
    );
    says("src/plan/a.rs", "fn f() { todo!() }", &["src/plan/a.rs:2: `todo!` is unfinished"]);
    says("src/plan/a.rs", "// TODO later", &["src/plan/a.rs:2: `TODO`: finish it"]);
    assert_eq!(said(&[("src/plan/a.rs", "use std::fmt;")]), ["src/plan/a.rs:1: opens without `//!`"]);
}

#[test]
fn long_files_and_functions_are_told() {
    let long = "//! D.\n".repeat(401);
    assert_eq!(said(&[("src/plan/a.rs", &long)]), ["src/plan/a.rs:401: 401 lines; 400 at most"]);
    let body = "    let a = [1; 3];\n".repeat(59);
    says(
        "src/plan/a.rs",
        &format!("fn f() {{\n{body}}}"),
        &["src/plan/a.rs:2: fn f has 61 lines; 60 at most"],
    );
    says("src/plan/a.rs", &format!("fn f() {{\n{}}}", "    g();\n".repeat(58)), &[]);
}

#[test]
fn a_mod_file_is_a_face() {
    says(
        "src/plan/mod.rs",
        "mod a;\npub mod b;\npub(super) mod c;\n\npub use a::{A, B};\nuse std::fmt;",
        &[],
    );
    says(
        "src/plan/mod.rs",
        "mod a;\n\n#[derive(Debug)]\npub enum B {\n    C,\n}\n\nimpl B {}",
        &[
            "src/plan/mod.rs:5: a mod.rs is a face: doc, `mod` and `use`, but here is `pub enum B`",
            "src/plan/mod.rs:9: a mod.rs is a face: doc, `mod` and `use`, but here is `impl B {}`",
        ],
    );
}
