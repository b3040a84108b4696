//! Where a line may end: UAX #14 as `icu_segmenter` finds it, with the rules Chinese setting adds (CLREQ
//! 3.1.1 on line start and end, numbers kept with their units). Says where, not which: that is `wrap`.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use unicode_segmentation::UnicodeSegmentation;

use super::figures::{Hold, holds};

/// What kind of place a line may end at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// A good place.
    Strong,
    /// Allowed, but the two sides read better together: 約|40個, 2026年|1月.
    Weak,
    /// Inside a figure with its unit: only where no line can hold the figure whole.
    Held,
    /// The line must end here: a line end in the text, or its last byte.
    Line,
}

/// Every place `s` may be broken at, as the byte offset the next line would begin with, in order;
/// the last is `s.len()`. No place splits a grapheme cluster. Empty for an empty text.
pub(super) fn breaks(s: &str) -> Vec<(usize, Break)> {
    let mut places = segment(s);
    add_quotes(s, &mut places);
    keep_clusters(s, &mut places);
    let mut belonging = holds(s).into_iter().peekable();
    places
        .into_iter()
        .filter(|&at| may_break(s, at))
        .map(|at| {
            while belonging.next_if(|(place, _)| *place < at).is_some() {}
            let held = belonging.next_if(|(place, _)| *place == at).map(|(_, hold)| hold);
            (at, if ends_line(s, at) { Break::Line } else { class(held) })
        })
        .collect()
}

/// Whether no line may begin with `c`: closing marks, stops, middle dots, dashes, percent signs.
pub(super) fn bad_start(c: char) -> bool {
    "，。、；：？！」』）】》〉〕｝］〗…—·‧・•％%‰℃°”’〞〟ー～々〃–~／/,.;:!?)]}".contains(c)
}

/// Whether no line may end with `c`: opening marks.
pub(super) fn bad_end(c: char) -> bool {
    "「『（【《〈〔｛［〖“‘〝([{".contains(c)
}

fn class(held: Option<Hold>) -> Break {
    match held {
        None => Break::Strong,
        Some(Hold::Loose) => Break::Weak,
        Some(Hold::Tight) => Break::Held,
    }
}

/// UAX #14, strict. Scripts that need a dictionary are left whole: our readers' texts have none.
fn segment(s: &str) -> Vec<usize> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    segmenter.segment_str(s).filter(|&at| at > 0).collect()
}

/// UAX #14 before revision 53 never breaks beside a curly quote, for it cannot tell an opening from a closing
/// one. Next to a Chinese character it is plain, so 說，|“早 and 早”|的 may break (the later rule `LB19a`).
fn add_quotes(s: &str, places: &mut Vec<usize>) {
    let pairs = s.char_indices().zip(s.char_indices().skip(1));
    let beside = pairs.filter(|&((_, left), (_, right))| {
        matches!(right, '“' | '‘') && super::char_width(left) == 2
            || matches!(left, '”' | '’') && super::char_width(right) == 2
    });
    let before = places.len();
    places.extend(beside.map(|(_, (at, _))| at));
    if places.len() > before {
        places.sort_unstable();
        places.dedup();
    }
}

/// UAX #14 breaks between a space and a combining mark on it; on a screen they share a cell.
fn keep_clusters(s: &str, places: &mut Vec<usize>) {
    let mut starts = s.grapheme_indices(true).map(|(at, _)| at).peekable();
    places.retain(|&place| {
        while starts.next_if(|&at| at < place).is_some() {}
        place == s.len() || starts.peek() == Some(&place)
    });
}

fn may_break(s: &str, at: usize) -> bool {
    let (before, after) = s.split_at_checked(at).unwrap_or((s, ""));
    ends_line(s, at) || !after.chars().next().is_some_and(bad_start) && !before.trim_end().ends_with(bad_end)
}

fn ends_line(s: &str, at: usize) -> bool {
    let line_end = ['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];
    at == s.len() || s.get(..at).is_some_and(|before| before.ends_with(line_end))
}
