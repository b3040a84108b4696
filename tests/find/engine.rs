//! The engine under bad input: whatever is typed, an answer at once and never a panic.

use super::generate::{self, Dice, Made, Stock};
use super::{builtin, find, today};
use jianbao::find::{Index, Query, Scope};
use jianbao::plan::Library;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How many random queries are asked, by several threads.
const ASKED: usize = 50_000;
const THREADS: usize = 4;

/// What queries are made of: what people type and what they never would.
const PIECES: [&str; 8] = [
    "abcdefghijklmnopqrstuvwxyz",
    "aeiouv",
    "0123456789.,%億萬千百十一二三兩年月日天份個<>=≥~至-",
    "。，、！？「」（）“”\"'《》 　:",
    "\u{0}\u{1}\u{7}\t\n\r\u{1b}\u{7f}\u{85} ",
    "前海河套香港中亞合作平台重行長樂",
    "\u{10000}\u{1F600}\u{20BB7}\u{10FFFF}\u{202A}\u{202E}\u{FFF0}\u{FFFD}\u{FFFF}ＡＺａ０９İßéñ",
    "q1 w2",
];

const WORDS: [&str; 14] = [
    "next",
    "plan:",
    "kind:",
    "pane：數字",
    "規劃:前",
    "qianhai",
    "zhong",
    "hong kong",
    "2026-06",
    "1.65b",
    "明年",
    "numbers",
    "cooperaton",
    "xianggang",
];

fn anything(dice: &mut Dice) -> String {
    let mut typed = String::new();
    for _ in 0..dice.roll(4) {
        if dice.roll(4) == 0 {
            typed += dice.pick::<&str>(&WORDS);
        } else {
            let piece: Vec<char> = dice.pick(&PIECES).chars().collect();
            typed.extend((0..dice.roll(12)).map(|_| *dice.pick(&piece)));
        }
        if dice.roll(3) == 0 {
            typed.push(' ');
        }
    }
    typed
}

/// Says what was asked if answering it panics.
struct Asking<'a>(&'a str);

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("asked for {:?}", self.0);
        }
    }
}

fn must_answer((library, index): (&Library, &Index), typed: &str, limit: usize) {
    let _asking = Asking(typed);
    let scope = Scope { plan: None, here: Some(limit % 9), limit };
    let found = index.search(&Query::parse(typed, today()), &scope, &|| false).unwrap();
    assert!(found.hits.len() <= limit && found.hits.len() <= found.total);
    for hit in found.hits {
        for mark in hit.marks {
            assert!(mark.field.text(library, hit.item).unwrap().get(mark.range).is_some());
        }
    }
}

/// Few items, so that most of the time goes to the queries; every five hundredth is asked of all our briefings.
#[test]
fn whatever_is_typed_is_answered() {
    let stock = Stock::new();
    let items: Vec<Made> = (0..30).map(|_| stock.make(&mut Dice::new(4))).collect();
    let small = generate::library(&items, &stock, &mut Dice::new(4));
    let small = &(Index::build(&small), small);
    thread::scope(|scope| {
        for seed in 0..THREADS {
            scope.spawn(move || {
                let mut dice = Dice::new(seed as u64);
                for n in 0..ASKED / THREADS {
                    let typed = anything(&mut dice);
                    let limit = dice.roll(30);
                    must_answer((&small.1, &small.0), &typed, limit);
                    if n % 500 == 0 {
                        must_answer((&builtin().0, &builtin().1), &typed, limit);
                    }
                }
            });
        }
    });
}

#[test]
fn long_and_strange_queries_are_answered_at_once() {
    let long = |piece: &str| piece.repeat(10_000 / piece.chars().count());
    for typed in [
        long("a"),
        long("前"),
        long("前海"),
        long("qianhai"),
        long("前 海 "),
        long("1"),
        long("1,"),
        long("一"),
        long("九十億"),
        long("。"),
        long(" "),
        long("\u{1b}[31m"),
        long("\""),
        long(">"),
        long("a1"),
        long("hahaa"),
        long("\u{FFFD}"),
        long("plan:"),
        long("2026-"),
        long("😀"),
        String::from_utf8_lossy(&[0xFF, 0xC3, 0x28, 0xE5, 0x89]).into_owned(),
    ] {
        let start = Instant::now();
        let found = find(&typed);
        let took = start.elapsed();
        assert!(
            took < Duration::from_millis(1500),
            "{took:?} for {} × {:?}",
            typed.len(),
            typed.chars().next()
        );
        assert!(found.hits.len() <= found.total);
    }
}

#[test]
fn nothing_typed_asks_for_nothing() {
    for typed in ["", " ", "　", "\t\n", "。，、", "\"\"", "「」", "\u{0}", "…——", "\"", "'"] {
        assert!(Query::parse(typed, today()).is_empty(), "{typed:?}");
        assert_eq!(find(typed).total, 0, "{typed:?}");
    }
}

#[test]
fn a_superseded_search_stops() {
    let (_, index) = builtin();
    let scope = Scope { plan: None, here: None, limit: 10 };
    assert!(index.search(&Query::parse("qianhai", today()), &scope, &|| true).is_none());
    let asked = AtomicUsize::new(0);
    let later = || asked.fetch_add(1, Ordering::Relaxed) > 1;
    assert!(index.search(&Query::parse("qianhai hetao zhongya", today()), &scope, &later).is_none());
    assert_eq!(asked.into_inner(), 3);
}

#[test]
fn an_index_goes_to_other_threads() {
    fn shared<T: Send + Sync + 'static>(_: &T) {}
    shared(&builtin().1);
}
