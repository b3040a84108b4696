//! The script for zsh: specifications for `_arguments`, of the program and of each command.

use std::fmt::Write;

use super::command::words;
use crate::cli::args::{COMMANDS, Flag, HELP, Kind, PROGRAM, SHARED, Spec, VERSION, Value};

/// The script.
pub(super) fn script() -> String {
    let shared: Vec<String> = [&HELP].into_iter().chain(SHARED).map(specification).collect();
    let program: Vec<String> = PROGRAM.flags.iter().chain([&VERSION]).map(specification).collect();
    let about = |spec: &Spec| quoted(&format!("{}:{}", spec.name, spec.about));
    let commands: Vec<String> = COMMANDS.iter().map(about).collect();
    let cases: String = COMMANDS.iter().map(case).collect();
    format!(
        "\
#compdef jianbao
# Completes the arguments of jianbao in zsh.
_jianbao() {{
    local curcontext=$curcontext state line
    local -a shared commands
    shared=(
        {}
    )
    commands=(
        {}
    )
    _arguments -C -s -S $shared \\
        {} \\
        '1: :->first' \\
        '*:: :->rest'
    case $state in
        first)
            _describe -t commands command commands
            _files -/ ;;
        rest) case $words[1] in
{cases}        esac ;;
    esac
}}
# Loaded from the path of functions it completes at once; sourced it says what for.
if [[ $funcstack[1] == _jianbao ]]; then _jianbao \"$@\"; else compdef _jianbao jianbao; fi
",
        shared.join("\n        "),
        commands.join("\n        "),
        program.join(" \\\n        "),
    )
}

/// What a command takes.
fn case(spec: &Spec) -> String {
    let operands = spec.operands.iter().map(|operand| {
        let Value { name, required, many, .. } = operand.value;
        let rest = format!("{name}:{}", action(&operand.value));
        quoted(&match (many, required) {
            (true, _) => format!("*:{rest}"),
            (false, true) => format!(":{rest}"),
            (false, false) => format!("::{rest}"),
        })
    });
    let mut lines = vec!["_arguments -s -S $shared".to_owned()];
    lines.extend(spec.flags.iter().map(specification).chain(operands));
    format!("            {})\n                {} ;;\n", spec.name, lines.join(" \\\n                    "))
}

/// The names of a flag, what it does, what it takes.
fn specification(flag: &Flag) -> String {
    let Flag { long, short, value, help } = flag;
    let escaped = help.chars().map(|c| if "\\[]:".contains(c) { format!("\\{c}") } else { c.to_string() });
    let mut about = format!("[{}]", escaped.collect::<String>());
    let sign = match value {
        None => "",
        Some(Value { bare: Some(_), .. }) => "=-",
        Some(_) => "=",
    };
    if let Some(value) = value {
        let colon = if value.bare.is_some() { "::" } else { ":" };
        let _ = write!(about, "{colon}{}:{}", value.name, action(value));
    }
    let many = if value.is_some_and(|value| value.many) { "*" } else { "" };
    match short {
        None => quoted(&format!("{many}--{long}{sign}{about}")),
        Some(short) => {
            let plus = if value.is_some() { "+" } else { "" };
            format!("'(-{short} --{long})'{{-{short}{plus},--{long}{sign}}}{}", quoted(&about))
        }
    }
}

/// How a value is completed.
fn action(value: &Value) -> String {
    let list = words(value.kind).join(" ");
    match value.kind {
        // An empty list: a blank would mean a message, which keeps zsh from writing what else it found.
        Kind::Text | Kind::Number(..) => "()".to_owned(),
        Kind::File => "_files".to_owned(),
        Kind::Folder => "_files -/".to_owned(),
        Kind::Word(_) => format!("({list})"),
        Kind::Rules => format!("_values -s , rule {list}"),
        Kind::Choice(words) => {
            let words = words.iter().map(|(word, help)| format!("{word}\\:{}", shell_word(help)));
            format!("(({}))", words.collect::<Vec<_>>().join(" "))
        }
    }
}

/// A text that the shell reads as one word.
fn shell_word(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || c == '-';
    text.chars().map(|c| if plain(c) { c.to_string() } else { format!("\\{c}") }).collect()
}

/// A text between single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
