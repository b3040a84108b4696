//! The order in which the rows of a frame are written: from the top, but for the pens that are cheaper to take up
//! once. Which those are is found by trying.

use super::brush::Brush;
use super::glyph::{Glyph, Pen};
use super::grid::Grid;
use super::row::{self, Passes};

/// Frames of fewer bytes have too few changes of pen to be worth a second try.
const TRY_FROM: usize = 256;
/// A pen that draws fewer runs does not wait.
const RUNS: usize = 4;
/// So many pens are tried, those with most runs first.
const PENS: usize = 4;

/// Writes what differs between the two screens.
pub(super) fn paint(brush: &mut Brush, shown: &Grid, wanted: &Grid) {
    let before = (brush.out.len(), brush.at, brush.pen);
    let mut try_with = |later: &[Pen]| {
        brush.out.truncate(before.0);
        (brush.at, brush.pen) = (before.1, before.2);
        in_passes(brush, shown, wanted, later);
        brush.out.len() - before.0
    };
    let mut later = Vec::new();
    let mut fewest = try_with(&later);
    if fewest < TRY_FROM {
        return;
    }
    let mut latest = true;
    for pen in candidates(shown, wanted) {
        later.push(pen);
        let bytes = try_with(&later);
        latest = bytes < fewest;
        if latest {
            fewest = bytes;
        } else {
            later.pop();
        }
    }
    if !latest {
        try_with(&later);
    }
}

fn in_passes(brush: &mut Brush, shown: &Grid, wanted: &Grid, later: &[Pen]) {
    let rows = || shown.rows.iter().zip(&wanted.rows);
    let passes: Vec<Passes> = rows().map(|(old, new)| row::passes(old, new, later)).collect();
    for pass in (0..=later.len()).filter_map(|pass| u8::try_from(pass).ok()) {
        for (y, ((old, new), passes)) in (0..).zip(rows().zip(&passes)) {
            row::paint(brush, y, (old, new), (passes, pass));
        }
    }
}

/// The pens that draw many runs of what changes, those with most runs first.
fn candidates(shown: &Grid, wanted: &Grid) -> Vec<Pen> {
    let mut runs: Vec<(usize, Pen)> = Vec::new();
    for (old, new) in shown.rows.iter().zip(&wanted.rows) {
        let mut before = Pen::PLAIN;
        let changed = old.iter().zip(new).filter(|(o, n)| o != n && !n.is_erased()).map(|(_, n)| n);
        for Glyph { pen, .. } in changed {
            if *pen != before && *pen != Pen::PLAIN {
                match runs.iter_mut().find(|(_, known)| known == pen) {
                    Some((count, _)) => *count += 1,
                    None => runs.push((1, *pen)),
                }
            }
            before = *pen;
        }
    }
    runs.retain(|(count, _)| *count >= RUNS);
    runs.sort_unstable_by_key(|(count, _)| std::cmp::Reverse(*count));
    runs.into_iter().take(PENS).map(|(_, pen)| pen).collect()
}
