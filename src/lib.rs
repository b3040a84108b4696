//! Jianbao 簡報: a terminal dashboard of policy briefings, set right for Chinese.
//!
//! The house has floors; a room may use only the rooms on floors below it
//! (`tests/floors.rs` holds it to that):
//!
//! - [`text`], [`keys`] and [`lang`] know nothing but characters; [`crew`] shares work out
//!   among the cores; [`fault`] lets a test make a debug build panic;
//!   [`sort`] sorts in little space;
//! - [`plan`] is the briefing, valid by construction; [`config`] the reader's settings;
//!   [`backend`] writes screens to any `Write` in few bytes;
//! - [`store`] keeps what the reader leaves behind: pins, notes, what was read;
//! - [`app`] is what the reader is doing; [`ui`] draws it; [`session`] joins the two;
//! - [`terminal`] is the one room that knows the machine's terminal; [`cli`] the command line.

pub mod app;
pub mod backend;
pub mod cli;
pub mod config;
pub mod crew;
pub mod export;
pub mod fault;
pub mod find;
pub mod keys;
pub mod lang;
pub mod plan;
pub mod session;
pub mod sort;
pub mod store;
pub mod terminal;
pub mod text;
pub mod ui;
