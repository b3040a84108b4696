//! A date in words, in three languages, at its own precision. What both ends of an interval share is said once.

use super::point::{Part, Point};
use super::value::{Edge, Shape};
use crate::lang::Lang;

/// The whole date in words.
pub(super) fn full(shape: Shape, lang: Lang) -> String {
    match shape {
        Shape::Point(point) => marked(join(&pieces(point, lang), lang), point, lang),
        Shape::Interval(Edge::At(start), Edge::At(end)) => between(start, end, 0, lang),
        Shape::Interval(start, end) => open(start, end, 0, lang),
    }
}

/// The words without the year, where they lie in one year and say more than the year.
pub(super) fn within_year(shape: Shape, lang: Lang) -> String {
    match shape {
        Shape::Point(point) => match pieces(point, lang).get(1..) {
            Some(rest) if !rest.is_empty() => marked(join(rest, lang), point, lang),
            _ => full(shape, lang),
        },
        Shape::Interval(Edge::At(start), Edge::At(end))
            if start.year == end.year && start.part != Part::Year && end.part != Part::Year =>
        {
            between(start, end, 1, lang)
        }
        Shape::Interval(Edge::At(_), Edge::At(_)) => full(shape, lang),
        Shape::Interval(start, end) => open(start, end, 1, lang),
    }
}

/// An interval with both ends, the first `skip` pieces (the year) left out.
fn between(start: Point, end: Point, skip: usize, lang: Lang) -> String {
    let (left, right) = (pieces(start, lang), pieces(end, lang));
    let (left, right) = (left.get(skip..).unwrap_or(&[]), right.get(skip..).unwrap_or(&[]));
    if (start.approximate, start.uncertain) != (end.approximate, end.uncertain) {
        let (left, right) = (join(left, lang), join(right, lang));
        let dash = if lang == Lang::En { " – " } else { "至" };
        return format!("{}{dash}{}", marked(left, start, lang), marked(right, end, lang));
    }
    // Each side keeps at least its last piece: 6月至6月5日, never 6月至5日.
    let most = left.len().min(right.len()).saturating_sub(1);
    let shared = left.iter().zip(right).take(most).take_while(|(a, b)| a == b).count();
    let text = match lang {
        Lang::En => english_span(left, right, shared),
        Lang::Hant | Lang::Hans => {
            let years = start.part == Part::Year && end.part == Part::Year;
            let first = if years { start.year.to_string() } else { join(left, lang) };
            format!("{first}至{}", join(right.get(shared..).unwrap_or(&[]), lang))
        }
    };
    marked(text, start, lang)
}

/// `1–5 June 2026`, `28 August – 3 September 2023`: the dash is spaced where either side has spaces.
fn english_span(left: &[String], right: &[String], shared: usize) -> String {
    let own = join(left.get(shared..).unwrap_or(&[]), Lang::En);
    let rest = join(right.get(shared..).unwrap_or(&[]), Lang::En);
    let dash = if own.contains(' ') || rest.contains(' ') { " – " } else { "–" };
    let common = join(left.get(..shared).unwrap_or(&[]), Lang::En);
    format!("{own}{dash}{rest} {common}").trim_end().to_owned()
}

/// An interval of which one end is open or unknown, the first `skip` pieces left out if others remain.
fn open(start: Edge, end: Edge, skip: usize, lang: Lang) -> String {
    let known = start.point().or(end.point());
    let Some(point) = known else { return String::new() };
    let all = pieces(point, lang);
    let words = join(all.get(skip..).filter(|rest| !rest.is_empty()).unwrap_or(&all), lang);
    let (text, missing) = match (start, lang) {
        (Edge::At(_), Lang::En) => (format!("from {}", about(words, point, lang)), end),
        (Edge::At(_), _) => (format!("{}起", about(words, point, lang)), end),
        (_, Lang::En) => (format!("until {}", about(words, point, lang)), start),
        _ => (format!("至{}", about(words, point, lang)), start),
    };
    let text = doubted(text, point, lang);
    if missing != Edge::Unknown {
        return text;
    }
    let is_end = start.point().is_some();
    let note = match (lang, is_end) {
        (Lang::Hant, true) => "（結束日期不詳）",
        (Lang::Hant, false) => "（開始日期不詳）",
        (Lang::Hans, true) => "（结束日期不详）",
        (Lang::Hans, false) => "（开始日期不详）",
        (Lang::En, true) => " (end unknown)",
        (Lang::En, false) => " (start unknown)",
    };
    text + note
}

/// The words with what `~` and `?` say of them.
fn marked(words: String, point: Point, lang: Lang) -> String {
    doubted(about(words, point, lang), point, lang)
}

fn about(words: String, point: Point, lang: Lang) -> String {
    let mark = match lang {
        _ if !point.approximate => return words,
        Lang::Hant => "約",
        Lang::Hans => "约",
        Lang::En => "about ",
    };
    [mark, &words].concat()
}

fn doubted(words: String, point: Point, lang: Lang) -> String {
    let mark = match lang {
        _ if !point.uncertain => "",
        Lang::En => " (uncertain)",
        Lang::Hant | Lang::Hans => "（推定）",
    };
    words + mark
}

/// Pieces from the coarse to the fine; Chinese says them in that order, English the other way round.
fn join(pieces: &[String], lang: Lang) -> String {
    if lang != Lang::En {
        return pieces.concat();
    }
    let (last, rest) = match pieces.split_last() {
        Some((last, rest)) if !rest.is_empty() => (last, rest),
        // Alone, a piece needs no link to what is left out: "the first half", not "the first half of".
        Some((last, _)) => return last.trim_end_matches(" of").trim_end_matches(" in").to_owned(),
        None => return String::new(),
    };
    rest.iter().rev().fold(last.clone(), |text, piece| text + " " + piece)
}

/// A point in pieces, the year first.
fn pieces(point: Point, lang: Lang) -> Vec<String> {
    let year = point.year;
    match lang {
        Lang::En => english_pieces(point),
        Lang::Hant | Lang::Hans => match point.part {
            Part::Decade => vec![format!("{year}年代")],
            Part::Century if lang == Lang::Hant => vec![format!("{year}至{}年間", year + 99)],
            Part::Century => vec![format!("{year}至{}年间", year + 99)],
            part => std::iter::once(format!("{year}年")).chain(chinese_pieces(part, lang)).collect(),
        },
    }
}

fn chinese_pieces(part: Part, lang: Lang) -> Vec<String> {
    let month = |month: Option<u8>| month.map_or_else(|| "某月".to_owned(), |month| format!("{month}月"));
    let day = |day: Option<u8>| day.map_or_else(|| "某日".to_owned(), |day| format!("{day}日"));
    match part {
        Part::Century | Part::Decade | Part::Year => Vec::new(),
        Part::Half(half) => vec![pick(half, &["上半年", "下半年"])],
        Part::Season(season) => vec![pick(season, &["春季", "夏季", "秋季", "冬季"])],
        Part::Quarter(quarter) if lang == Lang::Hans => {
            vec![pick(quarter, &["第一季度", "第二季度", "第三季度", "第四季度"])]
        }
        Part::Quarter(quarter) => vec![pick(quarter, &["第一季", "第二季", "第三季", "第四季"])],
        Part::Month(of) => vec![month(of)],
        Part::Day(of, on) => vec![month(of), day(on)],
    }
}

fn english_pieces(point: Point) -> Vec<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let year = point.year.to_string();
    match point.part {
        Part::Century => vec![format!("{year}–{}", point.year + 99)],
        Part::Decade => vec![format!("{year}s")],
        Part::Year => vec![year],
        Part::Half(half) => vec![year, pick(half, &["the first half of", "the second half of"])],
        Part::Season(season) => vec![year, pick(season, &["spring", "summer", "autumn", "winter"])],
        Part::Quarter(quarter) => vec![year, format!("Q{quarter}")],
        Part::Month(Some(month)) => vec![year, pick(month, &MONTHS)],
        Part::Month(None) => vec![year, "a month in".to_owned()],
        Part::Day(Some(month), Some(day)) => vec![year, pick(month, &MONTHS), day.to_string()],
        Part::Day(Some(month), None) => vec![year, pick(month, &MONTHS), "a day in".to_owned()],
        Part::Day(None, Some(day)) => vec![year, format!("the {} of a month in", ordinal(day))],
        Part::Day(None, None) => vec![year, "a day in".to_owned()],
    }
}

fn ordinal(day: u8) -> String {
    let ending = match (day / 10, day % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

/// The `n`th of `names`, from 1.
fn pick(n: u8, names: &[&str]) -> String {
    names.get(usize::from(n).wrapping_sub(1)).copied().unwrap_or_default().to_owned()
}
