//! Every size there is below 41×21, on every screen: no panic, no cut character; under 40×10 the sentence that says
//! so, and from there on the way on is always shown. And at the smallest size each item can be read whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use jianbao::app::card::Subject;
use jianbao::app::{App, Event, Mode, Read, Row, SMALLEST, Settings, Size};
use jianbao::keys::Action;
use jianbao::plan::{Item, ItemRef};

use super::dump::{dump, frame};
use super::invariants::check;
use super::screens::{SCREENS, home, library};
use crate::keys::script::Reader;

/// What lies over other screens, and what a search finds.
const OVER: &[(&str, &str)] = &[
    ("find", "/"),
    ("find-hits", "/ \"qianhai\" 3*Down"),
    ("find-nothing", "/ \"無此物無此物\""),
    ("find-in-plan", "3 / \"qh\" Tab"),
    ("pins-none", "'"),
    ("pins", "j m j m '"),
    ("note", "j m ' e \"記得問清楚這一點\""),
    ("a-notice", "j m"),
    ("jump-over-read", "5 2*Tab Enter : \"前\""),
    ("new", "news:ce-visits/2026-central-asia/agreements"),
];

/// Of each kind of screen the one that is looked at in every size; of the others every seventh is enough.
const EVERY: &[&str] = &[
    "home",
    "overview",
    "measures",
    "numbers",
    "timeline",
    "voices",
    "terms",
    "sources",
    "all-plans",
    "board",
    "read",
    "help",
    "jump-typed",
    "problems",
    "nothing",
    "find-hits",
    "pins",
    "note",
    "a-notice",
];

fn screens() -> Vec<(&'static str, Reader)> {
    let over = OVER.iter().map(|(name, keys)| {
        let mut reader = home();
        reader.press(keys);
        (*name, reader)
    });
    SCREENS.iter().map(|(name, way)| (*name, way())).chain(over).collect()
}

fn resize(app: &mut App, width: u16, height: u16) {
    app.handle(Event::Resize(Size { width, height }));
}

/// What has to be seen at any size that is enough: in the last row what just happened, or the key that leads to
/// all others, or the one that leads back; and where something is selected, that it is.
fn essential(app: &App, name: &str) {
    let shown = dump(&frame(app, false));
    let Size { width, height } = app.size;
    let here = format!("{name} at {width}×{height}:\n{shown}");
    let last = shown.lines().last().unwrap();
    let keymap = &app.settings.keymap;
    let keys = [keymap.first(Action::Help), keymap.first(Action::Back)];
    let told = app.notice.is_some() && !last.trim().is_empty();
    let typing = matches!(app.mode, Mode::Note(_));
    assert!(told || typing || keys.iter().any(|key| last.contains(key.as_str())), "no way on: {here}");
    let selectable = matches!(app.mode, Mode::Browse) && app.rows.iter().any(Row::selectable);
    assert!(!selectable || shown.contains('▸'), "no selection: {here}");
}

#[test]
fn every_size_on_every_screen() {
    let mut frames = 0;
    let screens = screens();
    assert!(screens.len() >= 36, "{}", screens.len());
    for (name, mut reader) in screens {
        let step = if EVERY.contains(&name) { 1 } else { 7 };
        for width in (0..=40).rev().step_by(step) {
            for height in (0..=20).rev().step_by(step.min(5)) {
                resize(&mut reader.app, width, height);
                check(&reader.app, name);
                frames += 1;
                if width >= SMALLEST.width && height >= SMALLEST.height {
                    essential(&reader.app, name);
                } else if width >= 12 && height >= 3 {
                    let shown = dump(&frame(&reader.app, false)).replace(['\n', ' '], "");
                    assert!(shown.starts_with("畫面太小，請放大至40×10或以上。"), "{name}: {shown}");
                }
            }
        }
        for (width, height) in [(41, 10), (60, 12), (79, 24), (80, 20), (99, 15), (100, 16), (140, 40)] {
            resize(&mut reader.app, width, height);
            check(&reader.app, name);
            essential(&reader.app, name);
        }
    }
    assert!(frames > 16_000, "{frames}");
    println!("{frames} frames up to 40×20");
}

/// The lines of the frame below the panes and above the foot.
fn body(app: &App) -> Vec<String> {
    let shown = dump(&frame(app, false));
    let lines: Vec<&str> = shown.lines().collect();
    let (head, foot) = (usize::from(app.geometry().head), usize::from(app.geometry().foot));
    let body = lines.get(head..lines.len() - foot).unwrap_or_default();
    // The scroll bar is no part of the text.
    body.iter()
        .map(|line| line.trim_end_matches(['┃', ' ']).trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"│┃─".contains(*c)).collect()
}

/// Opens this item at this size.
fn open(reader: &mut Reader, item: ItemRef, size: (u16, u16)) {
    reader.app.place.plan = Some(item.plan);
    reader.app.place.section = Some(item.section);
    reader.app.mode =
        Mode::Read(Read { subject: Subject::Item(item), top: 0, link: None, trail: Vec::new() });
    resize(&mut reader.app, size.0, size.1);
}

/// What of an item may never be lost.
fn essentials(item: Item<'_>, at: ItemRef) -> Vec<String> {
    let library = library();
    let outlets = library.sources_of(at).into_iter().map(|source| source.outlet.to_string());
    let mut words: Vec<String> = outlets.chain([item.heading().to_owned()]).collect();
    if let Item::Number(number) = item {
        words.push(number.figure.written().to_owned());
    }
    words
}

#[test]
fn at_the_smallest_size_every_item_can_be_read_whole() {
    let library = library();
    let mut reader = home();
    let (mut items, mut lines) = (0, 0);
    for (at, item) in library.items() {
        let size = [(SMALLEST.width, SMALLEST.height), (60, 12), (100, 16)][items % 3];
        // All of it, as it is set at this width.
        open(&mut reader, at, (size.0, 200));
        let whole = body(&reader.app);
        let text = squeezed(&whole.concat());
        for words in essentials(item, at) {
            assert!(
                text.contains(&squeezed(&words)),
                "{words} of {:?} is not in\n{whole:#?}",
                item.base().id
            );
        }
        // And what is seen of it by one key.
        open(&mut reader, at, size);
        let mut seen = BTreeSet::new();
        let mut last = Vec::new();
        loop {
            let now = body(&reader.app);
            if now == last {
                break;
            }
            seen.extend(now.iter().cloned());
            last = now;
            // Half a page.
            reader.press("d");
        }
        let missing: Vec<&String> = whole.iter().filter(|line| !seen.contains(*line)).collect();
        assert!(missing.is_empty(), "{:?} at {size:?}: {missing:?}", item.base().id);
        items += 1;
        lines += whole.len();
    }
    println!("{items} items, {lines} lines");
}

/// What stands on the headline cards is put together when the rows are listed: none is left of another size, of other
/// characters or of another place.
#[test]
fn the_cards_are_those_of_a_session_that_begins_here() {
    let mut reader = home();
    let mut shown = BTreeSet::new();
    for (width, height) in [(100, 30), (80, 20), (160, 50), (79, 30), (81, 28), (81, 27)] {
        resize(&mut reader.app, width, height);
        for keys in ["s", "1", "0", "s"] {
            reader.press(keys);
            let (app, size) = (&reader.app, Size { width, height });
            let settings = Settings { simplified: app.simplified, ..app.settings.clone() };
            let anew = App::new(Arc::clone(app.original()), settings, app.today, size);
            let expected = if app.place.is_home() { anew.cards } else { Vec::new() };
            assert_eq!(app.cards, expected, "{keys} at {width}×{height}");
            shown.insert(format!("{expected:?}"));
        }
    }
    assert!(shown.len() > 5, "{shown:?}");
}
