//! The tables of a file as they are written, taken out of TOML that was held against its shape. A text still stands
//! in the text of its file, and each value keeps its place there; `build` turns them into what the program uses.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A text and where it stands. One that had an escape in it, or was not safe to show, is a copy.
pub(super) type Written<'s> = Spanned<Cow<'s, str>>;
/// A whole number and where it stands.
pub(super) type Count = Spanned<u32>;

/// A table whose keys are known.
pub(super) trait Table<'s>: Default {
    /// Puts the value of a key in its place; false where there is no such key.
    fn put(&mut self, key: &str, value: Spanned<DeValue<'s>>) -> bool;

    /// What a table holds.
    fn of(table: DeTable<'s>) -> Self {
        let mut taken = Self::default();
        for (key, value) in table {
            taken.put(key.get_ref(), value);
        }
        taken
    }
}

/// What the value of a key becomes: nothing where it is not of the kind.
trait Take<'s>: Sized {
    fn take(value: Spanned<DeValue<'s>>) -> Option<Self>;
}

impl<'s> Take<'s> for Written<'s> {
    fn take(value: Spanned<DeValue<'s>>) -> Option<Self> {
        let span = value.span();
        if let DeValue::String(text) = value.into_inner() { Some(Spanned::new(span, text)) } else { None }
    }
}

impl<'s> Take<'s> for Count {
    fn take(value: Spanned<DeValue<'s>>) -> Option<Self> {
        let DeValue::Integer(number) = value.get_ref() else { return None };
        let count = u32::from_str_radix(number.as_str(), number.radix()).ok()?;
        Some(Spanned::new(value.span(), count))
    }
}

fn table<'s, T: Table<'s>>(value: Spanned<DeValue<'s>>) -> Option<T> {
    if let DeValue::Table(table) = value.into_inner() { Some(T::of(table)) } else { None }
}

impl<'s, T: Take<'s>> Take<'s> for Option<T> {
    fn take(value: Spanned<DeValue<'s>>) -> Option<Self> {
        Some(T::take(value))
    }
}

impl<'s, T: Take<'s>> Take<'s> for Vec<T> {
    fn take(value: Spanned<DeValue<'s>>) -> Option<Self> {
        let DeValue::Array(list) = value.into_inner() else { return None };
        // As many as there are, and no more: what becomes of them is kept.
        let mut all = Self::with_capacity(list.len());
        all.extend(list.into_iter().filter_map(T::take));
        Some(all)
    }
}

/// A table and its keys; with `: base` those that every kind of item shares too.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident $(: $base:ident)? { $($field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Default)]
        pub(super) struct $name<'s> {
            $(pub(super) $base: Base<'s>,)?
            $(pub(super) $field: $kind,)*
        }

        impl<'s> Table<'s> for $name<'s> {
            fn put(&mut self, key: &str, value: Spanned<DeValue<'s>>) -> bool {
                match key {
                    $(stringify!($field) => self.$field = Take::take(value).unwrap_or_default(),)*
                    $(_ if self.$base.put(key, value) => {})?
                    _ => return false,
                }
                true
            }
        }

        impl<'s> Take<'s> for $name<'s> {
            fn take(value: Spanned<DeValue<'s>>) -> Option<Self> {
                table(value)
            }
        }
    };
}

table! {
    /// `plan.toml`.
    Plan {
        title: Option<Written<'s>>,
        short: Option<Written<'s>>,
        short_en: Option<Written<'s>>,
        en: Option<Written<'s>>,
        order: Option<Count>,
        issuer: Option<Written<'s>>,
        issuer_en: Option<Written<'s>>,
        period: Option<Written<'s>>,
        bottom_line: Option<Written<'s>>,
        bottom_line_en: Option<Written<'s>>,
        note: Option<Written<'s>>,
        sections: Vec<Written<'s>>,
        headline: Vec<Written<'s>>,
        declared: Declared,
        source: Vec<Source<'s>>,
    }
}
table! {
    /// `[[source]]`.
    Source {
        id: Option<Written<'s>>,
        outlet: Option<Written<'s>>,
        title: Option<Written<'s>>,
        en: Option<Written<'s>>,
        date: Option<Written<'s>>,
        date_note: Option<Written<'s>>,
        page: Option<Written<'s>>,
        url: Option<Written<'s>>,
        note: Option<Written<'s>>,
    }
}
/// `[declared]`.
#[derive(Default)]
pub(super) struct Declared {
    pub(super) parts: Option<Count>,
    pub(super) measures: Option<Count>,
    pub(super) tasks: Option<Count>,
}

impl<'s> Table<'s> for Declared {
    fn put(&mut self, key: &str, value: Spanned<DeValue<'s>>) -> bool {
        let total = match key {
            "parts" => &mut self.parts,
            "measures" => &mut self.measures,
            "tasks" => &mut self.tasks,
            _ => return false,
        };
        *total = Count::take(value);
        true
    }
}

impl<'s> Take<'s> for Declared {
    fn take(value: Spanned<DeValue<'s>>) -> Option<Self> {
        table(value)
    }
}

table! {
    /// A section file.
    Section {
        title: Option<Written<'s>>,
        en: Option<Written<'s>>,
        full: Option<Written<'s>>,
        summary: Option<Written<'s>>,
        summary_en: Option<Written<'s>>,
        part: Option<Count>,
        note: Option<Written<'s>>,
        declared: Declared,
        measure: Vec<Measure<'s>>,
        number: Vec<Number<'s>>,
        event: Vec<Event<'s>>,
        voice: Vec<Voice<'s>>,
        term: Vec<Term<'s>>,
    }
}
table! {
    /// The keys every kind of item shares.
    Base {
        id: Option<Written<'s>>,
        en: Option<Written<'s>>,
        detail: Option<Written<'s>>,
        note: Option<Written<'s>>,
        tags: Vec<Written<'s>>,
        related: Vec<Written<'s>>,
        sources: Vec<Written<'s>>,
    }
}
table! {
    /// `[[measure]]`.
    Measure: base {
        no: Option<Written<'s>>,
        title: Option<Written<'s>>,
        as_of: Option<Written<'s>>,
        task: Vec<Task<'s>>,
    }
}
table! {
    /// `[[measure.task]]`.
    Task: base {
        title: Option<Written<'s>>,
    }
}
table! {
    /// `[[number]]`.
    Number: base {
        label: Option<Written<'s>>,
        figure: Option<Written<'s>>,
        counts: Option<Written<'s>>,
        kind: Option<Written<'s>>,
        as_of: Option<Written<'s>>,
        series: Option<Written<'s>>,
        series_at: Option<Written<'s>>,
    }
}
table! {
    /// `[[event]]`.
    Event: base {
        date: Option<Written<'s>>,
        date_note: Option<Written<'s>>,
        title: Option<Written<'s>>,
        place: Option<Written<'s>>,
    }
}
table! {
    /// `[[voice]]`.
    Voice: base {
        who: Option<Written<'s>>,
        role: Option<Written<'s>>,
        role_en: Option<Written<'s>>,
        said: Option<Written<'s>>,
        date: Option<Written<'s>>,
    }
}
table! {
    /// `[[term]]`.
    Term: base {
        name: Option<Written<'s>>,
        aka: Vec<Written<'s>>,
        kind: Option<Written<'s>>,
        explain: Option<Written<'s>>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::shape::{self, Shape};

    fn holds<'s, T: Table<'s>>(shape: &Shape) {
        for field in shape.fields {
            let value = Spanned::new(0..0, DeValue::Boolean(true));
            assert!(T::default().put(field.key, value), "{}.{}", shape.name, field.key);
        }
        assert!(!T::default().put("else", Spanned::new(0..0, DeValue::Boolean(true))));
    }

    #[test]
    fn every_key_of_a_shape_has_its_place() {
        holds::<Plan>(&shape::PLAN);
        holds::<Declared>(&shape::DECLARED);
        holds::<Source>(&shape::SOURCE);
        holds::<Section>(&shape::SECTION);
        holds::<Measure>(&shape::MEASURE);
        holds::<Task>(&shape::TASK);
        holds::<Number>(&shape::NUMBER);
        holds::<Event>(&shape::EVENT);
        holds::<Voice>(&shape::VOICE);
        holds::<Term>(&shape::TERM);
    }
}
