//! A large library while it is read: what is shown of it, and what it comes to in the end.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use jianbao::app::{App, Event, Row, Settings, Size};
use jianbao::plan::{Library, Limits, Outline, Shelf};
use jianbao::terminal::Reloader;
use jianbao::ui::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::folder::{Folder, section};

/// `plans` of `sections` each, two terms in every section.
pub(crate) fn office(plans: usize, sections: usize) -> Folder {
    let folder = Folder::new();
    fs::remove_dir_all(folder.at("visits")).unwrap();
    for nth in 0..plans {
        plan(&folder, nth, sections);
    }
    folder
}

fn plan(folder: &Folder, nth: usize, sections: usize) {
    let names: Vec<String> = (0..sections).map(|at| format!("'s{at}'")).collect();
    let id = format!("plan-{nth:04}");
    let text = format!(
        "title = '規劃{nth}'\nshort = '劃{nth}'\nen = 'Plan {nth}'\norder = {order}\nissuer = 'x'\nbottom_line = \
         'x'\nbottom_line_en = 'x'\nsections = [{}]\n[[source]]\nid = 'press'\noutlet = 'x'\ntitle = 'x'\ndate = \
         '2026'\n",
        names.join(", "),
        // Against the order of the folders, so that each plan comes before those that are there.
        order = 10_000 - nth,
    );
    folder.write(&format!("{id}/plan.toml"), &text);
    for at in 0..sections {
        folder.write(&format!("{id}/s{at}.toml"), &section("s", 1, 2));
    }
}

/// The library at every step of its reading, the last one whole.
fn steps(folder: &Folder) -> Vec<Library> {
    let (mut shelf, mut steps) = (Shelf::default(), Vec::new());
    shelf.open(Outline::of(&folder.path), &mut |_, so_far| {
        steps.push(so_far());
        true
    });
    steps.push(shelf.library());
    steps
}

fn paths(library: &Library) -> Vec<String> {
    library.items().map(|(at, _)| library.path(at).unwrap()).collect()
}

#[test]
fn it_comes_to_what_one_reading_says() {
    let folder = office(30, 3);
    folder.write("plan-0007/s1.toml", "title = ");
    folder.write(
        "plan-0008/s1.toml",
        "title = '壞'\nen = 'x'\nsummary = 'x'\n[[term]]\nid = 'x'\nrelated = ['no/no/no']\n",
    );
    let steps = steps(&folder);
    let (last, before) = steps.split_last().unwrap();
    for (nth, library) in (1..).zip(before) {
        let loading = library.loading.unwrap();
        assert_eq!((loading.read, loading.plans, library.plans.len()), (nth, 30, nth));
    }
    let whole = Library::load(&folder.path);
    assert!(last.loading.is_none() && whole.loading.is_none());
    assert_eq!(paths(last), paths(&whole));
    assert_eq!(format!("{:?}", last.problems), format!("{:?}", whole.problems));
    assert_eq!(last.problems.len(), 7, "{:?}", last.problems);
}

#[test]
fn nothing_moves_under_the_cursor_while_more_arrives() {
    let folder = office(60, 2);
    let mut steps = steps(&folder).into_iter().map(Arc::new);
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let size = Size { width: 100, height: 30 };
    let mut app = App::new(steps.next().unwrap(), Settings::default(), today, size);
    let draw = |app: &App| {
        let mut buf = Buffer::empty(Rect::new(0, 0, 100, 30));
        jianbao::ui::draw(app, &Look::new(app.settings.theme, false), &mut buf);
        buf.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().replace(' ', "")
    };
    assert!(draw(&app).contains("已讀規劃1／60"));
    // At home nobody has chosen anything: the beginning stays the beginning.
    app.handle(Event::Library(steps.next().unwrap()));
    assert_eq!(app.rows[app.place.cursor.at], Row::Plan(0));
    // Into the first plan there is, and on: the plan, the section and the item stay.
    for key in ["1", "Tab", "j"] {
        app.handle(Event::Key(key.parse().unwrap()));
    }
    let stands = |app: &App| {
        let item = app.rows[app.place.cursor.at].item().unwrap();
        (app.library.path(item).unwrap(), app.place.pane, app.place.cursor.at - app.place.cursor.top)
    };
    let here = stands(&app);
    for library in steps {
        let whole = library.loading.is_none();
        app.handle(Event::Library(library));
        assert_eq!(stands(&app), here);
        assert_eq!(app.notice, None, "what arrives is no change");
        assert_eq!(app.progress().is_none(), whole);
    }
    assert_eq!(app.library.plans.len(), 60);
    assert!(!draw(&app).contains("已讀規劃"));
}

#[test]
fn ten_thousand_files_of_which_five_hundred_are_broken() {
    let folder = office(500, 20);
    for nth in 0..500 {
        folder.write(&format!("plan-{nth:04}/s{}.toml", nth % 20), "title = '壞\n");
    }
    let begun = Instant::now();
    let library = Arc::new(Library::load(&folder.path));
    println!("10,500 files in {} ms", begun.elapsed().as_millis());
    assert_eq!(library.plans.iter().map(|plan| plan.sections.len()).sum::<usize>(), 9_500);
    assert_eq!(library.problems.len(), 500);
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let mut app = App::new(library, Settings::default(), today, Size { width: 100, height: 30 });
    let row = app.rows.iter().position(|row| *row == Row::Problems(500)).unwrap();
    let first_plan = app.rows.iter().position(|row| *row == Row::Plan(0)).unwrap();
    assert!(row < first_plan, "it is seen without going through 500 plans");
    // The one line opens the list.
    while app.place.cursor.at != row {
        app.handle(Event::Key("Down".parse().unwrap()));
    }
    app.handle(Event::Key("Enter".parse().unwrap()));
    assert!(matches!(app.mode, jianbao::app::Mode::Problems { .. }));
}

#[test]
fn a_library_that_changes_while_it_is_read_is_right_in_the_end() {
    let folder = office(200, 3);
    let (sender, libraries) = channel();
    let path = folder.path.clone();
    let reloader = Reloader::new(&folder.path);
    let changed = AtomicBool::new(false);
    let _reloading = reloader.start(Limits::default(), true, move |library: Library| {
        if library.loading.is_some() && !changed.swap(true, Ordering::SeqCst) {
            // Half-way: what was read goes, what was not read yet goes, a plan comes, a section is another.
            fs::remove_dir_all(path.join("plan-0000")).unwrap();
            fs::remove_dir_all(path.join("plan-0199")).unwrap();
            fs::rename(path.join("plan-0001"), path.join("plan-9999")).unwrap();
            fs::write(path.join("plan-0100/s0.toml"), section("other", 1, 4)).unwrap();
        }
        sender.send(library).is_ok()
    });
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let library = libraries.recv_timeout(until.saturating_duration_since(Instant::now())).unwrap();
        if library.loading.is_none() && paths(&library) == paths(&Library::load(&folder.path)) {
            assert_eq!(library.plans.len(), 198);
            return;
        }
    }
}
