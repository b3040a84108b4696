//! Text made to fit a number of columns: cut with an ellipsis, padded, or seen through a window.
//! Chinese characters are never halved.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::plain::{is_plain, plain_columns};
use super::width::{cluster_width, width};

/// `s` within `columns`: as it is when it fits, else its beginning and `…`.
///
/// May be a column narrower than asked, where a wide character did not fit before the `…`.
/// With 0 columns nothing is left, with 1 only the `…`.
pub fn truncate(s: &str, columns: usize) -> Cow<'_, str> {
    if width(s) <= columns {
        return Cow::Borrowed(s);
    }
    let Some(room) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    Cow::Owned(format!("{}…", prefix(s, room).trim_end()))
}

/// `s` at the left of exactly `columns`, filled with spaces; truncated when it is too long.
pub fn pad_end(s: &str, columns: usize) -> String {
    let fitted = truncate(s, columns);
    let gap = columns.saturating_sub(width(&fitted));
    fitted.into_owned() + &" ".repeat(gap)
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

/// The longest beginning of `s`, in whole grapheme clusters, that takes at most `columns`.
fn prefix(s: &str, columns: usize) -> &str {
    let mut used = 0;
    let mut is_over = |width: usize| {
        used += width;
        used > columns
    };
    let end = if is_plain(s) {
        s.char_indices().find(|(_, c)| is_over(plain_columns(*c).into())).map(|(at, _)| at)
    } else {
        s.grapheme_indices(true).find(|(_, cluster)| is_over(cluster_width(cluster))).map(|(at, _)| at)
    };
    end.and_then(|end| s.get(..end)).unwrap_or(s)
}
