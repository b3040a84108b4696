//! What holds of every frame: drawing never panics, at no size; no wide character is cut or covered; no
//! control character reaches a cell; the cursor stands on the screen.

use jianbao::app::{App, Event, Size};
use jianbao::config::Theme;
use jianbao::lang::Lang;
use jianbao::ui::{Look, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::screens::{SCREENS, home, library};
use crate::keys::script::Reader;

/// Draws what the reader sees and checks the frame.
#[track_caller]
pub(super) fn check(app: &App, name: &str) {
    let Size { width, height } = app.size;
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let cursor = draw(app, &Look::new(Theme::Dark, false), &mut buf);
    assert_eq!(buf.area, area, "{name} at {width}×{height}");
    if let Some(cursor) = cursor {
        assert!(area.contains(cursor), "{name} at {width}×{height}: the cursor is at {cursor:?}");
    }
    for y in 0..height {
        for x in 0..width {
            let symbol = buf[(x, y)].symbol();
            let wrong = cell_wrong(&buf, (x, y), symbol);
            assert!(
                wrong.is_none(),
                "{name} at {width}×{height}: {} at {x},{y}: {symbol:?}",
                wrong.unwrap_or_default()
            );
        }
    }
}

/// What is wrong with the cell at `(x, y)`.
fn cell_wrong(buf: &Buffer, (x, y): (u16, u16), symbol: &str) -> Option<&'static str> {
    if symbol.chars().any(char::is_control) {
        return Some("a control character");
    }
    match symbol.width() {
        0 => Some("a character without width"),
        2 if x + 1 >= buf.area.width => Some("a wide character in the last column"),
        2 if buf[(x + 1, y)].symbol() != " " => Some("a wide character that is covered"),
        1 | 2 => None,
        _ => Some("more than one character"),
    }
}

fn resize(reader: &mut Reader, width: u16, height: u16) {
    reader.hear(Event::Resize(Size { width, height }));
}

/// Some numbers in no order, the same on every run.
pub(super) fn dice() -> impl FnMut(u16) -> u16 {
    let mut seed = 7_u64;
    move |bound| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((seed >> 33) % u64::from(bound)).unwrap()
    }
}

#[test]
fn at_every_small_size() {
    for (name, way) in SCREENS.iter().filter(|(name, _)| ["home", "numbers", "board", "jump"].contains(name))
    {
        let mut reader = way();
        for width in 0..=40 {
            for height in 0..=20 {
                resize(&mut reader, width, height);
                check(&reader.app, name);
            }
        }
    }
}

#[test]
fn at_random_sizes_on_every_screen() {
    let mut dice = dice();
    for (name, way) in SCREENS {
        let mut reader = way();
        for _ in 0..30 {
            resize(&mut reader, 1 + dice(180), 1 + dice(60));
            check(&reader.app, name);
        }
    }
}

#[test]
fn at_every_width_where_the_layout_changes() {
    for (name, way) in SCREENS {
        let mut reader = way();
        for width in [39, 40, 41, 69, 70, 79, 80, 81, 99, 100, 101, 139, 140, 300] {
            resize(&mut reader, width, 24);
            check(&reader.app, name);
        }
    }
}

#[test]
fn in_every_language_along_every_plan() {
    let mut dice = dice();
    for lang in Lang::ALL {
        for plan in 1..=library().plans.len() {
            let mut reader = home();
            reader.app.settings.lang = lang;
            reader.press(&plan.to_string());
            for _ in 0..reader.app.panes().len() {
                resize(&mut reader, 40 + dice(90), 10 + dice(30));
                for keys in ["", "G", "Enter", "Esc"] {
                    reader.press(keys);
                    check(&reader.app, &reader.state());
                }
                reader.press("Tab");
            }
        }
    }
}

#[test]
fn every_number_on_the_board() {
    let mut reader = home();
    reader.press("a b");
    let mut sizes = [(40, 10), (60, 20), (80, 24), (100, 30), (200, 50)].into_iter().cycle();
    for at in 0..library().items().count() {
        let before = reader.state();
        let (width, height) = sizes.next().unwrap();
        resize(&mut reader, width, height);
        check(&reader.app, &before);
        reader.press("j");
        if reader.state() == before {
            assert!(at > 60, "only {at} numbers");
            return;
        }
    }
}

#[test]
fn a_bad_cell_is_seen() {
    let wrong = |symbols: &[&str], at: u16| {
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        for (x, symbol) in (0..).zip(symbols) {
            buf[(x, 0)].set_symbol(symbol);
        }
        cell_wrong(&buf, (at, 0), buf[(at, 0)].symbol()).unwrap_or_default()
    };
    assert_eq!(wrong(&["前", " ", "海", " "], 2), "");
    assert_eq!(wrong(&["a", "b", "c", "海"], 3), "a wide character in the last column");
    assert_eq!(wrong(&["前", "|"], 0), "a wide character that is covered");
    assert_eq!(wrong(&["\u{1b}"], 0), "a control character");
    assert_eq!(wrong(&["\u{200b}"], 0), "a character without width");
    assert_eq!(wrong(&["前海"], 0), "more than one character");
}
