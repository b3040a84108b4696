//! An sshd of the test's own: its folder, keys and port, nothing of the system's configuration.

use std::fs;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long the server may take to begin.
const PATIENCE: Duration = Duration::from_secs(10);

/// The server, and what a client needs to log in. It ends with the test.
pub(super) struct Server {
    pub(super) folder: PathBuf,
    port: u16,
    user: String,
    child: Child,
}

/// Where a program is, if it is installed. The folders of the administrator are looked into too.
pub(crate) fn installed(name: &str) -> Option<PathBuf> {
    let path = std::env::var("PATH").unwrap_or_default() + ":/usr/sbin:/usr/local/sbin:/sbin";
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// True where all are installed. Where not, says what is left out; an error where `JIANBAO_CI` forbids that.
pub(crate) fn all_installed(names: &[&str]) -> bool {
    let missing: Vec<_> = names.iter().filter(|name| installed(name).is_none()).collect();
    if !missing.is_empty() {
        assert!(std::env::var_os("JIANBAO_CI").is_none(), "{missing:?} must be installed here");
        println!("skipped: {missing:?} not installed");
    }
    missing.is_empty()
}

impl Server {
    /// A server for the user who runs the tests; `None` where there is no sshd or ssh.
    pub(super) fn start() -> Option<Self> {
        if !all_installed(&["sshd", "ssh", "ssh-keygen"]) {
            return None;
        }
        let folder = new_folder();
        for key in ["host", "user"] {
            let file = folder.join(key);
            run(Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(file));
        }
        fs::copy(folder.join("user.pub"), folder.join("authorized")).unwrap();
        let user = run(Command::new("id").arg("-un")).trim().to_owned();
        if user == "root" {
            // Its folder of privilege separation, which sshd wants there when root starts it.
            let _ = fs::create_dir_all("/run/sshd");
        }
        // Another program may take the port before sshd does.
        let started = (0..5).find_map(|_| begin(&folder));
        let (port, child) = started.expect("sshd begins on one of five ports");
        let host = fs::read_to_string(folder.join("host.pub")).unwrap();
        fs::write(folder.join("known"), format!("[127.0.0.1]:{port} {host}")).unwrap();
        Some(Self { folder, port, user, child })
    }

    /// The arguments with which ssh runs `command` at a terminal of its own, knowing nothing but this server.
    pub(super) fn log_in(&self, command: &str) -> Vec<String> {
        let file = |name: &str| self.folder.join(name).display().to_string();
        let known = format!("UserKnownHostsFile={}", file("known"));
        let (port, there) = (self.port.to_string(), format!("{}@127.0.0.1", self.user));
        let key = file("user");
        let words = format!(
            "-tt -q -F none -p {port} -i {key} -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=yes \
             -o GlobalKnownHostsFile=none -o {known} {there}"
        );
        words.split_whitespace().chain([command]).map(str::to_owned).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A folder that only its owner can look into, which sshd asks of where keys are.
fn new_folder() -> PathBuf {
    use std::os::unix::fs::DirBuilderExt;
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("jianbao-ssh-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::DirBuilder::new().mode(0o700).create(&folder).unwrap();
    folder
}

fn run(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Starts sshd on a free port; `None` where it does not answer there.
fn begin(folder: &Path) -> Option<(u16, Child)> {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let option = |name: &str, file: &str| format!("{name}={}", folder.join(file).display());
    let mut child = Command::new(installed("sshd")?)
        .args(["-D", "-e", "-f", "/dev/null", "-p", &port.to_string()])
        .args(["-o", "ListenAddress=127.0.0.1", "-o", "PidFile=none", "-o", "UsePAM=no"])
        .args(["-o", "StrictModes=no", "-o", "PasswordAuthentication=no"])
        .args(["-o", "KbdInteractiveAuthentication=no", "-o", "PermitRootLogin=yes"])
        .args(["-o", "PrintMotd=no", "-o", "PrintLastLog=no"])
        .args(["-o", &option("HostKey", "host"), "-o", &option("AuthorizedKeysFile", "authorized")])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(fs::File::create(folder.join("log")).unwrap())
        .spawn()
        .unwrap();
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until && child.try_wait().unwrap().is_none() {
        if answers(port) {
            return Some((port, child));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let _ = child.kill();
    let _ = child.wait();
    println!("{}", fs::read_to_string(folder.join("log")).unwrap_or_default());
    None
}

/// Whether an SSH server says its name at this port.
fn answers(port: u16) -> bool {
    let Ok(mut line) = TcpStream::connect(("127.0.0.1", port)) else { return false };
    let mut greeting = [0; 4];
    line.set_read_timeout(Some(Duration::from_secs(2))).unwrap();
    line.read_exact(&mut greeting).is_ok() && greeting == *b"SSH-"
}
