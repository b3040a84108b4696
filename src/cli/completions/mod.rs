//! `jianbao completions SHELL`: the script that completes commands, flags and their values, made from the table of
//! arguments. Each shell has a file; it writes what somebody would by hand.

mod bash;
mod command;
mod fish;
mod zsh;

pub(super) use command::run;
