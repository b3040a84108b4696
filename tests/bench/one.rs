#![allow(warnings)]
mod generate;
use generate::{Dice, Made, Stock};
use jianbao::find::{Index, Query, Scope};
use std::time::Instant;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let size: usize = a[1].parse().unwrap();
    let stock = Stock::new();
    let mut dice = Dice::new(size as u64);
    let items: Vec<Made> = (0..size).map(|_| stock.make(&mut dice)).collect();
    let index = generate::index(&items, &stock, &mut dice);
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    for q in &a[2..] {
        let scope = Scope { plan: None, here: Some(0), limit: 100 };
        let mut best = f64::MAX;
        let mut total = (0, false, None);
        for _ in 0..60 {
            let s = Instant::now();
            let f = index.search(&Query::parse(q, today), &scope, &|| false).unwrap();
            best = best.min(s.elapsed().as_secs_f64() * 1e3);
            total = (f.total, f.more, f.corrected);
        }
        println!("{q}: best {best:.2} ms {total:?}");
    }
}
