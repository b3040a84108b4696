//! What the reader is doing lies over what was done before: help over a card that is read, the finder over
//! the board. Whatever is opened is closed to what lay under it, exactly as it was left.

use std::mem::{discriminant, take};

use super::App;
use super::mode::Mode;
use super::{help, problems, read};

impl App {
    /// Opens `mode` over what the reader is doing. What is opened a second time lies on top, not twice.
    pub(super) fn open(&mut self, mode: Mode) {
        let before = std::mem::replace(&mut self.mode, mode);
        if !matches!(before, Mode::Browse) {
            self.under.push(before);
        }
        let opened = discriminant(&self.mode);
        self.under.retain(|under| discriminant(under) != opened);
    }

    /// Goes back to what the reader was doing before.
    pub(super) fn close(&mut self) {
        self.mode = self.under.pop().unwrap_or_default();
    }

    /// What the reader was doing before, and goes back to.
    pub fn beneath(&self) -> &Mode {
        self.under.last().unwrap_or(&Mode::Browse)
    }

    /// Leaves all of it for the list.
    pub(super) fn close_all(&mut self) {
        self.under.clear();
        self.mode = Mode::Browse;
    }

    /// Lets `change` make of everything the reader is doing something else, or nothing.
    pub(super) fn each_mode(&mut self, change: impl Fn(&Self, Mode) -> Option<Mode>) {
        let (under, mode) = (take(&mut self.under), take(&mut self.mode));
        let under: Vec<Mode> = under.into_iter().filter_map(|each| change(self, each)).collect();
        let mode = change(self, mode);
        self.under = under;
        match mode {
            Some(mode) => self.mode = mode,
            None => self.close(),
        }
    }

    /// Scrolls no page further than it is long.
    pub(super) fn settle_pages(&mut self) {
        self.each_mode(|app, mode| {
            Some(match mode {
                Mode::Read(page) => Mode::Read(read::settled(app, page)),
                Mode::Help(page) => Mode::Help(help::settled(app, page)),
                Mode::Problems { top } => Mode::Problems { top: problems::settled(app, top) },
                mode => mode,
            })
        });
    }
}
