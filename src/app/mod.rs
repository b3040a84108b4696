//! What the reader is doing: the state of one session and how events change it.
//!
//! [`App::handle`] is pure: an [`Event`] goes in, the state changes, [`Effect`]s come out. It knows no
//! terminal, no file and no clock. What stands on the screen at each moment follows from the state
//! alone, so drawing takes `&App`.

mod board;
mod browse;
pub mod card;
pub mod copy;
mod cursor;
mod dispatch;
mod event;
pub mod find;
mod geometry;
pub mod help;
mod home;
mod input;
mod item;
pub mod jump;
mod layers;
pub mod lines;
mod memory;
mod mode;
mod news;
mod overview;
mod pins;
mod place;
pub mod problems;
pub mod read;
pub mod reload;
mod rows;
mod state;
mod swap;
mod trail;
pub mod words;

pub use cursor::Cursor;
pub use event::{Effect, Event};
pub use geometry::{CARDS_A_ROW, Geometry, SMALLEST, Size};
pub use home::{Headline, Part, card_rows, part};
pub use jump::Hit;
pub use memory::{Memory, News, Pin};
pub use mode::{Board, Help, Jump, Mode, Note, PinList, Read};
pub use place::Place;
pub use rows::Row;
pub use state::{App, Settings};
