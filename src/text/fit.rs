//! Text made to fit a number of columns: cut with an ellipsis, padded, or seen through a window.
//! Chinese characters are never halved.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::plain::plain_columns;
use super::width::{cluster_width, width};

/// What is shown of a text that may be too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fitted<'s> {
    /// The text, or its beginning without the spaces that end it.
    pub begun: &'s str,
    /// The columns that takes.
    pub columns: usize,
    /// Whether `…` stands behind it: one column more.
    pub goes_on: bool,
}

/// What is shown of `s` within `columns`, as [`truncate`] has it. Looks no further than it is seen.
pub fn fit(s: &str, columns: usize) -> Fitted<'_> {
    let chars = s.char_indices().map(|(at, c)| Some((at, plain_columns(c)?.into())));
    let clusters = || s.grapheme_indices(true).map(|(at, cluster)| Some((at, cluster_width(cluster))));
    let all = Fitted { begun: s, columns: 0, goes_on: false };
    within(s, columns, chars).or_else(|| within(s, columns, clusters())).unwrap_or(all)
}

/// The same with the place and the columns of each character; nothing where those of one that is seen are not known.
fn within(s: &str, columns: usize, each: impl Iterator<Item = Option<(usize, usize)>>) -> Option<Fitted<'_>> {
    let (mut used, mut cut) = (0, None);
    for next in each {
        let (at, wide) = next?;
        // The last column is left to the `…`.
        if used + wide >= columns.max(1) {
            cut = cut.or(Some((at, used)));
        }
        if used + wide > columns {
            let (end, used) = cut?;
            let (begun, spaces) = s.split_at_checked(end).map(|(begun, _)| trimmed(begun))?;
            return Some(Fitted { begun, columns: used.saturating_sub(width(spaces)), goes_on: columns > 0 });
        }
        used += wide;
    }
    Some(Fitted { begun: s, columns: used, goes_on: false })
}

/// `s` without the spaces it ends in, and these.
fn trimmed(s: &str) -> (&str, &str) {
    s.split_at_checked(s.trim_end().len()).unwrap_or((s, ""))
}

/// `s` within `columns`: as it is when it fits, else its beginning and `…`.
///
/// May be a column narrower than asked, where a wide character did not fit before the `…`.
/// With 0 columns nothing is left, with 1 only the `…`.
pub fn truncate(s: &str, columns: usize) -> Cow<'_, str> {
    let Fitted { begun, goes_on, .. } = fit(s, columns);
    if goes_on { Cow::Owned([begun, "…"].concat()) } else { Cow::Borrowed(begun) }
}

/// `s` at the left of exactly `columns`, filled with spaces; truncated when it is too long.
pub fn pad_end(s: &str, columns: usize) -> String {
    let Fitted { begun, columns: used, goes_on } = fit(s, columns);
    let gap = columns.saturating_sub(used + usize::from(goes_on));
    let mut padded = String::with_capacity(begun.len() + "…".len() + gap);
    padded.push_str(begun);
    padded.push_str(if goes_on { "…" } else { "" });
    padded.extend(std::iter::repeat_n(' ', gap));
    padded
}

/// `s` at the right of exactly `columns`, spaces before it; truncated when it is too long.
pub fn pad_start(s: &str, columns: usize) -> String {
    let fitted = truncate(s, columns);
    " ".repeat(columns.saturating_sub(width(&fitted))) + &fitted
}

/// What a window of `columns` columns beginning at column `from` shows of `s`; at most `columns` wide.
///
/// A wide character cut by either edge leaves a space, so that what follows keeps its column.
pub fn take_columns(s: &str, from: usize, columns: usize) -> Cow<'_, str> {
    let end = from.saturating_add(columns);
    if from == 0 && width(s) <= columns {
        return Cow::Borrowed(s);
    }
    let mut seen = String::new();
    let mut at = 0;
    for cluster in s.graphemes(true) {
        let next = at + cluster_width(cluster);
        if at >= from && next <= end && (at < end || next > at) {
            seen.push_str(cluster);
        } else {
            let shown = next.min(end).saturating_sub(at.max(from));
            seen.extend(std::iter::repeat_n(' ', shown));
        }
        at = next;
        if at >= end {
            break;
        }
    }
    Cow::Owned(seen)
}
