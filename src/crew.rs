//! Work on many things at once, on all cores. Beside `store` and `terminal` the only file that starts threads; they
//! end before it returns.

use std::cell::Cell;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// More threads than this wait for memory, not for each other.
const MOST: usize = 8;

/// How many cores there are for us.
pub fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| allowed().clamp(1, MOST))
}

/// The cores this process may run on. What std counts takes a share of them away where a group of processes has less of
/// their time, and reads six files for it before the first frame.
#[cfg(target_os = "linux")]
fn allowed() -> usize {
    rustix::thread::sched_getaffinity(None).map_or(1, |set| set.count() as usize)
}

#[cfg(not(target_os = "linux"))]
fn allowed() -> usize {
    thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Starts a thread that works beside this one, on another core where there is one. There are kernels, of virtual machines
/// above all, that put a new thread on the core of who started it, to wait there until that has nothing more to do.
pub fn beside(work: impl FnOnce() + Send + 'static) {
    let here = core();
    thread::spawn(move || {
        leave(here);
        let _end = make_room();
        work();
    });
    thread::yield_now();
}

/// Makes room for what a thread keeps, as long as what it returns is there: on Linux its memory else grows by a page at a
/// time, with a call of the system for each (glibc, `grow_heap`), and more than this that is free at its end is given back.
fn make_room() -> Vec<u8> {
    let [room, end, more] = [ROOM, END, ROOM].map(Vec::<u8>::with_capacity);
    drop(std::hint::black_box([room, more]));
    end
}

/// Bytes; with a few more they would be had in another way, and given back at once (`M_MMAP_THRESHOLD`).
const ROOM: usize = 120 << 10;

/// Bytes; no more than is left with `ROOM` of what a thread has at once, but more than was free before.
const END: usize = 2 << 10;

/// Leaves the core of who started this thread.
#[cfg(target_os = "linux")]
fn leave(here: usize) {
    use rustix::thread::{sched_getaffinity, sched_setaffinity};
    if core() != here {
        return;
    }
    let Ok(all) = sched_getaffinity(None) else { return };
    let mut others = all;
    others.unset(here);
    if others.count() > 0 && sched_setaffinity(None, &others).is_ok() {
        // It may go where it likes from there.
        let _ = sched_setaffinity(None, &all);
    }
}

#[cfg(target_os = "linux")]
fn core() -> usize {
    rustix::thread::sched_getcpu()
}

/// Elsewhere nothing is known of it.
#[cfg(not(target_os = "linux"))]
fn leave(_: usize) {}

#[cfg(not(target_os = "linux"))]
fn core() -> usize {
    0
}

thread_local! {
    /// Whether this thread is one of a crew. The others are as busy, so it does its own work alone.
    static IN_CREW: Cell<bool> = const { Cell::new(false) };
}

/// Does `work` on each thing, the first ones first. `take` gets each result with the number of its thing, one at a time
/// and in the order they are ready, on the thread that made it; once it says `false` no more is begun and none is taken.
pub fn each<T: Send, R>(
    things: impl ExactSizeIterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    take: impl FnMut(usize, R) -> bool + Send,
) {
    let hands = if IN_CREW.get() { 1 } else { cores().min(things.len()) };
    let (left, take) = (Mutex::new(Some(things.enumerate())), Mutex::new(Some(take)));
    let hand = || {
        loop {
            let next = held(&left).as_mut().and_then(Iterator::next);
            let Some((nth, thing)) = next else { return };
            let made = work(thing);
            let mut taker = held(&take);
            if taker.as_mut().is_some_and(|take| !take(nth, made)) {
                *taker = None;
                *held(&left) = None;
            }
        }
    };
    if hands < 2 {
        // On one core threads would only get into each other's way.
        return hand();
    }
    together(hands, &hand);
}

/// Does the same with so many hands at once. The caller does nothing: there are kernels, of virtual machines above all, that
/// put a new thread on the core of who started it, where both stay, if both work, for the milliseconds until the load is
/// evened out. Not compiled anew for each kind of work.
fn together(hands: usize, hand: &(dyn Fn() + Sync)) {
    thread::scope(|scope| {
        for _ in 0..hands {
            scope.spawn(|| {
                IN_CREW.set(true);
                hand();
            });
        }
    });
}

/// Who prepares things for so long has a slow disk before him.
const ALONE: Duration = Duration::from_millis(1);

/// Threads for fewer things than this would be started when all is done.
const FEW: usize = 40;

/// Does one of the things that are shared; false where there is none.
type Share = dyn Fn() -> bool + Send + Sync;

/// What there is to do for who waits.
static SHARED: Mutex<Option<Arc<Share>>> = Mutex::new(None);

/// What `work` makes of each thing, in their order. Few things that a reader waits for can be `prepared`: then no crew is
/// called, which would come too late, but the caller makes it of them and whoever is [`awake`] meanwhile. What may take long,
/// as a disk does, belongs into that: the caller does it alone, and where it does take long a crew, but nobody who waits.
pub fn share<T: Send + 'static, R: Send + 'static>(
    things: Vec<T>,
    prepare: Option<&(dyn Fn(&T) + Sync)>,
    work: impl Fn(T) -> R + Send + Sync + 'static,
) -> Vec<R> {
    let is_worth_it = (2..FEW).contains(&things.len()) && cores() > 1 && !IN_CREW.get();
    let Some(prepare) = prepare.filter(|_| is_worth_it) else { return map(things.into_iter(), work) };
    let left = Arc::new(Mutex::new(VecDeque::with_capacity(things.len())));
    let done = Arc::new(Mutex::new(things.iter().map(|_| None).collect::<Vec<Option<R>>>()));
    let (next, made) = (Arc::clone(&left), Arc::clone(&done));
    let one: Arc<Share> = Arc::new(move || {
        let thing = held(&next).pop_front();
        thing.is_some_and(|(nth, thing)| {
            let it = work(thing);
            held(&made).get_mut(nth).map(|place| *place = Some(it)).is_some()
        })
    });
    *held(&SHARED) = Some(Arc::clone(&one));
    prepare_each(things.into_iter().enumerate(), prepare, &|thing| held(&left).push_back(thing));
    while one() {}
    *held(&SHARED) = None;
    // Whoever took the last may still be at it.
    until(&|| held(&done).iter().all(Option::is_some));
    let done = std::mem::take(&mut *held(&done));
    done.into_iter().flatten().collect()
}

/// Has each thing prepared and offers it: alone as long as that takes no time to speak of.
fn prepare_each<T: Send>(
    mut things: impl ExactSizeIterator<Item = (usize, T)> + Send,
    prepare: &(dyn Fn(&T) + Sync),
    offer: &(dyn Fn((usize, T)) + Sync),
) {
    let prepared = |thing: (usize, T)| {
        prepare(&thing.1);
        offer(thing);
    };
    let start = Instant::now();
    while start.elapsed() < ALONE
        && let Some(thing) = things.next()
    {
        prepared(thing);
    }
    each(things, prepared, |_, ()| true);
}

/// Waits until it `is` so, mostly for no time at all.
fn until(is: &dyn Fn() -> bool) {
    while awake(|| is().then_some(())).is_none() {
        thread::sleep(Duration::from_millis(1));
    }
}

/// Waits a little while for what is mostly there by then, and takes a part in what is [shared](share) meanwhile. It does not
/// sleep: a core that does may take longer to wake than a frame takes to draw. Nothing if it was not there.
pub fn awake<T>(mut what: impl FnMut() -> Option<T>) -> Option<T> {
    (0..LOOKS).find_map(|_| {
        let found = what();
        if found.is_none() {
            let shared = held(&SHARED).clone();
            if !shared.is_some_and(|one| one()) {
                thread::yield_now();
            }
        }
        found
    })
}

/// One or two milliseconds where nobody else wants the core, and a first frame takes no longer.
const LOOKS: usize = 1000;

/// What `work` makes of each thing, in their order.
pub fn map<T: Send, R: Send>(
    things: impl ExactSizeIterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let mut done: Vec<Option<R>> = (0..things.len()).map(|_| None).collect();
    each(things, work, |nth, made| done.get_mut(nth).map(|place| *place = Some(made)).is_some());
    done.into_iter().flatten().collect()
}

/// What is behind a lock. A thread that panicked leaves it as it was, and its panic is told by the scope.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::sync::mpsc::channel;

    #[test]
    fn all_is_done_once_and_in_order() {
        for count in [0, 1, 2, 1000] {
            let mut done = vec![0; count];
            each(
                0..count,
                |nth| nth * nth,
                |nth, square| {
                    assert_eq!(square, nth * nth);
                    done[nth] += 1;
                    true
                },
            );
            assert!(done.iter().all(|times| *times == 1));
            let doubled = map(0..count, |n| 2 * n);
            assert_eq!(doubled, (0..count).map(|n| 2 * n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn who_is_in_a_crew_works_alone() {
        let names = map(0..8, |_| {
            let own = thread::current().id();
            map(0..8, |_| thread::current().id()).into_iter().all(|id| id == own)
        });
        assert!(cores() == 1 || names.iter().all(|alone| *alone));
        assert!(!IN_CREW.get());
    }

    #[test]
    fn who_waits_takes_a_part_of_what_is_shared() {
        for count in [0, 1, 30, 100] {
            let (sender, made) = channel();
            let shares = thread::spawn(move || {
                let slowly = |n: usize| {
                    thread::sleep(Duration::from_millis(1));
                    (n, thread::current().id())
                };
                sender.send(share((0..count).collect(), Some(&|_| ()), slowly))
            });
            let made = loop {
                if let Some(made) = awake(|| made.try_recv().ok()) {
                    break made;
                }
            };
            assert!(shares.join().is_ok());
            assert!(made.iter().map(|(n, _)| *n).eq(0..count), "in their order");
            let hands: HashSet<_> = made.iter().map(|(_, hand)| hand).collect();
            assert!(count != 30 || cores() == 1 || hands.len() > 1, "{hands:?}");
        }
    }

    #[test]
    fn what_takes_long_to_prepare_is_prepared_by_a_crew() {
        let hands = Mutex::new(HashSet::new());
        let slowly = |_: &usize| {
            thread::sleep(Duration::from_millis(2));
            held(&hands).insert(thread::current().id());
        };
        let made = share((0..30).collect(), Some(&slowly), |n| n);
        assert_eq!(made, (0..30).collect::<Vec<_>>());
        assert_eq!(held(&hands).len() > 1, cores() > 1);
    }

    #[test]
    fn it_ends_when_nobody_wants_more() {
        let mut taken = 0;
        each(
            0..100_000,
            |nth| nth,
            |_, _| {
                taken += 1;
                taken < 10
            },
        );
        assert_eq!(taken, 10);
    }
}
