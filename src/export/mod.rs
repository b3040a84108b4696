//! The briefing without the full screen: a library, or a part of it, as plain text, Markdown, JSON, CSV, a page of
//! HTML or a calendar. For the command line; nothing here prints, opens a file or asks the clock.
//!
//! `view` selects, `facts` says what there is to say of an item, and one file or folder for each format sets it.

mod codes;
mod csv;
mod facts;
mod html;
mod ics;
mod json;
mod markdown;
mod options;
mod plain;
mod render;
mod scope;
mod texts;
mod view;
pub mod words;

pub use csv::{COLUMNS, csv};
pub use html::html;
pub use ics::ics;
pub use json::{VERSION, amount, json, output_schema};
pub use markdown::markdown;
pub use options::{Format, Options};
pub use plain::text;
pub use render::render;
pub use scope::{Level, Scope, UnknownPath};
