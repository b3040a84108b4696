//! Work on all cores: many pieces, each done by whoever is free, the results handed on as they come.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// More threads than this wait for memory, not for each other.
const MOST: usize = 8;

/// Does `work` for every number below `count`, on all cores, lower numbers first. `take` gets each result with its
/// number, on this thread, in the order they are ready; once it says `false` no more is begun.
pub(super) fn each<T: Send>(
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> bool,
) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(MOST).min(count);
    if cores < 2 {
        // On one core threads would only get into each other's way.
        let _ = (0..count).all(|nth| take(nth, work(nth)));
        return;
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        // A short queue: results that nobody takes are not to pile up.
        let (done, ready) = sync_channel(4 * cores);
        for _ in 0..cores {
            let (done, next, work) = (done.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let nth = next.fetch_add(1, Ordering::Relaxed);
                    if nth >= count || done.send((nth, work(nth))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        // Dropped at the first `false`, so that nobody can send any more.
        for (nth, result) in ready {
            if !take(nth, result) {
                return;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn every_piece_is_done_once() {
        for count in [0, 1, 2, 1000] {
            let mut done = vec![0; count];
            each(
                count,
                |nth| nth * nth,
                |nth, square| {
                    assert_eq!(square, nth * nth);
                    done[nth] += 1;
                    true
                },
            );
            assert!(done.iter().all(|times| *times == 1));
        }
    }

    #[test]
    fn it_ends_when_nobody_wants_more() {
        let mut taken = 0;
        each(
            100_000,
            |nth| nth,
            |_, _| {
                taken += 1;
                taken < 10
            },
        );
        assert_eq!(taken, 10);
    }
}
