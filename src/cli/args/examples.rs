//! What the help pages open with: examples; and what the program's own ends with. In English, like all help.

pub(super) const DASHBOARD: &str = "\
Examples:
  jianbao                            open ./briefings, else the briefings built in
  jianbao ~/policy                   open a library of your own
  jianbao find 1.65b                 look a figure up
  jianbao show ce-visits             print a plan as text
  jianbao export --format html -o briefing.html
  jianbao new plan budget-2027       start a plan
  jianbao check --strict             find every problem in the files
  jianbao ./check                    open a folder that is called like a command";

pub(super) const AROUND: &str = "\
Environment:
  JIANBAO_LIBRARY    the library, where no folder is given
  JIANBAO_CONFIG     like --config
  JIANBAO_LANG, JIANBAO_THEME, JIANBAO_COLORS, JIANBAO_AMBIGUOUS
                     like the flags of these names
  NO_COLOR           no colour, when set and not empty

Exit codes:
  0  all is well
  1  nothing was found, or problems were
  2  it could not run";

pub(super) const SHOW: &str = "\
Examples:
  jianbao show                                       the whole library
  jianbao show ce-visits                             a plan
  jianbao show ce-visits/2026-central-asia           a section
  jianbao show ce-visits/2026-central-asia/value     an item with its source
  jianbao show qianhai-2026 --pane numbers --format csv
  jianbao show go-global --simplified | less";

pub(super) const FIND: &str = "\
Examples:
  jianbao find 前海
  jianbao find qianhai cjr           by sound: pinyin, initials, Jyutping
  jianbao find 1.65b                 a number in any notation finds 16.5億
  jianbao find '\"一帶一路\"' --plan ce-visits
  jianbao find xieyi --json | jq '.hits[0].path'";

pub(super) const EXPORT: &str = "\
Examples:
  jianbao export --format html --out briefing.html        one page, ready to print
  jianbao export --format markdown --plan go-global       to stdout
  jianbao export --format csv --bom --out briefing.csv    opens right in a spreadsheet
  jianbao export --format ics --out dates.ics ~/policy    the timeline for a calendar";

pub(super) const CHECK: &str = "\
Examples:
  jianbao check                      ./briefings, else the library your config names
  jianbao check ~/policy --strict    warnings fail too
  jianbao check --format github      annotations in a GitHub workflow
  jianbao check --skip too-long,outside-period
  jianbao check --rules              every rule and how bad a breach is";

pub(super) const FMT: &str = "\
Examples:
  jianbao fmt                        set every file of the library in order
  jianbao fmt --check                say which are not, change nothing
  jianbao fmt ~/policy

No comment is lost, and no value changes. Tables stay in the order you wrote them.";

pub(super) const NEW: &str = "\
Examples:
  jianbao new plan budget-2027               briefings/budget-2027 with a plan and its first section
  jianbao new section budget-2027/housing    a section, named in the plan's sections
  jianbao new plan budget-2027 --library ~/policy

The files are commented and pass `jianbao check`. Nothing is overwritten.";

pub(super) const SCHEMA: &str = "\
Examples:
  jianbao schema plan > .schema/plan.json
  jianbao schema section > .schema/section.json
  jianbao schema output              the shape of `show --format json` and `export --format json`

An editor with a TOML language server (Taplo, Tombi; in VS Code “Even Better TOML”) completes keys and
marks mistakes as you type when the first line of a file names its schema:
  #:schema ../../.schema/plan.json";

pub(super) const PATHS: &str = "\
Examples:
  jianbao paths
  jianbao paths --library ~/policy";

pub(super) const KEYS: &str = "\
Examples:
  jianbao keys
  jianbao keys --lang en | grep page";

pub(super) const COMPLETIONS: &str = "\
Examples:
  jianbao completions bash > ~/.local/share/bash-completion/completions/jianbao
  jianbao completions zsh > ~/.zfunc/_jianbao
  jianbao completions fish > ~/.config/fish/completions/jianbao.fish";

pub(super) const MAN: &str = "\
Examples:
  jianbao man | man -l -
  jianbao man > ~/.local/share/man/man1/jianbao.1";
