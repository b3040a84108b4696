//! A terminal with the program in it.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

/// How long anything may take to come.
const PATIENCE: Duration = Duration::from_secs(10);

/// The path of the program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_jianbao");

/// What the emulator has read, and a bell for whoever waits for more.
struct Shown {
    parser: Mutex<vt100::Parser>,
    /// The bytes as they came.
    bytes: Mutex<Vec<u8>>,
    changed: Condvar,
}

/// The master's side of a terminal, and the program at the other.
pub(crate) struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    /// Kept open, so that the line does not go when the program does.
    slave: Option<Box<dyn SlavePty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Shown>,
    deaf: Arc<AtomicBool>,
    ear: Option<JoinHandle<()>>,
    /// The modes of the line before the program began.
    before: String,
}

impl Terminal {
    /// The program with these arguments, run in the repository: 100 columns, 30 rows.
    pub(crate) fn run(arguments: &[&str]) -> Self {
        Self::start(PROGRAM, arguments)
    }

    /// Any command in a terminal.
    pub(crate) fn start(program: &str, arguments: &[&str]) -> Self {
        let size = size(100, 30);
        let pair = native_pty_system().openpty(size).unwrap();
        let before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command(program, arguments)).unwrap();
        let parser = vt100::Parser::new(nonzero(size.rows), nonzero(size.cols), 0);
        let shown =
            Arc::new(Shown { parser: Mutex::new(parser), bytes: Mutex::default(), changed: Condvar::new() });
        let deaf = Arc::new(AtomicBool::new(false));
        let ear = listen(pair.master.try_clone_reader().unwrap(), shown.clone(), deaf.clone());
        let writer = Some(pair.master.take_writer().unwrap());
        let (master, slave) = (Some(pair.master), Some(pair.slave));
        Self { master, slave, writer, child, shown, deaf, ear: Some(ear), before }
    }

    /// Sends bytes as the keyboard would.
    pub(crate) fn send(&mut self, bytes: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(bytes.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Changes the size of the terminal.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        // First the emulator: what the program writes on hearing of it is for the new size.
        self.shown.parser.lock().unwrap().screen_mut().set_size(nonzero(rows), nonzero(columns));
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    /// Waits until `seen` holds of the screen.
    #[track_caller]
    pub(crate) fn wait(&self, what: &str, seen: impl FnMut(&vt100::Screen) -> bool) {
        assert!(self.comes(PATIENCE, seen), "{what} never came; there stands:\n{}", self.text());
    }

    /// Whether `seen` comes to hold of the screen in time.
    pub(crate) fn comes(&self, patience: Duration, mut seen: impl FnMut(&vt100::Screen) -> bool) -> bool {
        let until = Instant::now() + patience;
        let mut parser = self.shown.parser.lock().unwrap();
        while !seen(parser.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            parser = self.shown.changed.wait_timeout(parser, left).unwrap().0;
        }
        true
    }

    /// Waits until `words` stand on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, words: &str) {
        self.wait(words, |screen| text(screen).contains(words));
    }

    /// What stands on the screen.
    pub(crate) fn text(&self) -> String {
        text(self.shown.parser.lock().unwrap().screen())
    }

    /// All bytes that came so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.shown.bytes.lock().unwrap().clone()
    }

    /// Kills the command with no time for a last word.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
    }

    /// The modes of the line now.
    pub(crate) fn modes(&self) -> String {
        modes(&**self.master.as_ref().unwrap())
    }

    /// The number of the process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends the program a signal, `TERM` for one.
    pub(crate) fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.process_id().unwrap());
        assert!(std::process::Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Hangs up: nobody holds the master's side any more.
    pub(crate) fn hang_up(&mut self) {
        self.deaf.store(true, Ordering::SeqCst);
        // Another size makes the program write, what it writes wakes the ear, and that closes its side.
        self.master.as_ref().unwrap().resize(size(90, 28)).unwrap();
        self.ear.take().unwrap().join().unwrap();
        self.writer = None;
        self.slave = None;
        self.master = None;
    }

    /// Waits for the program to end; returns its exit code.
    #[track_caller]
    pub(crate) fn end(&mut self) -> u32 {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < until, "the program does not end; there stands:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits for the end and holds that the terminal is as it was; returns the exit code.
    #[track_caller]
    pub(crate) fn end_in_order(&mut self) -> u32 {
        let code = self.end();
        self.wait("the terminal as it was", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        assert_eq!(self.modes(), self.before, "the modes of the line");
        code
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves nothing behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The lines of a screen, no space at the end of any.
pub(crate) fn text(screen: &vt100::Screen) -> String {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).flat_map(|line| [line.trim_end().to_owned(), "\n".to_owned()]).collect()
}

/// The program in an environment that says nothing but what kind of terminal it is.
fn command(program: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env_clear();
    for (name, value) in super::plain::ENVIRONMENT {
        command.env(name, value);
    }
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}

fn listen(mut from: Box<dyn Read + Send>, to: Arc<Shown>, deaf: Arc<AtomicBool>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if deaf.load(Ordering::SeqCst) {
                return;
            }
            to.bytes.lock().unwrap().extend_from_slice(&bytes[..count]);
            to.parser.lock().unwrap().process(&bytes[..count]);
            to.changed.notify_all();
        }
    })
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn nonzero(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}
