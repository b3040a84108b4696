//! The last row: what the keys do here, as many as fit, the most useful first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put;
use super::theme::Look;
use crate::app::lines::Tone;
use crate::app::{App, Mode};
use crate::keys::Action;
use crate::text;

/// A hint: the actions whose keys it names, and the word for what they do.
type Hint = (&'static [Action], &'static str);

/// Draws the hints on `area`'s first row.
pub(super) fn draw(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    let mut left = put::inset(area, 1, 1);
    if let Some(notice) = &app.notice {
        put::words(buf, left, notice, look.tone(Tone::Figure));
        return;
    }
    for (keys, word) in hints(app) {
        let keys = keys_of(app, keys);
        let width = text::width(&keys) + text::width(word) + 1;
        if keys.is_empty() || width > usize::from(left.width) {
            continue;
        }
        let taken = put::words(buf, left, &keys, look.tone(Tone::Key)) + 1;
        left = put::inset(left, taken, 0);
        let taken = put::words(buf, left, word, look.tone(Tone::Dim)) + 2;
        left = put::inset(left, taken, 0);
    }
}

fn keys_of(app: &App, actions: &[Action]) -> String {
    let keys = actions.iter().map(|action| app.settings.keymap.first(*action)).filter(|key| !key.is_empty());
    let joint = if actions == [Action::Plan1, Action::Plan9] { "–" } else { " " };
    keys.collect::<Vec<_>>().join(joint)
}

fn hints(app: &App) -> Vec<Hint> {
    let t = app.lang().ui();
    let of = |action: Action| action.row().map_or("", |row| row.hint(app.lang()));
    let one = |actions: &'static [Action]| (actions, actions.first().map_or("", |action| of(*action)));
    let walk: Hint = (&[Action::Down, Action::Up], t.key_up_down);
    match &app.mode {
        Mode::Browse if app.place.is_home() => vec![
            one(&[Action::Plan1, Action::Plan9]),
            walk,
            (&[Action::Open], t.key_pick),
            one(&[Action::Find]),
            one(&[Action::AllTimeline]),
            one(&[Action::Pins]),
            one(&[Action::Board]),
            one(&[Action::Help]),
            one(&[Action::Quit]),
            one(&[Action::Jump]),
        ],
        Mode::Browse => vec![
            walk,
            one(&[Action::PrevSection, Action::NextSection]),
            one(&[Action::NextPane]),
            one(&[Action::Open]),
            one(&[Action::Find]),
            one(&[Action::Copy]),
            one(&[Action::Pin]),
            one(&[Action::Help]),
            one(&[Action::Plan1, Action::Plan9]),
            one(&[Action::Home]),
            one(&[Action::Board]),
            one(&[Action::Jump]),
            one(&[Action::AllTimeline]),
        ],
        Mode::Read(_) => vec![
            (&[Action::Down, Action::Up], t.key_scroll),
            (&[Action::NextPane], t.related),
            (&[Action::Open], t.key_pick),
            one(&[Action::PrevSection, Action::NextSection]).with(t.next_item),
            (&[Action::Back], t.key_close),
        ],
        Mode::Board(_) => vec![walk, (&[Action::Open], t.where_it_stands), (&[Action::Back], t.key_close)],
        Mode::Help(_) | Mode::Problems { .. } => {
            vec![(&[Action::Down, Action::Up], t.key_scroll), (&[Action::Back], t.key_close)]
        }
        Mode::Pins(_) => vec![
            walk,
            (&[Action::Open], t.where_it_stands),
            one(&[Action::Note]),
            one(&[Action::Copy]),
            one(&[Action::Pin]),
            one(&[Action::Board]),
            (&[Action::Back], t.key_close),
        ],
        Mode::Find(_) => vec![
            (&[Action::Open], t.where_it_stands),
            (&[Action::NextPane], t.key_scope),
            (&[Action::Back], t.key_close),
        ],
        Mode::Note(_) => vec![(&[Action::Open], t.key_save), (&[Action::Back], t.key_close)],
        Mode::Jump(_) => vec![(&[Action::Open], t.key_pick), (&[Action::Back], t.key_close)],
    }
}

/// The same keys with another word.
trait With {
    fn with(self, word: &'static str) -> Self;
}

impl With for Hint {
    fn with(self, word: &'static str) -> Self {
        (self.0, word)
    }
}
