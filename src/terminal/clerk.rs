//! The clerk at the reader's desk: a thread that does what the desk does on the disk, so that neither a slow disk
//! nor a large library holds up a key. What it did comes back as events.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use super::desk::Desk;
use super::manner::Manner;
use super::watch::Heard;
use crate::app::{Effect, Event};
use crate::lang::Lang;
use crate::plan::Library;

enum Job {
    /// This is what is shown now.
    Library(Arc<Library>),
    /// The state asks for this.
    Effect(Effect, NaiveDate),
    /// Nothing more comes; tell when everything is saved.
    Close(Sender<()>),
}

/// The way to the clerk.
#[derive(Debug)]
pub(super) struct Clerk(Sender<Job>);

impl Clerk {
    /// Begins with the desk that `manner` names; what comes of it goes to `to`.
    pub(super) fn start(manner: Manner, lang: Lang, to: Sender<Heard>) -> Self {
        let (sender, jobs) = channel();
        thread::spawn(move || {
            let (desk, wrong) = Desk::open(&manner, lang);
            // Whoever listened may be gone; what was asked for is done all the same.
            let _ = wrong.map(|wrong| to.send(Heard::Event(Event::Notice(wrong))));
            work(desk, &jobs, &to);
        });
        Self(sender)
    }

    /// This is what is shown from now on.
    pub(super) fn library(&self, library: Arc<Library>) {
        // A clerk that has ended took its last job from this hand.
        let _ = self.0.send(Job::Library(library));
    }

    /// Carries out an effect that is the desk's.
    pub(super) fn carry_out(&self, effect: Effect, today: NaiveDate) {
        // As above.
        let _ = self.0.send(Job::Effect(effect, today));
    }

    /// Waits until everything is saved that was asked for, `at_most` so long if the system is in a hurry.
    pub(super) fn close(self, at_most: Option<Duration>) {
        let (done, saved) = channel();
        if self.0.send(Job::Close(done)).is_err() {
            return;
        }
        // What matters is that the wait is over.
        let _ = match at_most {
            Some(time) => saved.recv_timeout(time).ok(),
            None => saved.recv().ok(),
        };
    }
}

fn work(mut desk: Desk, jobs: &Receiver<Job>, to: &Sender<Heard>) {
    let mut shown = Arc::new(Library::default());
    for job in jobs {
        let told = match job {
            Job::Library(library) => {
                shown = library;
                desk.take_in(&shown)
            }
            Job::Effect(effect, today) => desk.carry_out(&effect, &shown, today),
            Job::Close(done) => {
                desk.close(&shown);
                // As in `start`.
                let _ = done.send(());
                return;
            }
        };
        if let Some(told) = told {
            // As in `start`.
            let _ = to.send(Heard::Desk(Arc::clone(&shown), told));
        }
    }
}
