//! Running a clipboard's tool: the text goes in, and it has a second.

use std::io::{self, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use thiserror::Error;

use super::way::Tool;

/// How long a tool may take: a desktop that does not answer must not stop the program.
const PATIENCE: Duration = Duration::from_secs(1);

/// A tool that did not take the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}: {why}", tool.name())]
pub struct ToolError {
    /// The tool.
    pub tool: Tool,
    /// What happened.
    pub why: Refusal,
}

/// Why a tool did not take the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// It could not be run.
    #[error("{0}")]
    Start(io::ErrorKind),
    /// It ended with this exit status; none where a signal ended it.
    #[error("exit status {}", .0.map_or_else(|| "unknown".to_owned(), |status| status.to_string()))]
    Failed(Option<i32>),
    /// It did not end within a second.
    #[error("no answer")]
    Slow,
}

/// Hands `text` to `tool`, which is the file `program`.
pub(super) fn give(tool: Tool, program: &Path, text: &str) -> Result<(), ToolError> {
    let mut command = Command::new(program);
    command.args(tool.arguments());
    if tool == Tool::Pbcopy {
        // It takes its input for the locale's encoding, and the locale may be C.
        command.env("LC_ALL", "en_US.UTF-8");
    }
    feed(command, text, PATIENCE).map_err(|why| ToolError { tool, why })
}

/// Runs `command` with `text` on its standard input until it ends.
///
/// Its own output goes nowhere: wl-copy and xclip leave a child behind that would hold a pipe open, and the
/// screen is no place for their words. In a process group of its own that child outlives the terminal.
fn feed(mut command: Command, text: &str, patience: Duration) -> Result<(), Refusal> {
    let start = |why: io::Error| Refusal::Start(why.kind());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let mut child = command.spawn().map_err(start)?;
    if let Some(mut input) = child.stdin.take() {
        let text = text.to_owned();
        // A tool that does not read would stop whoever writes; what it did not take shows in its status.
        thread::spawn(move || input.write_all(text.as_bytes()));
    }
    let end = Instant::now() + patience;
    loop {
        match child.try_wait().map_err(start)? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(Refusal::Failed(status.code())),
            None if Instant::now() < end => thread::sleep(Duration::from_millis(2)),
            None => {
                // It may have ended this very moment; either way it is gone afterwards.
                let _ = child.kill().and_then(|()| child.wait());
                return Err(Refusal::Slow);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn all_of_the_text_arrives() {
        let text = "合作協議".repeat(20_000);
        assert_eq!(feed(shell("test $(wc -c) -eq 240000"), &text, PATIENCE * 10), Ok(()));
    }

    #[test]
    fn a_failure_is_told() {
        assert_eq!(feed(shell("exit 3"), "文", PATIENCE * 10), Err(Refusal::Failed(Some(3))));
        assert_eq!(feed(shell("kill -9 $$"), "文", PATIENCE * 10), Err(Refusal::Failed(None)));
        let absent = feed(Command::new("/no/such/clipboard"), "文", PATIENCE);
        assert_eq!(absent, Err(Refusal::Start(io::ErrorKind::NotFound)));
    }

    #[test]
    fn one_that_hangs_or_does_not_read_is_ended() {
        let text = "x".repeat(1 << 20);
        let start = Instant::now();
        let slow = feed(shell("exec sleep 30"), &text, Duration::from_millis(50));
        assert_eq!(slow, Err(Refusal::Slow));
        assert!(start.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn a_child_it_leaves_behind_is_not_waited_for() {
        let start = Instant::now();
        assert_eq!(feed(shell("cat >/dev/null; sleep 20 &"), "文", PATIENCE * 10), Ok(()));
        assert!(start.elapsed() < Duration::from_secs(8));
    }
}
