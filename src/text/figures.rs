//! Figures with their units as they stand in Chinese text (16.5億美元, 2026年1月, 1.5萬至2.5萬平方呎), found so that
//! lines keep them whole. Only their extent: what a figure is worth is read elsewhere.

use std::ops::Range;

use crate::sort;

/// How strongly the two sides of a place belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// Parts of one statement: 約|40個, 2026年|1月, 20個|以上.
    Loose,
    /// Parts of one figure: 10|億|元.
    Tight,
}

/// The places in `s`, in order, where a break would part a figure or what belongs to it.
pub(super) fn holds(s: &str) -> Vec<(usize, Hold)> {
    let mut places = Vec::new();
    let mut end_before = None;
    for figure in figures(s) {
        let (before, rest) = s.split_at_checked(figure.start).unwrap_or((s, ""));
        let (inside, after) = rest.split_at_checked(figure.len()).unwrap_or((rest, ""));
        let qualifier = longest(QUALIFIERS, |word| before.ends_with(word));
        let first = figure.start - qualifier.len();
        places.extend(qualifier.char_indices().skip(1).map(|(at, _)| (first + at, Hold::Loose)));
        if end_before == Some(figure.start) || !qualifier.is_empty() {
            places.push((figure.start, Hold::Loose));
        }
        places.extend(inside.char_indices().skip(1).map(|(at, _)| (figure.start + at, Hold::Tight)));
        if !longest(TRAILERS, |word| after.starts_with(word)).is_empty() {
            places.push((figure.end, Hold::Loose));
        }
        end_before = Some(figure.end);
    }
    sort::by_key(&mut places, |(at, _)| *at);
    places.dedup_by_key(|(at, _)| *at);
    places
}

/// What may stand before a figure and shades it, traditional and simplified.
const QUALIFIERS: &str = "約 约 逾 超 近 達 达 至 到 共 每 滿 满 首 大約 大约 接近 超過 超过 超逾 多達 多达 高達 高达 可達 可达 \
    達到 达到 至少 最少 最多 不足 不到 少於 少于 多於 多于 不少於 不少于 不多於 不多于 不超過 不超过 不低於 不低于 不高於 不高于";

/// What may stand after a figure and shades it, or leads to the other end of a range.
const TRAILERS: &str = "以上 以下 以內 以内 或以上 左右 至 到 起 前 後 后 底 末 間 人民幣 人民币 港幣 港币";

/// Units of more than one character. One Chinese character after a figure is a unit without being named here.
const UNITS: &str = "個百分點 個工作天 個工作日 個小時 個月 百分點 平方公里 平方公尺 平方英尺 平方米 平方呎 平方尺 \
    立方米 立方呎 公里 公頃 公噸 公斤 公升 海里 英里 英呎 英畝 厘米 毫米 千米 千克 千瓦時 千瓦 兆瓦 小時 分鐘 秒鐘 星期 \
    周年 週年 年代 年度 年底 年初 年中 年內 年期 月份 月底 月初 月中 美元 港元 港幣 澳元 澳門元 歐元 英鎊 日圓 日元 盧布 人民幣 \
    人次 架次 班次 車次 標準箱 方面 大類 分之 度電 位數 名額 \
    个百分点 个工作日 个小时 个月 百分点 公顷 公吨 英亩 千瓦时 小时 分钟 周年 年内 港币 欧元 英镑 卢布 人民币 \
    车次 标准箱 大类 度电 位数 名额";

fn figures(s: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in s.char_indices() {
        if !is_digit(c) || found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let ordinal = s.get(..at).is_some_and(|before| before.ends_with('第'));
        let start = if ordinal { at - '第'.len_utf8() } else { at };
        found.push(start..at + length(s.get(at..).unwrap_or("")));
    }
    found
}

/// The longest word of `list` that fits, or nothing.
fn longest(list: &'static str, fits: impl Fn(&str) -> bool) -> &'static str {
    list.split_ascii_whitespace().filter(|word| fits(word)).max_by_key(|word| word.len()).unwrap_or("")
}

/// The bytes of the figure and unit that `s` begins with.
fn length(s: &str) -> usize {
    let mut rest = s.get(digits(s)..).unwrap_or("");
    rest = rest.trim_start_matches(['%', '％', '‰', '℃', '°']);
    loop {
        let unit = longest(UNITS, |unit| rest.starts_with(unit));
        if !unit.is_empty() {
            return s.len() - rest.len() + unit.len();
        }
        // 50多位, 3千萬元: the vague word and the magnitude stand before the unit.
        match rest.strip_prefix(|c| "多餘余幾几十百千萬万億亿兆".contains(c)) {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    let unit = rest.chars().next().filter(|c| is_unit(*c)).map_or(0, char::len_utf8);
    s.len() - rest.len() + unit
}

/// The bytes of the digits `s` begins with, and of the marks between digits: 1,000 and 16.5 and 2026–30.
fn digits(s: &str) -> usize {
    let mut end = 0;
    let mut chars = s.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = ".,．+-–—~～/:".contains(c) && chars.peek().is_some_and(|&(_, next)| is_digit(next));
        if !is_digit(c) && !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Any Chinese character or square unit (㎡), but for the small words that go on with the sentence.
fn is_unit(c: char) -> bool {
    let chinese = matches!(c, '\u{3300}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}');
    chinese && !"與与和及至到或的在是由起為为於于亦也均已將将按並并而但以從从向對对較较比".contains(c)
}
