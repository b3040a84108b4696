//! The real program at a real terminal: its binary under a PTY, what it writes read by an emulator. Nothing
//! sleeps: every test waits for what must come, ten seconds at most.
#![cfg(unix)]

mod ending;
mod log;
pub(crate) mod pair;
mod panics;
pub(crate) mod plain;
mod reading;
mod runs;
mod saving;
mod slow;
mod soak;
mod swaps;
pub(crate) mod terminal;
mod terms;
mod vanish;
