//! The beginning of a session: its first frame, while the terminal may yet have to answer.

use std::io;
use std::sync::mpsc::Sender;

use super::ability::size;
use super::line::Line;
use super::manner::Manner;
use super::probe::Question;
use super::typed;
use super::watch::Heard;
use crate::app::{App, Event, Size};
use crate::session::Session;

/// Draws a frame for nobody, while the library is on its way and there is nothing else to do: what takes time only once, as
/// to find the program in memory and out the time zone, is done when there is a frame to draw.
pub(super) fn rehearse(app: App, manner: &Manner) {
    // Nothing can go wrong where nothing is written.
    let _ = Session::new(app, Line::nowhere(), manner.options, manner.ascii).draw();
}

/// The session, its first frame drawn. That comes before all that it does not show, the index and what is new since
/// last time, and does not wait for the answer to a `question`.
pub(super) fn first_frame(
    app: App,
    manner: &Manner,
    line: Line,
    question: Option<&mut Question>,
) -> io::Result<Session<Line>> {
    let mut session = Session::new(app, line, manner.options, manner.ascii);
    take_size(&mut session);
    if let Some(width) = question.map(Question::answered).transpose()?.flatten() {
        session.learn(width);
    }
    // Of a terminal that is gone the loop tells.
    session.draw().map(drop).or_else(|error| if is_gone(&error) { Ok(()) } else { Err(error) })?;
    Ok(session)
}

/// Takes in what the terminal answers, and what was typed meanwhile.
pub(super) fn hear_out(
    question: Question,
    session: &mut Session<Line>,
    sender: &Sender<Heard>,
) -> io::Result<()> {
    let answer = question.wait()?;
    session.learn(answer.width);
    // Whoever listens is this very thread, later.
    let _ = sender.send(Heard::Typed(typed::events(&answer.typed)));
    Ok(())
}

/// Takes the size the terminal has now: one that came before its signal was heard would be missed for good.
pub(super) fn take_size(session: &mut Session<Line>) {
    if let Ok((width, height)) = size() {
        session.handle(Event::Resize(Size { width, height }));
    }
}

/// Whether a write failed because the terminal has hung up; its signal may come a moment later.
pub(super) fn is_gone(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}
