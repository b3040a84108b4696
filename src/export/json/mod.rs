//! JSON for other programs, in a stated and versioned shape: `shape` is the types, `schema.json` the same as a JSON
//! Schema, `write` fills them. Not the format briefings are written in.

mod shape;
mod version;
mod write;

pub use version::{VERSION, output_schema};
pub use write::{amount, json};
