//! A reader of the built-in briefings for the benches: presses keys by a script and gives the frames the program
//! draws. The words of a script are keys as `config.toml` writes them, `3*j` for three of them, `"text"` letter by
//! letter.

use std::sync::Arc;

use chrono::NaiveDate;
use jianbao::app::find::LIMIT;
use jianbao::app::{App, Effect, Event, Settings, Size};
use jianbao::find::{Index, Query, Scope};
use jianbao::keys::Key;
use jianbao::plan::Library;
use jianbao::ui::{Look, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What is drawn, and where the cursor shows.
pub(crate) type Frame = (Buffer, Option<Position>);

/// The state of a session, without a terminal.
pub(crate) struct Reader {
    app: App,
    index: Arc<Index>,
}

/// The built-in briefings and their index, read once.
pub(crate) struct Shelf {
    library: Arc<Library>,
    index: Arc<Index>,
}

impl Shelf {
    /// Reads the briefings.
    pub(crate) fn open() -> Self {
        let library = Arc::new(Library::builtin());
        Self { index: Arc::new(Index::build(&library)), library }
    }

    /// A reader on the home screen of a terminal of this size.
    pub(crate) fn reader(&self, width: u16, height: u16) -> Reader {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        let app = App::new(self.library.clone(), Settings::default(), today, Size { width, height });
        Reader { app, index: self.index.clone() }
    }
}

impl Reader {
    /// Presses the keys of a script.
    pub(crate) fn press(&mut self, script: &str) {
        for word in script.split_whitespace() {
            let (times, word) = word.split_once('*').unwrap_or(("1", word));
            for _ in 0..times.parse().unwrap_or(1) {
                match word.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
                    Some(text) => text.chars().for_each(|c| self.key(Key::char(c))),
                    None => word.parse().map_or_else(|()| panic!("{word} is no key"), |key| self.key(key)),
                }
            }
        }
    }

    fn key(&mut self, key: Key) {
        for effect in self.app.handle(Event::Key(key)) {
            if let Effect::Search(search) = effect {
                let scope = Scope { plan: search.plan, here: search.here, limit: LIMIT };
                let query = Query::parse(&search.words, self.app.today);
                let found = self.index.search(&query, &scope, &|| false).unwrap_or_default();
                self.app.handle(Event::Found(search.number, Arc::new(found)));
            }
        }
    }

    /// What the program draws now.
    pub(crate) fn frame(&self) -> Frame {
        let Size { width, height } = self.app.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let look = Look::new(self.app.settings.theme, false);
        let cursor = draw(&self.app, &look, &mut buf);
        (buf, cursor)
    }
}
