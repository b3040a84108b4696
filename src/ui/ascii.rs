//! Marks that the program sets in its texts, in ASCII for frames that are: the `…` where words were cut and
//! the `·` between them. Content keeps its characters, and is told apart by what stands around a mark.

use ratatui::buffer::{Buffer, Cell};

/// Sets the marks on `buf` that are the program's own in ASCII: an ellipsis that ends its words becomes `~`,
/// a point between spaces `-`.
pub(super) fn marks(buf: &mut Buffer) {
    let area = buf.area;
    for (y, x) in area.rows().flat_map(|row| (row.left()..row.right()).map(move |x| (row.y, x))) {
        let is_blank = |x: Option<u16>| {
            let cell = x.filter(|x| (area.left()..area.right()).contains(x)).and_then(|x| buf.cell((x, y)));
            cell.is_none_or(|cell| cell.symbol() == " ")
        };
        let (before, after) = (x.checked_sub(1), x.checked_add(1));
        let ends = || {
            let next = after.and_then(|x| buf.cell((x, y)));
            is_blank(after) || next.is_some_and(|cell| ["|", "#"].contains(&cell.symbol()))
        };
        let plain = match buf.cell((x, y)).map(Cell::symbol) {
            Some("…") if ends() => "~",
            Some("·") if is_blank(before) && is_blank(after) => "-",
            _ => continue,
        };
        if let Some(cell) = buf.cell_mut((x, y)) {
            cell.set_symbol(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::marks;
    use ratatui::buffer::Buffer;

    #[test]
    fn the_programs_own_marks_change_and_those_of_the_content_stay() {
        let mut buf = Buffer::with_lines(["實數 · 截至…", "努爾·阿里說……好|", "甲…乙 丙… |"]);
        marks(&mut buf);
        let mut expected = Buffer::with_lines(["實數 - 截至~", "努爾·阿里說……好|", "甲…乙 丙~ |"]);
        expected.area = buf.area;
        assert_eq!(buf, expected);
    }
}
