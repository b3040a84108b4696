//! Ids as types of their own, so that a section's id can never stand where a plan's is wanted.
//!
//! An id is lower-case ASCII: letters, digits and hyphens, beginning with a letter or digit. It is what
//! a path, a pin and a command line name, so it has to be easy to type anywhere.

use std::borrow::Borrow;
use std::fmt;

use super::text::Text;

/// True when `text` has the form of an id.
pub fn is_id(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.starts_with(allowed) && text.chars().all(|c| allowed(c) || c == '-')
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Text);

        impl $name {
            /// Takes `text` when it has the form of an id.
            pub fn new(text: &str) -> Option<Self> {
                Self::of(text.into())
            }

            /// The same without copying it.
            pub(super) fn of(text: Text) -> Option<Self> {
                is_id(&text).then_some(Self(text))
            }

            /// Whether it is this one.
            pub fn is(&self, id: &str) -> bool {
                self.0 == *id
            }

            /// The id as it is written in paths and references.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// The id of a plan: the name of its folder.
    PlanId
    /// The id of a section: the name of its file without `.toml`.
    SectionId
    /// The id of an item, unique in its section over all kinds.
    ItemId
    /// The id of a source, unique in its plan.
    SourceId
    /// The id of a series: numbers that are drawn together, across plans.
    SeriesId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_lower_case_is_an_id() {
        for good in ["a", "ce-visits", "2026-central-asia", "72h"] {
            assert!(PlanId::new(good).is_some(), "{good}");
        }
        for bad in ["", "-a", "A", "a_b", "a b", "前海", "a/b", "a.b"] {
            assert!(PlanId::new(bad).is_none(), "{bad}");
        }
    }
}
