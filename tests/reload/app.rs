//! A reader in the middle of something while the library is replaced: everything is found again by id.

use std::sync::Arc;

use chrono::NaiveDate;
use jianbao::app::card::Subject;
use jianbao::app::{App, Effect, Event, Mode, Settings, Size};
use jianbao::keys::{Code, Key};
use jianbao::plan::{Library, Pane, Shelf};
use jianbao::text::simplified;

use super::folder::{Folder, copy_briefings};
use super::opening::office;
use crate::frames::dump::{dump, frame};

const DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 2);

fn library(folder: &Folder) -> Library {
    let mut shelf = Shelf::default();
    shelf.refresh(&folder.path);
    shelf.library()
}

fn app(library: Library) -> App {
    App::new(Arc::new(library), Settings::default(), DAY.unwrap(), Size { width: 100, height: 30 })
}

fn press(app: &mut App, keys: &str) {
    for key in keys.chars() {
        let key = match key {
            '\t' => Key::plain(Code::Tab),
            '\n' => Key::plain(Code::Enter),
            c => Key::char(c),
        };
        assert_eq!(app.handle(Event::Key(key)), []);
    }
}

fn go_to(app: &mut App, pane: Pane) {
    for _ in Pane::ALL {
        if app.place.pane == pane {
            return;
        }
        press(app, "\t");
    }
    panic!("no such pane here");
}

/// Plan, section, pane, what the cursor stands on, and the rows above it on the screen.
fn place(app: &App) -> (String, Option<String>, Pane, Option<String>, usize) {
    let plan = app.plan().unwrap();
    let section = app.place.section.map(|at| plan.sections[at].id.to_string());
    let subject = app.subject().and_then(|subject| match subject {
        Subject::Item(item) => app.library.path(item),
        Subject::Source(plan, at) => Some(app.library.plans[plan].sources[at].id.to_string()),
    });
    let cursor = app.place.cursor;
    (plan.id.to_string(), section, app.place.pane, subject, cursor.at - cursor.top)
}

/// Puts a plan before all others and an item before the others of every section.
fn grow(folder: &Folder) {
    for plan in std::fs::read_dir(&folder.path).unwrap().map(|entry| entry.unwrap().path()) {
        for file in std::fs::read_dir(plan).unwrap().map(|entry| entry.unwrap().path()) {
            let text = std::fs::read_to_string(&file).unwrap();
            let first = text.find("\n[[number]]").filter(|_| !file.ends_with("plan.toml"));
            if let Some(at) = first {
                let (before, after) = text.split_at(at);
                let sources = text.lines().find(|line| line.starts_with("sources = ")).unwrap();
                let number = "\n[[number]]\nid = 'new-one'\nlabel = '新'\nen = 'x'\nfigure = '3份'\nkind = 'actual'\n\
                    as_of = '2026-06'\n";
                std::fs::write(&file, format!("{before}{number}{sources}\n{after}")).unwrap();
            }
        }
    }
    folder.write(
        "first/plan.toml",
        "title = '第一'\nshort = '第一'\nen = 'x'\norder = 0\nissuer = 'x'\nbottom_line = 'x'\nbottom_line_en = 'x'\n",
    );
}

#[test]
fn the_place_is_kept_by_id() {
    let folder = Folder::new();
    copy_briefings(&folder.path);
    let mut app = app(library(&folder));
    let plan = app.library.plans.iter().position(|plan| plan.id.as_str() == "hk-fyp-regional").unwrap();
    press(&mut app, &format!("{}]", plan + 1));
    go_to(&mut app, Pane::Numbers);
    press(&mut app, "Gkk");
    let before = place(&app);
    assert!(before.1.is_some() && before.3.is_some(), "{before:?}");
    grow(&folder);
    app.handle(Event::Library(Arc::new(library(&folder))));
    let after = place(&app);
    assert_eq!((&after.0, &after.1, after.2, &after.3), (&before.0, &before.1, before.2, &before.3));
    assert_eq!(app.library.plans[0].id.as_str(), "first");
}

#[test]
fn a_page_that_is_read_stays_where_it_is_scrolled_to() {
    let folder = Folder::new();
    copy_briefings(&folder.path);
    let mut app = app(library(&folder));
    app.handle(Event::Resize(Size { width: 44, height: 11 }));
    press(&mut app, "3");
    go_to(&mut app, Pane::Measures);
    press(&mut app, "\njj");
    let read = |app: &App| match &app.mode {
        Mode::Read(read) => match read.subject {
            Subject::Item(item) => (app.library.path(item).unwrap(), read.top),
            Subject::Source(..) => panic!("a source"),
        },
        mode => panic!("{mode:?}"),
    };
    let before = read(&app);
    assert_eq!(before.1, 2);
    grow(&folder);
    app.handle(Event::Library(Arc::new(library(&folder))));
    assert_eq!(read(&app), before);
}

#[test]
fn the_key_asks_for_the_files() {
    let mut app = app(Library::builtin());
    assert_eq!(app.handle(Event::Key(Key::char('r'))), [Effect::Reload]);
    press(&mut app, ":r");
    assert!(matches!(app.mode, Mode::Jump(_)), "typed letters stay letters");
}

/// Converting ten thousand sections once held up the keys for a second.
#[test]
fn a_large_library_is_simplified_beside_the_keys() {
    let folder = office(60, 1);
    let mut app = app(library(&folder));
    let key = |app: &mut App| app.handle(Event::Key(Key::char('s')));
    let title = |app: &App| app.library.plans[0].title.clone();
    let written = title(&app);
    assert_eq!(key(&mut app), [Effect::Simplify]);
    assert_eq!((title(&app), app.simplified), (written.clone(), false), "not yet");
    let first = Arc::clone(app.original());
    let converted =
        |of: &Arc<Library>| Event::Simplified(Arc::clone(of), Arc::new(of.converted(simplified, None)));

    assert_eq!(key(&mut app), [], "the reader thinks better of it");
    assert_eq!(app.handle(converted(&first)), []);
    assert_eq!((title(&app), app.simplified), (written.clone(), false));

    assert_eq!(key(&mut app), [Effect::Simplify]);
    app.handle(Event::Library(Arc::new(library(&folder))));
    assert_eq!(app.handle(converted(&first)), [Effect::Simplify], "it was read anew meanwhile");
    let second = Arc::clone(app.original());
    assert_eq!(app.handle(converted(&second)), []);
    assert_eq!((title(&app), app.simplified), (simplified(&written).into(), true));
    assert_ne!(title(&app), written);
    assert_eq!(key(&mut app), []);
    assert_eq!((title(&app), app.simplified), (written, false), "as written again, at once");
}

/// A reader of ten thousand sections in simplified characters once waited half a second for a key while they came in.
#[test]
fn a_library_that_comes_converted_is_shown_as_it_comes() {
    let folder = office(3, 1);
    let written = Arc::new(library(&folder));
    let converted = Arc::new(written.converted(simplified, None));
    let both = || Event::LibraryInBoth(Arc::clone(&written), Arc::clone(&converted));
    let settings = Settings { simplified: true, ..Settings::default() };
    let size = Size { width: 100, height: 30 };
    let mut app = App::new(Arc::new(Library::awaited()), settings, DAY.unwrap(), size);
    assert_eq!(app.handle(both()), []);
    assert!(Arc::ptr_eq(&app.library, &converted) && Arc::ptr_eq(app.original(), &written));
    press(&mut app, "s");
    assert!(Arc::ptr_eq(&app.library, &written));
    assert_eq!(app.handle(both()), []);
    assert!(Arc::ptr_eq(&app.library, &written), "the reader wants it as written now");
}

/// The line that tells of broken files was once counted as a plan, 61 of 60.
#[test]
fn over_the_plans_stands_how_many_they_are() {
    let folder = office(60, 1);
    folder.write("plan-0007/s0.toml", "title = ");
    let app = app(library(&folder));
    assert!(!app.library.problems.is_empty());
    let shown = dump(&frame(&app, false));
    let heading = shown.lines().find(|line| line.contains("│ 規劃")).unwrap_or_default();
    assert!(heading.trim_end().ends_with(" 60"), "{shown}");
}
