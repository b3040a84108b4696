//! A text of the model: a part of a file's text, which is kept once however many parts of it are shown, or a text of
//! its own. It reads as a `str`; a copy of it copies no letters. How long it is on a screen is for `crate::text`.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::rare::Absent;

/// A text that shares its letters, of at most 4 GiB. Sixteen bytes, where a `String` of its own takes 24 and the letters
/// once more: a library holds some ten of them for each item.
#[derive(Clone, Default)]
pub struct Text {
    /// What it is a part of; nothing where it is empty.
    whole: Option<Arc<Cow<'static, str>>>,
    start: u32,
    length: u32,
}

/// The empty text.
pub(super) const NOTHING: Text = Text { whole: None, start: 0, length: 0 };

impl Text {
    /// A text compiled into the program, which is not copied.
    pub fn fixed(text: &'static str) -> Self {
        Self::own(Cow::Borrowed(text))
    }

    /// Whether it is compiled into the program.
    pub(super) fn is_fixed(&self) -> bool {
        self.whole.as_ref().is_none_or(|whole| matches!(**whole, Cow::Borrowed(_)))
    }

    fn own(text: Cow<'static, str>) -> Self {
        match u32::try_from(text.len()).unwrap_or(u32::MAX) {
            0 => Self::default(),
            length => Self { whole: Some(Arc::new(text)), start: 0, length },
        }
    }

    /// `part` as a text: with the letters of this one, or of what it is a part of, where it stands in them; else
    /// with a copy of its own.
    #[must_use]
    pub fn part(&self, part: &str) -> Self {
        let Some(whole) = self.whole.as_ref().filter(|_| !part.is_empty()) else { return part.into() };
        let begins = part.as_ptr().addr().wrapping_sub(whole.as_ptr().addr());
        match (u32::try_from(begins), u32::try_from(part.len())) {
            (Ok(start), Ok(length)) if begins + part.len() <= whole.len() => {
                Self { whole: Some(Arc::clone(whole)), start, length }
            }
            _ => part.into(),
        }
    }

    /// `length` bytes from `start` on, with the letters of this one; nothing where that is no text.
    pub(super) fn at(&self, start: u32, length: u32) -> Option<Self> {
        let from = self.start.checked_add(start)?;
        let within = (start as usize)..(start as usize).checked_add(length as usize)?;
        self.as_str().get(within)?;
        Some(Self { whole: self.whole.clone().filter(|_| length > 0), start: from, length })
    }

    /// Whether there is nothing in it, without a look at its letters.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// How many bytes it takes, likewise.
    pub fn len(&self) -> usize {
        self.length as usize
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        let (start, length) = (self.start as usize, self.length as usize);
        self.whole.as_ref().and_then(|whole| whole.get(start..start + length)).unwrap_or_default()
    }
}

impl Absent for Text {
    const NOTHING: &'static Self = &NOTHING;

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::own(Cow::Owned(text))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::own(Cow::Owned(text.to_owned()))
    }
}

impl From<Cow<'static, str>> for Text {
    fn from(text: Cow<'static, str>) -> Self {
        Self::own(text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().to_owned()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        *self == **other
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        // Most that are not the same are not as long; their letters are far away. To compare none takes longest: it is
        // done where no letters are.
        self.len() == other.len() && (other.is_empty() || **self == *other)
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl PartialEq<Text> for &str {
    fn eq(&self, other: &Text) -> bool {
        *other == **self
    }
}

impl Eq for Text {}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Text {
    /// As a `str` does, so that a map of texts can be asked for one.
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_shares_the_letters_of_its_whole_and_outlives_it() {
        let whole = Text::from("title = \"前海\"".to_owned());
        let name = whole.get(9..15).map(|part| whole.part(part)).unwrap_or_default();
        let first = name.get(..3).map(|part| name.part(part)).unwrap_or_default();
        assert_eq!(name.as_ptr(), whole.as_ptr().wrapping_add(9));
        assert_eq!(first.as_ptr(), name.as_ptr());
        drop(whole);
        assert_eq!((&*name, &*first), ("前海", "前"));
    }

    #[test]
    fn what_stands_elsewhere_is_copied() {
        let whole = Text::fixed("前海");
        let other = "前海前海".to_owned();
        let beyond = other.get(3..).map(|part| whole.part(part)).unwrap_or_default();
        drop(other);
        assert_eq!(beyond, "海前海");
        // The empty text at the end of another is a part of nothing.
        assert!(whole.part("").whole.is_none() && Text::from("").whole.is_none());
    }

    #[test]
    fn it_takes_sixteen_bytes() {
        assert_eq!(size_of::<Text>(), 16);
    }
}
