//! The command line, word by word: which flag, operand or command each one is.

use std::ffi::{OsStr, OsString};

use lexopt::{Arg, Parser};

use super::found::{Found, Stop};
use super::help;
use super::mistake::Mistake;
use super::program::{HELP, VERSION};
use super::shared::Args;
use super::table::{Flag, command};

/// The arguments in `words`, the program's name not among them; or what there is to say instead.
pub(in crate::cli) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Args, Stop> {
    Args::of(&find(Parser::from_args(words))?)
}

fn find(mut words: Parser) -> Result<Found, Stop> {
    let (mut found, mut ended) = (Found::new(), false);
    loop {
        ended = ended || peek(&mut words).is_some_and(|next| next == "--");
        let written = match words.next() {
            Ok(None) => break,
            Ok(Some(Arg::Value(value))) => {
                take_operand(&mut found, value, ended)?;
                continue;
            }
            Ok(Some(Arg::Long(name))) => format!("--{name}"),
            Ok(Some(Arg::Short(letter))) => format!("-{letter}"),
            Err(error) => return Err(Mistake::other(found.spec, &error).into()),
        };
        take_flag(&mut found, &mut words, &written)?;
    }
    found.complete()?;
    Ok(found)
}

/// The word that comes next, if the one at hand is read to its end.
fn peek(words: &mut Parser) -> Option<OsString> {
    words.try_raw_args()?.peek().map(OsString::from)
}

/// A word that is no flag: the command's name, or the next operand. After `--` no word names a command.
fn take_operand(found: &mut Found, value: OsString, ended: bool) -> Result<(), Stop> {
    let may_name = found.spec.is_program() && !ended;
    let name = value.to_str().filter(|_| may_name);
    if let Some(spec) = name.and_then(command) {
        found.enter(spec);
        return Ok(());
    }
    if let Some(operand) = found.next_operand() {
        return Ok(found.operand(operand, value)?);
    }
    let slips = found.text("FOLDER").into_iter().chain(name.map(str::to_owned)).filter(|_| may_name);
    Err(Mistake::one_too_many(found.spec, &value, &slips.collect::<Vec<_>>()).into())
}

/// A flag as it is `written`, with the value that belongs to it.
fn take_flag(found: &mut Found, words: &mut Parser, written: &str) -> Result<(), Stop> {
    let Some(flag) = found.spec.flag(written) else {
        let rest: Vec<OsString> = words.try_raw_args().map(Iterator::collect).unwrap_or_default();
        return Err(Mistake::unknown(found.spec, written, &found.names(), &rest).into());
    };
    let Some(value) = &flag.value else { return take_switch(found, words, flag, written) };
    let given = words.optional_value().or_else(|| value.bare.map(OsString::from));
    let Some(given) = given.or_else(|| detached(words)) else {
        return Err(Mistake::no_value(found.spec, written, flag, peek(words).as_deref()).into());
    };
    Ok(found.flag(flag, Some(given))?)
}

fn take_switch(
    found: &mut Found,
    words: &mut Parser,
    flag: &'static Flag,
    written: &str,
) -> Result<(), Stop> {
    let long = written.starts_with("--");
    // What follows a letter is the next letter.
    if let Some(value) = long.then(|| words.optional_value()).flatten() {
        return Err(Mistake::no_more(found.spec, written, &value).into());
    }
    if flag.long == HELP.long {
        return Err(Stop::Asked(help::page(found.spec, long)));
    }
    if flag.long == VERSION.long {
        return Err(Stop::Asked(format!("jianbao {}\n", env!("CARGO_PKG_VERSION"))));
    }
    Ok(found.flag(flag, None)?)
}

/// The word after a flag, unless it looks like a flag itself: then it was rather the value that was forgotten.
fn detached(words: &mut Parser) -> Option<OsString> {
    let like_flag = |word: &OsStr| word != "-" && word.as_encoded_bytes().starts_with(b"-");
    words.try_raw_args()?.next_if(|word| !like_flag(word))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::help::{full_usage, page};
    use super::super::program::{COMMANDS, PROGRAM, SHARED};
    use super::super::table::{Kind, Spec, Value};
    use super::*;
    use crate::plan::RULES;

    /// All words that can stand for a value; of what is endless, two.
    fn words(value: &Value) -> Vec<String> {
        match value.kind {
            Kind::Text | Kind::File | Kind::Folder => vec!["a".to_owned(), "b".to_owned()],
            Kind::Number(least, _) => vec![least.to_string(), (least + 1).to_string()],
            Kind::Choice(words) => words.iter().map(|(word, _)| (*word).to_owned()).collect(),
            Kind::Word(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            Kind::Rules => RULES.iter().map(|rule| rule.name.to_owned()).collect(),
        }
    }

    /// What a command makes of a line where what it can't do without is given too, if `line` does not.
    fn made(spec: &Spec, line: &[String]) -> String {
        let mut all = vec![spec.name.to_owned()];
        all.retain(|name| !name.is_empty());
        for flag in spec.flags.iter().filter(|flag| flag.value.is_some_and(|value| value.required)) {
            let given = line.iter().any(|word| word.starts_with(&format!("--{}=", flag.long)));
            all.extend((!given).then(|| format!("--{}={}", flag.long, words(&flag.value.unwrap())[0])));
        }
        all.extend_from_slice(line);
        let operands = line.iter().filter(|word| !word.starts_with("--")).count();
        let needed = spec.operands.iter().skip(operands).filter(|operand| operand.value.required);
        all.extend(needed.map(|operand| words(&operand.value)[0].clone()));
        let made = parse(all.iter().map(OsString::from)).unwrap_or_else(|stop| panic!("{all:?}: {stop:?}"));
        match &made.command {
            Some(command) => format!("{:?} {command:?}", made.shared),
            None => format!("{made:?}").replace("command: None", ""),
        }
    }

    fn programs() -> impl Iterator<Item = &'static Spec> {
        [&PROGRAM].into_iter().chain(COMMANDS)
    }

    #[test]
    fn every_word_of_the_table_is_taken_for_what_it_is() {
        for spec in programs() {
            for flag in spec.flags.iter().chain(SHARED) {
                let lines: Vec<String> = match &flag.value {
                    None => vec![format!("--{}", flag.long)],
                    Some(value) => {
                        words(value).iter().map(|word| format!("--{}={word}", flag.long)).collect()
                    }
                };
                let mut seen: BTreeSet<String> =
                    lines.iter().map(|line| made(spec, std::slice::from_ref(line))).collect();
                assert_eq!(seen.len(), lines.len(), "{} --{}: two are the same", spec.name, flag.long);
                let value = flag.value;
                let standing = value.is_some_and(|value| value.required || value.default.is_some());
                let new = seen.insert(made(spec, &[])) || standing;
                assert!(new, "{} --{} changes nothing", spec.name, flag.long);
            }
            for (at, operand) in spec.operands.iter().enumerate() {
                let before: Vec<String> =
                    spec.operands[..at].iter().map(|each| words(&each.value)[0].clone()).collect();
                let lines =
                    words(&operand.value).into_iter().map(|word| [before.clone(), vec![word]].concat());
                let seen: BTreeSet<String> = lines.map(|line| made(spec, &line)).collect();
                assert_eq!(seen.len(), words(&operand.value).len(), "{} {}", spec.name, operand.value.name);
            }
        }
    }

    #[test]
    fn nothing_is_asked_for_that_the_table_has_not() {
        for spec in programs() {
            let mut line = Vec::new();
            for flag in spec.flags.iter().chain(SHARED) {
                let value = flag.value.map(|value| format!("={}", words(&value)[1])).unwrap_or_default();
                line.push(format!("--{}{value}", flag.long));
            }
            line.extend(spec.operands.iter().map(|operand| words(&operand.value)[1].clone()));
            let made = made(spec, &line);
            for unset in ["None,", "None }", "false", "[]"] {
                let colours = made.replace("Some(None)", "");
                assert!(!colours.contains(unset), "{}: {made}", spec.name);
            }
        }
    }

    #[test]
    fn defaults_are_of_the_words_there_are() {
        for value in
            programs().flat_map(Spec::values).chain(SHARED.iter().filter_map(|flag| flag.value.as_ref()))
        {
            for word in value.default.into_iter().chain(value.bare) {
                assert!(value.check(word.as_ref()).is_ok(), "{}: {word}", value.name);
            }
        }
        assert!(made(&COMMANDS[0], &[]).contains("format: Text"));
        assert!(made(&COMMANDS[1], &[]).contains("limit: 20"));
        assert!(made(&PROGRAM, &["--log".to_owned()]).contains("log: Some(Info)"));
    }

    #[test]
    fn a_name_stands_for_one_thing() {
        for spec in programs() {
            let names: Vec<&str> = spec.all_flags().map(|flag| flag.long).collect();
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{}", spec.name);
            let letters: Vec<char> = spec.all_flags().filter_map(|flag| flag.short).collect();
            assert_eq!(letters.iter().collect::<BTreeSet<_>>().len(), letters.len(), "{}", spec.name);
        }
    }

    #[test]
    fn usages_and_the_list_of_commands_fit_a_narrow_terminal() {
        let program = page(&PROGRAM, false);
        let listed = program.lines().filter(|line| COMMANDS.iter().any(|spec| line.contains(spec.about)));
        assert_eq!(listed.clone().count(), COMMANDS.len());
        let usages: Vec<String> = programs().map(|spec| format!("Usage: {}", full_usage(spec))).collect();
        for line in listed.chain(usages.iter().flat_map(|usage| usage.lines())) {
            assert!(crate::text::width(line) <= 80, "{line}");
        }
    }
}
