//! Prints a figure from its value, in one way for each value; what is printed reads back to the same value.

use super::amount::{Amount, MICRO};
use super::qualifier::Qualifier;
use super::unit::{Unit, UnitKind};

const WAN: i128 = 10_000;
const YI: i128 = 100_000_000;
const WAN_YI: i128 = 1_000_000_000_000;

/// A figure in canonical form: `逾16.5億美元`, `至少20個`, `1.5萬至2.5萬平方呎`, `第4`. The qualifier stands before
/// the number; 萬, 億 and 萬億 are used where at most two decimals remain and the unit is a Chinese one.
/// `low` and `high` are put in order.
pub fn write(qualifier: Qualifier, low: Amount, high: Amount, unit: &Unit) -> String {
    let (low, high) = (low.min(high), low.max(high));
    let mut scales = [scale(low, unit), scale(high, unit)];
    if scales.contains(&1) {
        // 1至1.2萬 would share the 萬.
        scales = if low == high { [scale(low, unit); 2] } else { [1, 1] };
    }
    let [first, last] = scales;
    let mut number = digits(low, first, unit);
    if low != high {
        number = format!("{number}至{}", digits(high, last, unit));
    }
    format!("{}{}{number}{}", qualifier.word(), unit.before(), unit.after())
}

/// The value of 萬億, 億 or 萬, or one.
fn scale(amount: Amount, unit: &Unit) -> i128 {
    let chinese = |text: &str| !text.is_empty() && !text.is_ascii();
    if !chinese(unit.after()) || unit.before().is_ascii() && !unit.before().is_empty() {
        return 1;
    }
    // Two decimals at most: 1.65億, but 165,123,456 in full.
    let fits = |scale: i128| {
        amount.millionths().abs() >= scale * MICRO && amount.millionths() % (scale / 100 * MICRO) == 0
    };
    [WAN_YI, YI, WAN].into_iter().find(|scale| fits(*scale)).unwrap_or(1)
}

fn digits(amount: Amount, scale: i128, unit: &Unit) -> String {
    let name = match scale {
        WAN_YI => "萬億",
        YI => "億",
        WAN => "萬",
        _ => "",
    };
    let lead = amount.over(scale).unwrap_or(amount);
    // 2026年, not 2,026年.
    let text = if *unit.kind() == UnitKind::Time("year") { lead.to_string() } else { lead.grouped() };
    format!("{text}{name}")
}
