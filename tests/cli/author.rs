//! A writer's session: a new plan, three mistakes, the report, the corrections, a clean check, and the
//! figure found.

use super::harness::Desk;

#[test]
fn from_nothing_to_a_clean_check() {
    let desk = Desk::new();
    let file = "briefings/budget-2027/housing.toml";
    let mut log = desk.log("new plan budget-2027") + &desk.log("new section budget-2027/housing");
    let today = chrono::Local::now().date_naive().to_string();
    let fresh = desk.read(file);
    let mistaken = fresh
        .replace("figure = \"約40個\"", "figrue = \"約3萬個單位\"")
        .replace(&format!("as_of = \"{today}\""), "as_of = \"2027年2月\"")
        .replace("sources = [\"main\"] #", "sources = [\"mian\"] #");
    desk.write(file, &mistaken);
    let report = desk.log("check");
    for (rule, line) in
        [("unknown-key", "figrue"), ("unreadable-date", "2027年2月"), ("dangling-reference", "mian")]
    {
        let at = mistaken.lines().position(|each| each.contains(line)).unwrap() + 1;
        assert!(report.contains(&format!("[{rule}]")), "{report}");
        assert!(report.contains(&format!("{file}:{at}:")), "{rule} at line {at}\n{report}");
    }
    assert!(
        report.contains("figure") && report.contains("2027-02") && report.contains("main"),
        "what to write"
    );
    log += &report;

    let corrected =
        mistaken.replace("figrue", "figure").replace("2027年2月", "2027-02").replace("mian", "main");
    desk.write(file, &corrected);
    log += &desk.log("check --strict");
    log += &desk.log("fmt --check");
    log += &desk.log("find 30000");
    insta::assert_snapshot!("author", log.replace(&today, "TODAY"));
    assert!(log.ends_with("[exit 0]\n"));
}
