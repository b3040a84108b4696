//! Where nothing can be saved: no home, a home that is read only, a disk that is full. The reader is told, what was
//! pinned stays as long as the program runs, and that goes on to its end.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::terminal::{PROGRAM, Terminal};
use crate::store::Folder;

/// Pins something, is told, and finds it among the pins all the same.
fn told(mut terminal: Terminal, what: &str) {
    terminal.wait("the first screen", |screen| super::terminal::text(screen).contains("56條"));
    // Until the desk is open, a pin has nowhere to go.
    terminal.send("jm");
    terminal.wait(what, |screen| super::terminal::text(screen).contains("未能儲存"));
    terminal.send("j'");
    terminal.wait_for("釘選 1 項");
    // Not with the next key at once: that would be one key with Alt.
    terminal.send("\x1b");
    terminal.wait_for("56條");
    terminal.send("q");
    assert_eq!(terminal.end_in_order(), 0, "{what}");
}

#[test]
fn without_a_home() {
    told(Terminal::start("env", &["HOME=/dev/null", PROGRAM]), "no home");
    told(Terminal::start("env", &["-u", "HOME", PROGRAM]), "HOME unset");
}

#[test]
fn in_a_home_that_is_read_only() {
    let home = Folder::new();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let variable = format!("HOME={}", home.path().display());
    // Root may write everywhere, so that it has to be somebody else.
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", "env", &variable, PROGRAM];
    if fs::write(home.path().join("probe"), "").is_err() {
        told(Terminal::start("env", &[&variable, PROGRAM]), "a home that is read only");
    } else if std::process::Command::new("setpriv")
        .args(&nobody[..3])
        .arg("true")
        .status()
        .is_ok_and(|ran| ran.success())
    {
        told(Terminal::start("setpriv", &nobody), "a home that is read only");
    } else {
        println!("not here: neither kept out of a folder nor able to become somebody who is");
    }
}

/// A disk of four pages, one of which is taken.
#[test]
fn on_a_disk_that_is_full() {
    let home = Folder::new();
    let place = home.path().display();
    let script = format!(
        "mount -t tmpfs -o size=16k tmpfs {place} && mkdir -p {place}/jianbao && head -c 99999 /dev/zero > {place}/rest; \
         exec env XDG_STATE_HOME={place} {PROGRAM}"
    );
    let may = format!("mount -t tmpfs -o size=16k tmpfs {place}");
    let probe = std::process::Command::new("unshare").args(["-m", "sh", "-c", &may]).output();
    if !probe.is_ok_and(|probe| probe.status.success()) {
        println!("not here: no disk can be mounted");
        return;
    }
    told(Terminal::start("unshare", &["-m", "sh", "-c", &script]), "a full disk");
}
