//! Lines of a paragraph: ragged-right, filled greedily, broken where `breaks` allows.
//! Gives byte ranges, so that whoever styles the text can cut its spans by them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::breaks::{Break, bad_end, bad_start, breaks};
use super::width::{cluster_width, width};

/// The lines of `s` at `columns` as byte ranges that, put together, are `s` again; none for an empty text.
///
/// A range carries the spaces and the line end it stops with; show it without them, as [`wrap_lines`]
/// gives it. So shown no line is wider than `columns`, with one exception: a character wider than
/// `columns` itself (any Chinese one at width 1 or 0) stands alone on its line.
///
/// A Latin word or a figure with its unit, together with the punctuation that may not leave it, is split
/// only when it is wider than `columns`.
pub fn wrap(s: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let pieces = pieces(s, columns);
    let mut rest = pieces.as_slice();
    let mut lines = Vec::new();
    let mut start = 0;
    while !rest.is_empty() {
        let count = prefer_strong(rest, fitting(rest, columns), columns);
        let (line, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        let end = line.last().map_or(start, |piece| piece.end);
        lines.push(start..end);
        start = end;
        rest = after;
    }
    lines
}

/// The lines of `s` at `columns` as they are shown: [`wrap`] without the spaces at their ends.
pub fn wrap_lines(s: &str, columns: usize) -> Vec<&str> {
    wrap(s, columns).into_iter().filter_map(|line| s.get(line)).map(str::trim_end).collect()
}

/// A stretch of text between two places a line may end at.
struct Piece {
    end: usize,
    /// Columns with the spaces it ends in.
    full: usize,
    /// Columns without them: what it needs at the end of a line.
    shown: usize,
    after: Break,
}

impl Piece {
    fn new(s: &str, range: Range<usize>, after: Break) -> Piece {
        let text = s.get(range.clone()).unwrap_or("");
        let (shown, spaces) = text.split_at_checked(text.trim_end().len()).unwrap_or((text, ""));
        let shown = width(shown);
        Piece { end: range.end, full: shown + width(spaces), shown, after }
    }
}

/// How many of `pieces`, at least one, fill a line.
fn fitting(pieces: &[Piece], columns: usize) -> usize {
    let mut used = 0;
    for (count, piece) in pieces.iter().enumerate() {
        if count > 0 && used + piece.shown > columns {
            return count;
        }
        if piece.after == Break::Line {
            return count + 1;
        }
        used += piece.full;
    }
    pieces.len()
}

/// Of the `count` pieces that fit, those up to the last strong break, if that leaves at most a quarter of the line empty.
fn prefer_strong(pieces: &[Piece], count: usize, columns: usize) -> usize {
    let line = pieces.get(..count).unwrap_or(pieces);
    if line.last().is_none_or(|piece| piece.after != Break::Weak) {
        return count;
    }
    let strong = line.iter().rposition(|piece| piece.after == Break::Strong);
    let Some((last, before)) = strong.and_then(|at| line.get(..=at)).and_then(<[Piece]>::split_last) else {
        return count;
    };
    let used = before.iter().map(|piece| piece.full).sum::<usize>() + last.shown;
    if columns.saturating_sub(used) <= columns / 4 { before.len() + 1 } else { count }
}

/// `s` in pieces of at most `columns`.
fn pieces(s: &str, columns: usize) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut held = Vec::new();
    let mut start = 0;
    for (at, kind) in breaks(s) {
        held.push(at);
        if kind == Break::Held {
            continue;
        }
        let piece = Piece::new(s, start..at, kind);
        if piece.shown <= columns {
            out.push(piece);
        } else {
            shatter(s, start, &held, columns, &mut out);
            if let Some(last) = out.last_mut() {
                last.after = kind;
            }
        }
        held.clear();
        start = at;
    }
    out
}

/// What no line can hold whole, in pieces as large as a line holds: broken inside figures, at the places in `held`
/// (its end is the last), and where that is not enough between any two characters.
fn shatter(s: &str, mut start: usize, held: &[usize], columns: usize, out: &mut Vec<Piece>) {
    let text = |range: Range<usize>| s.get(range).unwrap_or("");
    let mut fits = start;
    for &at in held {
        if fits > start && overflows(text(start..at), columns) {
            out.push(Piece::new(s, start..fits, Break::Weak));
            start = fits;
        }
        while overflows(text(start..at), columns) {
            let next = start + cut(text(start..at), columns);
            if next >= at {
                break;
            }
            out.push(Piece::new(s, start..next, Break::Strong));
            start = next;
        }
        fits = at;
    }
    out.push(Piece::new(s, start..fits, Break::Strong));
}

/// Whether `text` is wider than `columns`; looks no further than that, for the run may be a whole file.
fn overflows(text: &str, columns: usize) -> bool {
    let mut room = columns;
    text.trim_end().graphemes(true).any(|cluster| {
        let wide = cluster_width(cluster);
        let over = wide > room;
        room = room.saturating_sub(wide);
        over
    })
}

/// Where to cut a run wider than `columns`: after a joint of an address in the second half of the line, else
/// where no rule of line start and end is broken, else as late as it goes; after one cluster at least, and the
/// spaces behind it.
fn cut(run: &str, columns: usize) -> usize {
    let (mut used, mut any, mut good, mut joint) = (0, 0, 0, 0);
    for (at, cluster) in run.grapheme_indices(true) {
        used += cluster_width(cluster);
        if used > columns && any > 0 {
            break;
        }
        any = at + cluster.len();
        let next = run.get(any..).and_then(|rest| rest.chars().next());
        if next.is_some_and(bad_start) || cluster.ends_with(bad_end) {
            continue;
        }
        good = any;
        if cluster.ends_with(['/', '-', '_', '.', '@', '?', '&', '=', '#']) && used * 2 >= columns {
            joint = any;
        }
    }
    let cut = [joint, good, any].into_iter().find(|&at| at > 0).unwrap_or(run.len());
    // Spaces are not shown at the end of a line, so they go with it.
    let rest = run.get(cut..).unwrap_or("").graphemes(true);
    cut + rest.take_while(|cluster| cluster.trim_end().is_empty()).map(str::len).sum::<usize>()
}
