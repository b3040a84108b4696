//! Arguments that are one word of several, each with what the long help says of it.

macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident { $($variant:ident = $word:literal $help:literal,)* })*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(in crate::cli) enum $name {
            $(#[doc = $help] $variant,)*
        }

        impl $name {
            /// The words in the order they are offered, and what each means.
            pub(super) const WORDS: &'static [(&'static str, &'static str)] = &[$(($word, $help)),*];

            /// What `word` names.
            pub(super) fn named(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    )*};
}

words! {
    /// The formats of `show`.
    ShowFormat {
        Text = "text" "Plain text",
        Markdown = "markdown" "Markdown",
        Json = "json" "JSON of a stated, versioned shape",
        Csv = "csv" "A table for a spreadsheet",
    }

    /// The formats of `export`.
    ExportFormat {
        Html = "html" "One page that needs nothing else, ready to print",
        Markdown = "markdown" "Markdown",
        Json = "json" "JSON of a stated, versioned shape",
        Csv = "csv" "A table for a spreadsheet",
        Ics = "ics" "The events, for a calendar",
    }

    /// The formats of `check`.
    CheckFormat {
        Human = "human" "The line, a caret and what to write",
        Json = "json" "JSON of a stated, versioned shape",
        Github = "github" "Workflow commands of GitHub Actions",
    }

    /// What can be started.
    NewWhat {
        Plan = "plan" "A folder with plan.toml and a first section",
        Section = "section" "A file beside plan.toml",
    }

    /// What there is a schema of.
    SchemaOf {
        Plan = "plan" "plan.toml",
        Section = "section" "A section file",
        Output = "output" "What `--format json` prints",
    }

    /// The shells that can be completed in.
    Shell {
        Bash = "bash" "bash",
        Zsh = "zsh" "zsh",
        Fish = "fish" "fish",
    }
}
