//! Writes the library of a large policy office: `cargo run --release --example make_office -- 10000 FOLDER`.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs)]

mod dice;
mod office;

use std::path::Path;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(sections), Some(folder)) = (arguments.next(), arguments.next()) else {
        eprintln!("make_office SECTIONS FOLDER");
        std::process::exit(2);
    };
    let sections: usize = sections.parse().unwrap();
    let bytes = office::write(Path::new(&folder), sections, 8).unwrap();
    println!("{sections} sections, {bytes} bytes");
}
