//! Which files are whole and wait to be read. A file that is being written often makes sense half-way, so
//! it counts only once its writer has closed it, or when it was put in place whole.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind};

use crate::plan::is_briefing;

/// Changes are read when none has come for so long …
const QUIET: Duration = Duration::from_millis(60);
/// … or when the first has waited so long.
const PATIENCE: Duration = Duration::from_millis(250);

/// What waits to be read.
#[derive(Debug)]
pub(super) struct Pending {
    folder: PathBuf,
    wanted: Wanted,
    being_written: HashSet<String>,
    /// When the first and the last change came.
    span: Option<(Instant, Instant)>,
}

/// What is to be read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Files by their path in the library.
    pub(super) files: HashSet<String>,
    /// Whether folders came or went, so that everything has to be looked at.
    pub(super) around: bool,
}

/// What an event says of a file.
#[derive(Clone, Copy)]
enum Sign {
    /// Nobody writes it now.
    Whole,
    /// Somebody writes it.
    Begun,
    /// Its owner or mode changed.
    Touched,
}

impl Pending {
    /// Nothing, in the library `folder`.
    pub(super) fn new(folder: &Path) -> Self {
        let (wanted, being_written) = (Wanted::default(), HashSet::new());
        Self { folder: folder.to_owned(), wanted, being_written, span: None }
    }

    /// Takes note of something that was seen.
    pub(super) fn note(&mut self, event: notify::Result<notify::Event>) {
        let Ok(event) = event else { return self.look_around() };
        if event.need_rescan() {
            self.being_written.clear();
            return self.look_around();
        }
        for path in &event.paths {
            if let Some(sign) = sign(event.kind, path) {
                self.note_path(path, sign);
            }
        }
    }

    fn note_path(&mut self, path: &Path, sign: Sign) {
        let Ok(inside) = path.strip_prefix(&self.folder) else { return };
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        match names.as_slice() {
            [folder, file] if is_briefing(file) => self.note_file(format!("{folder}/{file}"), sign),
            _ if matches!(sign, Sign::Begun) => {}
            [] => {
                self.being_written.clear();
                self.look_around();
            }
            [folder] if !folder.starts_with('.') => {
                let inside = format!("{folder}/");
                self.being_written.retain(|path| !path.starts_with(&inside));
                self.look_around();
            }
            _ => {}
        }
    }

    fn note_file(&mut self, path: String, sign: Sign) {
        match sign {
            Sign::Begun => {
                self.wanted.files.remove(&path);
                self.being_written.insert(path);
                return;
            }
            Sign::Touched if self.being_written.contains(&path) => return,
            Sign::Whole | Sign::Touched => {}
        }
        self.being_written.remove(&path);
        self.wanted.files.insert(path);
        self.put_off();
    }

    /// Everything has to be looked at.
    pub(super) fn look_around(&mut self) {
        self.wanted.around = true;
        self.put_off();
    }

    fn put_off(&mut self) {
        let now = Instant::now();
        self.span = Some((self.span.map_or(now, |(first, _)| first), now));
    }

    /// When it is time to read, if anything waits.
    pub(super) fn due(&self) -> Option<Instant> {
        self.span.map(|(first, last)| (first + PATIENCE).min(last + QUIET))
    }

    /// What waited; nothing waits any more.
    pub(super) fn take(&mut self) -> Wanted {
        self.span = None;
        std::mem::take(&mut self.wanted)
    }

    /// The files that somebody is writing.
    pub(super) fn being_written(&self) -> &HashSet<String> {
        &self.being_written
    }
}

fn sign(kind: EventKind, path: &Path) -> Option<Sign> {
    Some(match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(_))
        | EventKind::Create(CreateKind::Folder)
        | EventKind::Remove(_) => Sign::Whole,
        EventKind::Create(_) if is_link(path) => Sign::Whole,
        EventKind::Modify(ModifyKind::Metadata(_)) => Sign::Touched,
        // Elsewhere the system does not say when a file is closed.
        EventKind::Create(_) | EventKind::Modify(_) if cfg!(not(target_os = "linux")) => Sign::Whole,
        EventKind::Create(_) | EventKind::Modify(_) => Sign::Begun,
        _ => return None,
    })
}

/// A link appears whole: nobody opens and closes it.
fn is_link(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    path.symlink_metadata().is_ok_and(|data| data.is_symlink() || data.nlink() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::Event;
    use notify::event::{DataChange, MetadataKind, RemoveKind, RenameMode};

    const CLOSED: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));

    fn after(events: &[(EventKind, &str)]) -> Pending {
        let mut pending = Pending::new(Path::new("/library"));
        for (kind, path) in events {
            pending.note(Ok(Event::new(*kind).add_path(PathBuf::from(path))));
        }
        pending
    }

    fn files(events: &[(EventKind, &str)]) -> Vec<String> {
        after(events).take().files.into_iter().collect()
    }

    #[test]
    fn a_file_counts_when_it_is_closed_or_put_in_place() {
        let file = "/library/plan/a.toml";
        assert_eq!(files(&[(CLOSED, file)]), ["plan/a.toml"]);
        assert_eq!(files(&[(WRITTEN, file), (CLOSED, file)]), ["plan/a.toml"]);
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::To));
        assert_eq!(files(&[(WRITTEN, file), (renamed, file)]), ["plan/a.toml"]);
        assert_eq!(files(&[(EventKind::Remove(RemoveKind::File), file)]), ["plan/a.toml"]);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_file_being_written_waits_and_wakes_nobody() {
        let file = "/library/plan/a.toml";
        let created = EventKind::Create(CreateKind::File);
        let chmod = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
        for events in [vec![(created, file)], vec![(WRITTEN, file), (chmod, file)]] {
            let pending = after(&events);
            assert!(pending.due().is_none() && pending.being_written().contains("plan/a.toml"));
        }
        assert!(files(&[(CLOSED, file), (WRITTEN, file)]).is_empty(), "written again");
        assert_eq!(files(&[(chmod, file)]), ["plan/a.toml"]);
    }

    #[test]
    fn only_files_of_the_library_count() {
        for path in
            ["/library/plan/.a.toml.swp", "/library/plan/a.toml~", "/library/plan/4913", "/else/a.toml"]
        {
            let pending = after(&[(CLOSED, path), (EventKind::Remove(RemoveKind::File), path)]);
            assert!(pending.due().is_none(), "{path}");
        }
    }

    #[test]
    fn folders_that_come_and_go_make_it_look_around() {
        let mut pending = after(&[(WRITTEN, "/library/plan/a.toml")]);
        pending.note(Ok(Event::new(EventKind::Remove(RemoveKind::Folder)).add_path("/library/plan".into())));
        assert!(pending.being_written().is_empty());
        assert!(pending.take().around);
        assert!(after(&[(EventKind::Remove(RemoveKind::Folder), "/library")]).take().around);
        assert!(!after(&[(EventKind::Create(CreateKind::Folder), "/library/.git")]).take().around);
    }
}
