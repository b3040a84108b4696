//! What stands on the screen: pictures of real frames (`INSTA_UPDATE=always cargo test` takes them anew,
//! to be read before they are committed), and what holds of every frame at every size.

mod around;
mod clock;
pub(crate) mod dump;
mod invariants;
mod pictures;
mod screens;
mod sizes;
mod steps;
