//! Reading one card whole: scrolling it, and walking to what it leads to.

use super::App;
use super::browse;
use super::card::{Subject, card};
use super::lines::Line;
use super::mode::{Mode, Read};
use crate::keys::Action;
use crate::plan::ItemRef;

/// Carries out `action` on the card that is read.
pub(super) fn key(app: &mut App, action: Option<Action>) {
    let (Some(action), Mode::Read(read)) = (action, &app.mode) else { return };
    let mut read = read.clone();
    let lines = card(app, read.subject, app.geometry().wide_text());
    let height = usize::from(app.geometry().body);
    match action {
        Action::Back => return back(app, read),
        Action::Open => return follow(app, read),
        Action::NextPane => choose(&mut read, &lines, height, true),
        Action::PrevPane => choose(&mut read, &lines, height, false),
        Action::NextSection | Action::PrevSection => return neighbour(app, action),
        _ => read.top = scroll(read.top, action, lines.len(), height),
    }
    app.mode = Mode::Read(read);
}

/// The first line shown after `action`, of `count` lines on a page of `height`.
pub(super) fn scroll(top: usize, action: Action, count: usize, height: usize) -> usize {
    let bottom = count.saturating_sub(height);
    let top = match action {
        Action::Down => top + 1,
        Action::Up => top.saturating_sub(1),
        Action::HalfDown => top + (height / 2).max(1),
        Action::HalfUp => top.saturating_sub((height / 2).max(1)),
        Action::PageDown => top + height.max(1),
        Action::PageUp => top.saturating_sub(height.max(1)),
        Action::First => 0,
        Action::Last => bottom,
        _ => top,
    };
    at_most(top, count, height)
}

/// `top`, but no further than leaves the page of `height` full of `count` lines.
pub(super) fn at_most(top: usize, count: usize, height: usize) -> usize {
    top.min(count.saturating_sub(height))
}

/// The card scrolled no further than it is long.
pub(super) fn settled(app: &App, read: Read) -> Read {
    let lines = card(app, read.subject, app.geometry().wide_text()).len();
    Read { top: at_most(read.top, lines, usize::from(app.geometry().body)), ..read }
}

/// The lines on which the links of a card begin. The lines of one paragraph are one link.
pub fn links(lines: &[Line]) -> Vec<usize> {
    let first_of = |(at, line): (usize, &Line)| {
        let before = at.checked_sub(1).and_then(|before| lines.get(before)).and_then(|line| line.link);
        line.link.filter(|link| before != Some(*link)).map(|_| at)
    };
    lines.iter().enumerate().filter_map(first_of).collect()
}

/// Chooses the next or previous link, and brings it into view.
fn choose(read: &mut Read, lines: &[Line], height: usize, ahead: bool) {
    let links = links(lines);
    let Some(last) = links.len().checked_sub(1) else { return };
    let chosen = match (read.link, ahead) {
        (Some(at), true) if at < last => at + 1,
        (_, true) => 0,
        (Some(at), false) if at > 0 => (at - 1).min(last),
        (_, false) => last,
    };
    read.link = Some(chosen);
    if let Some(at) = links.get(chosen).copied() {
        read.top = read.top.clamp((at + 1).saturating_sub(height.max(1)), at);
    }
}

/// Where the chosen link of the card leads.
pub(super) fn target(app: &App, read: &Read) -> Option<ItemRef> {
    targets(app, read).get(read.link?).copied()
}

/// The same card with the link chosen that leads to `item`: the one chosen now, if it does.
pub(super) fn linked_to(app: &App, read: Read, item: Option<ItemRef>) -> Read {
    let targets = targets(app, &read);
    let still = read.link.filter(|link| targets.get(*link).copied() == item);
    Read { link: still.or_else(|| targets.iter().position(|target| Some(*target) == item)), ..read }
}

/// Where each link of the card leads.
fn targets(app: &App, read: &Read) -> Vec<ItemRef> {
    let lines = card(app, read.subject, app.geometry().wide_text());
    links(&lines).into_iter().filter_map(|line| lines.get(line)?.link).collect()
}

fn follow(app: &mut App, mut read: Read) {
    if let Some(item) = target(app, &read) {
        read.trail.push(read.subject);
        app.mode = Mode::Read(Read { subject: Subject::Item(item), top: 0, link: None, trail: read.trail });
    }
}

/// Back to the card before, or to the list.
fn back(app: &mut App, mut read: Read) {
    match read.trail.pop() {
        Some(subject) => app.mode = Mode::Read(Read { subject, top: 0, link: None, trail: read.trail }),
        None => app.close(),
    }
}

/// The card of the next or previous row of the list.
fn neighbour(app: &mut App, action: Action) {
    app.close_all();
    let step = if action == Action::NextSection { Action::Down } else { Action::Up };
    browse::key(app, Some(step));
    browse::key(app, Some(Action::Open));
}
