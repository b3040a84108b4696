//! Tests of the text room.

mod fit;
