//! Work on many things at once, on all cores. The only file of this room that starts threads; they end before it
//! returns.

use std::num::NonZero;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;

/// How many cores there are for us.
fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, NonZero::get))
}

/// What `work` makes of each thing, in their order; with `alone`, on this thread only.
pub(super) fn map<T: Send, R: Send>(things: Vec<T>, alone: bool, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let hands = if alone { 1 } else { cores().min(things.len()) };
    if hands < 2 {
        return things.into_iter().map(work).collect();
    }
    let done = Mutex::new(Vec::with_capacity(things.len()));
    let left = Mutex::new(things.into_iter().enumerate());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let hand = || {
        while let Some((n, thing)) = next() {
            let made = work(thing);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((n, made));
        }
    };
    thread::scope(|scope| {
        for _ in 1..hands {
            scope.spawn(hand);
        }
        hand();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_done_and_in_order() {
        for (alone, count) in [(true, 100), (false, 0), (false, 1), (false, 1000)] {
            let doubled = map((0..count).collect(), alone, |n: u32| 2 * n);
            assert_eq!(doubled, (0..count).map(|n| 2 * n).collect::<Vec<_>>());
        }
    }
}
