//! What a library costs that is as large as a policy office's: opening, keys, memory, finding and reloading at 20
//! to 50,000 sections, beside `less`, `fzf` and a bare parse of the same files. A report; it fails by no time:
//! `cargo build --release && cargo run --release --example open_bench [-- S M L XL]`.
#![allow(clippy::unwrap_used, missing_docs)]
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

mod dice;
mod office;
mod open_bare;
mod open_inside;
mod open_screen;
mod open_table;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use open_inside::{Inside, QUERIES};
use open_screen::{Session, first_frame, less};
use open_table::{Most, Pair, Row, Unit};

/// How often the program is started for each time it is looked at closely.
const STARTS: usize = 5;

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

/// What was measured of one library in a terminal; the times of `less` in milliseconds.
#[derive(Default)]
struct Seen {
    screen: Vec<Session>,
    first: Vec<f64>,
    less: Vec<f64>,
}

impl Seen {
    /// Starts the program and `less` in turn, a few times each: a start is over in milliseconds, and what else the
    /// machine does in them weighs.
    fn start(&mut self, program: &Path, folder: Option<&Path>, (text, home): (&Path, &Path)) {
        warm(&folder.into_iter().chain([program, text]).collect::<Vec<_>>());
        for _ in 0..STARTS {
            self.first.extend(first_frame(program, folder, home));
            self.less.extend(less(text, home));
        }
    }

    /// The first frame beside that of `less`.
    fn first(&self) -> Pair {
        Pair(median(self.first.clone()), median(self.less.clone()))
    }
}

/// Everything that was measured of one library.
struct Measured {
    made: Made,
    seen: Seen,
    inside: Inside,
    /// How long `fzf --filter` takes on the text, in milliseconds.
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
    let asked = SIZES.into_iter().filter(|(name, _)| is_asked(name));
    let made: Vec<Made> = asked.map(|(name, sections)| make(&program, &place, (name, sections))).collect();
    let mut seen: Vec<Seen> = made.iter().map(|_| Seen::default()).collect();
    // The sizes in turn: what else the machine does meanwhile is to weigh on all of them alike.
    for time in 0..made.iter().map(|made| made.times).max().unwrap_or_default() {
        for (made, seen) in made.iter().zip(&mut seen).filter(|(made, _)| time < made.times) {
            seen.start(&program, Some(&made.folder), (&made.text, &made.home));
            seen.screen.push(Session::of(&program, Some(&made.folder), &made.home));
        }
    }
    let builtin = builtin(&program, &place);
    let all: Vec<Measured> =
        made.into_iter().zip(seen).map(|(made, seen)| measured(&program, made, seen)).collect();
    let _ = fs::remove_dir_all(&place);
    report(&all);
    println!("\n{builtin}");
}

/// Reads what is about to be read, so that nobody waits for the disk: there are machines that forget a file within
/// seconds, and what was read last would win.
fn warm(places: &[&Path]) {
    for place in places {
        if let Ok(names) = fs::read_dir(place) {
            names.for_each(|name| warm(&[&name.unwrap().path()]));
        } else {
            drop(black_box(fs::read(place).unwrap()));
        }
    }
}

/// What the briefings built in cost, beside `less` on the same as a text.
fn builtin(program: &Path, place: &Path) -> String {
    let (text, home) = (place.join("built-in.md"), place.join("built-in"));
    fs::create_dir_all(&home).unwrap();
    let mut export = Command::new(program);
    export.args(["export", "--format", "markdown", "--out"]).arg(&text).current_dir(&home).env("HOME", &home);
    assert!(export.stderr(Stdio::null()).stdout(Stdio::null()).status().unwrap().success());
    let mut seen = Seen::default();
    for _ in 0..7 {
        seen.start(program, None, (&text, &home));
        seen.screen.push(Session::of(program, None, &home));
    }
    let memory = Pair(median(seen.screen.iter().filter_map(|session| session.memory).collect()), None);
    format!(
        "The briefings built in: first frame, ms {} (less; goal 1.5×); at rest {} MB (goal 6).",
        open_table::words(seen.first()),
        open_table::words(memory)
    )
}

/// The program as it is released, built before: this one is built with what only tests need.
fn program() -> Option<PathBuf> {
    // target/release/examples/open_bench stands below it.
    let path = std::env::current_exe().ok()?.parent()?.parent()?.join("jianbao");
    path.is_file().then_some(path)
}

fn make(program: &Path, place: &Path, (name, sections): (&'static str, usize)) -> Made {
    let place = place.join(name);
    let (folder, text, home) = (place.join("library"), place.join("library.md"), place.join("home"));
    fs::create_dir_all(&home).unwrap();
    let bytes = office::write(&folder, sections, 8).unwrap();
    let made =
        Made { name, sections, bytes, folder, text, home, times: if sections > 10_000 { 5 } else { 7 } };
    // Not written by this process: one that has held much takes long to start others.
    let mut export = Command::new(program);
    export.args(["export", "--format", "markdown", "--out"]).arg(&made.text).arg(&made.folder);
    assert!(export.stderr(Stdio::null()).stdout(Stdio::null()).status().unwrap().success());
    eprintln!("{name}: {sections} sections, {:.1} MB of TOML", bytes as f64 / 1e6);
    made
}

fn measured(program: &Path, made: Made, seen: Seen) -> Measured {
    let find = || {
        warm(&[&made.folder, program]);
        run(Command::new(program).args(["find", "前海", "--library"]).arg(&made.folder))
    };
    let inside = Inside::of(&made, &find);
    let fzf = |query: &&str| {
        run(Command::new("fzf").args(["--filter", query]).stdin(fs::File::open(&made.text).ok()?))
    };
    let fzf = QUERIES.iter().filter_map(fzf).collect();
    Measured { made, seen, inside, fzf }
}

/// How long a command takes to its end, in milliseconds; nothing where there is no such command.
fn run(command: &mut Command) -> Option<f64> {
    let start = Instant::now();
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
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
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown");
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    println!("{cores} cores, load {load}; 100×30; medians; ours / the other's = ratio\n");
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
        median(one.seen.screen.iter().filter_map(what).collect())
    };
    let small = |what: &dyn Fn(&Session) -> Option<f64>| {
        all.iter().find(|one| one.made.name == "S").and_then(|one| seen(one, what))
    };
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
        row("first frame", "less", Unit::Ms, &share(&["S", "M", "L"], 1.5), &|one| one.seen.first()),
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
            Pair(median(one.inside.find.clone()), bare(one))
        })
        .growing(),
    ]
}
