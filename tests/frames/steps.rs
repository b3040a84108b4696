//! Steps of the cursor: only what changes is drawn, and the frame is as if all of it had been.

use std::fmt::Write as _;
use std::sync::Arc;

use jianbao::app::{App, Event, Size};
use jianbao::backend::Options;
use jianbao::plan::Library;
use jianbao::session::Session;

use super::dump::frame;
use super::invariants::dice;
use super::screens::SCREENS;
use crate::keys::script::Reader;

/// What is pressed on the way: mostly steps.
const KEYS: &[&str] = &[
    "Down", "Down", "Down", "Down", "j", "Up", "Up", "k", "Down", "Up", "Tab", "S-Tab", "]", "a", "z", "p",
    "y", "d", "u", "PgUp", "G", "g", "1", "0", "9", "Enter", "Esc", "?", "t",
];

/// Keys as they come; after every few what is on the screen is compared.
fn walk(app: App, ascii: bool, dice: &mut impl FnMut(u16) -> u16) {
    let mut session = Session::new(app, std::io::sink(), Options::default(), ascii);
    let mut way = String::new();
    for _ in 0..40 {
        session.draw().unwrap();
        assert!(*session.frame() == frame(session.app(), ascii), "{:?} after{way}", session.app().size);
        // Whatever wakes the program, it says the day.
        session.handle(Event::Day(session.app().today));
        for _ in 0..dice(3) {
            let key = KEYS[usize::from(dice(KEYS.len() as u16))];
            let _ = write!(way, " {key}");
            session.handle(Event::Key(key.parse().unwrap()));
        }
    }
}

#[test]
fn what_is_drawn_of_a_step_leaves_the_frame_as_if_all_were_drawn() {
    let mut dice = dice();
    for (_, way) in SCREENS {
        for (width, height) in [(100, 30), (80, 24), (140, 40), (60, 12), (40, 10), (30, 8)] {
            let mut reader = way();
            reader.hear(Event::Resize(Size { width, height }));
            walk(reader.app, dice(2) == 0, &mut dice);
        }
    }
}

/// Home with more plans than it has rows for.
#[test]
fn a_step_may_turn_the_page_of_a_column_of_home() {
    let folder = crate::reload::opening::office(40, 3);
    let library = Arc::new(Library::load(&folder.path));
    let mut dice = dice();
    for (width, height) in [(100, 30), (80, 24), (140, 40), (100, 20), (79, 24)] {
        for start in ["", "Tab", "Tab Tab", "Tab Tab 14*Down", "a", "2"] {
            let mut reader = Reader::new(Arc::clone(&library));
            reader.hear(Event::Resize(Size { width, height }));
            reader.press(start);
            walk(reader.app, false, &mut dice);
        }
    }
}
