//! Panics and slow disks on demand, so that a test can show what a panic leaves behind: in a debug build the variable
//! `JIANBAO_PANIC_AT` names a place, `draw Board` for one. A release holds nothing of it.

use std::fmt::Debug;

/// A place where a test may want a panic: its `kind`, and what it has to do with.
#[cfg(debug_assertions)]
#[track_caller]
pub fn at(kind: &str, what: &dyn Debug) {
    static SITE: std::sync::OnceLock<Option<String>> = std::sync::OnceLock::new();
    let site = SITE.get_or_init(|| std::env::var("JIANBAO_PANIC_AT").ok());
    let Some((wanted, name)) = site.as_deref().and_then(|site| site.split_once(' ')) else { return };
    if wanted != kind {
        return;
    }
    let shown = format!("{what:?}");
    let rest = shown.trim_start_matches('"').strip_prefix(name);
    if rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
        // With what must not reach a terminal: a panic's message may hold anything.
        #[allow(clippy::panic, reason = "it was asked for")]
        std::panic::panic_any(format!("asked for at {kind} {name}\x1b[2J\u{202e}"));
    }
}

/// Waits as long as a slow disk would: in a debug build `JIANBAO_SLOW_READ` says so many milliseconds a file.
#[cfg(debug_assertions)]
pub fn slow() {
    static TIME: std::sync::OnceLock<Option<u64>> = std::sync::OnceLock::new();
    let time = TIME.get_or_init(|| std::env::var("JIANBAO_SLOW_READ").ok()?.parse().ok());
    if let Some(time) = time {
        std::thread::sleep(std::time::Duration::from_millis(*time));
    }
}

/// The same in a release: at once.
#[cfg(not(debug_assertions))]
#[inline(always)]
pub fn slow() {}

/// The same in a release: nothing.
#[cfg(not(debug_assertions))]
#[inline(always)]
pub fn at(_: &str, _: &dyn Debug) {}
