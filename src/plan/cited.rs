//! The sources that one item names: nearly always one, which takes no room of its own.

use std::ops::Deref;

/// Indexes into the sources of a plan, in the order the item names them.
#[derive(Clone, Debug)]
pub struct Cited(Few);

#[derive(Clone, Debug)]
enum Few {
    One(u32),
    Many(Box<[u32]>),
}

impl Default for Cited {
    fn default() -> Self {
        Self(Few::Many(Box::default()))
    }
}

impl Deref for Cited {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        match &self.0 {
            Few::One(one) => std::slice::from_ref(one),
            Few::Many(many) => many,
        }
    }
}

impl FromIterator<u32> for Cited {
    fn from_iter<I: IntoIterator<Item = u32>>(sources: I) -> Self {
        let mut sources = sources.into_iter();
        let Some(first) = sources.next() else { return Self::default() };
        match sources.next() {
            None => Self(Few::One(first)),
            Some(second) => Self(Few::Many([first, second].into_iter().chain(sources).collect())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_as_were_put_in_come_out_in_their_order() {
        for count in 0..4 {
            let all: Vec<u32> = (0..count).map(|at| 7 - at).collect();
            assert_eq!(*all.iter().copied().collect::<Cited>(), *all);
        }
        assert_eq!(size_of::<Cited>(), 16);
    }
}
