//! Which library and which settings are in force, and how `paths` and `keys` tell.

use super::harness::Desk;

fn plan(desk: &Desk, library: &str) {
    desk.run(&format!("new plan trial --library {library}"));
}

#[test]
fn paths_says_what_is_in_use_and_why() {
    let desk = Desk::new();
    let mut log = desk.log("paths") + &desk.log("paths --lang en");
    plan(&desk, "briefings");
    plan(&desk, "other");
    desk.write("config.toml", "theme = \"light\"\n");
    desk.write(".config/jianbao/config.toml", "library = \"~/other\"\n");
    log += &desk.log("paths --lang en");
    log += &desk.log("paths --lang en --library other --config config.toml");
    std::fs::rename(desk.path("briefings"), desk.path("gone")).unwrap();
    log += &desk.log("paths --lang en");
    insta::assert_snapshot!("paths", log);
}

#[test]
fn the_library_is_the_one_named_first() {
    let desk = Desk::new();
    plan(&desk, "configured");
    desk.write(".config/jianbao/config.toml", "library = \"../../configured\"\n");
    let files = |library: &str, variable: Option<&str>| {
        let mut command = desk.command(&format!("show --format json {library}"));
        command.envs(variable.map(|value| ("JIANBAO_LIBRARY", value)));
        let output = command.output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.contains("\"trial\"")
    };
    assert!(files("", None), "the config names it");
    std::fs::create_dir(desk.path("briefings")).unwrap();
    assert!(!files("", None), "./briefings comes before");
    assert!(files("", Some("configured")), "a variable before that");
    assert!(!files("--library briefings", Some("configured")), "an argument before all");
}

#[test]
fn the_language_is_the_locales_unless_something_says_otherwise() {
    let desk = Desk::new();
    let first = |line: &str, envs: &[(&str, &str)]| {
        let output = desk.command(line).envs(envs.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().next().unwrap().to_owned()
    };
    assert_eq!(first("keys", &[]), "移動");
    assert_eq!(first("keys", &[("LANG", "zh_CN.UTF-8")]), "移动");
    assert_eq!(first("keys", &[("LC_ALL", "en_GB.UTF-8")]), "Move");
    assert_eq!(first("keys", &[("LC_ALL", "en_GB.UTF-8"), ("JIANBAO_LANG", "zh-Hans")]), "移动");
    assert_eq!(first("keys --lang zh-Hant", &[("JIANBAO_LANG", "zh-Hans")]), "移動");
}

#[test]
fn keys_lists_every_action_with_the_keys_in_force() {
    let desk = Desk::new();
    desk.write("own.toml", "[keys]\nboard = [\"B\", \"ctrl-b\"]\n");
    let listed = desk.run("keys --lang en --config own.toml").stdout;
    for row in jianbao::keys::table::TABLE {
        assert!(
            listed.contains(row.name) && listed.contains(row.does(jianbao::lang::Lang::En)),
            "{}",
            row.name
        );
    }
    let board = listed.lines().find(|line| line.contains(" board ")).unwrap();
    assert!(board.trim().starts_with("B ^B"), "{board}");
    // Every description begins at the same column, whatever the language.
    let chinese = desk.run("keys").stdout;
    let columns: std::collections::HashSet<_> = jianbao::keys::table::TABLE
        .iter()
        .filter_map(|row| {
            let line = chinese.lines().find(|line| line.contains(&format!(" {} ", row.name)))?;
            Some(jianbao::text::width(line) - jianbao::text::width(row.does(jianbao::lang::Lang::Hant)))
        })
        .collect();
    assert_eq!(columns.len(), 1);
}

/// Each file was right by itself, and the program told of both in its own words: `Twice(Key { …`.
#[test]
fn a_key_that_two_config_files_give_is_told_as_in_one() {
    let desk = Desk::new();
    plan(&desk, "briefings");
    desk.write("config.toml", "[keys]\nboard = [\"x\"]\n");
    desk.write(".config/jianbao/config.toml", "[keys]\ntheme = [\"x\"]\n");
    let run = desk.run("keys --lang en");
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("The key “x” is given to both “board” and “theme”."), "{}", run.stderr);
    let run = desk.run("keys --lang zh-Hant");
    assert!(run.stderr.contains("按鍵「x」同時給了「board」和「theme」"), "{}", run.stderr);
}
