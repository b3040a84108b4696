//! What the table of arguments is written in: commands, their flags and operands, and the values these take.
//! For the parser, the help, the manual page and the completions; nothing is read here.

use super::program::{COMMANDS, HELP, SHARED, VERSION};

/// What one command takes; the program without a command is one too.
#[derive(Debug)]
pub(in crate::cli) struct Spec {
    /// The word it is called by; empty for the program itself.
    pub(in crate::cli) name: &'static str,
    /// What it does: a sentence without its full stop, as all help here.
    pub(in crate::cli) about: &'static str,
    /// What its help opens with.
    pub(in crate::cli) examples: &'static str,
    /// The flags that are its own.
    pub(in crate::cli) flags: &'static [Flag],
    /// What stands without a flag, in this order.
    pub(in crate::cli) operands: &'static [Operand],
}

/// A flag.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Flag {
    /// Its name without the dashes.
    pub(in crate::cli) long: &'static str,
    /// Its letter, if it has one.
    pub(in crate::cli) short: Option<char>,
    /// What it takes; nothing where it is a switch.
    pub(in crate::cli) value: Option<Value>,
    /// What it does.
    pub(in crate::cli) help: &'static str,
}

/// An argument that is no flag.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Operand {
    /// What it is.
    pub(in crate::cli) value: Value,
    /// What it does.
    pub(in crate::cli) help: &'static str,
}

/// What a flag or an operand takes.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Value {
    /// What it is called in the help.
    pub(in crate::cli) name: &'static str,
    /// What can stand there.
    pub(in crate::cli) kind: Kind,
    /// What holds where it is not given.
    pub(in crate::cli) default: Option<&'static str>,
    /// What holds where the flag stands alone; such a value is written after `=` only.
    pub(in crate::cli) bare: Option<&'static str>,
    /// Whether the command can't do without.
    pub(in crate::cli) required: bool,
    /// Whether several may be given.
    pub(in crate::cli) many: bool,
}

/// What can stand for a value.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) enum Kind {
    /// Any text.
    Text,
    /// The path of a file, in whatever encoding.
    File,
    /// The path of a folder, in whatever encoding.
    Folder,
    /// A whole number from the first to the second.
    Number(i64, i64),
    /// One of several words; the help lists what each means.
    Choice(&'static [(&'static str, &'static str)]),
    /// One of several words, which the flag's own help names.
    Word(&'static [&'static str]),
    /// Names of rules, commas between.
    Rules,
}

/// A flag that takes nothing.
pub(super) const fn switch(long: &'static str, help: &'static str) -> Flag {
    Flag { long, short: None, value: None, help }
}

/// A flag that takes a value.
pub(super) const fn flag(long: &'static str, value: Value, help: &'static str) -> Flag {
    Flag { long, short: None, value: Some(value), help }
}

/// An argument that is no flag.
pub(super) const fn operand(value: Value, help: &'static str) -> Operand {
    Operand { value, help }
}

/// A value that need not be given.
pub(super) const fn value(name: &'static str, kind: Kind) -> Value {
    Value { name, kind, default: None, bare: None, required: false, many: false }
}

impl Flag {
    /// The flag with a letter too.
    pub(super) const fn short(self, short: char) -> Self {
        Self { short: Some(short), ..self }
    }

    /// The flag with its value as the help writes them: `--width <N>`, `--log[=<LEVEL>]`.
    pub(in crate::cli) fn label(&self) -> String {
        let Self { long, value, .. } = self;
        match value {
            None => format!("--{long}"),
            Some(Value { name, bare: Some(_), .. }) => format!("--{long}[=<{name}>]"),
            Some(Value { name, .. }) => format!("--{long} <{name}>"),
        }
    }
}

impl Operand {
    /// The operand as the help writes it: `[FOLDER]`, `<WORDS>...`.
    pub(in crate::cli) fn label(&self) -> String {
        let Value { name, required, many, .. } = self.value;
        let dots = if many { "..." } else { "" };
        if required { format!("<{name}>{dots}") } else { format!("[{name}]{dots}") }
    }
}

impl Value {
    /// With what holds where it is not given.
    pub(super) const fn or(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }

    /// With what holds where the flag stands alone.
    pub(super) const fn bare(self, bare: &'static str) -> Self {
        Self { bare: Some(bare), ..self }
    }

    /// One the command can't do without.
    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// One of which there may be several.
    pub(super) const fn many(self) -> Self {
        Self { many: true, ..self }
    }

    /// The words it is one of, where the help lists them.
    pub(in crate::cli) fn choices(&self) -> Vec<&'static str> {
        match self.kind {
            Kind::Choice(words) => words.iter().map(|(word, _)| *word).collect(),
            _ => Vec::new(),
        }
    }
}

impl Spec {
    /// Whether it is the program without a command.
    pub(in crate::cli) fn is_program(&self) -> bool {
        self.name.is_empty()
    }

    /// The name with the program's before it.
    pub(in crate::cli) fn full_name(&self) -> String {
        if self.is_program() { "jianbao".to_owned() } else { format!("jianbao {}", self.name) }
    }

    /// Every flag it takes: its own, those about itself, those of every command.
    pub(in crate::cli) fn all_flags(&self) -> impl Iterator<Item = &'static Flag> + use<> {
        let version = self.is_program().then_some(&VERSION);
        self.flags.iter().chain([&HELP]).chain(version).chain(SHARED)
    }

    /// The flag that is `written` so, with its dashes.
    pub(super) fn flag(&self, written: &str) -> Option<&'static Flag> {
        self.all_flags().find(|flag| match written.strip_prefix("--") {
            Some(long) => flag.long == long,
            None => flag.short.is_some_and(|short| written.chars().eq(['-', short])),
        })
    }

    /// Every value it takes.
    pub(in crate::cli) fn values(&self) -> impl Iterator<Item = &'static Value> + use<> {
        let operands = self.operands.iter().map(|operand| &operand.value);
        self.flags.iter().filter_map(|flag| flag.value.as_ref()).chain(operands)
    }

    /// Whether its long help says more than the short one: what each of several words means.
    pub(in crate::cli) fn explains(&self) -> bool {
        self.values().any(|value| matches!(value.kind, Kind::Choice(_)))
    }
}

/// The command called `name`.
pub(super) fn command(name: &str) -> Option<&'static Spec> {
    COMMANDS.iter().find(|spec| spec.name == name)
}

/// The names of the commands, those who read first.
pub(in crate::cli) fn command_names() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().map(|spec| spec.name)
}
