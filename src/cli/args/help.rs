//! The help: usage lines, and pages in two lengths made from the table.

use std::fmt::Write;

use super::examples;
use super::program::{COMMANDS, HELP, SHARED, VERSION};
use super::table::{Flag, Kind, Operand, Spec, Value};
use crate::text;

/// How the program is called without a command and with one.
const USAGE: &str = "jianbao [OPTIONS] [FOLDER]\n       jianbao [OPTIONS] <COMMAND>";

/// Where the long page sets what it says of an argument.
const INDENT: &str = "          ";

/// A line of a page: what is written, what it does.
struct Row {
    left: String,
    help: String,
    value: Option<&'static Value>,
}

/// The usage of a command with all that may stand there.
pub(super) fn full_usage(spec: &Spec) -> String {
    let required = spec.flags.iter().filter(|flag| flag.value.is_some_and(|value| value.required));
    let flags = ["[OPTIONS]".to_owned()].into_iter().chain(required.map(Flag::label));
    written(spec, flags.chain(spec.operands.iter().map(Operand::label)))
}

/// The usage of a command with these of its arguments, and those it can't do without.
pub(super) fn usage_of(spec: &Spec, given: &[&str]) -> String {
    let required = |flag: &&Flag| flag.value.is_some_and(|value| value.required);
    let asked = |flag: &&Flag| !required(flag) && given.contains(&flag.long);
    let flags = spec.all_flags().filter(required).chain(spec.all_flags().filter(asked)).map(Flag::label);
    let operands = spec.operands.iter().map(|operand| {
        let Value { required, name, .. } = operand.value;
        Operand { value: Value { required: required || given.contains(&name), ..operand.value }, ..*operand }
            .label()
    });
    written(spec, flags.chain(operands))
}

fn written(spec: &Spec, arguments: impl Iterator<Item = String>) -> String {
    if spec.is_program() {
        return USAGE.to_owned();
    }
    [spec.full_name()].into_iter().chain(arguments).collect::<Vec<_>>().join(" ")
}

/// The help page of a command. The long one lists what each word of a choice means.
pub(super) fn page(spec: &'static Spec, long: bool) -> String {
    let long = long && spec.explains();
    let mut page = format!("{}\n\n{}\n\nUsage: {}\n", spec.about, spec.examples, full_usage(spec));
    for (title, rows) in sections(spec, long).iter().filter(|(_, rows)| !rows.is_empty()) {
        let _ = write!(page, "\n{title}:\n{}", if long { spaced(rows) } else { aligned(rows) });
    }
    if spec.is_program() {
        let _ = writeln!(page, "\n{}", examples::AROUND);
    }
    page
}

fn sections(spec: &'static Spec, long: bool) -> Vec<(&'static str, Vec<Row>)> {
    let more = match (spec.explains(), long) {
        (false, _) => "",
        (true, false) => " (see more with '--help')",
        (true, true) => " (see a summary with '-h')",
    };
    let mut help = row(&HELP);
    help.help += more;
    let own: Vec<Row> = spec.flags.iter().map(row).collect();
    let operands = spec.operands.iter().map(|operand| Row {
        left: operand.label(),
        help: operand.help.to_owned(),
        value: Some(&operand.value),
    });
    let arguments = ("Arguments", operands.collect());
    let shared = ("Options of every command", SHARED.iter().map(row).collect());
    if !spec.is_program() {
        return vec![arguments, ("Options", own.into_iter().chain([help]).collect()), shared];
    }
    let commands = COMMANDS
        .iter()
        .map(|spec| Row { left: spec.name.to_owned(), help: spec.about.to_owned(), value: None })
        .collect();
    let about = vec![help, row(&VERSION)];
    let screen = ("Options of the dashboard", own);
    vec![("Commands", commands), arguments, ("Options", about), screen, shared]
}

fn row(flag: &'static Flag) -> Row {
    let short = flag.short.map_or("    ".to_owned(), |short| format!("-{short}, "));
    Row { left: short + &flag.label(), help: flag.help.to_owned(), value: flag.value.as_ref() }
}

/// A line each, what they do in one column.
fn aligned(rows: &[Row]) -> String {
    let longest = rows.iter().map(|row| text::width(&row.left)).max().unwrap_or(0);
    let line = |row: &Row| {
        let default = row.value.and_then(|value| value.default).map(|word| format!(" [default: {word}]"));
        let choices = row.value.map(Value::choices).unwrap_or_default();
        let choices = Some(choices).filter(|words| !words.is_empty());
        let choices = choices.map(|words| format!(" [possible values: {}]", words.join(", ")));
        let (left, default) = (text::pad_end(&row.left, longest), default.unwrap_or_default());
        format!("  {left}  {}{default}{}\n", row.help, choices.unwrap_or_default())
    };
    rows.iter().map(line).collect()
}

/// A paragraph each, with what the words of a choice mean.
fn spaced(rows: &[Row]) -> String {
    let paragraph = |row: &Row| {
        let mut text = format!("  {}\n{INDENT}{}\n", row.left, row.help);
        if let Some(Value { kind: Kind::Choice(words), .. }) = row.value {
            let _ = write!(text, "\n{INDENT}Possible values:\n{}", meanings(words));
        }
        if let Some(default) = row.value.and_then(|value| value.default) {
            let _ = writeln!(text, "{INDENT}\n{INDENT}[default: {default}]");
        }
        text
    };
    rows.iter().map(paragraph).collect::<Vec<_>>().join("\n")
}

fn meanings(words: &[(&str, &str)]) -> String {
    let longest = words.iter().map(|(word, _)| text::width(word)).max().unwrap_or(0) + 1;
    let line = |(word, meaning): &(&str, &str)| {
        format!("{INDENT}- {} {meaning}\n", text::pad_end(&format!("{word}:"), longest))
    };
    words.iter().map(line).collect()
}
