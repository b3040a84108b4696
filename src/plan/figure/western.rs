//! The digits of a figure in Western digits, for where Chinese numerals can't be drawn. What was written
//! stays what is shown as text.

use std::borrow::Cow;

use super::amount::Amount;
use super::cursor::folded;
use super::numeral::is_digit;
use super::print::write;
use super::qualifier::Qualifier;
use super::unit::Unit;
use super::value::Figure;

impl Figure {
    /// The digits as [`Figure::parts`] gives them, Chinese numerals and full-width digits in Western ones:
    /// `2` for 兩, `56` for 五十六, `1.5萬至2.5` for 一萬五至2.5. Scales that stand after the digits stay there.
    pub fn western_digits(&self) -> Cow<'_, str> {
        let digits = self.parts().digits;
        if !digits.chars().any(is_foreign) {
            return Cow::Borrowed(digits);
        }
        let mut text = String::new();
        let mut rest = digits;
        while !rest.is_empty() {
            let numeral = prefix(rest, is_numeral);
            text.push_str(&number(numeral, &self.unit));
            rest = rest.get(numeral.len()..).unwrap_or_default();
            let between = prefix(rest, |c| !is_numeral(c));
            text.push_str(between);
            rest = rest.get(between.len()..).unwrap_or_default();
        }
        Cow::Owned(text)
    }
}

/// One number in Western digits; as it is where it has some, or can't be read alone.
fn number(numeral: &str, unit: &Unit) -> String {
    let numeral = folded(numeral);
    if numeral.chars().any(|c| c.is_ascii_digit()) {
        return numeral.into_owned();
    }
    let Some(amount) = Amount::parse_number(&numeral) else { return numeral.into_owned() };
    let written = write(Qualifier::Exact, amount, amount, unit);
    let digits = written.strip_prefix(unit.before()).and_then(|rest| rest.strip_suffix(unit.after()));
    digits.map_or_else(|| amount.grouped(), ToOwned::to_owned)
}

/// The longest beginning of `text` of which all characters are `wanted`.
fn prefix(text: &str, wanted: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !wanted(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// Whether `c` is part of a number: a digit, a place or a sign between them.
fn is_numeral(c: char) -> bool {
    let written = c.to_string();
    folded(&written).chars().all(|c| is_digit(c) || "百佰千仟拾萬億兆點半.,".contains(c))
}

fn is_foreign(c: char) -> bool {
    is_numeral(c) && !c.is_ascii_digit() && !".,萬億兆".contains(c)
}
