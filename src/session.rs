//! One reader: the state, the screen and what goes between them. Generic over the `Write` the screen goes
//! to and fed with events by whoever hears them, so that a reader at this terminal, a reader far away
//! and a test are the same to it.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::Size as ScreenSize;

use crate::app::{App, Cursor, Effect, Event};
use crate::backend::{Ambiguous, Options, Screen};
use crate::fault;
use crate::ui::{Look, draw, step};

/// One reader's session.
#[derive(Debug)]
pub struct Session<W: Write> {
    app: App,
    screen: Screen<W>,
    ascii: bool,
    /// Where the cursor stands on the screen, as long as nothing but its place has changed since.
    drawn: Option<Cursor>,
}

impl<W: Write> Session<W> {
    /// A session that draws `app` to `out`, a terminal of which `options` is known.
    pub fn new(app: App, out: W, options: Options, ascii: bool) -> Self {
        let size = ScreenSize { width: app.size.width, height: app.size.height };
        Self { app, screen: Screen::new(out, size, options), ascii, drawn: None }
    }

    /// Lets an event change the state; what the session can't do itself comes back.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        if let Event::Resize(size) = &event
            && *size != self.app.size
        {
            self.screen.resize(ScreenSize { width: size.width, height: size.height });
        }
        fault::at("event", &event);
        self.drawn = self.drawn.filter(|_| self.app.is_step(&event));
        let mut effects = self.app.handle(event);
        if effects.contains(&Effect::Redraw) {
            self.screen.invalidate();
            effects.retain(|effect| *effect != Effect::Redraw);
        }
        effects
    }

    /// Draws what the state shows now. Returns the bytes sent: 0 when nothing changed.
    ///
    /// # Errors
    /// Those of the `Write`.
    pub fn draw(&mut self) -> io::Result<usize> {
        fault::at("draw", &self.app.mode);
        let look = Look::new(self.app.settings.theme, self.ascii);
        let app = &self.app;
        match self.drawn.replace(app.place.cursor) {
            Some(before) => self.screen.draw_over(|buf| {
                step(app, &look, before, buf);
                None
            }),
            None => self.screen.draw(|buf| draw(app, &look, buf)),
        }
    }

    /// It is known by now how wide the terminal draws ambiguous characters.
    pub fn learn(&mut self, ambiguous: Ambiguous) {
        self.screen.learn(ambiguous);
    }

    /// What stands on the screen is not what was drawn; the next frame paints everything.
    pub fn invalidate(&mut self) {
        self.screen.invalidate();
    }

    /// The frame as it was last drawn.
    pub fn frame(&self) -> &Buffer {
        self.screen.frame()
    }

    /// The state.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The `Write`, for what is not drawing.
    pub fn out(&mut self) -> &mut W {
        self.screen.out()
    }
}
