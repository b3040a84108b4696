//! When a library that is being read is shown as far as it is: a small one whole, a large one soon, and then more
//! seldom the longer it takes, for every showing costs bytes.

use std::time::{Duration, Instant};

use crate::plan::Loading;

/// A library of so few plans is there in a moment, and is shown whole, unless the disk is slow.
const FEW: usize = 40;
const A_MOMENT: Duration = Duration::from_millis(400);
/// The time to the next showing, which doubles up to the last.
const SOON: Duration = Duration::from_millis(120);
const SELDOM: Duration = Duration::from_millis(960);

/// The pace of one reading.
#[derive(Debug)]
pub(super) struct Pace {
    begun: Instant,
    /// When to show next, and how long from then to the one after.
    next: Option<(Instant, Duration)>,
}

impl Pace {
    /// The reading begins.
    pub(super) fn new() -> Self {
        Self { begun: Instant::now(), next: None }
    }

    /// Whether it is time to show what there is.
    pub(super) fn is_due(&mut self, loading: Loading) -> bool {
        let now = Instant::now();
        // Of any other the first that is there is shown.
        let first = if loading.plans <= FEW { A_MOMENT } else { Duration::ZERO };
        let (next, step) = self.next.unwrap_or((self.begun + first, SOON));
        let due = now >= next;
        if due {
            self.next = Some((now + step, (step * 2).min(SELDOM)));
        }
        due
    }
}
