//! What a session notes in the log: how it began and ended, and what is wrong in the files, by place and rule.

use std::collections::HashSet;

use super::log::Log;
use crate::app::Size;
use crate::plan::Library;
use crate::sort;

/// As many problems of one reading are noted.
const MOST: usize = 100;

/// The notes of one session.
#[derive(Clone, Debug)]
pub(super) struct Diary {
    log: Log,
    /// The problems noted last, so that a file that is saved every minute does not fill the log.
    noted: HashSet<String>,
}

impl Diary {
    pub(super) fn new(log: Log) -> Self {
        Self { log, noted: HashSet::new() }
    }

    /// A session began.
    pub(super) fn begin(&mut self, library: &Library, Size { width, height }: Size) {
        self.log.info(concat!("began, version ", env!("CARGO_PKG_VERSION")));
        self.log.info(&format!("terminal of {width}x{height}"));
        self.read(library);
    }

    /// The library was read: where something is wrong, and which rule it breaks. Not what stands there.
    pub(super) fn read(&mut self, library: &Library) {
        if library.loading.is_some() {
            return;
        }
        let place =
            |problem: &crate::plan::Problem| format!("{} {}", problem.address(), problem.reason.rule().name);
        let wrong: HashSet<String> = library.problems.iter().map(place).collect();
        let mut new: Vec<&String> = wrong.difference(&self.noted).collect();
        sort::by(&mut new, Ord::cmp);
        for problem in new.into_iter().take(MOST) {
            self.log.warn(problem);
        }
        self.log.info(&format!("read {} plans, {} problems", library.plans.len(), library.problems.len()));
        self.noted = wrong;
    }

    /// It ended: by a signal, or as the reader wanted.
    pub(super) fn end(&self, signal: Option<i32>) {
        match signal {
            Some(signal) => self.log.warn(&format!("ended by signal {signal}")),
            None => self.log.info("ended"),
        }
    }
}
