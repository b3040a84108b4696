//! Many short lists one after another in one, with where each begins.

/// Lists by number.
#[derive(Debug, Default)]
pub(super) struct Buckets<T> {
    /// One more at the end.
    begins: Vec<u32>,
    things: Vec<T>,
}

impl<T: Copy + Default> Buckets<T> {
    /// So many lists of things, each with the number of its list; within a list they stay in their order. They are gone
    /// through twice.
    pub(super) fn of<I: Iterator<Item = (usize, T)>>(lists: usize, things: impl Fn() -> I) -> Self {
        let mut begins = vec![0_u32; lists + 1];
        for (list, _) in things() {
            begins.get_mut(list + 1).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let (mut ends, mut sorted) = (begins.clone(), vec![T::default(); sum as usize]);
        for (list, thing) in things() {
            let Some(end) = ends.get_mut(list) else { continue };
            sorted.get_mut(*end as usize).into_iter().for_each(|place| *place = thing);
            *end += 1;
        }
        Self { begins, things: sorted }
    }

    /// The things of a list.
    pub(super) fn list(&self, nth: usize) -> &[T] {
        match self.begins.get(nth..).unwrap_or(&[]) {
            [from, to, ..] => self.things.get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// Bytes of memory.
    pub(super) fn size(&self) -> usize {
        size_of::<u32>() * self.begins.len() + size_of::<T>() * self.things.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_has_its_own_in_their_order() {
        let things = [(2, 'a'), (0, 'b'), (2, 'c'), (3, 'd')];
        let buckets = Buckets::of(4, || things.into_iter());
        let lists: Vec<&[char]> = (0..5).map(|nth| buckets.list(nth)).collect();
        assert_eq!(lists, [&['b'] as &[_], &[], &['a', 'c'], &['d'], &[]]);
        assert!(Buckets::<u8>::default().list(0).is_empty());
    }
}
