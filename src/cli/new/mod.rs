//! `jianbao new plan|section NAME`: commented files to start from, in a library that may not be there yet.

mod command;
mod member;
mod templates;

pub(super) use command::run;
