//! Live reload: what stays on the shelf, what the thread sees, what the reader sees.

mod app;
pub(crate) mod folder;
pub(crate) mod opening;
mod screen;
mod shelf;
mod thread;
