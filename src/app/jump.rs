//! Jumping by name: type part of the name of a plan or section, in Chinese, English or its id.

use tui_input::Input;

use super::App;
use super::input::edit;
use super::mode::{Jump, Mode};
use super::place::Place;
use crate::keys::{Action, Code, Key};
use crate::sort;
use crate::text::fold_fullwidth;

/// A plan or section that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the plan.
    pub plan: usize,
    /// Index of the section, or `None` for the plan itself.
    pub section: Option<usize>,
}

/// The plans and sections that match what was typed: those whose name begins with it first.
fn hits(app: &App, typed: &str) -> Vec<Hit> {
    let wanted = folded(typed);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut found = Vec::new();
    for (plan, it) in app.library.plans.iter().enumerate() {
        let own = format!("{} {} {} {} {}", plan + 1, it.short, it.title, it.en, it.id).to_lowercase();
        if words.iter().all(|word| own.contains(word)) {
            let first = it.short.to_lowercase().starts_with(&wanted) || wanted == (plan + 1).to_string();
            found.push((!first, Hit { plan, section: None }));
        }
        for (section, each) in it.sections.iter().enumerate() {
            let name =
                format!("{} {} {} {} {}", it.short, each.title, each.full, each.en, each.id).to_lowercase();
            if !words.is_empty() && words.iter().all(|word| name.contains(word)) {
                let first = each.title.to_lowercase().starts_with(&wanted);
                found.push((!first, Hit { plan, section: Some(section) }));
            }
        }
    }
    sort::by_key(&mut found, |(late, _)| *late);
    found.into_iter().map(|(_, hit)| hit).collect()
}

/// A search for what is typed, its first hit chosen.
pub(super) fn of(app: &App, input: Input) -> Jump {
    Jump { hits: hits(app, input.value()), at: 0, input }
}

/// The same search in a library that has changed.
pub(super) fn again(app: &App, jump: Jump) -> Jump {
    let at = jump.at;
    let jump = of(app, jump.input);
    Jump { at: at.min(jump.hits.len().saturating_sub(1)), ..jump }
}

/// What was typed, in small letters and with those a Chinese input method makes full-width as they are
/// meant.
pub(super) fn folded(typed: &str) -> String {
    typed.trim().chars().map(fold_fullwidth).flat_map(char::to_lowercase).collect()
}

/// Carries out a key while a name is typed.
pub(super) fn key(app: &mut App, key: Key, action: Option<Action>) {
    let Mode::Jump(jump) = &app.mode else { return };
    let mut jump = jump.clone();
    let count = jump.hits.len();
    match key.code {
        Code::Esc => {
            app.close();
            return;
        }
        Code::Enter => return to_hit(app, &jump),
        Code::Down | Code::Tab => jump.at = (jump.at + 1).min(count.saturating_sub(1)),
        Code::Up | Code::BackTab => jump.at = jump.at.saturating_sub(1),
        _ => {
            edit(&mut jump.input, key);
            jump = of(app, jump.input);
        }
    }
    let _ = action;
    app.mode = Mode::Jump(jump);
}

fn to_hit(app: &mut App, jump: &Jump) {
    if let Some(hit) = jump.hits.get(jump.at) {
        let pane = if hit.section.is_some() { crate::plan::Pane::Overview } else { app.settings.start };
        app.go(Place { plan: Some(hit.plan), section: hit.section, pane, ..Place::default() });
    }
}
