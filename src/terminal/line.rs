//! The line to the terminal for frames.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;

/// Standard output as it is, for the buffer of the library would cut a frame in two at its last line feed. It is held as
/// long as a frame is written, which a signal may interrupt: who gives the terminal back on a panic of another thread holds
/// it too, and does so before a frame or after it.
#[derive(Debug)]
pub(super) struct Line(File);

impl Line {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self(File::from(io::stdout().as_fd().try_clone_to_owned()?)))
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _held = io::stdout().lock();
        self.0.write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let _held = io::stdout().lock();
        self.0.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::time::Duration;

    /// The end of a frame once came after the terminal was given back, on the reader's own screen.
    #[test]
    fn no_frame_is_written_while_the_terminal_is_given_back() {
        let file = std::env::temp_dir().join(format!("jianbao-line-{}", std::process::id()));
        let (sender, written) = channel();
        let mut line = Line(File::create(&file).unwrap());
        let giving_back = io::stdout().lock();
        let frame = std::thread::spawn(move || sender.send(line.write_all(b"frame").is_ok()));
        assert_eq!(written.recv_timeout(Duration::from_millis(100)), Err(RecvTimeoutError::Timeout));
        assert_eq!(std::fs::read(&file).unwrap(), b"");
        drop(giving_back);
        assert_eq!(written.recv(), Ok(true));
        assert!(frame.join().unwrap().is_ok());
        assert_eq!(std::fs::read(&file).unwrap(), b"frame");
        let _ = std::fs::remove_file(file);
    }
}
