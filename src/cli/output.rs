//! What goes to stdout: whole texts, written once; and the colours of those that have any.

use std::io::{self, IsTerminal, Write};

use anyhow::Result;

use super::environment::var;
use super::exit::Exit;
use crate::config::{Colors, Config};
use crate::text;

/// Writes `text` to stdout. A reader that went away is an error that [`super::exit`] takes for a quiet end.
pub(super) fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Says on stderr what was not found, which is exit code 1.
pub(super) fn nothing(words: &str) -> Result<Exit> {
    tell(words)?;
    Ok(Exit::Found)
}

/// A remark beside what is printed: on stderr, where it is in no pipe's way.
pub(super) fn tell(words: &str) -> Result<()> {
    let words = text::sanitize_multiline(words).text;
    writeln!(io::stderr(), "jianbao: {words}")?;
    Ok(())
}

/// The columns of the terminal that stdout is, if it is one.
pub(super) fn columns() -> Option<usize> {
    let stdout = io::stdout();
    let size = rustix::termios::tcgetwinsize(&stdout).ok().filter(|_| stdout.is_terminal())?;
    Some(usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

/// Colours, where they are wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    on: bool,
}

impl Paint {
    /// Colours only on a terminal that shows them to a reader who wants them.
    pub(super) fn of(config: &Config) -> Self {
        let wanted = match config.colors {
            Colors::None => false,
            Colors::Auto => var("NO_COLOR").is_none() && var("TERM").is_none_or(|term| term != "dumb"),
            _ => true,
        };
        Self { on: wanted && io::stdout().is_terminal() }
    }

    /// `text` set with the SGR parameters `sgr`.
    pub(super) fn set(self, sgr: &str, text: &str) -> String {
        if self.on { format!("\x1b[{sgr}m{text}\x1b[0m") } else { text.to_owned() }
    }
}
