//! Searching on a thread of its own: the index is built there, a search that is no longer wanted is given up,
//! and typing waits for neither.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use chrono::NaiveDate;

use super::watch::Heard;
use crate::app::Event;
use crate::app::find::{LIMIT, Search};
use crate::fault;
use crate::find::{Index, Query, Scope};
use crate::plan::Library;

/// A library of fewer items is small.
const SMALL: usize = 5_000;

enum Job {
    Library(Arc<Library>),
    Search(Search, NaiveDate),
}

/// The way to the searching thread.
#[derive(Debug)]
pub(super) struct Searcher {
    jobs: Sender<Job>,
    latest: Arc<AtomicU64>,
}

impl Searcher {
    /// Starts the thread; answers go to `to`. The index of a large `library` is built as soon as all of it is read, that
    /// of a small one when the finder is first used: it takes a few milliseconds then, and until then no memory. Whoever
    /// looks for something while a library is read gets an index of what there is.
    pub(super) fn start(library: Arc<Library>, to: Sender<Heard>) -> Self {
        let (jobs, waiting) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let wanted = Arc::clone(&latest);
        thread::spawn(move || work(library, &waiting, &wanted, &to));
        Self { jobs, latest }
    }

    /// Searches this library from now on.
    pub(super) fn library(&self, library: Arc<Library>) {
        // Where the thread is gone there is nothing to search with; the dashboard goes on.
        let _ = self.jobs.send(Job::Library(library));
    }

    /// Asks for a search; one asked for before is given up.
    pub(super) fn search(&self, search: Search, today: NaiveDate) {
        self.latest.store(search.number, Ordering::Relaxed);
        let _ = self.jobs.send(Job::Search(search, today));
    }
}

fn work(library: Arc<Library>, jobs: &Receiver<Job>, wanted: &AtomicU64, to: &Sender<Heard>) {
    fault::at("thread", &"index");
    let mut shelf = Shelf { index: None, waiting: Some(library) };
    shelf.read_if_large();
    while let Ok(job) = jobs.recv() {
        // Of what waits only the last counts: where files are saved faster than an index is built, libraries would
        // heap up here.
        let (mut newest, mut wish) = (None, None);
        for job in std::iter::once(job).chain(jobs.try_iter()) {
            match job {
                Job::Library(library) => newest = Some(library),
                Job::Search(search, today) => wish = Some((search, today)),
            }
        }
        if newest.is_some() {
            shelf.waiting = newest;
            shelf.read_if_large();
        }
        let Some((search, today)) = wish else { continue };
        fault::at("thread", &"search");
        let given_up = || wanted.load(Ordering::Relaxed) != search.number;
        if given_up() {
            continue;
        }
        let scope = Scope { plan: search.plan, here: search.here, limit: LIMIT };
        let query = Query::parse(&search.words, today);
        let Some(found) = shelf.index().search(&query, &scope, &given_up) else { continue };
        let answer = Event::Found(search.number, Arc::new(found));
        if to.send(Heard::Event(answer)).is_err() {
            return;
        }
    }
}

/// The library and its index.
struct Shelf {
    index: Option<Index>,
    /// A library newer than the index.
    waiting: Option<Arc<Library>>,
}

impl Shelf {
    /// The index of the newest library.
    fn index(&mut self) -> &Index {
        if let Some(library) = self.waiting.take() {
            self.index = Some(self.index.take().unwrap_or_default().update(&library));
        }
        self.index.get_or_insert_default()
    }

    /// Reads what is waiting, unless the finder was never used and it is small, or will be more in a moment.
    fn read_if_large(&mut self) {
        let is_whole = |library: &Arc<Library>| library.loading.is_none();
        let is_large = |library: &Arc<Library>| library.items().take(SMALL).count() == SMALL;
        let waits = self.waiting.as_ref().is_some_and(|library| is_whole(library) && is_large(library));
        if self.index.is_some() || waits {
            self.index();
        }
    }
}
