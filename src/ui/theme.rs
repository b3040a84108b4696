//! How each tone and each part of the screen looks. A theme sets foregrounds only and leaves the ground
//! to the terminal, so that it suits whatever the reader has; weight, underline and reverse carry every
//! meaning that a colour carries, for those who see none.

use ratatui::style::{Color, Modifier, Style};

use super::frame::Frame;
use crate::app::lines::Tone;
use crate::config::Theme;

/// The colours of a theme, as 24-bit values on the ground they are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The ground the colours are made for.
    pub ground: u32,
    /// Ordinary text: the terminal's own foreground, this on the ground it is made for.
    pub text: u32,
    /// Less important text.
    pub dim: u32,
    /// Headings, rules of the active part, keys.
    pub accent: u32,
    /// Figures.
    pub figure: u32,
    /// Caveats and problems.
    pub warn: u32,
    /// Lines that lead elsewhere.
    pub link: u32,
    /// Bars and gauges.
    pub bar: u32,
}

const DARK: Palette = Palette {
    ground: 0x1c_1c_1c,
    text: 0xe4_e4_e4,
    dim: 0xa8_a8_a8,
    accent: 0x87_d7_d7,
    figure: 0xff_d7_87,
    warn: 0xff_af_87,
    link: 0x87_d7_ff,
    bar: 0x5f_af_d7,
};

const LIGHT: Palette = Palette {
    ground: 0xff_ff_ff,
    text: 0x1c_1c_1c,
    dim: 0x58_58_58,
    accent: 0x00_5f_5f,
    figure: 0x5f_00_87,
    warn: 0x87_2f_00,
    link: 0x00_3f_9f,
    bar: 0x00_5f_87,
};

const CONTRAST: Palette = Palette {
    ground: 0x00_00_00,
    text: 0xff_ff_ff,
    dim: 0xe0_e0_e0,
    accent: 0x00_ff_ff,
    figure: 0xff_ff_00,
    warn: 0xff_c0_80,
    link: 0x9f_df_ff,
    bar: 0xff_ff_ff,
};

// After the palette of Okabe and Ito (2008), lightened for a dark ground.
const SAFE: Palette = Palette {
    ground: 0x1c_1c_1c,
    text: 0xe4_e4_e4,
    dim: 0xa8_a8_a8,
    accent: 0x56_b4_e9,
    figure: 0xf0_e4_42,
    warn: 0xe6_9f_00,
    link: 0x9f_d4_ff,
    bar: 0x56_b4_e9,
};

impl Palette {
    /// The colours of `theme`.
    pub fn of(theme: Theme) -> Self {
        match theme {
            Theme::Dark => DARK,
            Theme::Light => LIGHT,
            Theme::Contrast => CONTRAST,
            Theme::Safe => SAFE,
        }
    }

    /// Every colour that text is drawn in, by name.
    pub fn texts(&self) -> [(&'static str, u32); 7] {
        [
            ("text", self.text),
            ("dim", self.dim),
            ("accent", self.accent),
            ("figure", self.figure),
            ("warn", self.warn),
            ("link", self.link),
            ("bar", self.bar),
        ]
    }
}

/// How the screen looks: colours and the characters of frames.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    palette: Palette,
    /// The characters of frames, bars and markers.
    pub frame: Frame,
}

impl Look {
    /// The look of `theme`, its frames in ASCII where `ascii`.
    pub fn new(theme: Theme, ascii: bool) -> Self {
        Self { palette: Palette::of(theme), frame: if ascii { Frame::ASCII } else { Frame::LINES } }
    }

    /// The style of a tone.
    pub fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => Style::new(),
            Tone::Dim => colour(self.palette.dim),
            Tone::Title => bold(Style::new()),
            Tone::Heading | Tone::Key => colour(self.palette.accent),
            Tone::Figure => bold(colour(self.palette.figure)),
            Tone::Warn => colour(self.palette.warn),
            Tone::Link => colour(self.palette.link).add_modifier(Modifier::UNDERLINED),
            Tone::Bar => colour(self.palette.bar),
        }
    }

    /// The tab or pane that is open.
    pub fn active(&self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// Rules and frames: plain, because a colour would be sent again on every row.
    pub fn rule(&self) -> Style {
        Style::new()
    }

    /// The marker of the selected row.
    pub fn marker(&self) -> Style {
        bold(colour(self.palette.accent))
    }

    /// The same style made heavy, for the selected row.
    pub fn selected(&self, style: Style) -> Style {
        bold(style)
    }
}

fn colour(rgb: u32) -> Style {
    let [_, r, g, b] = rgb.to_be_bytes();
    Style::new().fg(Color::Rgb(r, g, b))
}

fn bold(style: Style) -> Style {
    style.add_modifier(Modifier::BOLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(rgb: u32) -> f64 {
        let [_, r, g, b] = rgb.to_be_bytes();
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: u32, b: u32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_stands_out_from_its_ground() {
        for theme in Theme::ALL {
            let palette = Palette::of(*theme);
            let least = if *theme == Theme::Contrast { 7.0 } else { 4.5 };
            for (name, colour) in palette.texts() {
                let ratio = contrast(colour, palette.ground);
                assert!(ratio >= least, "{name} of {} has {ratio:.2}:1", theme.word());
            }
        }
    }

    #[test]
    fn what_colour_tells_is_told_without_colour() {
        let look = Look::new(Theme::Dark, false);
        let told = |tone| !look.tone(tone).add_modifier.is_empty();
        assert!(told(Tone::Title) && told(Tone::Figure) && told(Tone::Link));
        assert!(look.active().add_modifier.contains(Modifier::REVERSED));
    }
}
