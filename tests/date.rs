//! Dates: what is read, how it is said in three languages, its bounds, what is refused, and the order of dates.

use chrono::NaiveDate;
use jianbao::lang::Lang;
use jianbao::plan::date::{Date, Precision, Relation};
use proptest::prelude::*;

/// written | earliest | latest | 繁體 | 简体 | English
const READ: &str = "
2026-06-01|2026-06-01|2026-06-01|2026年6月1日|2026年6月1日|1 June 2026
2028-02-29|2028-02-29|2028-02-29|2028年2月29日|2028年2月29日|29 February 2028
2026-06|2026-06-01|2026-06-30|2026年6月|2026年6月|June 2026
2026|2026-01-01|2026-12-31|2026年|2026年|2026
2026-06-01/2026-06-05|2026-06-01|2026-06-05|2026年6月1日至5日|2026年6月1日至5日|1–5 June 2026
2023-08-28/2023-09-03|2023-08-28|2023-09-03|2023年8月28日至9月3日|2023年8月28日至9月3日|28 August – 3 September 2023
2026-12-30/2027-01-02|2026-12-30|2027-01-02|2026年12月30日至2027年1月2日|2026年12月30日至2027年1月2日|30 December 2026 – 2 January 2027
2026-06/2026-09|2026-06-01|2026-09-30|2026年6月至9月|2026年6月至9月|June–September 2026
2022-10/2023-05|2022-10-01|2023-05-31|2022年10月至2023年5月|2022年10月至2023年5月|October 2022 – May 2023
2026/2030|2026-01-01|2030-12-31|2026至2030年|2026至2030年|2026–2030
2025/2026-06|2025-01-01|2026-06-30|2025年至2026年6月|2025年至2026年6月|2025 – June 2026
2026-06/2026-06-05|2026-06-01|2026-06-05|2026年6月至6月5日|2026年6月至6月5日|June – 5 June 2026
2024-12/..|2024-12-01||2024年12月起|2024年12月起|from December 2024
2024-12~/..|2024-12-01||約2024年12月起|约2024年12月起|from about December 2024
2026-06-01/..|2026-06-01||2026年6月1日起|2026年6月1日起|from 1 June 2026
../2026||2026-12-31|至2026年|至2026年|until 2026
../2026-06-30||2026-06-30|至2026年6月30日|至2026年6月30日|until 30 June 2026
2026-11-22/|2026-11-22||2026年11月22日起（結束日期不詳）|2026年11月22日起（结束日期不详）|from 22 November 2026 (end unknown)
/2026-11||2026-11-30|至2026年11月（開始日期不詳）|至2026年11月（开始日期不详）|until November 2026 (start unknown)
2024-12?/..|2024-12-01||2024年12月起（推定）|2024年12月起（推定）|from December 2024 (uncertain)
2024-12~|2024-12-01|2024-12-31|約2024年12月|约2024年12月|about December 2024
2026-04-28?|2026-04-28|2026-04-28|2026年4月28日（推定）|2026年4月28日（推定）|28 April 2026 (uncertain)
2026-04%|2026-04-01|2026-04-30|約2026年4月（推定）|约2026年4月（推定）|about April 2026 (uncertain)
2026?|2026-01-01|2026-12-31|2026年（推定）|2026年（推定）|2026 (uncertain)
2026-04?-28|2026-04-28|2026-04-28|2026年4月28日（推定）|2026年4月28日（推定）|28 April 2026 (uncertain)
2026-06-01~/2026-06-05~|2026-06-01|2026-06-05|約2026年6月1日至5日|约2026年6月1日至5日|about 1–5 June 2026
2026~/2027?|2026-01-01|2027-12-31|約2026年至2027年（推定）|约2026年至2027年（推定）|about 2026 – 2027 (uncertain)
2025-12/2026-03~|2025-12-01|2026-03-31|2025年12月至約2026年3月|2025年12月至约2026年3月|December 2025 – about March 2026
2027-33|2027-01-01|2027-03-31|2027年第一季|2027年第一季度|Q1 2027
2027-34|2027-04-01|2027-06-30|2027年第二季|2027年第二季度|Q2 2027
2027-35|2027-07-01|2027-09-30|2027年第三季|2027年第三季度|Q3 2027
2027-36|2027-10-01|2027-12-31|2027年第四季|2027年第四季度|Q4 2027
2027-33~|2027-01-01|2027-03-31|約2027年第一季|约2027年第一季度|about Q1 2027
2027-33/2027-34|2027-01-01|2027-06-30|2027年第一季至第二季|2027年第一季度至第二季度|Q1–Q2 2027
2026-36/2027-33|2026-10-01|2027-03-31|2026年第四季至2027年第一季|2026年第四季度至2027年第一季度|Q4 2026 – Q1 2027
2026-40|2026-01-01|2026-06-30|2026年上半年|2026年上半年|the first half of 2026
2026-41|2026-07-01|2026-12-31|2026年下半年|2026年下半年|the second half of 2026
2026-41/..|2026-07-01||2026年下半年起|2026年下半年起|from the second half of 2026
2026-21|2026-03-01|2026-05-31|2026年春季|2026年春季|spring 2026
2026-22|2026-06-01|2026-08-31|2026年夏季|2026年夏季|summer 2026
2026-23|2026-09-01|2026-11-30|2026年秋季|2026年秋季|autumn 2026
2026-24|2026-12-01|2027-02-28|2026年冬季|2026年冬季|winter 2026
2027-24|2027-12-01|2028-02-29|2027年冬季|2027年冬季|winter 2027
2026-XX-28|2026-01-28|2026-12-28|2026年某月28日|2026年某月28日|the 28th of a month in 2026
2026-XX-31|2026-01-31|2026-12-31|2026年某月31日|2026年某月31日|the 31st of a month in 2026
2026-06-XX|2026-06-01|2026-06-30|2026年6月某日|2026年6月某日|a day in June 2026
2026-XX|2026-01-01|2026-12-31|2026年某月|2026年某月|a month in 2026
2026-XX-XX|2026-01-01|2026-12-31|2026年某月某日|2026年某月某日|a day in 2026
2026-02-XX|2026-02-01|2026-02-28|2026年2月某日|2026年2月某日|a day in February 2026
202X|2020-01-01|2029-12-31|2020年代|2020年代|2020s
20XX|2000-01-01|2099-12-31|2000至2099年間|2000至2099年间|2000–2099
0001|0001-01-01|0001-12-31|1年|1年|1
9999-12-31|9999-12-31|9999-12-31|9999年12月31日|9999年12月31日|31 December 9999
";

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

#[test]
fn dates_are_read_and_said() {
    for line in READ.trim().lines() {
        let cells: Vec<&str> = line.split('|').collect();
        let date = date(cells[0]);
        let bound = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
        let found = [
            date.written().to_owned(),
            bound(date.earliest()),
            bound(date.latest()),
            date.words(Lang::Hant),
            date.words(Lang::Hans),
            date.words(Lang::En),
        ];
        assert_eq!(found.as_slice(), cells.as_slice(), "{line}");
    }
    assert!(READ.trim().lines().count() >= 50);
}

/// written | byte offset | reason | suggestion
const REFUSED: &str = "
|0|Empty|
 |0|Empty|
2026-02-30|8|NoSuchDay|
2027-02-29|8|NoSuchDay|
2026-04-31|8|NoSuchDay|
2026-04-00|8|NoSuchDay|
2026-13|5|NoSuchMonth|
2026-00|5|NoSuchMonth|
2026-42|5|NoSuchMonth|
2026-06-05/2026-06-01|11|Backwards|
2030/2026|5|Backwards|
../..|0|Unbounded|
/|0|Unbounded|
0000|0|YearRange|
-0044-03-15|0|YearRange|
Y12026|0|YearRange|
2026-11-22T09:30:00+08:00|10|TimeOfDay|
[2026,2027]|0|Unsupported|
{2026-01,2026-03}|0|Unsupported|
2026-37|0|Unsupported|
2026-1X|0|Unsupported|
2X26|0|Unsupported|
202X-06|0|Unsupported|
2026S2|0|Unsupported|
2026-06/..2026-09|8|NotEdtf|
2027Q1|4|NotEdtf|2027-33
2027-Q4|5|NotEdtf|2027-36
Q2 2027|2|NotEdtf|2027-34
2027年第一季|4|NotEdtf|2027-33
2027年首季|4|NotEdtf|2027-33
2027年第三季度|4|NotEdtf|2027-35
2026年上半年|4|NotEdtf|2026-40
2026H2|4|NotEdtf|2026-41
2026/6/1|6|NotEdtf|2026-06-01
2026/06|6|NotEdtf|2026-06
2026.6.1|4|NotEdtf|2026-06-01
2026-6-1|6|NotEdtf|2026-06-01
20260601|4|NotEdtf|2026-06-01
2026年6月1日|4|NotEdtf|2026-06-01
2026年6月1號|4|NotEdtf|2026-06-01
２０２６年６月|0|NotEdtf|2026-06
2026年|4|NotEdtf|2026
2026年6月1日至5日|4|NotEdtf|2026-06-01/2026-06-05
2026年8月28日至9月3日|4|NotEdtf|2026-08-28/2026-09-03
2026年至2030年|4|NotEdtf|2026/2030
2026-2030|7|NotEdtf|2026/2030
2026–2030|4|NotEdtf|2026/2030
約2024年12月|0|NotEdtf|2024-12~
2024年12月起|4|NotEdtf|2024-12/..
至2026年|0|NotEdtf|../2026
1 June 2026|1|NotEdtf|2026-06-01
June 2026|4|NotEdtf|2026-06
Jun 1, 2026|3|NotEdtf|2026-06-01
2026-xx-28|5|NotEdtf|2026-XX-28
2026-06-??|9|NotEdtf|2026-06-XX
2026年2月30日|4|NotEdtf|
 2026-06|0|NotEdtf|2026-06
明年首季|0|NotEdtf|
28日|2|NotEdtf|
soon|0|NotEdtf|
";

#[test]
fn wrong_dates_are_refused_with_advice() {
    for line in REFUSED.lines().skip(1) {
        let cells: Vec<&str> = line.split('|').collect();
        let error = Date::parse(cells[0]).expect_err(line);
        let found = [
            cells[0].to_owned(),
            error.at.to_string(),
            format!("{:?}", error.reason),
            error.suggestion.unwrap_or_default(),
        ];
        assert_eq!(found.as_slice(), cells.as_slice(), "{line}");
    }
    assert!(REFUSED.lines().count() >= 50);
}

#[test]
fn precision_is_what_is_known() {
    use Precision::{Century, Day, Decade, Half, Interval, Month, Quarter, Season, Year};
    for (text, precision) in [
        ("2026-06-01", Day),
        ("2026-06", Month),
        ("2026-06-XX", Month),
        ("2027-33", Quarter),
        ("2026-21", Season),
        ("2026-40", Half),
        ("2026", Year),
        ("2026-XX", Year),
        ("2026-XX-28", Year),
        ("202X", Decade),
        ("20XX", Century),
        ("2026/2030", Interval),
        ("2024-12/..", Interval),
    ] {
        assert_eq!(date(text).precision(), precision, "{text}");
        assert_eq!(date(text).is_interval(), precision == Interval, "{text}");
    }
}

#[test]
fn marks_are_known_wherever_they_stand() {
    let marks = |text: &str| (date(text).is_approximate(), date(text).is_uncertain());
    assert_eq!(marks("2026"), (false, false));
    assert_eq!(marks("2024-12~"), (true, false));
    assert_eq!(marks("2026-04-28?"), (false, true));
    assert_eq!(marks("2026-04%"), (true, true));
    assert_eq!(marks("2026~/2027?"), (true, true));
    assert_eq!(marks("2026/2027?"), (false, true));
}

#[test]
fn a_date_is_past_now_or_to_come() {
    let today = day("2026-06-03");
    for (text, relation, until, since) in [
        ("2026-06-02", Relation::Past, None, Some(1)),
        ("2026-06-03", Relation::Now, Some(0), Some(0)),
        ("2026-06-04", Relation::Future, Some(1), None),
        ("2026-06-01/2026-06-05", Relation::Now, None, None),
        ("2026-06", Relation::Now, None, None),
        ("2027-33", Relation::Future, Some(212), None),
        ("2026-XX-28", Relation::Now, None, None),
        ("2024-12/..", Relation::Now, None, None),
        ("2026-07/..", Relation::Future, Some(28), None),
        ("../2026-06-01", Relation::Past, None, Some(2)),
        ("../2026", Relation::Now, None, None),
        ("2025", Relation::Past, None, Some(154)),
    ] {
        let date = date(text);
        assert_eq!(date.relation(today), relation, "{text}");
        assert_eq!(date.days_until(today), until, "{text}");
        assert_eq!(date.days_since(today), since, "{text}");
    }
}

#[test]
fn dates_are_ordered_by_their_earliest_day() {
    let order = [
        "../2026",
        "2024-12~",
        "2024-12/..",
        "2026-01-01",
        "2026-01",
        "2027-33",
        "2027",
        "2027-XX-28",
        "2027-02",
    ];
    let mut dates: Vec<Date> = order.iter().rev().map(|text| date(text)).collect();
    dates.sort();
    assert_eq!(dates.iter().map(Date::written).collect::<Vec<_>>(), order);
}

#[test]
fn short_words_leave_the_year_to_the_heading() {
    for (text, hant, english) in [
        ("2026-06-01", "6月1日", "1 June"),
        ("2026-06-01/2026-06-05", "6月1日至5日", "1–5 June"),
        ("2023-08-28/2023-09-03", "8月28日至9月3日", "28 August – 3 September"),
        ("2026-06", "6月", "June"),
        ("2027-33", "第一季", "Q1"),
        ("2026-40", "上半年", "the first half"),
        ("2024-12~", "約12月", "about December"),
        ("2026-04-28?", "4月28日（推定）", "28 April (uncertain)"),
        ("2026-XX-28", "某月28日", "the 28th of a month"),
        ("2026", "2026年", "2026"),
        ("2026/2030", "2026至2030年", "2026–2030"),
        ("2024-12/..", "12月起", "from December"),
        ("../2026-06-30", "至6月30日", "until 30 June"),
        ("../2026", "至2026年", "until 2026"),
        ("2026-12-30/2027-01-02", "2026年12月30日至2027年1月2日", "30 December 2026 – 2 January 2027"),
    ] {
        assert_eq!(date(text).short(Lang::Hant), hant);
        assert_eq!(date(text).short(Lang::En), english);
    }
    assert_eq!(date("2026-06-01/..").year(), 2026);
    assert_eq!(date("../2030").year(), 2030);
}

/// Texts close to dates, and any texts at all.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = [
        "2026",
        "2027",
        "-",
        "/",
        "..",
        "06",
        "02",
        "30",
        "31",
        "33",
        "41",
        "XX",
        "X",
        "?",
        "~",
        "%",
        "T",
        "Q1",
        "年",
        "月",
        "日",
        "至",
        "約",
        "起",
        " ",
        "June",
        "0000",
        "Y",
        "S",
        "[",
        "{",
        "第一季",
        "–",
        "6",
        "２",
    ];
    prop_oneof![
        3 => prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..10).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

/// Dates that are read, of many kinds.
fn any_date() -> impl Strategy<Value = Date> {
    let point = || {
        (
            1_u16..=9999,
            prop::sample::select(vec![
                "", "-01", "-02-28", "-12-31", "-XX", "-XX-28", "-06-XX", "-24", "-33", "-41", "?", "-07~",
                "-04-28?", "-05-01~", "-06-30%",
            ]),
        )
            .prop_map(|(year, rest)| format!("{year:04}{rest}"))
    };
    prop_oneof![
        3 => point(),
        1 => point().prop_map(|start| format!("{start}/..")),
        1 => point().prop_map(|end| format!("../{end}")),
        2 => (point(), point()).prop_map(|(start, end)| format!("{start}/{end}")),
    ]
    .prop_filter_map("backwards", |text| Date::parse(&text).ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused_within_it(text in any_text()) {
        match Date::parse(&text) {
            Ok(date) => {
                for lang in [Lang::Hant, Lang::Hans, Lang::En] {
                    prop_assert!(!date.words(lang).is_empty() && !date.short(lang).is_empty());
                }
            }
            Err(error) => {
                prop_assert!(text.is_char_boundary(error.at), "{:?}", error);
                if let Some(meant) = error.suggestion {
                    prop_assert!(Date::parse(&meant).is_ok(), "{} for {}", meant, text);
                }
            }
        }
    }

    #[test]
    fn the_month_of_a_day_holds_it_and_is_as_sure(date in any_date()) {
        let Some(month) = date.month() else { return Ok(()) };
        prop_assert_eq!(month.precision(), Precision::Month);
        prop_assert!(month.earliest() <= date.earliest() && date.latest() <= month.latest());
        let marks = |date: &Date| (date.is_approximate(), date.is_uncertain());
        prop_assert_eq!(marks(&month), marks(&date), "{}", date.written());
    }

    #[test]
    fn order_agrees_with_the_earliest_day(one in any_date(), two in any_date()) {
        if one.earliest() < two.earliest() {
            prop_assert!(one < two);
        }
        prop_assert_eq!(one == two, one.cmp(&two).is_eq());
        prop_assert!(one.earliest().zip(one.latest()).is_none_or(|(first, last)| first <= last));
    }

    #[test]
    fn past_and_future_agree_with_the_days(date in any_date(), offset in 0..3_652_000_i32) {
        let today = day("0001-01-01") + chrono::Days::new(offset.unsigned_abs().into());
        match date.relation(today) {
            Relation::Past => prop_assert!(date.days_since(today) > Some(0) && date.days_until(today).is_none()),
            Relation::Future => prop_assert!(date.days_until(today) > Some(0) && date.days_since(today).is_none()),
            Relation::Now => prop_assert!(date.days_until(today).unwrap_or(0) == 0 && date.days_since(today).unwrap_or(0) == 0),
        }
    }
}
