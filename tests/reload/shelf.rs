//! The shelf: good data stays until it is replaced by good data or deleted.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jianbao::app::reload::{broken, broken_words};
use jianbao::lang::Lang;
use jianbao::plan::{Found, Library, Reason, Shelf};

use super::folder::{Folder, PLAN, kept, says, section, sections};

fn shelf(folder: &Folder) -> Shelf {
    let mut shelf = Shelf::default();
    assert!(shelf.refresh(&folder.path));
    assert!(!shelf.refresh(&folder.path), "nothing changed");
    shelf
}

#[test]
fn a_file_that_breaks_keeps_its_last_good_text_until_it_is_mended() {
    let folder = Folder::new();
    let mut shelf = shelf(&folder);
    let good = section("a", 2, 3);
    let half_way = &good[..good.find("id = 't2'").unwrap() + 7];
    let big5 = b"title = '\xa5\xbb\xb4\xe4'".as_slice();
    for (bytes, address) in [
        (half_way.as_bytes(), "visits/a.toml:14:8"),
        (b"", "visits/a.toml:1:1"),
        (b"# nothing left\n", "visits/a.toml:1:1"),
        (b"\0\0\0\0\0\0\0\0", "visits/a.toml:1:1"),
        (big5, "visits/a.toml"),
        (&vec![b' '; (1 << 20) + 1], "visits/a.toml"),
    ] {
        fs::write(folder.at("visits/a.toml"), bytes).unwrap();
        assert!(shelf.refresh(&folder.path), "{address}");
        let library = shelf.library();
        assert_eq!(says(&library, "a"), ["第1版"; 3], "{address}");
        assert_eq!(kept(&library).first().map(String::as_str), Some(address));
        assert_eq!(broken(&library).unwrap().address(), address);
        assert!(!shelf.refresh(&folder.path), "the same error again is no news");
    }
    folder.write("visits/a.toml", &good);
    assert!(shelf.refresh(&folder.path));
    assert_eq!(says(&shelf.library(), "a"), ["第2版"; 3]);
    assert_eq!((kept(&shelf.library()), shelf.library().problems.len()), (vec![], 0));
}

/// The other files of its plan are read again from what is kept of them, and their problems point where they did.
#[test]
fn a_change_leaves_all_as_a_fresh_look_finds_it() {
    let folder = Folder::new();
    let astray = "related = [\"a/nowhere\", \"other/a/b\"]\n";
    folder.write("visits/b.toml", &(section("b", 1, 3) + astray));
    let mut shelf = shelf(&folder);
    for version in 2..5 {
        folder.write("visits/a.toml", &section("a", version, 3).replace('\'', "\""));
        assert!(shelf.refresh(&folder.path));
        let (again, fresh) = (shelf.library(), Library::load(&folder.path));
        assert_eq!(format!("{:?}", again.plans), format!("{:?}", fresh.plans));
        assert_eq!((again.problems.len(), &again.problems), (2, &fresh.problems));
    }
}

#[test]
fn a_plan_file_that_breaks_keeps_the_plan() {
    let folder = Folder::new();
    let mut shelf = shelf(&folder);
    folder.write("visits/plan.toml", "title = '外訪\n");
    folder.write("visits/a.toml", &section("a", 2, 3));
    shelf.refresh(&folder.path);
    let library = shelf.library();
    assert_eq!(
        (says(&library, "a"), sections(&library)),
        (vec!["第2版".to_owned(); 3], vec!["a".into(), "b".into()])
    );
    let words = broken_words(&library, Lang::Hant).unwrap();
    assert!(words.contains("visits/plan.toml:1:") && words.contains("仍顯示"), "{words}");
}

#[test]
fn a_file_that_can_not_be_read_keeps_its_last_good_text() {
    let folder = Folder::new();
    let mut shelf = shelf(&folder);
    let file = folder.at("visits/a.toml");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(shelf.refresh(&folder.path));
    assert!(shelf.library().problems.iter().any(|problem| problem.reason == Reason::NotAFile));
    assert_eq!(says(&shelf.library(), "a"), ["第1版"; 3]);
    fs::remove_dir(&file).unwrap();
    std::os::unix::fs::symlink("a.toml", &file).unwrap();
    shelf.refresh(&folder.path);
    assert_eq!((says(&shelf.library(), "a").len(), kept(&shelf.library()).len()), (3, 1), "a link to itself");
}

#[test]
fn a_folder_that_can_not_be_listed_keeps_its_files() {
    let folder = Folder::new();
    let mut shelf = shelf(&folder);
    let plan = folder.at("visits");
    fs::set_permissions(&plan, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&plan).is_ok() {
        // Whoever may read everything can't be kept out.
        fs::set_permissions(&plan, fs::Permissions::from_mode(0o755)).unwrap();
        return;
    }
    assert!(shelf.refresh(&folder.path));
    assert_eq!((says(&shelf.library(), "a").len(), kept(&shelf.library()).len()), (3, 3));
    fs::set_permissions(&plan, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(shelf.refresh(&folder.path));
    assert_eq!(kept(&shelf.library()).len(), 0);
}

#[test]
fn what_is_deleted_is_gone_and_what_is_new_is_there() {
    let folder = Folder::new();
    let mut shelf = shelf(&folder);
    fs::remove_file(folder.at("visits/b.toml")).unwrap();
    folder.write("visits/c.toml", &section("c", 1, 1));
    fs::create_dir(folder.at("second")).unwrap();
    fs::copy(folder.at("visits/plan.toml"), folder.at("second/plan.toml")).unwrap();
    assert!(shelf.refresh(&folder.path));
    let library = shelf.library();
    assert_eq!((library.plans.len(), sections(&library)), (2, vec![]), "second comes first");
    assert_eq!((says(&library, "b").len(), says(&library, "c").len()), (0, 1));
    fs::remove_dir_all(folder.at("second")).unwrap();
    shelf.refresh(&folder.path);
    assert_eq!(shelf.library().plans.len(), 1);
}

#[test]
fn a_library_that_vanishes_stays_on_the_screen_and_says_so() {
    let folder = Folder::new();
    let mut shelf = shelf(&folder);
    fs::rename(&folder.path, folder.away()).unwrap();
    assert!(shelf.refresh(&folder.path));
    assert_eq!((says(&shelf.library(), "a").len(), kept(&shelf.library())), (3, vec!["library".to_owned()]));
    fs::create_dir(&folder.path).unwrap();
    assert!(shelf.refresh(&folder.path));
    assert_eq!(broken(&shelf.library()).unwrap().reason, Reason::NoPlans);
    assert_eq!(says(&shelf.library(), "a").len(), 3);
    fs::remove_dir(&folder.path).unwrap();
    fs::rename(folder.away(), &folder.path).unwrap();
    assert!(shelf.refresh(&folder.path));
    assert_eq!((says(&shelf.library(), "a").len(), kept(&shelf.library()).len()), (3, 0));
}

#[test]
fn what_never_was_good_is_no_old_data() {
    let folder = Folder::new();
    folder.write("visits/a.toml", "title = ");
    let mut shelf = Shelf::default();
    shelf.refresh(&folder.path);
    assert_eq!((shelf.library().problems.len(), broken(&shelf.library())), (1, None));
    fs::remove_dir_all(&folder.path).unwrap();
    let mut empty = Shelf::default();
    empty.refresh(&folder.path);
    assert_eq!((empty.library().plans.len(), broken(&empty.library())), (0, None));
}

/// 10,000 times the file is replaced while it is read without a pause.
#[test]
fn ten_thousand_swaps_show_no_file_that_was_cut_off() {
    let folder = Folder::new();
    let mut shelf = shelf(&folder);
    let editions = [folder.at("first"), folder.at("second")];
    for (number, (place, terms)) in editions.iter().zip([3, 60]).enumerate() {
        fs::write(place, section("a", number + 1, terms)).unwrap();
    }
    let (file, beside) = (folder.at("visits/a.toml"), folder.at("visits/a.toml.new"));
    let (over, begun) = (AtomicBool::new(false), Instant::now());
    let mut seen = [0; 2];
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for swap in 1..=10_000 {
                fs::hard_link(&editions[swap % 2], &beside).unwrap();
                fs::rename(&beside, &file).unwrap();
            }
            over.store(true, Ordering::Relaxed);
        });
        while !over.load(Ordering::Relaxed) {
            assert!(begun.elapsed() < Duration::from_secs(60));
            shelf.refresh(&folder.path);
            let library = shelf.library();
            let said = says(&library, "a");
            let edition = usize::from(said.len() == 60);
            assert_eq!(said, vec![format!("第{}版", edition + 1); [3, 60][edition]]);
            assert_eq!(library.problems, []);
            seen[edition] += 1;
        }
    });
    println!("10,000 swaps in {} ms, seen {seen:?}", begun.elapsed().as_millis());
    assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
}

#[test]
fn a_look_at_one_plan_leaves_the_others_as_they_are() {
    let folder = Folder::new();
    folder.write("other/plan.toml", PLAN);
    folder.write("other/a.toml", &section("a", 1, 2));
    let mut shelf = Shelf::default();
    shelf.refresh(&folder.path);
    let look = |shelf: &Shelf| {
        let files = std::collections::HashSet::from(["visits/a.toml".to_owned()]);
        Found::of_files(&folder.path, shelf.limits(), &files)
    };
    let paths = |library: &Library| -> Vec<String> {
        library.items().map(|(at, _)| library.path(at).unwrap()).collect()
    };
    // What changed elsewhere is left for its own look; what was added beside the file counts.
    folder.write("visits/a.toml", &section("a", 2, 1));
    folder.write("other/a.toml", &section("a", 2, 1));
    let found = look(&shelf);
    assert!(found.has_its_plans() && shelf.put(found));
    assert_eq!(says(&shelf.library(), "a"), ["第2版"]);
    assert_eq!(shelf.library().items().count(), 1 + 3 + 2, "{:?}", paths(&shelf.library()));
    shelf.refresh(&folder.path);
    assert_eq!(paths(&shelf.library()), paths(&Library::load(&folder.path)));
    // A plan that is gone can't be told from a library that is being moved by looking at it alone.
    fs::remove_dir_all(folder.at("visits")).unwrap();
    assert!(!look(&shelf).has_its_plans());
}
