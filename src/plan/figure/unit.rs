//! What a figure counts or measures: the unit as written, and of what kind it is so that figures of one series
//! can be set side by side. Nothing is converted: 平方呎 and 平方米 do not compare.

use super::amount::Amount;
use super::cursor::folded;
use super::error::FigureReason;
use super::qualifier::Qualifier;
use super::value::Figure;
use crate::plan::Text;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A unit as written: what stands before the number (第, US$, 百分之) and after it (份, 美元, 平方呎).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Unit {
    before: Text,
    after: Text,
    kind: UnitKind,
}

/// The units of figures that are read one after the other, such as those of a plan, in which few units recur.
#[derive(Debug, Default)]
pub struct Units(Mutex<Vec<Arc<Unit>>>);

/// So many units are known again. Looking for one among many takes longer than reading it.
const KNOWN: usize = 64;

impl Units {
    /// The unit written so before and after a number, if it was there already.
    pub(super) fn known(&self, before: &str, after: &str) -> Option<Arc<Unit>> {
        self.list().iter().find(|unit| unit.after == *after && unit.before == *before).cloned()
    }

    /// Takes in a unit that was not.
    pub(super) fn take(&self, unit: Unit) -> Arc<Unit> {
        let (unit, mut known) = (Arc::new(unit), self.list());
        if known.len() < KNOWN {
            known.push(Arc::clone(&unit));
        }
        unit
    }

    fn list(&self) -> MutexGuard<'_, Vec<Arc<Unit>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Of what kind a unit is. Measures carry the symbol of their base, so 平方呎 and 平方尺 are both `ft2`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// Things counted, by their classifier (份, 個, 家…); empty for a bare number.
    Count(&'static str),
    /// Money.
    Money(Currency),
    /// `ft2`, `m2`, `km2`, `ha`, `mu`
    Area(&'static str),
    /// `m`, `km`, `cm`, `ft`, `nmi`
    Length(&'static str),
    /// `year`, `month`, `week`, `day`, `hour`, `minute`, `second`
    Time(&'static str),
    /// Hundredths.
    Percent,
    /// A place in an order or a name by number (第4, 第十一屆, 1號樓), with what stands after the number.
    Ordinal(Text),
    /// Anything else, as written.
    Other(Text),
}

/// A currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    /// Hong Kong dollar
    Hkd,
    /// US dollar
    Usd,
    /// Renminbi
    Cny,
    /// Macao pataca
    Mop,
    /// Euro
    Eur,
    /// Pound sterling
    Gbp,
    /// Yen
    Jpy,
    /// 元 or $ alone: which one the text does not say.
    Unsaid,
}

use Currency::{Cny, Eur, Gbp, Hkd, Jpy, Mop, Unsaid, Usd};

impl Default for UnitKind {
    fn default() -> Self {
        Self::Count("")
    }
}

/// What may stand before a number as part of its unit, folded.
pub(super) const BEFORE: [(&str, Mark); 20] = [
    ("第", Mark::Ordinal),
    ("百分之", Mark::Percent),
    ("us$", Mark::Money(Usd)),
    ("usd", Mark::Money(Usd)),
    ("美元", Mark::Money(Usd)),
    ("hk$", Mark::Money(Hkd)),
    ("hkd", Mark::Money(Hkd)),
    ("港元", Mark::Money(Hkd)),
    ("港幣", Mark::Money(Hkd)),
    ("港币", Mark::Money(Hkd)),
    ("rmb", Mark::Money(Cny)),
    ("cny", Mark::Money(Cny)),
    ("人民幣", Mark::Money(Cny)),
    ("人民币", Mark::Money(Cny)),
    ("mop", Mark::Money(Mop)),
    ("€", Mark::Money(Eur)),
    ("£", Mark::Money(Gbp)),
    ("¥", Mark::Money(Unsaid)),
    ("￥", Mark::Money(Unsaid)),
    ("$", Mark::Money(Unsaid)),
];

/// What a text before the number makes of the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Ordinal,
    Percent,
    Money(Currency),
}

const MONEY: [(&str, Currency); 22] = [
    ("元", Unsaid),
    ("圓", Unsaid),
    ("港元", Hkd),
    ("元港幣", Hkd),
    ("港幣", Hkd),
    ("港币", Hkd),
    ("美元", Usd),
    ("美金", Usd),
    ("us dollars", Usd),
    ("人民幣", Cny),
    ("人民币", Cny),
    ("元人民幣", Cny),
    ("元人民币", Cny),
    ("yuan", Cny),
    ("澳門元", Mop),
    ("澳门元", Mop),
    ("歐元", Eur),
    ("欧元", Eur),
    ("英鎊", Gbp),
    ("英镑", Gbp),
    ("日圓", Jpy),
    ("日元", Jpy),
];

const AREA: [(&str, &str); 17] = [
    ("平方呎", "ft2"),
    ("平方尺", "ft2"),
    ("平方英尺", "ft2"),
    ("sq ft", "ft2"),
    ("ft²", "ft2"),
    ("平方米", "m2"),
    ("平方公尺", "m2"),
    ("sq m", "m2"),
    ("m²", "m2"),
    ("m2", "m2"),
    ("平方公里", "km2"),
    ("km²", "km2"),
    ("km2", "km2"),
    ("公頃", "ha"),
    ("ha", "ha"),
    ("畝", "mu"),
    ("平方千米", "km2"),
];

const LENGTH: [(&str, &str); 12] = [
    ("米", "m"),
    ("公尺", "m"),
    ("m", "m"),
    ("公里", "km"),
    ("km", "km"),
    ("厘米", "cm"),
    ("cm", "cm"),
    ("呎", "ft"),
    ("尺", "ft"),
    ("英尺", "ft"),
    ("ft", "ft"),
    ("海里", "nmi"),
];

const TIME: [(&str, &str); 20] = [
    ("年", "year"),
    ("周年", "year"),
    ("years", "year"),
    ("月", "month"),
    ("個月", "month"),
    ("months", "month"),
    ("周", "week"),
    ("週", "week"),
    ("星期", "week"),
    ("個星期", "week"),
    ("日", "day"),
    ("天", "day"),
    ("days", "day"),
    ("小時", "hour"),
    ("小时", "hour"),
    ("個小時", "hour"),
    ("hours", "hour"),
    ("分鐘", "minute"),
    ("分钟", "minute"),
    ("秒", "second"),
];

/// Classifiers, the longer before the shorter that begins it. Any noun may follow: 個項目, 家企業.
const COUNT: &str = "個 份 條 項 家 間 所 座 棟 幢 位 名 人次 人 宗 件 類 種 場 次 批 組 隊 國 城 層 部 輛 艘 架 張 期 塊 \
    處 支 只 隻 款 步 級 屆 輪 套 戶 單 院 校 台 站 句 段 篇 頁 本 冊 門 片 大 方面 领域 領域 國家 城市 企業 機構 \
    班 趟 宅 株 棵 顆 頭 匹 對 雙 筆 集 代 環 線 点 點 口 席 枚 例 梯 封 地 方 重 化 道";

impl Unit {
    /// The unit written as `text` after a number; `None` if the text could not stand there (it has digits,
    /// punctuation or a qualifier in it, or begins like a number).
    pub fn new(text: &str) -> Option<Self> {
        let after = |number: &str, value: u32| {
            let figure = Figure::parse(&format!("{number}{text}")).ok()?;
            let one = Amount::from(value);
            let plain = figure.qualifier() == Qualifier::Exact && (figure.low(), figure.high()) == (one, one);
            (plain && figure.unit.after == *text).then(|| Unit::clone(&figure.unit))
        };
        after("1", 1).filter(|unit| after("1萬", 10_000).as_ref() == Some(unit))
    }

    /// A unit from what was written around the number of `text`.
    pub(super) fn around(
        text: &Text,
        (before, mark): (&str, Option<Mark>),
        after: &str,
    ) -> Result<Self, FigureReason> {
        let (before, after) = (text.part(before), text.part(after));
        let kind = match (mark, kind_of(&after)) {
            (Some(Mark::Ordinal), _) => UnitKind::Ordinal(after.clone()),
            (Some(Mark::Percent), _) if after.is_empty() => UnitKind::Percent,
            (Some(Mark::Money(currency)), _) if after.is_empty() => UnitKind::Money(currency),
            (Some(Mark::Money(currency)), UnitKind::Money(Unsaid)) => UnitKind::Money(currency),
            (Some(Mark::Money(one)), UnitKind::Money(other)) if one == other => UnitKind::Money(one),
            (Some(_), _) => return Err(FigureReason::UnitMismatch),
            (None, kind) => kind,
        };
        Ok(Self { before, after, kind })
    }

    /// The unit in short: what stands after the number, or before it if nothing does.
    pub fn text(&self) -> &str {
        if self.after.is_empty() { &self.before } else { &self.after }
    }

    /// What stands before the number as part of the unit: 第, US$, 百分之, or nothing.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// What stands after the number, without scale and qualifier.
    pub fn after(&self) -> &str {
        &self.after
    }

    /// Of what kind it is.
    pub fn kind(&self) -> &UnitKind {
        &self.kind
    }

    /// Whether values in the two units can be set side by side. Counts can, whatever their classifiers
    /// (13份 and 59項); currencies and measures only with their like.
    pub fn compares_with(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (UnitKind::Count(_), UnitKind::Count(_)) | (UnitKind::Ordinal(_), UnitKind::Ordinal(_)) => true,
            (one, two) => one == two,
        }
    }
}

fn kind_of(after: &Text) -> UnitKind {
    let text = folded(after);
    let exact = |table: &[(&'static str, &'static str)]| {
        table.iter().find_map(|(word, symbol)| (*word == text).then_some(*symbol))
    };
    if text.is_empty() {
        return UnitKind::default();
    }
    if matches!(&*text, "%" | "percent" | "per cent") {
        return UnitKind::Percent;
    }
    if text.starts_with(['號', '号']) {
        return UnitKind::Ordinal(after.clone());
    }
    if let Some((_, currency)) = MONEY.iter().find(|(word, _)| *word == text) {
        return UnitKind::Money(*currency);
    }
    exact(&AREA)
        .map(UnitKind::Area)
        .or_else(|| exact(&LENGTH).map(UnitKind::Length))
        .or_else(|| exact(&TIME).map(UnitKind::Time))
        .or_else(|| classifier(&text).map(UnitKind::Count))
        .unwrap_or_else(|| UnitKind::Other(after.clone()))
}

/// The classifier that `text` begins with.
fn classifier(text: &str) -> Option<&'static str> {
    if text.starts_with("個百分點") {
        return None;
    }
    COUNT.split_ascii_whitespace().find(|word| text.starts_with(word))
}
