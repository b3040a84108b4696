//! The first reading of a library's folder: on all cores, a plan at a time, and so that what is read already can
//! be shown while the rest is on its way.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use super::disk::{Listed, Listing, Spot, read};
use super::draft::{LazyFile, SourceFile};
use super::limits::{Left, Limits};
use super::load::{Reading, part, unlisted};
use super::model::{Library, Loading};
use super::names::{Entry, Names};
use super::part::Part;
use super::problem::Reason;
use super::shelf::{Kept, Shelf};
use crate::crew;

/// Told after each plan how far the library is read and how to make what there is of it; says whether to go on. Called on
/// one thread at a time.
pub type GoOn<'a> = dyn FnMut(Loading, &dyn Fn() -> Library) -> bool + Send + 'a;

/// A library's folder and the plans it holds; of these nothing is read yet.
#[derive(Debug)]
pub struct Outline {
    folder: PathBuf,
    found: io::Result<(Listing, Names)>,
}

impl Outline {
    /// Looks into `folder`. What is wrong with it is told when the library is opened.
    pub fn of(folder: &Path) -> Self {
        let mut found = Listing::begin(folder);
        if let Ok((_, plans)) = &mut found {
            plans.first_in_order();
        }
        Self { folder: folder.to_owned(), found }
    }
}

impl Shelf {
    /// Reads everything for the first time. What is wrong with the folder itself is a problem of the library.
    pub fn open(&mut self, Outline { folder, found }: Outline, go_on: &mut GoOn<'_>) {
        let (mut listing, mut plans) = match found {
            Ok(begun) => begun,
            Err(error) => return self.lose(&folder, Reason::Unreadable(error.to_string())),
        };
        let mut loading = Loading { read: 0, plans: plans.len() };
        let ground = Arc::new(Ground { folder, limits: *self.limits(), read: AtomicU64::new(0) });
        let (mut found, mut shut) = (0, Vec::new());
        let work = |plan: Entry<'_>, is_urgent| Opened::of(listing.list(plan), &ground, is_urgent);
        let mut take = |opened: Opened| {
            match opened.found {
                Ok(files) => found += files,
                Err(plan) => shut.push(plan),
            }
            self.place(opened.files, opened.part);
            loading.read += 1;
            go_on(loading, &|| self.so_far(loading))
        };
        // The first alone, and no crew is looked for: there is nothing to look at until it is read.
        let goes_on = plans.iter().next().is_none_or(|first| take(work(first, true)));
        plans.in_order();
        if goes_on {
            crew::each(plans.iter().skip(1), |plan| work(plan, false), |_, opened| take(opened));
        }
        shut.into_iter().for_each(|plan| listing.take(Err(plan)));
        if !self.has_all(found) {
            // Which files lie beyond the limits only their order tells, which was not kept.
            plans.iter().for_each(|plan| listing.take(listing.list(plan)));
        }
        self.close(&listing);
    }

    /// Takes away what lies beyond the limits, and tells of the first such file and of folders that can't be listed.
    fn close(&mut self, listing: &Listing) {
        let (limits, found) = (*self.limits(), listing.files.len());
        let mut left = Left::of(&limits);
        let within = listing.files.iter().take(limits.files);
        let fits = |spot: &&Spot| self.size(&spot.path).is_some_and(|size| left.takes(Some(size)));
        let within = within.take_while(fits).count();
        let over = listing.files.get(within..).unwrap_or_default();
        let reason = if within < limits.files {
            Reason::LibraryTooLarge(limits.total)
        } else {
            Reason::TooManyFiles { found, most: limits.files }
        };
        self.take_away(over.iter().map(|spot| spot.path.as_str()));
        let beyond = over.first().map(|spot| SourceFile { path: spot.path.clone(), text: Err(reason) });
        let shut = listing.shut.iter().map(|(name, why)| unlisted(name, why));
        for file in beyond.into_iter().chain(shut) {
            self.put_one(Reading { file, stamp: None });
        }
        self.rebuild();
    }
}

/// A plan as it was found: its files, and what they say together.
struct Opened {
    /// How many files were listed; or what could not be.
    found: Result<usize, (String, String)>,
    files: Vec<(String, Kept)>,
    part: Part,
}

impl Opened {
    /// Reads a plan of these files, as long as no more was read than the limits allow: a library that is too large is not
    /// read to its end to find that out.
    fn of(listed: Listed, ground: &Arc<Ground>, is_urgent: bool) -> Self {
        let (found, spots) = match listed {
            Ok(spots) => (Ok(spots.len()), spots),
            Err(shut) => (Err(shut), Vec::new()),
        };
        let waiting = |spot| {
            Arc::new(Waiting { spot, ground: Arc::clone(ground), reading: OnceLock::new(), is_urgent })
        };
        let waiting: Vec<Arc<Waiting>> = spots.into_iter().map(waiting).collect();
        let count = waiting.len();
        let mut whole = part(&lazy(&waiting));
        let is_within = |reading: &Reading| !matches!(reading.file.text, Err(Reason::LibraryTooLarge(_)));
        let readings: Vec<Reading> =
            waiting.into_iter().map(Waiting::reading).take_while(is_within).collect();
        if readings.len() < count {
            let within: Vec<_> = readings.iter().map(|reading| Arc::new(reading.file.clone())).collect();
            whole = part(&lazy(&within));
        }
        Self { found, files: Kept::all(readings, &whole), part: whole }
    }
}

fn lazy<F: LazyFile + 'static>(files: &[Arc<F>]) -> Vec<Arc<dyn LazyFile>> {
    files.iter().map(|file| Arc::clone(file) as Arc<dyn LazyFile>).collect()
}

/// Where files are read.
struct Ground {
    folder: PathBuf,
    limits: Limits,
    /// Bytes that were read so far.
    read: AtomicU64,
}

impl Ground {
    fn reading(&self, spot: &Spot) -> Reading {
        let fits = self.read.load(Ordering::Relaxed) <= self.limits.total;
        let beyond = || (Err(Reason::LibraryTooLarge(self.limits.total)), None);
        let (text, stamp) = if fits { read(&self.folder, spot, self.limits.file) } else { beyond() };
        let size = stamp.map_or(0, |stamp| stamp.size().min(self.limits.file));
        self.read.fetch_add(size, Ordering::Relaxed);
        Reading { file: SourceFile { path: spot.path.clone(), text }, stamp }
    }
}

/// A file of a plan where it stands, read when somebody asks for it.
struct Waiting {
    spot: Spot,
    ground: Arc<Ground>,
    reading: OnceLock<Reading>,
    is_urgent: bool,
}

impl Waiting {
    fn read_now(&self) -> &Reading {
        self.reading.get_or_init(|| self.ground.reading(&self.spot))
    }

    /// What was read, now where nobody asked.
    fn reading(self: Arc<Self>) -> Reading {
        match Arc::try_unwrap(self) {
            Ok(Self { spot, ground, reading, .. }) => {
                reading.into_inner().unwrap_or_else(|| ground.reading(&spot))
            }
            // Who helped to read it still holds it.
            Err(shared) => shared.read_now().clone(),
        }
    }
}

impl LazyFile for Waiting {
    fn path(&self) -> &str {
        &self.spot.path
    }

    fn read(&self) -> &SourceFile {
        &self.read_now().file
    }

    fn is_urgent(&self) -> bool {
        self.is_urgent
    }
}

/// The folder of a plan in the path of one of its files.
pub(super) fn folder_of(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// What the file at a path is called in its plan, without `.toml`.
pub(super) fn name_of(path: &str) -> &str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.strip_suffix(".toml").unwrap_or(name)
}
