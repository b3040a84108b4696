//! What a pack has of each part of the model, in which order. Figures and dates are read again from their texts, which
//! takes little and keeps what they say in one place.

use super::stream::Reader;
#[cfg(test)]
use super::stream::Writer;
use crate::plan::cited::Cited;
use crate::plan::date::Date;
use crate::plan::figure::{Figure, Units};
use crate::plan::id::{ItemId, PlanId, SectionId, SeriesId, SourceId};
use crate::plan::item::Listed;
use crate::plan::model::{
    Base, Declared, Event, InSeries, Link, Measure, More, Number, NumberKind, Plan, Section, Slot, Source,
    Task, Term, TermKind, Voice,
};
use crate::plan::rare::{Absent, Rare};
use crate::plan::text::Text;

/// A part of the model that a pack can hold.
pub(super) trait Packed: Sized {
    fn read(from: &mut Reader<'_>) -> Option<Self>;

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>);
}

/// Types by their fields; with a word before them those that have a file of their own.
macro_rules! fields {
    ($($name:ident $($enter:ident)? { $($field:ident)* })*) => {$(
        impl Packed for $name {
            fn read(from: &mut Reader<'_>) -> Option<Self> {
                $(from.$enter()?;)?
                Some(Self { $($field: Packed::read(from)?,)* })
            }

            #[cfg(test)]
            fn write(&self, to: &mut Writer<'_>) {
                $(to.$enter(self.id.as_str());)?
                $(self.$field.write(to);)*
            }
        }
    )*};
}

/// Types that are one of several words, by their number.
macro_rules! words {
    ($($name:ident { $($word:ident)* })*) => {$(
        impl Packed for $name {
            fn read(from: &mut Reader<'_>) -> Option<Self> {
                [$(Self::$word),*].get(from.number()? as usize).copied()
            }

            #[cfg(test)]
            fn write(&self, to: &mut Writer<'_>) {
                to.number([$(Self::$word),*].iter().position(|word| word == self).unwrap() as u32);
            }
        }
    )*};
}

/// Types that a text says all of.
macro_rules! texts {
    ($($name:ident: $read:expr, $write:expr;)*) => {$(
        impl Packed for $name {
            fn read(from: &mut Reader<'_>) -> Option<Self> {
                $read(from.text()?)
            }

            #[cfg(test)]
            fn write(&self, to: &mut Writer<'_>) {
                to.text($write(self));
            }
        }
    )*};
}

// The sections come last but for what has no texts, for they are in files of their own.
fields! {
    Plan plan {
        id title short short_en en order issuer issuer_en period bottom_line bottom_line_en note declared listed
        sources sections headline
    }
    Section section {
        id title en full summary summary_en part note declared measures numbers events voices terms
    }
    Declared { parts measures tasks }
    Listed { parts measures tasks numbers }
    Source { id outlet title en date date_note page url note }
    Base { id en detail tags sources more }
    More { note related }
    Measure { base no title as_of tasks }
    Task { base title }
    Number { base label figure counts kind as_of in_series }
    InSeries { id at }
    Event { base date date_note title at }
    Voice { base who role role_en said date }
    Term { base name aka kind explain }
}

words! {
    NumberKind { Actual Target Plan Limit }
    TermKind { Person Organisation Place Document Programme Concept Technology }
}

texts! {
    PlanId: Self::of, Self::as_str;
    SectionId: Self::of, Self::as_str;
    ItemId: Self::of, Self::as_str;
    SourceId: Self::of, Self::as_str;
    SeriesId: Self::of, Self::as_str;
    Date: |text: Text| Self::of(&text).ok(), Self::written;
    Figure: |text: Text| Self::of(&text, &Units::default()).ok(), Self::written;
}

impl Packed for Text {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.text()
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        to.text(self);
    }
}

impl Packed for u32 {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.number()
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        to.number(*self);
    }
}

impl Packed for usize {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.number().map(|number| number as Self)
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        to.number(*self as u32);
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        self.0.write(to);
        self.1.write(to);
    }
}

impl<T: Packed> Packed for Option<T> {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        match from.number()? {
            0 => Some(None),
            _ => T::read(from).map(Some),
        }
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        to.number(u32::from(self.is_some()));
        self.iter().for_each(|it| it.write(to));
    }
}

impl<T: Packed> Packed for Box<T> {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        T::read(from).map(Self::new)
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        (**self).write(to);
    }
}

impl<T: Packed + Absent> Packed for Rare<T> {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        T::read(from).map(Self::from)
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        (**self).write(to);
    }
}

impl<T: Packed> Packed for Box<[T]> {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Vec::read(from).map(Vec::into_boxed_slice)
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        to.number(self.len() as u32);
        self.iter().for_each(|it| it.write(to));
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let count = from.number()? as usize;
        let mut all = Self::with_capacity(count.min(from.left()));
        for _ in 0..count {
            all.push(T::read(from)?);
        }
        Some(all)
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        to.number(self.len() as u32);
        self.iter().for_each(|it| it.write(to));
    }
}

impl Packed for Cited {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let count = from.number()?;
        (0..count).map(|_| from.number()).collect()
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        to.number(self.len() as u32);
        self.iter().for_each(|it| to.number(*it));
    }
}

impl Packed for Link {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        match from.number()? {
            0 => from.text().map(Self::There),
            section => Some(Self::Here(section as usize - 1, Packed::read(from)?)),
        }
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        match self {
            Self::There(path) => {
                to.number(0);
                to.text(path);
            }
            Self::Here(section, slot) => (section + 1, *slot).write(to),
        }
    }
}

impl Packed for Slot {
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (kind, at) = <(u32, usize)>::read(from)?;
        Some(match kind {
            0 => Self::Measure(at),
            1 => Self::Task(at, Packed::read(from)?),
            2 => Self::Number(at),
            3 => Self::Event(at),
            4 => Self::Voice(at),
            5 => Self::Term(at),
            _ => return None,
        })
    }

    #[cfg(test)]
    fn write(&self, to: &mut Writer<'_>) {
        let (kind, at) = match *self {
            Self::Measure(at) => (0_u32, at),
            Self::Task(at, _) => (1, at),
            Self::Number(at) => (2, at),
            Self::Event(at) => (3, at),
            Self::Voice(at) => (4, at),
            Self::Term(at) => (5, at),
        };
        (kind, at).write(to);
        if let Self::Task(_, task) = self {
            task.write(to);
        }
    }
}
