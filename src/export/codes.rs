//! The words that stand for kinds and qualifiers in JSON and CSV: fixed, English, the same in every language of the
//! interface, so that a program can rely on them.

use crate::plan::figure::Qualifier;
use crate::plan::{NumberKind, TermKind};

pub(super) fn number_kind(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Actual => "actual",
        NumberKind::Target => "target",
        NumberKind::Plan => "plan",
        NumberKind::Limit => "limit",
    }
}

pub(super) fn term_kind(kind: TermKind) -> &'static str {
    match kind {
        TermKind::Person => "person",
        TermKind::Organisation => "organisation",
        TermKind::Place => "place",
        TermKind::Document => "document",
        TermKind::Programme => "programme",
        TermKind::Concept => "concept",
        TermKind::Technology => "technology",
    }
}

pub(super) fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::About => "about",
        Qualifier::Nearly => "nearly",
        Qualifier::Over => "over",
        Qualifier::AtLeast => "at-least",
        Qualifier::Under => "under",
        Qualifier::AtMost => "at-most",
        Qualifier::UpTo => "up-to",
    }
}
