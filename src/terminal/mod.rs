//! The machine's own terminal: taken over and given back whatever happens, its keys turned into events,
//! its signals heard. The one room that knows crossterm; it draws nothing itself.

mod ability;
mod begin;
mod clerk;
pub mod clipboard;
mod coming;
mod desk;
mod diary;
mod eyes;
mod guard;
mod input;
mod line;
mod log;
mod manner;
mod pace;
mod pending;
mod probe;
mod reload;
mod run;
mod search;
mod typed;
mod watch;

pub use ability::options;
pub use coming::Coming;
pub use guard::{Guard, on_panic, report};
pub use log::Log;
pub use manner::Manner;
pub use probe::may_ask;
pub use reload::{Reloader, Reloading};
pub use run::run;
