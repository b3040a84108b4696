//! The bytes of a pack: numbers, and texts by their place in the file they stand in.

use crate::plan::text::Text;

/// Reads a pack, as the tests write it. Nothing is taken on trust: what does not fit is `None`.
pub(super) struct Reader<'p> {
    rest: &'p [u8],
    files: &'p [Text],
    /// The file that texts stand in, and where the last one ended.
    file: Text,
    at: u32,
}

impl<'p> Reader<'p> {
    /// Reads `bytes`, whose texts stand in `files`.
    pub(super) fn new(bytes: &'p [u8], files: &'p [Text]) -> Self {
        Self { rest: bytes, files, file: Text::default(), at: 0 }
    }

    /// The pieces it is made of, each to be read by itself.
    pub(super) fn pieces(mut self) -> Option<Vec<Self>> {
        let mut pieces = Vec::new();
        while self.left() > 0 {
            let length = self.number()?;
            pieces.push(Self::new(self.take(length as usize)?, self.files));
        }
        Some(pieces)
    }

    /// The bytes that are left.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    fn take(&mut self, length: usize) -> Option<&'p [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    /// A number in LEB128.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 0x7F) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// From here on texts stand in the file of a plan.
    pub(super) fn plan(&mut self) -> Option<()> {
        self.enter()
    }

    /// From here on texts stand in the file of a section.
    pub(super) fn section(&mut self) -> Option<()> {
        self.enter()
    }

    fn enter(&mut self) -> Option<()> {
        let file = self.number()?;
        self.file = self.files.get(file as usize)?.clone();
        self.at = 0;
        Some(())
    }

    /// A text: twice its length, then how far it begins from the end of the last one; one more where its letters follow.
    pub(super) fn text(&mut self) -> Option<Text> {
        let number = self.number()?;
        let length = number / 2;
        if number % 2 == 1 {
            return std::str::from_utf8(self.take(length as usize)?).ok().map(Text::from);
        }
        if length == 0 {
            return Some(Text::default());
        }
        let far = self.number()?;
        let far = if far % 2 == 0 { (far / 2).cast_signed() } else { !(far / 2).cast_signed() };
        let start = self.at.checked_add_signed(far)?;
        self.at = start.checked_add(length)?;
        self.file.at(start, length)
    }
}

/// Writes a pack.
#[cfg(test)]
pub(super) struct Writer<'f> {
    pub(super) bytes: Vec<u8>,
    /// Every file, its path and text.
    files: &'f [(&'f str, &'f str)],
    folder: String,
    file: &'f str,
    at: usize,
}

#[cfg(test)]
impl<'f> Writer<'f> {
    pub(super) fn new(files: &'f [(&'f str, &'f str)]) -> Self {
        Self { bytes: Vec::new(), files, folder: String::new(), file: "", at: 0 }
    }

    /// Ends a piece that begins at `from`: puts its length before it.
    pub(super) fn piece(&mut self, from: usize) {
        let piece = self.bytes.split_off(from);
        self.number(piece.len() as u32);
        self.bytes.extend(piece);
    }

    pub(super) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    pub(super) fn plan(&mut self, id: &str) {
        self.folder = id.to_owned();
        self.section("plan");
    }

    pub(super) fn section(&mut self, id: &str) {
        let path = format!("{}/{id}.toml", self.folder);
        let file = self.files.iter().position(|(of, _)| *of == path).unwrap();
        (self.file, self.at) = (self.files[file].1, 0);
        self.number(file as u32);
    }

    pub(super) fn text(&mut self, text: &str) {
        let start = text.as_ptr().addr().wrapping_sub(self.file.as_ptr().addr());
        let is_part = start.checked_add(text.len()).is_some_and(|end| end <= self.file.len());
        if text.is_empty() {
            self.number(0);
        } else if is_part {
            let far = i32::try_from(start).unwrap() - i32::try_from(self.at).unwrap();
            self.number(2 * text.len() as u32);
            self.number(if far < 0 { 2 * !far.cast_unsigned() + 1 } else { 2 * far.cast_unsigned() });
            self.at = start + text.len();
        } else {
            self.number(2 * text.len() as u32 + 1);
            self.bytes.extend(text.as_bytes());
        }
    }
}
