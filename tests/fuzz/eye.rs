//! What is held of everything that can be seen: frames, the bytes they send, problems, copies, exports.

use jianbao::app::{App, Effect, Event};
use jianbao::backend::{Ambiguous, Depth, Options, Screen};
use jianbao::config::Theme;
use jianbao::export::{self, Format, Scope};
use jianbao::lang::Lang;
use jianbao::plan::{Library, Problem};
use jianbao::text::{code_point, kind_of};
use jianbao::ui::{Look, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use unicode_width::UnicodeWidthStr;

use super::dice::Dice;
use super::grammar;
use crate::keys::script::today;

/// Whatever is wrong comes back as words; the caller says of which input.
pub(super) type Seen = Result<(), String>;

/// Nothing in `text` acts on a terminal; `lines` may end in the ways given.
pub(super) fn text(what: &str, text: &str, ends: &[char]) -> Seen {
    match text.chars().find(|c| kind_of(*c).is_some() && !ends.contains(c)) {
        Some(c) => Err(format!("{what} holds {}: {text:?}", code_point(c))),
        None => Ok(()),
    }
}

/// A terminal on which frame follows frame.
pub(super) struct Eye {
    screen: Screen<Vec<u8>>,
    look: Look,
}

/// What `app` shows, its cells looked at; not what a terminal is sent of it.
pub(super) fn glance(app: &App) -> Seen {
    let mut buf = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    drawn(app, &Look::new(Theme::Dark, false), &mut buf).and_then(|_| cells(&buf))
}

/// Draws; the cursor has to stand on the screen.
fn drawn(app: &App, look: &Look, buf: &mut Buffer) -> Result<Option<Position>, String> {
    match draw(app, look, buf) {
        Some(at) if !buf.area.contains(at) => Err(format!("the cursor is at {at:?}")),
        cursor => Ok(cursor),
    }
}

impl Eye {
    pub(super) fn new(app: &App, dice: &mut Dice) -> Self {
        let depth = dice.pick(&[Depth::NoColor, Depth::Ansi16, Depth::Indexed256, Depth::TrueColor]);
        let ambiguous = dice.pick(&[Ambiguous::Unknown, Ambiguous::Narrow, Ambiguous::Wide]);
        let substitute = jianbao::text::substitute;
        let options = Options { depth, ambiguous, substitute, lean: !dice.one_in(4), ..Options::default() };
        let size = Size { width: app.size.width, height: app.size.height };
        Self { screen: Screen::new(Vec::new(), size, options), look: Look::new(Theme::Dark, dice.one_in(4)) }
    }

    pub(super) fn resize(&mut self, app: &App) {
        self.screen.resize(Size { width: app.size.width, height: app.size.height });
    }

    /// Draws what `app` shows and looks at its cells and at the bytes that a terminal is sent.
    pub(super) fn frame(&mut self, app: &App) -> Seen {
        let mut seen = Ok(None);
        let look = &self.look;
        self.screen
            .draw(|buf| {
                seen = drawn(app, look, buf);
                seen.clone().ok().flatten()
            })
            .unwrap();
        seen?;
        cells(self.screen.frame())?;
        let bytes = std::mem::take(self.screen.out());
        grammar::frame(&bytes, (app.size.width, app.size.height))
    }
}

/// Every cell holds one character that may be shown, and wide ones have their room.
fn cells(buf: &Buffer) -> Seen {
    for (y, row) in buf.content.chunks(usize::from(buf.area.width).max(1)).enumerate() {
        for (x, cell) in row.iter().enumerate() {
            let symbol = cell.symbol();
            if matches!(symbol.as_bytes(), [b' '..=b'~']) {
                continue;
            }
            text(&format!("the cell {x},{y}"), symbol, &[])?;
            let columns = symbol.width();
            let covered = row.get(x + 1..x + columns).unwrap_or_default();
            if columns == 0 || covered.len() + 1 != columns || covered.iter().any(|cell| cell.symbol() != " ")
            {
                return Err(format!("{symbol:?} at {x},{y} has no room"));
            }
        }
    }
    Ok(())
}

/// What is said of a problem, wherever it is shown.
pub(super) fn problem(problem: &Problem, lang: Lang) -> Seen {
    text("a problem", &problem.reason.words(lang), &[])?;
    text("an address", &problem.address(), &[])?;
    text("an excerpt", problem.excerpt.as_ref().map_or("", |excerpt| &excerpt.line), &[])
}

/// What the state asks for and a terminal, a file or a clipboard gets.
pub(super) fn effect(effect: &Effect) -> Seen {
    match effect {
        Effect::Copy(copied) => text("a copy", copied, &['\n']),
        Effect::Print(printed) => text("a print", printed, &['\n']),
        Effect::Link(url) => text("a link", url, &[]),
        Effect::Pin { path, last } => text("a pin", path, &[]).and_then(|()| text("a pin", last, &[])),
        Effect::Note { path, note } => text("a note", path, &[]).and_then(|()| text("a note", note, &[])),
        Effect::Read(path) => text("a path", path, &[]),
        _ => Ok(()),
    }
}

/// Lets an event happen and looks at what it asks for.
pub(super) fn hear(app: &mut App, event: Event) -> Result<Vec<Effect>, String> {
    let effects = app.handle(event);
    effects.iter().try_for_each(effect)?;
    Ok(effects)
}

/// The whole library in one format.
pub(super) fn export(library: &Library, dice: &mut Dice) -> Seen {
    let format = dice.pick(&Format::ALL);
    let mut options = export::Options::new(dice.pick(&Lang::ALL), today());
    options.width = 20 + dice.below(80);
    let ends: &[char] = if matches!(format, Format::Csv | Format::Ics) { &['\r', '\n'] } else { &['\n'] };
    text(format.word(), &export::render(format, library, &Scope::Library, &options), ends)
}
