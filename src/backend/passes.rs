//! The order in which the rows of a frame are written: from the top, but for the pens that are cheaper to take up
//! once. Whether that pays is found by trying.

use super::brush::Brush;
use super::glyph::Glyph;
use super::grid::Grid;
use super::pen::Pen;
use super::row::{self, Passes};
use super::sgr;
use crate::sort;

/// Frames of fewer bytes have too few changes of pen to be worth a second try.
const TRY_FROM: usize = 256;
/// Bytes of a change of pen that moves to and over a run are not worth.
const MOVES: usize = 7;
/// A pen that draws fewer runs does not wait.
const RUNS: usize = 2;
/// So many pens wait at most, those with most runs first.
const PENS: usize = 6;

/// A row that changes: its place, what it shows and should show, and the cells to write.
struct Row<'g> {
    y: u16,
    old: &'g [Glyph],
    new: &'g [Glyph],
    changes: Passes,
}

impl<'g> Row<'g> {
    /// The row `y`, if it changes.
    fn between(y: u16, old: &'g [Glyph], new: &'g [Glyph]) -> Option<Self> {
        row::changes(old, new).map(|changes| Self { y, old, new, changes })
    }

    fn paint(&self, brush: &mut Brush, passes: &[u8], pass: u8) {
        row::paint(brush, self.y, (self.old, self.new), (passes, pass));
    }
}

/// Writes what differs between the two screens, the first of which is erased where it is `None`.
pub(super) fn paint(brush: &mut Brush, shown: Option<&Grid>, wanted: &Grid) {
    let erased = shown.is_none().then(|| vec![Glyph::ERASED; usize::from(wanted.size.width)]);
    let old = |y| shown.map_or(erased.as_deref(), |shown| shown.row(usize::from(y)));
    let new = (0..).zip(wanted.rows());
    let rows: Vec<Row> = new.filter_map(|(y, new)| Row::between(y, old(y)?, new)).collect();
    let (start, at, pen) = (brush.out.len(), brush.at, brush.pen);
    in_passes(brush, &rows, &[]);
    if brush.out.len() - start < TRY_FROM {
        return;
    }
    let later = costly(&rows);
    if later.is_empty() {
        return;
    }
    let (bytes, after) = (brush.out.split_off(start), (brush.at, brush.pen));
    (brush.at, brush.pen) = (at, pen);
    in_passes(brush, &rows, &later);
    if brush.out.len() - start > bytes.len() {
        brush.out.truncate(start);
        brush.out.extend(bytes);
        (brush.at, brush.pen) = after;
    }
}

fn in_passes(brush: &mut Brush, rows: &[Row], later: &[Pen]) {
    if later.is_empty() {
        return rows.iter().for_each(|row| row.paint(brush, &row.changes, 0));
    }
    let passes: Vec<Passes> = rows.iter().map(|row| row::put_off(&row.changes, row.new, later)).collect();
    for pass in (0..=later.len()).filter_map(|pass| u8::try_from(pass).ok()) {
        rows.iter().zip(&passes).for_each(|(row, passes)| row.paint(brush, passes, pass));
    }
}

/// The pens that take many bytes to change to and draw several runs of what changes, those with most runs first.
fn costly(rows: &[Row]) -> Vec<Pen> {
    let mut runs: Vec<(usize, Pen)> = Vec::new();
    for Row { new, changes, .. } in rows {
        let mut before = Pen::PLAIN;
        let written = changes.iter().zip(*new).filter(|(change, n)| **change == 0 && !n.is_erased());
        for Glyph { pen, .. } in written.map(|(_, n)| n) {
            if *pen != before && *pen != Pen::PLAIN {
                match runs.iter_mut().find(|(_, known)| known == pen) {
                    Some((count, _)) => *count += 1,
                    None => runs.push((1, *pen)),
                }
            }
            before = *pen;
        }
    }
    runs.retain(|(count, pen)| *count >= RUNS && sgr::len(*pen) > MOVES);
    sort::by_key(&mut runs, |(count, _)| std::cmp::Reverse(*count));
    runs.into_iter().take(PENS).map(|(_, pen)| pen).collect()
}
