//! The screens that are looked at: how a reader gets to each by keys.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use jianbao::plan::{Library, Pane};

use crate::keys::script::Reader;

/// A screen by name and the way to it.
pub(super) type Screen = (&'static str, fn() -> Reader);

/// Every kind of screen.
pub(super) const SCREENS: &[Screen] = &[
    ("home", home),
    ("overview", || pane(5, Pane::Overview, "")),
    ("measures", || pane(1, Pane::Measures, "j")),
    ("measures-folded", || pane(1, Pane::Measures, "z 2*j")),
    ("numbers", || pane(5, Pane::Numbers, "] j")),
    ("timeline", || pane(4, Pane::Timeline, "")),
    ("voices", || pane(4, Pane::Voices, "G")),
    ("terms", || pane(2, Pane::Terms, "d")),
    ("sources", || pane(6, Pane::Sources, "")),
    ("all-plans", || pane(5, Pane::Numbers, "a")),
    ("board", || pane(5, Pane::Numbers, "b")),
    ("board-of-home", || after("j b")),
    ("board-range", || after("/ paste:1.5萬至2.5萬平方呎 Enter b")),
    ("board-numeral", || after("/ paste:兩個 Enter b")),
    ("read", || pane(5, Pane::Numbers, "Enter")),
    ("read-link", || pane(1, Pane::Measures, "Enter G S-Tab")),
    ("help", || after("?")),
    ("help-search", || after("? / \"d\"")),
    ("help-nothing", || after("? / \"無此鍵\"")),
    ("jump", || after(":")),
    ("jump-typed", || pane(5, Pane::Numbers, ": \"前海\" Down")),
    ("jump-nothing", || after(": \"無此規劃\"")),
    ("problems", || bad("G Enter")),
    ("home-with-problems", || bad("G")),
    ("overview-with-problems", || bad("1 G")),
    ("nothing", || Reader::new(Arc::new(Library::from_files(&[])))),
];

/// The built-in briefings, read once.
pub(super) fn library() -> Arc<Library> {
    static LIBRARY: OnceLock<Arc<Library>> = OnceLock::new();
    LIBRARY.get_or_init(|| Arc::new(Library::builtin())).clone()
}

pub(super) fn home() -> Reader {
    Reader::new(library())
}

/// The home screen after some keys.
fn after(keys: &str) -> Reader {
    let mut reader = home();
    reader.press(keys);
    reader
}

/// A pane of the plan with this number, then some keys.
pub(super) fn pane(plan: usize, pane: Pane, keys: &str) -> Reader {
    let mut reader = after(&plan.to_string());
    for _ in 0..Pane::ALL.len() {
        if reader.app.place.pane != pane {
            reader.press("Tab");
        }
    }
    assert_eq!(reader.app.place.pane, pane, "plan {plan} has no {pane:?}");
    reader.press(keys);
    reader
}

/// A library with problems, after some keys.
fn bad(keys: &str) -> Reader {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/invalid/in-three-languages");
    let mut reader = Reader::new(Arc::new(Library::load(&folder)));
    reader.press(keys);
    reader
}
