//! Random frames: what a screen of mixed text goes through, from a small seeded generator.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Block, Clear, Widget};

/// xorshift64*: small, seeded, the same everywhere.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Below `n`.
    pub(super) fn below(&mut self, n: u16) -> u16 {
        u16::try_from((self.next() >> 33) % u64::from(n.max(1))).unwrap()
    }

    pub(super) fn one_in(&mut self, n: u16) -> bool {
        self.below(n) == 0
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::from(self.below(u16::try_from(from.len()).unwrap()))]
    }
}

/// Text pieces; the last are those whose width terminals dispute, and halves and controls that no text should hold.
const TEXT: [&str; 16] = [
    "前海深港現代服務業合作區",
    "（2026年）",
    "16.5億美元，",
    "APEC 2026",
    "Hong Kong",
    "  ",
    "          ",
    "，。、「」",
    "abc",
    "漢字",
    "“深港”—…·",
    "──│┌┐",
    "①●★→",
    "e\u{301}漢\u{E0100}",
    "x",
    "ｶﾞ한",
];
const ODD: [&str; 9] =
    ["漢", "│", "\u{1b}", "\u{9b}", "\n", "", "👨\u{200d}👩\u{200d}👧", "⚠\u{fe0f}", "👍\u{1f3fd}"];

const COLORS: [Color; 12] = [
    Color::Reset,
    Color::Reset,
    Color::Reset,
    Color::Reset,
    Color::Black,
    Color::Red,
    Color::Gray,
    Color::LightBlue,
    Color::White,
    Color::Indexed(3),
    Color::Indexed(208),
    Color::Rgb(10, 200, 30),
];

/// Bold and dim are never set together: vt100 keeps only the later.
const MODS: [Modifier; 10] = [
    Modifier::empty(),
    Modifier::empty(),
    Modifier::empty(),
    Modifier::BOLD,
    Modifier::DIM,
    Modifier::REVERSED,
    Modifier::UNDERLINED,
    Modifier::ITALIC,
    Modifier::CROSSED_OUT,
    Modifier::BOLD.union(Modifier::REVERSED),
];

pub(super) fn style(random: &mut Random) -> Style {
    let mut style = Style::new().fg(random.pick(&COLORS)).bg(random.pick(&COLORS));
    style.sub_modifier = Modifier::all();
    style.add_modifier(random.pick(&MODS))
}

fn plain_or_style(random: &mut Random) -> Style {
    if random.one_in(2) { Style::reset() } else { style(random) }
}

/// A rectangle inside `area`, at least one cell.
pub(super) fn rect(random: &mut Random, area: Rect) -> Rect {
    let (x, y) = (random.below(area.width), random.below(area.height));
    let (w, h) = (1 + random.below(area.width - x), 1 + random.below(area.height - y));
    Rect::new(x, y, w, h)
}

/// A line of text over the whole of row `y`.
pub(super) fn text_row(random: &mut Random, buf: &mut Buffer, y: u16) {
    let mut x = 0;
    while x < buf.area.width {
        let style = plain_or_style(random);
        let text = random.pick(&TEXT);
        let (end, _) = buf.set_stringn(x, y, text, usize::from(buf.area.width - x), style);
        x = end.max(x + 1) + random.below(3);
    }
}

pub(super) fn page(random: &mut Random, buf: &mut Buffer) {
    buf.reset();
    for y in 0..buf.area.height {
        if !random.one_in(4) {
            text_row(random, buf, y);
        }
    }
}

/// One change such as a key press makes.
pub(super) fn change(random: &mut Random, buf: &mut Buffer) {
    let area = buf.area;
    match random.below(12) {
        0 => page(random, buf),
        1..=3 => {
            let (x, y) = (random.below(area.width), random.below(area.height));
            let (text, style) = (random.pick(&TEXT), plain_or_style(random));
            buf.set_stringn(x, y, text, usize::from(area.width - x), style);
        }
        4..=6 => scroll(random, buf),
        7 => drop(overlay(random, buf)),
        8 => buf.set_style(rect(random, area), style(random)),
        9 => {
            let (x, y) = (random.below(area.width), random.below(area.height));
            let (symbol, style) = (random.pick(&ODD), style(random));
            buf[(x, y)].set_symbol(symbol).set_style(style);
        }
        10 => Clear.render(rect(random, area), buf),
        _ => {}
    }
}

/// Moves whole rows up or down and writes new ones where they leave a gap.
fn scroll(random: &mut Random, buf: &mut Buffer) {
    let area = rect(random, buf.area);
    let (n, up) = (1 + random.below(area.height), random.one_in(2));
    let old = buf.clone();
    for y in area.top()..area.bottom() {
        let from = if up { y.checked_add(n) } else { y.checked_sub(n) };
        if let Some(from) = from.filter(|y| (area.top()..area.bottom()).contains(y)) {
            (0..buf.area.width).for_each(|x| buf[(x, y)] = old[(x, from)].clone());
        } else {
            (0..buf.area.width).for_each(|x| buf[(x, y)].reset());
            text_row(random, buf, y);
        }
    }
    if random.one_in(3) {
        let y = random.below(buf.area.height);
        buf.set_style(Rect { y, height: 1, ..buf.area }, style(random));
    }
}

/// A window with a border and a line of text.
pub(super) fn overlay(random: &mut Random, buf: &mut Buffer) -> Rect {
    let area = rect(random, buf.area);
    Clear.render(area, buf);
    Block::bordered().style(plain_or_style(random)).render(area, buf);
    if area.width > 2 && area.height > 2 {
        let text = random.pick(&TEXT);
        buf.set_stringn(area.x + 1, area.y + 1, text, usize::from(area.width - 2), Style::new());
    }
    area
}

/// Bytes another program may leave behind: text, styles, modes, a sequence or character half sent.
pub(super) fn garbage(random: &mut Random) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..random.below(6) {
        let pieces: [&[u8]; 12] = [
            "垃圾ab漢".as_bytes(),
            b"\x1b[31;44;7m",
            b"\x1b[2;3H",
            b"\x1b[2;4r",
            b"\n\n\r\t",
            b"\x1b[4h",
            b"\x1b[?6h",
            b"\x1b(0",
            b"\x1b[1;4m",
            b"\x1b[?25h",
            b"\x1b[L",
            b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ];
        bytes.extend(random.pick(&pieces));
    }
    let ends: [&[u8]; 5] = [b"", b"", b"\x1b[12;", b"\x1b]0;title", b"\xe6\xbc"];
    bytes.extend(random.pick(&ends));
    bytes
}
