//! The texts of an item that can be searched, by name, and where in a library each is to be had.

use crate::plan::{Item, ItemRef, Library, Plan};

/// Which text of an item, its section or its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Its title, label, speaker or name: [`Item::heading`].
    Heading,
    /// The number of a measure.
    No,
    /// The nth other form of a term's name.
    Aka(u8),
    /// A number's figure as written.
    Figure,
    /// The line of English.
    En,
    /// A speaker's office.
    Role,
    /// The same in English.
    RoleEn,
    /// What a number counts.
    Counts,
    /// What was said.
    Said,
    /// What a term is.
    Explain,
    /// The whole of it.
    Detail,
    /// Caveats.
    Note,
    /// Where an event is.
    At,
    /// The nth tag.
    Tag(u8),
    /// The title of its section, short.
    Section,
    /// The title of its section, long.
    SectionFull,
    /// The English title of its section.
    SectionEn,
    /// The title of its plan, short.
    Plan,
    /// The title of its plan, long.
    PlanFull,
    /// The English title of its plan.
    PlanEn,
}

impl Field {
    /// The text in the library, empty where the item has none; `None` where the library has no such item.
    pub fn text(self, library: &Library, at: ItemRef) -> Option<&str> {
        self.in_plan(library.plans.get(at.plan)?, at)
    }

    /// The same of an item of this plan.
    pub(super) fn in_plan(self, plan: &Plan, at: ItemRef) -> Option<&str> {
        let section = plan.sections.get(at.section)?;
        Some(match self {
            Self::Section => &section.title,
            Self::SectionFull => &section.full,
            Self::SectionEn => &section.en,
            Self::Plan => &plan.short,
            Self::PlanFull => &plan.title,
            Self::PlanEn => &plan.en,
            _ => self.of(section.item(at.slot)?).unwrap_or(""),
        })
    }

    fn of(self, item: Item<'_>) -> Option<&str> {
        Some(match (self, item) {
            (Self::Heading, item) => item.heading(),
            (Self::En, item) => &item.base().en,
            (Self::Detail, item) => &item.base().detail,
            (Self::Note, item) => &item.base().more.note,
            (Self::Tag(n), item) => item.base().tags.get(usize::from(n))?,
            (Self::No, Item::Measure(measure)) => &measure.no,
            (Self::Figure, Item::Number(number)) => number.figure.written(),
            (Self::Counts, Item::Number(number)) => &number.counts,
            (Self::At, Item::Event(event)) => &event.at,
            (Self::Role, Item::Voice(voice)) => &voice.role,
            (Self::RoleEn, Item::Voice(voice)) => &voice.role_en,
            (Self::Said, Item::Voice(voice)) => &voice.said,
            (Self::Aka(n), Item::Term(term)) => term.aka.get(usize::from(n))?,
            (Self::Explain, Item::Term(term)) => &term.explain,
            _ => return None,
        })
    }

    /// Whether an item goes by this text: what is found here counts for more than what is found in the rest.
    pub(super) fn is_label(self) -> bool {
        matches!(self, Self::Heading | Self::No | Self::Aka(_) | Self::Figure)
    }

    /// Whether the text is in English, and found by the beginnings of its words only.
    pub(super) fn is_english(self) -> bool {
        matches!(self, Self::En | Self::RoleEn | Self::SectionEn | Self::PlanEn)
    }
}
