//! The way of a key through the state: which part of it a key press is for. What each part does with
//! it stands in a file of its own.

use tui_input::Input;

use super::event::{Effect, Event};
use super::mode::{Help, Mode};
use super::place::Place;
use super::{App, board, browse, find, help, input, item, jump, news, pins, problems, read, trail, words};
use crate::keys::{Action, Key};
use crate::lang::fill;

impl App {
    /// Lets a key change the state: what means the same anywhere first, the rest by what the reader is doing.
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        let action = self.settings.keymap.action(key);
        let typing = match &self.mode {
            Mode::Help(help) => help.typing,
            Mode::Jump(_) | Mode::Note(_) | Mode::Find(_) => true,
            _ => false,
        };
        match action {
            Some(Action::Suspend) => return vec![Effect::Suspend],
            Some(Action::Redraw) => return vec![Effect::Redraw],
            Some(Action::Quit) if !typing || key.ctrl => return vec![Effect::Quit],
            Some(Action::Simplified) if !typing => return self.turn_characters(),
            Some(Action::Reload) if !typing => return vec![Effect::Reload],
            Some(Action::Theme) if !typing => {
                self.settings.theme = self.settings.theme.next();
                let name = words::theme(self.settings.theme, self.lang());
                self.notice = Some(fill(self.lang().ui().theme_is, &[("name", name)]));
                return Vec::new();
            }
            Some(action) if !typing => {
                if let Some(effects) = self.anywhere(action) {
                    return effects;
                }
            }
            _ => {}
        }
        match &self.mode {
            Mode::Browse => browse::key(self, action),
            Mode::Read(_) => read::key(self, action),
            Mode::Board(_) => board::key(self, action),
            Mode::Help(_) => help::key(self, key, action),
            Mode::Jump(_) => jump::key(self, key, action),
            Mode::Problems { .. } => problems::key(self, action),
            Mode::Pins(_) => pins::key(self, action),
            Mode::Note(_) => return pins::note_key(self, key),
            Mode::Find(_) => return find::key(self, key),
        }
        if action == Some(Action::Open) { news::read(self) } else { Vec::new() }
    }

    /// Whether all that `event` changes of what can be seen is on which row of a list the cursor stands.
    pub fn is_step(&self, event: &Event) -> bool {
        let steps = |action| matches!(action, Some(Action::Down | Action::Up));
        matches!(self.mode, Mode::Browse)
            && match event {
                Event::Day(today) => *today == self.today,
                Event::Key(key) => self.notice.is_none() && steps(self.settings.keymap.action(*key)),
                _ => false,
            }
    }

    /// Carries out what means the same whatever the reader is doing; `None` where it does not.
    fn anywhere(&mut self, action: Action) -> Option<Vec<Effect>> {
        match action {
            // On the help page the same key searches the keys.
            Action::Find if !matches!(self.mode, Mode::Help(_)) => find::open(self),
            Action::Home => self.go(Place::default()),
            Action::Jump => {
                let jump = jump::of(self, Input::default());
                self.open(Mode::Jump(jump));
            }
            Action::Help if !matches!(self.mode, Mode::Help(_)) => self.open(Mode::Help(Help::default())),
            action if action.plan_number().is_some() => browse::to_plan(self, action),
            Action::NextHit => return Some(find::walk(self, 1)),
            Action::PrevHit => return Some(find::walk(self, -1)),
            Action::PlaceBack => trail::back(self),
            Action::PlaceForward => trail::forward(self),
            Action::NextNew => return Some(news::next(self)),
            Action::AllRead => return Some(vec![Effect::ReadAll]),
            _ => return item::act(self, action),
        }
        Some(Vec::new())
    }

    /// Puts pasted text where text is typed.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match &mut self.mode {
            Mode::Help(help) if help.typing => input::insert(&mut help.input, text),
            Mode::Jump(jump) => {
                let mut typed = jump.input.clone();
                input::insert(&mut typed, text);
                self.mode = Mode::Jump(jump::of(self, typed));
            }
            Mode::Note(note) => input::insert(&mut note.input, text),
            Mode::Find(find) => {
                input::insert(&mut find.input, text);
                return find::ask(self);
            }
            _ => {}
        }
        Vec::new()
    }
}
