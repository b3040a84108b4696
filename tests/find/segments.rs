//! The index in segments: whichever way it came about, it answers as one made in one go.

use super::generate::{self, Dice, Made, Stock};
use super::today;
use jianbao::find::{Found, Index, Query, Scope};
use jianbao::plan::{Library, Plan};
use std::sync::Arc;

const QUERIES: [&str; 16] = [
    "香港",
    "合作",
    "qianhai",
    "he",
    "xg",
    "gongjan",
    "a",
    "investment",
    "96",
    ">50",
    "2026-06",
    "合作 he",
    "plan:香",
    "numbers 合",
    "cooperatoin",
    "龘",
];

/// Plans of all sizes, of a few items to some hundreds.
fn plans(dice: &mut Dice, count: usize) -> Vec<Arc<Plan>> {
    let stock = Stock::new();
    let mut plans = Vec::new();
    for _ in 0..count {
        let size = *dice.pick(&[1, 3, 20, 60, 90, 400]);
        let items: Vec<Made> = (0..size).map(|_| stock.make(dice)).collect();
        plans.extend(generate::library(&items, &stock, dice).plans);
    }
    plans
}

fn library(plans: &[Arc<Plan>]) -> Library {
    let mut library = Library::default();
    library.plans = plans.to_vec();
    library
}

fn found(index: &Index, typed: &str, scope: Scope) -> Found {
    index.search(&Query::parse(typed, today()), &scope, &|| false).unwrap()
}

/// Every query, in all plans and in one, is answered alike.
fn must_answer_alike(one: &Index, other: &Index, plans: usize) {
    assert_eq!(one.len(), other.len());
    for typed in QUERIES {
        let everywhere = Scope { plan: None, here: plans.checked_sub(1), limit: 40 };
        for scope in [everywhere, Scope { plan: Some(plans / 2), here: None, limit: 5 }] {
            let (one, other) = (found(one, typed, scope), found(other, typed, scope));
            assert_eq!(format!("{one:?}"), format!("{other:?}"), "{typed} in {:?}", scope.plan);
        }
    }
}

#[test]
fn an_index_brought_up_to_date_answers_as_a_new_one() {
    let mut dice = Dice::new(20_261_122);
    let mut spare = plans(&mut dice, 30);
    let mut here: Vec<Arc<Plan>> = Vec::new();
    let mut index = Index::in_segments_of(100);
    for step in 0..24 {
        match dice.roll(if step < 8 { 1 } else { 6 }) {
            0 | 1 => {
                let at = dice.roll(here.len() + 1);
                here.splice(at..at, spare.pop());
            }
            2 if !here.is_empty() => spare.insert(0, here.remove(dice.roll(here.len()))),
            3 if !here.is_empty() => {
                let at = dice.roll(here.len());
                let mut plan = Plan::clone(&here[at]);
                plan.short = format!("{}香", plan.short).into();
                plan.sections = plan.sections.first().cloned().into_iter().collect();
                here[at] = Arc::new(plan);
            }
            4 if !here.is_empty() => {
                let len = here.len();
                here.swap(dice.roll(len), dice.roll(len));
            }
            _ if here.len() > 1 => here.rotate_left(1),
            _ => {}
        }
        let library = library(&here);
        index = index.update(&library);
        if step % 4 == 3 {
            must_answer_alike(&index, &Index::build(&library), here.len());
        }
    }
    assert!(here.len() > 5);
    here.clear();
    assert!(index.update(&library(&here)).is_empty());
}

#[test]
fn an_index_for_one_search_answers_it_as_any() {
    let (library, index) = super::builtin();
    for typed in QUERIES.into_iter().chain(["５６", "前海 qh", "六月", "「一帶一路」", "Ａ", "％"])
    {
        let scope = Scope { plan: None, here: None, limit: 30 };
        let once = Index::once(library, &Query::parse(typed, today()));
        let (once, any) = (found(&once, typed, scope), found(index, typed, scope));
        assert_eq!(format!("{once:?}"), format!("{any:?}"), "{typed}");
        assert!(typed.is_ascii() || once.total > 0 || any.total == 0);
    }
}

#[test]
fn an_index_without_sounds_is_smaller() {
    let (library, index) = super::builtin();
    let once = |typed| Index::once(library, &Query::parse(typed, today())).memory();
    assert!(4 * once("香港") < 3 * index.memory());
    assert_eq!(once("qh"), Index::build(library).memory());
}
