//! A strip of names side by side with one of them open: the tabs of plans and the tabs of panes. Where
//! they don't all fit, the strip slides so that the open one is seen, and `…` tells that there is more.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put;
use super::theme::Look;
use crate::app::lines::Tone;
use crate::text;

/// Says what the nth name is, if there is one.
type Name<'n> = &'n dyn Fn(usize) -> Option<String>;

/// Draws names on `area`'s first row, `open` being the index of the one that is open. Only those that may be seen
/// are asked for.
pub(super) fn draw(buf: &mut Buffer, area: Rect, (name, open): (Name<'_>, Option<usize>), look: &Look) {
    let first = first_shown(name, open.unwrap_or(0), usize::from(area.width));
    let mut left = area;
    if first > 0 {
        let taken = put::words(buf, left, "… ", look.tone(Tone::Dim));
        left = put::inset(left, taken, 0);
    }
    let mut next = name(first);
    let mut at = first;
    while let Some(shown) = next {
        next = name(at + 1);
        let more = usize::from(next.is_some()) * 2;
        if text::width(&shown) + more > usize::from(left.width) && at > first {
            put::words(buf, left, "…", look.tone(Tone::Dim));
            return;
        }
        let style = if Some(at) == open { look.active() } else { look.tone(Tone::Plain) };
        let taken = put::words(buf, left, &shown, style);
        left = put::inset(left, taken, 0);
        at += 1;
    }
}

/// The first name to show so that the open one fits in `room` columns.
fn first_shown(name: Name<'_>, open: usize, room: usize) -> usize {
    let width = |at: usize| name(at).map(|name| text::width(&name));
    let (Some(own), more) = (width(open), name(open + 1).is_some()) else { return 0 };
    let (mut first, mut shown) = (open, own + usize::from(more) * 2);
    while let Some(before) = first.checked_sub(1).and_then(width) {
        shown += before;
        // The mark that there are names before it needs room too, unless this is the first.
        if shown + if first > 1 { 2 } else { 0 } > room {
            break;
        }
        first -= 1;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::first_shown;

    #[test]
    fn the_open_name_is_always_in_view() {
        let ten = |at: usize| (at < 10).then(|| "八個字寬".to_owned());
        assert_eq!(first_shown(&ten, 0, 40), 0);
        assert_eq!(first_shown(&ten, 9, 40), 6);
        assert_eq!(first_shown(&ten, 9, 4), 9);
        assert_eq!(first_shown(&|_| None, 0, 4), 0);
    }
}
