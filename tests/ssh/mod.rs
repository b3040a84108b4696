//! Over a real SSH line: ssh to an sshd of the test's own on 127.0.0.1, the program at the far end, 100×30.
//! Where ssh or sshd is not installed the tests say so and pass, unless `JIANBAO_CI` is set.

pub(crate) mod server;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use jianbao::app::Effect;
use jianbao::plan::Pane;

use crate::pty::pair::Pair;
use crate::pty::plain::ENVIRONMENT;
use crate::pty::terminal::{PROGRAM, Terminal};
use server::Server;

/// Logs in and starts the program, which leaves its process id in `folder/pid`. Of the environment of the line only
/// what ssh and the terminal set goes on.
fn reading(server: &Server) -> Pair {
    let set = ENVIRONMENT.iter().filter(|(name, _)| !["TERM", "JIANBAO_AMBIGUOUS"].contains(name));
    let set: String = set.map(|(name, value)| format!("{name}={value} ")).collect();
    let line = "TERM=\"$TERM\" SSH_TTY=\"$SSH_TTY\" SSH_CONNECTION=\"$SSH_CONNECTION\"";
    let (home, pid) = (env!("CARGO_MANIFEST_DIR"), server.folder.join("pid"));
    let command =
        format!("cd '{home}' && echo $$ > '{}' && exec env -i {set}{line} '{PROGRAM}'", pid.display());
    let script = server.folder.join("start.sh");
    fs::write(&script, command).unwrap();
    let arguments = server.log_in(&format!("exec sh '{}'", script.display()));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Pair::at(Terminal::start("ssh", &arguments))
}

#[test]
fn every_pane_of_a_plan_is_right() {
    let Some(server) = Server::start() else { return };
    let mut pair = reading(&server);
    pair.press("5", "5");
    let panes = pair.reader.app.panes().len();
    assert_eq!(panes, Pane::ALL.len(), "this plan has every pane");
    for _ in 0..panes {
        pair.press("j", "j");
        pair.press("\t", "Tab");
    }
    pair.press("\x1b[Z", "S-Tab");
    pair.press("\r", "Enter");
    pair.press("j", "j");
    pair.press("\x1b", "Esc");
    pair.press("0", "0");
    pair.terminal.send("q");
    assert_eq!(pair.terminal.end_in_order(), 0);
}

#[test]
fn what_is_copied_goes_to_the_terminal_at_this_end() {
    let Some(server) = Server::start() else { return };
    let mut pair = reading(&server);
    pair.press("5", "5");
    pair.press("\t\t", "Tab Tab");
    pair.terminal.send("y");
    pair.terminal.wait_for("送到你的終端機");
    pair.reader.press("y");
    let [Effect::Copy(text)] = pair.reader.effects() else { panic!("{:?}", pair.reader.effects()) };
    let sent = String::from_utf8_lossy(&pair.terminal.bytes()).into_owned();
    let (_, rest) = sent.split_once("\x1b]52;c;").expect("OSC 52 is sent");
    let end = rest.find(['\x07', '\x1b']).unwrap();
    assert_eq!(decoded(&rest[..end]), *text);
    pair.terminal.send("q");
    assert_eq!(pair.terminal.end_in_order(), 0);
}

#[test]
fn a_dropped_line_ends_the_program_at_the_far_end() {
    let Some(server) = Server::start() else { return };
    let mut pair = reading(&server);
    let pid = fs::read_to_string(server.folder.join("pid")).unwrap().trim().to_owned();
    assert!(lives(&pid));
    pair.terminal.kill();
    let cut = Instant::now();
    while lives(&pid) {
        assert!(cut.elapsed() < Duration::from_secs(1), "it lives on");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Whether a process of this id runs.
fn lives(pid: &str) -> bool {
    if Path::new("/proc/self/stat").exists() {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        return stat.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'));
    }
    Command::new("kill").args(["-0", pid]).output().unwrap().status.success()
}

/// Base64 as RFC 4648 has it, read by the letter.
fn decoded(text: &str) -> String {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = |c: char| u32::try_from(LETTERS.find(c).unwrap()).unwrap();
    let (mut bytes, mut held, mut count) = (Vec::new(), 0, 0);
    for c in text.trim_end_matches('=').chars() {
        held = held << 6 | bits(c);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((held >> count & 0xFF) as u8);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn base64_is_read_as_the_standard_gives_it() {
    for (text, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy"), ("簡", "57Ch")] {
        assert_eq!(decoded(coded), text);
    }
}
