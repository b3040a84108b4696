//! Every English word of an index once, to tell which words are near to what was typed.

use super::narrow::Narrow;

/// Words in alphabetical order, one after another, each with a capital.
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
    pub(super) fn merged<'a>(lists: impl Iterator<Item = &'a Self>) -> Self {
        Self::gathered(lists.flat_map(Self::all))
    }

    /// Most words were there a moment ago: what was seen last of those with the same hash is looked at first.
    fn gathered<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut seen: Vec<&[u8]> = vec![&[]; 1 << 12];
        let mut list = Vec::new();
        for word in words {
            let hash =
                word.iter().fold(0_u32, |sum, letter| (sum ^ u32::from(*letter)).wrapping_mul(0x0100_0193));
            if let Some(seen) = seen.get_mut((hash >> 20) as usize).filter(|seen| **seen != word) {
                *seen = word;
                list.push(word);
            }
        }
        list.sort_unstable();
        list.dedup();
        let mut gathered = Self { letters: Vec::new(), starts: vec![0] };
        for word in list {
            gathered.letters.extend_from_slice(word);
            gathered.starts.push(gathered.letters.len() as u32);
        }
        gathered.letters.shrink_to_fit();
        gathered.starts.shrink_to_fit();
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
        let letters = &capital(letters);
        self.from(letters).starts_with(letters)
    }

    /// Whether it is a word.
    pub(super) fn has(&self, letters: &[u8]) -> bool {
        let letters = &capital(letters);
        self.from(letters) == letters
    }

    /// Bytes of memory.
    pub(super) fn memory(&self) -> usize {
        self.letters.len() + 4 * self.starts.len()
    }
}

fn capital(letters: &[u8]) -> Vec<u8> {
    let mut word = letters.to_vec();
    if let Some(first) = word.first_mut() {
        first.make_ascii_uppercase();
    }
    word
}
