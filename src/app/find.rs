//! The finder: words are typed, hits come as they are typed, one of them is gone to. The searching itself is
//! asked for by an effect and answered by an event, so that typing never waits for it.

use std::sync::Arc;

use tui_input::Input;

use super::App;
use super::browse::visit;
use super::event::Effect;
use super::input::edit;
use super::mode::Mode;
use crate::find::{Found, Hit};
use crate::keys::{Code, Key};
use crate::plan::ItemRef;

/// How many hits are asked for.
pub const LIMIT: usize = 200;
/// How many searches are remembered.
const REMEMBERED: usize = 50;

/// The finder while it is open.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What was typed.
    pub input: Input,
    /// Which of the hits is chosen.
    pub at: usize,
    /// Whether only the plan the reader is in is searched.
    pub only_plan: bool,
    /// What was found for what is typed, or the last answer that came.
    pub found: Option<Arc<Found>>,
    /// How far back in the searches before the reader has gone.
    back: usize,
}

/// A search that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Counts up; an answer to an older number is not wanted any more.
    pub number: u64,
    /// What was typed.
    pub words: String,
    /// The plan that is searched, or all.
    pub plan: Option<usize>,
    /// The plan on the screen, whose items come first among equals.
    pub here: Option<usize>,
}

/// What was searched and found before, to walk through and to call back.
#[derive(Clone, Debug, Default)]
pub struct Searches {
    /// The number of the last search asked for.
    pub(super) number: u64,
    /// What was typed before, the latest last.
    pub(super) typed: Vec<String>,
    /// The hits that `n` and `N` walk and which of them was gone to.
    pub(super) hits: Vec<ItemRef>,
    pub(super) at: usize,
}

impl Find {
    /// The hits there are.
    pub fn hits(&self) -> &[Hit] {
        self.found.as_ref().map_or(&[], |found| &found.hits)
    }

    /// The same before anything was found.
    #[must_use]
    pub(super) fn unanswered(self) -> Self {
        Self { found: None, ..self }
    }

    /// The item of the chosen hit.
    pub fn chosen(&self) -> Option<ItemRef> {
        self.hits().get(self.at).map(|hit| hit.item)
    }
}

/// Opens the finder.
pub(super) fn open(app: &mut App) {
    app.open(Mode::Find(Find::default()));
}

/// Carries out a key while the finder is open.
pub(super) fn key(app: &mut App, key: Key) -> Vec<Effect> {
    let Mode::Find(find) = &mut app.mode else { return Vec::new() };
    let last = find.hits().len().saturating_sub(1);
    let typing = find.input.value().is_empty() || find.back > 0;
    match key.code {
        Code::Esc => app.close(),
        Code::Enter => return go(app),
        Code::Up if typing || find.at == 0 => return recall(app, 1),
        Code::Down if find.back > 0 => return recall(app, -1),
        Code::Down => find.at = (find.at + 1).min(last),
        Code::Up => find.at = find.at.saturating_sub(1),
        Code::PageDown => find.at = (find.at + 10).min(last),
        Code::PageUp => find.at = find.at.saturating_sub(10),
        Code::Tab | Code::BackTab => {
            find.only_plan = !find.only_plan && app.place.plan.is_some();
            return ask(app);
        }
        _ => {
            let before = find.input.value().to_owned();
            edit(&mut find.input, key);
            if find.input.value() != before {
                find.back = 0;
                return ask(app);
            }
        }
    }
    Vec::new()
}

/// Asks for what is typed now.
pub(super) fn ask(app: &mut App) -> Vec<Effect> {
    let Mode::Find(find) = &mut app.mode else { return Vec::new() };
    find.at = 0;
    app.searches.number += 1;
    let words = find.input.value().to_owned();
    if words.trim().is_empty() {
        find.found = None;
        return Vec::new();
    }
    let plan = app.place.plan.filter(|_| find.only_plan);
    vec![Effect::Search(Search { number: app.searches.number, words, plan, here: app.place.plan })]
}

/// Takes an answer, if it is to the last question.
pub(super) fn answer(app: &mut App, number: u64, found: Arc<Found>) {
    if let (Mode::Find(find), true) = (&mut app.mode, number == app.searches.number) {
        find.found = Some(found);
        find.at = 0;
    }
}

/// Goes to the chosen hit and keeps all of them to walk through.
fn go(app: &mut App) -> Vec<Effect> {
    let Mode::Find(find) = &app.mode else { return Vec::new() };
    let Some(item) = find.chosen() else { return Vec::new() };
    let typed = find.input.value().trim().to_owned();
    app.searches.hits = find.hits().iter().map(|hit| hit.item).collect();
    app.searches.at = find.at;
    app.searches.typed.retain(|known| *known != typed);
    app.searches.typed.push(typed);
    if app.searches.typed.len() > REMEMBERED {
        app.searches.typed.remove(0);
    }
    visit(app, item);
    super::news::read(app)
}

/// Puts a search made before into the line: `by` steps further back.
fn recall(app: &mut App, by: isize) -> Vec<Effect> {
    let typed = &app.searches.typed;
    let Mode::Find(find) = &mut app.mode else { return Vec::new() };
    let back = find.back.saturating_add_signed(by).min(typed.len());
    if back == find.back {
        return Vec::new();
    }
    let words = typed.len().checked_sub(back).and_then(|at| typed.get(at)).cloned().unwrap_or_default();
    find.back = back;
    find.input = Input::new(words);
    ask(app)
}

/// Goes to the hit `by` further on, of the last search.
pub(super) fn walk(app: &mut App, by: isize) -> Vec<Effect> {
    let count = app.searches.hits.len();
    if count == 0 {
        app.notice = Some(app.lang().ui().no_hits.to_owned());
        return Vec::new();
    }
    let (at, all) = (isize::try_from(app.searches.at).unwrap_or(0), isize::try_from(count).unwrap_or(1));
    app.searches.at = usize::try_from((at + by).rem_euclid(all)).unwrap_or(0);
    if let Some(item) = app.searches.hits.get(app.searches.at).copied() {
        visit(app, item);
    }
    let gaps = [("at", (app.searches.at + 1).to_string()), ("count", count.to_string())];
    let gaps = gaps.each_ref().map(|(name, value)| (*name, value.as_str()));
    app.notice = Some(crate::lang::fill(app.lang().ui().hit_of, &gaps));
    super::news::read(app)
}
