//! Rules on the files of one plan together: sources that nobody cites, totals that should be declared,
//! events outside the period, numbers gone stale.

use std::collections::HashSet;
use std::ops::Range;

use chrono::{Months, NaiveDate};

use super::run::{CheckOptions, Sheet};
use super::walk::{Row, Text};
use crate::plan::{Date, Reason};

/// Runs them over the files of one plan.
pub(super) fn agree(sheets: &mut [Sheet<'_>], options: &CheckOptions) {
    // With a file that can't be read, nothing can be said about what no file has.
    if sheets.iter().all(|sheet| sheet.rows.is_some()) {
        unused_sources(sheets);
        undeclared(sheets);
    }
    let period = sheets.iter().find(|sheet| sheet.name == "plan").and_then(|plan| {
        let row = plan.rows.as_ref()?.first()?;
        Date::parse(&row.text("period")?.text).ok()
    });
    for sheet in sheets {
        if let Some(period) = &period {
            each(sheet, |row| outside(row, period));
        }
        if let Some(months) = options.stale_months {
            each(sheet, |row| stale(row, options.today, months));
        }
    }
}

/// Notes what `rule` finds in each table of the file.
fn each(sheet: &mut Sheet<'_>, rule: impl Fn(&Row) -> Option<(Range<usize>, Reason)>) {
    for (span, reason) in sheet.rows.iter().flatten().filter_map(rule) {
        sheet.file.wrong(&span, reason);
    }
}

fn unused_sources(sheets: &mut [Sheet<'_>]) {
    let rows = sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten());
    let cited = rows.filter_map(|row| row.value("sources")).flat_map(|value| &value.texts);
    let cited: HashSet<String> = cited.map(|text| text.text.clone()).collect();
    let unused = |row: &Row| {
        let id = row.text("id").filter(|id| row.shape.name == "source" && !cited.contains(&id.text))?;
        Some((id.span.clone(), Reason::UnusedSource(id.text.clone())))
    };
    for sheet in sheets.iter_mut().filter(|sheet| sheet.name == "plan") {
        each(sheet, unused);
    }
}

/// A section that is a declared part of the plan makes two promises: that the plan says how many parts it
/// has, and that the parts are counted alike.
fn undeclared(sheets: &mut [Sheet<'_>]) {
    let has = |sheet: &Sheet<'_>, table: &str, key: &str| {
        sheet.rows.iter().flatten().any(|row| row.shape.name == table && row.value(key).is_some())
    };
    let parts_declared = sheets.iter().any(|sheet| sheet.name == "plan" && has(sheet, "declared", "parts"));
    let is_part = |sheet: &Sheet<'_>| sheet.name != "plan" && has(sheet, "section", "part");
    let counted = |sheet: &Sheet<'_>| has(sheet, "declared", "measures");
    let some_counted = sheets.iter().any(|sheet| is_part(sheet) && counted(sheet));
    for sheet in sheets.iter_mut().filter(|sheet| is_part(sheet)) {
        let Some(part) = sheet.rows.iter().flatten().find_map(|row| row.text("part")) else { continue };
        let span = part.span.clone();
        if !parts_declared {
            sheet.file.wrong(&span, Reason::Undeclared("parts"));
        }
        if some_counted && !counted(sheet) && has(sheet, "measure", "id") {
            sheet.file.wrong(&span, Reason::Undeclared("measures"));
        }
    }
}

/// An event that lies wholly before or after the period.
fn outside(row: &Row, period: &Date) -> Option<(Range<usize>, Reason)> {
    let (written, date) = date_of(row, "event", "date")?;
    let before = date.latest().zip(period.earliest()).is_some_and(|(end, begin)| end < begin);
    let after = period.latest().zip(date.earliest()).is_some_and(|(end, begin)| begin > end);
    let reason = Reason::OutsidePeriod { date: written.text.clone(), period: period.written().to_owned() };
    (before || after).then(|| (written.span.clone(), reason))
}

/// A number that stood too long ago.
fn stale(row: &Row, today: NaiveDate, months: u32) -> Option<(Range<usize>, Reason)> {
    let (written, date) = date_of(row, "number", "as_of")?;
    let until = date.latest()?.checked_add_months(Months::new(months))?;
    let reason = Reason::Stale { date: written.text.clone(), months };
    (until < today).then(|| (written.span.clone(), reason))
}

fn date_of<'r>(row: &'r Row, table: &str, key: &str) -> Option<(&'r Text, Date)> {
    let written = row.text(key).filter(|_| row.shape.name == table)?;
    Some((written, Date::parse(&written.text).ok()?))
}
