//! The floor of reading a library: every file read and parsed into plain structs on all cores, and nothing else done.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde::Deserialize;

/// Any file of a plan; what is not there stays empty.
#[derive(Default, Deserialize)]
#[serde(default)]
#[allow(dead_code, reason = "filled, as a program would, and then not looked at")]
pub(crate) struct Plain {
    title: String,
    short: String,
    en: String,
    order: u32,
    issuer: String,
    issuer_en: String,
    period: String,
    bottom_line: String,
    bottom_line_en: String,
    sections: Vec<String>,
    headline: Vec<String>,
    source: Vec<Source>,
    summary: String,
    summary_en: String,
    measure: Vec<Item>,
    number: Vec<Item>,
    event: Vec<Item>,
    term: Vec<Item>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[allow(dead_code, reason = "as above")]
struct Source {
    id: String,
    outlet: String,
    title: String,
    en: String,
    date: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[allow(dead_code, reason = "as above")]
struct Item {
    id: String,
    title: String,
    label: String,
    name: String,
    en: String,
    detail: String,
    explain: String,
    figure: String,
    counts: String,
    kind: String,
    as_of: String,
    date: String,
    tags: Vec<String>,
    related: Vec<String>,
    sources: Vec<String>,
}

/// Every file of the library in `folder`.
pub(crate) fn parse(folder: &Path) -> Vec<Plain> {
    let files = files(folder);
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(files.len())));
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                let mut parsed = Vec::new();
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    parsed.push(toml::from_str(&fs::read_to_string(file).unwrap()).unwrap());
                }
                all.lock().unwrap().append(&mut parsed);
            });
        }
    });
    all.into_inner().unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths(folder).flat_map(|plan| paths(&plan).collect::<Vec<_>>()).collect()
}
