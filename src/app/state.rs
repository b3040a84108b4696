//! The state of one session and the way of an event through it.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::card::Subject;
use super::cursor::Cursor;
use super::event::{Effect, Event};
use super::geometry::{Geometry, Size};
use super::mode::Mode;
use super::place::Place;
use super::rows::{self, Row};
use super::{board, browse, help, home, jump, overview, problems, read};
use crate::config::Theme;
use crate::keys::{Action, Key, Keymap};
use crate::lang::Lang;
use crate::plan::{Library, Pane, Plan};

/// What a reader set, as far as the state needs to know.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The language of the interface.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
    /// The pane a plan opens on.
    pub start: Pane,
    /// The keys.
    pub keymap: Keymap,
}

/// The state of one session.
#[derive(Debug)]
pub struct App {
    /// The briefings.
    pub library: Arc<Library>,
    /// What the reader set.
    pub settings: Settings,
    /// Today.
    pub today: NaiveDate,
    /// The size of the screen.
    pub size: Size,
    /// Where the reader is.
    pub place: Place,
    /// What the reader is doing.
    pub mode: Mode,
    /// Whether tasks are left out of the lists.
    pub folded: bool,
    /// The rows of the list at this place.
    pub rows: Vec<Row>,
    /// Where the cursor was in the panes left behind.
    pub(super) left: HashMap<(Option<usize>, Option<usize>, Pane), Cursor>,
    /// The place to come back to from the timeline of all plans.
    pub(super) before_all: Option<Place>,
}

impl App {
    /// A session that begins on the home screen.
    pub fn new(library: Arc<Library>, settings: Settings, today: NaiveDate, size: Size) -> Self {
        let mut app = Self {
            library,
            settings,
            today,
            size,
            place: Place::default(),
            mode: Mode::Browse,
            folded: false,
            rows: Vec::new(),
            left: HashMap::new(),
            before_all: None,
        };
        app.list();
        app.place.cursor = Cursor::first(&app.selectable());
        app
    }

    /// Lets an event change the state, and says what is to be done about it.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => return self.key(key),
            Event::Paste(text) => self.paste(&text),
            Event::Resize(size) => {
                self.size = size;
                self.relist();
            }
            Event::Day(today) => {
                self.today = today;
                self.relist();
            }
            Event::Library(library) => self.swap(library),
        }
        Vec::new()
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        let action = self.settings.keymap.action(key);
        let typing = match &self.mode {
            Mode::Help(help) => help.typing,
            Mode::Jump(_) => true,
            _ => false,
        };
        match action {
            Some(Action::Suspend) => return vec![Effect::Suspend],
            Some(Action::Redraw) => return vec![Effect::Redraw],
            Some(Action::Quit) if !typing || key.ctrl => return vec![Effect::Quit],
            Some(Action::Reload) if !typing => return vec![Effect::Reload],
            Some(Action::Theme) if !typing => {
                self.settings.theme = self.settings.theme.next();
                return vec![Effect::Redraw];
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
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) {
        let clean = crate::text::sanitize(text).text.into_owned();
        let input = match &mut self.mode {
            Mode::Help(help) if help.typing => &mut help.input,
            Mode::Jump(jump) => &mut jump.input,
            _ => return,
        };
        for c in clean.chars().take(200) {
            input.handle(tui_input::InputRequest::InsertChar(c));
        }
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// How the screen is shared out.
    pub fn geometry(&self) -> Geometry {
        Geometry::of(self.size)
    }

    /// The plan the reader is in.
    pub fn plan(&self) -> Option<&Plan> {
        self.library.plans.get(self.place.plan?)
    }

    /// The panes of this place that hold something, each with how many items.
    pub fn panes(&self) -> Vec<(Pane, usize)> {
        let Some(plan) = self.plan() else { return Vec::new() };
        let chosen = self.place.section.and_then(|at| plan.sections.get(at));
        let count = |pane: Pane| match (pane, chosen) {
            (Pane::Sources, Some(section)) => plan.cited(section).len(),
            (Pane::Sources, None) => plan.sources.len(),
            (_, Some(section)) => pane.count(section),
            (_, None) => plan.sections.iter().map(|section| pane.count(section)).sum(),
        };
        let all = Pane::ALL.into_iter().map(|pane| (pane, count(pane)));
        all.filter(|(pane, count)| *pane == Pane::Overview || *count > 0).collect()
    }

    /// What the cursor stands on, if it has a card.
    pub fn subject(&self) -> Option<Subject> {
        match self.rows.get(self.place.cursor.at)? {
            Row::Item(item) => Some(Subject::Item(*item)),
            Row::Source(plan, source) => Some(Subject::Source(*plan, *source)),
            _ => None,
        }
    }

    /// Rows of the list that fit on the screen.
    pub fn list_height(&self) -> usize {
        let geometry = self.geometry();
        if !self.place.is_home() {
            return usize::from(geometry.body);
        }
        // The cards of the home screen all stand on it; nothing scrolls.
        if geometry.home_cards() { self.rows.len().max(1) } else { usize::from(geometry.home_body()) }
    }

    pub(super) fn selectable(&self) -> Vec<bool> {
        self.rows.iter().map(Row::selectable).collect()
    }

    /// Goes to `place`, keeping for later where the cursor was, and to where it was there before.
    pub(super) fn go(&mut self, place: Place) {
        self.left.insert(self.here(), self.place.cursor);
        self.mode = Mode::Browse;
        self.place = place;
        self.settle_pane();
        self.list();
        let rows = self.selectable();
        let known = self.left.get(&self.here()).copied();
        let height = self.list_height();
        self.place.cursor = match known {
            Some(cursor) => cursor.on(cursor.at, &rows, height),
            None => self.first_cursor(&rows),
        };
    }

    /// A timeline opens on today, any other list at its beginning.
    fn first_cursor(&self, rows: &[bool]) -> Cursor {
        let today = self.rows.iter().position(|row| *row == Row::Today);
        let height = self.list_height();
        match today.filter(|_| !self.place.is_home() && self.place.pane == Pane::Timeline) {
            Some(today) => {
                let start = Cursor { at: 0, top: today.saturating_sub(height / 2) };
                start.on(today, rows, height)
            }
            None => Cursor::first(rows),
        }
    }

    fn here(&self) -> (Option<usize>, Option<usize>, Pane) {
        let scope = self.place.scope();
        (scope.plan, scope.section, if self.place.is_home() { Pane::Overview } else { scope.pane })
    }

    /// A pane that holds nothing here gives way to the overview.
    pub(super) fn settle_pane(&mut self) {
        let pane = self.place.pane;
        if !self.place.all_plans && !self.panes().iter().any(|(known, _)| *known == pane) {
            self.place.pane = Pane::Overview;
        }
    }

    /// The rows anew, the cursor where it was.
    pub(super) fn relist(&mut self) {
        let chosen = self.rows.get(self.place.cursor.at).cloned();
        self.list();
        let rows = self.selectable();
        let same = chosen.and_then(|chosen| self.rows.iter().position(|row| *row == chosen));
        let at = same.unwrap_or(self.place.cursor.at);
        self.place.cursor = self.place.cursor.on(at, &rows, self.list_height());
        let width = self.geometry().wide_text();
        if let Mode::Read(read) = &self.mode {
            let lines = super::card::card(self, read.subject, width).len();
            let top = read.top.min(lines.saturating_sub(1));
            if let Mode::Read(read) = &mut self.mode {
                read.top = top;
            }
        }
    }

    fn list(&mut self) {
        self.rows = if self.place.is_home() {
            home::rows(self)
        } else if self.place.pane == Pane::Overview && !self.place.all_plans {
            overview::rows(self, &self.place, self.geometry().wide_text())
        } else {
            rows::rows(&self.library, &self.place.scope(), self.folded, self.today)
        };
    }
}
