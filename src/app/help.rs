//! The help page: every action with the keys that are really bound, searchable.

use tui_input::InputRequest;

use super::App;
use super::input::edit;
use super::jump::folded;
use super::lines::{Line, Tone};
use super::mode::{Help, Mode};
use super::read::{at_most, scroll};
use crate::keys::table::{Row, TABLE};
use crate::keys::{Action, Code, Group, Key};
use crate::text;

/// Columns of the keys on the help page.
const KEYS: usize = 18;

/// The lines of the help page for what is searched.
pub fn lines(app: &App, help: &Help) -> Vec<Line> {
    let wanted = folded(help.input.value());
    let mut lines = Vec::new();
    for group in Group::ALL {
        let rows: Vec<&Row> = TABLE
            .iter()
            .filter(|row| row.group == group && !is_later_plan(row.action) && matches(app, row, &wanted))
            .collect();
        if rows.is_empty() {
            continue;
        }
        lines.push(Line::new(group.name(app.lang()), Tone::Heading));
        lines.extend(rows.into_iter().map(|row| help_line(app, row)));
        lines.push(Line::default());
    }
    if lines.is_empty() {
        lines.push(Line::new(app.lang().ui().help_none, Tone::Dim));
    }
    lines
}

/// The plans after the first have one line with it: `1–9`.
fn is_later_plan(action: Action) -> bool {
    action.plan_number().is_some_and(|number| number > 1)
}

fn keys_of(app: &App, row: &Row) -> String {
    if row.action == Action::Plan1 {
        let last = app.settings.keymap.first(Action::Plan9);
        return format!("{}–{last}", app.settings.keymap.first(Action::Plan1));
    }
    let keys = app.settings.keymap.keys(row.action);
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

fn does(app: &App, row: &Row) -> String {
    if row.action == Action::Plan1 {
        return app.lang().ui().plan_by_number.to_owned();
    }
    row.does(app.lang()).to_owned()
}

fn matches(app: &App, row: &Row, wanted: &str) -> bool {
    let hay = format!("{} {} {}", keys_of(app, row), does(app, row), row.name).to_lowercase();
    wanted.split_whitespace().all(|word| hay.contains(word))
}

fn help_line(app: &App, row: &Row) -> Line {
    Line::new(format!("  {}", text::pad_end(&keys_of(app, row), KEYS)), Tone::Key)
        .and(does(app, row), Tone::Plain)
}

/// The page scrolled no further than it is long.
pub(super) fn settled(app: &App, help: Help) -> Help {
    let top = at_most(help.top, lines(app, &help).len(), app.page_height());
    Help { top, ..help }
}

/// Carries out a key on the help page.
pub(super) fn key(app: &mut App, key: Key, action: Option<Action>) {
    let Mode::Help(help) = &app.mode else { return };
    let mut help = help.clone();
    if help.typing {
        match key.code {
            Code::Esc if help.input.value().is_empty() => help.typing = false,
            Code::Esc => {
                help.input.handle(InputRequest::GoToEnd);
                help.input.handle(InputRequest::DeleteLine);
                help.typing = false;
            }
            Code::Enter | Code::Down => help.typing = false,
            _ => edit(&mut help.input, key),
        }
        help.top = 0;
        app.mode = Mode::Help(help);
        return;
    }
    let height = app.page_height();
    match (action, key.folded().code) {
        (_, Code::Char('/')) => help.typing = true,
        (Some(Action::Back | Action::Help), _) => {
            app.close();
            return;
        }
        (Some(action), _) => help.top = scroll(help.top, action, lines(app, &help).len(), height),
        (None, _) => {}
    }
    app.mode = Mode::Help(help);
}
