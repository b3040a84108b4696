//! Every English word of an index once, to tell which words are near to what was typed.

use super::key::Narrow;
use std::collections::HashSet;

/// Words in alphabetical order, one after another.
#[derive(Debug, Default)]
pub(super) struct Words {
    letters: Vec<u8>,
    /// Where each begins; one more at the end.
    starts: Vec<u32>,
}

impl Words {
    /// The words of a key.
    pub(super) fn of(key: &Narrow) -> Self {
        Self::gathered(key.words())
    }

    /// The words of several lists.
    pub(super) fn merged(lists: &[Self]) -> Self {
        Self::gathered(lists.iter().flat_map(Self::all))
    }

    fn gathered<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut words: Vec<&[u8]> = words.collect::<HashSet<_>>().into_iter().collect();
        words.sort_unstable();
        let mut gathered = Self { letters: Vec::new(), starts: vec![0] };
        for word in words {
            gathered.letters.extend_from_slice(word);
            gathered.starts.push(gathered.letters.len() as u32);
        }
        gathered
    }

    fn all(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|n| self.get(n))
    }

    fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn get(&self, n: usize) -> &[u8] {
        match (self.starts.get(n), self.starts.get(n + 1)) {
            (Some(from), Some(to)) => self.letters.get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The first word that does not come before these letters; empty where there is none.
    fn from(&self, letters: &[u8]) -> &[u8] {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.get(middle) < letters { low = middle + 1 } else { high = middle }
        }
        self.get(low)
    }

    /// Whether a word begins so.
    pub(super) fn any_begins(&self, letters: &[u8]) -> bool {
        self.from(letters).starts_with(letters)
    }

    /// Whether it is a word.
    pub(super) fn has(&self, letters: &[u8]) -> bool {
        self.from(letters) == letters
    }

    /// Bytes of memory.
    pub(super) fn memory(&self) -> usize {
        self.letters.len() + 4 * self.starts.len()
    }
}
