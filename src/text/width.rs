//! How many columns a text takes: the one measure of the program, the same that ratatui's buffer uses to
//! place cells.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::plain::plain_columns;

/// The columns `s` takes on a terminal that sets ambiguous characters narrow.
///
/// The sum over its grapheme clusters, for each cluster is one cell or two of a screen; measuring the whole
/// text at once would count ligatures that no terminal forms. Control characters count nothing, since none is drawn.
pub fn width(s: &str) -> usize {
    let plain: Option<usize> = s.chars().map(|c| plain_columns(c).map(usize::from)).sum();
    plain.unwrap_or_else(|| s.graphemes(true).map(cluster_width).sum())
}

/// The columns one character takes by itself: 0, 1 or 2 (more for a few rarities such as the three-em dash).
pub fn char_width(c: char) -> usize {
    c.width().unwrap_or(0) + usize::from(SOUND_MARKS.contains(&c))
}

/// The columns of one grapheme cluster.
pub(super) fn cluster_width(cluster: &str) -> usize {
    if cluster.contains(char::is_control) {
        return 0;
    }
    cluster.width() + cluster.matches(SOUND_MARKS).count()
}

/// The half-width kana sound marks. ratatui 0.30 counts each a column more than unicode-width does, and a
/// layout that disagrees with the buffer drifts; one column too many only leaves a gap.
const SOUND_MARKS: [char; 2] = ['\u{FF9E}', '\u{FF9F}'];
