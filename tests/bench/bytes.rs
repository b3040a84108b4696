//! The bytes each step of reading sends on our real screens, beside what ratatui's `CrosstermBackend` sends for the
//! same frames in the same run, and beside the floor: `cargo run --release --example bytes`. With the name of a
//! step after `--` it prints the bytes themselves.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs)]

mod reader;

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use jianbao::backend::{Ambiguous, Depth, Options, Screen};
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use ratatui_crossterm::CrosstermBackend;
use reader::{Frame, Reader, Shelf};

const SIZES: [(u16, u16); 3] = [(80, 24), (100, 30), (140, 40)];

/// A step of reading: its name, the most it may send as a share of `CrosstermBackend`'s bytes, the keys to where it
/// begins and the keys of the step. Without a beginning it is counted from an empty screen.
struct Step {
    name: &'static str,
    goal: Option<f64>,
    before: Option<&'static str>,
    keys: &'static str,
}

const fn step(name: &'static str, goal: f64, before: &'static str, keys: &'static str) -> Step {
    Step { name, goal: Some(goal), before: Some(before), keys }
}

const fn first(name: &'static str, keys: &'static str) -> Step {
    Step { name, goal: Some(0.40), before: None, keys }
}

/// A step without a goal of its own.
const fn plain(name: &'static str, before: &'static str, keys: &'static str) -> Step {
    Step { name, goal: None, before: Some(before), keys }
}

const STEPS: &[Step] = &[
    first("first frame: home", ""),
    first("first frame: measures", "1 Tab"),
    step("selection: measures", 0.35, "1 Tab j", "j"),
    step("selection: numbers", 0.35, "5 2*Tab j", "j"),
    plain("selection: home", "j", "j"),
    step("page: numbers", 0.40, "6 2*Tab", "PgDn"),
    step("page: reading", 0.40, "1 BackTab Enter", "PgDn"),
    step("one line: reading", 0.05, "1 BackTab Enter 4*j", "j"),
    step("one line: help", 0.05, "? j", "j"),
    plain("pane switch", "1 Tab", "Tab"),
    plain("section switch", "1 Tab", "]"),
    plain("plan switch", "1", "2"),
    plain("search: one letter more", "/ \"h\"", "\"e\""),
    plain("search: two letters more", "/ \"he\"", "\"ta\""),
    step("help opens", 0.40, "1 Tab", "?"),
    step("help closes", 0.40, "1 Tab ?", "Esc"),
    step("jump opens", 0.40, "1 Tab", ":"),
    step("jump closes", 0.40, "1 Tab :", "Esc"),
    step("jump: one letter", 0.40, "1 Tab :", "\"q\""),
    step("100 keys at once", 0.40, "6 2*Tab", "100*j"),
    step("nothing changed", 0.0, "1 Tab", ""),
];

fn main() {
    let shelf = Shelf::open();
    if let Some(name) = std::env::args().nth(1) {
        return show(&shelf, &name);
    }
    println!(
        "Bytes a step; shares of CrosstermBackend, which draws the same frames in the same colours.\n\
         `text`: the changed text alone, the floor of any diff of cells. `ssh`: ambiguous widths unknown, as over\n\
         SSH. `near`: found narrow, as at a local terminal. The goal is for `ssh`.\n"
    );
    for (width, height) in SIZES {
        println!("{width}×{height}\n");
        println!("| step | crossterm | text | share | ssh | share | near | share | goal | |");
        println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        for step in STEPS {
            report(step, &frames(&shelf, step, (width, height)));
        }
        println!();
    }
}

/// The frames of a step: the one it begins with, unless that is an empty screen, and the one it ends with.
fn frames(shelf: &Shelf, step: &Step, (width, height): (u16, u16)) -> Vec<Frame> {
    let mut reader: Reader = shelf.reader(width, height);
    reader.press(step.before.unwrap_or_default());
    let before = step.before.map(|_| reader.frame());
    reader.press(step.keys);
    let frames: Vec<Frame> = before.into_iter().chain([reader.frame()]).collect();
    if let [before, after] = frames.as_slice() {
        assert!(step.keys.is_empty() || before != after, "{} at {width}×{height} changes nothing", step.name);
    }
    frames
}

fn report(step: &Step, frames: &[Frame]) {
    let theirs = theirs(frames);
    let share = |bytes: usize| if theirs == 0 { 0.0 } else { ratio(bytes, theirs) };
    let told = |options: Options| ours(frames, options).len();
    let (ssh, near) = (told(SSH()), told(Options { ambiguous: Ambiguous::Narrow, ..SSH() }));
    let floor = floor(frames);
    let goal = step.goal.map_or("–".to_owned(), |goal| format!("{goal:.2}"));
    let kept = step.goal.is_none_or(|goal| share(ssh) <= goal);
    println!(
        "| {} | {theirs} | {floor} | {:.3} | {ssh} | {:.3} | {near} | {:.3} | {goal} | {} |",
        step.name,
        share(floor),
        share(ssh),
        share(near),
        if kept { "" } else { "MISSED" },
    );
}

/// What is known of a modern terminal at the other end of an SSH line; colours as ratatui's backend sends them.
const SSH: fn() -> Options = || Options { depth: Depth::TrueColor, ..Options::default() };

#[allow(clippy::cast_precision_loss, reason = "byte counts are far below 2^52")]
fn ratio(a: usize, b: usize) -> f64 {
    a as f64 / b as f64
}

/// The bytes our backend sends for the last frame.
fn ours(frames: &[Frame], options: Options) -> Vec<u8> {
    let Some((first, _)) = frames.first() else { return Vec::new() };
    let mut screen = Screen::new(Vec::new(), first.area.as_size(), options);
    for (frame, cursor) in frames {
        screen.out().clear();
        let drawn = screen.draw(|buf| {
            buf.clone_from(frame);
            *cursor
        });
        assert!(drawn.is_ok());
    }
    std::mem::take(screen.out())
}

/// The bytes of the changed text alone, without moves, styles and spaces.
fn floor(frames: &[Frame]) -> usize {
    let text =
        |(buf, _): &Frame, y: u16, x: u16| buf.cell((x, y)).map_or("", |cell| cell.symbol()).to_owned();
    let Some((last, before)) = frames.split_last() else { return 0 };
    let area = last.0.area;
    let cells = area.rows().flat_map(Rect::columns).map(|cell| (cell.y, cell.x));
    let new = cells.filter(|&(y, x)| {
        let old = before.last().map_or(" ".to_owned(), |frame| text(frame, y, x));
        old != text(last, y, x) && text(last, y, x) != " "
    });
    new.map(|(y, x)| text(last, y, x).len()).sum()
}

/// The bytes ratatui's own terminal and backend send for the last frame.
fn theirs(frames: &[Frame]) -> usize {
    let Some((first, _)) = frames.first() else { return 0 };
    let Size { width, height } = first.area.as_size();
    let count = Count::default();
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, width, height)) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(count.clone()), options).unwrap();
    let mut bytes = 0;
    for (buf, cursor) in frames {
        count.0.take();
        let drawn = terminal.draw(|frame| {
            frame.buffer_mut().clone_from(buf);
            if let Some(cursor) = cursor {
                frame.set_cursor_position(*cursor);
            }
        });
        assert!(drawn.is_ok());
        bytes = count.0.take();
    }
    bytes
}

/// Counts what is written to it.
#[derive(Clone, Default)]
struct Count(Rc<RefCell<usize>>);

impl Write for Count {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        *self.0.borrow_mut() += buf.len();
        Ok(buf.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Prints the bytes of the steps of this name at each size, control characters escaped.
fn show(shelf: &Shelf, name: &str) {
    for step in STEPS.iter().filter(|step| step.name.contains(name)) {
        for (width, height) in SIZES {
            let bytes = ours(&frames(shelf, step, (width, height)), SSH());
            println!("{} at {width}×{height}: {} bytes", step.name, bytes.len());
            let shown = |c: char| match c {
                '\x1b' => '␛',
                '\0'..=' ' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(c),
                _ => c,
            };
            println!("{}\n", String::from_utf8_lossy(&bytes).chars().map(shown).collect::<String>());
        }
    }
}
