//! How much of a library is read. What lies beyond is told as a problem, and everything before it is shown.

/// The limits of a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest file that is read, in bytes. Parsing takes about fifty times as much memory for a moment.
    pub file: u64,
    /// How many files are read, plan by plan in the order of their names.
    pub files: usize,
    /// How many bytes all of them may have together.
    pub total: u64,
}

/// The largest file that is read unless the reader says otherwise, in bytes.
pub const FILE_CAP: u64 = 1 << 20;

impl Default for Limits {
    fn default() -> Self {
        Self { file: FILE_CAP, files: 100_000, total: 1 << 30 }
    }
}

/// What is left of the bytes of a library while its files are gone through in their order.
#[derive(Debug)]
pub(super) struct Left {
    bytes: u64,
    file: u64,
}

impl Left {
    pub(super) fn of(limits: &Limits) -> Self {
        Self { bytes: limits.total, file: limits.file }
    }

    /// Whether a file of this size still fits. What is not there, or is too large by itself and not read,
    /// takes no other's place.
    pub(super) fn takes(&mut self, size: Option<u64>) -> bool {
        let size = size.filter(|size| *size <= self.file).unwrap_or(0);
        let left = self.bytes.checked_sub(size);
        self.bytes = left.unwrap_or(0);
        left.is_some()
    }

    /// Whether even `files` of the largest size would fit, so that nobody need look how large they are.
    pub(super) fn surely_takes(&self, files: usize) -> bool {
        self.file.saturating_mul(files as u64) <= self.bytes
    }
}
