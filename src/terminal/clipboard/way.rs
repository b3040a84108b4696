//! Which way a text goes to the clipboard: decided from the setting and the environment alone.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::config::Clipboard;

/// A program that takes text for a clipboard on its standard input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// `tmux load-buffer -w -`: into tmux's buffer and on to the terminals that look at it.
    Tmux,
    /// Wayland.
    WlCopy,
    /// X11.
    Xclip,
    /// X11.
    Xsel,
    /// macOS.
    Pbcopy,
}

impl Tool {
    /// The program's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tmux => "tmux",
            Self::WlCopy => "wl-copy",
            Self::Xclip => "xclip",
            Self::Xsel => "xsel",
            Self::Pbcopy => "pbcopy",
        }
    }

    /// What it is called with.
    pub fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Tmux => &["load-buffer", "-w", "-"],
            Self::WlCopy => &["--type", "text/plain"],
            Self::Xclip => &["-in", "-selection", "clipboard"],
            Self::Xsel => &["--input", "--clipboard"],
            Self::Pbcopy => &[],
        }
    }
}

/// The way a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Through the terminal.
    Osc52,
    /// Through a tool of this machine, and the terminal where that fails.
    Native(Tool),
    /// Nowhere.
    Off,
}

/// The way for this setting where `var` gives the environment and `has` tells which programs are there.
///
/// `auto` inside tmux asks tmux: by its defaults (`set-clipboard external`, `allow-passthrough off`) it lets
/// neither form of OSC 52 through, and `SSH_CONNECTION` there is as old as its server. Else over SSH it is
/// OSC 52: a tool on the far side would fill a clipboard nobody sits at, and say that all is well. Else the
/// desktop's tool, if there is one.
pub fn way(choice: Clipboard, var: impl Fn(&str) -> Option<String>, has: impl Fn(&str) -> bool) -> Way {
    let set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
    let tmux = (set("TMUX") && has(Tool::Tmux.name())).then_some(Tool::Tmux);
    let desktop = || {
        let x11 = set("DISPLAY");
        let tools = [
            (Tool::WlCopy, set("WAYLAND_DISPLAY")),
            (Tool::Xclip, x11),
            (Tool::Xsel, x11),
            (Tool::Pbcopy, true),
        ];
        tools.into_iter().find(|(tool, here)| *here && has(tool.name())).map(|(tool, _)| tool)
    };
    let far = set("SSH_CONNECTION") || set("SSH_TTY");
    let tool = match choice {
        Clipboard::Off => return Way::Off,
        Clipboard::Osc52 => None,
        Clipboard::Auto if far => tmux,
        Clipboard::Auto => tmux.or_else(desktop),
        Clipboard::Native => desktop().or(tmux),
    };
    tool.map_or(Way::Osc52, Way::Native)
}

/// The program called `name` in the folders of `path`, a `PATH`.
pub fn on_path(name: &str, path: &str) -> Option<PathBuf> {
    let runs = |file: &Path| {
        file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
    };
    let folders = std::env::split_paths(path).filter(|folder| folder.is_absolute());
    folders.map(|folder| folder.join(name)).find(|file| runs(file))
}
