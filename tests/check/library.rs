//! A small sound library, and changes to it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use jianbao::plan::{CheckOptions, Problem, Reason, SourceFile, Text, check};

pub(super) const PLAN: &str = r#"title = "試行規劃"
short = "試行"
en = "A trial plan"
order = 1
issuer = "某局"
period = "2026/2027"
bottom_line = "試行一年。"
sections = ["one", "two"]
headline = ["one/firms"]

[declared]
parts = 2
measures = 3

[[source]]
id = "press"
outlet = "某報"
title = "試行開始"
date = "2026-06"
"#;

pub(super) const ONE: &str = r#"title = "第一部分"
en = "Part one"
summary = "一個措施、一個數字、一件事。"
part = 1

[declared]
measures = 1

[[measure]]
id = "try"
title = "試行"
en = "Try it"
sources = ["press"]

[[measure.task]]
id = "start"
title = "開始"
en = "Start"

[[number]]
id = "firms"
label = "參與企業"
en = "Firms taking part"
figure = "約40個"
kind = "actual"
as_of = "2026-06"
series = "firms"
sources = ["press"]

[[event]]
id = "opening"
date = "2026-06-01"
title = "開始試行"
en = "The trial begins"
sources = ["press"]
"#;

pub(super) const TWO: &str = r#"title = "第二部分"
en = "Part two"
summary = "另一個數字。"
part = 2

[declared]
measures = 2

[[number]]
id = "firms-2"
label = "增加企業"
en = "More firms"
figure = "20個以上"
kind = "plan"
as_of = "2026-06"
series = "firms"
related = ["one/firms"]
sources = ["press"]
"#;

/// One change to the library.
pub(super) enum Change {
    /// In this file, this text becomes that.
    Replace(&'static str, &'static str, &'static str),
    /// A file more.
    Add(&'static str, &'static str),
    /// No plan file.
    NoPlan,
    /// The file can't be read.
    Break(&'static str, Reason),
}

/// The problems of the library after `change`.
pub(super) fn problems_after(change: &Change) -> Vec<Problem> {
    let mut files: BTreeMap<String, Result<String, Reason>> = [("plan", PLAN), ("one", ONE), ("two", TWO)]
        .into_iter()
        .map(|(name, text)| (format!("trial/{name}.toml"), Ok(text.to_owned())))
        .collect();
    match change {
        Change::Replace(name, from, to) => {
            let file = files.get_mut(&format!("trial/{name}.toml")).unwrap();
            let text = file.clone().unwrap();
            assert!(text.contains(from), "{name} has no {from}");
            *file = Ok(text.replacen(from, to, 1));
        }
        Change::Add(name, text) => {
            files.insert(format!("trial/{name}.toml"), Ok((*text).to_owned()));
        }
        Change::NoPlan => {
            files.remove("trial/plan.toml");
        }
        Change::Break(name, reason) => {
            files.insert(format!("trial/{name}.toml"), Err(reason.clone()));
        }
    }
    check(&sources(files), &options())
}

fn sources(files: BTreeMap<String, Result<String, Reason>>) -> Vec<SourceFile> {
    files.into_iter().map(|(path, text)| SourceFile { path, text: text.map(Text::from) }).collect()
}

/// On a day of 2026, with numbers stale after 18 months.
pub(super) fn options() -> CheckOptions {
    CheckOptions { today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(), stale_months: Some(18) }
}
