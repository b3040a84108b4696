//! Settings: `config.toml` at the top is the defaults and says all of them; what is wrong in a file is told
//! with its place; flags, environment and files lie over each other in the stated order.

use jianbao::config::{
    Ambiguous, Clipboard, Colors, Config, ConfigError, Language, Layer, Reason, Theme, read,
};
use jianbao::keys::{Action, Key, Mistake};
use jianbao::lang::Lang;
use jianbao::plan::{Limits, Pane};

const SHIPPED: &str = include_str!("../config.toml");

#[test]
fn the_shipped_file_is_the_defaults() {
    let layer = read("config.toml", SHIPPED).unwrap();
    assert_eq!(Config::of(&layer), Config::of(&Layer::default()));
}

/// Taken apart without `..`, so that a new setting does not compile until it is held to here.
#[test]
fn the_shipped_file_says_every_setting() {
    let layer = read("config.toml", SHIPPED).unwrap();
    let Layer {
        library,
        stale_months,
        language,
        theme,
        colors,
        start,
        ambiguous,
        ascii,
        lean,
        mouse,
        links,
        clipboard,
        max_file_kib,
        max_files,
        max_library_mib,
        log,
        watch,
        keys,
    } = layer;
    let said = [
        ("stale_months", stale_months.is_some()),
        ("language", language.is_some()),
        ("theme", theme.is_some()),
        ("colors", colors.is_some()),
        ("start", start.is_some()),
        ("ambiguous", ambiguous.is_some()),
        ("ascii", ascii.is_some()),
        ("lean", lean.is_some()),
        ("mouse", mouse.is_some()),
        ("links", links.is_some()),
        ("max_file_kib", max_file_kib.is_some()),
        ("max_files", max_files.is_some()),
        ("max_library_mib", max_library_mib.is_some()),
        ("log", log.is_some()),
        ("watch", watch.is_some()),
        ("clipboard", clipboard.is_some()),
    ];
    let table: toml::Table = SHIPPED.parse().unwrap();
    for (name, said) in said {
        assert!(said && table.contains_key(name), "config.toml does not say `{name}`");
    }
    assert!(
        library.is_none() && SHIPPED.contains("\n# one that begins with ~/ or /."),
        "no library by default"
    );
    assert!(keys.is_empty() && table.contains_key("keys"), "[keys] is there, and empty");
    assert_eq!(table.len(), said.len() + 1, "config.toml says more than there are settings");
}

/// Each word a setting takes stands in the comment above it.
#[test]
fn a_library_is_read_within_the_limits_asked_for_and_within_reason() {
    let limits = |text: &str| Config::of(&read("config.toml", text).unwrap()).unwrap().limits;
    assert_eq!(limits(""), Limits::default());
    let asked = limits("max_file_kib = 2\nmax_files = 3\nmax_library_mib = 4\n");
    assert_eq!(asked, Limits { file: 2 << 10, files: 3, total: 4 << 20 });
    assert_eq!(limits("max_file_kib = 4000000000\n").file, 64 << 20);
}

#[test]
fn the_shipped_file_names_every_choice() {
    let above = |setting: &str| {
        let line = SHIPPED.lines().position(|line| line.starts_with(&format!("{setting} ="))).unwrap();
        let comment = SHIPPED.lines().take(line).collect::<Vec<_>>();
        comment.into_iter().rev().take_while(|line| line.starts_with('#')).collect::<String>()
    };
    let choices: [(&str, &[&str]); 6] = [
        ("language", Language::WORDS),
        ("theme", Theme::WORDS),
        ("colors", Colors::WORDS),
        ("start", &Pane::WORDS),
        ("ambiguous", Ambiguous::WORDS),
        ("clipboard", Clipboard::WORDS),
    ];
    for (setting, words) in choices {
        for word in words {
            assert!(above(setting).contains(&format!("\"{word}\"")), "{setting}: {word} is not named");
        }
    }
}

#[track_caller]
fn wrong(text: &str) -> ConfigError {
    read("config.toml", text).expect_err("it is said to be sound")
}

#[test]
fn mistakes_are_told_with_line_and_column() {
    for (text, line, column) in [
        ("colour = \"red\"", 1, 1),
        ("theme = \"dark\"\n\ncolour = 1", 3, 1),
        ("theme = \"neon\"", 1, 9),
        ("# 註\n  theme = \"neon\"", 2, 11),
        ("start = \"總覽\"", 1, 9),
        ("theme = 5", 1, 9),
        ("mouse = \"yes\"", 1, 9),
        ("theme = dark", 1, 9),
        ("theme = \"dark\"\ntheme = \"light\"", 2, 1),
        ("[keys]\nfly = [\"x\"]", 2, 1),
        ("[keys]\nboard = \"x\"", 2, 9),
        ("[keys]\nboard = [\"hyper-x\"]", 2, 9),
        ("[keys]\nboard = [\"x\"]\ntheme = [\"x\"]", 3, 9),
        ("[keys]\ntheme = [\"x\"]\nboard = [\"x\"]", 2, 9),
        ("[kyes]\nboard = [\"x\"]", 1, 2),
    ] {
        let error = wrong(text);
        assert_eq!((error.line, error.column), (line, column), "{text}: {error:?}");
        for lang in Lang::ALL {
            assert!(error.words(lang).starts_with(&format!("config.toml:{line}:{column}: ")), "{text}");
        }
    }
}

#[test]
fn mistakes_say_what_is_wrong_and_what_may_be_written() {
    assert_eq!(
        wrong("theme = \"neon\"").words(Lang::Hant),
        "config.toml:1:9: 設定「theme」不可是「neon」。可寫：dark | light | contrast | safe"
    );
    assert_eq!(
        wrong("[keys]\nboard = [\"x\"]\ntheme = [\"x\"]").words(Lang::Hant),
        "config.toml:3:9: 按鍵「x」同時給了「board」和「theme」。請改其中一個。"
    );
    assert_eq!(wrong("[keys]\nfly = [\"x\"]").words(Lang::Hant), "config.toml:2:1: 沒有「fly」這個動作。");
    for (text, told) in [
        ("colour = 1", "1:1: There is no key “colour” here. Did you mean “colors”?"),
        ("[kyes]\nboard = [\"x\"]", "1:2: There is no key “kyes” here. Did you mean “keys”?"),
        ("mouse = \"yes\"", "1:9: “mouse” takes true or false, without quotes."),
        ("theme = 5", "1:9: “theme” takes a text in quotes."),
        ("max_files = -1", "1:13: “max_files” takes a whole number from 0 up, without quotes."),
        ("[keys]\n  board = \"x\"", "2:11: “board” takes a list of texts, as in [\"a\", \"b\"]."),
        ("[keys]\n  fly = [\"x\"]", "2:3: There is no action “fly”."),
    ] {
        assert_eq!(wrong(text).words(Lang::En), format!("config.toml:{told}"));
    }
    let unsafe_words = wrong("theme = \"\\u001b[31m\"").words(Lang::En);
    assert!(!unsafe_words.contains('\u{1b}'), "{unsafe_words:?}");
}

#[test]
fn a_key_bound_twice_is_named_with_both_actions() {
    let error = wrong("[keys]\nboard = [\"x\", \"y\"]\ntheme = [\"z\", \"y\"]");
    assert_eq!(error.reason, Reason::Keys(Mistake::Twice(Key::char('y'), "board", "theme")));
    // Another name of the same key is the same key.
    let error = wrong("[keys]\nboard = [\"^D\"]\ntheme = [\"ctrl-d\"]");
    assert!(matches!(error.reason, Reason::Keys(Mistake::Twice(..))), "{error:?}");
}

#[test]
fn a_key_given_is_taken_from_its_default() {
    let layer = read("config.toml", "[keys]\nboard = [\"q\"]\n").unwrap();
    let keymap = Config::of(&layer).unwrap().keymap;
    assert_eq!(keymap.action(Key::char('q')), Some(Action::Board));
    assert_eq!(keymap.action(Key::char('b')), None);
    assert_eq!(keymap.first(Action::Quit), "^C");
}

#[test]
fn what_lies_above_counts() {
    let flag = Layer { theme: Some(Theme::Light), ..Layer::default() };
    let environment = Layer::from_env(|name| match name {
        "JIANBAO_THEME" => Some("dark".to_owned()),
        "JIANBAO_COLORS" => Some("16".to_owned()),
        "JIANBAO_LANG" => Some("klingon".to_owned()),
        _ => None,
    });
    let library = read("a", "colors = \"256\"\nlanguage = \"en\"\n[keys]\nboard = [\"x\"]\n").unwrap();
    let own = read("b", "language = \"zh-Hans\"\nmouse = true\n[keys]\nboard = [\"y\"]\ntheme = [\"t\"]\n")
        .unwrap();
    let config = Config::of(&flag.over(environment).over(library).over(own)).unwrap();
    assert_eq!(config.theme, Theme::Light, "the flag over the environment");
    assert_eq!(config.colors, Colors::Sixteen, "the environment over the files");
    assert_eq!(config.language, Language::En, "the library's file over one's own");
    assert!(config.mouse, "what only the last says");
    assert_eq!(config.start, Pane::Overview, "what none says");
    assert_eq!(config.keymap.action(Key::char('x')), Some(Action::Board));
    assert_eq!(config.keymap.action(Key::char('y')), Some(Action::Copy), "not taken by the file below");
    assert_eq!(config.keymap.action(Key::char('t')), Some(Action::Theme));
}

#[test]
fn keys_that_clash_only_when_laid_together_are_told() {
    let one = read("a", "[keys]\nboard = [\"x\"]\n").unwrap();
    let two = read("b", "[keys]\ntheme = [\"x\"]\n").unwrap();
    assert!(matches!(Config::of(&one.over(two)), Err(Mistake::Twice(..))));
}

#[test]
fn a_file_with_a_mark_at_its_beginning_or_windows_lines_is_read() {
    for text in ["\u{feff}theme = \"light\"\n", "theme = \"light\"\r\nmouse = true\r\n", ""] {
        assert!(read("config.toml", text).is_ok(), "{text:?}: {:?}", read("config.toml", text));
    }
}

#[test]
fn the_locale_chooses_where_nothing_else_does() {
    assert_eq!(Language::Auto.speak(Some("zh_CN.UTF-8")), Lang::Hans);
    assert_eq!(Language::Auto.speak(Some("C.UTF-8")), Lang::Hant);
    assert_eq!(Language::Auto.speak(None), Lang::Hant);
    assert_eq!(Language::En.speak(Some("zh_HK.UTF-8")), Lang::En);
}
