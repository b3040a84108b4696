//! Colours rewritten to what the terminal has: true colour to the 256 of xterm, those to the 16 of ANSI.

use ratatui::style::Color;

use super::options::Depth;

/// The sixteen ANSI colours in order of their SGR codes.
pub(super) const ANSI: [Color; 16] = [
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

/// xterm's default red, green and blue of the sixteen.
const ANSI_RGB: [(u8, u8, u8); 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

/// The six levels of each channel in xterm's colour cube (indices 16-231).
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// `color` as a terminal of `depth` can show it, in the form that is shorter to send: indices below 16 become their
/// names, a 24-bit colour that is one of xterm's 256 its index.
pub(super) fn rewrite(color: Color, depth: Depth) -> Color {
    match (depth, color) {
        (Depth::NoColor, _) => Color::Reset,
        (_, Color::Indexed(i)) if i < 16 => named(i),
        (Depth::Ansi16, Color::Indexed(i)) => nearest_ansi(rgb_of_index(i)),
        (Depth::Ansi16, Color::Rgb(r, g, b)) => nearest_ansi((r, g, b)),
        (Depth::Indexed256, Color::Rgb(r, g, b)) => Color::Indexed(nearest_index((r, g, b))),
        (Depth::TrueColor, Color::Rgb(r, g, b)) => shorter((r, g, b)),
        _ => color,
    }
}

/// The one of the sixteen with this index.
pub(super) fn named(index: u8) -> Color {
    ANSI.get(usize::from(index)).copied().unwrap_or(Color::Reset)
}

fn nearest_ansi(rgb: (u8, u8, u8)) -> Color {
    let nearest = ANSI.iter().zip(ANSI_RGB).min_by_key(|(_, have)| distance(rgb, *have));
    nearest.map_or(Color::Reset, |(color, _)| *color)
}

/// The colour by its index where that is the very same: 8 bytes less. Indices up to 21 are left out, since palettes
/// of base16 put colours of their own there.
fn shorter((r, g, b): (u8, u8, u8)) -> Color {
    let index = nearest_index((r, g, b));
    let same = index > 21 && rgb_of_index(index) == (r, g, b);
    if same { Color::Indexed(index) } else { Color::Rgb(r, g, b) }
}

/// The nearest of the cube and the grey ramp; the first sixteen are left out, as users redefine them.
fn nearest_index(rgb: (u8, u8, u8)) -> u8 {
    let level = |c: u8| (0..6).zip(LEVELS).min_by_key(|(_, level)| level.abs_diff(c)).map_or(0, |(i, _)| i);
    let cube = 16 + 36 * level(rgb.0) + 6 * level(rgb.1) + level(rgb.2);
    std::iter::once(cube).chain(232..=255).min_by_key(|&i| distance(rgb, rgb_of_index(i))).unwrap_or(cube)
}

fn rgb_of_index(index: u8) -> (u8, u8, u8) {
    let level = |i: u8| LEVELS.get(usize::from(i % 6)).copied().unwrap_or(0);
    match index {
        0..16 => ANSI_RGB.get(usize::from(index)).copied().unwrap_or((0, 0, 0)),
        16..232 => {
            let i = index - 16;
            (level(i / 36), level(i / 6), level(i))
        }
        232.. => {
            let grey = 8 + (index - 232) * 10;
            (grey, grey, grey)
        }
    }
}

/// Squared distance, channels weighted by how much the eye sees of them.
fn distance(a: (u8, u8, u8), b: (u8, u8, u8)) -> u32 {
    let square = |x: u8, y: u8| u32::from(x.abs_diff(y)).pow(2);
    2 * square(a.0, b.0) + 4 * square(a.1, b.1) + 3 * square(a.2, b.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_colour_is_found() {
        assert_eq!(rewrite(Color::Rgb(255, 0, 0), Depth::Indexed256), Color::Indexed(196));
        assert_eq!(rewrite(Color::Rgb(128, 128, 128), Depth::Indexed256), Color::Indexed(244));
        assert_eq!(rewrite(Color::Rgb(250, 5, 5), Depth::Ansi16), Color::LightRed);
        assert_eq!(rewrite(Color::Indexed(21), Depth::Ansi16), Color::Blue);
        assert_eq!(rewrite(Color::Indexed(9), Depth::TrueColor), Color::LightRed);
        assert_eq!(rewrite(Color::Rgb(1, 2, 3), Depth::TrueColor), Color::Rgb(1, 2, 3));
        assert_eq!(rewrite(Color::Rgb(0xA8, 0xA8, 0xA8), Depth::TrueColor), Color::Indexed(248));
        assert_eq!(rewrite(Color::Rgb(0, 0, 95), Depth::TrueColor), Color::Rgb(0, 0, 95));
        assert_eq!(rewrite(Color::Red, Depth::NoColor), Color::Reset);
    }

    #[test]
    fn every_cube_colour_is_its_own_nearest() {
        for i in 16..=231 {
            let (r, g, b) = rgb_of_index(i);
            assert_eq!(rgb_of_index(nearest_index((r, g, b))), (r, g, b));
        }
    }
}
