//! What can be done with the item under the cursor, in whatever mode it is looked at: copy, print, pin,
//! note, link.

use tui_input::Input;

use super::App;
use super::card::Subject;
use super::copy::{Form, text};
use super::event::Effect;
use super::mode::{Mode, Note, PinList};
use super::words;
use crate::keys::Action;
use crate::plan::{ItemRef, Text};

/// Carries out `action` if it is one of these; `None` where it is another.
pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::Copy => Some(send(app, Form::Line, Effect::Copy)),
        Action::CopyMarkdown => Some(send(app, Form::Markdown, Effect::Copy)),
        Action::Print => Some(send(app, Form::Line, Effect::Print)),
        Action::Pin => Some(pin(app)),
        Action::Note => {
            note(app);
            Some(Vec::new())
        }
        Action::Pins if matches!(app.mode, Mode::Board(_)) => {
            super::board::only_pinned(app);
            Some(Vec::new())
        }
        Action::Pins => {
            app.open(Mode::Pins(PinList::default()));
            Some(vec![Effect::Recall])
        }
        Action::Link => Some(link(app)),
        _ => None,
    }
}

/// What is looked at: the card read, the number on the board, the pin chosen, the row selected.
pub(super) fn subject(app: &App) -> Option<Subject> {
    match &app.mode {
        Mode::Read(read) => Some(read.subject),
        Mode::Board(board) => board.numbers.get(board.at).copied().map(Subject::Item),
        Mode::Pins(list) => {
            let pin = app.memory.pins.get(list.at)?;
            app.library.find_path(&pin.path).map(Subject::Item)
        }
        Mode::Find(find) => find.chosen().map(Subject::Item),
        _ => app.subject(),
    }
}

/// The item that is looked at.
pub(super) fn selected(app: &App) -> Option<ItemRef> {
    subject(app).and_then(|subject| match subject {
        Subject::Item(item) => Some(item),
        Subject::Source(..) => None,
    })
}

/// Sends the text of what is looked at on its way.
fn send(app: &mut App, form: Form, how: fn(String) -> Effect) -> Vec<Effect> {
    let text = text(app, subject(app), form);
    if text.is_none() {
        app.notice = Some(app.lang().ui().nothing_to_copy.to_owned());
    }
    text.map(how).into_iter().collect()
}

fn pin(app: &mut App) -> Vec<Effect> {
    // A pin whose item is gone can still be taken off.
    if let Mode::Pins(list) = &app.mode {
        let pin = app.memory.pins.get(list.at);
        return pin
            .map(|pin| Effect::Pin { path: pin.path.clone(), last: pin.last.clone() })
            .into_iter()
            .collect();
    }
    let found =
        selected(app).and_then(|at| Some((app.library.path(at)?, words::sentence(app.library.item(at)?))));
    match found {
        Some((path, last)) => vec![Effect::Pin { path, last }],
        None => Vec::new(),
    }
}

/// Opens the line in which a pin's note is written.
fn note(app: &mut App) {
    let path = match &app.mode {
        Mode::Pins(list) => app.memory.pins.get(list.at).map(|pin| pin.path.clone()),
        _ => selected(app).and_then(|at| app.library.path(at)),
    };
    let pin = path.as_deref().and_then(|path| app.memory.pin(path));
    match pin {
        Some(pin) => {
            let note = Note { path: pin.path.clone(), input: Input::new(pin.note.clone()) };
            app.open(Mode::Note(note));
        }
        None => app.notice = Some(app.lang().ui().not_pinned.to_owned()),
    }
}

/// Says where the item's source can be read.
fn link(app: &mut App) -> Vec<Effect> {
    let urls: Vec<Text> = match subject(app) {
        Some(Subject::Item(at)) => {
            app.library.sources_of(at).iter().map(|source| source.url.clone()).collect()
        }
        Some(Subject::Source(plan, at)) => {
            let source = app.library.plans.get(plan).and_then(|plan| plan.sources.get(at));
            source.map(|source| source.url.clone()).into_iter().collect()
        }
        None => Vec::new(),
    };
    let urls: Vec<Text> = urls.into_iter().filter(|url| !url.is_empty()).collect();
    app.notice = Some(if urls.is_empty() { app.lang().ui().no_link.to_owned() } else { urls.join("  ") });
    urls.into_iter().next().map(|url| Effect::Link(url.into())).into_iter().collect()
}
