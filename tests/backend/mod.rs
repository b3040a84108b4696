//! The byte-lean writer: its bytes played into two terminal emulators must give the screen that was drawn.

mod economy;
mod emulators;
mod frames;
mod overlays;
mod truth;
