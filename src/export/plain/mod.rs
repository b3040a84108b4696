//! Plain text: for a screen reader, a pipe, a mail. No escapes, no frames, every line within the width; headings
//! are numbered as the plans are on the screen.

mod items;
mod page;
mod sheet;

pub use page::text;
