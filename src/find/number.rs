//! Numbers and bounds as they are asked for, and the figures that answer.

use super::units::FoldedUnit;
use crate::plan::Figure;
use crate::plan::figure::{Amount, Currency, Qualifier, Unit, UnitKind};

/// A number or bounds asked for, perhaps with a unit.
#[derive(Clone, Debug)]
pub(super) struct NumberAsked {
    low: Option<Amount>,
    high: Option<Amount>,
    /// Whether the bounds themselves are asked for.
    closed: bool,
    unit: Option<FoldedUnit>,
}

/// A figure as the index keeps it.
#[derive(Clone, Copy, Debug)]
pub(super) struct FigureKey {
    pub owner: u32,
    /// Index of its unit in the units of its segment.
    pub unit: u32,
    pub qualifier: Qualifier,
    pub low: Amount,
    pub high: Amount,
}

const BOUNDS: [(&str, bool, bool); 8] = [
    (">=", true, true),
    ("<=", false, true),
    ("≥", true, true),
    ("≤", false, true),
    (">", true, false),
    ("<", false, false),
    ("＞", true, false),
    ("＜", false, false),
];

/// Every number that a word may be meant as: `16.5億`, `1.65b`, `五十六`, `30天`, `>50`, `10-100`.
pub(super) fn asked(word: &str) -> Vec<NumberAsked> {
    if let Some((rest, above, closed)) = bound(word) {
        let open = |NumberAsked { low, high, unit, .. }: NumberAsked| {
            let (low, high) = if above { (low, None) } else { (None, high) };
            NumberAsked { low, high, closed, unit }
        };
        return exactly(rest).into_iter().map(open).collect();
    }
    exactly(word)
}

/// Whether a word is a mark of comparison and nothing else.
pub(super) fn is_bound(word: &str) -> bool {
    BOUNDS.iter().any(|(mark, ..)| *mark == word)
}

/// Whether a word begins with a mark of comparison.
pub(super) fn is_bounded(word: &str) -> bool {
    bound(word).is_some()
}

fn bound(word: &str) -> Option<(&str, bool, bool)> {
    BOUNDS.iter().find_map(|(mark, above, closed)| Some((word.strip_prefix(mark)?, *above, *closed)))
}

fn exactly(word: &str) -> Vec<NumberAsked> {
    let one = |n: Amount, unit: Option<&Unit>| NumberAsked {
        low: Some(n),
        high: Some(n),
        closed: true,
        unit: unit.map(FoldedUnit::new),
    };
    let short = Amount::parse_number(word).map(|n| one(n, None)).or_else(|| {
        // US$1.65b: the short forms are those of a number, the sign before it that of a figure.
        let (sign, number) = word.split_at_checked(word.find(|c: char| c.is_ascii_digit())?)?;
        let figure = Figure::parse(&format!("{sign}1")).ok()?;
        Some(one(Amount::parse_number(number)?, Some(figure.unit())))
    });
    let figure = Figure::parse(word).ok().map(|figure| NumberAsked {
        low: Some(figure.low()),
        high: Some(figure.high()),
        closed: true,
        unit: Some(figure.unit()).filter(|unit| !unit.text().is_empty()).map(FoldedUnit::new),
    });
    short.into_iter().chain(figure).collect()
}

impl NumberAsked {
    /// Whether bounds are asked for and not one number.
    pub(super) fn is_range(&self) -> bool {
        self.low != self.high
    }

    /// Whether a figure in `unit` can answer: no unit is asked for, or this, or the beginning of it (so far typed).
    pub(super) fn takes(&self, unit: &FoldedUnit) -> bool {
        let Some(asked) = &self.unit else { return true };
        let money = |unit: &Unit| matches!(unit.kind(), UnitKind::Money(_));
        let unsaid = *asked.unit.kind() == UnitKind::Money(Currency::Unsaid);
        asked.unit.kind() == unit.unit.kind()
            || (unsaid && money(&unit.unit))
            || (!asked.text.is_empty() && unit.text.starts_with(&asked.text))
    }

    /// Whether what is asked for is no more than a figure in `unit` says: 兩個園區 asks for more than 兩個.
    pub(super) fn is_all(&self, unit: &FoldedUnit) -> bool {
        let counted = |asked: &&FoldedUnit| matches!(asked.unit.kind(), UnitKind::Count(_));
        let asked = self.unit.as_ref().filter(counted);
        asked.is_none_or(|asked| unit.text.starts_with(&asked.text))
    }

    /// Whether a figure of a fitting unit answers: the number as stated (either end of a range), or any within the
    /// bounds. What is over 50 is more than 50.
    pub(super) fn meets(&self, figure: &FigureKey) -> bool {
        if !self.is_range() {
            return self.low == Some(figure.low) || self.low == Some(figure.high);
        }
        let stated = |low: bool| if low { figure.low } else { figure.high };
        let above = self.low.is_none_or(|bound| match figure.qualifier {
            Qualifier::Over => stated(true) >= bound,
            _ => stated(true) > bound || (self.closed && stated(true) == bound),
        });
        let below = self.high.is_none_or(|bound| match figure.qualifier {
            Qualifier::Under => stated(false) <= bound,
            Qualifier::Over | Qualifier::AtLeast if self.low.is_none() => stated(false) < bound,
            _ => stated(false) < bound || (self.closed && stated(false) == bound),
        });
        above && below
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn meets(word: &str, figure: &str) -> bool {
        let figure = Figure::parse(figure).unwrap();
        let key = FigureKey {
            owner: 0,
            unit: 0,
            qualifier: figure.qualifier(),
            low: figure.low(),
            high: figure.high(),
        };
        asked(word).iter().any(|asked| asked.takes(&FoldedUnit::new(figure.unit())) && asked.meets(&key))
    }

    #[test]
    fn numbers_meet_by_value_bounds_and_unit() {
        for (word, figure) in [
            ("1650000000", "逾16.5億美元"),
            ("1.65b", "逾16.5億美元"),
            ("16億5000萬", "逾16.5億美元"),
            ("16.5億美", "逾16.5億美元"),
            ("五十六", "56條"),
            ("30日", "30天"),
            (">50", "50多位"),
            (">50", "56條"),
            (">=56", "56條"),
            ("10-100", "56條"),
            ("<60", "56條"),
            ("2.5萬", "1.5萬至2.5萬平方呎"),
        ] {
            assert!(meets(word, figure), "{word} {figure}");
        }
        for (word, figure) in
            [("30天", "30家"), (">56", "56條"), ("<56", "56條"), ("10-100家", "56條"), ("55", "56條")]
        {
            assert!(!meets(word, figure), "{word} {figure}");
        }
    }
}
