//! The clock: it may jump over midnight, years ahead and back again. What is shown of today changes, and nothing
//! else; where the reader is, what is selected and what was left behind stay.

use chrono::{Days, NaiveDate};
use jianbao::app::{App, Event};
use jianbao::session::Session;

use super::dump::{dump, frame};
use super::screens::{SCREENS, home};
use crate::keys::script::today;

/// Forward over midnight, on to another year, far back, and home again.
fn jumps() -> Vec<NaiveDate> {
    let day = |days: u64| today() + Days::new(days);
    vec![day(1), day(0), day(40), day(366), day(36_500), today() - Days::new(10_000), day(1), day(0)]
}

fn said(app: &App) -> String {
    let selected = app.rows.get(app.place.cursor.at).map(|row| format!("{row:?}"));
    let place = format!("{:?} {:?} {:?}", app.place.plan, app.place.section, app.place.pane);
    format!("{place} {selected:?} {:?} {:?} {:?}", app.mode, app.memory, app.folded)
}

#[test]
fn a_clock_that_jumps_moves_nobody_and_comes_back() {
    for (name, way) in SCREENS {
        let mut reader = way();
        let (picture, before) = (dump(&frame(&reader.app, false)), said(&reader.app));
        for day in jumps() {
            let effects = reader.app.handle(Event::Day(day));
            assert_eq!(effects, [], "{name}: nothing is asked for");
            if !reader.app.place.is_home() {
                assert_eq!(said(&reader.app), before, "{name} on {day}");
            }
        }
        assert_eq!(said(&reader.app), before, "{name}");
        assert_eq!(dump(&frame(&reader.app, false)), picture, "{name}: the same day is the same screen");
    }
}

#[test]
fn on_a_text_only_the_days_that_have_passed_change() {
    for name in ["read", "numbers", "voices", "terms", "board", "help", "sources"] {
        let (_, way) = SCREENS.iter().find(|(known, _)| *known == name).unwrap();
        let mut reader = way();
        let before = dump(&frame(&reader.app, false));
        reader.app.handle(Event::Day(today() + Days::new(1)));
        let after = dump(&frame(&reader.app, false));
        for (old, new) in before.lines().zip(after.lines()).filter(|(old, new)| old != new) {
            let words = |line: &str| line.replace(|c: char| c.is_ascii_digit(), "");
            assert_eq!(words(old), words(new), "{name}");
        }
    }
}

#[test]
fn the_same_day_again_sends_nothing() {
    let mut session = Session::new(home().app, Vec::new(), jianbao::backend::Options::default(), false);
    assert!(session.draw().unwrap() > 0);
    assert_eq!(session.handle(Event::Day(today())), []);
    assert_eq!(session.draw().unwrap(), 0);
    session.handle(Event::Day(today() + Days::new(1)));
    assert!(session.draw().unwrap() > 0, "midnight");
}
