//! `show`, `find` and `export` through the real binary; their formats are tested where they are made.

use super::harness::{Desk, Run};

#[test]
fn a_plan_a_section_and_an_item_are_shown() {
    let desk = Desk::new();
    let item = desk.run("show ce-visits/2026-central-asia/value --format markdown --lang en");
    assert_eq!(item.code, 0);
    for needed in ["逾16.5億美元", "actual", "大公報"] {
        assert!(item.stdout.contains(needed), "{needed}: {}", item.stdout);
    }
    let section = desk.run("show ce-visits/2026-central-asia").stdout;
    let plan = desk.run("show ce-visits").stdout;
    let library = desk.run("show").stdout;
    assert!(section.len() < plan.len() && plan.len() < library.len());
    let numbers = desk.run("show ce-visits --pane numbers --format csv").stdout;
    assert!(numbers.lines().count() > 5 && numbers.contains("96份"));
}

#[test]
fn text_is_as_wide_as_asked_and_has_no_escapes() {
    let desk = Desk::new();
    for (flag, width) in [("", 80), ("--width 40", 40), ("--width 120", 120)] {
        let text = desk.run(&format!("show hetao-shenzhen {flag}")).stdout;
        let widest = text.lines().map(jianbao::text::width).max().unwrap();
        assert!(widest <= width && widest > width - 12, "{widest} of {width}");
        assert!(!text.contains('\u{1b}'));
    }
}

#[test]
fn simplified_characters_are_shown_on_demand() {
    let text = Desk::new().run("show go-global --simplified --lang zh-Hans").stdout;
    assert!(text.contains("出海专班") && !text.contains("專班"), "{text}");
}

#[test]
fn what_is_not_there_is_exit_code_1_with_the_nearest() {
    let desk = Desk::new();
    let lines = [
        "show ce-visit",
        "show ce-visits/2026-central-asias",
        "show ce-visits/2026-central-asia/valu",
        "find zzzzqq --lang en",
        "find 前海 --plan ce-visit",
        "find 前海 --plan ce-visits/2026-central-asia",
        "export --format csv --plan go-globl",
    ];
    let log = lines.map(|line| desk.log(line)).concat();
    insta::assert_snapshot!("not-there", log);
}

#[test]
fn hits_say_figure_qualifier_date_and_source() {
    let desk = Desk::new();
    insta::assert_snapshot!("find", desk.log("find 1.65b") + &desk.log("find 1.65b --lang en --json"));
    for words in ["前海", "qianhai", "cinhoi", "'行動 方案'"] {
        let run = desk.run(&format!("find {words} --limit 3"));
        assert!(run.code == 0 && run.stdout.contains("qianhai-2026/"), "{words}: {}", run.stdout);
    }
}

#[test]
fn a_limit_and_a_plan_narrow_the_hits() {
    let desk = Desk::new();
    let hits = |line: &str| -> (u64, Vec<String>) {
        let answer: serde_json::Value = serde_json::from_str(&desk.run(line).stdout).unwrap();
        let paths = answer["hits"].as_array().unwrap().iter();
        (
            answer["total"].as_u64().unwrap(),
            paths.map(|hit| hit["path"].as_str().unwrap().to_owned()).collect(),
        )
    };
    let (total, paths) = hits("find 香港 --json --limit 4");
    assert!(total > 4 && paths.len() == 4);
    let (_, paths) = hits("find 香港 --json --plan go-global");
    assert!(!paths.is_empty() && paths.iter().all(|path| path.starts_with("go-global/")));
}

#[test]
fn an_export_goes_to_stdout_or_to_a_file_that_is_not_there_yet() {
    let desk = Desk::new();
    let Run { stdout, code, .. } = desk.run("export --format markdown --plan go-global");
    assert!(code == 0 && stdout.contains("出海"));
    let log =
        ["", "", "--force"].map(|flag| desk.log(&format!("export --format ics --out dates.ics {flag}")));
    insta::assert_snapshot!("export", log.concat());
    assert!(desk.read("dates.ics").starts_with("BEGIN:VCALENDAR\r\n"));
    assert_eq!(std::fs::read_dir(desk.path("")).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn a_byte_order_mark_stands_where_it_is_asked_for() {
    let desk = Desk::new();
    assert!(desk.run("export --format csv --bom").stdout.starts_with('\u{FEFF}'));
    assert!(!desk.run("export --format csv").stdout.starts_with('\u{FEFF}'));
}

#[test]
fn every_format_of_export_gives_something() {
    let desk = Desk::new();
    for format in ["html", "markdown", "json", "csv", "ics"] {
        let run = desk.run(&format!("export --format {format}"));
        assert!(run.code == 0 && run.stderr.is_empty() && run.stdout.len() > 5000, "{format}");
    }
}
