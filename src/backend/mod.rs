//! The thin line: screens written to any `Write` in the fewest bytes, for the session of a reader near or far.
//! It knows no terminal but the bytes it has sent and what [`Options`] says of it.
//!
//! [`Screen`] is the way in. It owns the frame to draw on and a [`Painter`], and the painter owns the model of
//! what the terminal shows. ratatui's `Terminal` is not used because it keeps a second frame of its own and
//! hands a backend only differences cell by cell: its diff hides a cell that lies over half of a wide character,
//! and needs a third copy before a scroll can be found in it. [`Lean`] still serves programs that
//! want a ratatui `Backend`, at that price.
//!
//! What is drawn is first made plain ([`Painter::paint`]): controls become spaces, a wide character cut by
//! another cell is blanked, joined emoji are reduced to the part that all terminals draw alike. So no cell can
//! spill over a neighbour that the painter believes untouched.
//!
//! Colours apart, a row costs least when its frames are plain: a coloured rule between two panes takes 8 bytes a row
//! more than a plain one, and a window with a blank column outside its border spares what it would disturb.

mod brush;
mod color;
mod glyph;
mod grid;
mod lean;
mod modes;
mod motion;
mod number;
mod options;
mod overlay;
mod painter;
mod passes;
mod pen;
mod row;
mod screen;
mod scroll;
mod sgr;

pub use lean::Lean;
pub use modes::{ENTER, LEAVE, PASTE};
pub use options::{Ambiguous, Depth, Options};
pub use overlay::blank_cut_edges;
pub use painter::Painter;
pub use screen::Screen;
