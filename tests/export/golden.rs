//! What each format looks like for the small library: read the snapshots to see.

use super::{export, fixture, options};
use jianbao::export::{Format, Options};
use jianbao::lang::Lang;
use jianbao::plan::Pane;

fn check(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Line ends to be seen, and kept whatever an editor or git makes of a snapshot.
fn visible(text: &str) -> String {
    text.replace('\r', "␍")
}

#[test]
fn text_for_a_screen_reader_and_a_mail() {
    let library = fixture();
    check("text", &export(&library, Format::Text, "", &options()));
    let narrow = Options { width: 40, lang: Lang::En, ..options() };
    check("text-narrow-english", &export(&library, Format::Text, "harbour/works", &narrow));
    check("text-item", &export(&library, Format::Text, "harbour/works/east", &options()));
    let timeline = Options { pane: Some(Pane::Timeline), ..options() };
    check("text-timeline", &export(&library, Format::Text, "", &timeline));
}

#[test]
fn markdown() {
    check("markdown", &export(&fixture(), Format::Markdown, "harbour", &options()));
}

#[test]
fn json() {
    check("json", &export(&fixture(), Format::Json, "harbour/works", &options()));
}

#[test]
fn csv() {
    check("csv", &visible(&export(&fixture(), Format::Csv, "", &options())));
    let sources = Options { pane: Some(Pane::Sources), ..options() };
    check("csv-sources", &visible(&export(&fixture(), Format::Csv, "", &sources)));
}

#[test]
fn ics() {
    check("ics", &visible(&export(&fixture(), Format::Ics, "", &options())));
}

#[test]
fn html() {
    let page = export(&fixture(), Format::Html, "", &options());
    // The style and the script are files of their own; what matters here is what is made of the briefing.
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (body, rest) = rest.split_once("<script>").unwrap();
    let (_, after) = rest.split_once("</script>").unwrap();
    check("html", &format!("{before}<style></style>{body}<script></script>{after}"));
}
