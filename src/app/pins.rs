//! The list of pins, and the line in which a note on one is written.

use super::App;
use super::browse::visit;
use super::event::Effect;
use super::input::edit;
use super::mode::{Mode, Note, PinList};
use crate::keys::{Action, Code, Key};

/// Carries out `action` on the list of pins.
pub(super) fn key(app: &mut App, action: Option<Action>) {
    let Mode::Pins(PinList { at }) = &app.mode else { return };
    let (at, last) = (*at, app.memory.pins.len().saturating_sub(1));
    let to = match action {
        Some(Action::Down | Action::NextPane) => at + 1,
        Some(Action::Up | Action::PrevPane) => at.saturating_sub(1),
        Some(Action::First) => 0,
        Some(Action::Last) => last,
        Some(Action::HalfDown | Action::PageDown) => at + 10,
        Some(Action::HalfUp | Action::PageUp) => at.saturating_sub(10),
        Some(Action::Back) => return app.close(),
        Some(Action::Board) => return super::board::open_pins(app),
        Some(Action::Open) => {
            let item = app.memory.pins.get(at).and_then(|pin| app.library.find_path(&pin.path));
            if let Some(item) = item {
                visit(app, item);
            }
            return;
        }
        _ => at,
    };
    app.mode = Mode::Pins(PinList { at: to.min(last) });
}

/// Carries out a key while a note is written.
pub(super) fn note_key(app: &mut App, key: Key) -> Vec<Effect> {
    let Mode::Note(note) = &mut app.mode else { return Vec::new() };
    match key.code {
        Code::Esc => app.close(),
        Code::Enter => {
            let Note { path, input } = std::mem::take(note);
            app.close();
            return vec![Effect::Note { path, note: input.value().trim().to_owned() }];
        }
        _ => edit(&mut note.input, key),
    }
    Vec::new()
}
