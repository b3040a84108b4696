//! Two terminal emulators seen alike, and the screen a buffer asks for in the same terms.

use std::num::NonZeroU16;

use alacritty_terminal::event::VoidListener;
use alacritty_terminal::grid::Dimensions;
use alacritty_terminal::index::{Column, Line};
use alacritty_terminal::term::cell::Flags;
use alacritty_terminal::term::{Config, Term, TermMode};
use alacritty_terminal::vte::ansi::{self, NamedColor};
use jianbao::backend::Depth;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// What one cell looks like. `None` as text: not compared, as terminals disagree; "" is the right half of a wide
/// character, whose style the two emulators keep differently.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Look {
    pub(super) text: Option<String>,
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) mods: Modifier,
}

/// What vt100 knows of attributes; the other emulator knows more.
const VT100_MODS: Modifier = Modifier::BOLD
    .union(Modifier::DIM)
    .union(Modifier::ITALIC)
    .union(Modifier::UNDERLINED)
    .union(Modifier::REVERSED);
const ALACRITTY_MODS: Modifier = VT100_MODS.union(Modifier::CROSSED_OUT).union(Modifier::HIDDEN);
const ON_SPACE: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

impl Look {
    /// Leaves out what an emulator does not know, and what cannot be seen.
    fn seen(&mut self, known: Modifier) {
        self.mods &= known;
        match self.text.as_deref() {
            Some(" ") if !self.mods.intersects(ON_SPACE) => {
                self.fg = Color::Reset;
                self.mods = Modifier::empty();
            }
            Some("") | None => {
                (self.fg, self.bg, self.mods) = (Color::Reset, Color::Reset, Modifier::empty());
            }
            _ => {}
        }
    }
}

pub(super) trait Emulator {
    fn feed(&mut self, bytes: &[u8]);
    fn resize(&mut self, size: Size);
    fn look(&self, x: u16, y: u16) -> Look;
    /// Where the cursor shows, if it does.
    fn cursor(&self) -> Option<Position>;
    fn known(&self) -> Modifier;
}

pub(super) struct Vt100(pub(super) vt100::Parser);

fn nonzero(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

impl Vt100 {
    pub(super) fn new(size: Size) -> Self {
        Self(vt100::Parser::new(nonzero(size.height), nonzero(size.width), 0))
    }
}

impl Emulator for Vt100 {
    fn feed(&mut self, bytes: &[u8]) {
        self.0.process(bytes);
    }

    fn resize(&mut self, size: Size) {
        self.0.set_size(nonzero(size.height), nonzero(size.width));
    }

    fn look(&self, x: u16, y: u16) -> Look {
        let cell = self.0.screen().cell(y, x).unwrap();
        let mut mods = Modifier::empty();
        mods.set(Modifier::BOLD, cell.bold());
        mods.set(Modifier::DIM, cell.dim());
        mods.set(Modifier::ITALIC, cell.italic());
        mods.set(Modifier::UNDERLINED, cell.underline());
        mods.set(Modifier::REVERSED, cell.inverse());
        let text = match cell.contents() {
            "" if !cell.is_wide_continuation() => " ",
            text => text,
        };
        Look {
            text: Some(text.into()),
            fg: vt100_color(cell.fgcolor()),
            bg: vt100_color(cell.bgcolor()),
            mods,
        }
    }

    fn cursor(&self) -> Option<Position> {
        let (y, x) = self.0.screen().cursor_position();
        (!self.0.screen().hide_cursor()).then_some(Position { x, y })
    }

    fn known(&self) -> Modifier {
        VT100_MODS
    }
}

fn vt100_color(color: vt100::Color) -> Color {
    match color {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(i) => Color::Indexed(i),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}

pub(super) struct Alacritty {
    term: Term<VoidListener>,
    parser: ansi::Processor,
}

struct Dims(Size);

impl Dimensions for Dims {
    fn total_lines(&self) -> usize {
        self.screen_lines()
    }
    fn screen_lines(&self) -> usize {
        usize::from(self.0.height)
    }
    fn columns(&self) -> usize {
        usize::from(self.0.width)
    }
}

impl Alacritty {
    pub(super) fn new(size: Size) -> Self {
        let config = Config { scrolling_history: 0, ..Config::default() };
        Self { term: Term::new(config, &Dims(size), VoidListener), parser: ansi::Processor::new() }
    }
}

fn alacritty_color(color: ansi::Color) -> Color {
    match color {
        ansi::Color::Named(NamedColor::Foreground | NamedColor::Background) => Color::Reset,
        ansi::Color::Named(named) => Color::Indexed(u8::try_from(named as usize).unwrap()),
        ansi::Color::Indexed(i) => Color::Indexed(i),
        ansi::Color::Spec(rgb) => Color::Rgb(rgb.r, rgb.g, rgb.b),
    }
}

impl Emulator for Alacritty {
    fn feed(&mut self, bytes: &[u8]) {
        self.parser.advance(&mut self.term, bytes);
    }

    fn resize(&mut self, size: Size) {
        self.term.resize(Dims(size));
    }

    fn look(&self, x: u16, y: u16) -> Look {
        let cell = &self.term.grid()[Line(i32::from(y))][Column(usize::from(x))];
        let mut mods = Modifier::empty();
        for (flag, bit) in [
            (Flags::BOLD, Modifier::BOLD),
            (Flags::DIM, Modifier::DIM),
            (Flags::ITALIC, Modifier::ITALIC),
            (Flags::UNDERLINE, Modifier::UNDERLINED),
            (Flags::INVERSE, Modifier::REVERSED),
            (Flags::HIDDEN, Modifier::HIDDEN),
            (Flags::STRIKEOUT, Modifier::CROSSED_OUT),
        ] {
            mods.set(bit, cell.flags.contains(flag));
        }
        let mut text = String::from(cell.c);
        text.extend(cell.zerowidth().unwrap_or_default());
        if cell.flags.contains(Flags::WIDE_CHAR_SPACER) {
            text.clear();
        }
        Look { text: Some(text), fg: alacritty_color(cell.fg), bg: alacritty_color(cell.bg), mods }
    }

    fn cursor(&self) -> Option<Position> {
        let point = self.term.grid().cursor.point;
        let at =
            Position { x: u16::try_from(point.column.0).unwrap(), y: u16::try_from(point.line.0).unwrap() };
        self.term.mode().contains(TermMode::SHOW_CURSOR).then_some(at)
    }

    fn known(&self) -> Modifier {
        ALACRITTY_MODS
    }
}

/// The screen that a buffer asks for, worked out from the rules and not from the painter's code: a control is a
/// space, a wide character needs its columns, a cell over its right half wins.
pub(super) fn wanted(buffer: &Buffer, depth: Depth) -> Vec<Look> {
    let mut looks = Vec::with_capacity(buffer.content.len());
    for row in buffer.content.chunks(usize::from(buffer.area.width)) {
        let mut x = 0;
        while x < row.len() {
            let cell = &row[x];
            // Terminals give half-width sound marks a column of their own; ratatui's layout does too.
            let sound_marks = cell.symbol().chars().filter(|c| matches!(c, '\u{ff9e}')).count();
            let width =
                if cell.symbol().len() == 1 { 1 } else { (cell.symbol().width() + sound_marks).max(1) };
            let whole =
                row.get(x + 1..x + width).is_some_and(|c| c.iter().all(|c| matches!(c.symbol(), " " | "")));
            let look = |text: Option<&str>| Look {
                text: text.map(String::from),
                fg: shown(cell.fg, depth),
                bg: shown(cell.bg, depth),
                mods: cell.modifier,
            };
            let spaced = !whole || cell.symbol().is_empty() || cell.symbol().contains(char::is_control);
            if spaced && !(whole && width > 1) {
                looks.push(look(Some(" ")));
                x += 1;
            } else if spaced || cell.symbol().contains(['\u{200d}', '\u{fe0f}', '\u{1f3fd}', '\u{ff9e}']) {
                looks.extend((0..width).map(|_| look(spaced.then_some(" "))));
                x += width;
            } else {
                looks.push(look(Some(cell.symbol())));
                looks.extend((1..width).map(|_| look(Some(""))));
                x += width;
            }
        }
    }
    looks
}

/// How a terminal of `depth` reports a colour that `frames` uses; worked out by hand for the two that have no name.
fn shown(color: Color, depth: Depth) -> Color {
    match (depth, color) {
        (Depth::NoColor, _) => return Color::Reset,
        (Depth::Ansi16, Color::Indexed(208)) => return Color::Indexed(3),
        (Depth::Ansi16, Color::Rgb(10, 200, 30)) => return Color::Indexed(2),
        (Depth::Indexed256, Color::Rgb(10, 200, 30)) => return Color::Indexed(40),
        _ => {}
    }
    let names = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    names.iter().position(|name| *name == color).map_or(color, |i| Color::Indexed(u8::try_from(i).unwrap()))
}

/// The cells in which `emulator` shows something else than `wanted`, in words.
pub(super) fn differences(emulator: &impl Emulator, wanted: &[Look], size: Size) -> Vec<String> {
    let cells = (0..size.height).flat_map(|y| (0..size.width).map(move |x| (x, y)));
    let mut wrong = Vec::new();
    for ((x, y), want) in cells.zip(wanted) {
        let (mut want, mut look) = (want.clone(), emulator.look(x, y));
        if want.text.is_none() {
            continue;
        }
        want.seen(emulator.known());
        look.seen(emulator.known());
        if want != look {
            wrong.push(format!("({x},{y}) wanted {want:?}, shows {look:?}"));
        }
    }
    wrong
}
