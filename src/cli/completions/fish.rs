//! The script for fish: a line for each thing that can be completed, and when it can.

use std::fmt::Write;

use super::command::words;
use crate::cli::args::{COMMANDS, Flag, HELP, Kind, PROGRAM, SHARED, Spec, VERSION, Value, command_names};

/// Where no command is named yet.
const FIRST: &str = "\"not __fish_seen_subcommand_from $commands\"";

/// The script.
pub(super) fn script() -> String {
    let commands: Vec<&str> = command_names().collect();
    let mut script = "# Completes the arguments of jianbao in fish.\n".to_owned();
    let _ = writeln!(script, "set -l commands {}", commands.join(" "));
    script += "complete -c jianbao -f\n";
    [&HELP].into_iter().chain(SHARED).for_each(|flag| line(&mut script, "", flag));
    PROGRAM.flags.iter().chain([&VERSION]).for_each(|flag| line(&mut script, FIRST, flag));
    let _ = writeln!(script, "complete -c jianbao -n {FIRST} -a '(__fish_complete_directories)'");
    for Spec { name, about, .. } in COMMANDS {
        let _ = writeln!(script, "complete -c jianbao -n {FIRST} -a {name} -d {}", quoted(about));
    }
    for spec in COMMANDS {
        let seen = format!("\"__fish_seen_subcommand_from {}\"", spec.name);
        spec.flags.iter().for_each(|flag| line(&mut script, &seen, flag));
        for operand in spec.operands {
            of_operand(&mut script, spec, &operand.value);
        }
    }
    script
}

/// The line of a flag, which is of every command where no condition is given.
fn line(script: &mut String, when: &str, flag: &Flag) {
    let Flag { long, short, value, help } = flag;
    let when = if when.is_empty() { String::new() } else { format!(" -n {when}") };
    let short = short.map(|short| format!(" -s {short}")).unwrap_or_default();
    let takes = value.map_or(String::new(), |value| match (value.kind, value.bare) {
        (Kind::File, _) => " -r -F".to_owned(),
        (Kind::Text | Kind::Number(..), _) => " -x".to_owned(),
        (_, None) => format!(" -x -a {}", offered(&value)),
        (_, Some(_)) => format!(" -f -a {}", offered(&value)),
    });
    let _ = writeln!(script, "complete -c jianbao{when}{short} -l {long}{takes} -d {}", quoted(help));
}

/// The line of an operand; of words one is enough.
fn of_operand(script: &mut String, spec: &Spec, value: &Value) {
    let unless = match value.kind {
        Kind::Text | Kind::Number(..) => return,
        Kind::Choice(_) => format!("; and not __fish_seen_subcommand_from {}", words(value.kind).join(" ")),
        _ => String::new(),
    };
    let when = format!("\"__fish_seen_subcommand_from {}{unless}\"", spec.name);
    let _ = writeln!(script, "complete -c jianbao -n {when} -a {}", offered(value));
}

/// What fish evaluates to the words that can stand for a value.
fn offered(value: &Value) -> String {
    match value.kind {
        Kind::Folder => quoted("(__fish_complete_directories)"),
        Kind::Choice(words) => {
            let words = words.iter().map(|(word, help)| format!("{word}\\t\"{help}\""));
            quoted(&words.collect::<Vec<_>>().join(" "))
        }
        _ => quoted(&words(value.kind).join(" ")),
    }
}

/// A text between single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "\\'"))
}
