//! A query typed letter by letter: what the index keeps of the words before changes no answer.

use super::generate::{self, Dice, Made, Stock};
use super::today;
use jianbao::find::{Index, Query, Scope};
use jianbao::plan::Library;

/// What is typed, in part or whole, one after the other.
const WORDS: [&str; 28] = [
    "qianhai",
    "zhongya",
    "shengang",
    "hezuo",
    "xiang",
    "gongjan",
    "cinhoi",
    "samgong",
    "hong",
    "kong",
    "xg",
    "dwq",
    "sghz",
    "investment",
    "greater",
    "a",
    "95%",
    "2026-06",
    "96",
    ">50",
    "1.65b",
    "前海",
    "香港",
    "合作",
    "中亞協議",
    "一",
    "numbers",
    "cooperatoin",
];

/// One key: letters more, a space, or the last taken away.
fn press(typed: &mut String, rest: &mut Vec<char>, dice: &mut Dice) {
    match dice.roll(12) {
        0 => drop(typed.pop()),
        1 => typed.push(' '),
        _ => {
            if rest.is_empty() {
                *rest = dice.pick::<&str>(&WORDS).chars().rev().collect();
                typed.extend((dice.roll(3) > 0).then_some(' '));
            }
            typed.extend(rest.pop());
        }
    }
}

/// Types queries into one index, each key answered as by an index that was never asked anything; how many hits there
/// were.
fn must_answer_as_fresh(library: &Library, index: &Index, queries: usize) -> usize {
    let mut dice = Dice::new(queries as u64);
    let mut hits = 0;
    for _ in 0..queries {
        let (mut typed, mut rest) = (String::new(), Vec::new());
        for _ in 0..4 + dice.roll(16) {
            press(&mut typed, &mut rest, &mut dice);
            let plan = (dice.roll(8) == 0).then(|| dice.roll(library.plans.len()));
            let scope = Scope { plan, here: Some(0), limit: 20 };
            let answer =
                |index: &Index| index.search(&Query::parse(&typed, today()), &scope, &|| false).unwrap();
            let (kept, fresh) = (answer(index), answer(&index.update(library)));
            assert_eq!(format!("{kept:?}"), format!("{fresh:?}"), "{typed:?} in {plan:?}");
            hits += kept.hits.len();
        }
    }
    hits
}

fn made(items: usize) -> Library {
    let (stock, mut dice) = (Stock::new(), Dice::new(items as u64));
    let items: Vec<Made> = (0..items).map(|_| stock.make(&mut dice)).collect();
    generate::library(&items, &stock, &mut dice)
}

#[test]
fn typed_letter_by_letter_it_is_answered_as_at_once() {
    let few = made(40);
    assert!(must_answer_as_fresh(&few, &Index::in_segments_of(20).update(&few), 2_000) > 10_000);
}

/// So many that details are not always looked at, and words one by one or all at once.
#[test]
fn typed_letter_by_letter_it_is_answered_as_at_once_among_many() {
    let many = made(4_000);
    assert!(must_answer_as_fresh(&many, &Index::in_segments_of(900).update(&many), 60) > 5_000);
}

/// What is kept is bounded, and a search that was stopped leaves nothing wrong.
#[test]
fn what_is_kept_is_bounded_and_whole() {
    let library = made(400);
    let index = Index::build(&library);
    let scope = Scope { plan: None, here: None, limit: 20 };
    let before = index.memory();
    for (n, word) in WORDS.iter().cycle().take(200).enumerate() {
        let asked = std::sync::atomic::AtomicUsize::new(0);
        let stop = || asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) > n % 5;
        let _ = index.search(&Query::parse(word, today()), &scope, &stop);
        let answer = |index: &Index| index.search(&Query::parse(word, today()), &scope, &|| false).unwrap();
        assert_eq!(
            format!("{:?}", answer(&index)),
            format!("{:?}", answer(&index.update(&library))),
            "{word}"
        );
    }
    assert!(index.memory() - before < 8 * 4 * 400 + 20_000, "{} B", index.memory() - before);
}
