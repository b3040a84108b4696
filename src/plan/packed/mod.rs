//! The built-in plans read beforehand: what each of their texts says and where it stands, so that a start without a
//! library of one's own parses nothing.

mod fields;
mod pack;
mod stream;

pub(super) use pack::parts;
