//! Headline numbers, on the home screen and in an overview, are items like any other; and the board begins
//! with the number that is chosen, from any list.

use super::{Story, hold};

const HEADLINE: &[Story] = &[
    ("home", "m", "總覽 › 甲一數字1 +"),
    ("home", "j m k m '", "總覽 › 甲一數字1 + | 釘選 1/2 jia/yi/n1"),
    ("home", "m e \"會上問起\" Enter '", "總覽 › 甲一數字1 + | 釘選 1/1 jia/yi/n1 會上問起"),
    (
        "home",
        "j y",
        "總覽 › 乙一數字1 ! Copy(\"乙一數字1：1個（實數，截至2026年2月） ［來源：某報《乙來源1》2026年7月］\")",
    ),
    ("甲", "m", "甲 › 全部 › 概覽 › 甲一數字1 +"),
    (
        "甲 › 二",
        "y",
        "甲 › 二 › 概覽 › 甲二數字1 ! Copy(\"甲二數字1：96條（實數，截至2026年2月） ［來源：某報《甲來源1》2026年7月］\")",
    ),
    ("home", "j b", "總覽 › 乙一數字1 | 大字 2/2 乙一數字1"),
    ("home", "Tab j b", "總覽 › 甲二事件1 | 大字 1/2 甲一數字1"),
    ("乙 › 全部 › 數字", "6*j b", "乙 › 全部 › 數字 › 乙一數字7 | 大字 7/40 乙一數字7"),
    ("甲 › 全部 › 數字", "G b", "甲 › 全部 › 數字 › 甲二數字1 | 大字 4/4 甲二數字1"),
    ("甲 › 二", "b", "甲 › 二 › 概覽 › 甲二數字1 | 大字 1/1 甲二數字1"),
];

#[test]
fn headline_numbers_are_items_like_any_other() {
    hold(HEADLINE);
}
