//! The script for bash, from 3.2 on: one function that looks where the word at hand stands.

use std::fmt::Write;

use super::command::words;
use crate::cli::args::{COMMANDS, Flag, Kind, PROGRAM, SHARED, Spec, Value, command_names};

/// Finds the command, how many operands stand after it, and the flag whose value is being written.
const BEFORE: &str = r#"# Completes the arguments of jianbao in bash.
_jianbao() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    local command= place=0 at word words= paths= before=
    # Bash takes --flag=value for three words.
    if [[ $cur == "=" ]]; then
        cur= prev+="="
    elif [[ $prev == "=" ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}=
    fi
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${COMP_WORDS[at]} in
            "=") ((at++)) ;;
            @VALUED@)
                [[ ${COMP_WORDS[at + 1]} == "=" ]] || ((at++)) ;;
            -?*) ;;
            @COMMANDS@)
                if [[ $command || $place -gt 0 ]]; then ((place++)); else command=${COMP_WORDS[at]}; fi ;;
            *) ((place++)) ;;
        esac
    done
    case "$command $prev" in
"#;

/// Where no value is being written, a flag is, or an operand.
const BETWEEN: &str = r#"        *) case "$command $place $cur" in
"#;

/// Offers what was found to be possible.
const AFTER: &str = r#"        esac ;;
    esac
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(compgen -P "$before" -W "$words" -- "${cur#"$before"}")
    [[ $paths ]] || return 0
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(compgen "$paths" -- "$cur")
}
complete -F _jianbao jianbao
"#;

/// The script.
pub(super) fn script() -> String {
    let commands: Vec<&str> = command_names().collect();
    let all = || [&PROGRAM].into_iter().chain(COMMANDS);
    let flags = all().flat_map(|spec| spec.flags).chain(SHARED);
    let mut script = BEFORE.replace("@VALUED@", &valued(flags)).replace("@COMMANDS@", &commands.join(" | "));
    for (spec, flag) in all().flat_map(|spec| spec.flags.iter().map(move |flag| (Some(spec), flag))) {
        of_flag(&mut script, spec, flag);
    }
    SHARED.iter().for_each(|flag| of_flag(&mut script, None, flag));
    script += BETWEEN;
    for spec in all() {
        let flags: Vec<String> = spec.all_flags().map(|flag| format!("--{}", flag.long)).collect();
        let _ = writeln!(script, "            \"{} \"*\" -\"*) words=\"{}\" ;;", spec.name, flags.join(" "));
        for (place, operand) in spec.operands.iter().enumerate().filter(|_| !spec.is_program()) {
            let _ = writeln!(script, "            \"{} {place} \"*){} ;;", spec.name, offer(&operand.value));
        }
    }
    let _ = writeln!(script, "            \" 0 \"*) words=\"{}\" paths=-d ;;", commands.join(" "));
    script + AFTER
}

/// The flags whose value is the next word, as a pattern.
fn valued<'a>(flags: impl Iterator<Item = &'a Flag>) -> String {
    let mut names: Vec<String> = Vec::new();
    for flag in flags.filter(|flag| flag.value.is_some_and(|value| value.bare.is_none())) {
        names.extend(flag.short.map(|short| format!("-{short}")));
        names.push(format!("--{}", flag.long));
    }
    names.sort();
    names.dedup();
    names.join(" | ")
}

/// What is offered as the value of a flag, which is of every command where none is given.
fn of_flag(script: &mut String, spec: Option<&Spec>, flag: &Flag) {
    let Some(value) = &flag.value else { return };
    let before = spec.map_or("*\"".to_owned(), |spec| format!("\"{}", spec.name));
    let mut patterns = vec![format!("{before} --{}=\"", flag.long)];
    if value.bare.is_none() {
        patterns.insert(0, format!("{before} --{}\"", flag.long));
        patterns.extend(flag.short.map(|short| format!("{before} -{short}\"")));
    }
    let _ = writeln!(script, "        {}){} ;;", patterns.join(" | "), offer(value));
}

/// What can stand for a value, for the end of the script to offer; nothing where it can be anything.
fn offer(value: &Value) -> String {
    match value.kind {
        Kind::Text | Kind::Number(..) => String::new(),
        Kind::File => " paths=-f".to_owned(),
        Kind::Folder => " paths=-d".to_owned(),
        Kind::Choice(_) | Kind::Word(_) => format!(" words=\"{}\"", words(value.kind).join(" ")),
        Kind::Rules => format!(" words=\"{}\" before=${{cur%\"${{cur##*,}}\"}}", words(value.kind).join(" ")),
    }
}
