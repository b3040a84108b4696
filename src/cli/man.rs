//! `jianbao man`: the manual page, made from the table of arguments, with what no flag says: files, environment,
//! exit codes.

use anyhow::Result;

use super::args::{COMMANDS, Flag, HELP, Operand, PROGRAM, SHARED, Spec, VERSION, Value};
use super::exit::Exit;
use super::output;
use super::roff::Roff;

/// Prints the page.
pub(super) fn run() -> Result<Exit> {
    output::print(&page())?;
    Ok(Exit::Fine)
}

fn page() -> String {
    let mut roff = Roff::default();
    opening(&mut roff);
    roff.text(
        "Jianbao 簡報 shows a library of policy briefings, a folder of TOML files, on a terminal: plans as tabs, \
         their sections, and in each the measures, numbers, events, voices and terms, every one with its source. \
         Without a command it opens the dashboard, where ? lists every key.",
    );
    roff.request("SH", &["OPTIONS"]);
    operands(&PROGRAM, &mut roff);
    flags(PROGRAM.flags.iter().chain(SHARED).chain([&HELP, &VERSION]), &mut roff);
    roff.request("SH", &["COMMANDS"]);
    for spec in COMMANDS {
        command(spec, &mut roff);
    }
    for (title, rows) in [("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT), ("EXIT STATUS", EXIT)] {
        roff.request("SH", &[title]);
        for (name, words) in rows {
            entry(&mut roff, (name, ""), words);
        }
    }
    examples(&PROGRAM, &mut roff);
    roff.into_page()
}

/// The head of the page, up to where the description begins.
fn opening(roff: &mut Roff) {
    apostrophe(roff);
    // The page's date is left empty: it is the version that tells of what it speaks.
    roff.raw(&format!(".TH jianbao 1  \"jianbao {}\" ", env!("CARGO_PKG_VERSION")));
    apostrophe(roff);
    roff.request("SH", &["NAME"]);
    roff.raw(&format!("jianbao \\- {}", PROGRAM.about));
    apostrophe(roff);
    roff.request("SH", &["SYNOPSIS"]);
    roff.raw("\\fBjianbao\\fR [OPTIONS] [FOLDER]");
    roff.raw(".br");
    roff.raw("\\fBjianbao\\fR [OPTIONS] <COMMAND>");
    apostrophe(roff);
    roff.request("SH", &["DESCRIPTION"]);
}

/// The string `Aq` is a straight apostrophe: in groff `'` would be set as a curved one.
fn apostrophe(roff: &mut Roff) {
    roff.raw(".ie \\n(.g .ds Aq \\(aq");
    roff.raw(".el .ds Aq '");
}

/// A command with the arguments that are its own; those of every command stand under OPTIONS.
fn command(spec: &Spec, roff: &mut Roff) {
    roff.request("SS", &[&spec.full_name()]);
    roff.text(&sentence(spec.about));
    operands(spec, roff);
    flags(spec.flags.iter(), roff);
    examples(spec, roff);
}

fn operands(spec: &Spec, roff: &mut Roff) {
    for Operand { value, help } in spec.operands {
        entry(roff, ("", value.name), &described(help, Some(value)));
    }
}

fn flags<'a>(flags: impl Iterator<Item = &'a Flag>, roff: &mut Roff) {
    for Flag { long, short, value, help } in flags {
        let short = short.map(|short| format!("-{short}, ")).unwrap_or_default();
        let takes = value.map_or("", |value| value.name);
        entry(roff, (&format!("{short}--{long}"), takes), &described(help, value.as_ref()));
    }
}

/// The help of an argument as a sentence, with the words it is one of and its default.
fn described(help: &str, value: Option<&Value>) -> String {
    let choices = value.map(Value::choices).unwrap_or_default();
    let choices = if choices.is_empty() { String::new() } else { format!(": {}", choices.join(", ")) };
    let default = value.and_then(|value| value.default);
    let default = default.map(|word| format!(" (default: {word})")).unwrap_or_default();
    sentence(&format!("{help}{choices}{default}"))
}

/// An entry: its name in bold and italics, and what it is.
fn entry(roff: &mut Roff, (bold, italic): (&str, &str), words: &str) {
    roff.request("TP", &[]);
    roff.faces(bold, italic);
    roff.text(words);
}

fn sentence(words: &str) -> String {
    if words.ends_with(['.', ':']) || words.is_empty() { words.to_owned() } else { format!("{words}.") }
}

/// The examples of the help page, line by line as they stand there.
fn examples(spec: &Spec, roff: &mut Roff) {
    roff.request("PP", &[]);
    roff.text("Examples:");
    roff.request("PP", &[]);
    roff.request("nf", &[]);
    spec.examples.lines().skip(1).for_each(|line| roff.text(line));
    roff.request("fi", &[]);
}

const FILES: &[(&str, &str)] = &[
    ("./briefings", "The library that is opened where none is named."),
    ("config.toml beside the library's folder", "Settings for everybody who reads this library."),
    (
        "$XDG_CONFIG_HOME/jianbao/config.toml",
        "Your own settings (~/.config where the variable is not set). Its `library` names the library to open.",
    ),
    ("$XDG_STATE_HOME/jianbao", "Pins, notes and what you have seen (~/.local/state where not set)."),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    ("JIANBAO_LIBRARY", "The library, where no folder is given."),
    ("JIANBAO_CONFIG", "Like --config."),
    (
        "JIANBAO_LANG, JIANBAO_THEME, JIANBAO_COLORS, JIANBAO_AMBIGUOUS",
        "Like the flags of these names; a flag wins.",
    ),
    ("NO_COLOR", "No colour, when set and not empty."),
    ("LC_ALL, LC_MESSAGES, LANG", "The interface's language, unless something else says it."),
];

const EXIT: &[(&str, &str)] = &[
    ("0", "All is well."),
    ("1", "Nothing was found, or problems were."),
    ("2", "It could not run: wrong usage, or a file that can't be read."),
];
