//! The program inside tmux: what tmux makes of its bytes is the frame that was drawn. Where tmux is not installed the
//! tests say so and pass, unless `JIANBAO_CI` is set.

use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use chrono::Local;
use jianbao::app::{Event, Size};

use crate::frames::dump::{dump, frame};
use crate::keys::script::Reader;
use crate::pty::plain::ENVIRONMENT;
use crate::pty::terminal::PROGRAM;
use crate::ssh::server::all_installed;

/// How long anything may take to come.
const PATIENCE: Duration = Duration::from_secs(10);

/// A tmux server of the test's own with the program in its one pane, and beside it a reader who presses the same keys.
struct Tmux {
    socket: String,
    reader: Reader,
}

impl Tmux {
    /// Starts the program at this size, under the name of a terminal that tmux gives it.
    fn start((width, height): (u16, u16), term: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let socket = format!("jianbao-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let library =
            jianbao::plan::Library::load(concat!(env!("CARGO_MANIFEST_DIR"), "/briefings").as_ref());
        let mut tmux = Self { socket, reader: Reader::new(library.into()) };
        tmux.reader.hear(Event::Resize(Size { width, height }));
        let set = ENVIRONMENT.iter().filter(|(name, _)| !["TERM", "JIANBAO_AMBIGUOUS"].contains(name));
        let set: String = set.map(|(name, value)| format!("{name}={value} ")).collect();
        let run = format!("exec env -i {set} TERM=\"$TERM\" TMUX=\"$TMUX\" '{PROGRAM}'");
        let (width, height) = (width.to_string(), height.to_string());
        tmux.tell(
            &[
                &[
                    "start-server",
                    ";",
                    "set",
                    "-g",
                    "status",
                    "off",
                    ";",
                    "set",
                    "-s",
                    "escape-time",
                    "0",
                    ";",
                ],
                [
                    "set",
                    "-g",
                    "default-terminal",
                    term,
                    ";",
                    "new-session",
                    "-d",
                    "-x",
                    &width,
                    "-y",
                    &height,
                    &run,
                ]
                .as_slice(),
            ]
            .concat(),
        );
        tmux.hold("the first frame");
        tmux
    }

    fn ask(&self, words: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.env_remove("TMUX").current_dir(env!("CARGO_MANIFEST_DIR"));
        command.args(["-u", "-L", &self.socket, "-f", "/dev/null"]).args(words).output().unwrap()
    }

    #[track_caller]
    fn tell(&self, words: &[&str]) -> String {
        let output = self.ask(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Presses a key by its names in tmux and here, and waits for what it brings.
    #[track_caller]
    fn press(&mut self, there: &str, here: &str) {
        self.tell(&["send-keys", there]);
        self.reader.press(here);
        self.hold(here);
    }

    /// Waits until the pane shows the frame.
    #[track_caller]
    fn hold(&mut self, name: &str) {
        self.reader.hear(Event::Day(Local::now().date_naive()));
        let expected = dump(&frame(&self.reader.app, false));
        let until = Instant::now() + PATIENCE;
        loop {
            let shown: String =
                self.tell(&["capture-pane", "-p"]).lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
            if shown == expected {
                return;
            }
            assert!(
                Instant::now() < until,
                "after {name} there should stand\n{expected}\nthere stands\n{shown}"
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Quits the program, with which the server goes.
    fn quit(self) {
        self.tell(&["send-keys", "q"]);
        let until = Instant::now() + PATIENCE;
        while self.ask(&["has-session"]).status.success() {
            assert!(Instant::now() < until, "the program does not end");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = self.ask(&["kill-server"]);
    }
}

fn walk(size: (u16, u16), term: &str) {
    if !all_installed(&["tmux"]) {
        return;
    }
    let mut tmux = Tmux::start(size, term);
    tmux.press("5", "5");
    for _ in 0..tmux.reader.app.panes().len() {
        tmux.press("j", "j");
        tmux.press("Tab", "Tab");
    }
    tmux.press("6", "6");
    tmux.press("BTab", "S-Tab");
    tmux.press("Enter", "Enter");
    for _ in 0..3 {
        tmux.press("j", "j");
    }
    tmux.press("NPage", "PgDn");
    tmux.press("k", "k");
    tmux.press("Escape", "Esc");
    tmux.press(":", ":");
    tmux.press("Escape", "Esc");
    tmux.quit();
}

#[test]
fn at_100_by_30() {
    walk((100, 30), "tmux-256color");
}

#[test]
fn at_80_by_24_called_screen() {
    walk((80, 24), "screen");
}
