//! The timeline of a plan: its events in one list, each with its track on a common scale of years. The list is text
//! and links; the tracks are inline SVG.

use super::bars::{drawing, percent};
use super::markup::Markup;
use super::page::Page;
use crate::export::texts::texts;
use crate::export::words;
use crate::plan::date::Precision;
use crate::plan::{Date, Event, ItemRef};
use crate::sort;
use chrono::{Datelike, NaiveDate};

/// The events as a timeline; nothing where there are fewer than two.
pub(super) fn rail(page: &Page<'_>, events: &[(ItemRef, &Event)], out: &mut Markup) {
    if events.len() < 2 {
        return;
    }
    let scale = Scale::of(events, page.view.options.today);
    let t = page.lang().ui();
    out.block("figure", &[("class", "rail")], |out| {
        page.ours(out, "figcaption", "kicker", t.timeline);
        out.within("div", &[("class", "row axis"), ("aria-hidden", "true")], |out| {
            drawing("track", out, |out| scale.axis(t.today, out));
        });
        out.block("ol", &[], |out| {
            for (at, event) in events {
                let come = words::has_come(&event.date, page.view.options.today);
                let class = if come { "row past" } else { "row ahead" };
                out.block("li", &[("class", class)], |out| {
                    page.ours(out, "span", "when", &event.date.words(page.lang()));
                    let target = page.target(*at).unwrap_or_default();
                    out.leaf("a", &[("class", "what"), ("href", &target)], &event.title);
                    drawing("track", out, |out| scale.track(&event.date, out));
                });
            }
        });
        page.ours(out, "p", "legend", texts(page.lang()).years_skipped);
    });
}

/// The years that have events, each as wide as any other; a year without is left out.
struct Scale {
    years: Vec<i32>,
    today: NaiveDate,
}

impl Scale {
    fn of(events: &[(ItemRef, &Event)], today: NaiveDate) -> Self {
        let ends = events.iter().flat_map(|(_, event)| [event.date.earliest(), event.date.latest()]);
        let mut years: Vec<i32> = ends.flatten().chain([today]).map(|day| day.year()).collect();
        sort::by(&mut years, i32::cmp);
        years.dedup();
        Self { years, today }
    }

    /// Where a day lies, in hundredths of the drawing.
    fn place(&self, day: NaiveDate) -> f64 {
        let before = self.years.partition_point(|year| *year < day.year());
        let within =
            if self.years.get(before) == Some(&day.year()) { f64::from(day.ordinal0()) / 366.0 } else { 0.0 };
        (hundredths(before) + within * 100.0) / hundredths(self.years.len()) * 100.0
    }

    /// The years, and where today is.
    fn axis(&self, today: &str, out: &mut Markup) {
        self.grid(out);
        for (at, year) in self.years.iter().enumerate() {
            let x = percent(hundredths(at) / hundredths(self.years.len()) * 100.0);
            let attributes = [("x", x.as_str()), ("y", "14"), ("dx", "3"), ("class", "year")];
            out.leaf("text", &attributes, &year.to_string());
        }
        let x = percent(self.place(self.today));
        out.leaf("text", &[("x", &x), ("y", "30"), ("class", "now"), ("text-anchor", "middle")], today);
    }

    fn grid(&self, out: &mut Markup) {
        for at in 0..self.years.len() {
            let share = hundredths(at) / hundredths(self.years.len()) * 100.0;
            line("grid", (share, share), ("0", "100%"), out);
        }
        let today = self.place(self.today);
        line("today", (today, today), ("0", "100%"), out);
    }

    /// One event: a dot for a day, a bar for a span, a broken bar where an end is open.
    fn track(&self, date: &Date, out: &mut Markup) {
        self.grid(out);
        let (first, last) =
            (date.earliest().map(|day| self.place(day)), date.latest().map(|day| self.place(day)));
        let vague = date.is_approximate() || date.is_uncertain();
        if let (Precision::Day, Some(at)) = (date.precision(), first) {
            let class = if vague { "dot vague" } else { "dot" };
            out.void("circle", &[("class", class), ("cx", &percent(at)), ("cy", "50%"), ("r", "4.5")]);
            return;
        }
        let class = match (first, last) {
            (Some(_), Some(_)) if vague => "span vague",
            (Some(_), Some(_)) => "span",
            _ => "span open",
        };
        line(class, (first.unwrap_or(0.0), last.unwrap_or(100.0)), ("50%", "50%"), out);
    }
}

fn line(class: &str, (x1, x2): (f64, f64), (y1, y2): (&str, &str), out: &mut Markup) {
    let (x1, x2) = (percent(x1), percent(x2));
    out.void("line", &[("class", class), ("x1", &x1), ("x2", &x2), ("y1", y1), ("y2", y2)]);
}

/// `count` times a hundred, as a length.
fn hundredths(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * 100.0
}
