//! What crossterm hears, as our own events.

use crossterm::event::{Event as Heard, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind};

use crate::app::Event;
use crate::keys::{Code, Key};

/// The event that something heard stands for, if it means anything here.
pub(super) fn event(heard: Heard) -> Option<Event> {
    match heard {
        Heard::Key(key) if key.kind != KeyEventKind::Release => Some(Event::Key(key_of(key)?)),
        Heard::Paste(text) => Some(Event::Paste(text)),
        Heard::Mouse(mouse) => match mouse.kind {
            MouseEventKind::ScrollDown => Some(Event::Key(Key::plain(Code::Down))),
            MouseEventKind::ScrollUp => Some(Event::Key(Key::plain(Code::Up))),
            _ => None,
        },
        _ => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Key> {
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if shift => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let code = match code {
        Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        code => code,
    };
    Some(Key { code, ctrl, alt: key.modifiers.contains(KeyModifiers::ALT) })
}
