//! Windows over Chinese text: no half character at their edges, in neither emulator.

use jianbao::backend::{Depth, Options, Screen, blank_cut_edges};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::emulators::{Alacritty, Emulator, Vt100, differences, wanted};
use super::frames::{self, Random};

#[test]
fn four_hundred_windows_halve_no_character() {
    let size = Size::new(40, 12);
    let mut random = Random::new(7);
    let mut screen = Screen::new(Vec::new(), size, Options { depth: Depth::TrueColor, ..Options::default() });
    let (mut vt100, mut alacritty) = (Vt100::new(size), Alacritty::new(size));
    let mut wrong = 0;
    let mut cut = 0;
    for _ in 0..400 {
        let mut frame = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        frames::page(&mut random, &mut frame);
        let area = frames::overlay(&mut random, &mut frame);
        let before = frame.clone();
        blank_cut_edges(&mut frame, area);
        cut += usize::from(before != frame);
        screen
            .draw(|buf| {
                buf.clone_from(&frame);
                None
            })
            .unwrap();
        let bytes = std::mem::take(screen.out());
        vt100.feed(&bytes);
        alacritty.feed(&bytes);
        let wanted = wanted(&frame, Depth::TrueColor);
        // The border of the window stands whole, as it was drawn.
        for y in area.top()..area.bottom() {
            for x in [area.left(), area.right() - 1] {
                let look = &wanted[usize::from(y * size.width + x)];
                assert_eq!(look.text.as_deref(), Some(before[(x, y)].symbol()));
            }
        }
        wrong += differences(&vt100, &wanted, size).len() + differences(&alacritty, &wanted, size).len();
    }
    assert_eq!(wrong, 0);
    assert!(cut > 100, "the windows cut wide characters: {cut}");
}
