//! What `--help` teaches.

use super::harness::Desk;

const COMMANDS: [&str; 11] =
    ["show", "find", "export", "check", "fmt", "new", "schema", "paths", "keys", "completions", "man"];

#[test]
fn the_help_of_the_program() {
    insta::assert_snapshot!("help", Desk::new().run("--help").stdout);
}

#[test]
fn the_help_of_each_command() {
    for command in COMMANDS {
        let run = Desk::new().run(&format!("{command} --help"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        insta::assert_snapshot!(format!("help-{command}"), run.stdout);
    }
}

#[test]
fn examples_come_first_and_every_command_is_listed() {
    let desk = Desk::new();
    let listed = desk.run("--help").stdout;
    for command in COMMANDS {
        assert!(listed.contains(&format!("\n  {command} ")), "{command} is not listed");
        let help = desk.run(&format!("{command} --help")).stdout;
        let (examples, usage) = (help.find("Examples:").unwrap(), help.find("Usage:").unwrap());
        assert!(examples < usage, "{command}");
        assert!(help[examples..usage].contains(&format!("jianbao {command}")), "{command}");
    }
}

#[test]
fn every_example_of_the_help_is_understood() {
    let desk = Desk::new();
    for command in COMMANDS {
        let help = desk.run(&format!("{command} --help")).stdout;
        let examples = &help[help.find("Examples:").unwrap()..help.find("Usage:").unwrap()];
        for line in examples.lines().filter(|line| line.starts_with("  jianbao ")) {
            let line = line.trim().split("  ").next().unwrap();
            let line = line.split(['|', '>']).next().unwrap().trim();
            let line = line.strip_prefix("jianbao ").unwrap();
            let run = desk.run(line);
            assert!(!run.stderr.contains("error:"), "jianbao {line}: {}", run.stderr);
        }
    }
}

#[test]
fn wrong_usage_is_exit_code_2_and_says_what_is_right() {
    let desk = Desk::new();
    let lines = [
        "check --format html",
        "check --skip no-such-rule",
        "show --width 5",
        "--theme pink",
        "export",
        "find",
        "briefings check",
        "new poem x",
        "chek --lang en",
        "nowhere-at-all --lang en",
    ];
    let log: String = lines.iter().map(|line| desk.log(line)).collect();
    insta::assert_snapshot!(log);
}

#[test]
fn a_folder_called_like_a_command_can_be_opened() {
    let desk = Desk::new();
    desk.write("check/p/plan.toml", "");
    // No terminal to open it on, but it is the folder and not the command that was understood.
    let run = desk.run("./check");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("終端"), "{}", run.stderr);
}

#[test]
fn the_manual_page_and_the_completions_know_every_command() {
    let desk = Desk::new();
    let page = desk.run("man").stdout;
    insta::assert_snapshot!("man", page);
    for shell in ["bash", "zsh", "fish"] {
        let script = desk.run(&format!("completions {shell}")).stdout;
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
            assert!(page.contains(&format!("jianbao {command}")), "{command}");
        }
        for flag in ["strict", "skip", "no-color", "library"] {
            assert!(script.contains(flag), "{shell}: {flag}");
        }
    }
}
