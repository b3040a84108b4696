//! No byte of a briefing, a setting, a state file, a query or a key acts on the terminal: seeded inputs from
//! bytes to frame. What is held of each stands in [`eye`] and [`grammar`]; the same seeds give the same inputs
//! on every run, and a failure names the number of its input, which [`dice::Dice::of`] makes again.
//!
//! `cargo test --release -- --ignored five_million` is the long run; `JIANBAO_FUZZ=1000` makes each of the others
//! take so many inputs.

mod arguments;
mod briefing;
pub(crate) mod dice;
mod eye;
pub(crate) mod grammar;
mod keys;
mod settings;
mod sizes;
mod state;
mod words;

/// How many inputs there are to be.
fn often(usual: u64) -> u64 {
    std::env::var("JIANBAO_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}
