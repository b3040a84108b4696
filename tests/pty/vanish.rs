//! The terminal's own program dies while ours is at rest: nothing is written that could fail, nothing is read that
//! could end, and where SIGHUP is ignored nothing is heard. Ours goes all the same, at once, and works no more.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::plain::ENVIRONMENT;
use super::terminal::PROGRAM;

const SCRIPT: &str = "JIANBAO_TEST_HOLDER";

/// This test binary as a terminal's program: it starts ours by a script, says its number when the first frame is
/// there, and waits to be killed. As a test of its own it does nothing.
#[test]
fn holder() {
    let Ok(script) = std::env::var(SCRIPT) else { return };
    let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &script]);
    command.env_clear();
    ENVIRONMENT.iter().for_each(|(name, value)| command.env(name, value));
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    let child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (mut seen, mut bytes) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("56") {
        let count = reader.read(&mut bytes).unwrap();
        seen.extend_from_slice(&bytes[..count]);
    }
    println!("\nholds {}", child.process_id().unwrap());
    std::io::stdout().flush().unwrap();
    while reader.read(&mut bytes).is_ok_and(|count| count > 0) {}
}

/// Whether the process runs; one that has ended and that nobody has asked after does not.
fn runs(process: &str) -> bool {
    let state = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    state
        .rsplit(')')
        .next()
        .and_then(|rest| rest.trim().chars().next())
        .is_some_and(|state| !"ZX".contains(state))
}

fn vanishes(script: &str) {
    let mut holder = Command::new(std::env::current_exe().unwrap())
        .args(["pty::vanish::holder", "--exact", "--nocapture", "--test-threads=1"])
        .env(SCRIPT, script)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(holder.stdout.take().unwrap()).lines().map_while(Result::ok);
    let process = lines.find_map(|line| line.strip_prefix("holds ").map(str::to_owned)).unwrap();
    assert!(runs(&process));
    // All that follows the first frame is done.
    std::thread::sleep(Duration::from_millis(300));
    holder.kill().unwrap();
    holder.wait().unwrap();
    let cut = Instant::now();
    while runs(&process) {
        if cut.elapsed() > Duration::from_secs(10) {
            let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children"));
            let _ =
                Command::new("kill").arg("-9").args(children.iter().flat_map(|all| all.split(' '))).status();
            let _ = Command::new("kill").args(["-9", &process]).status();
            panic!("{script}: it lives on without a terminal");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    println!("{script}: gone after {:?}", cut.elapsed());
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_dies_takes_the_program_along() {
    vanishes(&format!("exec {PROGRAM}"));
    vanishes(&format!("trap '' HUP; exec {PROGRAM}"));
    vanishes(&format!("trap '' HUP INT TERM; exec {PROGRAM} --ascii"));
    // In a session of its own, which no terminal controls, so that no signal is sent at all.
    vanishes(&format!("trap '' HUP; exec setsid --wait {PROGRAM}"));
}
