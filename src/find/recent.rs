//! What is known of the words looked for last. While a query is typed letter by letter its earlier words stay the same,
//! and what was typed wrong is typed again: none of that is looked for twice. It is kept with the index, for its parts.

use super::rank::{NONE, Score};
use super::score::Depth;
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// So many words are kept: those of a long query. Each takes a byte for each item and depth that was looked at.
const MOST: usize = 8;

/// What the items of a part are worth for a word, by what each depth adds; `None` where that is not known.
#[derive(Debug, Default)]
pub(super) struct Known([Option<Box<[Score]>>; Depth::ALL.len()]);

impl Known {
    /// Lowers `scores` to what one depth adds to them; `look` finds that out where it is not known.
    pub(super) fn lower(&mut self, scores: &mut [Score], depth: Depth, look: impl FnOnce(&mut [Score])) {
        let Some(known) = self.0.get_mut(depth as usize) else { return };
        let known = known.get_or_insert_with(|| {
            let mut fresh = vec![NONE; scores.len()];
            look(&mut fresh);
            if full(&fresh).next().is_some() { fresh.into() } else { Box::default() }
        });
        for (first, chunk) in full(known) {
            for (score, known) in scores.iter_mut().skip(first).zip(chunk) {
                *score = (*score).min(*known);
            }
        }
    }

    /// Whether all is known down to a depth.
    pub(super) fn reaches(&self, depth: Depth) -> bool {
        self.0.iter().take(depth as usize + 1).all(Option::is_some)
    }

    fn is_nothing(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    fn size(&self) -> usize {
        self.0.iter().flatten().map(|scores| scores.len()).sum()
    }
}

/// The stretches of a list in which there are scores, and where they begin: in most there are none.
pub(super) fn full(scores: &[Score]) -> impl Iterator<Item = (usize, &[Score])> {
    const LEN: usize = size_of::<u128>();
    // Sixteen scores are one number, and that is compared at once.
    let empty = |chunk: &[Score]| {
        chunk.first_chunk::<LEN>().is_some_and(|all| u128::from_ne_bytes(*all) == u128::MAX)
    };
    (0..).step_by(LEN).zip(scores.chunks(LEN)).filter(move |(_, chunk)| !empty(chunk))
}

/// The words looked for last, the last of all at the end.
#[derive(Debug, Default)]
pub(super) struct Recent(Mutex<VecDeque<Word>>);

/// A folded word, and what is known of it in each part.
type Word = (Vec<u16>, Vec<Known>);

impl Recent {
    /// Takes out what is known of a word in each part; nothing if it was not looked for of late.
    pub(super) fn take(&self, word: &[u16]) -> Option<Vec<Known>> {
        let mut words = self.words();
        let at = words.iter().position(|(units, _)| units == word)?;
        words.remove(at).map(|(_, known)| known)
    }

    /// Keeps what is known of a word in each part.
    pub(super) fn put(&self, word: &[u16], known: Vec<Known>) {
        if known.iter().all(Known::is_nothing) {
            return;
        }
        let mut words = self.words();
        words.retain(|(units, _)| units != word);
        words.push_back((word.to_vec(), known));
        if words.len() > MOST {
            words.pop_front();
        }
    }

    /// Bytes of memory.
    pub(super) fn memory(&self) -> usize {
        self.words().iter().flat_map(|(_, parts)| parts).map(|known| size_of::<Known>() + known.size()).sum()
    }

    fn words(&self) -> MutexGuard<'_, VecDeque<Word>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
