//! Asking the terminal how wide it draws characters of ambiguous width: once, at the start, and only a
//! terminal that is near. Over SSH or inside tmux or screen the answer would be late or somebody else's.

use std::io;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::guard::{Opening, send};
use crate::backend::Ambiguous;

/// How long the terminal may take to answer.
const PATIENCE: Duration = Duration::from_millis(100);

/// An ambiguous character, and asking where the cursor is (DSR 6); then both are wiped out.
const ASK: &[u8] = "\r…\x1b[6n\r\x1b[K".as_bytes();

/// What asking brought: the width, and bytes that came in meanwhile and are keys of the reader.
pub(super) struct Answer {
    pub(super) width: Ambiguous,
    pub(super) typed: Vec<u8>,
}

/// Whether the terminal may be asked, by the environment read through `var`.
pub fn may_ask(var: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
    let far = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX", "STY"].into_iter().any(set);
    let term = var("TERM").unwrap_or_default();
    let plain = ["", "dumb", "linux", "unknown"].contains(&term.as_str());
    let nested = term.starts_with("screen") || term.starts_with("tmux");
    !far && !plain && !nested
}

/// A question the terminal was asked, so that other things can be done until it answers.
pub(super) struct Question {
    until: Instant,
    heard: Vec<u8>,
    answer: Option<Answer>,
}

impl Question {
    /// Asks on our screen, which that brings up. Raw mode has to be on.
    pub(super) fn ask(opening: Opening) -> io::Result<Self> {
        send(&opening.with(ASK))?;
        Ok(Self { until: Instant::now() + PATIENCE, heard: Vec::new(), answer: None })
    }

    /// The width, if the answer is there by now.
    pub(super) fn answered(&mut self) -> io::Result<Option<Ambiguous>> {
        self.hear(Duration::ZERO)?;
        Ok(self.answer.as_ref().map(|answer| answer.width))
    }

    /// The answer, or what was typed instead when the time is up.
    pub(super) fn wait(mut self) -> io::Result<Answer> {
        self.hear(PATIENCE)?;
        Ok(self.answer.unwrap_or(Answer { width: Ambiguous::Unknown, typed: self.heard }))
    }

    fn hear(&mut self, patience: Duration) -> io::Result<()> {
        while self.answer.is_none() {
            let left = self.until.saturating_duration_since(Instant::now()).min(patience);
            let mut bytes = [0; 256];
            let count =
                if readable(left)? { rustix::io::read(rustix::stdio::stdin(), &mut bytes)? } else { 0 };
            if count == 0 {
                break;
            }
            self.heard.extend(bytes.iter().take(count));
            self.answer = reply(&self.heard).map(|(column, typed)| {
                let width = if column > 2 { Ambiguous::Wide } else { Ambiguous::Narrow };
                Answer { width, typed }
            });
        }
        Ok(())
    }
}

fn readable(patience: Duration) -> io::Result<bool> {
    let stdin = rustix::stdio::stdin();
    let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
    let timeout = Timespec { tv_sec: 0, tv_nsec: i64::from(patience.subsec_nanos()) };
    Ok(poll(&mut fds, Some(&timeout))? > 0)
}

/// The column in a report `ESC [ row ; column R`, and what else was heard. Arrows begin like a report.
fn reply(heard: &[u8]) -> Option<(u32, Vec<u8>)> {
    let starts = heard.windows(2).enumerate().filter(|(_, pair)| *pair == b"\x1b[");
    starts.map(|(start, _)| start).find_map(|start| report(heard, start))
}

/// The report that begins at `start`, and what else was heard.
fn report(heard: &[u8], start: usize) -> Option<(u32, Vec<u8>)> {
    let rest = heard.get(start + 2..)?;
    let end = rest.iter().position(|byte| *byte == b'R')?;
    let (row, column) = std::str::from_utf8(rest.get(..end)?).ok()?.split_once(';')?;
    row.parse::<u32>().ok()?;
    let mut others = heard.get(..start)?.to_vec();
    others.extend(rest.get(end + 1..)?);
    Some((column.parse().ok()?, others))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_near_terminal_is_asked() {
        let env = |set: &'static [(&str, &str)]| {
            move |name: &str| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            }
        };
        assert!(may_ask(env(&[("TERM", "xterm-256color")])));
        assert!(!may_ask(env(&[("TERM", "xterm"), ("SSH_TTY", "/dev/pts/1")])));
        assert!(!may_ask(env(&[("TERM", "xterm"), ("TMUX", "x")])));
        assert!(!may_ask(env(&[("TERM", "tmux-256color")])));
        assert!(!may_ask(env(&[("TERM", "dumb")])));
        assert!(!may_ask(env(&[])));
    }

    #[test]
    fn the_report_is_found_among_keys() {
        assert_eq!(reply(b"j\x1b[12;3Rk"), Some((3, b"jk".to_vec())));
        assert_eq!(reply(b"\x1b[A\x1b[12;3R\r"), Some((3, b"\x1b[A\r".to_vec())));
        assert_eq!(reply(b"\x1b[12;"), None);
        assert_eq!(reply(b"\x1b[A"), None);
    }
}
