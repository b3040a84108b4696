//! The board: one figure in big digits, to be read across a meeting table.

use super::App;
use super::mode::{Board, Mode};
use super::rows::{Row, sections};
use crate::keys::Action;
use crate::plan::{ItemRef, Pane, Slot};

/// Opens the board on the number under the cursor, or the first of the scope.
pub(super) fn open(app: &mut App) {
    let numbers = numbers(app);
    if numbers.is_empty() {
        return;
    }
    let chosen = app.rows.get(app.place.cursor.at).and_then(Row::item);
    let at = chosen.and_then(|chosen| numbers.iter().position(|number| *number == chosen)).unwrap_or(0);
    app.open(Mode::Board(Board { numbers, at }));
}

/// Opens the board on the pinned numbers.
pub(super) fn open_pins(app: &mut App) {
    let numbers = pinned(app);
    if !numbers.is_empty() {
        app.open(Mode::Board(Board { numbers, at: 0 }));
    }
}

/// The pinned numbers in reading order.
fn pinned(app: &App) -> Vec<ItemRef> {
    let found = app.memory.pins.iter().filter_map(|pin| app.library.find_path(&pin.path));
    found.filter(is_number).collect()
}

/// Lets the board walk the pinned numbers only or, where it does, all of the scope again.
pub(super) fn only_pinned(app: &mut App) {
    let (pinned, scope) = (pinned(app), numbers(app));
    let empty = app.lang().ui().pins_empty;
    let Mode::Board(board) = &mut app.mode else { return };
    if pinned.is_empty() {
        app.notice = Some(empty.to_owned());
        return;
    }
    let shown = board.numbers.get(board.at).copied();
    board.numbers = if board.numbers == pinned { scope } else { pinned };
    board.at = board.numbers.iter().position(|number| Some(*number) == shown).unwrap_or(0);
}

/// The numbers the board walks: those of the list where it shows any, else all of the scope.
fn numbers(app: &App) -> Vec<ItemRef> {
    let listed: Vec<ItemRef> = app.rows.iter().filter_map(Row::item).filter(is_number).collect();
    if !listed.is_empty() && (app.place.is_home() || app.place.pane == Pane::Numbers) {
        return listed;
    }
    let scope = app.place.scope();
    let all = sections(&app.library, &scope);
    all.flat_map(|(plan, section, it)| {
        (0..it.numbers.len()).map(move |number| ItemRef { plan, section, slot: Slot::Number(number) })
    })
    .collect()
}

fn is_number(item: &ItemRef) -> bool {
    matches!(item.slot, Slot::Number(_))
}

/// Carries out `action` on the board.
pub(super) fn key(app: &mut App, action: Option<Action>) {
    let Mode::Board(board) = &mut app.mode else { return };
    let last = board.numbers.len().saturating_sub(1);
    match action {
        Some(Action::Down | Action::NextPane | Action::PageDown) => board.at = (board.at + 1).min(last),
        Some(Action::Up | Action::PrevPane | Action::PageUp) => board.at = board.at.saturating_sub(1),
        Some(Action::First) => board.at = 0,
        Some(Action::Last) => board.at = last,
        Some(Action::Back | Action::Board) => app.close(),
        Some(Action::Open) => {
            if let Some(item) = board.numbers.get(board.at).copied() {
                super::browse::visit(app, item);
            }
        }
        _ => {}
    }
}
