//! A reader at a terminal, and beside it one who presses the same keys without: after each key there stands on the
//! terminal, character by character, what the drawing of the same state says.

use chrono::Local;
use jianbao::app::Event;

use super::terminal::{Terminal, text};
use crate::frames::dump::{dump, frame};
use crate::keys::script::Reader;

/// The two readers.
pub(crate) struct Pair {
    pub(crate) terminal: Terminal,
    pub(crate) reader: Reader,
}

impl Pair {
    /// The program at a terminal of this machine.
    pub(crate) fn new() -> Self {
        Self::at(Terminal::run(&[]))
    }

    /// A terminal in which the program starts on the briefings of the repository.
    #[track_caller]
    pub(crate) fn at(terminal: Terminal) -> Self {
        let library =
            jianbao::plan::Library::load(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings").as_ref());
        let mut pair = Self { terminal, reader: Reader::new(library.into()) };
        pair.hold("the first frame");
        pair
    }

    /// Presses a key: the bytes a terminal sends for it, and its name.
    #[track_caller]
    pub(crate) fn press(&mut self, bytes: &str, name: &str) -> String {
        self.terminal.send(bytes);
        self.reader.press(name);
        self.hold(name);
        self.terminal.text()
    }

    /// Waits until the screen shows what the other reader sees.
    #[track_caller]
    pub(crate) fn hold(&mut self, name: &str) {
        let expected = self.expected();
        self.terminal.wait(&format!("after {name}:\n{expected}"), |screen| text(screen) == expected);
    }

    /// What the screen should show.
    pub(crate) fn expected(&mut self) -> String {
        self.reader.hear(Event::Day(Local::now().date_naive()));
        dump(&frame(&self.reader.app, false))
    }
}
