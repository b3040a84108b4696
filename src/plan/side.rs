//! Work on many things side by side, on the cores there are: for the plans of a library, which are read each for
//! itself.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

/// What `work` makes of each of `all`, in their order.
pub(super) fn side_by_side<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(all.len());
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Relaxed);
            let Some(each) = all.get(at) else { return done };
            done.push((at, work(each)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..cores).map(|_| scope.spawn(take)).collect();
        let mine = take();
        // A thread that panicked has ended the program by its hook already.
        let theirs = others.into_iter().filter_map(|other| other.join().ok()).flatten();
        mine.into_iter().chain(theirs).collect::<Vec<_>>()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn the_order_is_kept() {
        let all: Vec<u32> = (0..1000).collect();
        let twice: Vec<u32> = all.iter().map(|n| n * 2).collect();
        assert_eq!(side_by_side(&all, |n| n * 2), twice);
        assert!(side_by_side(&[], |n: &u32| *n).is_empty());
    }
}
