//! A strip of names side by side with one of them open: the tabs of plans and the tabs of panes. Where
//! they don't all fit, the strip slides so that the open one is seen, and `…` tells that there is more.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put;
use super::theme::Look;
use crate::app::lines::Tone;
use crate::text;

/// Draws `names` on `area`'s first row, `open` being the index of the one that is open.
pub(super) fn draw(buf: &mut Buffer, area: Rect, (names, open): (&[String], Option<usize>), look: &Look) {
    let widths: Vec<usize> = names.iter().map(|name| text::width(name)).collect();
    let room = usize::from(area.width);
    let first = first_shown(&widths, open.unwrap_or(0), room);
    let mut left = area;
    if first > 0 {
        let taken = put::words(buf, left, "… ", look.tone(Tone::Dim));
        left = put::inset(left, taken, 0);
    }
    for (at, name) in names.iter().enumerate().skip(first) {
        let more = at + 1 < names.len();
        if text::width(name) + usize::from(more) * 2 > usize::from(left.width) && at > first {
            put::words(buf, left, "…", look.tone(Tone::Dim));
            return;
        }
        let style = if Some(at) == open { look.active() } else { look.tone(Tone::Plain) };
        let taken = put::words(buf, left, name, style);
        left = put::inset(left, taken, 0);
    }
}

/// The first name to show so that the open one fits in `room` columns.
fn first_shown(widths: &[usize], open: usize, room: usize) -> usize {
    let needed = |first: usize| {
        let shown: usize = widths.iter().skip(first).take(open + 1 - first).sum();
        shown + if first > 0 { 2 } else { 0 } + if open + 1 < widths.len() { 2 } else { 0 }
    };
    (0..=open.min(widths.len().saturating_sub(1))).find(|first| needed(*first) <= room).unwrap_or(open)
}

#[cfg(test)]
mod tests {
    use super::first_shown;

    #[test]
    fn the_open_name_is_always_in_view() {
        let widths = [8; 10];
        assert_eq!(first_shown(&widths, 0, 40), 0);
        assert_eq!(first_shown(&widths, 9, 40), 6);
        assert_eq!(first_shown(&widths, 9, 4), 9);
        assert_eq!(first_shown(&[], 0, 4), 0);
    }
}
