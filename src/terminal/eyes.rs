//! Seeing that files change. On a local disk the system tells; on a network disk, where it would tell
//! only of this machine's own changes, and where it refuses, a look every other second does.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::reload::Cue;
use crate::plan::{Limits, Shelf, Stamp, plan_folders, stamps};

/// Time between two looks.
const PERIOD: Duration = Duration::from_secs(2);

const OPENED: EventKind = EventKind::Access(AccessKind::Open(AccessMode::Any));

type Stamps = HashMap<String, Option<Stamp>>;

/// Watches one library.
pub(super) struct Eyes {
    watcher: Option<RecommendedWatcher>,
    /// When to look next and what the last look showed, where watching does not do.
    looks: Option<(Instant, Stamps)>,
    /// Whether the library's folder was there.
    had_folder: bool,
}

impl Eyes {
    /// Eyes that see nothing.
    pub(super) fn shut() -> Self {
        Self { watcher: None, looks: None, had_folder: true }
    }

    /// Watches `folder` and the folders of plans in it. Where the folder itself can come and go unseen,
    /// the one above it is watched too.
    pub(super) fn open(folder: &Path, limits: &Limits, to: &Sender<Cue>) -> Self {
        let to = to.clone();
        let seen = move |event: notify::Result<notify::Event>| {
            // Files that are only opened to be read are no news, least of all those we open.
            if event.as_ref().is_ok_and(|event| event.kind == OPENED) {
                return;
            }
            // Nobody listens when the session is over.
            let _ = to.send(Cue::Seen(event));
        };
        let mut eyes = Self { had_folder: folder.is_dir(), ..Self::shut() };
        eyes.watcher = notify::recommended_watcher(seen).ok();
        let above = folder.parent().filter(|_| !eyes.had_folder || folder.is_symlink());
        if let Some(above) = above {
            // Without it the looks find out, only later.
            eyes.watch(above);
        }
        let mut sees_all = eyes.watch(folder);
        for plan in plan_folders(folder).unwrap_or_default() {
            sees_all &= eyes.watch(&plan);
        }
        if !sees_all || is_remote(folder) {
            eyes.looks = Some((Instant::now() + PERIOD, stamps(folder, limits)));
        }
        eyes
    }

    fn watch(&mut self, folder: &Path) -> bool {
        let watcher = self.watcher.as_mut();
        watcher.is_some_and(|watcher| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok())
    }

    /// Watches at once a folder that `event` says is new in `library`, so that less of what is written
    /// into it goes unseen.
    pub(super) fn follow(&mut self, event: &notify::Event, library: &Path) {
        if matches!(
            event.kind,
            EventKind::Create(CreateKind::Folder) | EventKind::Modify(ModifyKind::Name(_))
        ) {
            for path in event.paths.iter().filter(|path| path.parent() == Some(library) && path.is_dir()) {
                // One that is gone again is none of ours.
                self.watch(path);
            }
        }
    }

    /// When to look next, if watching does not do.
    pub(super) fn next_look(&self) -> Option<Instant> {
        self.looks.as_ref().map(|(at, _)| *at)
    }

    /// Whether the library's folder came or went since the eyes were opened.
    pub(super) fn missed(&self, folder: &Path) -> bool {
        folder.is_dir() != self.had_folder
    }

    /// The files that are not as `known` has them and have not changed since the last look, so that
    /// nobody seems to be writing them.
    pub(super) fn look(&mut self, folder: &Path, known: &Shelf) -> HashSet<String> {
        let now = stamps(folder, known.limits());
        let mut differing = stale(known, &now);
        if let Some((_, before)) = &self.looks {
            differing.retain(|path| before.get(path) == now.get(path));
        }
        self.looks = Some((Instant::now() + PERIOD, now));
        differing
    }
}

/// The files in `folder` that are not as `known` has them.
pub(super) fn changed(folder: &Path, known: &Shelf) -> HashSet<String> {
    stale(known, &stamps(folder, known.limits()))
}

fn stale(shelf: &Shelf, now: &Stamps) -> HashSet<String> {
    let differ = shelf.stamps().filter(|(path, stamp)| now.get(*path) != Some(stamp));
    let new = now.keys().filter(|path| !shelf.has(path)).cloned();
    differ.map(|(path, _)| path.to_owned()).chain(new).collect()
}

/// Whether `folder` is on a file system that others change without our system knowing. The numbers are
/// those of statfs(2).
#[cfg(target_os = "linux")]
#[allow(clippy::cast_sign_loss, reason = "its type differs from system to system, its bits do not")]
fn is_remote(folder: &Path) -> bool {
    const NFS: u32 = 0x6969;
    const SMB: u32 = 0x517B;
    const SMB2: u32 = 0xFE53_4D42;
    const CIFS: u32 = 0xFF53_4D42;
    const FUSE: u32 = 0x6573_5546;
    const P9: u32 = 0x0102_1997;
    const AFS: u32 = 0x5346_414F;
    const CEPH: u32 = 0x00C3_6400;
    let known = [NFS, SMB, SMB2, CIFS, FUSE, P9, AFS, CEPH];
    rustix::fs::statfs(folder).is_ok_and(|system| known.contains(&(system.f_type as u32)))
}

/// Elsewhere the number is not at hand; a look now and then costs little.
#[cfg(not(target_os = "linux"))]
fn is_remote(_: &Path) -> bool {
    true
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_look_tells_of_a_file_only_when_it_has_come_to_rest() {
        let folder = std::env::temp_dir().join(format!("jianbao-eyes-{}", std::process::id()));
        fs::create_dir_all(folder.join("plan")).unwrap();
        let file = folder.join("plan/plan.toml");
        fs::write(&file, "title = 'x'\n").unwrap();
        let mut shelf = Shelf::default();
        shelf.refresh(&folder);
        let mut eyes =
            Eyes { looks: Some((Instant::now(), stamps(&folder, shelf.limits()))), ..Eyes::shut() };
        let path = HashSet::from(["plan/plan.toml".to_owned()]);
        assert!(eyes.look(&folder, &shelf).is_empty(), "nothing changed");
        for text in ["title = 'xy'\n", "title = 'xyz'\n"] {
            fs::write(&file, text).unwrap();
            assert!(eyes.look(&folder, &shelf).is_empty(), "it may go on");
        }
        assert_eq!(eyes.look(&folder, &shelf), path);
        shelf.refresh(&folder);
        assert!(eyes.look(&folder, &shelf).is_empty());
        fs::remove_dir_all(&folder).unwrap();
        assert!(eyes.look(&folder, &shelf).is_empty());
        assert_eq!(eyes.look(&folder, &shelf), path, "gone");
    }
}
