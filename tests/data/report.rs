//! What is said of a library, as `expected.txt` has it: every problem with place, severity, words and
//! the marked line, then what is loaded.

use jianbao::lang::Lang;
use jianbao::plan::{Item, ItemRef, Library, Problem, Reason, Severity};

/// Every kind of problem there is.
pub(super) const KINDS: &[&str] = &[
    "NoPlans",
    "NoPlanFile",
    "NotAFile",
    "Unreadable",
    "TooLarge",
    "LibraryTooLarge",
    "TooManyFiles",
    "Outside",
    "TooIntricate",
    "MoreProblems",
    "NotUtf8",
    "Syntax",
    "UnknownKey",
    "WrongType",
    "Missing",
    "Empty",
    "UnknownWord",
    "BadId",
    "RepeatedId",
    "Figure",
    "Date",
    "Dangling",
    "MoreListed",
    "Unlisted",
    "SeriesUnit",
    "Unsafe",
];

/// The name of a kind of problem. A new kind does not compile until it is named here and in [`KINDS`].
pub(super) fn kind(reason: &Reason) -> &'static str {
    match reason {
        Reason::NoPlans => "NoPlans",
        Reason::NoPlanFile => "NoPlanFile",
        Reason::NotAFile => "NotAFile",
        Reason::Unreadable(_) => "Unreadable",
        Reason::TooLarge(_) => "TooLarge",
        Reason::LibraryTooLarge(_) => "LibraryTooLarge",
        Reason::TooManyFiles { .. } => "TooManyFiles",
        Reason::Outside => "Outside",
        Reason::TooIntricate(_) => "TooIntricate",
        Reason::MoreProblems(_) => "MoreProblems",
        Reason::NotUtf8 { .. } => "NotUtf8",
        Reason::Syntax(_) => "Syntax",
        Reason::UnknownKey { .. } => "UnknownKey",
        Reason::WrongType { .. } => "WrongType",
        Reason::Missing { .. } => "Missing",
        Reason::Empty(_) => "Empty",
        Reason::UnknownWord { .. } => "UnknownWord",
        Reason::BadId(_) => "BadId",
        Reason::RepeatedId { .. } => "RepeatedId",
        Reason::Figure(..) => "Figure",
        Reason::Date(..) => "Date",
        Reason::Dangling { .. } => "Dangling",
        Reason::MoreListed { .. } => "MoreListed",
        Reason::Unlisted(_) => "Unlisted",
        Reason::SeriesUnit { .. } => "SeriesUnit",
        Reason::Unsafe { .. } => "Unsafe",
        // Those of `check`, which loading does not find.
        Reason::UnusedSource(_)
        | Reason::Undeclared(_)
        | Reason::Simplified(_)
        | Reason::Width { .. }
        | Reason::NotNfc { .. }
        | Reason::TooLong { .. }
        | Reason::OutsidePeriod { .. }
        | Reason::Stale { .. } => "of check",
    }
}

/// Every problem of `library`, then what of it is loaded.
pub(super) fn report(library: &Library, lang: Lang) -> String {
    let mut lines: Vec<String> = library.problems.iter().flat_map(|each| problem(each, lang)).collect();
    lines.push(format!("loaded: {} plans, {} items", library.plans.len(), library.items().count()));
    lines.extend(loaded(library));
    lines.join("\n") + "\n"
}

fn problem(problem: &Problem, lang: Lang) -> Vec<String> {
    let severity = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut lines = vec![format!("{} {severity}: {}", problem.address(), problem.reason.words(lang))];
    if let Some(excerpt) = &problem.excerpt {
        lines.push(format!("  | {}", excerpt.line).trim_end().to_owned());
        lines.push(format!("  | {}{}", " ".repeat(excerpt.from), "^".repeat(excerpt.columns)));
    }
    lines
}

/// A line for each plan and section: `p: sources src; headline s/n`, `p/s: m m-1 n`.
fn loaded(library: &Library) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, plan) in library.plans.iter().enumerate() {
        let sources: Vec<_> = plan.sources.iter().map(|source| source.id.as_str()).collect();
        let headline: Vec<_> = library.headline(at).filter_map(|item| library.path(item)).collect();
        let words = format!("  {}: sources {}; headline {}", plan.id, joined(&sources), joined(&headline));
        lines.push(words);
        for (nth, section) in plan.sections.iter().enumerate() {
            let here = library.items().filter(|(item, _)| (item.plan, item.section) == (at, nth));
            let items: Vec<String> = here.map(|(at, item)| described(library, at, item)).collect();
            lines.push(format!("  {}/{}: {}", plan.id, section.id, joined(&items)));
        }
    }
    lines
}

/// An item by its id, and what it points to where that is not the one source of all.
fn described(library: &Library, at: ItemRef, item: Item<'_>) -> String {
    let base = item.base();
    let mut words = base.id.to_string();
    if item.sources().is_empty() {
        words.push_str("(no source)");
    }
    let related = library.related(at).count();
    if related > 0 {
        words += &format!("(related {related})");
    }
    words
}

fn joined<T: AsRef<str>>(all: &[T]) -> String {
    if all.is_empty() {
        return "-".to_owned();
    }
    all.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" ")
}
