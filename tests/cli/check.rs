//! `jianbao check` as it is read: by people, by programs, by GitHub.

use super::harness::{BRIEFINGS, Desk};

const PLAN: &str = "\
title = \"試行規劃\"
short = \"試行規劃書\"
en = \"A trial plan\"
order = 1
issuer = \"某局\"
period = \"2026\"
bottom_line = \"試行，為期一年。\"
sections = [\"one\"]

[[source]]
id = \"press\"
outlet = \"某報\"
title = \"試行開始\"
date = \"2026-06\"
";

const SECTION: &str = "\
title = \"第一章\"
en = \"One\"
summary = \"試行,由今年開始；对象是中小企。\"

[[number]]
id = \"firms\"
label = \"參與企業\"
en = \"Firms\"
figrue = \"約40個\"
figure = \"數十個\"
kind = \"actual\"
as_of = \"2026年6月\"
sources = [\"pres\"]

[[event]]
id = \"opening\"
date = \"2025-12\"
title = \"開始\"
en = \"Start\"
detail = \"這是很長的一段說明，用來看報告怎樣截短過長的一行：上文下理都在，而箭頭仍然指着那個错字，不多也不少；後面還有很多很多文字，一直寫到畫面放不下為止。\"
sources = [\"press\"]
";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("briefings/trial/plan.toml", PLAN);
    desk.write("briefings/trial/one.toml", SECTION);
    desk
}

#[test]
fn for_people_in_three_languages() {
    for lang in ["zh-Hant", "zh-Hans", "en"] {
        insta::assert_snapshot!(format!("check-{lang}"), desk().log(&format!("check --lang {lang}")));
    }
}

#[test]
fn for_programs() {
    insta::assert_snapshot!("check-json", desk().log("check --format json --lang en"));
    insta::assert_snapshot!("check-github", desk().log("check --format github --lang en"));
}

#[test]
fn the_json_is_json_and_says_where() {
    let run = desk().run("check --format json");
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&report["format"], &report["version"]), (&"jianbao-check".into(), &1.into()));
    let problems = report["problems"].as_array().unwrap();
    let figrue = problems.iter().find(|problem| problem["rule"] == "unknown-key").unwrap();
    assert_eq!((&figrue["file"], &figrue["line"]), (&"briefings/trial/one.toml".into(), &9.into()));
    assert!(figrue["advice"].as_str().unwrap().contains("figure"));
}

#[test]
fn the_rules() {
    let desk = Desk::new();
    insta::assert_snapshot!("rules", desk.log("check --rules --lang en") + &desk.log("check --rules"));
    let rules: serde_json::Value =
        serde_json::from_str(&desk.run("check --rules --format json").stdout).unwrap();
    assert_eq!(rules["rules"].as_array().unwrap().len(), jianbao::plan::RULES.len());
}

#[test]
fn the_exit_code_is_what_has_to_be_put_right() {
    let codes = |section: &str, flags: &str| {
        let desk = Desk::new();
        desk.write("briefings/trial/plan.toml", &PLAN.replace("試行規劃書", "試行"));
        desk.write("briefings/trial/one.toml", section);
        desk.run(&format!("check {flags}")).code
    };
    let sound = "title = \"一\"\nen = \"One\"\nsummary = \"一。\"\n[[event]]\nid = \"a\"\ndate = \"2026\"\ntitle = \"事\"\nen = \"It\"\nsources = [\"press\"]\n";
    assert_eq!(codes(sound, "--strict"), 0);
    let note = sound.replace("\"2026\"", "\"2025\"");
    assert_eq!((codes(&note, ""), codes(&note, "--strict")), (0, 0), "notes never fail");
    let warning = sound.replace("一。", "一,二。");
    assert_eq!((codes(&warning, ""), codes(&warning, "--strict")), (0, 1), "warnings fail when strict");
    assert_eq!(codes(&warning, "--strict --skip character-width"), 0);
    let error = sound.replace("en = \"It\"\n", "");
    assert_eq!((codes(&error, ""), codes(&error, "--strict")), (1, 1), "errors fail");
}

#[test]
fn our_briefings_are_clean() {
    let run = Desk::new().run(&format!("check --strict --lang en {BRIEFINGS}"));
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert!(run.stdout.contains("errors 0, warnings 0"), "{}", run.stdout);
}

#[test]
fn numbers_go_stale_only_where_the_config_says_when() {
    let desk = Desk::new();
    let line = format!("check --lang en --format json {BRIEFINGS}");
    assert!(!desk.run(&line).stdout.contains("stale-number"));
    desk.write(".config/jianbao/config.toml", "stale_months = 1\n");
    assert!(!desk.run(&line).stdout.contains("stale-number"), "the library's own config comes first");
    desk.write("own.toml", "stale_months = 1\n");
    let run = desk.run(&format!("{line} --config own.toml --strict"));
    assert!(run.stdout.contains("stale-number") && run.code == 0, "notes never fail");
}

#[test]
fn what_cannot_be_checked_is_exit_code_2() {
    let desk = Desk::new();
    desk.write("file", "");
    desk.write("bad.toml", "# 顏色\ntheme = \"pink\"\n");
    let log = desk.log("check nowhere --lang en") + &desk.log("check --config bad.toml --lang en");
    insta::assert_snapshot!("check-cannot", log);
    assert_eq!(desk.run("check file").code, 2);
}

#[test]
fn an_empty_library_is_told() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("briefings")).unwrap();
    insta::assert_snapshot!("check-empty", desk.log("check"));
}
