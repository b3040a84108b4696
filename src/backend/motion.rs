//! Cursor moves, and which of them is the shortest.

use super::number::{self, digits};

/// Where the terminal's cursor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) x: u16,
    pub(super) y: u16,
    /// False after a character of disputed width: the row is sure, the column only likely.
    pub(super) sure: bool,
}

/// One way to move; rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    /// CUP: anywhere.
    To(u16, u16),
    /// CHA: a column of this row.
    Column(u16),
    /// CUF.
    Right(u16),
    /// CUB.
    Left(u16),
    /// Backspaces.
    Back(u16),
    /// Carriage return, line feeds, CUF: right whether or not the line discipline maps LF to CR LF.
    Lines(u16, u16),
}

/// More line feeds than this cost no less than an absolute move.
const FEEDS: u16 = 6;

impl Motion {
    /// The shortest way from where the cursor is, if that is known; of two as short the more absolute, which heals
    /// what may have gone wrong. Without `lean` only CUP.
    pub(super) fn shortest(from: Option<Spot>, (x, y): (u16, u16), lean: bool) -> Self {
        let to = Self::To(x, y);
        let Some(from) = from.filter(|from| lean && from.y <= y && y - from.y <= FEEDS) else { return to };
        let here = from.y == y;
        let (right, left) = (x.saturating_sub(from.x), from.x.saturating_sub(x));
        let ways = [
            (true, to),
            (true, Self::Lines(y - from.y, x)),
            (here, Self::Column(x)),
            (here && from.sure && right > 0, Self::Right(right)),
            (here && from.sure && left > 0, Self::Back(left)),
            (here && from.sure && left > 0, Self::Left(left)),
        ];
        let ways = ways.into_iter().filter(|(can, _)| *can).map(|(_, way)| way);
        ways.min_by_key(|way| way.len()).unwrap_or(to)
    }

    /// Bytes it takes.
    pub(super) fn len(self) -> usize {
        match self {
            Self::To(0, 0) | Self::Column(0) | Self::Right(1) | Self::Left(1) => 3,
            Self::To(0, y) => 3 + digits(y + 1),
            Self::To(x, y) => 4 + digits(x + 1) + digits(y + 1),
            Self::Column(x) => 3 + digits(x + 1),
            Self::Right(n) | Self::Left(n) => 3 + digits(n),
            Self::Back(n) => usize::from(n),
            Self::Lines(rows, 0) => 1 + usize::from(rows),
            Self::Lines(rows, right) => 1 + usize::from(rows) + Self::Right(right).len(),
        }
    }

    /// Appends its bytes.
    pub(super) fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::To(0, 0) => sequence(out, &[], b'H'),
            Self::To(0, y) => sequence(out, &[y + 1], b'H'),
            Self::To(x, y) => sequence(out, &[y + 1, x + 1], b'H'),
            Self::Column(0) => sequence(out, &[], b'G'),
            Self::Column(x) => sequence(out, &[x + 1], b'G'),
            Self::Right(1) => sequence(out, &[], b'C'),
            Self::Right(n) => sequence(out, &[n], b'C'),
            Self::Left(1) => sequence(out, &[], b'D'),
            Self::Left(n) => sequence(out, &[n], b'D'),
            Self::Back(n) => out.resize(out.len() + usize::from(n), b'\x08'),
            Self::Lines(rows, right) => {
                out.push(b'\r');
                out.resize(out.len() + usize::from(rows), b'\n');
                if right > 0 {
                    Self::Right(right).write(out);
                }
            }
        }
    }
}

/// Appends a control sequence with these numbers (ECMA-48 CSI).
pub(super) fn sequence(out: &mut Vec<u8>, numbers: &[u16], end: u8) {
    out.extend_from_slice(b"\x1b[");
    number::push_all(out, numbers);
    out.push(end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_the_bytes() {
        for n in [0, 1, 2, 8, 9, 10, 98, 99, 100] {
            let ways =
                [Motion::To(n, 3), Motion::To(n, n), Motion::Column(n), Motion::Back(n), Motion::Lines(2, n)];
            for way in ways.into_iter().chain((n > 0).then_some(Motion::Right(n))) {
                let mut out = Vec::new();
                way.write(&mut out);
                assert_eq!(out.len(), way.len(), "{way:?}");
            }
        }
    }

    #[test]
    fn the_shortest_is_found() {
        let at = |x, y, sure| Some(Spot { x, y, sure });
        assert_eq!(Motion::shortest(None, (5, 5), true), Motion::To(5, 5));
        assert_eq!(Motion::shortest(at(5, 5, true), (7, 5), false), Motion::To(7, 5));
        assert_eq!(Motion::shortest(at(5, 5, true), (7, 5), true), Motion::Column(7));
        assert_eq!(Motion::shortest(at(15, 5, true), (17, 5), true), Motion::Right(2));
        assert_eq!(Motion::shortest(at(5, 5, false), (20, 5), true), Motion::Column(20));
        assert_eq!(Motion::shortest(at(8, 5, true), (6, 5), true), Motion::Back(2));
        assert_eq!(Motion::shortest(at(8, 5, false), (0, 6), true), Motion::Lines(1, 0));
        assert_eq!(Motion::shortest(at(8, 9, true), (20, 10), true), Motion::Lines(1, 20));
    }
}
