//! Numbers in control sequences, as decimal digits: every change of pen and move has one or two, and a frame hundreds.

/// Decimal digits of `n`.
pub(super) fn digits(n: u16) -> usize {
    n.checked_ilog10().map_or(1, |log| log as usize + 1)
}

/// Appends the digits of `n`.
pub(super) fn push(out: &mut Vec<u8>, n: u16) {
    if n > 9 {
        push(out, n / 10);
    }
    out.push(b'0' + (n % 10) as u8);
}

/// Appends numbers with semicolons between them.
pub(super) fn push_all(out: &mut Vec<u8>, numbers: &[u16]) {
    for (nth, n) in numbers.iter().enumerate() {
        if nth > 0 {
            out.push(b';');
        }
        push(out, *n);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_any_other_way_writes_them() {
        for n in 0..=u16::MAX {
            let mut out = Vec::new();
            push(&mut out, n);
            assert_eq!(out, n.to_string().into_bytes());
            assert_eq!(out.len(), digits(n));
        }
        let mut out = Vec::new();
        push_all(&mut out, &[38, 2, 0, 255]);
        assert_eq!(out, b"38;2;0;255");
    }
}
