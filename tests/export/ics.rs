//! The calendar as an independent parser reads it: precision honoured, lines folded, text escaped.

use super::{export, fixture, options};
use icalendar::parser::{read_calendar, unfold};
use jianbao::export::{Format, Options};
use jianbao::lang::Lang;
use jianbao::plan::Library;

/// Summary, first day and exclusive end of the event whose path ends in `id`, as a parser gives them.
fn event(text: &str, id: &str) -> (String, String, String) {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let value = |component: &icalendar::parser::Component<'_>, name: &str| {
        let property = component.properties.iter().find(|property| property.name.as_str() == name);
        property.map(|property| property.val.as_str().to_owned()).unwrap_or_default()
    };
    let events = calendar.components.iter().filter(|component| component.name.as_str() == "VEVENT");
    let uid = format!("/{id}@jianbao");
    let found = events.into_iter().find(|event| value(event, "UID").ends_with(&uid)).unwrap();
    (value(found, "SUMMARY"), value(found, "DTSTART"), value(found, "DTEND"))
}

#[test]
fn dates_keep_their_precision() {
    let text = export(&fixture(), Format::Ics, "", &options());
    for (id, summary, start, end) in [
        ("start", "動工, 儀式; 由局長主持", "20260601", "20260602"),
        ("closure", "航道封閉", "20260601", "20260606"),
        ("east-opens", "〔約2027年第一季〕東面泊位啓用", "20270101", "20270401"),
        ("service", "〔約2024年12月起〕渡輪服務", "20241201", "20241202"),
        ("hearing", "〔2026年4月28日（推定）〕公聽會", "20260428", "20260429"),
        ("survey", "〔約2026年某月28日〕測量", "20260128", "20261229"),
    ] {
        let (found, first, last) = event(&text, id);
        assert_eq!((found.as_str(), first.as_str(), last.as_str()), (summary, start, end), "{id}");
    }
}

#[test]
fn english_summaries_say_about() {
    let text = export(&fixture(), Format::Ics, "", &Options { lang: Lang::En, ..options() });
    assert_eq!(event(&text, "east-opens").0, "[about Q1 2027] Eastern berths open");
}

#[test]
fn every_calendar_parses_and_every_line_is_short() {
    for library in [Library::builtin(), fixture()] {
        let text = export(&library, Format::Ics, "", &options());
        let events = text.matches("BEGIN:VEVENT").count();
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = unfold(&text);
        let calendar = read_calendar(&unfolded).unwrap();
        assert_eq!(calendar.components.len(), events);
        for event in &calendar.components {
            for needed in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"] {
                let count =
                    event.properties.iter().filter(|property| property.name.as_str() == needed).count();
                assert_eq!(count, 1, "{needed}");
            }
        }
    }
}

#[test]
fn folding_never_parts_a_character() {
    let text = export(&Library::builtin(), Format::Ics, "", &options());
    // Unfolding by octets, as RFC 5545 says, gives back whole text, with every source named.
    let unfolded = text.replace("\r\n ", "");
    assert!(!unfolded.contains('\u{fffd}'));
    let descriptions = unfolded.lines().filter(|line| line.starts_with("DESCRIPTION:"));
    assert!(descriptions.into_iter().all(|line| line.contains("來源：")));
}
