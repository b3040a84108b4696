//! Figures: what people write, what it is read as, what is refused, and how it is printed.

use jianbao::plan::figure::{Amount, Currency, Figure, Unit, UnitKind, write};
use table::{READ, REFUSED};

mod property;
mod table;

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

#[test]
fn wrong_figures_are_refused_at_their_place() {
    let mut count = 0;
    for line in REFUSED.lines().skip(1) {
        let cells: Vec<&str> = line.split('|').collect();
        let error = Figure::parse(cells[0]).expect_err(line);
        let found = format!("{}|{}|{:?}", cells[0], error.at, error.reason);
        assert_eq!(found, line);
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
        ("叁佰", "300"),
        ("贰拾", "20"),
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
    assert_eq!(*unit("40個項目").kind(), UnitKind::Count("個"));
    assert_eq!(*unit("40个项目").kind(), UnitKind::Count("個"));
    assert_eq!(*unit("3倍").kind(), UnitKind::Other("倍".into()));
    assert!(unit("13份").compares_with(&unit("59項")));
    assert!(unit("95%").compares_with(&unit("百分之十")));
    assert!(!unit("95%").compares_with(&unit("95個")));
    assert!(!unit("16.5億美元").compares_with(&unit("10億元人民幣")));
    assert!(!unit("1000平方呎").compares_with(&unit("1000平方米")));
    assert!(["第4", "第十一屆", "1號樓"].iter().all(|text| Figure::parse(text).unwrap().is_ordinal()));
    assert!(!Figure::parse("4個").unwrap().is_ordinal());
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
        ("1萬億元級", "1萬億元級"),
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
fn chinese_numerals_have_western_digits() {
    for (written, western) in [
        ("兩個", "2"),
        ("两個", "2"),
        ("五十六條", "56"),
        ("約四十個", "40"),
        ("五十多位", "50"),
        ("三千多萬元", "3,000"),
        ("五百萬元", "500萬"),
        ("一萬五千平方呎", "1.5萬"),
        ("一百至兩百萬人", "100至200萬"),
        ("十米至十五米", "10米至15"),
        ("第十一屆", "11"),
        ("二〇二六年", "2026"),
        ("半年", "0.5"),
        ("三點八九", "3.89"),
        ("５６條", "56"),
        ("1.5萬至2.5萬平方呎", "1.5萬至2.5"),
        ("可達1,000萬平方呎", "1,000"),
        ("逾16.5億美元", "16.5"),
    ] {
        let figure = Figure::parse(written).unwrap();
        assert_eq!(figure.western_digits(), western, "{written}");
    }
}
