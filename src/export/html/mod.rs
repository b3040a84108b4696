//! One self-contained page: no script is needed to read it, nothing is loaded from anywhere, and it prints as a
//! hand-out. For those who have no terminal; not a web site.
//!
//! `page` is the frame and the table of contents, `plan` plans and sections, `item` their items, `rail` the timeline
//! and `bars` what is drawn to scale; `style.css` and `script.js` go into the page as they are.

mod bars;
mod item;
mod markup;
mod page;
mod plan;
mod rail;

pub use page::html;
