//! The README tells the truth: its key table is the program's, its picture a real frame, its commands are
//! there. With `JIANBAO_ACCEPT=1` the parts between `<!-- keys -->`, `<!-- screen -->` and their ends are
//! written anew.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use jianbao::keys::table::{Row, TABLE};
use jianbao::keys::{Group, Key};
use jianbao::lang::Lang;

use crate::frames::dump::{dump, frame};
use crate::keys::script::Reader;

/// The README, if it is written yet.
fn readme() -> Option<String> {
    fs::read_to_string(path()).ok()
}

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The text between the marks of `name`, without them.
fn between<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("<!-- {name} -->\n"))?;
    rest.split_once(&format!("<!-- /{name} -->")).map(|(inside, _)| inside)
}

/// `text` with what stands between the marks of `name` replaced.
fn with(text: &str, name: &str, inside: &str) -> String {
    let old = between(text, name).unwrap();
    let start = old.as_ptr() as usize - text.as_ptr() as usize;
    format!("{}{inside}{}", &text[..start], &text[start + old.len()..])
}

/// Holds the part between the marks of `name` to `expected`, or writes it.
fn hold(name: &str, expected: &str) {
    // Two tests that write their parts must not overwrite each other's.
    static WRITING: Mutex<()> = Mutex::new(());
    let _alone = WRITING.lock();
    let Some(text) = readme() else { return };
    assert!(between(&text, name).is_some(), "README.md has no <!-- {name} --> … <!-- /{name} -->");
    let text = if std::env::var_os("JIANBAO_ACCEPT").is_some() {
        let after = with(&text, name, expected);
        fs::write(path(), &after).unwrap();
        after
    } else {
        text
    };
    assert_eq!(between(&text, name).unwrap(), expected, "JIANBAO_ACCEPT=1 writes README.md anew");
}

/// The table of keys, a group after the other; the keys of the nine plans on one line.
fn key_table(rows: &[Row]) -> String {
    let mut text = "| keys | does | name in `[keys]` |\n| --- | --- | --- |\n".to_owned();
    for group in Group::ALL {
        text += &format!("| | **{}** | |\n", group.name(Lang::En));
        for row in rows.iter().filter(|row| row.group == group) {
            text += &match row.action.plan_number() {
                Some(1) => "| `1`–`9` | Plan by its number | `plan-1` … `plan-9` |\n".to_owned(),
                Some(_) => String::new(),
                None => format!("| {} | {} | `{}` |\n", keys(row), row.does(Lang::En), row.name),
            };
        }
    }
    text
}

/// The default keys of a row as the program writes them.
fn keys(row: &Row) -> String {
    let written = row.keys.split(' ').map(|word| format!("`{}`", word.parse::<Key>().unwrap()));
    written.map(|key| key.replace('|', "\\|")).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_table_of_keys_is_the_programs() {
    hold("keys", &key_table(TABLE));
}

#[test]
fn the_picture_is_a_real_frame() {
    let home = Reader::new(jianbao::plan::Library::builtin().into());
    hold("screen", &format!("```text\n{}```\n", dump(&frame(&home.app, false))));
}

#[test]
fn the_two_commands_are_there() {
    let Some(text) = readme() else { return };
    for command in ["cargo run --release", "cargo test"] {
        assert!(text.lines().any(|line| line.trim() == command), "README.md does not say `{command}`");
    }
}

#[test]
fn every_name_of_an_action_in_the_table_is_one() {
    let table = key_table(TABLE);
    for row in TABLE.iter().filter(|row| row.action.plan_number().is_none()) {
        assert!(table.contains(&format!("| `{}` |", row.name)), "{} is not in the table", row.name);
    }
    assert_eq!(table.lines().count(), 2 + Group::ALL.len() + TABLE.len() - 8);
}

#[test]
fn marks_are_found_and_filled() {
    let text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
    assert_eq!(between(text, "x"), Some("old\n"));
    assert_eq!(with(text, "x", "new\nlines\n"), "a\n<!-- x -->\nnew\nlines\n<!-- /x -->\nb\n");
    assert_eq!(between(text, "y"), None);
}
