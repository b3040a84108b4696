//! Tests of the text room.

mod ambiguous;
mod corpus;
mod fit;
mod nfc;
mod random;
mod sanitize;
mod setting;
mod simplified;
mod wrap;
