//! Figures of any value print and read back; any text at all is read or refused within it.

use super::table::READ;
use jianbao::plan::figure::{Amount, Figure, Qualifier, Unit, write};
use proptest::prelude::*;

#[test]
fn every_figure_of_the_table_prints_and_reads_back() {
    for line in READ.trim().lines() {
        let figure = Figure::parse(line.split('|').next().unwrap()).unwrap();
        reads_back(figure.qualifier(), figure.low(), figure.high(), figure.unit());
    }
}

fn reads_back(qualifier: Qualifier, low: Amount, high: Amount, unit: &Unit) {
    let printed = write(qualifier, low, high, unit);
    let read = Figure::parse(&printed).unwrap_or_else(|error| panic!("{printed}: {error:?}"));
    assert_eq!(
        (read.qualifier(), read.low(), read.high(), read.unit()),
        (qualifier, low, high, unit),
        "{printed}"
    );
}

fn amounts() -> impl Strategy<Value = Amount> {
    let micro = 1_000_000_i128;
    prop_oneof![
        (0..=100_000_000_000_000_i128).prop_map(move |whole| whole * micro),
        (0..=100_000_i128, 0..=12_u32).prop_map(move |(lead, zeros)| lead * 10_i128.pow(zeros) * micro / 100),
        -1_000_000_000_000_i128..=1_000_000_000_000_000_000_000_i128,
    ]
    .prop_map(|millionths| Amount::from_millionths(millionths).unwrap())
}

/// The amounts that a figure may state: none below nothing.
fn stated() -> impl Strategy<Value = Amount> {
    amounts().prop_map(|amount| Amount::from_millionths(amount.millionths().abs()).unwrap())
}

fn units() -> impl Strategy<Value = Unit> {
    let written = [
        "1",
        "1份",
        "1個",
        "1條",
        "1位",
        "1家企業",
        "1美元",
        "1元人民幣",
        "1港元",
        "1平方呎",
        "1平方公里",
        "1%",
        "1年",
        "1個月",
        "1小時",
        "1米",
        "第1",
        "第1屆",
        "US$1",
        "人民幣1元",
        "百分之1",
        "1sq ft",
        "1km2",
        "1人次",
        "1倍",
        "1 projects",
        "1個百分點",
    ];
    prop::sample::select(written.to_vec()).prop_map(|text| Figure::parse(text).unwrap().unit().clone())
}

fn qualifiers() -> impl Strategy<Value = Qualifier> {
    use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over, Under, UpTo};
    prop::sample::select(vec![Exact, About, Nearly, Over, AtLeast, Under, AtMost, UpTo])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back(qualifier in qualifiers(), one in stated(), two in stated(), unit in units()) {
        reads_back(qualifier, one, one, &unit);
        reads_back(qualifier, one.min(two), one.max(two), &unit);
    }

    #[test]
    fn amounts_read_back(amount in amounts()) {
        prop_assert_eq!(Amount::parse_number(&amount.to_string()), Some(amount));
        prop_assert_eq!(Amount::parse_number(&amount.grouped()), Some(amount));
    }

    #[test]
    fn any_text_is_read_or_refused_within_it(text in any_text()) {
        let _ = Amount::parse_number(&text);
        match Figure::parse(&text) {
            Ok(figure) => {
                let parts = figure.parts();
                prop_assert_eq!(format!("{}{}{}", parts.before, parts.digits, parts.after), text.trim());
                prop_assert!(figure.low() <= figure.high());
            }
            Err(error) => prop_assert!(text.is_char_boundary(error.at), "{:?} {}", error, text),
        }
    }
}

/// Texts close to figures, and any texts at all.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = [
        "約",
        "逾",
        "1",
        "5",
        ",",
        ".",
        "000",
        "萬",
        "億",
        "千",
        "百",
        "十",
        "五",
        "零",
        "〇",
        "半",
        "多",
        "至",
        "-",
        "~",
        "個",
        "年",
        "平方呎",
        "%",
        "以上",
        "第",
        "US$",
        " ",
        "million",
        "分之",
        "３",
        "，",
        "幾",
        "元",
        "兆",
        "負",
        "點",
        "999999999999",
    ];
    prop_oneof![
        3 => prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..9).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}
