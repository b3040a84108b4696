//! Going through lists: what each action does while no overlay is open.

use super::App;
use super::card::Subject;
use super::home::{Part, part, part_of};
use super::mode::{Mode, Read};
use super::place::Place;
use super::rows::Row;
use super::{board, cursor::Cursor, news};
use crate::keys::Action;
use crate::plan::{ItemRef, Pane};

/// Carries out `action`.
pub(super) fn key(app: &mut App, action: Option<Action>) {
    let Some(action) = action else { return };
    if walk(app, action) {
        return;
    }
    match action {
        Action::NextPane => turn(app, 1),
        Action::PrevPane => turn(app, -1),
        Action::NextSection => step_section(app, 1),
        Action::PrevSection => step_section(app, -1),
        Action::Open => open(app),
        Action::Back => back(app),
        Action::Board => board::open(app),
        Action::AllTimeline => all_timeline(app),
        Action::Fold => {
            app.folded = !app.folded;
            app.relist();
        }
        _ => {}
    }
}

/// Moves the cursor, if that is what `action` does.
fn walk(app: &mut App, action: Action) -> bool {
    let (rows, height) = (&app.rows, app.list_height());
    let half = isize::try_from(height / 2).unwrap_or(1).max(1);
    let page = isize::try_from(height).unwrap_or(1).max(1);
    let cursor = app.place.cursor;
    app.place.cursor = match action {
        Action::Down => cursor.down(rows, height),
        Action::Up => cursor.up(rows, height),
        Action::First => Cursor::first(rows),
        Action::Last => Cursor::last(rows, height),
        Action::HalfDown => cursor.leap(half, rows, height),
        Action::HalfUp => cursor.leap(-half, rows, height),
        Action::PageDown => cursor.leap(page, rows, height),
        Action::PageUp => cursor.leap(-page, rows, height),
        _ => return false,
    };
    true
}

/// The pane beside this one; on the home screen the column beside this one.
fn turn(app: &mut App, by: isize) {
    if app.place.is_home() {
        return turn_home(app, by);
    }
    if app.place.all_plans {
        return;
    }
    let panes = app.panes();
    let at = panes.iter().position(|(pane, _)| *pane == app.place.pane).unwrap_or(0);
    if let Some((pane, _)) = panes.get(around(at, by, panes.len())) {
        app.go(Place { pane: *pane, ..app.place });
    }
}

fn turn_home(app: &mut App, by: isize) {
    let here = part_of(&app.rows, app.place.cursor.at);
    let mut at = Part::ALL.iter().position(|part| *part == here).unwrap_or(0);
    for _ in 0..Part::ALL.len() {
        at = around(at, by, Part::ALL.len());
        let wanted = part(&app.rows, Part::ALL.get(at).copied().unwrap_or(Part::Headline));
        let found = wanted.into_iter().find(|row| app.rows.get(*row).is_some_and(Row::selectable));
        if let Some(row) = found {
            app.place.cursor = app.place.cursor.on(row, &app.rows, app.list_height());
            return;
        }
    }
}

fn around(at: usize, by: isize, count: usize) -> usize {
    let count = isize::try_from(count.max(1)).unwrap_or(1);
    let at = isize::try_from(at).unwrap_or(0);
    usize::try_from((at + by).rem_euclid(count)).unwrap_or(0)
}

/// The section after or before this one; all sections stand before the first.
fn step_section(app: &mut App, by: isize) {
    let Some(plan) = app.plan() else { return };
    if app.place.all_plans {
        return;
    }
    let at = app.place.section.map_or(0, |section| section + 1);
    let to = around(at, by, plan.sections.len() + 1);
    app.go(Place { section: to.checked_sub(1), ..app.place });
}

/// Goes to the plan of the number that `action` stands for.
pub(super) fn to_plan(app: &mut App, action: Action) {
    let Some(plan) = action.plan_number().map(|number| number - 1) else { return };
    if plan < app.library.plans.len() {
        app.go(Place { pane: app.settings.start, ..Place::plan(plan) });
    }
}

fn open(app: &mut App) {
    match app.rows.get(app.place.cursor.at) {
        Some(Row::Plan(plan)) => app.go(Place { pane: app.settings.start, ..Place::plan(*plan) }),
        Some(Row::Problems(_)) => app.open(Mode::Problems { top: 0 }),
        Some(Row::News(_)) => {
            news::next(app);
        }
        Some(Row::Item(item)) if app.place.is_home() => visit(app, *item),
        _ => {
            if let Some(subject) = app.subject() {
                app.open(Mode::Read(Read { subject, top: 0, link: None, trail: Vec::new() }));
            }
        }
    }
}

/// Goes to where an item stands, the cursor on it.
pub(super) fn visit(app: &mut App, item: ItemRef) {
    let pane = Pane::of(item.slot);
    if matches!(item.slot, crate::plan::Slot::Task(..)) {
        app.folded = false;
    }
    app.go(Place { plan: Some(item.plan), section: Some(item.section), pane, ..Place::default() });
    if let Some(row) = app.row_of(Subject::Item(item)) {
        app.place.cursor = app.place.cursor.on(row, &app.rows, app.list_height());
    }
}

/// One step out: from all plans to the place before, from a section to its plan, from a plan home.
fn back(app: &mut App) {
    if app.place.all_plans {
        return all_timeline(app);
    }
    if app.place.section.is_some() {
        app.go(Place { section: None, ..app.place });
    } else if app.place.plan.is_some() {
        app.go(Place::default());
    }
}

/// The timeline of all plans, or back from it.
fn all_timeline(app: &mut App) {
    if app.place.all_plans {
        let place = app.before_all.take().unwrap_or_default();
        return app.go(place);
    }
    let before = app.place;
    app.go(Place { pane: Pane::Timeline, all_plans: true, ..app.place });
    app.before_all = Some(before);
}
