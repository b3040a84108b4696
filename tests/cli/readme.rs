//! What the README tells people to type works as it says, in its order; its example files pass check.

use super::harness::Desk;

const README: &str = include_str!("../../README.md");

/// The fenced blocks of one language, in order.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    README.split(fence.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn every_command_of_the_readme_runs() {
    let desk = Desk::new();
    let mut ran = 0;
    for line in blocks("sh").into_iter().flat_map(str::lines) {
        let Some(line) = line.split('#').next().unwrap().trim().strip_prefix("jianbao ") else { continue };
        let run = desk.run(line);
        assert_eq!(run.code, 0, "jianbao {line}: {}{}", run.stdout, run.stderr);
        ran += 1;
    }
    assert!(ran >= 10, "{ran}");
    assert!(desk.path("briefing.html").exists() && desk.path("briefings/budget-2027/housing.toml").exists());
}

#[test]
fn the_report_in_the_readme_is_the_programs() {
    let desk = Desk::new();
    desk.run("new plan budget-2027 --lang en");
    desk.run("new section budget-2027/housing --lang en");
    let file = "briefings/budget-2027/housing.toml";
    desk.write(file, &desk.read(file).replace("figure = \"約40個\"", "figrue = \"約3萬個單位\""));
    let report = desk.run("check --lang en").stdout;
    let told = blocks("text").into_iter().find(|block| block.contains("error[")).unwrap();
    assert!(report.contains(told), "{report}");
}

#[test]
fn the_example_files_of_the_readme_pass_check() {
    let desk = Desk::new();
    for block in blocks("toml").into_iter().filter(|block| block.starts_with("# briefings/")) {
        let name = block.lines().next().unwrap().trim_start_matches("# ");
        let single = "sections = [\"2023-middle-east\", \"2025-middle-east\", \"2026-central-asia\"]";
        desk.write(name, &block.replace(single, "sections = [\"2026-central-asia\"]"));
    }
    let run = desk.run("check --strict --lang en");
    assert_eq!(run.code, 0, "{}", run.stdout);
}
