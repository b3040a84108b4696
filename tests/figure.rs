//! Figures: what people write, what it is read as, what is refused, and that printing and reading agree.

use jianbao::plan::figure::{Amount, Currency, Figure, FigureReason, Qualifier, Unit, UnitKind, write};
use proptest::prelude::*;

/// written | qualifier | low | high | unit | before | digits | after
const READ: &str = "
56條|Exact|56|56|條||56|條
約40個|About|40|40|個|約|40|個
逾16.5億美元|Over|1650000000|1650000000|美元|逾|16.5|億美元
20個以上|AtLeast|20|20|個||20|個以上
50多位|Over|50|50|位||50|多位
1.5萬至2.5萬平方呎|Exact|15000|25000|平方呎||1.5萬至2.5|萬平方呎
超95%|Over|95|95|%|超|95|%
可達1,000萬平方呎|UpTo|10000000|10000000|平方呎|可達|1,000|萬平方呎
第4|Exact|4|4|第|第|4|
13份|Exact|13|13|份||13|份
五十六條|Exact|56|56|條||五十六|條
兩個|Exact|2|2|個||兩|個
十五|Exact|15|15|||十五|
96份|Exact|96|96|份||96|份
72小時|Exact|72|72|小時||72|小時
第十一屆|Exact|11|11|屆|第|十一|屆
第四大|Exact|4|4|大|第|四|大
逾30位|Over|30|30|位|逾|30|位
超過100家|Over|100|100|家|超過|100|家
超逾17億美元|Over|1700000000|1700000000|美元|超逾|17|億美元
超17億美元|Over|1700000000|1700000000|美元|超|17|億美元
多於20條|Over|20|20|條|多於|20|條
大約40個|About|40|40|個|大約|40|個
近百家|Nearly|100|100|家|近|百|家
近3,000人|Nearly|3000|3000|人|近|3,000|人
至少10億元人民幣|AtLeast|1000000000|1000000000|元人民幣|至少|10|億元人民幣
10億元人民幣以上|AtLeast|1000000000|1000000000|元人民幣||10|億元人民幣以上
10億元以上|AtLeast|1000000000|1000000000|元||10|億元以上
不少於1.5百萬平方米|AtLeast|1500000|1500000|平方米|不少於|1.5|百萬平方米
150萬平方米以上|AtLeast|1500000|1500000|平方米||150|萬平方米以上
不足10%|Under|10|10|%|不足|10|%
少於5家|Under|5|5|家|少於|5|家
30日以下|AtMost|30|30|日||30|日以下
72小時以內|AtMost|72|72|小時||72|小時以內
最多14天|AtMost|14|14|天|最多|14|天
至多三年|AtMost|3|3|年|至多|三|年
不超過5%|AtMost|5|5|%|不超過|5|%
≥20個|AtLeast|20|20|個|≥|20|個
>95%|Over|95|95|%|>|95|%
≤3年|AtMost|3|3|年|≤|3|年
<10人|Under|10|10|人|<|10|人
~40個|About|40|40|個|~|40|個
≈40個|About|40|40|個|≈|40|個
40個左右|About|40|40|個||40|個左右
20+|AtLeast|20|20|||20|+
100多家|Over|100|100|家||100|多家
百餘家|Over|100|100|家||百|餘家
一百多個|Over|100|100|個||一百|多個
2000多萬元|Over|20000000|20000000|元||2000|多萬元
三百多萬人|Over|3000000|3000000|人||三百|多萬人
3億多美元|Over|300000000|300000000|美元||3|億多美元
十來個|About|10|10|個||十|來個
3年多|Over|3|3|年||3|年多
兩個多月|Over|2|2|個月||兩|個多月
兩年半|Exact|2.5|2.5|年||兩|年半
半年|Exact|0.5|0.5|年||半|年
1個半小時|Exact|1.5|1.5|個小時||1|個半小時
10-15個|Exact|10|15|個||10-15|個
10～15個|Exact|10|15|個||10～15|個
10–15個|Exact|10|15|個||10–15|個
三至五年|Exact|3|5|年||三至五|年
1至3萬人|Exact|10000|30000|人||1至3|萬人
三至五千萬元|Exact|30000000|50000000|元||三至五千萬|元
8,000至1.2萬人|Exact|8000|12000|人||8,000至1.2|萬人
一至三十人|Exact|1|30|人||一至三十|人
10%-15%|Exact|10|15|%||10%-15|%
1.5萬平方呎至2.5萬平方呎|Exact|15000|25000|平方呎||1.5萬平方呎至2.5|萬平方呎
1萬5千呎到2萬5千呎|Exact|15000|25000|呎||1萬5千呎到2萬5|千呎
約10至15個|About|10|15|個|約|10至15|個
第1至3位|Exact|1|3|位|第|1至3|位
第1至第3位|Exact|1|3|位|第|1至第3|位
16億5000萬美元|Exact|1650000000|1650000000|美元||16億5000|萬美元
1萬5千呎|Exact|15000|15000|呎||1萬5|千呎
一萬五千|Exact|15000|15000|||一萬五千|
１６．５億美元|Exact|1650000000|1650000000|美元||１６．５|億美元
1.5万亿元|Exact|1500000000000|1500000000000|元||1.5|万亿元
约40个|About|40|40|个|约|40|个
逾US$1.65 billion|Over|1650000000|1650000000|US$|逾US$|1.65| billion
US$10-15 million|Exact|10000000|15000000|US$|US$|10-15| million
over 40 projects|Over|40|40|projects|over |40| projects
about 10 million sq ft|About|10000000|10000000|sq ft|about |10| million sq ft
at least 20|AtLeast|20|20||at least |20|
人民幣逾10億元|Over|1000000000|1000000000|元|人民幣逾|10|億元
HK$3,000|Exact|3000|3000|HK$|HK$|3,000|
百分之九十五|Exact|95|95|百分之|百分之|九十五|
3個百分點|Exact|3|3|個百分點||3|個百分點
3.89平方公里|Exact|3.89|3.89|平方公里||3.89|平方公里
128米|Exact|128|128|米||128|米
40層|Exact|40|40|層||40|層
29棟|Exact|29|29|棟||29|棟
2026年|Exact|2026|2026|年||2026|年
二〇二六年|Exact|2026|2026|年||二〇二六|年
達30億元|Exact|3000000000|3000000000|元|達|30|億元
最高可達30天|UpTo|30|30|天|最高可達|30|天
至少20個以上|AtLeast|20|20|個|至少|20|個以上
-3.2%|Exact|-3.2|-3.2|%||-3.2|%
1.2345678億元|Exact|123456780|123456780|元||1.2345678|億元
10萬億元|Exact|10000000000000|10000000000000|元||10|萬億元
3,500m2|Exact|3500|3500|m2||3,500|m2
";

#[test]
fn figures_are_read() {
    for line in READ.trim().lines() {
        let cells: Vec<&str> = line.split('|').collect();
        let figure = Figure::parse(cells[0]).unwrap_or_else(|error| panic!("{line}: {error:?}"));
        let parts = figure.parts();
        let found = [
            figure.written().to_owned(),
            format!("{:?}", figure.qualifier()),
            figure.low().to_string(),
            figure.high().to_string(),
            figure.unit().text().to_owned(),
            parts.before.to_owned(),
            parts.digits.to_owned(),
            parts.after.to_owned(),
        ];
        assert_eq!(found.as_slice(), cells.as_slice(), "{line}");
    }
    assert!(READ.trim().lines().count() >= 80);
}

/// written | byte offset | reason
const REFUSED: &str = "
|0|Empty
  |2|Empty
約|3|NoNumber
個|0|NoNumber
數十個|0|Vague
約數百家|3|Vague
若干個|0|Vague
共有56條|3|Leading
投資16.5億|0|Leading
56條，|5|Trailing
56條（估計）|5|Trailing
20個以上的|5|Trailing
56條21項|5|TwoNumbers
13份、59項|5|Trailing
五十六條二十一項|12|TwoNumbers
7×24小時|1|Trailing
約40個以上|8|TwoQualifiers
逾約40個|3|TwoQualifiers
約50多位|5|TwoQualifiers
15-10個|0|BadRange
2.5萬至1.5萬平方呎|0|BadRange
10米至15公里|2|UnitMismatch
1,00|1|BadGrouping
1,0000個|1|BadGrouping
1234,567|4|BadGrouping
三百五千|0|BadNumeral
三四個|0|BadNumeral
1萬5|0|BadNumeral
5億6億|0|BadNumeral
三分之一|3|Fraction
一半|3|Fraction
1234567890123456789012|0|TooLarge
99999999億億|0|BadNumeral
0.0000001|0|TooFine
US$10港元|5|UnitMismatch
 1,00|2|BadGrouping
";

#[test]
fn wrong_figures_are_refused_at_their_place() {
    let mut count = 0;
    for line in REFUSED.lines().skip(1) {
        let cells: Vec<&str> = line.split('|').collect();
        let error = Figure::parse(cells[0]).expect_err(line);
        assert_eq!(
            (error.at.to_string(), format!("{:?}", error.reason)),
            (cells[1].into(), cells[2].into()),
            "{line}"
        );
        count += 1;
    }
    assert!(count >= 20);
}

#[test]
fn numbers_are_read_in_any_notation() {
    for (text, plain) in [
        ("56", "56"),
        ("1,650,000,000", "1650000000"),
        ("１，０００", "1000"),
        ("3.89", "3.89"),
        ("五十六", "56"),
        ("兩", "2"),
        ("十五", "15"),
        ("一百零五", "105"),
        ("一百五", "150"),
        ("一萬五千", "15000"),
        ("一萬零五百", "10500"),
        ("二〇二六", "2026"),
        ("一九九七", "1997"),
        ("三點八九", "3.89"),
        ("廿五", "25"),
        ("1.5萬", "15000"),
        ("1.5万", "15000"),
        ("16億5000萬", "1650000000"),
        ("16亿5000万", "1650000000"),
        ("1萬5千", "15000"),
        ("兩萬三千億", "2300000000000"),
        ("一億二千萬", "120000000"),
        ("三千五百萬", "35000000"),
        ("壹佰貳拾", "120"),
        ("1.65b", "1650000000"),
        ("1.65bn", "1650000000"),
        ("1.65 billion", "1650000000"),
        ("10m", "10000000"),
        ("10k", "10000"),
        ("10 K", "10000"),
        ("-3", "-3"),
        ("零", "0"),
        ("0.5", "0.5"),
    ] {
        assert_eq!(Amount::parse_number(text).map(|n| n.to_string()).as_deref(), Some(plain), "{text}");
    }
    for text in ["", "個", "56條", "1,00", "50多", "約40", "k", "1.2.3", "三四"] {
        assert_eq!(Amount::parse_number(text), None, "{text}");
    }
}

#[test]
fn amounts_are_shown_plain_and_grouped() {
    let shown = |text: &str| {
        let amount = Amount::parse_number(text).unwrap();
        (amount.to_string(), amount.grouped())
    };
    assert_eq!(shown("16.5億"), ("1650000000".into(), "1,650,000,000".into()));
    assert_eq!(shown("3.890"), ("3.89".into(), "3.89".into()));
    assert_eq!(shown("-12345.5"), ("-12345.5".into(), "-12,345.5".into()));
    assert_eq!(shown("423"), ("423".into(), "423".into()));
    assert!((Amount::parse_number("3.89").unwrap().to_f64() - 3.89).abs() < 1e-9);
}

#[test]
fn open_figures_have_open_bounds() {
    let bounds = |text: &str| {
        let (low, high) = Figure::parse(text).unwrap().range();
        (low.map(|n| n.to_string()), high.map(|n| n.to_string()))
    };
    assert_eq!(bounds("20個以上"), (Some("20".into()), None));
    assert_eq!(bounds("逾16.5億美元"), (Some("1650000000".into()), None));
    assert_eq!(bounds("可達1,000萬平方呎"), (None, Some("10000000".into())));
    assert_eq!(bounds("10至15個"), (Some("10".into()), Some("15".into())));
    assert_eq!(bounds("56條"), (Some("56".into()), Some("56".into())));
}

#[test]
fn units_have_kinds_and_compare_with_their_like() {
    let unit = |text: &str| Figure::parse(text).unwrap().unit().clone();
    assert_eq!(*unit("逾16.5億美元").kind(), UnitKind::Money(Currency::Usd));
    assert_eq!(*unit("HK$3,000").kind(), UnitKind::Money(Currency::Hkd));
    assert_eq!(*unit("人民幣10億元").kind(), UnitKind::Money(Currency::Cny));
    assert_eq!(*unit("10億元人民幣").kind(), UnitKind::Money(Currency::Cny));
    assert_eq!(*unit("10億元").kind(), UnitKind::Money(Currency::Unsaid));
    assert_eq!(*unit("1,000萬平方尺").kind(), UnitKind::Area("ft2"));
    assert_eq!(*unit("128米").kind(), UnitKind::Length("m"));
    assert_eq!(*unit("72小時").kind(), UnitKind::Time("hour"));
    assert_eq!(*unit("百分之五").kind(), UnitKind::Percent);
    assert_eq!(*unit("５％").kind(), UnitKind::Percent);
    assert_eq!(*unit("第十一屆").kind(), UnitKind::Ordinal("屆".into()));
    assert_eq!(*unit("40個項目").kind(), UnitKind::Count("個".into()));
    assert_eq!(*unit("40个项目").kind(), UnitKind::Count("個".into()));
    assert_eq!(*unit("3倍").kind(), UnitKind::Other("倍".into()));
    assert!(unit("13份").compares_with(&unit("59項")));
    assert!(unit("95%").compares_with(&unit("百分之十")));
    assert!(!unit("95%").compares_with(&unit("95個")));
    assert!(!unit("16.5億美元").compares_with(&unit("10億元人民幣")));
    assert!(!unit("1000平方呎").compares_with(&unit("1000平方米")));
    assert!(Figure::parse("第4").unwrap().is_ordinal());
    assert_eq!(Unit::new("以上"), None);
    assert_eq!(Unit::new("千米"), None);
    assert_eq!(Unit::new("多位"), None);
    assert_eq!(Unit::new("3"), None);
}

#[test]
fn figures_compare_by_value() {
    let mut figures: Vec<Figure> =
        ["96份", "逾16.5億美元", "五十六條", "1.5萬至2.5萬平方呎", "2萬人", "第4", "56條"]
            .map(|text| Figure::parse(text).unwrap())
            .into();
    figures.sort();
    let order: Vec<&str> = figures.iter().map(Figure::written).collect();
    assert_eq!(order, ["第4", "56條", "五十六條", "96份", "1.5萬至2.5萬平方呎", "2萬人", "逾16.5億美元"]);
    assert_eq!(Figure::parse("10至15個").unwrap().value().to_string(), "12.5");
}

#[test]
fn the_written_qualifier_is_kept() {
    for (text, word) in [
        ("超過100家", "超過"),
        ("50多位", "多"),
        ("20個以上", "以上"),
        ("56條", ""),
        ("兩個多月", "多"),
        (" 約40個 ", "約"),
    ] {
        assert_eq!(Figure::parse(text).unwrap().qualifier_word(), word, "{text}");
    }
}

#[test]
fn figures_are_printed_in_one_way() {
    for (written, printed) in [
        ("16億5000萬美元", "16.5億美元"),
        ("20個以上", "至少20個"),
        ("50多位", "逾50位"),
        ("一萬五千至兩萬五千平方呎", "1.5萬至2.5萬平方呎"),
        ("第十一屆", "第11屆"),
        ("1,000萬平方呎", "1,000萬平方呎"),
        ("165,123,456人", "165,123,456人"),
        ("1至1.2萬人", "1萬至1.2萬人"),
        ("1人至1.2萬人", "1至12,000人"),
        ("二〇二六年", "2026年"),
        ("兩年半", "2.5年"),
    ] {
        let figure = Figure::parse(written).unwrap();
        assert_eq!(
            write(figure.qualifier(), figure.low(), figure.high(), figure.unit()),
            printed,
            "{written}"
        );
    }
}

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
    fn what_is_printed_reads_back(qualifier in qualifiers(), one in amounts(), two in amounts(), unit in units()) {
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

#[test]
fn reasons_carry_no_words() {
    assert_eq!(Figure::parse("1,00").unwrap_err().reason, FigureReason::BadGrouping);
}
