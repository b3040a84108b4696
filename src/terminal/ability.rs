//! What this terminal can do, from the environment and what the reader set, and how large it is.

use std::borrow::Cow;
use std::io;

use rustix::termios::tcgetwinsize;

use crate::backend::{Ambiguous, Depth, Options};
use crate::config::{self, Colors, Config};
use crate::text;

/// The options for drawing, from the settings and the environment read through `var`. Where the width of
/// ambiguous characters is to be found out, it is left unknown here.
pub fn options(config: &Config, var: impl Fn(&str) -> Option<String>) -> Options {
    let term = var("TERM").unwrap_or_default();
    let mut options = Options::for_term(&term);
    options.substitute = substitute;
    options.depth = match config.colors {
        Colors::None => Depth::NoColor,
        Colors::Sixteen => Depth::Ansi16,
        Colors::Indexed => Depth::Indexed256,
        Colors::True => Depth::TrueColor,
        Colors::Auto => depth(options.depth, &var),
    };
    options.ambiguous = match config.ambiguous {
        config::Ambiguous::Auto => Ambiguous::Unknown,
        config::Ambiguous::Narrow => Ambiguous::Narrow,
        config::Ambiguous::Wide => Ambiguous::Wide,
    };
    if !config.lean {
        (options.lean, options.scroll, options.sync) = (false, false, false);
    }
    options
}

fn substitute(symbol: &str) -> Cow<'_, str> {
    text::substitute(symbol)
}

/// How many colours: none where `NO_COLOR` is set and not empty (no-color.org), 24 bits where `COLORTERM`
/// says so, else what `TERM` is known for.
fn depth(known: Depth, var: impl Fn(&str) -> Option<String>) -> Depth {
    if var("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return Depth::NoColor;
    }
    let truecolor = var("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit");
    if truecolor && known >= Depth::Ansi16 { Depth::TrueColor } else { known }
}

/// Columns and rows of the terminal. Asked of the output itself, which nearly always knows: crossterm opens the terminal once
/// more for it, before every other way.
pub(super) fn size() -> io::Result<(u16, u16)> {
    match tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Ok((size.ws_col, size.ws_row)),
        _ => crossterm::terminal::size(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Layer;

    fn of(colors: Colors, env: &[(&str, &str)]) -> Depth {
        let layer = Layer { colors: Some(colors), ..Layer::default() };
        let config = Config::of(&layer).unwrap();
        let var =
            |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        options(&config, var).depth
    }

    #[test]
    fn colours_follow_the_setting_then_no_color_then_the_terminal() {
        let xterm = ("TERM", "xterm-256color");
        assert_eq!(of(Colors::Auto, &[xterm]), Depth::Indexed256);
        assert_eq!(of(Colors::Auto, &[xterm, ("COLORTERM", "truecolor")]), Depth::TrueColor);
        assert_eq!(of(Colors::Auto, &[xterm, ("NO_COLOR", "1")]), Depth::NoColor);
        assert_eq!(of(Colors::Auto, &[xterm, ("NO_COLOR", "")]), Depth::Indexed256);
        assert_eq!(of(Colors::Sixteen, &[xterm, ("NO_COLOR", "1")]), Depth::Ansi16);
        assert_eq!(of(Colors::Auto, &[("TERM", "dumb"), ("COLORTERM", "truecolor")]), Depth::NoColor);
    }
}
