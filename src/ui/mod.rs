//! Drawing: one file for each area of the screen, each a function of `&App`. Nothing here changes
//! state, and nothing here knows a terminal: a `Buffer` goes out.
//!
//! ```text
//!  tabs      簡報  0 總覽 │ 1 前海 │ 2 河套 …                               2026-11-22
//!  ──────────────────────────────────────────────────────────────────────────────────
//!  rail  │  panes    概覽  措施 13  數字 9  時間線 4 …
//!        │  list                              │ card
//!        │                                    │
//!  ──────────────────────────────────────────────────────────────────────────────────
//!  foot      j k 上下  [ ] 章節  Tab 分頁 …
//! ```

mod ascii;
mod big;
mod board;
mod card;
mod columns;
mod draw;
mod find;
mod foot;
mod frame;
mod home;
mod item_row;
mod list;
mod overlay;
mod pins;
mod put;
mod rail;
mod rows;
mod strip;
mod tabs;
mod theme;

pub use draw::{draw, step};
pub use frame::Frame;
pub use theme::{Look, Palette};
