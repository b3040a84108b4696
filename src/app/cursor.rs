//! A cursor in a list some of whose rows can't be selected, and how far the list is scrolled. Pure
//! arithmetic: of the rows it knows which can be selected and how many fit, nothing else.

use super::rows::Row;

/// Where a reader is in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The selected row.
    pub at: usize,
    /// The first row shown.
    pub top: usize,
}

impl Cursor {
    /// The cursor on the first row that can be selected.
    pub fn first(rows: &[Row]) -> Self {
        Self { at: first_from(rows, 0).unwrap_or(0), top: 0 }
    }

    /// The cursor on the last row that can be selected.
    #[must_use]
    pub fn last(rows: &[Row], height: usize) -> Self {
        let at = rows.iter().rposition(Row::selectable).unwrap_or(0);
        Self { at, top: rows.len().saturating_sub(height) }.settled(rows, height)
    }

    /// One selectable row down. Where the next is more than a page away, the page comes first, so that
    /// no row is passed over unread.
    #[must_use]
    pub fn down(self, rows: &[Row], height: usize) -> Self {
        let bottom = rows.len().saturating_sub(height);
        match first_from(rows, self.at + 1) {
            Some(at) if at < self.top + 2 * height => Self { at, ..self }.settled(rows, height),
            _ => Self { top: (self.top + height.max(2) / 2).min(bottom), ..self },
        }
    }

    /// One selectable row up.
    #[must_use]
    pub fn up(self, rows: &[Row], height: usize) -> Self {
        let before = rows.get(..self.at.min(rows.len())).unwrap_or_default();
        match before.iter().rposition(Row::selectable) {
            Some(at) if at + height >= self.top => Self { at, ..self }.settled(rows, height),
            _ => Self { top: self.top.saturating_sub(height.max(2) / 2), ..self },
        }
    }

    /// `by` rows down or, negative, up: the list and the cursor together.
    #[must_use]
    pub fn leap(self, by: isize, rows: &[Row], height: usize) -> Self {
        let bottom = rows.len().saturating_sub(height);
        let wanted = self.at.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        let top = self.top.saturating_add_signed(by).min(bottom);
        Self { at: nearest(rows, wanted, by > 0), top }.settled(rows, height)
    }

    /// The cursor on `row`, or the nearest one that can be selected.
    #[must_use]
    pub fn on(self, row: usize, rows: &[Row], height: usize) -> Self {
        let wanted = row.min(rows.len().saturating_sub(1));
        Self { at: nearest(rows, wanted, true), ..self }.settled(rows, height)
    }

    /// The cursor with the list scrolled so that it can be seen, and with it the rows that can't be
    /// selected at the very top or bottom, such as a heading.
    #[must_use]
    pub fn settled(self, rows: &[Row], height: usize) -> Self {
        let height = height.max(1);
        let bottom = rows.len().saturating_sub(height);
        let mut top = self.top.min(bottom);
        if self.at >= top + height {
            top = self.at + 1 - height;
        }
        let leading =
            rows.get(..self.at).unwrap_or_default().iter().rev().take_while(|row| !row.selectable()).count();
        let wanted = self.at - leading.min(2).min(height - 1).min(self.at);
        top = top.min(wanted);
        if leading == self.at && self.at < height {
            top = 0;
        }
        let trailing = rows.iter().skip(self.at + 1).all(|row| !row.selectable());
        if trailing && rows.len() - self.at.min(rows.len()) <= height {
            top = bottom;
        }
        Self { at: self.at, top }
    }
}

/// The first row from `at` on that can be selected.
fn first_from(rows: &[Row], at: usize) -> Option<usize> {
    rows.iter().skip(at).position(Row::selectable).map(|further| at + further)
}

/// The row nearest to `wanted` that can be selected, first looking ahead or behind.
fn nearest(rows: &[Row], wanted: usize, ahead: bool) -> usize {
    let after = || first_from(rows, wanted);
    let before = || rows.get(..=wanted).and_then(|rows| rows.iter().rposition(Row::selectable));
    let found = if ahead { after().or_else(before) } else { before().or_else(after) };
    found.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(pattern: &str) -> Vec<Row> {
        pattern.chars().map(|c| if c == 'x' { Row::Plan(0) } else { Row::Today }).collect()
    }

    #[test]
    fn rows_that_cannot_be_selected_are_stepped_over() {
        let rows = rows(".xx.x");
        let start = Cursor::first(&rows);
        assert_eq!(start.at, 1);
        let down = start.down(&rows, 10).down(&rows, 10);
        assert_eq!(down.at, 4);
        assert_eq!(down.up(&rows, 10).at, 2);
        assert_eq!(down.down(&rows, 10).at, 4);
    }

    #[test]
    fn the_heading_above_comes_into_view_with_its_first_item() {
        let rows = rows(".xxxx.xxxx");
        let low = Cursor { at: 9, top: 6 };
        let up = (0..7).fold(low, |cursor, _| cursor.up(&rows, 4));
        assert_eq!(up, Cursor { at: 1, top: 0 });
    }

    #[test]
    fn long_text_between_items_is_never_passed_over() {
        let pattern = rows(&["x", &".".repeat(60), "x"].concat());
        let mut cursor = Cursor::first(&pattern);
        let mut shown = 5;
        while cursor.at == 0 {
            cursor = cursor.down(&pattern, 5);
            assert!(cursor.top <= shown, "rows {shown}..{} were never shown", cursor.top);
            shown = cursor.top + 5;
        }
        assert_eq!(cursor.at, 61);
    }

    #[test]
    fn empty_lists_and_no_height_are_survived() {
        for height in 0..3 {
            let cursor = Cursor::first(&[]).down(&[], height).up(&[], height).leap(5, &[], height);
            assert_eq!(cursor.at, 0);
            assert_eq!(Cursor::last(&[], height).at, 0);
        }
    }
}
