//! What is wrong with a command line, and what to write instead.

use std::ffi::{OsStr, OsString};

use super::help::{full_usage, usage_of};
use super::program::{COMMANDS, PROGRAM};
use super::table::{Flag, Spec, command_names};
use super::value::Wrong;
use crate::plan::{RULES, nearest};

/// One mistake, in words.
#[derive(Debug)]
pub(in crate::cli) struct Mistake {
    what: String,
    tip: Option<String>,
    usage: Option<String>,
}

impl Mistake {
    /// A flag that is not there.
    pub(super) fn unknown(
        spec: &'static Spec,
        written: &str,
        given: &[&'static str],
        rest: &[OsString],
    ) -> Self {
        let what = format!("unexpected argument '{written}' found");
        let long = written.strip_prefix("--").unwrap_or_default();
        if let Some(near) = near(long, &spec.all_flags().map(|flag| flag.long).collect::<Vec<_>>()) {
            let tip = format!("a similar argument exists: '--{near}'");
            let given = given.iter().copied().chain([near]).collect::<Vec<_>>();
            return Self { what, tip: Some(tip), usage: Some(usage_of(spec, &given)) };
        }
        let elsewhere = Some(long).filter(|_| spec.is_program()).and_then(|long| elsewhere(long, rest));
        let as_value = (!spec.operands.is_empty())
            .then(|| format!("to pass '{written}' as a value, use '-- {written}'"));
        let usage = if given.is_empty() { full_usage(spec) } else { usage_of(spec, given) };
        Self { what, tip: elsewhere.or(as_value), usage: Some(usage) }
    }

    /// A word where none is taken any more. One of these `slips` may have been meant for a command.
    pub(super) fn one_too_many(spec: &'static Spec, value: &OsStr, slips: &[String]) -> Self {
        let commands: Vec<&str> = command_names().collect();
        let slip = slips.iter().find_map(|word| Some((word, near(word, &commands)?)));
        let (what, tip) = match slip {
            Some((word, near)) => (
                format!("unrecognized subcommand '{word}'"),
                Some(format!("a similar subcommand exists: '{near}'")),
            ),
            None => (format!("unexpected argument '{}' found", value.to_string_lossy()), None),
        };
        Self { what, tip, usage: Some(full_usage(spec)) }
    }

    /// A value that can't stand for the argument with this label.
    pub(super) fn value(spec: &'static Spec, label: &str, given: &OsStr, wrong: Wrong) -> Self {
        let shown = match &wrong {
            Wrong::NoRule(name) => name.clone().into(),
            _ => given.to_string_lossy(),
        };
        let what = |why: &str| format!("invalid value '{shown}' for '{label}'{why}");
        let told = |what, known: &[&str]| {
            let tip = near(&shown, known).map(|near| format!("a similar value exists: '{near}'"));
            Self { what, tip, usage: None }
        };
        match wrong {
            Wrong::Empty(words) => told(valueless(label, &words), &[]),
            Wrong::NoChoice(words) => told(what(&possible(&words)), &words),
            Wrong::NoWord(words) => told(what(&format!(": expected one of: {}", words.join(", "))), words),
            Wrong::NoRule(_) => {
                let known: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
                told(what(": no such rule; `jianbao check --rules` lists them"), &known)
            }
            Wrong::NoNumber(why) => told(what(&format!(": {why}")), &[]),
            Wrong::NoText => Self {
                what: "invalid UTF-8 was detected in one or more arguments".to_owned(),
                tip: None,
                usage: Some(full_usage(spec)),
            },
        }
    }

    /// A flag as it was `written` without the value it takes; what stands `next` may have been meant for one.
    pub(super) fn no_value(spec: &Spec, written: &str, flag: &Flag, next: Option<&OsStr>) -> Self {
        let words = flag.value.map(|value| value.choices()).unwrap_or_default();
        let next = next.map(OsStr::to_string_lossy).filter(|next| next != "--" && spec.flag(next).is_none());
        let tip = next.map(|next| format!("to pass '{next}' as a value, use '{written}={next}'"));
        let usage = tip.is_some().then(|| full_usage(spec));
        Self { what: valueless(&flag.label(), &words), tip, usage }
    }

    /// A switch with a value.
    pub(super) fn no_more(spec: &'static Spec, written: &str, value: &OsStr) -> Self {
        let value = value.to_string_lossy();
        Self {
            what: format!("unexpected value '{value}' for '{written}' found; no more were expected"),
            tip: None,
            usage: Some(full_usage(spec)),
        }
    }

    /// A flag that stands there again.
    pub(super) fn twice(spec: &'static Spec, flag: &Flag) -> Self {
        Self {
            what: format!("the argument '{}' cannot be used multiple times", flag.label()),
            tip: None,
            usage: Some(full_usage(spec)),
        }
    }

    /// Arguments the command can't do without, of which only these were `given`.
    pub(super) fn missing(spec: &'static Spec, given: &[&'static str]) -> Self {
        let flags = spec.flags.iter().filter(|flag| flag.value.is_some_and(|value| value.required));
        let flags = flags.map(|flag| (flag.long, flag.label()));
        let operands = spec.operands.iter().filter(|operand| operand.value.required);
        let operands = operands.map(|operand| (operand.value.name, operand.label()));
        let lines = flags.chain(operands).filter(|(name, _)| !given.contains(name));
        let lines: Vec<String> = lines.map(|(_, label)| label).collect();
        Self {
            what: format!("the following required arguments were not provided:\n  {}", lines.join("\n  ")),
            tip: None,
            usage: Some(usage_of(spec, given)),
        }
    }

    /// A folder before a command is neither the dashboard's nor the command's.
    pub(super) fn folder_before() -> Self {
        let what = "a folder can't stand before a command; name it after, as the command's help says";
        Self { what: what.to_owned(), tip: None, usage: Some(full_usage(&PROGRAM)) }
    }

    /// What the parser itself can't make sense of.
    pub(super) fn other(spec: &'static Spec, error: &lexopt::Error) -> Self {
        Self { what: error.to_string(), tip: None, usage: Some(full_usage(spec)) }
    }

    /// The whole of what is told.
    pub(in crate::cli) fn told(&self) -> String {
        let tip = self.tip.as_ref().map(|tip| format!("\n  tip: {tip}\n")).unwrap_or_default();
        let usage = self.usage.as_ref().map(|usage| format!("\nUsage: {usage}\n")).unwrap_or_default();
        format!("error: {}\n{tip}{usage}\nFor more information, try '--help'.\n", self.what)
    }
}

fn valueless(label: &str, words: &[&str]) -> String {
    format!("a value is required for '{label}' but none was supplied{}", possible(words))
}

/// The words a value is one of, where there are any.
fn possible(words: &[&str]) -> String {
    if words.is_empty() { String::new() } else { format!("\n  [possible values: {}]", words.join(", ")) }
}

/// The known word that was meant: one a slip away, or one that begins so.
fn near<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let begun = |word: &&&str| !written.is_empty() && word.starts_with(written);
    nearest(written, known.iter().copied()).or_else(|| known.iter().find(begun).copied())
}

/// Where a flag that the program itself has not is a command's: of one that is named later on the line, else of
/// any that has just this flag.
fn elsewhere(long: &str, rest: &[OsString]) -> Option<String> {
    let flags = |spec: &'static Spec| spec.flags.iter().map(|flag| flag.long).collect::<Vec<_>>();
    let named = COMMANDS.iter().filter(|spec| rest.iter().any(|word| word == spec.name));
    let mut named = named.filter_map(|spec| Some((spec, near(long, &flags(spec))?)));
    let mut any = COMMANDS.iter().filter(|spec| flags(spec).contains(&long)).map(|spec| (spec, long));
    let (spec, flag) = named.next().or_else(|| any.next())?;
    Some(format!("'{} --{flag}' exists", spec.name))
}
