//! `jianbao find WORDS`: hits over the whole library, best first, each with what makes it citable. The
//! engine is the finder's.

mod command;
mod json;
mod lines;

pub(super) use command::run;
