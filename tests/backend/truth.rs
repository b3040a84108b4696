//! What is drawn is what two emulators show, cell by cell, over at least 100,000 random pairs of frames.
//! Signs that emulators measure differently (joined emoji, emoji selectors, half-width sound marks) are drawn, but
//! only the other cells are compared. Walks of the same kind were played by hand into tmux 3.3a (with and without
//! output processing) and screen 4.9 at 60 x 20 under seven values of `TERM`: 21,000 rows of text, none wrong.

use jianbao::backend::{Ambiguous, Depth, Options, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::emulators::{Alacritty, Emulator, Vt100, differences, wanted};
use super::frames::{self, Random};

/// Pairs of frames on each of the kinds of screen below; 104,000 in all.
const SMALL: usize = 96_000;
const MIDDLE: usize = 7_000;
const LARGE: usize = 1_000;
/// Frames on one screen before another size begins.
const WALK: usize = 40;

/// One screen in both emulators.
struct Pair {
    screen: Screen<Vec<u8>>,
    vt100: Vt100,
    alacritty: Alacritty,
    size: Size,
}

impl Pair {
    fn new(size: Size, options: Options) -> Self {
        let screen = Screen::new(Vec::new(), size, options);
        Self { screen, vt100: Vt100::new(size), alacritty: Alacritty::new(size), size }
    }

    fn feed(&mut self, bytes: &[u8]) {
        self.vt100.feed(bytes);
        self.alacritty.feed(bytes);
    }

    fn resize(&mut self, size: Size) {
        self.size = size;
        self.vt100.resize(size);
        self.alacritty.resize(size);
        self.screen.resize(size);
    }

    /// Draws and compares; the bytes sent.
    fn draw(&mut self, frame: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let written = self.screen.draw(|buf| {
            buf.clone_from(frame);
            cursor
        });
        let bytes = std::mem::take(self.screen.out());
        assert_eq!(written.unwrap(), bytes.len());
        self.feed(&bytes);
        let wanted = wanted(frame, self.screen.options().depth);
        let wrong =
            [differences(&self.vt100, &wanted, self.size), differences(&self.alacritty, &wanted, self.size)];
        let shown = [self.vt100.cursor(), self.alacritty.cursor()];
        assert!(
            wrong.iter().all(Vec::is_empty) && shown == [cursor, cursor],
            "vt100 {:#?}\nalacritty {:#?}\ncursor {shown:?}, wanted {cursor:?}\n{}",
            wrong[0],
            wrong[1],
            bytes.escape_ascii()
        );
        bytes
    }
}

const TERMS: [&str; 9] = [
    "dumb",
    "vt100",
    "linux",
    "screen",
    "screen-256color",
    "tmux-256color",
    "xterm",
    "xterm-direct",
    "other",
];

fn options(random: &mut Random) -> Options {
    let known = if random.one_in(3) { Options::for_term(random.pick(&TERMS)) } else { Options::default() };
    Options {
        depth: random.pick(&[
            Depth::TrueColor,
            Depth::TrueColor,
            Depth::Indexed256,
            Depth::Ansi16,
            Depth::NoColor,
        ]),
        ambiguous: random.pick(&[Ambiguous::Unknown, Ambiguous::Narrow]),
        lean: known.lean && !random.one_in(6),
        scroll: known.scroll && !random.one_in(6),
        sync: random.one_in(2),
        ..known
    }
}

/// Walks through `pairs` random frames on screens from 2x2 to `most`.
fn walk(seed: u64, pairs: usize, most: Size) {
    let mut random = Random::new(seed);
    let size = |r: &mut Random| Size::new(2 + r.below(most.width - 1), 2 + r.below(most.height - 1));
    for _ in 0..pairs / WALK {
        let first = size(&mut random);
        let mut pair = Pair::new(first, options(&mut random));
        let mut frame = Buffer::empty(Rect::from((Position::ORIGIN, first)));
        frames::page(&mut random, &mut frame);
        for step in 0..WALK {
            if random.one_in(16) {
                let size = size(&mut random);
                pair.resize(size);
                frame.resize(Rect::from((Position::ORIGIN, size)));
                frames::page(&mut random, &mut frame);
            }
            if step == 0 || random.one_in(16) {
                let garbage = frames::garbage(&mut random);
                pair.feed(&garbage);
                pair.screen.invalidate();
            }
            for _ in 0..=random.below(3) {
                frames::change(&mut random, &mut frame);
            }
            let at = Position::new(random.below(pair.size.width), random.below(pair.size.height));
            let cursor = random.one_in(4).then_some(at);
            pair.draw(&frame, cursor);
            if random.one_in(32) {
                // An answer of the terminal that comes late changes nothing that stands there.
                pair.screen.learn(Ambiguous::Narrow);
            }
            if random.one_in(32) {
                assert_eq!(pair.draw(&frame, cursor), b"", "an unchanged frame sends nothing");
            }
        }
    }
}

#[test]
fn small_screens_are_true() {
    walk(1, SMALL, Size::new(12, 6));
}

#[test]
fn middle_screens_are_true() {
    walk(2, MIDDLE, Size::new(30, 12));
}

#[test]
fn large_screens_are_true() {
    walk(3, LARGE, Size::new(60, 20));
}

/// A session sees no end of marks in texts that are no writing; what numbers it has for them is used again.
#[test]
fn ten_thousand_marks_are_shown_one_after_the_other() {
    let size = Size::new(60, 20);
    let mut pair = Pair::new(size, Options::default());
    let mark = |nth: u32| char::from_u32(0x300 + nth % 0x48).unwrap();
    for step in 0..10 {
        let mut frame = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        for (nth, cell) in (step * 1200..).zip(&mut frame.content) {
            cell.set_symbol(&String::from_iter(['e', mark(nth), mark(nth / 0x48), mark(step)]));
        }
        pair.draw(&frame, None);
    }
}

#[test]
fn no_screen_is_too_small() {
    for (width, height) in [(0, 0), (1, 0), (0, 1), (1, 1), (1, 3), (3, 1)] {
        let mut random = Random::new(u64::from(width * 10 + height));
        let mut screen = Screen::new(Vec::new(), Size::new(width, height), Options::default());
        for _ in 0..200 {
            let drawn = screen.draw(|buf| {
                if !buf.area.is_empty() {
                    frames::change(&mut random, buf);
                }
                Some(Position::new(5, 5))
            });
            assert!(drawn.is_ok());
        }
    }
}
