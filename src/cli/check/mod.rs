//! `jianbao check [FOLDER]`: every problem of a library at once.

mod command;
mod github;
mod human;
mod json;
mod rules;

pub(super) use command::run;
