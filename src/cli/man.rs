//! `jianbao man`: the manual page, made from the arguments as clap has them, with what no flag says:
//! files, environment, exit codes.

use anyhow::Result;
use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::args::Args;
use super::exit::Exit;
use super::output;

/// Prints the page.
pub(super) fn run() -> Result<Exit> {
    output::print(&page()?)?;
    Ok(Exit::Fine)
}

fn page() -> Result<String> {
    let mut command = Args::command();
    command.build();
    let command = command;
    let man = Man::new(command.clone()).section("1").source(format!("jianbao {}", env!("CARGO_PKG_VERSION")));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    about(&command).to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn about(command: &Command) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["DESCRIPTION"]);
    roff.text([roman(
        "Jianbao 簡報 shows a library of policy briefings, a folder of TOML files, on a terminal: plans as tabs, \
         their sections, and in each the measures, numbers, events, voices and terms, every one with its source. \
         Without a command it opens the dashboard, where ? lists every key.",
    )]);
    roff.control("SH", ["OPTIONS"]);
    arguments(command, &mut roff);
    roff.control("SH", ["COMMANDS"]);
    for each in command.get_subcommands() {
        subcommand(each, &mut roff);
    }
    for (title, rows) in [("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT), ("EXIT STATUS", EXIT)] {
        roff.control("SH", [title]);
        for (name, words) in rows {
            entry(&mut roff, vec![bold(*name)], words);
        }
    }
    examples(command, &mut roff);
    roff
}

fn subcommand(command: &Command, roff: &mut Roff) {
    roff.control("SS", [format!("jianbao {}", command.get_name()).as_str()]);
    roff.text([roman(sentence(&command.get_about().map(ToString::to_string).unwrap_or_default()))]);
    arguments(command, roff);
    examples(command, roff);
}

/// The arguments that are the command's own; those of every command stand under the first.
fn arguments(command: &Command, roff: &mut Roff) {
    let top = command.get_subcommands().next().is_some();
    let own = command.get_arguments().filter(|arg| !arg.is_hide_set() && (top || !arg.is_global_set()));
    for arg in own.filter(|arg| top || !matches!(arg.get_id().as_str(), "help" | "version")) {
        let mut words = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let values: Vec<String> =
            arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let takes_value = arg.get_action().takes_values();
        if takes_value && !values.is_empty() {
            words = format!("{}: {}", words.trim_end_matches('.'), values.join(", "));
        }
        if let Some(default) = arg.get_default_values().first().filter(|_| takes_value) {
            words = format!("{} (default: {})", words.trim_end_matches('.'), default.to_string_lossy());
        }
        entry(roff, name(arg), &sentence(&words));
    }
}

fn name(arg: &Arg) -> Vec<Inline> {
    let value = arg.get_value_names().and_then(<[_]>::first).map(ToString::to_string);
    let value = value.unwrap_or_else(|| arg.get_id().as_str().to_uppercase());
    if arg.is_positional() {
        return vec![italic(value)];
    }
    let short = arg.get_short().map(|short| format!("-{short}"));
    let long = arg.get_long().map(|long| format!("--{long}"));
    let mut inlines = vec![bold(short.into_iter().chain(long).collect::<Vec<_>>().join(", "))];
    if arg.get_action().takes_values() {
        inlines.extend([roman(" "), italic(value)]);
    }
    inlines
}

fn entry(roff: &mut Roff, name: Vec<Inline>, words: &str) {
    roff.control("TP", []);
    roff.text(name);
    roff.text([roman(words)]);
}

fn sentence(words: &str) -> String {
    if words.ends_with(['.', ':']) || words.is_empty() { words.to_owned() } else { format!("{words}.") }
}

/// The examples of the help page, line by line as they stand there.
fn examples(command: &Command, roff: &mut Roff) {
    let text = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    roff.control("PP", []);
    roff.text([roman("Examples:")]);
    roff.control("PP", []);
    roff.control("nf", []);
    for line in text.lines().skip(1) {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
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
