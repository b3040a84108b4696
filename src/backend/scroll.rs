//! Finds rows that have moved up or down, by comparing the two screens; no widget needs to tell.

use super::glyph::Glyph;
use super::grid::Grid;
use super::row;

/// Rows `top..bottom` move by `n`; the rows this uncovers are erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) n: usize,
    pub(super) up: bool,
}

/// Bytes of the two moves, the IL and the DL of a shift.
const SHIFT: usize = 20;
/// The distances tried in earnest: those that bring most rows home.
const TRIED: usize = 3;

impl Shift {
    /// The shift that saves most bytes, if any does.
    pub(super) fn best(shown: &Grid, wanted: &Grid) -> Option<Self> {
        let changed: Vec<usize> =
            (0..).zip(shown.rows().zip(wanted.rows())).filter(|(_, (s, w))| s != w).map(|(y, _)| y).collect();
        if changed.len() < 2 {
            return None;
        }
        let found = distances(&changed, shown, wanted)
            .into_iter()
            .filter_map(|(n, up)| at_distance(n, up, shown, wanted));
        found.max_by_key(|(saved, _)| *saved).map(|(_, shift)| shift)
    }

    /// Does to the model what the terminal does.
    pub(super) fn apply(self, grid: &mut Grid) {
        let (width, moved) = (grid.width(), self.n * grid.width());
        let Some(cells) = grid.cells.get_mut(self.top * width..self.bottom * width) else { return };
        if self.up {
            cells.rotate_left(moved);
            cells.iter_mut().rev().take(moved).for_each(|cell| *cell = Glyph::ERASED);
        } else {
            cells.rotate_right(moved);
            cells.iter_mut().take(moved).for_each(|cell| *cell = Glyph::ERASED);
        }
    }
}

/// The few distances at which most changed rows are found again whole.
fn distances(changed: &[usize], shown: &Grid, wanted: &Grid) -> Vec<(usize, bool)> {
    let height = wanted.rows().len();
    let votes = |n: usize, up: bool| {
        let found = changed.iter().filter(|&&y| {
            let from = if up { y.checked_add(n) } else { y.checked_sub(n) };
            let want = wanted.row(y);
            want.is_some_and(|row| !row.iter().all(Glyph::is_erased))
                && from.and_then(|y| shown.row(y)) == want
        });
        found.count()
    };
    let all = (1..height).flat_map(|n| [(n, true), (n, false)]);
    let mut tried: Vec<_> =
        all.map(|(n, up)| (votes(n, up), n, up)).filter(|(votes, ..)| *votes > 0).collect();
    let mut best = Vec::with_capacity(TRIED);
    while best.len() < TRIED {
        let order = |at: &usize| tried.get(*at).map(|(votes, n, _)| (std::cmp::Reverse(*votes), *n));
        let Some(at) = (0..tried.len()).min_by_key(order) else { break };
        let (_, n, up) = tried.remove(at);
        best.push((n, up));
    }
    best
}

/// The best block of rows to shift by `n`, with the bytes it saves.
fn at_distance(n: usize, up: bool, shown: &Grid, wanted: &Grid) -> Option<(usize, Shift)> {
    let height = wanted.rows().len();
    let erased = vec![Glyph::ERASED; usize::from(wanted.size.width)];
    let old = |y: Option<usize>| y.and_then(|y| shown.row(y)).unwrap_or(&erased);
    // What row y costs now, after the shift, and when it is uncovered by it; summed up from the top.
    let mut sums = vec![(0, 0, 0)];
    let mut sum = (0, 0, 0);
    for (y, want) in wanted.rows().enumerate() {
        let from = if up { y.checked_add(n) } else { y.checked_sub(n) };
        sum.0 += row::cost(old(Some(y)), want);
        sum.1 += row::cost(old(from), want);
        sum.2 += row::cost(&erased, want);
        sums.push(sum);
    }
    let between = |from: usize, to: usize| {
        let (a, b) = (sums.get(from)?, sums.get(to)?);
        Some((b.0 - a.0, b.1 - a.1, b.2 - a.2))
    };
    let mut best: Option<(usize, Shift)> = None;
    for top in 0..height {
        for bottom in top + n + 1..=height {
            let (moved, uncovered) = if up {
                ((top, bottom - n), (bottom - n, bottom))
            } else {
                ((top + n, bottom), (top, top + n))
            };
            let before = between(top, bottom)?.0;
            let after = between(moved.0, moved.1)?.1 + between(uncovered.0, uncovered.1)?.2 + SHIFT;
            if before.saturating_sub(after) > best.map_or(0, |(saved, _)| saved) {
                best = Some((before - after, Shift { top, bottom, n, up }));
            }
        }
    }
    best
}
