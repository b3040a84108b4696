//! `jianbao new`.

use super::harness::Desk;

#[test]
fn a_plan_and_a_section_are_made_and_pass_check_and_fmt() {
    for lang in ["zh-Hant", "zh-Hans", "en"] {
        let desk = Desk::new();
        let lines =
            ["new plan budget-2027", "new section budget-2027/housing", "check --strict", "fmt --check"];
        let log = lines.map(|line| desk.log(&format!("{line} --lang {lang}"))).concat();
        insta::assert_snapshot!(format!("new-{lang}"), log);
        assert_eq!(log.matches("[exit 0]").count(), 4, "{log}");
    }
}

#[test]
fn the_files_are_commented() {
    let desk = Desk::new();
    desk.run("new plan budget-2027 --lang en");
    let today = chrono::Local::now().date_naive().to_string();
    let read = |name: &str| desk.read(name).replace(&today, "TODAY");
    insta::assert_snapshot!("new-plan-file", read("briefings/budget-2027/plan.toml"));
    insta::assert_snapshot!("new-section-file", read("briefings/budget-2027/overview.toml"));
}

#[test]
fn every_example_that_is_commented_out_is_sound_when_it_is_not() {
    for lang in ["zh-Hant", "zh-Hans", "en"] {
        let desk = Desk::new();
        desk.run(&format!("new plan trial --lang {lang}"));
        for name in ["plan", "overview"] {
            let file = format!("briefings/trial/{name}.toml");
            // A comment is an example when what follows its mark is TOML by itself.
            let awake = |line: &str| {
                let rest = line.strip_prefix("# ").unwrap_or(line);
                let example = rest.starts_with('[')
                    || rest.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '));
                let dotted = rest.contains("……");
                if example && !dotted { rest.to_owned() } else { line.to_owned() }
            };
            let text = desk.read(&file);
            let text: Vec<String> = text.lines().map(awake).collect();
            desk.write(&file, &(text.join("\n") + "\n"));
        }
        let run = desk.run("check --strict --lang en");
        assert_eq!(run.code, 0, "{lang}: {}", run.stdout);
        assert!(desk.read("briefings/trial/overview.toml").contains("\n[[voice]]\n"));
    }
}

#[test]
fn nothing_is_overwritten() {
    let desk = Desk::new();
    desk.run("new plan a");
    let lines = [
        "new plan a",
        "new section a/overview",
        "new section a/plan",
        "new section b/c",
        "new section c",
        "new plan 預算",
        "new section a/B",
    ];
    let log = lines.map(|line| desk.log(&format!("{line} --lang en"))).concat();
    insta::assert_snapshot!("new-refused", log);
    assert_eq!(log.matches("[exit 2]").count(), lines.len());
}

#[test]
fn a_new_plan_stands_last_and_a_new_section_is_listed_last() {
    let desk = Desk::new();
    desk.run("new plan a --library lib");
    desk.run("new plan b --library lib");
    desk.run("new section b/two --library lib");
    let plan: toml::Table = desk.read("lib/b/plan.toml").parse().unwrap();
    assert_eq!(plan["order"].as_integer(), Some(2));
    let sections: Vec<_> =
        plan["sections"].as_array().unwrap().iter().map(|each| each.as_str().unwrap()).collect();
    assert_eq!(sections, ["overview", "two"]);
    assert!(desk.read("lib/b/plan.toml").contains("\"two\"] # "), "comments stay");
}

#[test]
fn a_plan_without_a_source_cannot_take_a_section() {
    let desk = Desk::new();
    desk.write("briefings/a/plan.toml", "title = \"x\"\n");
    assert_eq!(desk.run("new section a/b").code, 2);
    assert!(!desk.path("briefings/a/b.toml").exists());
}
