//! What a session does for the state, done in memory: searches answered at once, pins kept in a list, copies
//! collected. The stories run on it; the disk and the clipboard have tests of their own.

use std::sync::Arc;

use jianbao::app::find::LIMIT;
use jianbao::app::{App, Effect, Event, Pin};
use jianbao::find::{Index, Query, Scope};

/// Carries out the effects that have an answer; gives back those that are somebody else's.
pub(crate) fn carry_out(app: &mut App, effects: Vec<Effect>) -> Vec<Effect> {
    let mut left = Vec::new();
    for effect in effects {
        match answer(app, &effect) {
            Some(event) => left.extend(app.handle(event)),
            None => left.push(effect),
        }
    }
    left
}

fn answer(app: &App, effect: &Effect) -> Option<Event> {
    let mut memory = app.memory.clone();
    match effect {
        Effect::Search(search) => {
            let scope = Scope { plan: search.plan, here: search.here, limit: LIMIT };
            let query = Query::parse(&search.words, app.today);
            let found = Index::build(&app.library).search(&query, &scope, &|| false).unwrap();
            return Some(Event::Found(search.number, Arc::new(found)));
        }
        Effect::Pin { path, last } => match memory.pin(path) {
            Some(_) => memory.pins.retain(|pin| pin.path != *path),
            None => memory.pins.push(Pin { path: path.clone(), last: last.clone(), note: String::new() }),
        },
        Effect::Note { path, note } => {
            memory.pins.iter_mut().filter(|pin| pin.path == *path).for_each(|pin| pin.note.clone_from(note));
        }
        Effect::Read(path) => memory.news.retain(|news| app.library.path(news.item).as_ref() != Some(path)),
        Effect::ReadAll => memory.news.clear(),
        Effect::Recall => {}
        _ => return None,
    }
    Some(Event::Memory(memory))
}
