//! What keys do, as little stories: where the reader is, which keys are pressed, where that leads.
//!
//! ```text
//! ("甲 › 一 › 數字", "j j b", "甲 › 一 › 數字 › 甲一數字3 | 大字 3/3 甲一數字3")
//! ```
//!
//! The first is a place of [`fixture`], the second the words of [`script`], the third what [`state`] reads
//! back. A story costs a line; whoever gives a key a meaning writes one.

pub(crate) mod desk;
mod fixture;
mod headline;
mod layers;
mod matrix;
mod reload;
pub(crate) mod script;
mod state;
mod stories;

use std::collections::BTreeSet;

use jianbao::keys::table::TABLE;
use script::Reader;

/// Start, keys, end.
type Story = (&'static str, &'static str, &'static str);

/// Runs stories and tells all that end elsewhere.
#[track_caller]
fn hold(stories: &[Story]) {
    let mut wrong = Vec::new();
    for (start, keys, end) in stories {
        let mut reader = Reader::at(start);
        reader.press(keys);
        let is = reader.state();
        if is != *end {
            wrong.push(format!("  {start}  +  {keys}\n    should be  {end}\n    but is     {is}"));
        }
    }
    assert!(wrong.is_empty(), "{} stories end elsewhere:\n{}\n", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_action_of_the_table_is_in_a_story() {
    let mut pressed = BTreeSet::new();
    let mut count = 0;
    for (start, keys, _) in stories::ALL.iter().copied().flatten() {
        let mut reader = Reader::at(start);
        reader.press(keys);
        pressed.extend(reader.pressed);
        count += 1;
    }
    assert!(count >= 60, "only {count} stories");
    let missing: Vec<_> = TABLE.iter().map(|row| row.name).filter(|name| !pressed.contains(name)).collect();
    assert!(missing.is_empty(), "no story presses {}", missing.join(", "));
}
