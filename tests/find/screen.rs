//! What the finder shows of a search: how many and where, what was looked for instead, as what it was looked for.

use crate::frames::dump::{dump, frame};
use crate::keys::script::Reader;
use jianbao::app::Event;
use jianbao::find::Found;
use jianbao::plan::Library;
use std::sync::Arc;

/// The screen after some keys, in a terminal that is 100 columns wide.
fn screen(keys: &str) -> String {
    let mut reader = Reader::new(Arc::new(Library::builtin()));
    reader.press(keys);
    dump(&frame(&reader.app, false))
}

#[test]
fn the_finder_says_how_a_search_went() {
    for (keys, shown) in [
        ("/ \"qianhai\"", "項 · 全部規劃"),
        ("1 / \"qianhai\" Tab", "項 · 前海"),
        ("/ \"qianhia\"", "最接近的是「qianhai」"),
        ("/ \"zqxvwk\"", "找不到「zqxvwk」"),
        ("/ \"zqxvwk\"", "試過：英文、拼音、粵拼"),
        ("/ \"987654321\"", "試過：數值"),
        ("/ \"龘龘\"", "試過：字"),
    ] {
        let screen = screen(keys);
        assert!(screen.contains(shown), "{keys}: no {shown} in\n{screen}");
    }
}

#[test]
fn what_may_be_more_is_not_called_all() {
    let mut reader = Reader::new(Arc::new(Library::builtin()));
    reader.press("/ \"q\"");
    // The answer to the last question; those with other numbers are not wanted.
    for number in 1..10 {
        let found = Found { total: 1234, more: true, ..Found::default() };
        reader.app.handle(Event::Found(number, Arc::new(found)));
    }
    assert!(dump(&frame(&reader.app, false)).contains("逾 1,234 項 · 全部規劃"));
}
