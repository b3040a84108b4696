//! Briefings: from the bytes of a file to a frame on a terminal.

use std::sync::Arc;

use jianbao::app::{App, Event, Settings, Size};
use jianbao::keys::{Code, Key};
use jianbao::lang::Lang;
use jianbao::plan::{Library, SourceFile};

use super::dice::Dice;
use super::eye::{self, Eye, Seen};
use super::words;

const PLAN: &str = include_str!("../data/valid/every-key/p/plan.toml");
const SHORT_PLAN: &str = include_str!("../data/valid/minimal/p/plan.toml");
const SECTION: &str = include_str!("../data/valid/every-key/p/s.toml");
const SMALL: &str = include_str!("../data/valid/every-key/p/t.toml");

/// The keys that lead around.
const KEYS: &[Code] = &[
    Code::Char('1'),
    Code::Char('1'),
    Code::Tab,
    Code::Tab,
    Code::Enter,
    Code::Enter,
    Code::Char('j'),
    Code::Char('G'),
    Code::Char('b'),
    Code::Char(']'),
    Code::Char('a'),
    Code::Char('y'),
    Code::Char('Y'),
    Code::Char('P'),
    Code::Char('o'),
    Code::Char('m'),
    Code::Char('/'),
    Code::Char(':'),
    Code::Char('?'),
    Code::Char('0'),
    Code::Char('d'),
    Code::Char('z'),
    Code::Char('h'),
    Code::Char('S'),
    Code::Esc,
    Code::PageDown,
    Code::BackTab,
];

/// A name of a file, mostly the right one.
fn path(right: &str, dice: &mut Dice) -> String {
    if !dice.one_in(24) {
        return right.to_owned();
    }
    let name = words::text(dice).replace('/', "");
    if dice.one_in(2) { format!("p/{name}.toml") } else { format!("{name}/plan.toml") }
}

/// A file to begin with: the head of a whole one and one or two of its tables, so that parsing what stays as
/// it is does not take the time that what is changed could have.
fn beginning(whole: &str, dice: &mut Dice) -> String {
    let mut tables = whole.split("\n\n");
    let head = tables.next().unwrap_or_default();
    let tables: Vec<&str> = tables.collect();
    let mut text = head.to_owned();
    for _ in 0..=dice.below(2) {
        text = text + "\n\n" + dice.pick(&tables);
    }
    text
}

/// One input: a file that should be called `right` and hold what `whole` does.
fn input(dice: &mut Dice, (right, whole): (&str, &str), raw: bool) -> SourceFile {
    let text = beginning(whole, dice);
    let bytes = if raw { words::bytes(&text, dice) } else { words::changed(&text, dice).into_bytes() };
    SourceFile::from_bytes(&path(right, dice), &bytes)
}

/// How many inputs share a library and its frames.
const FILES: usize = 4;

/// A library of [`FILES`] inputs: raw bytes in place of files, or values changed in them. Now and then the
/// plan's own file is one, more often it stays as it is, without which no other would count.
fn library(dice: &mut Dice, raw: bool) -> Library {
    let names = ["p/s.toml", "p/t.toml", "p/u.toml"];
    let mut files: Vec<_> = names.iter().map(|right| input(dice, (right, SECTION), raw)).collect();
    if dice.one_in(4) {
        files.push(input(dice, ("p/plan.toml", PLAN), raw));
    } else {
        files.push(input(dice, ("p/v.toml", SECTION), raw));
        files.push(SourceFile::from_bytes("p/plan.toml", SHORT_PLAN.as_bytes()));
    }
    Library::from_files(&files)
}

/// The library that all inputs begin with, whole.
pub(super) fn sound() -> Arc<Library> {
    let file = |(path, text): (&str, &str)| SourceFile::from_bytes(path, text.as_bytes());
    let files = [("p/plan.toml", PLAN), ("p/s.toml", SECTION), ("p/t.toml", SMALL)].map(file);
    let library = Library::from_files(&files);
    assert!(library.problems.is_empty(), "{:?}", library.problems);
    Arc::new(library)
}

/// The inputs of one library, all the way.
fn one(dice: &mut Dice, raw: bool, settings: &Settings) -> Seen {
    let mut library = library(dice, raw);
    let lang = dice.pick(&Lang::ALL);
    library.problems.iter().try_for_each(|problem| eye::problem(problem, lang))?;
    if dice.one_in(64) {
        eye::export(&library, dice)?;
    }
    if dice.one_in(32) {
        library.kept = library.problems.iter().map(|problem| problem.place.file.clone()).collect();
    }
    let size = if dice.one_in(32) {
        Size { width: dice.small(60), height: dice.small(14) }
    } else {
        Size { width: 40 + dice.small(6), height: 10 }
    };
    let settings = Settings { lang, simplified: dice.one_in(16), ..settings.clone() };
    let mut app = App::new(Arc::new(library), settings, crate::keys::script::today(), size);
    for _ in 0..dice.below(5) {
        eye::hear(&mut app, Event::Key(Key::plain(dice.pick(KEYS))))?;
    }
    if !dice.one_in(4) {
        return eye::glance(&app);
    }
    let mut eye = Eye::new(&app, dice);
    eye.frame(&app)?;
    eye::hear(&mut app, Event::Key(Key::plain(dice.pick(KEYS))))?;
    eye.frame(&app)
}

/// Libraries of as many inputs as `numbers` has; a failure names the library's first.
fn run(kind: u64, numbers: std::ops::Range<u64>) {
    // Made once: the table of keys takes longer to read than a briefing.
    let settings = Settings::default();
    for number in numbers.step_by(FILES) {
        let seen = one(&mut Dice::of(kind, number), kind == RAW, &settings);
        assert_eq!(seen, Ok(()), "Dice::of({kind}, {number})");
    }
}

const RAW: u64 = 1;
const VALUES: u64 = 2;

#[test]
fn a_hundred_thousand_files_of_raw_bytes() {
    run(RAW, 0..super::often(100_000));
}

#[test]
fn a_hundred_thousand_files_with_values_changed() {
    run(VALUES, 0..super::often(100_000));
}

#[test]
#[ignore = "the long run: some 20 minutes with optimisation"]
fn five_million_files() {
    std::thread::scope(|scope| {
        scope.spawn(|| run(RAW, 100_000..2_600_000));
        scope.spawn(|| run(VALUES, 100_000..2_600_000));
    });
}
