//! What few items have: eight bytes where it is absent, and a place of its own where it is there.

use std::ops::Deref;

/// A part of the model that is mostly absent. It reads as what it holds, or as that when nothing is in it.
#[derive(Clone, Debug)]
pub struct Rare<T>(Option<Box<T>>);

/// What can be absent.
pub trait Absent: 'static {
    /// With nothing in it.
    const NOTHING: &'static Self;

    /// Whether there is nothing in it.
    fn is_nothing(&self) -> bool;
}

impl<T> Rare<T> {
    /// What it holds, to be changed; `None` where it is absent.
    pub(super) fn get_mut(&mut self) -> Option<&mut T> {
        self.0.as_deref_mut()
    }
}

impl<T: Absent> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::NOTHING)
    }
}

impl<T: Absent> From<T> for Rare<T> {
    fn from(held: T) -> Self {
        Self((!held.is_nothing()).then(|| Box::new(held)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::Text;
    use super::*;

    #[test]
    fn what_is_absent_reads_as_nothing_and_takes_no_place() {
        let (absent, there) = (Rare::from(Text::default()), Rare::from(Text::fixed("前海")));
        assert!(absent.is_empty() && absent.0.is_none());
        assert_eq!(*there, "前海");
        assert_eq!(size_of::<Rare<Text>>(), 8);
    }
}
