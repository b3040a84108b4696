//! What must never be sent, and what may cost how many bytes.

use jianbao::backend::{Ambiguous, Depth, ENTER, LEAVE, Lean, Options, Painter, Screen};
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Style};
use ratatui::widgets::Paragraph;

use super::emulators::{Alacritty, Emulator, Vt100, differences, wanted};
use super::frames::{self, Random};

/// Paints two frames and returns the bytes of the second.
fn second(options: Options, first: &Buffer, then: &Buffer) -> String {
    let mut painter = Painter::new(options);
    painter.paint(first, None);
    String::from_utf8(painter.paint(then, None).to_vec()).unwrap()
}

fn narrow() -> Options {
    Options { ambiguous: Ambiguous::Narrow, ..Options::default() }
}

fn lines(lines: &[&str]) -> Buffer {
    Buffer::with_lines(lines.iter().copied())
}

#[test]
fn a_changed_word_costs_a_move_and_the_word() {
    let (a, b) = (lines(&["前海深港合作", "          ab"]), lines(&["前海深港發展", "          ab"]));
    assert_eq!(second(narrow(), &a, &b), "\x1b[1;9H發展");
}

#[test]
fn no_move_follows_a_wide_character_but_one_follows_a_disputed_run() {
    let (a, b) = (lines(&["            x"]), lines(&["深港──深港  x"]));
    let unknown = Options::default();
    assert_eq!(second(narrow(), &a, &b), "\x1b[H深港──深港");
    assert_eq!(second(unknown, &a, &b), "\x1b[H深港──\x1b[7G深港");
}

#[test]
fn a_shortened_line_is_erased_to_its_end() {
    let (a, b) = (lines(&["前海深港合作區  "]), lines(&["前海            "]));
    assert_eq!(second(narrow(), &a, &b), "\x1b[5G\x1b[K");
}

#[test]
fn moved_rows_are_not_sent_again() {
    let text = |from: usize| -> Vec<String> {
        (from..from + 9).map(|i| format!("第{i:03}行：深化粵港澳合作")).collect()
    };
    let a = Buffer::with_lines(text(10));
    let b = Buffer::with_lines(text(11));
    let bytes = second(Options { sync: false, ..narrow() }, &a, &b);
    assert_eq!(bytes, "\x1b[H\x1b[M\x1b[9H第019行：深化粵港澳合作");
    let back = second(Options { sync: false, ..narrow() }, &b, &a);
    assert_eq!(back, "\x1b[H\x1b[L第010行：深化粵港澳合作");
}

#[test]
fn without_colour_the_selection_stays_and_nothing_resets_it() {
    let draw = |style: Style| {
        let mut buf = lines(&["", "", ""]);
        buf.resize(Rect::new(0, 0, 20, 3));
        buf.set_string(0, 0, "前海", Style::new().fg(Color::Red));
        buf.set_string(0, 1, "河套", style);
        buf
    };
    let options = Options { depth: Depth::NoColor, ..narrow() };
    let (a, b) = (draw(Style::new()), draw(Style::new().fg(Color::Cyan).bg(Color::Blue).reversed().bold()));
    assert_eq!(second(options, &a, &b), "\r\x1b[1;7m河套");
    let mut painter = Painter::new(options);
    let first = String::from_utf8(painter.paint(&b, None).to_vec()).unwrap();
    let (_, drawn) = first.split_once("\x1b[J").unwrap();
    assert!(drawn.contains("\x1b[1;7m河套"), "{drawn:?}");
    assert!(!drawn.contains(";3") && !drawn.contains(";4"), "{drawn:?}");
    assert!(!drawn.contains("[0m") && !drawn.contains("[m"), "{drawn:?}");
}

#[test]
fn wide_ambiguous_signs_are_replaced_within_their_columns() {
    let substitute = |symbol: &str| match symbol {
        "─" => "-".into(),
        "①" => "(1)".into(),
        _ => symbol.to_owned().into(),
    };
    let options = Options { ambiguous: Ambiguous::Wide, substitute, ..Options::default() };
    let (a, b) = (lines(&["               "]), lines(&["前①──海        "]));
    assert_eq!(second(options, &a, &b), "前(--海");
}

#[test]
fn what_is_learnt_late_repaints_only_where_it_has_to() {
    let substitute = |symbol: &str| symbol.replace('─', "-").into();
    let frame = lines(&["前─海            "]);
    for (width, sent) in
        [(Ambiguous::Narrow, None), (Ambiguous::Unknown, None), (Ambiguous::Wide, Some("前-海"))]
    {
        let mut painter = Painter::new(Options { substitute, ..Options::default() });
        painter.paint(&frame, None);
        painter.learn(width);
        let bytes = String::from_utf8(painter.paint(&frame, None).to_vec()).unwrap();
        assert_eq!(sent.is_none(), bytes.is_empty(), "{width:?}: {bytes:?}");
        assert!(sent.is_none_or(|sent| bytes.contains(sent)), "{bytes:?}");
    }
}

#[test]
fn no_byte_of_a_cell_is_a_control() {
    let mut random = Random::new(11);
    for _ in 0..300 {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 2));
        for cell in &mut buf.content {
            let symbol: String =
                (0..random.below(4)).map(|_| char::from(random.next().to_le_bytes()[0])).collect();
            cell.set_symbol(&symbol);
        }
        let mut painter = Painter::new(Options { lean: false, depth: Depth::NoColor, ..Options::default() });
        let bytes = String::from_utf8(painter.paint(&buf, None).to_vec()).unwrap();
        let (_, drawn) = bytes.split_once("\x1b[J").unwrap();
        for part in drawn.split('\x1b').skip(1) {
            let end = part.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            assert!(part[..end].chars().all(|c| matches!(c, '[' | '?' | ';' | '0'..='9')), "{part:?}");
            assert!(!part.contains(char::is_control), "{part:?}");
        }
    }
}

#[test]
fn large_frames_and_scrolls_are_one_synchronized_update() {
    let mut page = Buffer::empty(Rect::new(0, 0, 80, 24));
    for y in 0..24 {
        page.set_string(0, y, "深化粵港澳合作".repeat(5), Style::new());
    }
    let mut painter = Painter::new(Options::default());
    let bytes = painter.paint(&page, None).to_vec();
    assert!(bytes.starts_with(b"\x1b[?2026h") && bytes.ends_with(b"\x1b[?2026l"));
    page.set_string(0, 3, "短", Style::new());
    assert!(!painter.paint(&page, None).windows(4).any(|w| w == b"2026"), "a small frame needs none");
    assert_eq!(painter.paint(&page, None), b"");
}

#[test]
fn one_write_a_frame_and_everything_again_after_a_failed_one() {
    #[derive(Default)]
    struct Line {
        writes: usize,
        down: bool,
    }
    impl std::io::Write for Line {
        fn write(&mut self, buf: &[u8]) -> std::io::Result<usize> {
            self.writes += 1;
            if self.down { Err(std::io::ErrorKind::BrokenPipe.into()) } else { Ok(buf.len()) }
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut screen = Screen::new(Line::default(), Size::new(40, 10), Options::default());
    let mut draw = |text: &str, down: bool| {
        screen.out().down = down;
        let text = text.to_owned();
        let drawn = screen.draw(|buf| {
            buf.set_string(0, 0, text, Style::new());
            None
        });
        (drawn.ok(), std::mem::take(&mut screen.out().writes))
    };
    let (first, writes) = draw("前海", false);
    assert_eq!(writes, 1);
    assert_eq!(draw("前海", false), (Some(0), 0));
    assert_eq!(draw("河套", true), (None, 1));
    let (again, _) = draw("前海", false);
    assert_eq!(first, again);
}

#[test]
fn the_screen_is_given_back_as_it_was() {
    let size = Size::new(20, 4);
    let mut term = Vt100::new(size);
    term.feed("$ jianbao\r\n".as_bytes());
    let before = term.0.screen().contents();
    term.feed(ENTER);
    assert!(term.0.screen().alternate_screen() && term.0.screen().hide_cursor());
    let mut screen = Screen::new(Vec::new(), size, Options::default());
    screen
        .draw(|buf| {
            buf.set_string(0, 0, "前海", Style::new().red().reversed());
            Some(Position::new(3, 3))
        })
        .unwrap();
    term.feed(screen.out());
    term.feed(LEAVE);
    assert_eq!(term.0.screen().contents(), before);
    assert!(!term.0.screen().alternate_screen() && !term.0.screen().hide_cursor());
    assert_eq!(term.0.screen().fgcolor(), vt100::Color::Default);
    assert!(!term.0.screen().inverse());
}

#[test]
fn a_ratatui_terminal_can_use_it_and_scrolls_too() {
    let size = Size::new(30, 10);
    let mut terminal =
        Terminal::new(Lean::new(Vec::new(), size, Options { depth: Depth::TrueColor, ..narrow() })).unwrap();
    let (mut vt100, mut alacritty) = (Vt100::new(size), Alacritty::new(size));
    let mut random = Random::new(5);
    let mut last = 0;
    for step in 0..40 {
        let text: Vec<String> =
            (step..step + 10).map(|i| format!("{i} 深化粵港澳{}", "合作".repeat(i % 7))).collect();
        let text = text.join("\n");
        let style = if step > 30 { frames::style(&mut random) } else { Style::new() };
        let frame =
            terminal.draw(|frame| frame.render_widget(Paragraph::new(text).style(style), frame.area()));
        let wanted = wanted(frame.unwrap().buffer, Depth::TrueColor);
        let bytes = std::mem::take(terminal.backend_mut().out());
        vt100.feed(&bytes);
        alacritty.feed(&bytes);
        assert_eq!(differences(&vt100, &wanted, size), [""; 0]);
        assert_eq!(differences(&alacritty, &wanted, size), [""; 0]);
        last = if step == 20 { bytes.len() } else { last };
    }
    assert!(last < 100, "scrolling by a line sent {last} bytes");
}
