//! Files that are no text, have no end, or lead elsewhere: each is answered at once, in little memory, with the
//! right problem, while the rest of the library stays. Each is loaded by a process of its own, this test binary
//! once more, so that its memory can be told.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use jianbao::plan::{Library, Limits, Reason, Shelf};

use super::made::Folder;
use super::report::kind;

const FOLDER: &str = "JIANBAO_TEST_HOSTILE";

/// What a file is, how it is made at a path, and the kinds of problem it may be.
type Case = (&'static str, fn(&Path), &'static [&'static str]);

fn write(place: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(place, bytes).unwrap();
}

fn sparse(place: &Path, size: u64) {
    File::create(place).unwrap().set_len(size).unwrap();
}

/// Runs a program of the system; where it may not, the file is not there and its case is passed over.
fn make(program: &str, arguments: &[&str]) {
    let _ = Command::new(program).args(arguments).output();
}

/// As many bytes as a file may have, over and over the same.
fn full(piece: &str) -> String {
    let most = usize::try_from(Limits::default().file).unwrap();
    piece.repeat((most - 64) / piece.len())
}

/// Keys that the format does not know, each of them a problem.
fn unknown(between: &str) -> String {
    (0..70_000).map(|nth| format!("k{nth}=1{between}")).collect()
}

const CASES: &[Case] = &[
    ("sparse, 1 GB", |at| sparse(at, 1 << 30), &["TooLarge"]),
    ("sparse, 1 TB", |at| sparse(at, 1 << 40), &["TooLarge", "Unreadable"]),
    ("one byte too many", |at| sparse(at, Limits::default().file + 1), &["TooLarge"]),
    ("NUL as many as it may", |at| sparse(at, Limits::default().file), &["NotUtf8", "Syntax"]),
    ("a pipe", |at| make("mkfifo", &[at.to_str().unwrap()]), &["NotAFile"]),
    ("a socket", |at| drop(UnixListener::bind(at).unwrap()), &["NotAFile"]),
    ("a device", |at| make("mknod", &[at.to_str().unwrap(), "c", "1", "5"]), &["NotAFile"]),
    ("a folder", |at| fs::create_dir(at).unwrap(), &["NotAFile"]),
    ("a link to a device", |at| symlink("/dev/zero", at).unwrap(), &["Outside"]),
    ("a link out of the library", |at| symlink("/etc/passwd", at).unwrap(), &["Outside"]),
    ("a link up and out", |at| symlink("../../../etc/hosts", at).unwrap(), &["Outside"]),
    ("a link to itself", |at| symlink(at, at).unwrap(), &["Unreadable"]),
    ("a link to its folder", |at| symlink("../p", at).unwrap(), &["NotAFile"]),
    ("a link to nothing", |at| symlink("nowhere.toml", at).unwrap(), &["Unreadable"]),
    ("unreadable", unreadable, &["Unreadable"]),
    ("empty", |at| write(at, ""), &["Missing"]),
    ("open brackets", |at| write(at, full("[")), &["TooIntricate"]),
    ("as many brackets as it may", |at| write(at, "[".repeat(150_000)), &["Syntax"]),
    (
        "an array as deep as it may be",
        |at| write(at, format!("a = {}{}", "[".repeat(90), "]".repeat(90))),
        &["Syntax"],
    ),
    ("dotted keys", |at| write(at, "a.".repeat(149_999) + "b = 1"), &["Syntax"]),
    ("one long key", |at| write(at, full("k")), &["Syntax"]),
    ("open quotes", |at| write(at, full("\"")), &["Syntax"]),
    (
        "one long line of a text",
        |at| write(at, format!("title = \"{}\"", "長".repeat(300_000))),
        &["Missing"],
    ),
    ("unknown keys", |at| write(at, unknown("\n")), &["UnknownKey"]),
    ("unknown keys on one line", |at| write(at, format!("declared = {{{}}}", unknown(","))), &["UnknownKey"]),
    ("an error on every line", |at| write(at, "=\n".repeat(150_000)), &["Syntax"]),
    ("errors on one line", |at| write(at, "= ".repeat(150_000)), &["Syntax"]),
    ("unsafe characters", |at| write(at, format!("title = \"{}\"", full("\u{202e}"))), &["Unsafe"]),
    (
        "wrong types on one line",
        |at| write(at, format!("measure = [{}]", "1,".repeat(140_000))),
        &["WrongType"],
    ),
    ("tables without anything", |at| write(at, "[[number]]\n".repeat(37_000)), &["Missing"]),
    ("carriage returns", |at| write(at, "title = 'x'\r".repeat(2000)), &["Syntax"]),
    ("the same key again and again", |at| write(at, "title = 'x'\n".repeat(500)), &["Syntax"]),
    ("bytes of no encoding", |at| write(at, [0xff, 0x80, 0xc0].repeat(1000)), &["NotUtf8"]),
    ("half a character at the end", |at| write(at, b"title = '\xe5\x89"), &["NotUtf8"]),
];

/// A file that nobody may read; it is loaded by [`NOBODY`], for root may.
fn unreadable(place: &Path) {
    write(place, "title = 'x'\n");
    fs::set_permissions(place, fs::Permissions::from_mode(0o000)).unwrap();
}

const NOBODY: u32 = 65_534;

/// The process that loads `folder`; none where one such can't be started here.
fn load(folder: &Path) -> Option<String> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["data::hostile::loader", "--exact", "--nocapture", "--test-threads=1"]).env(FOLDER, folder);
    let bad = folder.join("p/bad.toml");
    let mode = fs::symlink_metadata(&bad).ok()?.permissions().mode();
    if mode.trailing_zeros() >= 9 && File::open(bad).is_ok() {
        command.uid(NOBODY).gid(NOBODY).current_dir("/");
    }
    let mut child = command.stdout(Stdio::piped()).spawn().ok()?;
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("{} is still being loaded", folder.display());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    said.lines().find(|line| line.starts_with("loaded ")).map(str::to_owned)
}

/// The loading process: every kind of problem with the bad file, how many items are left, milliseconds of
/// work (waiting for others on a busy machine is none) and the most memory taken, in KiB. As a test of its own it does nothing.
#[test]
fn loader() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let before = memory();
    let begun = worked();
    let library = Library::load(Path::new(&folder));
    let spent = worked().saturating_sub(begun).as_millis();
    let bad = library.problems.iter().filter(|problem| problem.place.file == "p/bad.toml");
    let kinds: BTreeSet<&str> = bad.map(|problem| kind(&problem.reason)).collect();
    let kinds: Vec<&str> = kinds.into_iter().filter(|kind| *kind != "Unlisted").collect();
    println!("\nloaded {} {} {spent} {}", kinds.join(","), library.items().count(), memory() - before);
}

/// How long this thread has run.
fn worked() -> Duration {
    let said = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(said.split(' ').next().unwrap().parse().unwrap())
}

/// The most memory this process ever had, in KiB.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Without optimisation parsing takes ten times as long.
const PATIENCE: Duration = Duration::from_millis(if cfg!(debug_assertions) { 1000 } else { 100 });
const MEMORY: u64 = 64 << 10;

#[test]
#[cfg(target_os = "linux")]
fn each_is_answered_at_once_and_the_rest_stays() {
    let mut slowest = (0, "");
    let mut largest = (0, "");
    let mut passed_over = 0;
    for (nth, (name, make, kinds)) in CASES.iter().enumerate() {
        let folder = Folder::with_plan(&format!("hostile-{nth}"));
        make(&folder.0.join("p/bad.toml"));
        let Some(line) = load(&folder.0) else {
            println!("{name}: not here");
            passed_over += 1;
            continue;
        };
        let words: Vec<&str> = line.split(' ').collect();
        assert!(words[1].split(',').any(|kind| kinds.contains(&kind)), "{name}: {line}");
        assert_eq!(words[2], "1", "{name}: the rest is not there");
        let (spent, memory): (u64, u64) = (words[3].parse().unwrap(), words[4].parse().unwrap());
        assert!(u128::from(spent) <= PATIENCE.as_millis(), "{name}: {spent} ms");
        assert!(memory <= MEMORY, "{name}: {memory} KiB");
        println!("{name}: {spent} ms, {memory} KiB");
        slowest = slowest.max((spent, name));
        largest = largest.max((memory, name));
    }
    assert!(passed_over <= 3, "{passed_over} of {} cases can't be made", CASES.len());
    println!("slowest: {slowest:?} ms; largest: {largest:?} KiB");
}

#[test]
fn what_lies_beyond_the_limits_is_told_once_and_the_rest_is_there() {
    let folder = Folder::with_plan("limits");
    for nth in 0..20 {
        folder.write(&format!("p/t{nth:02}.toml"), "title = '章'\nen = 'x'\nsummary = '要'\n");
    }
    let load = |limits: Limits| {
        let mut shelf = Shelf::within(limits);
        shelf.refresh(&folder.0);
        let library = shelf.library();
        let beyond: Vec<(String, Reason)> = library
            .problems
            .iter()
            .filter(|problem| {
                matches!(problem.reason, Reason::TooManyFiles { .. } | Reason::LibraryTooLarge(_))
            })
            .map(|problem| (problem.place.file.clone(), problem.reason.clone()))
            .collect();
        (library.plans[0].sections.len(), beyond)
    };
    assert_eq!(load(Limits::default()), (21, Vec::new()));
    let files = Reason::TooManyFiles { found: 22, most: 12 };
    assert_eq!(load(Limits { files: 12, ..Limits::default() }), (11, vec![("p/t10.toml".to_owned(), files)]));
    let size = |name: &str| fs::metadata(folder.0.join("p").join(name)).unwrap().len();
    let total = size("plan.toml") + size("s.toml") + 5 * size("t00.toml");
    let large = Reason::LibraryTooLarge(total);
    assert_eq!(load(Limits { total, ..Limits::default() }), (6, vec![("p/t05.toml".to_owned(), large)]));
    // One that is too large by itself takes no other's place.
    sparse(&folder.0.join("p/a.toml"), 1 << 30);
    assert_eq!(load(Limits::default()), (21, Vec::new()));
}

#[test]
fn a_library_that_outgrows_its_limits_keeps_its_plan() {
    let folder = Folder::with_plan("outgrown");
    let mut shelf = Shelf::within(Limits { files: 2, ..Limits::default() });
    shelf.refresh(&folder.0);
    assert_eq!(shelf.library().items().count(), 1);
    // Comes before the section that is shown, which stays as it was.
    folder.write("p/a.toml", "title = '章'\nen = 'x'\nsummary = '要'\n");
    shelf.refresh(&folder.0);
    let library = shelf.library();
    assert_eq!(library.items().count(), 1);
    assert_eq!(library.kept, ["p/s.toml"]);
}

#[test]
fn a_plan_behind_a_link_out_of_the_library_is_refused() {
    let (folder, other) = (Folder::with_plan("linked"), Folder::with_plan("linked-other"));
    symlink(other.0.join("p"), folder.0.join("q")).unwrap();
    let library = Library::load(&folder.0);
    assert_eq!(library.plans.len(), 1);
    let outside = library.problems.iter().find(|problem| problem.place.file == "q/plan.toml");
    assert_eq!(outside.map(|problem| &problem.reason), Some(&Reason::Outside));
    // Nor is it one whose folder is ordinary and whose files lead there.
    fs::create_dir(folder.0.join("r")).unwrap();
    symlink(other.0.join("p/plan.toml"), folder.0.join("r/plan.toml")).unwrap();
    let library = Library::load(&folder.0);
    assert!(library.problems.iter().any(|problem| problem.place.file == "r/plan.toml"));
    assert_eq!(library.plans.len(), 1);
    // Links within the library are followed: a plan's, and a file's.
    symlink("p", folder.0.join("s")).unwrap();
    symlink("s.toml", folder.0.join("p/t.toml")).unwrap();
    let library = Library::load(&folder.0);
    let ids: Vec<String> = library.plans.iter().map(|plan| plan.id.to_string()).collect();
    assert_eq!((ids, library.plans[0].sections.len()), (vec!["p".to_owned(), "s".to_owned()], 2));
    // A library that is itself reached by a link is whole.
    let link = folder.0.join("link");
    symlink(&other.0, &link).unwrap();
    assert!(Library::load(&link).problems.is_empty());
}
