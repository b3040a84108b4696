//! A library's folder on the disk: which files it holds, how much of them, and their texts. Beside `load`
//! the only file of this room that touches the file system; it follows no link out of the library, waits
//! for no pipe, and reads nothing beyond its [`Limits`].

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::{self, File, Metadata};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::buffer::spare_capacity;
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;

use super::encoding::text;
use super::limits::{Left, Limits};
use super::names::{Entry, Names, Way};
use super::problem::Reason;
use super::text::Text;
use crate::fault;

/// What tells two states of a file apart without reading it: device, inode, size in bytes, and when it
/// was last written, in seconds and nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(u64, u64, u64, i64, i64);

impl Stamp {
    fn of(data: &Metadata) -> Self {
        Self(data.dev(), data.ino(), data.size(), data.mtime(), data.mtime_nsec())
    }

    /// The state of the file at `place`, links followed; none where there is no file.
    fn at(place: &Path) -> Option<Self> {
        Some(Self::of(&fs::metadata(place).ok()?))
    }

    pub(super) fn size(self) -> u64 {
        self.2
    }
}

/// A briefing file where it stands.
#[derive(Debug)]
pub(super) struct Spot {
    /// Its path in the library.
    pub(super) path: String,
    place: PathBuf,
    way: Way,
}

impl Spot {
    /// Its size in bytes, if there is such a file.
    pub(super) fn size(&self) -> Option<u64> {
        Stamp::at(&self.place).map(Stamp::size)
    }
}

/// The files of a plan; or its name and the system's words where its folder can't be listed.
pub(super) type Listed = Result<Vec<Spot>, (String, String)>;

/// The briefing files of a folder, as many as its limits allow.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The library's folder.
    folder: PathBuf,
    /// Each in the order they are read.
    pub(super) files: Vec<Spot>,
    /// The first file beyond the limits, and which of them.
    pub(super) beyond: Option<(String, Reason)>,
    /// The folders of plans that can't be listed, and the system's words.
    pub(super) shut: BTreeMap<String, String>,
}

impl Listing {
    /// Lists the library in `folder`. How large its files are is not looked at yet: see [`Left`].
    ///
    /// # Errors
    /// Where the folder itself can't be listed.
    pub(super) fn of(folder: &Path, limits: &Limits) -> io::Result<Self> {
        let (mut listing, mut plans) = Self::begin(folder)?;
        plans.in_order();
        for plan in plans.iter() {
            listing.take(listing.list(plan));
        }
        let found = listing.files.len();
        if found > limits.files {
            let first = listing.files.drain(limits.files..).next();
            let reason = Reason::TooManyFiles { found, most: limits.files };
            listing.beyond = first.map(|spot| (spot.path, reason));
        }
        Ok(listing)
    }

    /// A library in `folder` of which nothing is listed yet, and the folders of its plans, in no order.
    ///
    /// # Errors
    /// Where the folder itself can't be listed.
    pub(super) fn begin(folder: &Path) -> io::Result<(Self, Names)> {
        let plans = folders(folder)?;
        Ok((Self { folder: folder.to_owned(), ..Self::default() }, plans))
    }

    /// As much of the library in `folder` as stands in the folders of these plans.
    ///
    /// # Errors
    /// Where the folder itself can't be listed.
    pub(super) fn of_plans(folder: &Path, plans: &HashSet<String>) -> io::Result<Self> {
        let (mut listing, mut all) = Self::begin(folder)?;
        all.in_order();
        let wanted = |plan: &Entry<'_>| plans.contains(&*plan.name.to_string_lossy());
        all.iter().filter(wanted).for_each(|plan| listing.take(listing.list(plan)));
        Ok(listing)
    }

    /// Every `*.toml` in the folder of a plan, in name order, but first the file without which no other counts.
    pub(super) fn list(&self, plan: Entry<'_>) -> Listed {
        let (name, place) = (plan.name.to_string_lossy().into_owned(), self.folder.join(plan.name));
        let mut inside = match Names::of(&place) {
            Ok(inside) => inside,
            // It went away between the two looks.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Names::default(),
            Err(error) => return Err((name, error.to_string())),
        };
        inside.in_order();
        let spot = |file: Entry<'_>| {
            let shown = file.name.to_string_lossy();
            let way = if plan.way == Way::Link { plan.way } else { file.way };
            is_briefing(&shown).then(|| Spot {
                path: format!("{name}/{shown}"),
                place: place.join(file.name),
                way,
            })
        };
        let is_first = |file: &Entry<'_>| file.name == "plan.toml";
        let (first, rest): (Vec<_>, Vec<_>) = inside.iter().partition(is_first);
        Ok(first.into_iter().chain(rest).filter_map(spot).collect())
    }

    /// Takes in what was found in the folder of a plan.
    pub(super) fn take(&mut self, listed: Listed) {
        match listed {
            Ok(spots) => self.files.extend(spots),
            Err((name, why)) => {
                self.shut.insert(name, why);
            }
        }
    }
}

/// The text of the file at `spot` of the library in `folder`, or why there is none; with its state, if it could be read.
/// One that changes while it is read is read again, a few times.
pub(super) fn read(folder: &Path, spot: &Spot, cap: u64) -> (Content, Option<Stamp>) {
    for _ in 0..3 {
        match read_once(folder, spot, cap) {
            Ok(Some((text, stamp))) => return (text, Some(stamp)),
            Ok(None) => {}
            Err(reason) => return (Err(reason), None),
        }
    }
    (Err(Reason::Unreadable("file changed while being read".to_owned())), None)
}

/// The state of every briefing file in `folder` by its path in the library; of none where the folder
/// can't be listed.
pub fn stamps(folder: &Path, limits: &Limits) -> HashMap<String, Option<Stamp>> {
    let files = Listing::of(folder, limits).unwrap_or_default().files;
    let mut left = Left::of(limits);
    let stamped = files.into_iter().map(|spot| (Stamp::at(&spot.place), spot));
    let fitting = stamped.take_while(|(stamp, _)| left.takes(stamp.map(Stamp::size)));
    fitting.map(|(stamp, spot)| (spot.path, stamp)).collect()
}

/// The folders of plans in `folder`, in name order.
///
/// # Errors
/// Where it can't be listed.
pub fn plan_folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut plans = folders(folder)?;
    plans.in_order();
    Ok(plans.iter().map(|plan| folder.join(plan.name)).collect())
}

/// The folders of plans in `folder`, in no order.
fn folders(folder: &Path) -> io::Result<Names> {
    let mut found = Names::of(folder)?;
    found.retain(|Entry { name, way }| {
        let leads = way == Way::Folder || way == Way::Link && folder.join(name).is_dir();
        leads && !name.as_bytes().starts_with(b".")
    });
    Ok(found)
}

/// Whether a file of this name in a plan's folder is one of the briefing's.
pub fn is_briefing(name: &str) -> bool {
    !name.starts_with('.') && Path::new(name).extension().is_some_and(|end| end == "toml")
}

pub(super) fn file_name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// The text of a file, or why there is none.
pub(super) type Content = Result<Text, Reason>;

fn unreadable(error: impl Into<io::Error>) -> Reason {
    Reason::Unreadable(error.into().to_string())
}

/// What [`read`] does, once; `None` where the file changed meanwhile.
fn read_once(library: &Path, spot: &Spot, cap: u64) -> Result<Option<(Content, Stamp)>, Reason> {
    fault::slow();
    let file = open(library, spot)?;
    let before = file.metadata().map_err(unreadable)?;
    if !before.is_file() {
        return Err(Reason::NotAFile);
    }
    if before.len() > cap {
        return Ok(Some((Err(Reason::TooLarge(cap)), Stamp::of(&before))));
    }
    let bytes = bytes_of(&file, before.len()).map_err(unreadable)?;
    let stamp = Stamp::of(&file.metadata().map_err(unreadable)?);
    Ok((stamp == Stamp::of(&before)).then(|| (text(bytes, cap), stamp)))
}

/// Opens an ordinary file of the library. A link is followed first, to see where it leads.
fn open(library: &Path, spot: &Spot) -> Result<File, Reason> {
    match spot.way {
        Way::Folder | Way::None => Err(Reason::NotAFile),
        Way::Link => follow(library, &spot.place),
        Way::Straight => match open_no_link(&spot.place) {
            // It has become one since the folder was listed.
            Err(Errno::LOOP) => follow(library, &spot.place),
            // What a socket says that has taken its place.
            Err(Errno::NXIO) => Err(Reason::NotAFile),
            opened => opened.map_err(unreadable),
        },
    }
}

fn follow(library: &Path, place: &Path) -> Result<File, Reason> {
    let (root, resolved) = (library.canonicalize(), place.canonicalize().map_err(unreadable)?);
    if !resolved.starts_with(root.map_err(unreadable)?) {
        return Err(Reason::Outside);
    }
    if !fs::metadata(&resolved).map_err(unreadable)?.is_file() {
        return Err(Reason::NotAFile);
    }
    open_no_link(&resolved).map_err(unreadable)
}

/// Opens what is no link, and so that no pipe put in its place could make us wait for its writer.
fn open_no_link(place: &Path) -> rustix::io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    rustix::fs::open(place, flags, Mode::empty()).map(File::from)
}

/// What stands in `file` of `size` bytes: at most one byte more than that, for then it has changed. One call of the
/// system, since who gets less than was asked for, and all there was to be, is at the end.
fn bytes_of(file: &File, size: u64) -> io::Result<Vec<u8>> {
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let mut bytes = Vec::with_capacity(size.saturating_add(1));
    while bytes.len() <= size {
        match rustix::io::read(file, spare_capacity(&mut bytes)) {
            Ok(0) => break,
            Ok(_) if bytes.len() == size => break,
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(bytes)
}
