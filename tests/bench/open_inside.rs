//! What `open_bench` measures inside this process: reading and indexing, finding key by key, and reading one changed
//! file again, as the program's own threads do.

use std::collections::HashSet;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use chrono::NaiveDate;
use jianbao::find::{Index, Query, Scope};
use jianbao::plan::{Found, Limits, Outline, Shelf};

use crate::{Made, median, ms, open_bare};

/// What is typed, letter by letter: Chinese, by sound, English, numbers, several words, nothing there.
pub(crate) const QUERIES: [&str; 12] = [
    "前海",
    "低空經濟",
    "互認機制",
    "qianhai",
    "shiyanshi",
    "qhkj",
    "cinhoi",
    "logistics",
    "96份",
    ">500",
    "前海 基金",
    "龘靐齉",
];

/// What was measured, in milliseconds.
pub(crate) struct Inside {
    /// Everything read and parsed, and nothing else.
    pub(crate) bare: Vec<f64>,
    /// Everything read, checked, linked and indexed.
    pub(crate) opened: Vec<f64>,
    /// Finding as a command of its own.
    pub(crate) find: Vec<f64>,
    /// Of each letter that is typed.
    keys: Vec<f64>,
    pub(crate) reloaded: Vec<f64>,
}

impl Inside {
    /// Measures all of it; `command` runs `jianbao find` and says how long that took.
    pub(crate) fn of(made: &Made, command: &dyn Fn() -> Option<f64>) -> Self {
        let (mut bare, mut opened, mut find, mut last) = (Vec::new(), Vec::new(), Vec::new(), None);
        for _ in 0..made.times {
            drop(last.take());
            find.extend(command());
            let start = Instant::now();
            let parsed = open_bare::parse(&made.folder);
            bare.push(ms(start.elapsed()));
            drop(black_box(parsed));
            let start = Instant::now();
            let shelf = shelf(made);
            let library = shelf.library();
            let index = Index::build(&library);
            opened.push(ms(start.elapsed()));
            assert!(library.problems.is_empty() && library.plans.len() == made.sections.div_ceil(20));
            last = Some((shelf, library, index));
        }
        let Some((shelf, library, index)) = last else { unreachable!("it is opened more than once") };
        let keys = QUERIES.iter().flat_map(|query| typed(&index, query, made.times)).collect();
        drop(library);
        Self { bare, opened, find, keys, reloaded: reloaded(made, shelf, index) }
    }

    /// The time that this share of the letters take at most.
    pub(crate) fn key(&self, share: f64) -> Option<f64> {
        let mut keys = self.keys.clone();
        keys.sort_by(f64::total_cmp);
        keys.get(((keys.len().checked_sub(1)?) as f64 * share).round() as usize).copied()
    }
}

fn shelf(made: &Made) -> Shelf {
    let mut shelf = Shelf::within(Limits::default());
    shelf.open(Outline::of(&made.folder), &mut |_, _| true);
    shelf
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The time each letter takes, the median of several.
fn typed(index: &Index, query: &str, times: usize) -> Vec<f64> {
    let scope = Scope { plan: None, here: Some(0), limit: 100 };
    let ends = query.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let key = |end: usize| {
        let search = || {
            let start = Instant::now();
            let query = Query::parse(query.get(..end).unwrap(), today());
            black_box(index.search(&query, &scope, &|| false));
            ms(start.elapsed())
        };
        median((0..times).map(|_| search()).collect())
    };
    ends.filter_map(key).collect()
}

/// The time from reading a file that changed to the index that finds what it says.
fn reloaded(made: &Made, mut shelf: Shelf, mut index: Index) -> Vec<f64> {
    let changed = "plan-00000/part-00.toml";
    let file = made.folder.join(changed);
    let before = fs::read_to_string(&file).unwrap();
    let mut times = Vec::new();
    for time in 0..made.times {
        fs::write(&file, before.replacen("title = \"", &format!("title = \"第{time}次"), 1)).unwrap();
        let start = Instant::now();
        let found = Found::of_files(&made.folder, shelf.limits(), &HashSet::from([changed.to_owned()]));
        assert!(shelf.put(found), "it changed");
        let library = shelf.library();
        index = index.update(&library);
        times.push(ms(start.elapsed()));
    }
    fs::write(&file, before).unwrap();
    drop(black_box(index));
    times
}
