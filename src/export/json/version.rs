//! The version of the shape and its JSON Schema.

/// The version of the shape, the value of the key `jianbao` at its top. A key is added without a new version; one is
/// taken away or changes its meaning only with one.
pub const VERSION: u32 = 1;

/// The JSON Schema (draft 2020-12) of what [`json`](super::json) gives.
pub fn output_schema() -> String {
    include_str!("schema.json").to_owned()
}
