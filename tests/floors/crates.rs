//! Which crate, and which part of std that touches the machine, stands in which room. Unit tests may
//! use what they like.

use super::Breach;
use super::arrows::{not_only, path};
use super::code::{Source, line_of, places};
use super::rooms::{ROOMS, STD, room};

/// Every use of a crate or of the machine in a room that may not. `manifest` is `Cargo.toml`.
pub(super) fn check(house: &[Source], manifest: &str) -> Vec<Breach> {
    let names = dependencies(manifest);
    let mut breaches = homeless(&names);
    for source in house {
        for name in &names {
            breaches.extend(uses(source, name));
        }
        breaches.extend(machine(source));
        breaches.extend(printing(source));
    }
    breaches
}

/// The names of the crates under `[dependencies]`, as code writes them.
pub(super) fn dependencies(manifest: &str) -> Vec<String> {
    let table: toml::Table = manifest.parse().unwrap();
    let crates = table["dependencies"].as_table().unwrap();
    crates.keys().map(|name| name.replace('-', "_")).collect()
}

/// Crates that no room may use: whoever adds one says where it lives.
fn homeless(names: &[String]) -> Vec<Breach> {
    let lives = |name: &String| ROOMS.iter().any(|room| room.crates.contains(&name.as_str()));
    let lost = names.iter().filter(|name| !lives(name));
    lost.map(|name| {
        Breach::new("Cargo.toml", 0, format!("`{name}` has no room; give it one in tests/floors/rooms.rs"))
    })
    .collect()
}

fn uses(source: &Source, name: &str) -> Vec<Breach> {
    let here = source.room();
    let allowed = room(here).is_some_and(|room| room.crates.contains(&name));
    let starts = |at: &usize| {
        let before = source.bare[..*at].trim_end();
        let after = &source.bare[at + name.len()..];
        after.starts_with("::") && !before.ends_with("::")
            || before.ends_with("use") && after.starts_with(';')
    };
    let all = places(&source.bare, name).into_iter().filter(starts);
    all.filter_map(|at| {
        let path = path(&source.bare[at..]);
        let words = match not_only(here, name, &path[1..]) {
            _ if !allowed => format!("`{here}` may not use the crate `{name}`"),
            Some(only) => format!("of `{name}` `{here}` may use only {only}"),
            None => return None,
        };
        Some(Breach::new(&source.path, line_of(&source.bare, at), words))
    })
    .collect()
}

fn machine(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (what, homes) in STD {
        if homes.contains(&source.room()) || homes.contains(&source.path.as_str()) {
            continue;
        }
        for at in places(&source.bare, what) {
            let words = format!(
                "`{what}` belongs to {}",
                if homes.is_empty() { "nobody".to_owned() } else { homes.join(", ") }
            );
            breaches.push(Breach::new(&source.path, line_of(&source.bare, at), words));
        }
    }
    breaches
}

/// Only the command line prints.
fn printing(source: &Source) -> Vec<Breach> {
    if source.room() == "cli" {
        return Vec::new();
    }
    let all = ["println!", "print!", "eprintln!", "eprint!"].into_iter();
    all.flat_map(|what| places(&source.bare, what).into_iter().map(move |at| (what, at)))
        .map(|(what, at)| {
            Breach::new(&source.path, line_of(&source.bare, at), format!("`{what}`: only `cli` prints"))
        })
        .collect()
}
