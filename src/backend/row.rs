//! One row brought from what it shows to what it should show.

use super::brush::Brush;
use super::glyph::Glyph;

/// Writes the glyphs of row `y` that differ; `old` is what the terminal shows, `new` what it should.
pub(super) fn paint(brush: &mut Brush, y: u16, old: &[Glyph], new: &[Glyph]) {
    if old == new {
        return;
    }
    let tail = new.len() - new.iter().rev().take_while(|glyph| glyph.is_erased()).count();
    let last = old.iter().zip(new).rposition(|(o, n)| o != n).unwrap_or(0);
    let mut done = 0;
    let mut disturbed = false;
    for (x, (o, n)) in old.iter().zip(new).enumerate() {
        if x < done || n.width == 0 {
            continue;
        }
        let changed = o != n;
        if !changed && (!disturbed || n.is_space()) {
            disturbed = false;
            continue;
        }
        // A sign of disputed width may lie over its neighbour, or have done so: write that again too.
        disturbed = changed && !(o.trusted && n.trusted);
        let to = (column(x), y);
        if x >= tail && last.saturating_sub(x) >= 3 {
            brush.erase_to_end(to);
            return;
        }
        let run = erased_run(x, old, new);
        if brush.erasing_pays(run) {
            brush.erase_cells(to, run, new);
            done = x + usize::from(run);
        } else {
            brush.go(to, new);
            brush.put(n);
        }
    }
}

/// How many cells from `x` are to be erased, up to the last of them that is not so already.
fn erased_run(x: usize, old: &[Glyph], new: &[Glyph]) -> u16 {
    let run = new.iter().skip(x).take_while(|n| n.is_erased()).count();
    let last = old.iter().zip(new).take(x + run).rposition(|(o, n)| o != n);
    column(last.map_or(0, |last| (last + 1).saturating_sub(x)))
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

/// About how many bytes [`paint`] writes; what decides whether a scroll pays.
pub(super) fn cost(old: &[Glyph], new: &[Glyph]) -> usize {
    let mut text = 0;
    let mut spaces: usize = 0;
    let mut any = false;
    for n in old.iter().zip(new).filter(|(o, n)| o != n).map(|(_, n)| n) {
        any = true;
        if n.is_erased() { spaces += 1 } else { text += n.len() }
    }
    if any { MOVE + text + spaces.min(ERASE) } else { 0 }
}

/// Bytes of a cursor move, about.
const MOVE: usize = 6;
/// Bytes of an erase and the move after it, about.
const ERASE: usize = 8;
