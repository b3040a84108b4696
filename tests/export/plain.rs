//! Plain text: within its width, without escapes, figures aligned on their digits.

use super::{export, fixture, options};
use jianbao::export::{Format, Options};
use jianbao::lang::Lang;
use jianbao::plan::Library;
use jianbao::plan::Pane;
use jianbao::text::width;

#[test]
fn no_line_is_wider_than_the_page() {
    let library = Library::builtin();
    for columns in [20, 33, 40, 80, 132] {
        for lang in [Lang::Hant, Lang::En] {
            let text = export(&library, Format::Text, "", &Options { width: columns, lang, ..options() });
            for line in text.lines() {
                assert!(width(line) <= columns, "{} of {columns}: {line}", width(line));
                assert_eq!(line, line.trim_end(), "spaces at the end");
            }
        }
    }
}

#[test]
fn no_width_is_too_small() {
    for columns in [0, 1, 7] {
        let text = export(&fixture(), Format::Text, "", &Options { width: columns, ..options() });
        assert!(text.lines().all(|line| width(line) <= 20));
    }
}

#[test]
fn there_is_no_escape_and_no_second_empty_line() {
    let text = export(&Library::builtin(), Format::Text, "", &options());
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
    assert!(!text.contains("\n\n\n") && !text.starts_with('\n') && text.ends_with('\n'));
}

#[test]
fn figures_of_a_list_end_their_digits_in_one_column() {
    let numbers = Options { pane: Some(Pane::Numbers), ..options() };
    let text = export(&Library::builtin(), Format::Text, "ce-visits/2026-central-asia", &numbers);
    let ends: Vec<usize> =
        [("96", "合作協議和備忘錄"), ("16.5", "有列金額的總值"), ("75", "代表團"), ("30", "免簽證期限")]
            .into_iter()
            .map(|(digits, label)| {
                let line = text.lines().find(|line| line.ends_with(&format!("  {label}"))).unwrap();
                width(&line[..line.find(digits).unwrap() + digits.len()])
            })
            .collect();
    assert_eq!(ends, [ends[0]; 4], "{text}");
}

#[test]
fn labels_of_a_list_begin_in_one_column_whatever_their_figures() {
    let numbers = Options { pane: Some(Pane::Numbers), ..options() };
    let text = export(&fixture(), Format::Text, "harbour/works", &numbers);
    let starts: Vec<usize> = ["新增泊位", "工程費用", "倉庫面積", "港口排名"]
        .into_iter()
        .map(|label| {
            let line = text.lines().find(|line| line.contains(label)).unwrap();
            width(&line[..line.find(label).unwrap()])
        })
        .collect();
    assert_eq!(starts, [starts[0]; 4], "{text}");
}

#[test]
fn what_is_not_listed_is_said() {
    let text = export(&fixture(), Format::Text, "harbour", &options());
    assert!(text.contains("措施：原文稱3項，這裏列出1項，有2項未列出。"), "{text}");
    assert!(text.contains("任務：原文稱2項，這裏全部列出。"), "{text}");
}

#[test]
fn an_empty_answer_says_so() {
    let voices = Options { pane: Some(Pane::Voices), ..options() };
    assert_eq!(export(&fixture(), Format::Text, "harbour/works/berths", &voices), "這裏沒有條目。\n");
}
