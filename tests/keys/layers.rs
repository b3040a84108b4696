//! What is opened over something else leads back to it on Esc, exactly as it was left; and what is scrolled
//! or chosen there holds at another size.

use super::{Story, hold};

const HELP: &[Story] = &[
    ("甲 › 一 › 數字", "j Enter ? Esc", "甲 › 一 › 數字 › 甲一數字2 | 全文 甲一數字2"),
    ("甲 › 一 › 數字", "Enter Tab ? ?", "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1 → 甲二數字1"),
    ("乙 › 全部 › 來源", "Enter G ? Esc", "乙 › 全部 › 來源 › 乙來源1 | 全文 乙來源1 ↓"),
    ("甲 › 一 › 數字", "b j ? / \"大\" Enter Esc", "甲 › 一 › 數字 › 甲一數字1 | 大字 2/3 甲一數字2"),
    ("甲 › 一 › 數字", "m j m ' j ? Esc", "甲 › 一 › 數字 › 甲一數字2 + | 釘選 2/2 jia/yi/n2"),
    ("甲 › 一 › 數字", "Enter ? Esc Esc", "甲 › 一 › 數字 › 甲一數字1"),
];

const JUMP: &[Story] = &[
    ("甲 › 一 › 數字", "j Enter : \"乙\" Esc", "甲 › 一 › 數字 › 甲一數字2 | 全文 甲一數字2"),
    ("甲 › 一 › 數字", "b G : Esc", "甲 › 一 › 數字 › 甲一數字1 | 大字 3/3 甲一數字3"),
    ("甲 › 一 › 數字", "Enter : \"乙\" Enter Esc", "總覽 › 甲一數字1"),
];

const FIND: &[Story] = &[
    (
        "甲 › 一 › 數字",
        "Enter Tab Enter / \"乙一\" Down Esc",
        "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1 ‹ 甲二數字1",
    ),
    ("甲 › 一 › 數字", "b j / \"96\" Esc", "甲 › 一 › 數字 › 甲一數字1 | 大字 2/3 甲一數字2"),
    ("甲 › 一 › 數字", "m ' / \"96\" Esc", "甲 › 一 › 數字 › 甲一數字1 + | 釘選 1/1 jia/yi/n1"),
    ("甲 › 一 › 數字", "j a j / \"96\" Esc", "所有規劃 › 甲一事件2"),
    ("甲 › 一 › 數字", "b / \"乙一數字7\" Enter Esc", "乙 › 全部 › 數字 › 乙一數字1"),
];

const PINS: &[Story] = &[
    ("甲 › 一 › 數字", "m b j ' Esc", "甲 › 一 › 數字 › 甲一數字1 +"),
    ("甲 › 一 › 數字", "m Enter ' Esc", "甲 › 一 › 數字 › 甲一數字1 + | 全文 甲一數字1"),
    ("甲 › 一 › 數字", "m ' b Esc", "甲 › 一 › 數字 › 甲一數字1 + | 釘選 1/1 jia/yi/n1"),
    ("甲 › 一 › 數字", "m ' ' b ' b Esc", "甲 › 一 › 數字 › 甲一數字1 +"),
    ("甲 › 一 › 數字", "m b e \"甲\" Esc", "甲 › 一 › 數字 › 甲一數字1 + | 大字 1/3 甲一數字1"),
    ("甲 › 一 › 數字", "m Enter e \"甲\" Enter", "甲 › 一 › 數字 › 甲一數字1 + | 全文 甲一數字1"),
];

const SCROLLED: &[Story] = &[
    ("home", "resize:40x10 ? G resize:140x60", "總覽 › 甲一數字1 | 說明 /"),
    (
        "甲 › 一 › 數字",
        "resize:40x10 Enter ? G resize:140x60 Esc",
        "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1",
    ),
    ("乙 › 全部 › 來源", "Enter G ? resize:100x60 Esc", "乙 › 全部 › 來源 › 乙來源1 | 全文 乙來源1"),
];

const LINKS: &[Story] = &[
    (
        "甲 › 一 › 數字",
        "Enter Tab Tab resize:40x12 resize:140x40",
        "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1 → 甲一數字2",
    ),
    ("甲 › 一 › 數字", "Enter Tab Tab m", "甲 › 一 › 數字 › 甲一數字1 + | 全文 甲一數字1 → 甲一數字2"),
    (
        "甲 › 一 › 數字",
        "Enter Tab Tab resize:40x12 Tab S-Tab Enter",
        "甲 › 一 › 數字 › 甲一數字1 | 全文 甲一數字1 ‹ 甲一數字2",
    ),
];

#[test]
fn help_does_not_drop_the_page_it_was_asked_on() {
    hold(HELP);
}

#[test]
fn a_name_not_jumped_to_leads_back() {
    hold(JUMP);
}

#[test]
fn the_finder_leaves_everything_as_it_was() {
    hold(FIND);
}

#[test]
fn pins_and_notes_lead_back() {
    hold(PINS);
}

#[test]
fn no_page_is_scrolled_past_its_end_by_another_size() {
    hold(SCROLLED);
}

#[test]
fn the_chosen_link_stays_chosen_where_lines_are_broken_anew() {
    hold(LINKS);
}
