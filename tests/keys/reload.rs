//! A new library under the reader's feet: plan, section, pane, item and what is read are found again by
//! id, wherever they have gone.

use jianbao::app::Event;

use super::fixture::{self, Files, changed, files, library, section};
use super::script::Reader;

/// Reads the library anew in the middle of a story.
#[track_caller]
fn reload(start: &str, keys: &str, after: &Files, end: &str) {
    let mut reader = Reader::at(start);
    reader.press(keys);
    reader.hear(Event::Library(library(after)));
    assert_eq!(place(&reader), end);
}

/// Everything stands elsewhere: plans and sections in another order, a section and a number before.
fn moved() -> Files {
    let new = fixture::number("甲一", 9, "1個", "");
    let files = changed(files(), "jia/yi.toml", |text| {
        text.replacen("\n[[number]]", &format!("{new}\n[[number]]"), 1)
    });
    let files = changed(files, "jia/plan.toml", |text| {
        text.replace("[\"yi\", \"er\", \"san\"]", "[\"new\", \"san\", \"er\", \"yi\"]")
            .replace("order = 1", "order = 9")
    });
    let mut files = files;
    files.push(("jia/new.toml".to_owned(), section("新")));
    files
}

#[test]
fn the_same_library_changes_nothing() {
    for (start, keys) in [
        ("甲 › 一 › 數字", "j"),
        ("甲 › 一 › 數字", "j Enter"),
        ("甲 › 一 › 數字", "Enter S-Tab"),
        ("甲 › 一 › 數字", "b j"),
        ("甲 › 全部 › 來源", "j Enter"),
        ("home", "Tab j"),
        ("home", "? / \"a\""),
        ("home", ": \"乙\" Down"),
        ("甲 › 一 › 數字", "a j"),
    ] {
        let mut reader = Reader::at(start);
        reader.press(keys);
        reload(start, keys, &files(), &place(&reader));
    }
}

#[test]
fn everything_is_found_again_by_id() {
    let after = moved();
    reload("甲 › 一 › 數字", "j", &after, "甲 › 一 › 數字 › 甲一數字2");
    reload("甲 › 一 › 措施", "j", &after, "甲 › 一 › 措施 › 甲一任務1.1");
    reload("甲 › 全部 › 數字", "3*j", &after, "甲 › 全部 › 數字 › 甲二數字1");
    reload("甲 › 二 › 時間線", "", &after, "甲 › 二 › 時間線 › 甲二事件1");
    reload("甲 › 一 › 數字", "j Enter", &after, "甲 › 一 › 數字 › 甲一數字2 | 全文 甲一數字2");
    reload(
        "甲 › 一 › 數字",
        "Enter Tab Enter",
        &after,
        "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1 ‹ 甲二數字1",
    );
    reload("甲 › 一 › 數字", "b j", &after, "甲 › 一 › 數字 › 甲一數字1 | 大字 2/3 甲一數字2");
    reload("甲 › 全部 › 來源", "j", &after, "甲 › 全部 › 來源 › 甲來源2");
    reload("乙 › 一 › 數字", "G", &after, "乙 › 一 › 數字 › 乙一數字40");
    reload("home", "Tab Tab j", &after, "總覽 › 乙");
}

#[test]
fn back_from_all_plans_leads_to_where_the_place_has_gone() {
    let mut reader = Reader::at("甲 › 二 › 數字");
    reader.press("a");
    reader.hear(Event::Library(library(&moved())));
    reader.press("Esc");
    assert_eq!(place(&reader), "甲 › 二 › 數字 › 甲二數字1");
}

#[test]
fn what_is_gone_gives_way_to_what_is_near() {
    let without = |path: &str| files().into_iter().filter(|(known, _)| known != path).collect::<Files>();
    let no_number = changed(files(), "jia/yi.toml", |text| text.replacen("id = \"n2\"", "id = \"other\"", 1));
    reload("甲 › 一 › 數字", "j", &no_number, "甲 › 一 › 數字 › 甲一數字2");
    reload("甲 › 一 › 數字", "j Enter", &no_number, "甲 › 一 › 數字 › 甲一數字2");
    reload("甲 › 二 › 數字", "", &without("jia/er.toml"), "甲 › 全部 › 數字 › 甲一數字1");
    reload(
        "甲 › 一 › 數字",
        "b j",
        &changed(files(), "jia/yi.toml", |_| section("一")),
        "甲 › 一 › 概覽 › 問題",
    );
    reload("home", "", &Vec::new(), "總覽 › 問題");
}

#[test]
fn home_opens_at_its_first_row_when_the_plan_that_was_read_is_gone() {
    let no_plan: Files = files().into_iter().filter(|(path, _)| !path.starts_with("yi/")).collect();
    reload("乙 › 一 › 數字", "G", &no_plan, "總覽 › 甲一數字1");
    reload("乙 › 一 › 數字", "G Enter", &no_plan, "總覽 › 甲一數字1");
    reload("甲 › 一 › 數字", "j", &no_plan, "甲 › 一 › 數字 › 甲一數字2");
}

#[test]
fn the_chosen_link_is_found_again_by_what_it_leads_to() {
    let keys = "Enter Tab Tab";
    reload("甲 › 一 › 數字", keys, &moved(), "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1 → 甲一數字2");
    let longer = changed(files(), "jia/yi.toml", |text| {
        text.replacen(
            "figure = \"56條\"",
            &format!("figure = \"56條\"\ncounts = \"{}\"", "長".repeat(300)),
            1,
        )
    });
    reload("甲 › 一 › 數字", keys, &longer, "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1 → 甲一數字2");
    let unlinked = changed(files(), "jia/yi.toml", |text| text.replace("\"n2\", ", ""));
    reload("甲 › 一 › 數字", keys, &unlinked, "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1");
}

#[test]
fn what_lies_under_help_is_found_again_too() {
    let mut reader = Reader::at("甲 › 一 › 數字");
    reader.press("j Enter ?");
    reader.hear(Event::Library(library(&moved())));
    reader.press("Esc");
    assert_eq!(reader.state(), "甲 › 一 › 數字 › 甲一數字2 | 全文 甲一數字2");
    reader.press("?");
    reader.hear(Event::Library(library(&changed(files(), "jia/yi.toml", |_| section("一")))));
    reader.press("Esc");
    assert_eq!(reader.state(), "甲 › 一 › 概覽 › 問題");
}

#[test]
fn problems_are_not_scrolled_past_their_end_by_another_size() {
    let broken = changed(files(), "yi/yi.toml", |text| text.replace("actual", "fact"));
    let mut reader = Reader::at("home");
    reader.hear(Event::Library(library(&broken)));
    reader.press("G Enter G");
    assert_eq!(reader.state(), "總覽 › 問題 | 問題 ↓");
    reader.press("resize:140x300");
    assert_eq!(reader.state(), "總覽 › 問題 | 問題");
}

#[test]
fn problems_come_and_go() {
    let broken = changed(files(), "jia/er.toml", |text| text.replace("96條", "很多"));
    let mut reader = Reader::at("home");
    reader.hear(Event::Library(library(&broken)));
    reader.press("G Enter");
    assert_eq!(place(&reader), "總覽 › 問題 | 問題");
    reader.press("j G Esc");
    assert_eq!(place(&reader), "總覽 › 問題");
    reader.press("Enter");
    reader.hear(Event::Library(library(&files())));
    reader.press("Esc");
    assert_eq!(place(&reader), "總覽 › 丙");
}

/// The state without what is said at the foot.
fn place(reader: &Reader) -> String {
    reader.state().split(" 〔").next().unwrap().to_owned()
}

#[test]
fn what_changed_is_said_at_the_foot() {
    let mut reader = Reader::at("甲 › 一 › 數字");
    let files = changed(files(), "yi/yi.toml", |text| text.replace("figure = \"7個\"", "figure = \"8個\""));
    reader.hear(Event::Library(library(&files)));
    assert_eq!(reader.state(), "甲 › 一 › 數字 › 甲一數字1 〔已更新：乙 1 項〕");
    reader.hear(Event::Library(library(&files)));
    assert_eq!(reader.state(), "甲 › 一 › 數字 › 甲一數字1 〔已重新讀取。〕");
}
