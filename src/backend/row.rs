//! One row brought from what it shows to what it should show.

use super::brush::Brush;
use super::glyph::Glyph;
use super::pen::Pen;

/// In which pass each cell of a row is written: 0 first, `n + 1` with the rest of what the pen `n` draws, [`NEVER`]
/// where nothing changes.
pub(super) type Passes = Vec<u8>;

/// The pass of a cell that stays as it is.
const NEVER: u8 = u8::MAX;
/// So many spaces between words of one pen go with the words.
const INNER: usize = 2;

/// What of a row is to be written, all of it in the first pass; `None` where the row stays as it is.
pub(super) fn changes(old: &[Glyph], new: &[Glyph]) -> Option<Passes> {
    let mut disturbed = false;
    let mut any = false;
    let passes = old.iter().zip(new).map(|(o, n)| {
        let changed = o != n;
        any |= changed;
        let write = n.width > 0 && (changed || disturbed && !n.is_space());
        if n.width > 0 {
            // A sign of disputed width may lie over its neighbour, or have done so: write that again too.
            disturbed = changed && !(o.trusted && n.trusted);
        }
        if write { 0 } else { NEVER }
    });
    let passes = passes.collect();
    any.then_some(passes)
}

/// The same with what the pens of `later` draw put off to a pass of each: one change of pen for it all, and a move
/// to each run. A sign of disputed width has to be written before its neighbour on the right, so it waits only where
/// that waits too or is blank.
pub(super) fn put_off(changes: &[u8], new: &[Glyph], later: &[Pen]) -> Passes {
    let mut passes = changes.to_vec();
    let mut right = NEVER;
    for (n, pass) in new.iter().zip(&mut passes).rev().filter(|(n, _)| n.width > 0) {
        let own = later.iter().position(|pen| *pen == n.pen).filter(|_| !n.is_erased());
        let own = own.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0);
        let waits = own > 0 && (n.trusted || right == own || right == NEVER);
        if waits && *pass == 0 {
            *pass = own;
        }
        right = if n.is_space() {
            NEVER
        } else if waits {
            own
        } else {
            0
        };
    }
    join(&mut passes, new);
    passes
}

/// Lets few spaces between words that wait wait with them.
fn join(passes: &mut [u8], new: &[Glyph]) {
    let mut from: Option<(usize, u8)> = None;
    for x in 0..passes.len().min(new.len()) {
        let (Some(&pass), Some(glyph)) = (passes.get(x), new.get(x)) else { return };
        if glyph.is_erased() || glyph.width == 0 {
            continue;
        }
        if let Some((last, before)) = from
            && pass == before
            && x - last <= INNER + 1
            && let Some(between) = passes.get_mut(last + 1..x)
        {
            between.iter_mut().filter(|pass| **pass == 0).for_each(|pass| *pass = before);
        }
        let end = x + usize::from(glyph.width) - 1;
        from = (1..NEVER).contains(&pass).then_some((end, pass));
    }
}

/// Writes the glyphs of row `y` that belong to one pass; `old` is what the terminal shows, `new` what it should.
pub(super) fn paint(
    brush: &mut Brush,
    y: u16,
    (old, new): (&[Glyph], &[Glyph]),
    (passes, pass): (&[u8], u8),
) {
    let Some(first) = passes.iter().position(|of| *of == pass) else { return };
    let last = passes.iter().rposition(|of| *of == pass).unwrap_or(first);
    let tail = new.len() - new.iter().rev().take_while(|glyph| glyph.is_erased()).count();
    let mut done = first;
    for (x, (n, of)) in new.iter().zip(passes).enumerate().take(last + 1) {
        if x < done || *of != pass {
            continue;
        }
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
    if run == 0 {
        return 0;
    }
    let last = old.iter().zip(new).take(x + run).rposition(|(o, n)| o != n);
    column(last.map_or(0, |last| (last + 1).saturating_sub(x)))
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

/// About how many bytes it takes to write a row; what decides whether a scroll pays.
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
