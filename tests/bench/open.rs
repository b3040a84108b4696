//! What a library costs that is as large as a policy office's: opening, keys, memory, finding and reloading at 20
//! to 50,000 sections, beside `less`, `fzf` and a bare parse of the same files. A report; it fails by no time:
//! `cargo build --release && cargo run --release --example open_bench [-- S M L XL]`.
#![allow(clippy::unwrap_used, missing_docs)]
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

mod office;
mod open_bare;
mod open_inside;
mod open_screen;
mod open_table;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use open_inside::{Inside, QUERIES};
use open_screen::{Session, less};
use open_table::{Most, Pair, Row, Unit};

/// The sizes by name, and their sections.
const SIZES: [(&str, usize); 4] = [("S", 20), ("M", 1_000), ("L", 10_000), ("XL", 50_000)];

/// A library that was made up.
pub(crate) struct Made {
    pub(crate) name: &'static str,
    pub(crate) sections: usize,
    /// The bytes of its files.
    pub(crate) bytes: usize,
    pub(crate) folder: PathBuf,
    /// All of it as one file.
    pub(crate) text: PathBuf,
    /// Where the program keeps what it remembers of a reader.
    pub(crate) home: PathBuf,
    /// How often each thing is measured.
    pub(crate) times: usize,
}

/// Everything that was measured of one library.
struct Measured {
    made: Made,
    screen: Vec<Session>,
    less: Vec<f64>,
    inside: Inside,
    /// How long `jianbao find` takes, and `fzf --filter` on the text; in milliseconds.
    find: Vec<f64>,
    fzf: Vec<f64>,
}

fn main() {
    let Some(program) = program() else {
        eprintln!("target/release/jianbao is not there: cargo build --release");
        std::process::exit(2);
    };
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let is_asked =
        |name: &str| if asked.is_empty() { name != "XL" } else { asked.iter().any(|one| one == name) };
    let place = std::env::temp_dir().join(format!("open-bench-{}", std::process::id()));
    let all: Vec<Measured> = SIZES
        .into_iter()
        .filter(|(name, _)| is_asked(name))
        .map(|(name, sections)| measured(&program, make(&place, name, sections)))
        .collect();
    let _ = fs::remove_dir_all(&place);
    report(&all);
}

/// The program as it is released, built before: this one is built with what only tests need.
fn program() -> Option<PathBuf> {
    // target/release/examples/open_bench stands below it.
    let path = std::env::current_exe().ok()?.parent()?.parent()?.join("jianbao");
    path.is_file().then_some(path)
}

fn make(place: &Path, name: &'static str, sections: usize) -> Made {
    let place = place.join(name);
    let (folder, text, home) = (place.join("library"), place.join("library.md"), place.join("home"));
    fs::create_dir_all(&home).unwrap();
    let bytes = office::write(&folder, sections, 8).unwrap();
    Made { name, sections, bytes, folder, text, home, times: if sections > 10_000 { 5 } else { 7 } }
}

fn measured(program: &Path, made: Made) -> Measured {
    eprintln!("{}: {} sections, {:.1} MB of TOML", made.name, made.sections, made.bytes as f64 / 1e6);
    fs::write(&made.text, open_inside::text(&made)).unwrap();
    let (mut screen, mut beside) = (Vec::new(), Vec::new());
    for _ in 0..made.times {
        screen.push(Session::of(program, &made));
        beside.extend(less(&made));
    }
    let inside = Inside::of(&made);
    let mut find = Vec::new();
    for _ in 0..made.times {
        let mut command = std::process::Command::new(program);
        command.args(["find", "前海", "--library"]).arg(&made.folder);
        find.extend(run(&mut command));
    }
    let fzf = |query: &&str| {
        run(std::process::Command::new("fzf")
            .args(["--filter", query])
            .stdin(fs::File::open(&made.text).ok()?))
    };
    let fzf = QUERIES.iter().filter_map(fzf).collect();
    Measured { made, screen, less: beside, inside, find, fzf }
}

/// How long a command takes to its end, in milliseconds; nothing where there is no such command.
fn run(command: &mut std::process::Command) -> Option<f64> {
    let start = Instant::now();
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).status().ok()?;
    Some(ms(start.elapsed()))
}

/// A time in milliseconds.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The value in the middle; nothing of nothing.
pub(crate) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

fn report(all: &[Measured]) {
    let rows = rows(all);
    let names: Vec<&str> = all.iter().map(|one| one.made.name).collect();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    println!("{cores} cores; 100×30; each cell: ours / the other's = ratio\n");
    open_table::print(&names, &rows);
    println!("\nFor each section:\n");
    let sections: Vec<usize> = all.iter().map(|one| one.made.sections).collect();
    open_table::growth(&names, &sections, &rows);
}

/// A row of the table for each thing that was measured.
fn rows(all: &[Measured]) -> Vec<Row> {
    let row = |name, beside, unit, goals: &[(&'static str, Most)], cell: &dyn Fn(&Measured) -> Pair| Row {
        name,
        beside,
        unit,
        goals: goals.to_vec(),
        cells: all.iter().map(cell).collect(),
        grows: false,
    };
    let seen = |one: &Measured, what: &dyn Fn(&Session) -> Option<f64>| {
        median(one.screen.iter().filter_map(what).collect())
    };
    let small = |what: &dyn Fn(&Session) -> Option<f64>| all.first().and_then(|one| seen(one, what));
    let bare = |one: &Measured| median(one.inside.bare.clone());
    let mb = |one: &Measured| Some(one.made.bytes as f64 / 1e6);
    let keys = |what: &'static dyn Fn(&Session) -> Option<f64>| {
        move |one: &Measured| Pair(seen(one, what), small(what).filter(|_| one.made.name != "S"))
    };
    let share = |names: &[&'static str], most| {
        names.iter().map(|name| (*name, Most::Share(most))).collect::<Vec<_>>()
    };
    let times = |at: f64| move |one: &Measured| Pair(one.inside.key(at), median(one.fzf.clone()));
    vec![
        row("first frame", "less", Unit::Ms, &share(&["S", "M", "L"], 1.5), &|one| {
            Pair(seen(one, &|session| session.first), median(one.less.clone()))
        }),
        row("all read, on screen", "bare parse", Unit::Ms, &[], &|one| {
            Pair(seen(one, &|session| session.read), bare(one))
        })
        .growing(),
        row("parsed and indexed", "bare parse", Unit::Ms, &share(&["M", "L"], 1.5), &|one| {
            Pair(median(one.inside.opened.clone()), bare(one))
        })
        .growing(),
        row("key: down a list", "at S", Unit::Ms, &share(&["L"], 1.2), &keys(&|session| session.list)),
        row("key: down on home", "at S", Unit::Ms, &share(&["L"], 1.2), &keys(&|session| session.home)),
        row(
            "memory at rest",
            "TOML",
            Unit::Mb,
            &[("S", Most::Value(6.0)), ("L", Most::Share(3.0))],
            &|one| Pair(seen(one, &|session| session.memory), mb(one)),
        )
        .growing(),
        row("find, per key, p50", "fzf", Unit::Ms, &[], &times(0.5)),
        row(
            "find, per key, p99",
            "fzf",
            Unit::Ms,
            &[("L", Most::Value(4.0)), ("L", Most::Share(0.1))],
            &times(0.99),
        )
        .growing(),
        row("reload one file", "", Unit::Ms, &[("L", Most::Value(50.0))], &|one| {
            Pair(median(one.inside.reloaded.clone()), None)
        })
        .growing(),
        row("`jianbao find`", "bare parse", Unit::Ms, &share(&["L"], 2.0), &|one| {
            Pair(median(one.find.clone()), bare(one))
        })
        .growing(),
    ]
}
