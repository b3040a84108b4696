//! What stood on the command line, argument by argument, held against the table; the typed arguments are taken
//! out of it.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::mistake::Mistake;
use super::program::PROGRAM;
use super::table::{Flag, Operand, Spec, Value};

/// Why there are no arguments to run with.
#[derive(Debug)]
pub(in crate::cli) enum Stop {
    /// A text was asked for: help or version.
    Asked(String),
    /// The command line is wrong.
    Wrong(Mistake),
}

impl From<Mistake> for Stop {
    fn from(mistake: Mistake) -> Self {
        Self::Wrong(mistake)
    }
}

/// The arguments that were given.
#[derive(Debug)]
pub(super) struct Found {
    /// The command they are for.
    pub(super) spec: &'static Spec,
    given: Vec<Given>,
    /// How many stood before the command's name.
    before: usize,
}

/// One argument: the flag's name or the operand's, and its value; a switch has none.
#[derive(Debug)]
struct Given {
    name: &'static str,
    value: Option<OsString>,
}

impl Found {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { spec: &PROGRAM, given: Vec::new(), before: 0 }
    }

    /// From here on the arguments are the command's.
    pub(super) fn enter(&mut self, spec: &'static Spec) {
        (self.spec, self.before) = (spec, self.given.len());
    }

    /// Takes a flag down, with its value if it has one.
    pub(super) fn flag(&mut self, flag: &'static Flag, value: Option<OsString>) -> Result<(), Mistake> {
        let many = flag.value.is_some_and(|value| value.many);
        if !many && self.own().any(|given| given.name == flag.long) {
            return Err(Mistake::twice(self.spec, flag));
        }
        if let (Some(takes), Some(given)) = (&flag.value, &value) {
            takes.check(given).map_err(|wrong| Mistake::value(self.spec, &flag.label(), given, wrong))?;
        }
        self.given.push(Given { name: flag.long, value });
        Ok(())
    }

    /// Takes an operand down.
    pub(super) fn operand(&mut self, operand: &'static Operand, value: OsString) -> Result<(), Mistake> {
        let checked = operand.value.check(&value);
        checked.map_err(|wrong| Mistake::value(self.spec, &operand.label(), &value, wrong))?;
        self.given.push(Given { name: operand.value.name, value: Some(value) });
        Ok(())
    }

    /// What the next operand is, if one more is taken.
    pub(super) fn next_operand(&self) -> Option<&'static Operand> {
        let operands = self.spec.operands;
        let taken =
            self.own().filter(|given| operands.iter().any(|each| each.value.name == given.name)).count();
        operands.get(taken).or_else(|| operands.last().filter(|last| last.value.many))
    }

    /// Whether everything is there that must be, and nothing that can't go together.
    pub(super) fn complete(&self) -> Result<(), Mistake> {
        let needed = |value: &Value, name: &str| value.required && self.own().all(|given| given.name != name);
        let flags = self.spec.flags.iter().filter_map(|flag| Some((flag.value.as_ref()?, flag.long)));
        let operands = self.spec.operands.iter().map(|operand| (&operand.value, operand.value.name));
        if flags.chain(operands).any(|(value, name)| needed(value, name)) {
            return Err(self.missing());
        }
        if self.given.iter().take(self.before).any(|given| given.name == "FOLDER") {
            return Err(Mistake::folder_before());
        }
        Ok(())
    }

    /// The name of the command; empty where there is none.
    pub(super) fn command(&self) -> &'static str {
        self.spec.name
    }

    /// The names of the command's arguments that were given.
    pub(super) fn names(&self) -> Vec<&'static str> {
        self.own().map(|given| given.name).collect()
    }

    /// Whether the flag was given.
    pub(super) fn has(&self, name: &str) -> bool {
        self.given.iter().any(|given| given.name == name)
    }

    /// Each value given under the name, in their order.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.given
            .iter()
            .filter(move |given| given.name == name)
            .filter_map(|given| given.value.as_ref()?.to_str())
    }

    /// The path given under the name, else the table's default.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        self.last(name).map(PathBuf::from)
    }

    /// The text given under the name, else the table's default.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.last(name)?.to_str().map(str::to_owned)
    }

    /// What `named` makes of the word given under the name, else of the table's default.
    pub(super) fn word<T>(&self, name: &str, named: fn(&str) -> Option<T>) -> Option<T> {
        named(self.last(name)?.to_str()?)
    }

    /// The number given under the name, else the table's default.
    pub(super) fn number<T: TryFrom<i64>>(&self, name: &str) -> Option<T> {
        T::try_from(self.last(name)?.to_str()?.parse().ok()?).ok()
    }

    /// What the command can't do without.
    pub(super) fn must<T>(&self, value: Option<T>) -> Result<T, Stop> {
        value.ok_or_else(|| self.missing().into())
    }

    fn missing(&self) -> Mistake {
        Mistake::missing(self.spec, &self.names())
    }

    /// The command's own arguments.
    fn own(&self) -> impl Iterator<Item = &Given> {
        self.given.iter().skip(self.before)
    }

    /// The value that holds: what stands after the command's name wins over what stands before it.
    fn last(&self, name: &str) -> Option<&OsStr> {
        let given = self.given.iter().rev().find(|given| given.name == name);
        let default =
            || self.spec.flags.iter().find(|flag| flag.long == name)?.value?.default.map(OsStr::new);
        given.and_then(|given| given.value.as_deref()).or_else(default)
    }
}
