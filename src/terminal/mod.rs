//! The machine's own terminal: taken over and given back whatever happens, its keys turned into events,
//! its signals heard. The one room that knows crossterm; it draws nothing itself.

mod ability;
pub mod clipboard;
mod desk;
mod guard;
mod input;
mod manner;
mod probe;
mod run;
mod search;
mod watch;

pub use ability::options;
pub use guard::Guard;
pub use manner::Manner;
pub use probe::may_ask;
pub use run::run;
