//! What a figure says of its number: about it, over it, at most it. A small set; the word itself is kept.

use super::amount::Amount;
use super::cursor::{Cursor, folded};

/// How the stated number stands to the real one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// The number itself: nothing, or 達, 共.
    #[default]
    Exact,
    /// 約, 大約, 左右, ~
    About,
    /// Somewhat less: 近, 接近
    Nearly,
    /// More: 逾, 超, 多於, 50多, >
    Over,
    /// The number or more: 至少, 不少於, 以上, ≥
    AtLeast,
    /// Less: 少於, 不足, <
    Under,
    /// The number or less: 最多, 不超過, 以下, 以內, ≤
    AtMost,
    /// As much as may be reached, which is a capacity and not a count: 可達, 最高
    UpTo,
}

use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over, Under, UpTo};

/// Words before the number, folded.
const BEFORE: [(&str, Qualifier); 68] = [
    ("約", About),
    ("大約", About),
    ("約為", About),
    ("約有", About),
    ("大概", About),
    ("約莫", About),
    ("~", About),
    ("≈", About),
    ("about", About),
    ("around", About),
    ("some", About),
    ("近", Nearly),
    ("接近", Nearly),
    ("將近", Nearly),
    ("幾近", Nearly),
    ("nearly", Nearly),
    ("almost", Nearly),
    ("逾", Over),
    ("超", Over),
    ("超過", Over),
    ("超逾", Over),
    ("超出", Over),
    ("多於", Over),
    ("多過", Over),
    ("高於", Over),
    ("大於", Over),
    ("過", Over),
    (">", Over),
    ("over", Over),
    ("more than", Over),
    ("至少", AtLeast),
    ("最少", AtLeast),
    ("起碼", AtLeast),
    ("不少於", AtLeast),
    ("不低於", AtLeast),
    ("不小於", AtLeast),
    ("不下", AtLeast),
    ("≥", AtLeast),
    (">=", AtLeast),
    ("at least", AtLeast),
    ("no less than", AtLeast),
    ("少於", Under),
    ("低於", Under),
    ("小於", Under),
    ("不足", Under),
    ("不到", Under),
    ("未滿", Under),
    ("<", Under),
    ("under", Under),
    ("less than", Under),
    ("fewer than", Under),
    ("最多", AtMost),
    ("至多", AtMost),
    ("不超過", AtMost),
    ("不多於", AtMost),
    ("不高於", AtMost),
    ("不逾", AtMost),
    ("≤", AtMost),
    ("<=", AtMost),
    ("at most", AtMost),
    ("no more than", AtMost),
    ("可達", UpTo),
    ("最高", UpTo),
    ("最高可達", UpTo),
    ("最多可達", UpTo),
    ("up to", UpTo),
    ("達", Exact),
    ("共", Exact),
];

/// Words after the unit, folded.
const AFTER: [(&str, Qualifier); 21] = [
    ("及以上", AtLeast),
    ("或以上", AtLeast),
    ("以上", AtLeast),
    ("起", AtLeast),
    ("+", AtLeast),
    (" or more", AtLeast),
    (" or above", AtLeast),
    ("及以下", AtMost),
    ("或以下", AtMost),
    ("以下", AtMost),
    ("以內", AtMost),
    ("之內", AtMost),
    ("內", AtMost),
    (" or less", AtMost),
    (" or fewer", AtMost),
    ("左右", About),
    ("上下", About),
    ("不到", Under),
    ("多", Over),
    ("有餘", Over),
    ("餘", Over),
];

impl Qualifier {
    /// The word that stands for it where a figure is printed from its value; always before the number.
    pub const fn word(self) -> &'static str {
        match self {
            Exact => "",
            About => "約",
            Nearly => "近",
            Over => "逾",
            AtLeast => "至少",
            Under => "少於",
            AtMost => "最多",
            UpTo => "可達",
        }
    }

    /// The bounds it sets on a number stated as `low` to `high`; `None` is no bound. About and nearly keep the
    /// stated number where they set a bound at all.
    pub const fn bounds(self, low: Amount, high: Amount) -> (Option<Amount>, Option<Amount>) {
        match self {
            Exact | About => (Some(low), Some(high)),
            Over | AtLeast => (Some(low), None),
            Nearly | Under | AtMost | UpTo => (None, Some(high)),
        }
    }

    /// Past the longest qualifier at the cursor. An English word must end there.
    pub(super) fn eat(cursor: &mut Cursor<'_>) -> Option<Self> {
        let mut ahead = *cursor;
        let found = ahead.eat_longest(&BEFORE)?;
        let english = cursor.peek().is_some_and(|c| c.is_ascii_alphabetic());
        if english && ahead.peek().is_some_and(|c| c.is_ascii_alphabetic()) {
            return None;
        }
        *cursor = ahead;
        Some(found)
    }

    /// The longest qualifier at the end of `text`, and how many bytes it takes.
    pub(super) fn at_end(text: &str) -> Option<(Self, usize)> {
        let text_folded = folded(text);
        // Its last byte tells it from nearly all of them.
        let last = text_folded.as_bytes().last()?;
        let (word, found) = AFTER
            .iter()
            .filter(|(word, _)| word.as_bytes().last() == Some(last) && text_folded.ends_with(word))
            .max_by_key(|(word, _)| word.len())?;
        let bytes = text.chars().rev().take(word.chars().count()).map(char::len_utf8).sum();
        Some((*found, bytes))
    }

    /// Where in `text` a word of the table stands: a qualifier out of its place. Single characters do not
    /// count but for those that are nothing else, as they are parts of other words.
    pub(super) fn stray_in(text: &str) -> Option<usize> {
        let folded = folded(text);
        let long = |word: &str| word.len() > 3 && !word.is_ascii();
        let begins = |rest: &str| {
            // Their first characters tell nearly all of them from what stands here.
            let first = rest.as_bytes().first_chunk::<3>();
            let words = BEFORE.iter().chain(&AFTER).map(|(word, _)| *word);
            let mut near = words.filter(|word| word.as_bytes().first_chunk() == first);
            rest.starts_with(['約', '逾']) || near.any(|word| rest.starts_with(word) && long(word))
        };
        let mut places = text.char_indices().zip(folded.char_indices());
        places.find_map(|((at, _), (n, _))| folded.get(n..).is_some_and(begins).then_some(at))
    }
}
