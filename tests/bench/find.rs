//! How fast finding is on libraries of 1,000 to 500,000 items, key by key, beside `rg -F` and `fzf --filter` on the
//! same text: `cargo run --release --example find_bench [ITEMS…] [QUERY…]`. `ROUNDS` in the environment says how often
//! each query is typed.
#![allow(clippy::unwrap_used, clippy::string_slice, missing_docs)]
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

mod dice;
mod generate;

use chrono::NaiveDate;
use generate::{Dice, Made, Stock};
use jianbao::find::{Index, Query, Scope};
use jianbao::plan::Library;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What is typed, by kind of query.
const QUERIES: [(&str, &[&str]); 8] = [
    ("Chinese", &["前海", "深港合作", "科技創新", "中亞協議", "大灣區規劃", "香港"]),
    ("pinyin", &["qianhai", "zhongya", "shengang", "xieyi", "hezuoqu", "chuangxin"]),
    ("initials", &["qh", "dwq", "sghz", "kjcx", "fzgh"]),
    ("jyutping", &["cinhoi", "hipji", "gongjan", "samgong", "fatzin"]),
    ("English", &["hong kong", "investment", "greater bay", "low-altitude"]),
    ("number", &["96份", "16.5億", "1.65b", "30天", ">50", "2026-06", "95%"]),
    ("several", &["前海 協議", "zhongya 96", "hetao 2025", "港 鐵路 合作"]),
    ("no hit", &["龘靐齉", "qwrtpsd", "zhuangkuang", "987654321", "xylophonist", "前海龘"]),
];

fn main() {
    let (sizes, asked): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.parse::<usize>().is_ok());
    let sizes: Vec<usize> = sizes.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000, 500_000] } else { sizes };
    let stock = Stock::new();
    for size in sizes {
        let mut dice = Dice::new(size as u64);
        let items: Vec<Made> = (0..size).map(|_| stock.make(&mut dice)).collect();
        let text: usize = items.iter().map(Made::len).sum();
        let library = generate::library(&items, &stock, &mut dice);
        let (index, built) = cost(|| Index::build(&library));
        let memory = index.memory();
        println!(
            "\n{size} items, {} B of text each: built in {:.0} ms, {:.0} ms of all cores; index {} B an item, {} B beyond its text",
            text / size,
            ms(built.time),
            ms(built.cores),
            memory / size,
            memory.saturating_sub(text) / size,
        );
        println!(
            "{:10} {:>8} {:>8} {:>8} {:>8} {:>8}  slowest",
            "per key", "p50 ms", "p99 ms", "max ms", "cores ms", "keys"
        );
        for query in &asked {
            for (cost, so_far) in typed((&index, &library), &[query]) {
                report(&so_far.clone(), vec![(cost, so_far)]);
            }
        }
        if !asked.is_empty() {
            continue;
        }
        let mut all = Vec::new();
        for (kind, queries) in QUERIES {
            let times = typed((&index, &library), queries);
            report(kind, times.clone());
            all.extend(times);
        }
        report("all", all.clone());
        others(&items, all);
    }
}

/// What something cost: time until it was done, and that of all cores at work on it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    time: Duration,
    cores: Duration,
}

/// What `work` makes, and what it cost.
fn cost<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    let cores = || {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
        Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
    };
    let (start, before) = (Instant::now(), cores());
    let made = work();
    (made, Cost { time: start.elapsed(), cores: cores().saturating_sub(before) })
}

/// What each key costs, the least of several rounds (what else the machine does is not ours), with what had been
/// typed. In every round each query is typed letter by letter into an index that was never asked anything before.
fn typed((index, library): (&Index, &Library), queries: &[&str]) -> Vec<(Cost, String)> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let scope = Scope { plan: None, here: Some(0), limit: 200 };
    let rounds = std::env::var("ROUNDS").map_or(7, |rounds| rounds.parse().unwrap());
    let mut costs = Vec::new();
    for query in queries {
        let keys: Vec<&str> = query.char_indices().map(|(at, c)| &query[..at + c.len_utf8()]).collect();
        let mut least = vec![Cost { time: Duration::MAX, cores: Duration::MAX }; keys.len()];
        for _ in 0..rounds {
            let fresh = index.update(library);
            for (so_far, least) in keys.iter().zip(&mut least) {
                let search = || fresh.search(&Query::parse(so_far, today), &scope, &|| false).unwrap().total;
                let (total, cost) = cost(search);
                std::hint::black_box(total);
                least.time = least.time.min(cost.time);
                least.cores = least.cores.min(cost.cores);
            }
        }
        costs.extend(least.into_iter().zip(keys.iter().map(|key| (*key).to_owned())));
    }
    costs
}

fn report(kind: &str, mut costs: Vec<(Cost, String)>) {
    costs.sort_unstable();
    let at = |share: f64| costs[((costs.len() - 1) as f64 * share).round() as usize].0.time;
    let cores: Duration = costs.iter().map(|(cost, _)| cost.cores).sum::<Duration>() / costs.len() as u32;
    let dearest = costs.iter().max_by_key(|(cost, _)| cost.cores).unwrap();
    let (last, slowest) = &costs[costs.len() - 1];
    println!(
        "{kind:10} {:8.3} {:8.3} {:8.3} {:8.3} {:8}  {slowest}; dearest {:.3} {}",
        ms(at(0.5)),
        ms(at(0.99)),
        ms(last.time),
        ms(cores),
        costs.len(),
        ms(dearest.0.cores),
        dearest.1,
    );
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The whole of `rg -F -c` and `fzf --filter` for one query on the same text, and of `rg -F -c` for every key beside
/// what it cost here.
fn others(items: &[Made], costs: Vec<(Cost, String)>) {
    let path = std::env::temp_dir().join(format!("find-bench-{}.txt", std::process::id()));
    let lines: String = items.iter().map(|made| made.line() + "\n").collect();
    std::fs::write(&path, &lines).unwrap();
    for word in ["前海", "qianhai"] {
        let rg = timed(Command::new("rg").args(["-F", "-c", word]).arg(&path), None);
        let fzf = timed(Command::new("fzf").args(["--filter", word]), Some(&lines));
        for (name, time) in [("rg -F", rg), ("fzf --filter", fzf)] {
            match time {
                Some(time) => println!("{name} {word}: {:.1} ms", time.as_secs_f64() * 1000.0),
                None => println!("{name}: not installed, left out"),
            }
        }
    }
    let beside = |(cost, key): (Cost, String)| {
        let rg = timed(Command::new("rg").args(["-F", "-c", "--", &key]).arg(&path), None)?;
        Some((cost.time.as_secs_f64() / rg.as_secs_f64(), key))
    };
    let mut shares: Vec<(f64, String)> = costs.into_iter().filter_map(beside).collect();
    shares.sort_unstable_by(|one, other| other.0.total_cmp(&one.0));
    let slower: Vec<String> = shares.iter().take(8).map(|(share, key)| format!("{share:.2} {key}")).collect();
    let count = shares.iter().filter(|(share, _)| *share > 1.0).count();
    println!("of rg -F for the same key: {}; {count} of {} keys slower", slower.join(", "), shares.len());
    std::fs::remove_file(&path).unwrap();
}

/// The median of five runs of a program; `None` where there is no such program.
fn timed(command: &mut Command, input: Option<&str>) -> Option<Duration> {
    let mut times = Vec::new();
    for _ in 0..5 {
        let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
        let start = Instant::now();
        let mut child = command.stdin(stdin).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
        if let (Some(text), Some(mut pipe)) = (input, child.stdin.take()) {
            let _ = pipe.write_all(text.as_bytes());
        }
        child.wait().ok()?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    times.get(2).copied()
}
