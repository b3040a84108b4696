//! Reading one card whole: scrolling it, and walking to what it leads to.

use super::App;
use super::browse;
use super::card::{Subject, card};
use super::lines::Line;
use super::mode::{Mode, Read};
use crate::keys::Action;

/// Carries out `action` on the card that is read.
pub(super) fn key(app: &mut App, action: Option<Action>) {
    let (Some(action), Mode::Read(read)) = (action, &app.mode) else { return };
    let mut read = read.clone();
    let lines = card(app, read.subject, app.geometry().wide_text());
    let height = usize::from(app.geometry().body);
    match action {
        Action::Back => return back(app, read),
        Action::Open => return follow(app, read, &lines),
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
    top.min(bottom)
}

/// Chooses the next or previous line that leads elsewhere, and brings it into view. The lines of one
/// paragraph count as one.
fn choose(read: &mut Read, lines: &[Line], height: usize, ahead: bool) {
    let first_of = |(at, line): (usize, &Line)| {
        let before = at.checked_sub(1).and_then(|before| lines.get(before)).and_then(|line| line.link);
        line.link.filter(|link| before != Some(*link)).map(|_| at)
    };
    let links: Vec<usize> = lines.iter().enumerate().filter_map(first_of).collect();
    let chosen = match (read.link, ahead) {
        (Some(at), true) => links.iter().find(|link| **link > at).or(links.first()),
        (Some(at), false) => links.iter().rev().find(|link| **link < at).or(links.last()),
        (None, true) => links.first(),
        (None, false) => links.last(),
    };
    read.link = chosen.copied();
    if let Some(at) = read.link {
        read.top = read.top.clamp((at + 1).saturating_sub(height), at);
    }
}

fn follow(app: &mut App, mut read: Read, lines: &[Line]) {
    let target = read.link.and_then(|at| lines.get(at)).and_then(|line| line.link);
    if let Some(item) = target {
        read.trail.push(read.subject);
        app.mode = Mode::Read(Read { subject: Subject::Item(item), top: 0, link: None, trail: read.trail });
    }
}

/// Back to the card before, or to the list.
fn back(app: &mut App, mut read: Read) {
    app.mode = match read.trail.pop() {
        Some(subject) => Mode::Read(Read { subject, top: 0, link: None, trail: read.trail }),
        None => Mode::Browse,
    };
}

/// The card of the next or previous row of the list.
fn neighbour(app: &mut App, action: Action) {
    app.mode = Mode::Browse;
    let step = if action == Action::NextSection { Action::Down } else { Action::Up };
    browse::key(app, Some(step));
    browse::key(app, Some(Action::Open));
}
