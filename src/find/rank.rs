//! Why an item is a hit, and what that is worth: the table behind the order of the hits.

use super::field::Field;
use super::needle::How;

/// Why an item is a hit, the best reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Its figure is the number asked for.
    ExactFigure,
    /// It is called just so.
    ExactTitle,
    /// The whole of its name sounds just so.
    ExactSound,
    /// Its name, or a word of its English, begins so.
    Prefix,
    /// It happened, or will, when asked for.
    Date,
    /// Its name has it inside.
    Inside,
    /// Its section or plan is called so, where more than that was asked for.
    Within,
    /// Its name sounds so in part.
    Phonetic,
    /// The syllables of its name begin so.
    Initials,
    /// It is of the kind, the plan or the bounds asked for, and no more was asked.
    Listed,
    /// Its details have it.
    Detail,
    /// It stood so when asked for.
    AsOf,
    /// Its details sound so.
    DetailSound,
    /// Only its section or plan is called so.
    Context,
}

/// What a match is worth; the least is best. Reasons are steps of eight or more, so that within one the whole of a
/// text comes before its beginning and that before its middle. The scores of several words are added up: what stands
/// in details only is set further off, so that two words in names and titles go before one in a name, one in details.
pub(super) type Score = u8;

/// No match.
pub(super) const NONE: Score = Score::MAX;

const SCORES: [(Score, Why); 14] = [
    (0, Why::ExactFigure),
    (8, Why::ExactTitle),
    (16, Why::ExactSound),
    (24, Why::Prefix),
    (32, Why::Date),
    (40, Why::Inside),
    (48, Why::Within),
    (56, Why::Phonetic),
    (64, Why::Initials),
    (72, Why::Listed),
    (112, Why::Detail),
    (120, Why::AsOf),
    (128, Why::DetailSound),
    (136, Why::Context),
];

impl Why {
    /// What it is worth.
    pub(super) fn score(self) -> Score {
        SCORES.get(self as usize).map_or(NONE, |(score, _)| *score)
    }

    /// The reason a score stands for.
    pub(super) fn of(score: Score) -> Self {
        let after = SCORES.partition_point(|(least, _)| *least <= score);
        after.checked_sub(1).and_then(|at| SCORES.get(at)).map_or(Self::Context, |(_, why)| *why)
    }
}

/// How much of a text is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    Start,
    Middle,
}

impl Extent {
    /// What begins where its text begins, and ends where that ends.
    pub(super) fn of(starts: bool, ends: impl Fn() -> bool) -> Self {
        match starts {
            true if ends() => Self::Whole,
            true => Self::Start,
            false => Self::Middle,
        }
    }
}

/// What a match in a text in Chinese is worth.
pub(super) fn wide(field: Field, how: How, part: Extent) -> Score {
    let heard = how != How::Literal;
    let reason = match (how, part) {
        _ if !field.is_label() || (heard && field == Field::Figure) => {
            return if heard { Why::DetailSound } else { Why::Detail }.score();
        }
        (How::Literal, Extent::Whole) if field == Field::Figure => Why::ExactFigure,
        (How::Literal, Extent::Whole) => Why::ExactTitle,
        (How::Literal, Extent::Start) => Why::Prefix,
        (How::Literal, Extent::Middle) => Why::Inside,
        (How::Sound, Extent::Whole) => Why::ExactSound,
        (How::Sound, _) => Why::Phonetic,
        (How::Initials, _) => Why::Initials,
    };
    reason.score() + part as Score
}

/// What a match in a text in English is worth; `word` is whether it ends with a word.
pub(super) fn narrow(field: Field, part: Extent, word: bool) -> Score {
    let reason = match part {
        _ if field != Field::En => return Why::Detail.score(),
        Extent::Whole => Why::ExactTitle,
        Extent::Start | Extent::Middle => Why::Prefix,
    };
    let middle = Score::from(part == Extent::Middle);
    reason.score() + 1 + 2 * middle + Score::from(!word)
}

/// How near to an item the title of its section or plan is, the nearest first.
pub(super) fn context(field: Field, part: Extent) -> Score {
    let of = match field {
        Field::Section | Field::SectionFull => 0,
        Field::SectionEn | Field::Plan => 2,
        _ => 4,
    };
    of + Score::from(part == Extent::Middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_rise_in_the_order_of_reasons() {
        assert!(SCORES.is_sorted_by(|(a, one), (b, other)| a + 8 <= *b && one < other));
        for (score, why) in SCORES {
            assert_eq!((why.score(), Why::of(score), Why::of(score + 7)), (score, why, why));
        }
    }
}
