//! How the program ends: the three exit codes, and errors told on stderr.

use std::io::Write;
use std::process::{ExitCode, Termination};

use super::args::Stop;
use crate::text;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Fine = 0,
    /// Nothing was found, or problems were.
    Found = 1,
    /// It could not run.
    Failed = 2,
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}

/// Tells an error and its causes; a reader that went away is no error.
pub(super) fn failed(error: &anyhow::Error) -> Exit {
    let causes = error.chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>());
    if causes.into_iter().any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe) {
        return Exit::Fine;
    }
    let words = text::sanitize_multiline(&format!("{error:#}")).text.into_owned();
    // Where stderr is gone too there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "jianbao: {words}");
    Exit::Failed
}

/// Prints help or version, or tells what is wrong with the arguments, which it repeats: made safe to show.
pub(super) fn stopped(stop: &Stop) -> Exit {
    // Where neither stdout nor stderr takes it there is nobody left to tell.
    match stop {
        Stop::Asked(page) => {
            let _ = write!(std::io::stdout(), "{page}");
            Exit::Fine
        }
        Stop::Wrong(mistake) => {
            let _ = write!(std::io::stderr(), "{}", text::sanitize_multiline(&mistake.told()).text);
            Exit::Failed
        }
    }
}
