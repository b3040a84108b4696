//! A small library whose names say where they stand: 甲二數字1 is the first number of section 二 of plan
//! 甲. It does not change when the briefings do.

use std::sync::{Arc, OnceLock};

use jianbao::plan::{Library, SourceFile};

/// The text of the files of a library, by path.
pub(super) type Files = Vec<(String, String)>;

/// Three plans. 甲 has three sections: 一 holds items of every kind, 二 numbers and an event, 三 a term.
/// 乙 has one section of forty numbers. 丙 has no items.
pub(super) fn files() -> Files {
    let mut one = section("一");
    one += &measure("甲一", 1, 2);
    one += &measure("甲一", 2, 0);
    one +=
        &number("甲一", 1, "56條", "related = [\"n2\", \"jia/er/n1\"]\nseries = \"x\"\nseries_at = \"早\"\n");
    one += &number("甲一", 2, "約40個", "");
    one += &number("甲一", 3, "逾16.5億美元", "");
    one += &event("甲一", 1, "2026-01-10");
    one += &event("甲一", 2, "2027-01");
    one += "\n[[voice]]\nid = \"v1\"\nwho = \"甲一各方1\"\nen = \"V\"\nrole = \"局長\"\nsaid = \"話\"\nsources = [\"s1\"]\n";
    one += &term("甲一", 1);
    let mut two = section("二") + &number("甲二", 1, "96條", "series = \"x\"\nseries_at = \"晚\"\n");
    two += &event("甲二", 1, "2026-06-01");
    let long: String = (1..=40).map(|at| number("乙一", at, &format!("{at}個"), "")).collect();
    let file = |path: &str, text: String| (path.to_owned(), text);
    vec![
        file("jia/plan.toml", plan("甲", 1, "yi\", \"er\", \"san", "\"yi/n1\"")),
        file("jia/yi.toml", one),
        file("jia/er.toml", two),
        file("jia/san.toml", section("三") + &term("甲三", 1)),
        file("yi/plan.toml", plan("乙", 2, "yi", "\"yi/n1\"")),
        file("yi/yi.toml", section("一") + &long + &event("乙一", 1, "2026-12-01")),
        file("bing/plan.toml", plan("丙", 3, "yi", "")),
        file("bing/yi.toml", section("一")),
    ]
}

/// The library of [`files`], read once.
pub(super) fn whole() -> Arc<Library> {
    static WHOLE: OnceLock<Arc<Library>> = OnceLock::new();
    WHOLE.get_or_init(|| library(&files())).clone()
}

/// The library of `files`, which may have problems.
pub(super) fn library(files: &Files) -> Arc<Library> {
    let file =
        |(path, text): &(String, String)| SourceFile { path: path.clone(), text: Ok(text.clone().into()) };
    Arc::new(Library::from_files(&files.iter().map(file).collect::<Vec<_>>()))
}

/// The files with `change` made to the one at `path`.
pub(super) fn changed(mut files: Files, path: &str, change: impl Fn(&str) -> String) -> Files {
    let (_, text) = files.iter_mut().find(|(known, _)| known == path).unwrap();
    let after = change(text);
    assert_ne!(*text, after, "nothing changed in {path}");
    *text = after;
    files
}

pub(super) fn plan(name: &str, order: u32, sections: &str, headline: &str) -> String {
    format!(
        "title = \"{name}規劃\"\nshort = \"{name}\"\nen = \"Plan {name}\"\norder = {order}\nissuer = \"某署\"\n\
         bottom_line = \"{name}的要旨。\"\nsections = [\"{sections}\"]\nheadline = [{headline}]\n\n\
         [[source]]\nid = \"s1\"\noutlet = \"某報\"\ntitle = \"{name}來源1\"\ndate = \"2026-07\"\n\n\
         [[source]]\nid = \"s2\"\noutlet = \"某報\"\ntitle = \"{name}來源2\"\ndate = \"2026-08\"\n"
    )
}

pub(super) fn section(name: &str) -> String {
    format!("title = \"{name}\"\nen = \"Section {name}\"\nsummary = \"{name}的摘要。\"\n")
}

pub(super) fn number(place: &str, at: usize, figure: &str, more: &str) -> String {
    format!(
        "\n[[number]]\nid = \"n{at}\"\nlabel = \"{place}數字{at}\"\nen = \"N\"\nfigure = \"{figure}\"\nkind = \"actual\"\n\
         as_of = \"2026-0{}\"\nsources = [\"s1\"]\n{more}",
        1 + at % 9
    )
}

fn measure(place: &str, at: usize, tasks: usize) -> String {
    let mut text = format!(
        "\n[[measure]]\nid = \"m{at}\"\ntitle = \"{place}措施{at}\"\nen = \"M\"\nsources = [\"s1\"]\n"
    );
    for task in 1..=tasks {
        text += &format!(
            "\n[[measure.task]]\nid = \"m{at}-{task}\"\ntitle = \"{place}任務{at}.{task}\"\nen = \"T\"\n"
        );
    }
    text
}

fn event(place: &str, at: usize, date: &str) -> String {
    format!(
        "\n[[event]]\nid = \"e{at}\"\ndate = \"{date}\"\ntitle = \"{place}事件{at}\"\nen = \"E\"\nsources = [\"s1\"]\n"
    )
}

fn term(place: &str, at: usize) -> String {
    format!(
        "\n[[term]]\nid = \"t{at}\"\nname = \"{place}詞彙{at}\"\nen = \"T\"\nkind = \"concept\"\nexplain = \"解。\"\n\
         sources = [\"s2\"]\n"
    )
}

#[test]
fn the_fixture_is_sound() {
    let library = library(&files());
    assert!(library.problems.is_empty(), "{:?}", library.problems);
}
