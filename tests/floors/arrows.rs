//! Arrows between rooms: which `crate::` path leads from which room to which, and whether it may.

use std::collections::BTreeMap;

use super::Breach;
use super::code::{Source, line_of, places};
use super::rooms::{BESIDE, ONLY, room};

/// One arrow: the line it stands on and the path it takes below the crate, `["plan", "Item"]`.
pub(super) struct Arrow {
    pub(super) line: usize,
    pub(super) path: Vec<String>,
}

/// Every arrow out of a file, tests included. In `main.rs` the library is `jianbao::`.
pub(super) fn arrows(source: &Source) -> Vec<Arrow> {
    let mut found = Vec::new();
    let root = if source.path == "src/main.rs" { "jianbao::" } else { "crate::" };
    for at in places(&source.code, root) {
        follow(source, at + root.len(), &mut found);
    }
    let depth = source.modules().len();
    for at in places(&source.code, "super::") {
        // Only the first of a chain, and only where the chain leaves the room.
        let chain = source.code[at..].split("super::").skip(1).take_while(|rest| rest.is_empty()).count() + 1;
        if !source.code[..at].ends_with("::") && chain >= depth {
            follow(source, at + chain * "super::".len(), &mut found);
        }
    }
    found.retain(|arrow| arrow.path.first().is_some_and(|to| to != source.room() && room(to).is_some()));
    found.sort_by_key(|arrow| arrow.line);
    found
}

/// Adds the paths that begin at byte `at`: one, or one for each member of a group in braces.
fn follow(source: &Source, at: usize, found: &mut Vec<Arrow>) {
    let line = |at: usize| line_of(&source.code, at);
    if !source.code[at..].starts_with('{') {
        found.push(Arrow { line: line(at), path: path(&source.code[at..]) });
        return;
    }
    let (mut depth, mut fresh) = (0, false);
    for (offset, c) in source.code[at..].char_indices() {
        match c {
            '{' => (depth, fresh) = (depth + 1, depth == 0),
            '}' => depth -= 1,
            ',' => fresh = depth == 1,
            c if fresh && !c.is_whitespace() => {
                found.push(Arrow { line: line(at + offset), path: path(&source.code[at + offset..]) });
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

/// The names at the beginning of `code`: `plan::Item;` is `["plan", "Item"]`.
pub(super) fn path(code: &str) -> Vec<String> {
    let end = code.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(code.len());
    code[..end].split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Every arrow that may not be, and every circle.
pub(super) fn check(house: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut graph: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for source in house {
        let from = source.room();
        if room(from).is_none() {
            breaches.push(Breach::new(
                &source.path,
                1,
                format!("room `{from}` has no floor; give it one in tests/floors/rooms.rs"),
            ));
            continue;
        }
        for arrow in arrows(source) {
            let Some(to) = arrow.path.first() else { continue };
            let place = format!("{}:{}", source.path, arrow.line);
            graph.entry(from).or_default().entry(to.clone()).or_insert(place);
            if let Some(words) = wrong(from, &arrow.path) {
                breaches.push(Breach::new(&source.path, arrow.line, words));
            }
        }
    }
    breaches.extend(circle(&graph));
    breaches
}

/// What is wrong with an arrow from room `from` along `path`.
fn wrong(from: &str, path: &[String]) -> Option<String> {
    let to = path.first()?;
    let (here, there) = (room(from)?, room(to)?);
    let arrow = format!("{from} (floor {}) → {} (floor {})", here.floor, path.join("::"), there.floor);
    if there.floor > here.floor {
        return Some(format!("{arrow} runs up"));
    }
    if there.floor == here.floor && !BESIDE.contains(&(from, to)) {
        return Some(format!("{arrow} runs across the floor"));
    }
    if !here.uses.contains(&to.as_str()) {
        return Some(format!("{arrow}: `{from}` may use only {}", here.uses.join(", ")));
    }
    not_only(from, to, &path[1..]).map(|only| format!("{arrow}: of `{to}` it may use only {only}"))
}

/// The parts of `to` that `from` may use, where `rest` is none of them.
pub(super) fn not_only(from: &str, to: &str, rest: &[String]) -> Option<String> {
    let (_, _, parts) = ONLY.iter().find(|(room, other, _)| (*room, *other) == (from, to))?;
    let rest = rest.join("::");
    let allowed = parts.iter().any(|part| rest == *part || rest.starts_with(&format!("{part}::")));
    (!allowed).then(|| parts.join(", "))
}

/// The first circle of the graph, told once, at one of its arrows.
fn circle(graph: &BTreeMap<&str, BTreeMap<String, String>>) -> Option<Breach> {
    graph.keys().find_map(|start| {
        let mut trail = vec![(*start).to_owned()];
        walk(graph, &mut trail).then(|| {
            let place =
                graph.get(start).and_then(|arrows| arrows.get(&trail[1])).cloned().unwrap_or_default();
            let (file, line) = place.rsplit_once(':').unwrap_or((&place, "0"));
            Breach::new(file, line.parse().unwrap_or(0), format!("circle: {}", trail.join(" → ")))
        })
    })
}

/// Whether the trail can be led back to where it began.
fn walk(graph: &BTreeMap<&str, BTreeMap<String, String>>, trail: &mut Vec<String>) -> bool {
    let next = trail.last().and_then(|room| graph.get(room.as_str()));
    for to in next.into_iter().flat_map(BTreeMap::keys) {
        if *to == trail[0] {
            trail.push(to.clone());
            return true;
        }
        if !trail.contains(to) {
            trail.push(to.clone());
            if walk(graph, trail) {
                return true;
            }
            trail.pop();
        }
    }
    false
}
