//! Copying a text, and saying honestly what became of it.

use std::io::{self, Write};
use std::path::PathBuf;

use super::osc52::{Multiplexer, fitting, sequence};
use super::tool::{self, ToolError};
use super::way::{Tool, Way, on_path, way};
use crate::config::Clipboard;
use crate::text;

/// Copies texts for one reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copier {
    way: Way,
    /// The tool's program, where the way is a tool.
    program: PathBuf,
    inside: Multiplexer,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The way it went in the end. Of OSC 52 nobody can know whether the terminal took it.
    pub way: Way,
    /// How many bytes of it went.
    pub bytes: usize,
    /// Whether its end was left off.
    pub cut: bool,
    /// Why the tool of this machine did not take it, where one was tried and OSC 52 had to do.
    pub failed: Option<ToolError>,
}

impl Copier {
    /// The way for this setting in the environment read through `var`. Looks for programs in `PATH`.
    pub fn new(choice: Clipboard, var: impl Fn(&str) -> Option<String>) -> Self {
        let path = var("PATH").unwrap_or_default();
        let way = way(choice, &var, |name| on_path(name, &path).is_some());
        let program = match way {
            Way::Native(tool) => on_path(tool.name(), &path),
            Way::Osc52 | Way::Off => None,
        };
        Self { way, program: program.unwrap_or_default(), inside: Multiplexer::of(&var) }
    }

    /// The way the next text goes.
    pub fn way(&self) -> Way {
        self.way
    }

    /// Copies `text`, made safe once more: whoever pastes may have a shell before them. May take a second;
    /// what is for the terminal is written to `out`.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn copy(&self, text: &str, out: &mut impl Write) -> io::Result<Copied> {
        let clean = text::sanitize_multiline(text).text;
        let short = fitting(&clean);
        let failed = match self.way {
            Way::Off => return Ok(Copied { way: Way::Off, bytes: 0, cut: false, failed: None }),
            Way::Osc52 => None,
            Way::Native(tool) => {
                // What goes on to a terminal has its limit; a desktop has none.
                let text = if tool == Tool::Tmux { short } else { &clean };
                match tool::give(tool, &self.program, text) {
                    Ok(()) => return Ok(copied(self.way, text, &clean, None)),
                    Err(error) => Some(error),
                }
            }
        };
        out.write_all(&sequence(short, self.inside))?;
        out.flush()?;
        Ok(copied(Way::Osc52, short, &clean, failed))
    }
}

fn copied(way: Way, sent: &str, whole: &str, failed: Option<ToolError>) -> Copied {
    Copied { way, bytes: sent.len(), cut: sent.len() < whole.len(), failed }
}
