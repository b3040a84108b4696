//! A reader who presses keys by a script. Its words, apart by spaces: a key as `config.toml` writes it; `3*j`
//! for three of them; `"text"` typed letter by letter; `resize:80x24`, `paste:text`, `day:2027-02-01`,
//! `news:plan/section/item` for an item that has changed.

use std::sync::Arc;

use chrono::NaiveDate;
use jianbao::app::{App, Effect, Event, News, Settings, Size};
use jianbao::keys::{Action, Key};
use jianbao::plan::Library;

use super::state::state;
use super::{desk, fixture};

/// The day on which all stories are told.
pub(crate) const TODAY: &str = "2026-11-22";

pub(crate) struct Reader {
    pub(crate) app: App,
    /// The names of the actions pressed so far.
    pub(super) pressed: Vec<&'static str>,
    effects: Vec<Effect>,
}

impl Reader {
    /// A reader of the fixture at `start`: `home`, or a place as [`state`] writes it.
    pub(super) fn at(start: &str) -> Self {
        let mut reader = Self::new(fixture::whole());
        reader.go(start);
        reader.pressed.clear();
        reader
    }

    /// A reader on the home screen of `library`, at 100×30.
    pub(crate) fn new(library: Arc<Library>) -> Self {
        let app = App::new(library, Settings::default(), day(TODAY), Size { width: 100, height: 30 });
        Self { app, pressed: Vec::new(), effects: Vec::new() }
    }

    /// Goes to a plan, section and pane by keys.
    fn go(&mut self, start: &str) {
        let mut names = start.split(" › ");
        let plan = names.next().unwrap();
        if plan == "home" {
            return;
        }
        let at = self.app.library.plans.iter().position(|it| it.short == plan).unwrap();
        self.press(&(at + 1).to_string());
        for (name, key) in names.zip(["]", "Tab"]) {
            let here = |reader: &Self| reader.state().split(" › ").any(|part| part == name);
            for _ in 0..20 {
                if !here(self) {
                    self.press(key);
                }
            }
            assert!(here(self), "{start} can't be reached: {}", self.state());
        }
    }

    /// Presses the keys of a script.
    pub(crate) fn press(&mut self, script: &str) {
        for word in script.split(' ').filter(|word| !word.is_empty()) {
            let (times, word) = match word.split_once('*') {
                Some((times, word)) if times.parse::<usize>().is_ok() => (times.parse().unwrap(), word),
                _ => (1, word),
            };
            for _ in 0..times {
                self.one(word);
            }
        }
    }

    fn one(&mut self, word: &str) {
        if let Some(text) =
            word.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|_| word.len() > 1)
        {
            text.chars().for_each(|c| self.key(Key::char(c)));
            return;
        }
        match word.split_once(':') {
            Some(("resize", size)) => {
                let (width, height) = size.split_once('x').unwrap();
                let size = Size { width: width.parse().unwrap(), height: height.parse().unwrap() };
                self.hear(Event::Resize(size));
            }
            Some(("paste", text)) => self.hear(Event::Paste(text.to_owned())),
            Some(("day", text)) => self.hear(Event::Day(day(text))),
            Some(("news", path)) => {
                let mut memory = self.app.memory.clone();
                let item = self.app.library.find_path(path).unwrap();
                memory.news.push(News { item, was: Some("13份".to_owned()), is_new: false });
                self.hear(Event::Memory(memory));
            }
            _ => self.key(word.parse().unwrap_or_else(|()| panic!("{word} is no key"))),
        }
    }

    fn key(&mut self, key: Key) {
        let action = self.app.settings.keymap.action(key);
        self.pressed.extend(action.and_then(Action::row).map(|row| row.name));
        self.hear(Event::Key(key));
    }

    /// Lets an event happen.
    pub(crate) fn hear(&mut self, event: Event) {
        let effects = self.app.handle(event);
        self.effects = desk::carry_out(&mut self.app, effects);
    }

    /// What the last event asked for and was not done in memory.
    pub(crate) fn effects(&self) -> &[Effect] {
        &self.effects
    }

    /// Where the reader is now, and what the last event asked for.
    pub(crate) fn state(&self) -> String {
        let mut words = state(&self.app);
        for effect in &self.effects {
            words += &format!(" ! {effect:?}");
        }
        words
    }
}

/// The same as a date.
pub(crate) fn today() -> NaiveDate {
    day(TODAY)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
