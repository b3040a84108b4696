//! The briefing: plans, sections and their items, valid by construction.

pub mod date;
pub mod figure;
