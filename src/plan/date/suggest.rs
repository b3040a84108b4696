//! What a writer of a date that is not EDTF probably meant: `2027Q1`, `2026/6/1`, `2026年6月1日至5日`, `1 June 2026`.
//! A suggestion is made only where it is clear, and only if it can itself be read.

use super::read::plain;

/// EDTF for `text`, or nothing where it is not clear.
pub(super) fn suggest(text: &str) -> Option<String> {
    let text: String = text.trim().chars().map(half_width).collect();
    let found = interval(&text).or_else(|| point(&text)).or_else(|| Some(text.replace('x', "X")))?;
    plain(&found.as_str().into()).is_ok().then_some(found)
}

/// Full-width forms and simplified characters as the rest of this file expects them.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '约' => '約',
        '号' | '號' => '日',
        '–' | '—' => '~',
        '−' => '-',
        c => c.to_ascii_lowercase(),
    }
}

/// Two dates, or a date with 起 or 至, as an interval.
fn interval(text: &str) -> Option<String> {
    if let Some(end) = text.strip_prefix('至').or_else(|| text.strip_prefix("until ")) {
        return Some(format!("../{}", point(end)?));
    }
    if let Some(start) = text.strip_suffix('起').or_else(|| text.strip_prefix("from ")) {
        return Some(format!("{}/..", point(start)?));
    }
    let (start, end) = ["至", "到", "~", " - ", " to ", "/"]
        .iter()
        .find_map(|mark| text.split_once(mark))
        .or_else(|| years(text))?;
    let first = fields(start.trim())?;
    let second = fields(end.trim())?;
    // The end takes from the start what it does not repeat: 6月1日至5日.
    let kept = match (second.first()?.len() == 4, first.len().checked_sub(second.len())) {
        (true, _) => 0,
        (false, Some(kept)) if kept > 0 => kept,
        _ => return None,
    };
    let second = [first.get(..kept)?, &second].concat();
    Some(format!("{}/{}", first.join("-"), second.join("-")))
}

/// `2026-2030`.
fn years(text: &str) -> Option<(&str, &str)> {
    text.split_once('-').filter(|(start, end)| start.len() == 4 && end.len() == 4)
}

/// One date.
fn point(text: &str) -> Option<String> {
    if let Some(rest) = text.strip_prefix('約').or_else(|| text.strip_prefix("about ")) {
        return Some(point(rest)? + "~");
    }
    Some(fields(text)?.join("-"))
}

/// Year, month and day (or a part of the year) as EDTF writes them.
fn fields(text: &str) -> Option<Vec<String>> {
    part_of_year(text).or_else(|| english(text)).or_else(|| numbers(text))
}

/// Quarters and halves, in the ways people write them.
fn part_of_year(text: &str) -> Option<Vec<String>> {
    const PARTS: [(&str, &[&str]); 6] = [
        ("33", &["q1", "第一季", "第1季", "首季"]),
        ("34", &["q2", "第二季", "第2季"]),
        ("35", &["q3", "第三季", "第3季"]),
        ("36", &["q4", "第四季", "第4季"]),
        ("40", &["h1", "上半年"]),
        ("41", &["h2", "下半年"]),
    ];
    for (code, names) in PARTS {
        for name in names {
            let bare = text.trim_end_matches('度');
            let year = bare.strip_suffix(name).or_else(|| bare.strip_prefix(name));
            let year = year.map(|year| year.trim_matches([' ', '-', '年']));
            if let Some(year) = year.filter(|year| is_year(year)) {
                return Some(vec![year.to_owned(), code.to_owned()]);
            }
        }
    }
    None
}

/// `1 june 2026`, `june 2026`, `jun 1, 2026`.
fn english(text: &str) -> Option<Vec<String>> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let name = words.remove(at);
    let month = MONTHS.iter().position(|month| name.starts_with(month))? + 1;
    let year = words.pop().filter(|year| is_year(year))?;
    let day = match words.as_slice() {
        [] => None,
        [day] => Some(two_digits(day)?),
        _ => return None,
    };
    Some([Some(year.to_owned()), Some(format!("{month:02}")), day].into_iter().flatten().collect())
}

/// `2026/6/1`, `2026.6.1`, `2026年6月1日`, `6月5日`, `20260601`: numbers from the coarse to the fine.
fn numbers(text: &str) -> Option<Vec<String>> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(vec![text.get(..4)?.into(), text.get(4..6)?.into(), text.get(6..)?.into()]);
    }
    let text = text.trim_end_matches(['年', '月', '日']);
    let parts: Vec<&str> = text.split(['年', '月', '/', '.', '-']).map(str::trim).collect();
    if parts.len() > 3 {
        return None;
    }
    let read = |(place, part): (usize, &&str)| match part {
        year if place == 0 && is_year(year) => Some((*year).to_owned()),
        &"?" | &"??" | &"xx" | &"某" => Some("XX".to_owned()),
        part => two_digits(part),
    };
    parts.iter().enumerate().map(read).collect()
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

fn two_digits(text: &str) -> Option<String> {
    let number: u8 = text.parse().ok()?;
    (text.len() <= 2).then(|| format!("{number:02}"))
}
