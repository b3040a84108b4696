//! The state of one session and the way of an event through it.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::card::Subject;
use super::cursor::Cursor;
use super::event::{Effect, Event};
use super::find::Searches;
use super::geometry::{Geometry, Size};
use super::lines::Tone;
use super::memory::Memory;
use super::mode::Mode;
use super::place::Place;
use super::rows::{self, Row};
use super::trail::Trail;
use super::{find, home, overview, reload};
use crate::config::Theme;
use crate::keys::Keymap;
use crate::lang::{Lang, fill};
use crate::plan::figure::Amount;
use crate::plan::{ItemRef, Library, Loading, Pane, Plan};
use crate::text;

/// What a reader set, as far as the state needs to know.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The language of the interface.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
    /// Whether the content is shown in simplified characters.
    pub simplified: bool,
    /// The pane a plan opens on.
    pub start: Pane,
    /// The keys.
    pub keymap: Keymap,
}

/// A library of so few plans is converted in less time than a reader notices.
const AT_ONCE: usize = 40;

/// The state of one session.
#[derive(Debug)]
pub struct App {
    /// The briefings as they are shown: as written, or in simplified characters.
    pub library: Arc<Library>,
    /// The briefings as written.
    pub(super) original: Arc<Library>,
    /// Whether they are shown in simplified characters.
    pub simplified: bool,
    /// Whether they will be, as soon as they are converted.
    simplifying: bool,
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
    /// What the reader did before and goes back to, the latest last.
    pub(super) under: Vec<Mode>,
    /// Whether tasks are left out of the lists.
    pub folded: bool,
    /// The rows of the list at this place.
    pub rows: Vec<Row>,
    /// The headline cards on the home screen, in their order: what stands on them is put together once for all the frames
    /// that show them. They go with the rows: what changes the ones changes the others.
    pub cards: Vec<home::Headline>,
    /// What the reader left behind.
    pub memory: Memory,
    /// Something to tell the reader until the next key.
    pub notice: Option<String>,
    /// What was searched and found before.
    pub(super) searches: Searches,
    /// The places visited.
    pub(super) trail: Trail,
    /// Where the cursor was in the panes left behind.
    pub(super) left: HashMap<(Option<usize>, Option<usize>, Pane), Cursor>,
    /// The place to come back to from the timeline of all plans.
    pub(super) before_all: Option<Place>,
}

impl App {
    /// A session that begins on the home screen.
    pub fn new(library: Arc<Library>, settings: Settings, today: NaiveDate, size: Size) -> Self {
        let mut app = Self {
            simplified: settings.simplified,
            simplifying: false,
            library: shown(&library, settings.simplified, None),
            original: library,
            settings,
            today,
            size,
            place: Place::default(),
            mode: Mode::Browse,
            under: Vec::new(),
            folded: false,
            rows: Vec::new(),
            cards: Vec::new(),
            memory: Memory::default(),
            notice: None,
            searches: Searches::default(),
            trail: Trail::default(),
            left: HashMap::new(),
            before_all: None,
        };
        app.list();
        app.place.cursor = Cursor::first(&app.rows);
        app
    }

    /// Lets an event change the state, and says what is to be done about it.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => return self.key(key),
            Event::Paste(text) => return self.paste(&text),
            Event::Resize(size) => {
                self.size = size;
                self.relist();
            }
            Event::Day(today) => {
                if today != self.today {
                    self.today = today;
                    self.relist();
                }
            }
            Event::Library(library) => self.take_library(library, None),
            Event::LibraryInBoth(library, simplified) => self.take_library(library, Some(simplified)),
            Event::Simplified(original, library) => return self.take_simplified(&original, library),
            Event::Found(number, found) => find::answer(self, number, found),
            Event::Memory(memory) => {
                self.memory = memory;
                let library = Arc::clone(&self.library);
                self.memory.sort_pins(&library);
                self.relist();
            }
            // The system's words and those of other programs stand in some.
            Event::Notice(words) => self.notice = Some(text::sanitize(&words).text.into_owned()),
        }
        Vec::new()
    }

    /// Shows the content in simplified characters, or as written again. A large library is converted beside the keys.
    pub(super) fn turn_characters(&mut self) -> Vec<Effect> {
        let simplified = !(self.simplified || self.simplifying);
        self.simplifying = simplified && self.original.plans.len() > AT_ONCE;
        let t = self.lang().ui();
        if self.simplifying {
            self.notice = Some(t.simplifying.to_owned());
            return vec![Effect::Simplify];
        }
        self.notice = Some(if simplified { t.simplified_on } else { t.simplified_off }.to_owned());
        if self.simplified != simplified {
            self.simplified = simplified;
            self.show(&Arc::clone(&self.original));
        }
        Vec::new()
    }

    /// Takes in `library`, the conversion of `original`, unless the reader thought better of it. Where the library was
    /// read anew meanwhile it is asked for again.
    fn take_simplified(&mut self, original: &Arc<Library>, library: Arc<Library>) -> Vec<Effect> {
        if !self.simplifying {
            return Vec::new();
        }
        if !Arc::ptr_eq(original, &self.original) {
            return vec![Effect::Simplify];
        }
        (self.simplifying, self.simplified) = (false, true);
        self.swap(library);
        self.notice = Some(self.lang().ui().simplified_on.to_owned());
        Vec::new()
    }

    /// Takes in the library read anew, and its conversion where that is made already.
    fn take_library(&mut self, library: Arc<Library>, simplified: Option<Arc<Library>>) {
        let old = std::mem::replace(&mut self.original, library);
        let waits = old.loading.is_some() && self.is_untouched();
        match simplified.filter(|_| self.simplified) {
            Some(simplified) => self.swap(simplified),
            None => self.show(&old),
        }
        if waits {
            // Whoever has not moved yet looks at the beginning, not at what stood there a moment ago.
            self.place.cursor = Cursor::first(&self.rows);
        }
        if old.loading.is_some() || self.original.loading.is_some() {
            return;
        }
        let changes = reload::changes(&old, &self.original);
        let words = reload::changes_words(&changes, self.lang());
        self.notice = Some(words.unwrap_or_else(|| self.lang().ui().reload_done.to_owned()));
    }

    /// Puts what is written on the screen, in the characters the reader wants; `before` is what was shown.
    fn show(&mut self, before: &Arc<Library>) {
        let known = (!Arc::ptr_eq(before, &self.library)).then_some((&**before, &*self.library));
        self.swap(shown(&self.original, self.simplified, known));
    }

    /// Whether the reader is where the session began.
    fn is_untouched(&self) -> bool {
        self.place.is_home() && self.trail.before.is_empty() && self.place.cursor == Cursor::first(&self.rows)
    }

    /// How far the library is read, while it is not read to the end.
    pub fn progress(&self) -> Option<String> {
        let Loading { read, plans } = self.original.loading?;
        let of = |count: usize| Amount::whole(count).grouped();
        Some(fill(self.lang().ui().reading, &[("read", &of(read)), ("plans", &of(plans))]))
    }

    /// What is to be said as long as it is so: how far the library is read, or that files are shown as they last
    /// made sense.
    pub fn banner(&self) -> Option<(String, Tone)> {
        let broken = || Some((reload::broken_words(&self.original, self.lang())?, Tone::Warn));
        self.progress().map(|words| (words, Tone::Dim)).or_else(broken)
    }

    /// The briefings as written.
    pub fn original(&self) -> &Arc<Library> {
        &self.original
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
        self.library.plans.get(self.place.plan?).map(AsRef::as_ref)
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

    /// Whether the reader pinned `item`.
    pub fn is_pinned(&self, item: ItemRef) -> bool {
        !self.memory.pins.is_empty()
            && self.library.path(item).is_some_and(|path| self.memory.pin(&path).is_some())
    }

    /// What the cursor stands on, if it has a card.
    pub fn subject(&self) -> Option<Subject> {
        match self.rows.get(self.place.cursor.at)? {
            Row::Item(item) => Some(Subject::Item(*item)),
            Row::Source(plan, source) => Some(Subject::Source(*plan, *source)),
            _ => None,
        }
    }

    /// Rows of a page over the whole body that fit under its title.
    pub(super) fn page_height(&self) -> usize {
        usize::from(self.geometry().home_body()).saturating_sub(2)
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

    /// Goes to `place`, keeping for later where the cursor was, and to where it was there before.
    pub(super) fn go(&mut self, place: Place) {
        self.trail.leave(self.place);
        self.enter(place);
    }

    /// Goes back to a place that was left, its cursor as it was.
    pub(super) fn return_to(&mut self, place: Place) {
        self.enter(place);
        self.place.cursor = place.cursor.on(place.cursor.at, &self.rows, self.list_height());
    }

    fn enter(&mut self, place: Place) {
        self.left.insert(self.here(), self.place.cursor);
        self.close_all();
        self.place = place;
        self.settle_pane();
        self.list();
        let known = self.left.get(&self.here()).copied();
        let height = self.list_height();
        self.place.cursor = match known {
            Some(cursor) => cursor.on(cursor.at, &self.rows, height),
            None => self.first_cursor(),
        };
    }

    /// A timeline opens on today, any other list at its beginning.
    fn first_cursor(&self) -> Cursor {
        let today = self.rows.iter().position(|row| *row == Row::Today);
        let height = self.list_height();
        match today.filter(|_| !self.place.is_home() && self.place.pane == Pane::Timeline) {
            Some(today) => {
                let start = Cursor { at: 0, top: today.saturating_sub(height / 2) };
                start.on(today, &self.rows, height)
            }
            None => Cursor::first(&self.rows),
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
        let same = chosen.and_then(|chosen| self.rows.iter().position(|row| *row == chosen));
        let at = same.unwrap_or(self.place.cursor.at);
        self.place.cursor = self.place.cursor.on(at, &self.rows, self.list_height());
        self.settle_pages();
    }

    fn list(&mut self) {
        self.cards = if self.place.is_home() { home::cards(self) } else { Vec::new() };
        self.rows = if self.place.is_home() {
            home::rows(self)
        } else if self.place.pane == Pane::Overview && !self.place.all_plans {
            overview::rows(self, &self.place, self.geometry().wide_text())
        } else {
            rows::rows(self, &self.place.scope())
        };
    }
}

/// The library in the characters the reader wants; `known` are one that was and its conversion.
fn shown(original: &Arc<Library>, simplified: bool, known: Option<(&Library, &Library)>) -> Arc<Library> {
    if simplified { Arc::new(original.converted(text::simplified, known)) } else { Arc::clone(original) }
}
