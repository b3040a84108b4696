//! The thread that keeps a library fresh, on a real file system.

use std::fs::{self, File};
use std::io::Write;
use std::sync::mpsc::{Receiver, channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

use jianbao::plan::{Library, Limits};
use jianbao::terminal::{Reloader, Reloading};

use super::folder::{Folder, PLAN, kept, says, section, sections};

/// Longer than any change may take to show, even where the machine is busy.
const LONG: Duration = Duration::from_secs(4);

struct Watched {
    folder: Folder,
    libraries: Receiver<Library>,
    reloading: Reloading,
}

impl Watched {
    fn new(watch: bool) -> Self {
        let folder = Folder::new();
        let (sender, libraries) = channel();
        let reloader = Reloader::new(&folder.path);
        let reloading = reloader.start(Limits::default(), watch, move |library| sender.send(library).is_ok());
        let first = libraries.iter().find(|library: &Library| library.loading.is_none()).unwrap();
        assert!(first.problems.is_empty() && !first.plans.is_empty());
        // Until it watches, a change may be seen only by comparing; both ways are tested below.
        sleep(Duration::from_millis(200));
        Self { folder, libraries, reloading }
    }

    /// Waits for a library of which `is` is true, and says how many milliseconds that took.
    fn until(&self, what: &str, is: impl Fn(&Library) -> bool) -> u128 {
        let begun = Instant::now();
        while let Ok(library) = self.libraries.recv_timeout(LONG.saturating_sub(begun.elapsed())) {
            if is(&library) {
                println!("{what}: {} ms", begun.elapsed().as_millis());
                return begun.elapsed().as_millis();
            }
        }
        panic!("{what}: not seen");
    }

    fn quiet(&self, time: u64) {
        assert!(self.libraries.recv_timeout(Duration::from_millis(time)).is_err(), "something was seen");
    }
}

fn edition(number: usize) -> impl Fn(&Library) -> bool {
    move |library| says(library, "a") == vec![format!("第{number}版"); 3] && kept(library).is_empty()
}

#[test]
fn every_way_to_save_a_file_is_seen() {
    let watched = Watched::new(true);
    let (folder, file) = (&watched.folder, watched.folder.at("visits/a.toml"));
    folder.write("visits/a.toml", &section("a", 2, 3));
    let mut times = vec![watched.until("written in place", edition(2))];
    folder.replace("visits/a.toml", &section("a", 3, 3));
    times.push(watched.until("replaced", edition(3)));
    // vim: the old file is put aside, the new one written in its place, the old one deleted.
    fs::rename(&file, folder.at("visits/a.toml~")).unwrap();
    fs::write(&file, section("a", 4, 3)).unwrap();
    fs::remove_file(folder.at("visits/a.toml~")).unwrap();
    times.push(watched.until("saved by vim", edition(4)));
    let other = folder.at("visits/other");
    fs::write(&other, section("a", 5, 3)).unwrap();
    fs::remove_file(&file).unwrap();
    fs::hard_link(&other, &file).unwrap();
    times.push(watched.until("linked", edition(5)));
    times.sort_unstable();
    assert!(times[0] < 300, "the quickest took {times:?} ms");
}

#[test]
fn a_slow_writer_shows_nothing_before_it_is_done() {
    let watched = Watched::new(true);
    let whole = section("a", 2, 3);
    let cut = whole.find("\n[[term]]\nid = 't2'").unwrap();
    let mut file = File::create(watched.folder.at("visits/a.toml")).unwrap();
    file.write_all(&whole.as_bytes()[..cut]).unwrap();
    watched.quiet(250);
    // Another file is read meanwhile; this one is not.
    watched.folder.write("visits/b.toml", &section("b", 2, 3));
    watched.until("another file", |library| {
        assert_eq!(says(library, "a"), ["第1版"; 3], "the half-written file was read");
        says(library, "b") == ["第2版"; 3]
    });
    watched.folder.write("visits/c.toml", &section("c", 1, 1));
    fs::create_dir(watched.folder.at("new")).unwrap();
    watched.until("a new section and a new folder", |library| {
        assert_eq!(says(library, "a"), ["第1版"; 3], "the half-written file was read");
        says(library, "c").len() == 1
    });
    file.write_all(&whole.as_bytes()[cut..]).unwrap();
    drop(file);
    watched.until("the whole file", edition(2));
}

#[test]
fn files_and_folders_come_and_go() {
    let watched = Watched::new(true);
    let folder = &watched.folder;
    fs::remove_file(folder.at("visits/b.toml")).unwrap();
    watched.until("a section deleted", |library| sections(library) == ["a"]);
    folder.write("visits/c.toml", &section("c", 1, 1));
    watched.until("a section added", |library| sections(library) == ["a", "c"]);
    fs::create_dir(folder.at("second")).unwrap();
    fs::copy(folder.at("visits/plan.toml"), folder.at("second/plan.toml")).unwrap();
    watched.until("a plan added", |library| library.plans.len() == 2);
    folder.write("second/a.toml", &section("a", 1, 1));
    watched.until("a section of a new plan", |library| library.find_path("second/a/t1").is_some());
    fs::rename(folder.at("second"), folder.at("third")).unwrap();
    watched.until("a plan renamed", |library| library.find_path("third/a/t1").is_some());
    folder.replace("third/a.toml", &section("a", 1, 2));
    watched.until("a change in a renamed plan", |library| library.find_path("third/a/t2").is_some());
    fs::remove_dir_all(folder.at("third")).unwrap();
    watched.until("a plan deleted", |library| library.plans.len() == 1);
}

#[test]
fn a_library_that_vanishes_is_kept_and_comes_back() {
    let watched = Watched::new(true);
    let folder = &watched.folder;
    for edition_now in 2..4 {
        fs::rename(&folder.path, folder.away()).unwrap();
        watched.until("vanished", |library| kept(library) == ["library"] && says(library, "a").len() == 3);
        fs::rename(folder.away(), &folder.path).unwrap();
        watched.until("came back", |library| kept(library).is_empty());
        folder.replace("visits/a.toml", &section("a", edition_now, 3));
        watched.until("changed afterwards", edition(edition_now));
    }
    fs::remove_dir_all(&folder.path).unwrap();
    watched.until("deleted", |library| kept(library) == ["library"] && says(library, "a").len() == 3);
}

/// With the folder above gone too there is nothing to watch: looking now and then has to do.
#[test]
fn a_library_comes_back_where_nothing_can_be_watched() {
    let watched = Watched::new(true);
    let folder = &watched.folder;
    fs::remove_dir_all(folder.path.parent().unwrap()).unwrap();
    watched.until("vanished with the folder above", |library| kept(library) == ["library"]);
    sleep(Duration::from_millis(100));
    for name in ["a", "b"] {
        folder.write(&format!("visits/{name}.toml"), &section(name, 2, 3));
    }
    folder.write("visits/plan.toml", PLAN);
    watched.until("came back unseen", edition(2));
    folder.write("visits/a.toml", &section("a", 3, 3));
    assert!(watched.until("changed afterwards", edition(3)) < 2000, "it is watched again");
}

#[test]
fn a_broken_file_is_named_until_it_is_mended() {
    let watched = Watched::new(true);
    watched.folder.write("visits/a.toml", "title = '章節a\n");
    watched.until("broken", |library| {
        assert_eq!(says(library, "a"), ["第1版"; 3]);
        kept(library).first().is_some_and(|address| address.starts_with("visits/a.toml:1:"))
    });
    watched.folder.write("visits/a.toml", &section("a", 2, 3));
    watched.until("mended", edition(2));
}

#[test]
fn nothing_is_sent_where_nothing_changed() {
    let watched = Watched::new(true);
    let folder = &watched.folder;
    watched.quiet(50);
    folder.write("visits/a.toml", &section("a", 1, 3));
    folder.write("visits/.a.toml.swp", "x");
    folder.write("visits/a.toml~", "x");
    folder.write("notes.txt", "x");
    fs::read(folder.at("visits/a.toml")).unwrap();
    watched.quiet(500);
}

#[test]
fn without_watching_a_change_shows_when_asked_for() {
    let watched = Watched::new(false);
    watched.folder.write("visits/a.toml", &section("a", 2, 3));
    watched.quiet(400);
    watched.reloading.now();
    watched.until("asked for", edition(2));
    watched.reloading.now();
    watched.until("asked for without a change", edition(2));
}

/// In place, replaced, cut off and broken in turn; what is shown is always one of the whole files.
#[test]
fn a_storm_of_saves_shows_only_whole_files() {
    let watched = Watched::new(true);
    for save in 0..400 {
        let whole = section("a", save % 7 + 2, 3);
        match save % 3 {
            0 => watched.folder.replace("visits/a.toml", &whole),
            1 => {
                let mut file = File::create(watched.folder.at("visits/a.toml")).unwrap();
                let (first, rest) = whole.as_bytes().split_at(whole.find("\n[[term]]\nid = 't3'").unwrap());
                file.write_all(first).unwrap();
                sleep(Duration::from_millis(3));
                file.write_all(rest).unwrap();
            }
            _ => watched.folder.write("visits/a.toml", "title = "),
        }
    }
    watched.folder.write("visits/a.toml", &section("a", 9, 3));
    watched.until("the last of 400 saves", |library| {
        let said = says(library, "a");
        assert!(said.len() == 3 && said.iter().all(|each| *each == said[0]), "{said:?}");
        edition(9)(library)
    });
    watched.quiet(300);
}
