//! Keys, pastes, sizes and days in any order, at one session that never ends.

use std::sync::Arc;

use chrono::Days;
use jianbao::app::{App, Effect, Event, Settings, Size};
use jianbao::keys::{Code, Key};

use super::dice::Dice;
use super::eye::{self, Eye, Seen};
use super::words;
use crate::keys::desk;
use crate::keys::script::today;

const CODES: &[Code] = &[
    Code::Enter,
    Code::Esc,
    Code::Tab,
    Code::BackTab,
    Code::Backspace,
    Code::Delete,
    Code::Up,
    Code::Down,
    Code::Left,
    Code::Right,
    Code::Home,
    Code::End,
    Code::PageUp,
    Code::PageDown,
    Code::F(1),
    Code::F(12),
    Code::F(255),
];

fn key(dice: &mut Dice) -> Key {
    let code = match dice.below(8) {
        0 => Code::Char(words::character(dice)),
        1..=3 => dice.pick(CODES),
        _ => Code::Char(char::from(b' ' + u8::try_from(dice.below(95)).unwrap())),
    };
    Key { code, ctrl: dice.one_in(8), alt: dice.one_in(16) }
}

fn event(dice: &mut Dice) -> Event {
    match dice.below(64) {
        0 => Event::Paste(words::text(dice)),
        1 => Event::Resize(Size { width: dice.small(60), height: dice.small(16) }),
        2 => Event::Day(today() + Days::new(dice.roll() % 2000)),
        3 => Event::Notice(words::text(dice)),
        _ => Event::Key(key(dice)),
    }
}

/// One event; every fourth is looked at.
fn step(app: &mut App, eye: &mut Eye, dice: &mut Dice) -> Seen {
    let event = event(dice);
    let resized = matches!(event, Event::Resize(_));
    let effects = eye::hear(app, event)?;
    // Carried out as a session would; a search is answered only now and then, an answer may be late.
    let (searches, others): (Vec<_>, Vec<_>) =
        effects.into_iter().partition(|effect| matches!(effect, Effect::Search(_)));
    desk::carry_out(app, others).iter().try_for_each(eye::effect)?;
    if dice.one_in(8) {
        desk::carry_out(app, searches);
    }
    if resized {
        eye.resize(app);
    }
    if resized || dice.one_in(4) { eye.frame(app) } else { Ok(()) }
}

#[test]
fn a_hundred_thousand_keys() {
    let library = super::briefing::sound();
    for session in 0..super::often(100_000) / 1000 {
        let mut dice = Dice::of(6, session);
        let size = Size { width: 20 + dice.small(60), height: 6 + dice.small(12) };
        let mut app = App::new(Arc::clone(&library), Settings::default(), today(), size);
        let mut eye = Eye::new(&app, &mut dice);
        for number in 0..1000 {
            let seen = step(&mut app, &mut eye, &mut dice);
            assert_eq!(seen, Ok(()), "key {number} of Dice::of(6, {session})");
        }
    }
}
