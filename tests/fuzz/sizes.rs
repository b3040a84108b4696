//! A terminal that is dragged about while keys are pressed: two thousand sizes, from nothing to a wall, and after each
//! the frame that follows the one before, as a terminal is sent it.

use std::sync::Arc;

use jianbao::app::{App, Effect, Event, Settings, Size};
use jianbao::keys::{Code, Key};
use jianbao::plan::Library;

use super::dice::Dice;
use super::eye::{self, Eye, Seen};
use crate::keys::desk;
use crate::keys::script::today;

const KEYS: &str = "0123456789jkgGdu[]bazs:/?'mnw,.TyhlJ";

fn key(dice: &mut Dice) -> Event {
    let code = match dice.below(4) {
        0 => dice.pick(&[Code::Enter, Code::Tab, Code::Esc, Code::PageDown]),
        _ => Code::Char(char::from(dice.pick(KEYS.as_bytes()))),
    };
    Event::Key(Key { code, ctrl: false, alt: false })
}

/// Mostly near what it was, as when a window is dragged.
fn size(dice: &mut Dice, before: Size) -> Size {
    match dice.below(8) {
        0 => Size { width: dice.small(4), height: dice.small(4) },
        1 => Size { width: dice.small(300), height: dice.small(120) },
        2 => Size { width: 38 + dice.small(5), height: 8 + dice.small(5) },
        _ => Size {
            width: (before.width + dice.small(9)).saturating_sub(4),
            height: (before.height + dice.small(5)).saturating_sub(2),
        },
    }
}

fn step(app: &mut App, eye: &mut Eye, dice: &mut Dice) -> Seen {
    for _ in 0..dice.below(4) {
        let key = key(dice);
        let mut effects = eye::hear(app, key)?;
        // Each search would build its index anew.
        let answered = dice.one_in(16);
        effects.retain(|effect| answered || !matches!(effect, Effect::Search(_)));
        desk::carry_out(app, effects);
    }
    let size = size(dice, app.size);
    eye::hear(app, Event::Resize(size))?;
    eye.resize(app);
    // Of several sizes in a row only the last is drawn.
    if dice.one_in(4) { Ok(()) } else { eye.frame(app) }
}

#[test]
fn two_thousand_sizes_in_flight() {
    let library = Arc::new(Library::builtin());
    for session in 0..10 {
        let mut dice = Dice::of(9, session);
        let size = Size { width: 100, height: 30 };
        let mut app = App::new(Arc::clone(&library), Settings::default(), today(), size);
        let mut eye = Eye::new(&app, &mut dice);
        for number in 0..super::often(2000) / 10 {
            let seen = step(&mut app, &mut eye, &mut dice);
            assert_eq!(seen, Ok(()), "size {number} of Dice::of(9, {session})");
        }
    }
}
