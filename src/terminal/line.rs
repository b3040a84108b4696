//! The line to the terminal for frames.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;

use super::guard::Opening;

/// Standard output as it is, for the buffer of the library would cut a frame in two at its last line feed. It is held as
/// long as a frame is written, which a signal may interrupt: who gives the terminal back on a panic of another thread holds
/// it too, and does so before a frame or after it.
#[derive(Debug)]
pub(super) struct Line {
    /// Nothing where what is written is for nobody.
    out: Option<File>,
    /// What goes before the first frame, until that is written.
    opening: Option<Opening>,
}

impl Line {
    pub(super) fn new(opening: Option<Opening>) -> io::Result<Self> {
        Ok(Self { out: Some(File::from(io::stdout().as_fd().try_clone_to_owned()?)), opening })
    }

    /// Where frames go that nobody is to see.
    pub(super) fn nowhere() -> Self {
        Self { out: None, opening: None }
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(out) = &mut self.out else { return Ok(()) };
        let _held = io::stdout().lock();
        match self.opening.take() {
            Some(opening) => out.write_all(&opening.with(bytes)),
            None => out.write_all(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        // A file keeps nothing back.
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::os::fd::OwnedFd;
    use std::os::unix::net::UnixStream;
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::time::Duration;

    /// The end of a frame once came after the terminal was given back, on the reader's own screen.
    #[test]
    fn no_frame_is_written_while_the_terminal_is_given_back() {
        let file = std::env::temp_dir().join(format!("jianbao-line-{}", std::process::id()));
        let (sender, written) = channel();
        let mut line = Line { out: Some(File::create(&file).unwrap()), opening: None };
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

    /// Two writes were two packets on a line far away, and an empty screen for as long as the second took.
    #[test]
    fn what_brings_up_the_screen_goes_with_the_first_frame() {
        let (mut here, there) = UnixStream::pair().unwrap();
        let mut line = Line { out: Some(File::from(OwnedFd::from(there))), opening: Some(Opening::of(true)) };
        let mut read = || {
            let mut bytes = [0; 256];
            let count = here.read(&mut bytes).unwrap();
            String::from_utf8(bytes[..count].to_vec()).unwrap()
        };
        line.write_all(b"frame").unwrap();
        assert_eq!(read(), "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?1000h\x1b[?1006hframe");
        line.write_all(b"next").unwrap();
        assert_eq!(read(), "next");
    }
}
