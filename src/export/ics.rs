//! The events of a briefing as a calendar (iCalendar, RFC 5545): all-day entries, each no more precise than it is
//! known. Not a feed: it is handed on as a file.

use super::options::Options;
use super::scope::Scope;
use super::texts::texts;
use super::view::View;
use super::words;
use crate::lang::{Lang, fill};
use crate::plan::date::Precision;
use crate::plan::{Date, Event, ItemRef, Library};
use chrono::{Datelike, NaiveDate};

/// The events in scope as one calendar; lines end in CRLF and are at most 75 octets (RFC 5545 3.1).
///
/// A day is an all-day event, an interval of days has its exclusive end. What is known less finely than a day spans
/// all the days it can be, and its summary begins with the date in words marked 約. An interval without an end, or
/// without a start, stands on its one known day, marked in the same way. The pane of the options is not regarded.
pub fn ics(library: &Library, scope: &Scope, options: &Options) -> String {
    let everything = Options { pane: None, ..*options };
    let view = View::new(library, *scope, &everything);
    let mut calendar = Calendar { out: String::new() };
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", concat!("-//Jianbao//Jianbao ", env!("CARGO_PKG_VERSION"), "//ZH"));
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("METHOD", "PUBLISH");
    calendar.line("X-WR-CALNAME", &escaped(&name(&view)));
    for (at, event) in view.events(None) {
        entry(&view, at, event, &mut calendar);
    }
    calendar.line("END", "VCALENDAR");
    calendar.out
}

/// `簡報 · 外訪`.
fn name(view: &View<'_>) -> String {
    let app = view.options.lang.ui().app;
    match (view.scope, view.plans().next()) {
        (Scope::Library, _) | (_, None) => app.to_owned(),
        (_, Some((_, plan))) => format!("{app} · {}", plan.short),
    }
}

fn entry(view: &View<'_>, at: ItemRef, event: &Event, calendar: &mut Calendar) {
    let Some((first, last)) = days(&event.date) else { return };
    let path = view.library.path(at).unwrap_or_default();
    let title = words::preferred(&event.title, &event.base.en, view.options.lang);
    let summary = match mark(&event.date, view.options.lang) {
        Some(mark) if view.options.lang == Lang::En => format!("[{mark}] {title}"),
        Some(mark) => format!("〔{mark}〕{title}"),
        None => title.to_owned(),
    };
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &escaped(&format!("{path}@jianbao")));
    calendar.line("DTSTAMP", &format!("{}T000000Z", basic(view.options.today)));
    calendar.line("DTSTART;VALUE=DATE", &basic(first));
    // The end is exclusive; the calendar of chrono ends long after year 9999, where EDTF does.
    calendar.line("DTEND;VALUE=DATE", &basic(last.succ_opt().unwrap_or(last)));
    calendar.line("SUMMARY", &escaped(&summary));
    calendar.line("DESCRIPTION", &escaped(&description(view, at, event)));
    if !event.at.is_empty() {
        calendar.line("LOCATION", &escaped(&event.at));
    }
    if let Some(plan) = view.library.plans.get(at.plan) {
        calendar.line("CATEGORIES", &escaped(&plan.short));
    }
    // A briefing's events take nobody's time.
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line("END", "VEVENT");
}

/// The first and last day of the entry: all that the date can be, or the one day that is known of it.
fn days(date: &Date) -> Option<(NaiveDate, NaiveDate)> {
    match (date.earliest(), date.latest()) {
        (Some(first), Some(last)) => Some((first, last)),
        (Some(day), None) | (None, Some(day)) => Some((day, day)),
        (None, None) => None,
    }
}

/// The date in words, where its days alone would say more than is known.
fn mark(date: &Date, lang: Lang) -> Option<String> {
    let words = date.words(lang);
    let open = date.earliest().is_none() || date.latest().is_none();
    let vague = !in_days(date) && !date.is_approximate();
    if vague {
        return Some(fill(texts(lang).about_date, &[("date", &words)]));
    }
    (open || date.is_approximate() || date.is_uncertain()).then_some(words)
}

/// Whether each end of the date that is known is known to the day.
fn in_days(date: &Date) -> bool {
    let mut ends = date.written().split('/').filter_map(|end| Date::parse(end).ok());
    ends.all(|end| end.precision() == Precision::Day)
}

/// Detail, how the date is known, caveats, sources, path: a line each.
fn description(view: &View<'_>, at: ItemRef, event: &Event) -> String {
    let lang = view.options.lang;
    let t = lang.ui();
    let labelled = |label: &str, text: &str| {
        if text.is_empty() { String::new() } else { format!("{label}{}{text}", words::colon(lang)) }
    };
    let mut lines = vec![
        if lang == Lang::En { &event.title } else { &event.base.en }.to_string(),
        event.base.detail.to_string(),
        labelled(t.date_note, &event.date_note),
        labelled(t.note, &event.base.more.note),
    ];
    let sources = view.library.sources_of(at);
    lines.extend(sources.into_iter().map(|source| labelled(t.sources, &words::source_line(source, lang))));
    lines.extend(view.library.path(at));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// `20260601` (RFC 5545 3.3.4).
fn basic(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text value (RFC 5545 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Content lines being written.
struct Calendar {
    out: String,
}

impl Calendar {
    /// One content line, folded so that no line is longer than 75 octets and no character is parted.
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > 75 {
                self.out.push_str("\r\n ");
                used = 1;
            }
            self.out.push(c);
            used += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}
