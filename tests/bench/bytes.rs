//! Bytes a frame takes: ours against ratatui's `CrosstermBackend`, in one run.
//! `cargo run --example bytes`.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use jianbao::backend::{Ambiguous, Options, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Style};
use ratatui::widgets::{Block, Clear, Widget};
use ratatui::{Terminal, TerminalOptions, Viewport};
use ratatui_crossterm::CrosstermBackend;

/// A way through the program: its name, the most it may cost as a share of `CrosstermBackend`'s bytes, and its
/// frames. The first frame sets the scene and is counted only where it is the only one.
struct Walk {
    name: &'static str,
    goal: f64,
    frames: Vec<Buffer>,
}

fn main() {
    println!(
        "Bytes per frame; share of CrosstermBackend, goal. `·` ambiguous width not known, `narrow` probed;\n`text` the bytes of the changed text alone.\n"
    );
    for size in [Size::new(80, 24), Size::new(100, 30), Size::new(140, 40)] {
        println!("{} x {}", size.width, size.height);
        println!("| walk | crossterm | text | lean · | share | lean narrow | share | goal | |");
        println!("|---|---|---|---|---|---|---|---|---|");
        for walk in walks(size) {
            report(&walk, size);
        }
        println!();
    }
}

fn report(walk: &Walk, size: Size) {
    let theirs = theirs(&walk.frames, size);
    let share = |ours: usize| if theirs == 0 { 0.0 } else { ratio(ours, theirs) };
    let floor = floor(&walk.frames);
    let unknown = ours(&walk.frames, size, Options::default());
    let narrow = ours(&walk.frames, size, Options { ambiguous: Ambiguous::Narrow, ..Options::default() });
    let kept = if share(unknown) <= walk.goal { "kept" } else { "MISSED" };
    println!(
        "| {} | {theirs} | {floor} | {unknown} | {:.3} | {narrow} | {:.3} | {:.2} | {kept} |",
        walk.name,
        share(unknown),
        share(narrow),
        walk.goal
    );
}

#[allow(clippy::cast_precision_loss, reason = "byte counts are far below 2^52")]
fn ratio(a: usize, b: usize) -> f64 {
    a as f64 / b as f64
}

/// Bytes of the frames after the first, or of the only one.
fn ours(frames: &[Buffer], size: Size, options: Options) -> usize {
    let mut screen = Screen::new(io::sink(), size, options);
    let mut draw = |frame: &Buffer| {
        screen.draw(|buf| {
            buf.clone_from(frame);
            None
        })
    };
    let bytes: Vec<usize> = frames.iter().map(|frame| draw(frame).unwrap_or(0)).collect();
    total(&bytes)
}

/// The bytes of the changed text alone, without moves, styles and spaces: no diff of cells can send fewer.
fn floor(frames: &[Buffer]) -> usize {
    let blank = frames.first().map(|first| Buffer::empty(first.area));
    let changed = |old: &Buffer, new: &Buffer| -> usize {
        let cells = old.content.iter().zip(&new.content).filter(|(o, n)| o != n && n.symbol() != " ");
        cells.map(|(_, n)| n.symbol().len()).sum()
    };
    let steps: Vec<usize> =
        blank.iter().chain(frames).zip(frames).map(|(old, new)| changed(old, new)).collect();
    total(&steps)
}

/// The same with ratatui's own terminal and backend, and its share of the cost of each frame.
fn theirs(frames: &[Buffer], size: Size) -> usize {
    let count = Count::default();
    let area = Rect::new(0, 0, size.width, size.height);
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    let Ok(mut terminal) = Terminal::with_options(CrosstermBackend::new(count.clone()), options) else {
        return 0;
    };
    let mut draw = |frame: &Buffer| {
        let drawn = terminal.draw(|f| f.buffer_mut().clone_from(frame)).is_ok();
        if drawn { count.0.take() } else { 0 }
    };
    let bytes: Vec<usize> = frames.iter().map(&mut draw).collect();
    total(&bytes)
}

fn total(bytes: &[usize]) -> usize {
    bytes.iter().skip(usize::from(bytes.len() > 1)).sum()
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

/// The walks measured, on a made-up screen of list and card until the real ones stand.
fn walks(size: Size) -> Vec<Walk> {
    let list = |top, selected| dashboard(size, top, selected, 0);
    let covered = |mut buf: Buffer| {
        overlay(&mut buf);
        buf
    };
    let rows = usize::from(size.height) - 5;
    let page = |from| reading(size, from);
    vec![
        Walk { name: "first frame", goal: 0.40, frames: vec![list(0, 0)] },
        Walk { name: "selection down one", goal: 0.35, frames: vec![list(0, 3), list(0, 4)] },
        Walk {
            name: "list scrolls one (beside the card)",
            goal: 0.40,
            frames: vec![list(0, rows - 1), list(1, rows)],
        },
        Walk { name: "page of the list", goal: 0.40, frames: vec![list(0, 0), list(rows, rows)] },
        Walk { name: "page of full-width text", goal: 0.40, frames: vec![page(0), page(rows)] },
        Walk { name: "full-width text scrolls one", goal: 0.05, frames: vec![page(0), page(1)] },
        Walk { name: "pane switch", goal: 0.40, frames: vec![list(0, 0), dashboard(size, 0, 0, 1)] },
        Walk { name: "overlay opens", goal: 0.40, frames: vec![list(0, 3), covered(list(0, 3))] },
        Walk { name: "overlay closes", goal: 0.40, frames: vec![covered(list(0, 3)), list(0, 3)] },
        Walk { name: "unchanged", goal: 0.0, frames: vec![list(0, 3), list(0, 3)] },
    ]
}

const SENTENCES: [&str; 12] = [
    "深化前海深港現代服務業合作區改革開放，",
    "推動規則銜接、機制對接，",
    "到2030年合作區生產總值逾1,650億元，",
    "支持香港融入國家發展大局；",
    "簽署合作協議和備忘錄共96份，",
    "當中有列明金額者總值約16.5億美元。",
    "拓展與中亞五國的經貿聯繫，",
    "開辦直飛阿拉木圖航線（2027年第一季），",
    "完善“一帶一路”專業服務平台，",
    "設立雙向總部基地29棟，",
    "便利人員、資金、貨物和數據流動，",
    "並按年公布各項措施的進度。",
];

fn sentence(i: usize) -> &'static str {
    let mixed = (i + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    SENTENCES.get((mixed >> 33) % SENTENCES.len()).copied().unwrap_or_default()
}

/// The lines that stand on every screen: tabs, rules, panes, hints.
fn frame(size: Size) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    let rule = "─".repeat(usize::from(size.width));
    let tabs = " 簡報  0 總覽 │ 1 前海 │ 2 河套 │ 3 平台 │▌4 五年規劃▐│ 5 外訪 │ 6 廣東";
    put(&mut buf, (0, 0), tabs, Style::new());
    put(&mut buf, (0, 1), &rule, Style::new().dark_gray());
    put(&mut buf, (0, size.height - 2), &rule, Style::new().dark_gray());
    let hints = " j k 上下  [ ] 章節  ⇥ 分頁  1-9 規劃  / 搜尋  y 複製連來源  ? 說明";
    put(&mut buf, (0, size.height - 1), hints, Style::new().dim());
    buf
}

fn put(buf: &mut Buffer, (x, y): (u16, u16), text: &str, style: Style) {
    let room = usize::from(buf.area.width.saturating_sub(x));
    buf.set_stringn(x, y, text, room, style);
}

/// Sections at the left, the list with its marker, the card of the selected item.
fn dashboard(size: Size, top: usize, selected: usize, pane: usize) -> Buffer {
    let mut buf = frame(size);
    let (list, card) = (18, 18 + (size.width - 18) / 2);
    let panes =
        ["  概覽  ▌措施 13▐  數字 9   時間線 4   各方 5", "  概覽   措施 13  ▌數字 9▐  時間線 4   各方 5"];
    put(&mut buf, (list, 2), panes.get(pane).copied().unwrap_or_default(), Style::new().bold());
    for (y, i) in (3..size.height - 2).zip(top..) {
        let marked = i == selected;
        let section = ["大灣區", "合作平台", "一帶一路", "國際交往"]
            .get(usize::from(y) - 3)
            .copied()
            .unwrap_or_default();
        put(&mut buf, (1, y), section, Style::new());
        put(&mut buf, (list - 1, y), "│", Style::new().dark_gray());
        let row = format!(
            "{} {:3} {}{}",
            if marked { "▸" } else { " " },
            i + 1,
            sentence(i + pane * 5),
            sentence(i + 1)
        );
        let style = if marked { Style::new().bold() } else { Style::new() };
        buf.set_stringn(list, y, row, usize::from(card - list - 1), style);
        put(&mut buf, (card - 1, y), "│", Style::new().dark_gray());
    }
    let width = usize::from(size.width - card - 1);
    put(&mut buf, (card + 1, 3), sentence(selected + pane * 5), Style::new().bold());
    put(&mut buf, (card + 1, 4), "4個 · 實數 · 截至2026年7月", Style::new().fg(Color::Yellow));
    for (y, i) in (6..13).zip(selected * 3..) {
        let text = [sentence(i), sentence(i + 1), sentence(i + 2), sentence(i + 3)].concat();
        buf.set_stringn(card + 1, y, text, width, Style::new());
    }
    put(&mut buf, (card + 1, 14), "來源  大公報 2026年7月（推算）", Style::new().dim());
    buf
}

/// A full-width page of running text from line `from`.
fn reading(size: Size, from: usize) -> Buffer {
    let mut buf = frame(size);
    for (y, i) in (3..size.height - 2).zip(from..) {
        let text: String = (i * 8..i * 8 + 8).map(sentence).collect();
        buf.set_stringn(2, y, text, usize::from(size.width) - 4 - i % 5, Style::new());
    }
    buf
}

/// The help window.
fn overlay(buf: &mut Buffer) {
    let (w, h) = (buf.area.width / 2, buf.area.height * 2 / 3);
    let area = Rect::new(buf.area.width / 4, buf.area.height / 6, w, h);
    Clear.render(area, buf);
    Block::bordered().title("說明").render(area, buf);
    for (y, i) in (area.y + 1..area.bottom() - 1).zip(0..) {
        let text = format!(
            " {}   {}",
            ["j k", "g G", "d u", "Tab"].get(i % 4).copied().unwrap_or_default(),
            sentence(i)
        );
        buf.set_stringn(area.x + 2, y, text, usize::from(w - 4), Style::new());
    }
    jianbao::backend::blank_cut_edges(buf, area);
}
