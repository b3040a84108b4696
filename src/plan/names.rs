//! The names in a folder, and how each leads on, as the folder itself tells: all that is asked of the disk before it is known
//! which files there are.

use std::ffi::{CStr, OsStr};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::fs::{FileType, Mode, OFlags};
use rustix::io::Errno;

use crate::sort;

/// How a name in a folder leads to what it stands for, as the folder itself tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// It is a file.
    Straight,
    /// By a link: its own, or that of the folder it stands in.
    Link,
    /// It is a folder.
    Folder,
    /// Not at all: a pipe, a device.
    None,
}

impl Way {
    fn of(kind: FileType) -> Self {
        match kind {
            FileType::Symlink => Self::Link,
            FileType::Directory => Self::Folder,
            FileType::RegularFile => Self::Straight,
            _ => Self::None,
        }
    }
}

/// What stands in a folder, as the folder tells of it. There can be hundreds before the first frame: the names share their
/// memory.
#[derive(Debug, Default)]
pub(super) struct Names {
    bytes: Vec<u8>,
    /// Where each begins and ends, and how it leads on.
    places: Vec<(u32, u32, Way)>,
}

/// One of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'n> {
    pub(super) name: &'n OsStr,
    pub(super) way: Way,
}

impl Names {
    /// What stands in `folder`, in no order.
    ///
    /// # Errors
    /// Where it can't be listed.
    pub(super) fn of(folder: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let mut found = Self::default();
        tell(rustix::fs::open(folder, flags, Mode::empty())?, &mut |name, kind| {
            let name = name.to_bytes();
            let kind = match kind {
                // Nothing where it went away between the two looks.
                FileType::Unknown => {
                    let data = rustix::fs::lstat(folder.join(OsStr::from_bytes(name))).ok();
                    data.map(|data| FileType::from_raw_mode(data.st_mode))
                }
                known => Some(known),
            };
            if let Some(kind) = kind.filter(|_| name != b"." && name != b"..") {
                found.push(name, Way::of(kind));
            }
        })?;
        Ok(found)
    }

    fn push(&mut self, name: &[u8], way: Way) {
        let from = self.bytes.len() as u32;
        self.bytes.extend_from_slice(name);
        self.places.push((from, self.bytes.len() as u32, way));
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = Entry<'_>> {
        self.places.iter().map(|place| entry(&self.bytes, *place))
    }

    /// Leaves those that pass.
    pub(super) fn retain(&mut self, passes: impl Fn(Entry<'_>) -> bool) {
        self.places.retain(|place| passes(entry(&self.bytes, *place)));
    }

    /// Puts the first by name in its place, which is done sooner than to put all.
    pub(super) fn first_in_order(&mut self) {
        let first = self.iter().enumerate().min_by(|(_, a), (_, b)| a.name.cmp(b.name));
        if let Some((first, _)) = first {
            self.places.swap(0, first);
        }
    }

    /// Puts all in the order of their names.
    pub(super) fn in_order(&mut self) {
        let Self { bytes, places } = self;
        sort::by(places, |a, b| entry(bytes, *a).name.cmp(entry(bytes, *b).name));
    }
}

fn entry(bytes: &[u8], (from, to, way): (u32, u32, Way)) -> Entry<'_> {
    let name = bytes.get(from as usize..to as usize).unwrap_or_default();
    Entry { name: OsStr::from_bytes(name), way }
}

/// Tells of each name in a folder, and what the folder says that it stands for. Not by the standard library, which keeps more
/// of each than that: there can be hundreds before the first frame.
#[cfg(target_os = "linux")]
fn tell(folder: OwnedFd, told: &mut dyn FnMut(&CStr, FileType)) -> io::Result<()> {
    let mut names = Vec::with_capacity(NAMES);
    let mut folder = rustix::fs::RawDir::new(folder, names.spare_capacity_mut());
    while let Some(entry) = folder.next() {
        match entry {
            Ok(entry) => told(entry.file_name(), entry.file_type()),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Bytes; some thousand names at a time.
#[cfg(target_os = "linux")]
const NAMES: usize = 32 << 10;

#[cfg(not(target_os = "linux"))]
fn tell(folder: OwnedFd, told: &mut dyn FnMut(&CStr, FileType)) -> io::Result<()> {
    for entry in rustix::fs::Dir::new(folder)? {
        let entry = entry?;
        told(entry.file_name(), entry.file_type());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_with_how_they_lead_on_and_put_in_order() {
        let folder = std::env::temp_dir().join(format!("jianbao-names-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("b")).unwrap();
        std::fs::write(folder.join("c.toml"), "").unwrap();
        std::os::unix::fs::symlink("b", folder.join("a")).unwrap();
        let mut names = Names::of(&folder).unwrap();
        names.first_in_order();
        assert_eq!(names.iter().next().unwrap().name, "a");
        names.in_order();
        let told: Vec<_> = names.iter().map(|entry| (entry.name.to_str().unwrap(), entry.way)).collect();
        assert_eq!(told, [("a", Way::Link), ("b", Way::Folder), ("c.toml", Way::Straight)]);
        names.retain(|entry| entry.way != Way::Link);
        assert_eq!((names.len(), names.iter().next().unwrap().name), (2, OsStr::new("b")));
        assert!(Names::of(&folder.join("d")).is_err());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
