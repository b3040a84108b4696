//! `jianbao keys`: the table of actions with the keys in force, in the interface's language.

use std::fmt::Write;

use anyhow::Result;

use super::args::Shared;
use super::environment::Surroundings;
use super::exit::Exit;
use super::output;
use crate::keys::{Group, Key, Keymap, table::TABLE};
use crate::lang::Lang;
use crate::text;

/// Prints it, by groups.
pub(super) fn run(shared: &Shared) -> Result<Exit> {
    let around = Surroundings::of(shared, None, shared.layer())?;
    output::print(&listing(&around.config.keymap, around.lang))?;
    Ok(Exit::Fine)
}

fn listing(keymap: &Keymap, lang: Lang) -> String {
    let keys = |action| keymap.keys(action).iter().map(Key::to_string).collect::<Vec<_>>().join(" ");
    let longest_keys = TABLE.iter().map(|row| text::width(&keys(row.action))).max().unwrap_or(0);
    let longest_name = TABLE.iter().map(|row| text::width(row.name)).max().unwrap_or(0);
    let mut out = String::new();
    for group in Group::ALL {
        if !out.is_empty() {
            out.push('\n');
        }
        let _ = writeln!(out, "{}", group.name(lang));
        for row in TABLE.iter().filter(|row| row.group == group) {
            let keys = text::pad_end(&keys(row.action), longest_keys);
            let name = text::pad_end(row.name, longest_name);
            let _ = writeln!(out, "  {keys}  {name}  {}", row.does(lang));
        }
    }
    out
}
