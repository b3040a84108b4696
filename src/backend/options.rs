//! What the painter is told of the terminal: colours, widths, and which tricks it knows.

use std::borrow::Cow;

/// How many colours the terminal shows; richer colours are rewritten to the nearest it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Depth {
    /// No colour at all (`NO_COLOR`, a monochrome terminal). Bold, reverse, dim and underline stay.
    NoColor,
    /// The sixteen ANSI colours, SGR 30-37, 90-97 and their backgrounds.
    #[default]
    Ansi16,
    /// The 256 colours of xterm, SGR 38;5.
    Indexed256,
    /// 24-bit colours, SGR 38;2.
    TrueColor,
}

/// How the terminal draws characters of East Asian *ambiguous* width (UAX #11), such as `“ ” — … ① ─`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// Not known: taken as narrow, with the cursor set anew after each run of them.
    #[default]
    Unknown,
    /// One column, asked for or probed: no cursor move is spent on them.
    Narrow,
    /// Two columns: [`Options::substitute`] replaces them before they are drawn.
    Wide,
}

/// What a terminal can do. The fields are public so that a session may correct the guess of [`for_term`].
///
/// [`for_term`]: Options::for_term
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Colours.
    pub depth: Depth,
    /// Width of the ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Rewrites a cell's symbol when [`Ambiguous::Wide`]; what it returns is clipped to the cell's columns.
    pub substitute: fn(&str) -> Cow<'_, str>,
    /// Relative moves, gaps, erasing characters and SGR codes that switch off; without it plain drawing:
    /// an absolute move for each run and a reset before each change of style.
    pub lean: bool,
    /// Insert and delete line (ECMA-48 IL, DL) for rows that have moved.
    pub scroll: bool,
    /// Synchronized updates (DEC private mode 2026) around large frames.
    pub sync: bool,
}

impl Default for Options {
    /// A present-day terminal whose ambiguous widths are not known, in 256 colours.
    fn default() -> Self {
        Self {
            depth: Depth::Indexed256,
            ambiguous: Ambiguous::Unknown,
            substitute: |symbol| Cow::Borrowed(symbol),
            lean: true,
            scroll: true,
            sync: true,
        }
    }
}

impl Options {
    /// What a terminal is known to do by its `TERM`. A name never heard of gets sixteen colours and no scrolling;
    /// `COLORTERM` and `NO_COLOR` are for the caller to apply to [`depth`](Self::depth).
    pub fn for_term(term: &str) -> Self {
        let is = |family: &str| term.starts_with(family);
        let known = MODERN.iter().any(|family| is(family));
        let plain = term.is_empty() || PLAIN.iter().any(|family| is(family));
        let depth = if plain || term.ends_with("-m") || term.ends_with("-mono") {
            Depth::NoColor
        } else if term.ends_with("-direct") {
            Depth::TrueColor
        } else if term.ends_with("256color") || EMULATORS.iter().any(|family| is(family)) {
            Depth::Indexed256
        } else {
            Depth::Ansi16
        };
        Self {
            depth,
            lean: !plain,
            scroll: known || is("linux") || is("screen"),
            sync: known,
            ..Self::default()
        }
    }
}

/// Emulators that have had 256 colours, scrolling and synchronized updates for years.
const EMULATORS: [&str; 6] = ["alacritty", "foot", "kitty", "xterm-kitty", "xterm-ghostty", "wezterm"];

/// Terminals of few or uncertain powers: nothing is sent to them that a VT100 does not know.
const PLAIN: [&str; 6] = ["dumb", "unknown", "ansi", "vt1", "vt2", "vt5"];

/// Families that know insert and delete line, and know or ignore mode 2026.
const MODERN: [&str; 11] =
    ["xterm", "tmux", "alacritty", "foot", "kitty", "wezterm", "rxvt", "st-", "vte", "konsole", "putty"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_known_by_name() {
        let facts = |term| {
            let o = Options::for_term(term);
            (o.depth, o.lean, o.scroll, o.sync)
        };
        assert_eq!(facts("dumb"), (Depth::NoColor, false, false, false));
        assert_eq!(facts("vt100"), (Depth::NoColor, false, false, false));
        assert_eq!(facts("vte-256color"), (Depth::Indexed256, true, true, true));
        assert_eq!(facts("linux"), (Depth::Ansi16, true, true, false));
        assert_eq!(facts("screen"), (Depth::Ansi16, true, true, false));
        assert_eq!(facts("screen-256color"), (Depth::Indexed256, true, true, false));
        assert_eq!(facts("tmux-256color"), (Depth::Indexed256, true, true, true));
        assert_eq!(facts("xterm"), (Depth::Ansi16, true, true, true));
        assert_eq!(facts("xterm-direct"), (Depth::TrueColor, true, true, true));
        assert_eq!(facts("alacritty"), (Depth::Indexed256, true, true, true));
        assert_eq!(facts("who-knows"), (Depth::Ansi16, true, false, false));
    }
}
