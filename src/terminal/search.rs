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
    /// Starts the thread; answers go to `to`. The index of `library` is built at once.
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
    let mut index = Index::build(&library);
    drop(library);
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
        if let Some(library) = newest {
            index = Index::build(&library);
        }
        let Some((search, today)) = wish else { continue };
        fault::at("thread", &"search");
        let given_up = || wanted.load(Ordering::Relaxed) != search.number;
        if given_up() {
            continue;
        }
        let scope = Scope { plan: search.plan, here: search.here, limit: LIMIT };
        let query = Query::parse(&search.words, today);
        let Some(found) = index.search(&query, &scope, &given_up) else { continue };
        let answer = Event::Found(search.number, Arc::new(found));
        if to.send(Heard::Event(answer)).is_err() {
            return;
        }
    }
}
