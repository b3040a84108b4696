//! A frame as text: every character once, and its styles as a grid of letters with a legend.

use std::fmt::Write as _;

use jianbao::app::App;
use jianbao::ui::{Look, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

/// What `app` draws.
pub(crate) fn frame(app: &App, ascii: bool) -> Buffer {
    let size = app.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    draw(app, &Look::new(app.settings.theme, ascii), &mut buf);
    buf
}

/// The characters of a frame, a wide one once, no space at the end of a line.
pub(crate) fn dump(buf: &Buffer) -> String {
    lines(buf, |x, y| buf[(x, y)].symbol().to_owned())
}

/// The styles of a frame: a letter for each, then what each letter means.
pub(super) fn styles(buf: &Buffer) -> String {
    let mut known: Vec<Style> = Vec::new();
    let mut letter = |style: Style| {
        let at = known.iter().position(|each| *each == style).unwrap_or_else(|| {
            known.push(style);
            known.len() - 1
        });
        char::from(b'a' + u8::try_from(at).unwrap())
    };
    let plain = Style::new().fg(Color::Reset).bg(Color::Reset);
    let mut grid = lines(buf, |x, y| {
        let cell = &buf[(x, y)];
        let style = Style::new().fg(cell.fg).bg(cell.bg).add_modifier(cell.modifier);
        let seen =
            cell.symbol() != " " || cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
        if style == plain || !seen {
            if seen { "." } else { " " }.to_owned()
        } else {
            letter(style).to_string()
        }
    });
    grid.push('\n');
    for (at, style) in known.iter().enumerate() {
        let name = char::from(b'a' + u8::try_from(at).unwrap());
        let colour = |colour: Option<Color>| colour.unwrap_or_default().to_string();
        let _ =
            writeln!(grid, "{name} {} on {} {:?}", colour(style.fg), colour(style.bg), style.add_modifier);
    }
    grid
}

/// Every line of the frame, what `of` says of each column, the right halves of wide characters left out.
fn lines(buf: &Buffer, mut of: impl FnMut(u16, u16) -> String) -> String {
    let mut text = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut line = String::new();
        let mut x = buf.area.left();
        while x < buf.area.right() {
            line += &of(x, y);
            x += u16::try_from(buf[(x, y)].symbol().width().max(1)).unwrap();
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}
