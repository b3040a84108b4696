//! What stands around today on the home screen.

use std::sync::Arc;

use chrono::Days;
use jianbao::app::{App, Size};
use jianbao::plan::{Library, SourceFile};

use super::dump::{dump, frame};
use super::screens::home;
use crate::keys::script::today;

const PLAN: &str = "title = \"甲\"\nen = \"A\"\nshort = \"甲\"\norder = 1\nissuer = \"某部\"\nbottom_line = \"甲\"\nsections = [\"yi\"]\n[[source]]\nid = \"s1\"\noutlet = \"某報\"\ntitle = \"甲\"\ndate = \"2026-01-01\"\n";

/// The home screen of a library of these events.
fn screen(events: &[(&str, String)]) -> String {
    let mut section = "title = \"一\"\nen = \"One\"\nsummary = \"一\"\n".to_owned();
    for (nth, (title, date)) in events.iter().enumerate() {
        section += &format!(
            "\n[[event]]\nid = \"e{nth}\"\ntitle = \"{title}\"\nen = \"E\"\ndate = \"{date}\"\nsources = [\"s1\"]\n"
        );
    }
    let file =
        |path: &str, text: &str| SourceFile { path: path.to_owned(), text: Ok(text.to_owned().into()) };
    let library = Library::from_files(&[file("a/plan.toml", PLAN), file("a/yi.toml", &section)]);
    assert_eq!(library.problems, []);
    let app = App::new(Arc::new(library), home().app.settings, today(), Size { width: 100, height: 30 });
    dump(&frame(&app, false))
}

/// The names of these events on the home screen, from the top down.
fn shown(events: &[(&str, String)]) -> Vec<String> {
    let title = |line: &str| {
        events.iter().find(|(title, _)| line.contains(title)).map(|(title, _)| (*title).to_owned())
    };
    screen(events).lines().filter_map(title).collect()
}

/// The last row over the rule once stayed empty.
#[test]
fn many_events_fill_the_timeline_to_its_last_row() {
    let events: Vec<_> = (1..60).map(|ahead| ("將來", (today() + Days::new(ahead)).to_string())).collect();
    let screen = screen(&events);
    let rows: Vec<&str> = screen.lines().collect();
    let rule = rows.iter().rposition(|row| row.starts_with('─')).unwrap();
    assert!(rows[rule - 1].contains("將來"), "{screen}");
}

/// Nothing that has begun but is not over once stood there when enough had happened since.
#[test]
fn what_is_under_way_stays_on_the_home_screen() {
    let day = |back: u64| (today() - Days::new(back)).to_string();
    let until = |from: u64, to: u64| format!("{}/{}", day(from), today() + Days::new(to));
    let past = ["事一", "事二", "事三", "事四", "事五", "事六", "事七", "事八", "事九"];
    let mut events: Vec<(&str, String)> =
        past.iter().zip((1..=9).rev()).map(|(title, back)| (*title, day(back))).collect();
    events.insert(0, ("展期", until(90, 30)));
    events.insert(0, ("久遠", format!("{}/..", day(900))));
    events.push(("將來", (today() + Days::new(9)).to_string()));
    let around = shown(&events);
    let last_seven = ["事三", "事四", "事五", "事六", "事七", "事八", "事九"];
    assert_eq!(around, [&["展期"], &last_seven[..], &["將來"]].concat());
    assert_eq!(shown(&events[1..2]), ["展期"]);
    let many: Vec<(&str, String)> = past.iter().map(|title| (*title, until(3, 3))).collect();
    assert_eq!(shown(&many).len(), 8, "no more than there is room for");
}
