//! Arguments and variables: whatever stands in them, what the program says of it does not act on a terminal.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::process::{Command, Output, Stdio};

use jianbao::text::{code_point, kind_of};

use super::dice::Dice;
use super::words;

const PROGRAM: &str = env!("CARGO_BIN_EXE_jianbao");

/// Words that lead somewhere, and anything else.
const KNOWN: &[&str] = &[
    "show",
    "find",
    "check",
    "export",
    "fmt",
    "keys",
    "paths",
    "schema",
    "new",
    "plan",
    "--theme",
    "--lang",
    "--config",
    "--json",
    "--format",
    "--width",
    "-",
    "--",
    "",
    "hetao-shenzhen",
    "qianhai-2026/rules",
    "40",
    "zh-Hans",
    "text",
    "--help",
];

/// A text without the one character no argument can hold, once in a while not even UTF-8.
fn argument(dice: &mut Dice) -> OsString {
    if dice.one_in(2) {
        return dice.pick(KNOWN).into();
    }
    let mut bytes = words::text(dice).into_bytes();
    if dice.one_in(8) {
        bytes.push(0x9b);
    }
    bytes.retain(|byte| *byte != 0);
    bytes.truncate(1000);
    OsString::from_vec(bytes)
}

fn run(dice: &mut Dice) -> Output {
    let mut command = Command::new(PROGRAM);
    command.env_clear().env("HOME", "/nonexistent").env("LANG", dice.pick(&["zh_HK.UTF-8", "en_US.UTF-8"]));
    // From the root nothing is written, and the briefings are the built-in ones.
    command.current_dir("/proc").stdin(Stdio::null()).args((0..=dice.below(4)).map(|_| argument(dice)));
    for name in ["JIANBAO_LIBRARY", "JIANBAO_CONFIG", "JIANBAO_THEME", "TERM", "XDG_STATE_HOME", "TMUX"] {
        if dice.one_in(8) {
            command.env(name, argument(dice));
        }
    }
    command.output().unwrap()
}

#[test]
fn no_argument_acts_on_the_terminal() {
    for number in 0..400 {
        let output = run(&mut Dice::of(7, number));
        assert!(matches!(output.status.code(), Some(0..=2)), "Dice::of(7, {number}): {:?}", output.status);
        for said in [output.stdout, output.stderr] {
            let said = String::from_utf8(said).unwrap();
            let bad = said.chars().find(|c| kind_of(*c).is_some() && *c != '\n');
            assert_eq!(bad.map(code_point), None, "Dice::of(7, {number}) says {said:?}");
        }
    }
}

#[test]
fn a_config_without_an_end_is_given_up() {
    let output = Command::new(PROGRAM).args(["--config", "/dev/zero", "keys"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("jianbao: /dev/zero: "));
}
