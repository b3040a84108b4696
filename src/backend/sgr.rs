//! Changes of style: the shorter of switching single attributes and starting again from a reset (ECMA-48 SGR).

use ratatui::style::{Color, Modifier};

use super::color::ANSI;
use super::number;
use super::pen::Pen;

/// Attribute, the code that switches it on, the code that switches it off. Codes are shared: 22 ends bold and dim.
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Appends what turns the pen `from` into `to`. With `from` unknown, or without `lean`, by way of a reset.
pub(super) fn change(out: &mut Vec<u8>, from: Option<Pen>, to: Pen, lean: bool) {
    out.extend_from_slice(b"\x1b[");
    let reset = out.len();
    push_reset(out, to);
    let step = out.len();
    if let Some(from) = from.filter(|_| lean) {
        push_step(out, from, to);
        if out.len() - step < step - reset {
            out.drain(reset..step);
        } else {
            out.truncate(step);
        }
    }
    out.push(b'm');
}

/// Bytes that turn a plain pen into `to`.
pub(super) fn len(to: Pen) -> usize {
    let mut codes = Vec::new();
    push_step(&mut codes, Pen::PLAIN, to);
    b"\x1b[m".len() + codes.len()
}

/// Appends codes that reset and then set `to`; an empty parameter is a 0, so plain is no parameter at all.
fn push_reset(codes: &mut Vec<u8>, to: Pen) {
    if to != Pen::PLAIN {
        codes.push(b';');
        push_step(codes, Pen::PLAIN, to);
    }
}

/// Appends codes that switch off and on only what differs.
fn push_step(codes: &mut Vec<u8>, from: Pen, to: Pen) {
    let start = codes.len();
    let mut kept = from.mods();
    for (attribute, _, off) in ATTRIBUTES {
        if kept.contains(attribute) && !to.mods().contains(attribute) {
            push(codes, off);
            let same = ATTRIBUTES.iter().filter(|(_, _, code)| *code == off);
            same.for_each(|(attribute, _, _)| kept.remove(*attribute));
        }
    }
    push_attributes(codes, to.mods() - kept);
    push_colors(codes, from, to);
    // The last has no semicolon after it.
    codes.truncate(codes.len().saturating_sub(1).max(start));
}

fn push(codes: &mut Vec<u8>, code: u8) {
    push_all(codes, &[code.into()]);
}

fn push_attributes(codes: &mut Vec<u8>, attributes: Modifier) {
    for (attribute, on, _) in ATTRIBUTES {
        if attributes.contains(attribute) {
            push(codes, on);
        }
    }
}

fn push_colors(codes: &mut Vec<u8>, from: Pen, to: Pen) {
    if from.fg() != to.fg() {
        push_color(codes, to.fg(), 30);
    }
    if from.bg() != to.bg() {
        push_color(codes, to.bg(), 40);
    }
}

/// One colour; `base` is 30 for the text and 40 for what lies behind it.
fn push_color(codes: &mut Vec<u8>, color: Color, base: u16) {
    match color {
        Color::Reset => push_all(codes, &[base + 9]),
        Color::Rgb(r, g, b) => push_all(codes, &[base + 8, 2, r.into(), g.into(), b.into()]),
        Color::Indexed(i) => push_all(codes, &[base + 8, 5, i.into()]),
        named => {
            let i = (0..16).zip(ANSI).find(|(_, color)| *color == named).map_or(7, |(i, _)| i);
            push_all(codes, &[if i < 8 { base + i } else { base + 52 + i }]);
        }
    }
}

/// Codes with a semicolon after each.
fn push_all(codes: &mut Vec<u8>, all: &[u16]) {
    number::push_all(codes, all);
    codes.push(b';');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(from: Option<Pen>, to: Pen) -> String {
        let mut out = Vec::new();
        change(&mut out, from, to, true);
        String::from_utf8(out).unwrap_or_default().replace('\x1b', "")
    }

    #[test]
    fn the_shorter_way_is_taken() {
        let pen = |fg, mods| Pen::new(fg, Color::Reset, mods);
        let (bold, red) = (pen(Color::Reset, Modifier::BOLD), pen(Color::Red, Modifier::BOLD));
        assert_eq!(codes(None, Pen::PLAIN), "[m");
        assert_eq!(codes(None, bold), "[;1m");
        assert_eq!(codes(Some(Pen::PLAIN), bold), "[1m");
        assert_eq!(codes(Some(bold), red), "[31m");
        assert_eq!(codes(Some(red), Pen::PLAIN), "[m");
        assert_eq!(codes(Some(red), bold), "[;1m", "of two as short the one that resets");
        let red_on_white = Pen::new(Color::Red, Color::White, Modifier::BOLD);
        let bold_on_white = Pen::new(Color::Reset, Color::White, Modifier::BOLD);
        assert_eq!(codes(Some(red_on_white), bold_on_white), "[39m");
        assert_eq!(codes(Some(pen(Color::LightRed, Modifier::empty())), red), "[1;31m");
        assert_eq!(codes(Some(bold), pen(Color::Reset, Modifier::DIM)), "[;2m");
        let both = Modifier::BOLD | Modifier::DIM;
        assert_eq!(
            codes(Some(pen(Color::Indexed(200), both)), pen(Color::Indexed(200), Modifier::DIM)),
            "[22;2m"
        );
        assert_eq!(codes(Some(Pen::PLAIN), Pen::new(Color::Reset, Color::White, Modifier::empty())), "[107m");
    }
}
