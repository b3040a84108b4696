//! The places visited, to go back and forward through.

use super::App;
use super::place::Place;

/// How many places are kept.
const KEPT: usize = 200;

/// Places before and after this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail {
    pub(super) before: Vec<Place>,
    pub(super) after: Vec<Place>,
}

impl Trail {
    /// Notes that `place` is being left for somewhere new.
    pub(super) fn leave(&mut self, place: Place) {
        self.after.clear();
        self.before.push(place);
        if self.before.len() > KEPT {
            self.before.remove(0);
        }
    }
}

/// Goes to the place before this one.
pub(super) fn back(app: &mut App) {
    match app.trail.before.pop() {
        Some(place) => {
            app.trail.after.push(app.place);
            app.return_to(place);
        }
        None => app.notice = Some(app.lang().ui().no_place.to_owned()),
    }
}

/// Goes forward again.
pub(super) fn forward(app: &mut App) {
    match app.trail.after.pop() {
        Some(place) => {
            app.trail.before.push(app.place);
            app.return_to(place);
        }
        None => app.notice = Some(app.lang().ui().no_later.to_owned()),
    }
}
