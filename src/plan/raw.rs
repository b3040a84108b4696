//! The files as they are written: serde types that keep the place of every value. Nothing here is
//! checked but its type; `build` turns it into what the program uses.

use serde::Deserialize;
use toml::Spanned;

/// A text and where it stands.
pub(super) type Text = Spanned<String>;
/// A whole number and where it stands.
pub(super) type Count = Spanned<i64>;

/// `plan.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub(super) title: Option<Text>,
    pub(super) short: Option<Text>,
    pub(super) short_en: Option<Text>,
    pub(super) en: Option<Text>,
    pub(super) order: Option<Count>,
    pub(super) issuer: Option<Text>,
    pub(super) issuer_en: Option<Text>,
    pub(super) period: Option<Text>,
    pub(super) bottom_line: Option<Text>,
    pub(super) bottom_line_en: Option<Text>,
    pub(super) note: Option<Text>,
    #[serde(default)]
    pub(super) sections: Vec<Text>,
    #[serde(default)]
    pub(super) headline: Vec<Text>,
    pub(super) declared: Option<Declared>,
    #[serde(default)]
    pub(super) source: Vec<Spanned<Source>>,
}

/// `[declared]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Declared {
    pub(super) parts: Option<Count>,
    pub(super) measures: Option<Count>,
    pub(super) tasks: Option<Count>,
}

/// `[[source]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) id: Option<Text>,
    pub(super) outlet: Option<Text>,
    pub(super) title: Option<Text>,
    pub(super) en: Option<Text>,
    pub(super) date: Option<Text>,
    pub(super) date_note: Option<Text>,
    pub(super) page: Option<Text>,
    pub(super) url: Option<Text>,
    pub(super) note: Option<Text>,
}

/// A section file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    pub(super) title: Option<Text>,
    pub(super) en: Option<Text>,
    pub(super) full: Option<Text>,
    pub(super) summary: Option<Text>,
    pub(super) summary_en: Option<Text>,
    pub(super) part: Option<Count>,
    pub(super) note: Option<Text>,
    pub(super) declared: Option<Declared>,
    #[serde(default)]
    pub(super) measure: Vec<Spanned<Measure>>,
    #[serde(default)]
    pub(super) number: Vec<Spanned<Number>>,
    #[serde(default)]
    pub(super) event: Vec<Spanned<Event>>,
    #[serde(default)]
    pub(super) voice: Vec<Spanned<Voice>>,
    #[serde(default)]
    pub(super) term: Vec<Spanned<Term>>,
}

/// An item table: the keys every kind of item shares, and its own.
macro_rules! item {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            pub(super) id: Option<Text>,
            pub(super) en: Option<Text>,
            pub(super) detail: Option<Text>,
            pub(super) note: Option<Text>,
            #[serde(default)]
            pub(super) tags: Vec<Text>,
            #[serde(default)]
            pub(super) related: Vec<Text>,
            #[serde(default)]
            pub(super) sources: Vec<Text>,
            $(#[serde(default)] pub(super) $field: $kind,)*
        }

        impl $name {
            /// The shared keys, taken out.
            pub(super) fn base(&mut self) -> Base {
                Base {
                    id: self.id.take(),
                    en: self.en.take(),
                    detail: self.detail.take(),
                    note: self.note.take(),
                    tags: std::mem::take(&mut self.tags),
                    related: std::mem::take(&mut self.related),
                    sources: std::mem::take(&mut self.sources),
                }
            }
        }
    };
}

/// The keys every kind of item shares.
pub(super) struct Base {
    pub(super) id: Option<Text>,
    pub(super) en: Option<Text>,
    pub(super) detail: Option<Text>,
    pub(super) note: Option<Text>,
    pub(super) tags: Vec<Text>,
    pub(super) related: Vec<Text>,
    pub(super) sources: Vec<Text>,
}

item! {
    /// `[[measure]]`.
    Measure { no: Option<Text>, title: Option<Text>, as_of: Option<Text>, task: Vec<Spanned<Task>>, }
}
item! {
    /// `[[measure.task]]`.
    Task { title: Option<Text>, }
}
item! {
    /// `[[number]]`.
    Number {
        label: Option<Text>,
        figure: Option<Text>,
        counts: Option<Text>,
        kind: Option<Text>,
        as_of: Option<Text>,
        series: Option<Text>,
        series_at: Option<Text>,
    }
}
item! {
    /// `[[event]]`.
    Event { date: Option<Text>, date_note: Option<Text>, title: Option<Text>, place: Option<Text>, }
}
item! {
    /// `[[voice]]`.
    Voice {
        who: Option<Text>,
        role: Option<Text>,
        role_en: Option<Text>,
        said: Option<Text>,
        date: Option<Text>,
    }
}
item! {
    /// `[[term]]`.
    Term { name: Option<Text>, aka: Vec<Text>, kind: Option<Text>, explain: Option<Text>, }
}
