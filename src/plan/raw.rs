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
    /// Puts the value of the key with this [`mark`] in its place; false where there is no such key.
    fn put(&mut self, key: u64, value: Value<'s>) -> bool;

    /// The table that a key holds, or the last of them; `new` where one begins.
    fn inner(&mut self, key: &str, new: bool) -> Option<&mut dyn Table<'s>>;

    /// What a table holds.
    fn of(table: DeTable<'s>) -> Self
    where
        Self: Default,
    {
        let mut taken = Self::default();
        for (key, value) in table {
            if let Some(value) = Value::of(value) {
                taken.put(mark(key.get_ref()), value);
            }
        }
        taken
    }
}

/// What the value of a key becomes.
trait Take<'s>: Default {
    /// Nothing where the value is not of the kind.
    fn take(value: Value<'s>) -> Self;

    /// See [`Table::inner`].
    fn inner(&mut self, _: bool) -> Option<&mut dyn Table<'s>> {
        None
    }
}

impl<'s> Take<'s> for Option<Written<'s>> {
    fn take(value: Value<'s>) -> Self {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
}

impl<'s> Take<'s> for Option<Count> {
    fn take(value: Value<'s>) -> Self {
        if let Value::Count(count) = value { Some(count) } else { None }
    }
}

impl<'s> Take<'s> for Vec<Written<'s>> {
    fn take(value: Value<'s>) -> Self {
        if let Value::Texts(texts) = value { texts } else { Self::new() }
    }
}

impl<'s, T: Table<'s> + Default> Take<'s> for Vec<T> {
    fn take(value: Value<'s>) -> Self {
        if let Value::Tables(tables) = value { tables.into_iter().map(T::of).collect() } else { Self::new() }
    }

    fn inner(&mut self, new: bool) -> Option<&mut dyn Table<'s>> {
        if new {
            self.push(T::default());
        }
        self.last_mut().map(|last| last as &mut dyn Table<'s>)
    }
}

impl<'s> Take<'s> for Declared {
    fn take(value: Value<'s>) -> Self {
        if let Value::Table(table) = value { Self::of(table) } else { Self::default() }
    }

    fn inner(&mut self, _: bool) -> Option<&mut dyn Table<'s>> {
        Some(self)
    }
}

/// A table and its keys; with `: base` those that every kind of item shares too.
macro_rules! table {
    (@rest $self:ident $key:ident $value:ident $base:ident) => { $self.$base.put($key, $value) };
    (@rest $self:ident $key:ident $value:ident) => { false };
    ($(#[$doc:meta])* $name:ident $(: $base:ident)? { $($field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        pub(super) struct $name<'s> {
            $(pub(super) $base: Base<'s>,)?
            $(pub(super) $field: $kind,)*
        }

        impl<'s> Table<'s> for $name<'s> {
            fn put(&mut self, key: u64, value: Value<'s>) -> bool {
                $(if key == const { mark(stringify!($field)) } {
                    self.$field = Take::take(value);
                    return true;
                })*
                table!(@rest self key value $($base)?)
            }

            fn inner(&mut self, key: &str, new: bool) -> Option<&mut dyn Table<'s>> {
                match key {
                    $(stringify!($field) => Take::inner(&mut self.$field, new),)*
                    _ => None,
                }
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
    fn put(&mut self, key: u64, value: Value<'s>) -> bool {
        let marks = const { [mark("parts"), mark("measures"), mark("tasks")] };
        let totals = [&mut self.parts, &mut self.measures, &mut self.tasks];
        let Some((_, total)) = marks.into_iter().zip(totals).find(|(mark, _)| *mark == key) else {
            return false;
        };
        *total = Take::take(value);
        true
    }

    fn inner(&mut self, _: &str, _: bool) -> Option<&mut dyn Table<'s>> {
        None
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
            let (is_there, is_table) = (T::default().put(field.mark, Value::Texts(Vec::new())), field.holds);
            assert!(is_there, "{}.{}", shape.name, field.key);
            let is_table = matches!(is_table, Holds::Table(_) | Holds::Tables(_));
            assert_eq!(
                T::default().inner(field.key, true).is_some(),
                is_table,
                "{}.{}",
                shape.name,
                field.key
            );
        }
        assert!(!T::default().put(mark("else"), Value::Texts(Vec::new())));
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
