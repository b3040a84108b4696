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
    let banner = app.banner().filter(|_| !app.geometry().rules()).map(|(words, _)| words);
    if let Some(notice) = app.notice.as_ref().or(banner.as_ref()) {
        put::words(buf, left, notice, look.tone(Tone::Figure));
        return;
    }
    let hint = |(keys, word)| (is_kept(app, keys), keys_of(app, look, keys), word);
    let hints = hints(app).into_iter().map(hint).filter(|(_, keys, _)| !keys.is_empty());
    let hints: Vec<(bool, String, &str)> = hints.collect();
    let room = |hints: &[(bool, String, &str)]| -> u16 {
        hints.iter().filter(|(kept, ..)| *kept).map(|(_, keys, word)| columns(keys, word) + GAP).sum()
    };
    for (at, (_, keys, word)) in hints.iter().enumerate() {
        if columns(keys, word) + room(hints.get(at + 1..).unwrap_or_default()) > left.width {
            continue;
        }
        let taken = put::words(buf, left, keys, look.tone(Tone::Plain)) + 1;
        left = put::inset(left, taken, 0);
        let taken = put::words(buf, left, word, look.tone(Tone::Dim)) + GAP;
        left = put::inset(left, taken, 0);
    }
}

/// Columns between two hints.
const GAP: u16 = 2;

fn columns(keys: &str, word: &str) -> u16 {
    u16::try_from(text::width(keys) + text::width(word) + 1).unwrap_or(u16::MAX)
}

/// Whether room is kept for this hint before any other: the way to all the others, or the way back.
fn is_kept(app: &App, keys: &[Action]) -> bool {
    let kept = if matches!(app.mode, Mode::Browse) { Action::Help } else { Action::Back };
    keys == [kept]
}

fn keys_of(app: &App, look: &Look, actions: &[Action]) -> String {
    let keys = actions.iter().map(|action| app.settings.keymap.first(*action)).filter(|key| !key.is_empty());
    let joint = if actions == PLANS { look.frame.to } else { " " };
    keys.collect::<Vec<_>>().join(joint)
}

fn hints(app: &App) -> Vec<Hint> {
    let t = app.lang().ui();
    let walk: Hint = (&[Action::Down, Action::Up], t.key_up_down);
    let scroll: Hint = (&[Action::Down, Action::Up], t.key_scroll);
    let close: Hint = (&[Action::Back], t.key_close);
    let choose: Hint = (&[Action::Open], t.key_pick);
    let there: Hint = (&[Action::Open], t.where_it_stands);
    let of =
        |actions: &[&'static [Action]]| actions.iter().map(|actions| named(app, actions)).collect::<Vec<_>>();
    match &app.mode {
        Mode::Browse if app.place.is_home() => {
            let mut hints = of(HOME);
            hints.splice(1..1, [walk, choose]);
            hints.retain(|(keys, _)| !app.library.plans.is_empty() || *keys != PLANS);
            hints
        }
        Mode::Browse => [vec![walk], of(BROWSE)].concat(),
        Mode::Read(_) => {
            let next: Hint = (&[Action::PrevSection, Action::NextSection], t.next_item);
            let related: Hint = (&[Action::NextPane], t.related);
            [vec![scroll, related, choose, next], of(ITEM), vec![close]].concat()
        }
        Mode::Board(_) => [vec![walk, there], of(ITEM), vec![close]].concat(),
        Mode::Help(_) | Mode::Problems { .. } => vec![scroll, close],
        Mode::Pins(_) => [vec![walk, there], of(PINS), vec![close]].concat(),
        Mode::Find(_) => vec![there, (&[Action::NextPane], t.key_scope), close],
        Mode::Note(_) => vec![(&[Action::Open], t.key_save), close],
        Mode::Jump(_) => vec![choose, close],
    }
}

const PLANS: &[Action] = &[Action::Plan1, Action::Plan9];

const HOME: &[&[Action]] = &[
    PLANS,
    &[Action::Find],
    &[Action::Help],
    &[Action::Quit],
    &[Action::AllTimeline],
    &[Action::Pins],
    &[Action::Board],
    &[Action::Jump],
];

const BROWSE: &[&[Action]] = &[
    &[Action::PrevSection, Action::NextSection],
    &[Action::NextPane],
    &[Action::Open],
    &[Action::Find],
    &[Action::Copy],
    &[Action::Pin],
    &[Action::Help],
    PLANS,
    &[Action::Home],
    &[Action::Board],
    &[Action::Jump],
    &[Action::AllTimeline],
];

const ITEM: &[&[Action]] = &[&[Action::Copy], &[Action::Pin]];

const PINS: &[&[Action]] = &[&[Action::Note], &[Action::Copy], &[Action::Pin], &[Action::Board]];

/// The hint of these keys in the words of the first of their actions.
fn named(app: &App, actions: &'static [Action]) -> Hint {
    let row = actions.first().and_then(|action| action.row());
    (actions, row.map_or("", |row| row.hint(app.lang())))
}
