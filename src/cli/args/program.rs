//! The table of arguments: the program's own flags, those of every command, and the commands in the order the
//! help lists them. Parsing, help, manual page and completions all come from here.

use super::examples;
use super::table::{Flag, Kind, Spec, flag, operand, switch, value};
use super::words::{CheckFormat, ExportFormat, NewWhat, SchemaOf, Shell, ShowFormat};
use crate::config::{Ambiguous, Colors, Language, LogLevel, Theme};
use crate::plan::Pane;

/// The panes that can be printed alone: those that are lists.
pub(super) const LISTS: &[&str] = &["measures", "numbers", "timeline", "voices", "terms", "sources"];

/// Asks for the help of any command.
pub(in crate::cli) static HELP: Flag = switch("help", "Print help").short('h');

/// Asks which version of the program this is.
pub(in crate::cli) static VERSION: Flag = switch("version", "Print version").short('V');

/// What every command takes, and the program without one.
pub(in crate::cli) static SHARED: &[Flag] = &[
    flag(
        "config",
        value("FILE", Kind::File),
        "Settings from this file in place of the library's and your own",
    )
    .short('c'),
    flag("theme", value("NAME", Kind::Word(Theme::WORDS)), "dark | light | contrast | safe"),
    flag(
        "lang",
        value("LANG", Kind::Word(Language::WORDS)),
        "The interface's language: auto | zh-Hant | zh-Hans | en",
    ),
    switch("no-color", "No colour at all"),
];

/// The program without a command, which is the dashboard.
pub(in crate::cli) static PROGRAM: Spec = Spec {
    name: "",
    about: "A terminal dashboard of policy briefings, set right for Chinese",
    examples: examples::DASHBOARD,
    flags: &[
        flag("colors", value("DEPTH", Kind::Word(Colors::WORDS)), "auto | none | 16 | 256 | true"),
        flag(
            "ambiguous",
            value("WIDTH", Kind::Word(Ambiguous::WORDS)),
            "How wide … — · and their like are: auto | narrow | wide",
        ),
        flag("start", value("PANE", Kind::Word(&Pane::WORDS)), "The pane a plan opens on"),
        switch("ascii", "Frames and bars in ASCII"),
        switch("no-watch", "Changes to the files show only on the key r"),
        flag(
            "log",
            value("LEVEL", Kind::Word(LogLevel::WORDS)).bare("info"),
            "How much goes to the log: off | error | warn | info; without a word, info",
        ),
    ],
    operands: &[operand(
        value("FOLDER", Kind::Folder),
        "The library: a folder of plans. Without one ./briefings, else the library your config names, else the \
         briefings built in",
    )],
};

/// The library, where it is not the command's own argument.
const LIBRARY: Flag = flag("library", value("FOLDER", Kind::Folder), "The library: a folder of plans");

/// The commands, those who read first.
pub(in crate::cli) static COMMANDS: &[Spec] = &[
    Spec {
        name: "show",
        about: "Print a plan, a section or an item",
        examples: examples::SHOW,
        flags: &[
            flag("format", value("FORMAT", Kind::Choice(ShowFormat::WORDS)).or("text"), "How to print it"),
            flag(
                "width",
                value("N", Kind::Number(20, u16::MAX as i64)),
                "Columns of text; the terminal's, else 80",
            ),
            flag(
                "pane",
                value("PANE", Kind::Word(LISTS)),
                "One pane only: measures | numbers | timeline | voices | terms | sources",
            ),
            switch("simplified", "The briefing itself in simplified characters"),
            LIBRARY,
        ],
        operands: &[operand(
            value("PATH", Kind::Text),
            "PLAN, PLAN/SECTION or PLAN/SECTION/ITEM. Without one, the whole library",
        )],
    },
    Spec {
        name: "find",
        about: "Look something up in the whole library",
        examples: examples::FIND,
        flags: &[
            switch("json", "Print JSON"),
            flag("limit", value("N", Kind::Number(0, i64::MAX)).or("20"), "At most so many hits"),
            flag("plan", value("PLAN", Kind::Text), "In this plan only"),
            LIBRARY,
        ],
        operands: &[operand(
            value("WORDS", Kind::Text).required().many(),
            "All of them must match. Chinese as written, simplified or traditional; pinyin, Jyutping; English; \
             numbers in any notation. Quotes keep a phrase together",
        )],
    },
    Spec {
        name: "export",
        about: "Write the briefing for those without a terminal",
        examples: examples::EXPORT,
        flags: &[
            flag("format", value("FORMAT", Kind::Choice(ExportFormat::WORDS)).required(), "What to write"),
            flag("plan", value("PLAN", Kind::Text), "This plan only"),
            flag("out", value("FILE", Kind::File).or("-"), "The file to write; - is stdout").short('o'),
            switch("force", "Overwrite the file if it is there"),
            switch("bom", "A byte order mark before CSV, for spreadsheets that guess the encoding"),
            switch("simplified", "The briefing itself in simplified characters"),
        ],
        operands: &[operand(value("FOLDER", Kind::Folder), "The library: a folder of plans")],
    },
    Spec {
        name: "check",
        about: "Report every problem in the files of a library",
        examples: examples::CHECK,
        flags: &[
            flag("format", value("FORMAT", Kind::Choice(CheckFormat::WORDS)).or("human"), "How to report"),
            switch("strict", "Warnings fail too. Notes never do"),
            flag("skip", value("RULES", Kind::Rules).many(), "Leave these rules out, commas between them"),
            switch("rules", "Print the rules instead"),
        ],
        operands: &[operand(value("FOLDER", Kind::Folder), "The library: a folder of plans")],
    },
    Spec {
        name: "fmt",
        about: "Order keys and normalise spacing, losing no comment",
        examples: examples::FMT,
        flags: &[switch("check", "Change nothing; exit 1 when a file is not in order")],
        operands: &[operand(value("FOLDER", Kind::Folder), "The library: a folder of plans")],
    },
    Spec {
        name: "new",
        about: "Start a plan or a section from a commented file",
        examples: examples::NEW,
        flags: &[LIBRARY],
        operands: &[
            operand(value("WHAT", Kind::Choice(NewWhat::WORDS)).required(), "What to start"),
            operand(value("NAME", Kind::Text).required(), "The id of the plan; of a section, PLAN/SECTION"),
        ],
    },
    Spec {
        name: "schema",
        about: "Print the JSON Schema of a file, for editors and other programs",
        examples: examples::SCHEMA,
        flags: &[],
        operands: &[operand(
            value("WHAT", Kind::Choice(SchemaOf::WORDS)),
            "Of what. Without it, of plan and section files in one",
        )],
    },
    Spec {
        name: "paths",
        about: "Print the files in use, and why each is",
        examples: examples::PATHS,
        flags: &[LIBRARY],
        operands: &[],
    },
    Spec {
        name: "keys",
        about: "Print every key and what it does, as your config has them",
        examples: examples::KEYS,
        flags: &[],
        operands: &[],
    },
    Spec {
        name: "completions",
        about: "Print a script that completes commands and flags in your shell",
        examples: examples::COMPLETIONS,
        flags: &[],
        operands: &[operand(value("SHELL", Kind::Choice(Shell::WORDS)).required(), "The shell")],
    },
    Spec { name: "man", about: "Print the manual page", examples: examples::MAN, flags: &[], operands: &[] },
];
