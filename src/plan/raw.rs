//! The tables of a file as they are written, taken out of TOML that was held against its shape. A text still stands
//! in the text of its file, and each value keeps its place there; `build` turns them into what the program uses.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::shape::mark;

/// A text and where it stands. One that had an escape in it, or was not safe to show, is a copy.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Written<'s> {
    text: Cow<'s, str>,
    start: u32,
    end: u32,
    /// Where its letters are kept, if the file is squeezed and has them as they are.
    kept: Option<u32>,
}

impl<'s> Written<'s> {
    /// A text that stands at `span`, with its quotes.
    pub(super) fn new(span: &Range<usize>, text: Cow<'s, str>, kept: Option<u32>) -> Self {
        Self { text, start: span.start as u32, end: span.end as u32, kept }
    }

    /// The text.
    pub(super) fn get_ref(&self) -> &str {
        &self.text
    }

    /// The bytes of its file, with its quotes.
    pub(super) fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// See the field.
    pub(super) fn kept(&self) -> Option<u32> {
        self.kept
    }
}

/// A whole number and where it stands.
pub(super) type Count = Spanned<u32>;

/// What a key holds.
pub(super) enum Value<'s> {
    Text(Written<'s>),
    Count(Count),
    Texts(Vec<Written<'s>>),
    Table(DeTable<'s>),
    Tables(Vec<DeTable<'s>>),
}

impl<'s> Value<'s> {
    /// The value of the parsed TOML; nothing where no key holds its kind.
    fn of(value: Spanned<DeValue<'s>>) -> Option<Self> {
        let span = value.span();
        match value.into_inner() {
            DeValue::String(text) => Some(Self::Text(Written::new(&span, text, None))),
            DeValue::Integer(number) => {
                let count = u32::from_str_radix(number.as_str(), number.radix()).ok()?;
                Some(Self::Count(Spanned::new(span, count)))
            }
            DeValue::Table(table) => Some(Self::Table(table)),
            DeValue::Array(list) => {
                let (mut texts, mut tables) = (Vec::new(), Vec::new());
                for each in list {
                    match Self::of(each) {
                        Some(Self::Text(text)) => texts.push(text),
                        Some(Self::Table(table)) => tables.push(table),
                        _ => {}
                    }
                }
                Some(if tables.is_empty() { Self::Texts(texts) } else { Self::Tables(tables) })
            }
            _ => None,
        }
    }
}

/// A table whose keys are known.
pub(super) trait Table<'s> {
    /// The place of the key with this [`mark`]; nothing where there is no such key.
    fn place(&mut self, key: u64) -> Option<&mut dyn Take<'s>>;

    /// What a table holds.
    fn of(table: DeTable<'s>) -> Self
    where
        Self: Default,
    {
        let mut taken = Self::default();
        for (key, value) in table {
            if let (Some(place), Some(value)) = (taken.place(mark(key.get_ref())), Value::of(value)) {
                place.take(value);
            }
        }
        taken
    }
}

/// The place of a key.
pub(super) trait Take<'s> {
    /// Takes its value; nothing where that is not of the kind.
    fn take(&mut self, value: Value<'s>);

    /// The table that it holds, or the last of them; `new` where one begins.
    fn inner(&mut self, _new: bool) -> Option<&mut dyn Table<'s>> {
        None
    }
}

impl<'s> Take<'s> for Option<Written<'s>> {
    fn take(&mut self, value: Value<'s>) {
        *self = if let Value::Text(text) = value { Some(text) } else { None };
    }
}

impl<'s> Take<'s> for Option<Count> {
    fn take(&mut self, value: Value<'s>) {
        *self = if let Value::Count(count) = value { Some(count) } else { None };
    }
}

impl<'s> Take<'s> for Vec<Written<'s>> {
    fn take(&mut self, value: Value<'s>) {
        *self = if let Value::Texts(texts) = value { texts } else { Self::new() };
    }
}

impl<'s, T: Table<'s> + Default> Take<'s> for Vec<T> {
    fn take(&mut self, value: Value<'s>) {
        let Value::Tables(tables) = value else { return };
        *self = tables.into_iter().map(T::of).collect();
    }

    fn inner(&mut self, new: bool) -> Option<&mut dyn Table<'s>> {
        if new {
            self.push(T::default());
        }
        self.last_mut().map(|last| last as &mut dyn Table<'s>)
    }
}

impl<'s> Take<'s> for Declared {
    fn take(&mut self, value: Value<'s>) {
        let Value::Table(table) = value else { return };
        *self = Self::of(table);
    }

    fn inner(&mut self, _new: bool) -> Option<&mut dyn Table<'s>> {
        Some(self)
    }
}

/// A table and its keys; with `: base` those that every kind of item shares too.
macro_rules! table {
    (@rest $self:ident $key:ident $base:ident) => { $self.$base.place($key) };
    (@rest $self:ident $key:ident) => { None };
    ($(#[$doc:meta])* $name:ident $(: $base:ident)? { $($field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        pub(super) struct $name<'s> {
            $(pub(super) $base: Base<'s>,)?
            $(pub(super) $field: $kind,)*
        }

        impl<'s> Table<'s> for $name<'s> {
            fn place(&mut self, key: u64) -> Option<&mut dyn Take<'s>> {
                $(if key == const { mark(stringify!($field)) } {
                    return Some(&mut self.$field);
                })*
                table!(@rest self key $($base)?)
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
#[derive(Debug, Default)]
pub(super) struct Declared {
    pub(super) parts: Option<Count>,
    pub(super) measures: Option<Count>,
    pub(super) tasks: Option<Count>,
}

impl<'s> Table<'s> for Declared {
    fn place(&mut self, key: u64) -> Option<&mut dyn Take<'s>> {
        let marks = const { [mark("parts"), mark("measures"), mark("tasks")] };
        let totals = [&mut self.parts, &mut self.measures, &mut self.tasks];
        marks
            .into_iter()
            .zip(totals)
            .find(|(mark, _)| *mark == key)
            .map(|(_, total)| total as &mut dyn Take<'s>)
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
    use std::collections::HashSet;

    use super::*;
    use crate::plan::shape::{self, Holds, Shape};

    fn holds<'s, T: Table<'s> + Default>(shape: &Shape) {
        let marks: HashSet<u64> = shape.fields.iter().map(|field| field.mark).collect();
        assert_eq!(marks.len(), shape.fields.len(), "{}", shape.name);
        for field in shape.fields {
            let mut table = T::default();
            let place = table.place(field.mark);
            assert!(place.is_some(), "{}.{}", shape.name, field.key);
            let is_table = matches!(field.holds, Holds::Table(_) | Holds::Tables(_));
            let has_inner = place.and_then(|place| place.inner(true)).is_some();
            assert_eq!(has_inner, is_table, "{}.{}", shape.name, field.key);
        }
        assert!(T::default().place(mark("else")).is_none());
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
