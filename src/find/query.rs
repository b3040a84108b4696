//! What the reader typed, taken apart into words and what each may be meant as. It asks nothing of the library.

use super::entry::Kind;
use super::fold;
use super::needle::Needle;
use super::number::{self, NumberAsked};
use super::when::{self, DateAsked};
use crate::plan::Figure;
use crate::plan::figure::{Amount, UnitKind};
use chrono::NaiveDate;

/// No more is read of what was typed: so many characters, words, and characters of a word.
const MOST_TYPED: usize = 1000;
const MOST_WORDS: usize = 12;
const MOST_UNITS: usize = 100;

/// A query, ready to be searched for in any index.
#[derive(Debug, Default)]
pub struct Query {
    pub(super) words: Vec<Word>,
    /// Other ways to read what was typed, for when this finds nothing: words like 數字 and `next` as words to look
    /// for, letters and digits of a word apart.
    pub(super) otherwise: Vec<Query>,
    /// All words as one, where there are several: 前 海 may be 前海.
    pub(super) joined: Option<Needle>,
    /// Kinds asked for; any if empty.
    pub(super) kinds: Vec<Kind>,
    /// Words that the plan must be called by.
    pub(super) plans: Vec<Needle>,
    /// Only what is yet to come after this day, the soonest first.
    pub(super) next: Option<NaiveDate>,
    /// Whether any of it may be meant as sound.
    heard: bool,
}

/// One word of a query. It is found if any of what it may mean is.
#[derive(Debug)]
pub(super) struct Word {
    /// As typed.
    pub typed: String,
    /// Between quotes: just so or not at all.
    pub quoted: bool,
    pub needle: Needle,
    pub numbers: Vec<NumberAsked>,
    pub date: Option<DateAsked>,
    /// The kinds that a word like 數字 may narrow to.
    pub kinds: &'static [Kind],
}

impl Word {
    /// A word that is looked for as text only.
    pub(super) fn plain(typed: String) -> Self {
        let units = fold::units(&typed);
        Self::of(typed, &units)
    }

    fn of(typed: String, units: &[u16]) -> Self {
        let needle = Needle::new(units);
        Self { typed, quoted: false, needle, numbers: Vec::new(), date: None, kinds: &[] }
    }

    /// Words that leave the fewest items come first: not those of a letter or two, then those in characters, then the
    /// longest.
    pub(super) fn order(&self) -> (bool, bool, std::cmp::Reverse<usize>) {
        (self.is_slight(), self.needle.has_sound(), std::cmp::Reverse(self.needle.units().len()))
    }

    /// Whether it is one character.
    pub(super) fn is_one(&self) -> bool {
        self.needle.units().len() == 1
    }

    /// Whether it is so short that it stands in very many texts.
    pub(super) fn is_slight(&self) -> bool {
        let units = self.needle.units();
        units.len() < 3 && units.iter().all(|unit| *unit < 0x80)
    }
}

/// The words that narrow to a kind: those that do so by themselves, as they name a pane and are seldom looked for,
/// and those that do after `kind:` only. Folded: simplified.
const KINDS: [(&[&str], &[&str], &[Kind]); 6] = [
    (&["数字", "number", "numbers"], &["figure", "figures"], &[Kind::Number]),
    (&["措施", "measure", "measures"], &[], &[Kind::Measure, Kind::Task]),
    (&["时间线", "事件", "timeline", "event", "events"], &[], &[Kind::Event]),
    (&["各方", "voice", "voices"], &["发言"], &[Kind::Voice]),
    (&["词汇", "term", "terms"], &["名词"], &[Kind::Term]),
    (&[], &["任务", "task", "tasks"], &[Kind::Task]),
];

impl Query {
    /// Reads what was typed. `today` is what 明年 and `next` count from. Whatever is typed has a query: what
    /// cannot be read asks for nothing.
    pub fn parse(typed: &str, today: NaiveDate) -> Self {
        let tokens = merge(tokens(typed), today);
        let mut query = Self::of(&tokens, today);
        query.heard = tokens.iter().any(|token| fold::units(&token.text).iter().any(|unit| *unit < 0x80));
        let mut plain = Self::default();
        for token in tokens.iter().take(MOST_WORDS).filter(|token| !token.text.contains([':', '：'])) {
            let word = Word::plain(token.text.clone());
            plain.words.extend(Some(word).filter(|word| !word.needle.units().is_empty()));
        }
        if query.words.len() < plain.words.len() {
            query.otherwise.push(plain);
        }
        let parts: Vec<Token> = tokens.iter().flat_map(Token::parts).collect();
        if parts.len() > tokens.len() {
            query.otherwise.push(Self::of(&parts, today));
        }
        query
    }

    fn of(tokens: &[Token], today: NaiveDate) -> Self {
        let mut query = Self::default();
        for token in tokens.iter().take(MOST_WORDS) {
            query.take(token, today);
        }
        query.settle();
        query
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.kinds.is_empty() && self.plans.is_empty() && self.next.is_none()
    }

    /// Whether an index must keep sounds to answer it: not where nothing of it is in ASCII.
    pub(super) fn is_heard(&self) -> bool {
        self.heard
    }

    fn take(&mut self, token: &Token, today: NaiveDate) {
        let mut units = fold::units(&token.text);
        units.truncate(MOST_UNITS);
        if units.is_empty() || (!token.quoted && self.narrows(&token.text, today)) {
            return;
        }
        let mut word = Word::of(token.text.clone(), &units);
        if token.quoted {
            word.quoted = true;
        } else {
            word.numbers = number::asked(&token.text);
            word.date = when::asked(&token.text, today);
            word.kinds = kinds_of(&units, false).unwrap_or(&[]);
            if number::is_bounded(&token.text) {
                // What is over 50 is not what is written "50".
                word.needle = Needle::new(&[]);
            }
        }
        self.words.push(word);
    }

    /// Takes what narrows and is not looked for; false if it is none of it.
    fn narrows(&mut self, text: &str, today: NaiveDate) -> bool {
        if matches!(text.to_ascii_lowercase().as_str(), "next" | "upcoming") {
            self.next = Some(today);
            return true;
        }
        text.split_once([':', '：']).is_some_and(|(name, value)| self.narrow(name, value))
    }

    /// `plan:`, `kind:` and their like; false if it is none of them.
    fn narrow(&mut self, name: &str, value: &str) -> bool {
        let units = fold::units(value);
        match String::from_utf16_lossy(&fold::units(name)).as_str() {
            "plan" | "规划" if !units.is_empty() => self.plans.push(Needle::new(&units)),
            "kind" | "pane" | "类别" => match kinds_of(&units, true) {
                Some(kinds) => self.kinds.extend(kinds),
                None => return false,
            },
            "plan" | "规划" => {}
            _ => return false,
        }
        true
    }

    /// A word such as 數字 narrows if there are others; alone it is looked for as well.
    fn settle(&mut self) {
        if self.words.iter().any(|word| word.kinds.is_empty()) {
            for word in &self.words {
                self.kinds.extend(word.kinds);
            }
            self.words.retain(|word| word.kinds.is_empty());
        }
        let several = self.words.len() > 1;
        let units: Vec<u16> = self.words.iter().flat_map(|word| word.needle.units()).copied().collect();
        self.joined = (several && units.len() <= MOST_UNITS).then(|| Needle::new(&units));
    }
}

fn kinds_of(units: &[u16], named: bool) -> Option<&'static [Kind]> {
    let word = String::from_utf16_lossy(units);
    let has = |(bare, more, _): &&(&[&str], &[&str], _)| {
        bare.contains(&word.as_str()) || (named && more.contains(&word.as_str()))
    };
    KINDS.iter().find(has).map(|(.., kinds)| *kinds)
}

/// A word as typed.
#[derive(Debug, Default)]
struct Token {
    text: String,
    quoted: bool,
}

impl Token {
    /// What stands before, of and after the digits of a word; the word itself if it is quoted or names a field.
    fn parts(&self) -> Vec<Self> {
        let words = self.text.contains(char::is_alphabetic);
        if self.quoted || !words || self.text.contains([':', '：']) {
            return vec![Self { text: self.text.clone(), quoted: self.quoted }];
        }
        let mut parts: Vec<Self> = Vec::new();
        let mut digits = false;
        for c in self.text.chars() {
            let digit = c.is_ascii_digit() || (digits && matches!(c, '.' | ',' | '%'));
            match parts.last_mut().filter(|_| digit == digits) {
                Some(part) => part.text.push(c),
                None => parts.push(Self { text: c.to_string(), quoted: false }),
            }
            digits = digit;
        }
        parts
    }
}

/// The words between spaces; what stands between quotes is one word. Control characters are spaces.
fn tokens(typed: &str) -> Vec<Token> {
    const QUOTES: [(char, char); 6] =
        [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('＂', '＂'), ('《', '》')];
    let mut tokens = Vec::new();
    let mut token = Token::default();
    let mut closing = None;
    for c in typed.chars().take(MOST_TYPED) {
        let opening = QUOTES.iter().find(|(open, _)| *open == c);
        let space = c.is_whitespace() || c.is_control();
        if closing == Some(c) {
            closing = None;
            tokens.push(std::mem::take(&mut token));
        } else if closing.is_none() && token.text.is_empty() && opening.is_some() {
            closing = opening.map(|(_, close)| *close);
            token.quoted = true;
        } else if closing.is_none() && space {
            tokens.push(std::mem::take(&mut token));
        } else {
            token.text.push(if space { ' ' } else { c });
        }
    }
    tokens.push(token);
    tokens.retain(|token| !token.text.trim().is_empty());
    tokens
}

/// Two words that are one number or one date become one: `1.65 billion`, `30 days`, `> 50`, `q1 2027`.
fn merge(tokens: Vec<Token>, today: NaiveDate) -> Vec<Token> {
    let mut merged: Vec<Token> = Vec::new();
    for token in tokens {
        if let Some(last) = merged.last_mut().filter(|last| !last.quoted && !token.quoted) {
            let tight = format!("{}{}", last.text, token.text);
            let spaced = format!("{} {}", last.text, token.text);
            if number::is_bound(&last.text) {
                last.text = tight;
                continue;
            }
            if is_scaled(&last.text, &token.text, &spaced)
                || is_one_date(&last.text, &token.text, &spaced, today)
            {
                last.text = spaced;
                continue;
            }
        }
        merged.push(token);
    }
    merged
}

/// A number, then its scale or a unit of measure.
fn is_scaled(first: &str, second: &str, both: &str) -> bool {
    let begins = first.ends_with(|c: char| c.is_ascii_digit());
    if !begins || Amount::parse_number(second).is_some() && second.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let measured = |figure: Figure| {
        !matches!(figure.unit().kind(), UnitKind::Count(_) | UnitKind::Other(_) | UnitKind::Ordinal(_))
    };
    Amount::parse_number(both).is_some() || Figure::parse(both).is_ok_and(measured)
}

/// Neither word says it all, but both together do.
fn is_one_date(first: &str, second: &str, both: &str, today: NaiveDate) -> bool {
    let dated = |words: &str| when::asked(words, today);
    let joined = dated(both);
    joined.is_some() && joined != dated(first) && joined != dated(second)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn words(typed: &str) -> Vec<String> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        Query::parse(typed, today).words.into_iter().map(|word| word.typed).collect()
    }

    #[test]
    fn what_is_typed_is_taken_apart() {
        for (typed, wanted) in [
            ("中亞 協議", vec!["中亞", "協議"]),
            ("中亞　協議", vec!["中亞", "協議"]),
            ("\"belt and road\" 2026", vec!["belt and road", "2026"]),
            ("「一帶一路」", vec!["一帶一路"]),
            ("1.65 billion", vec!["1.65 billion"]),
            ("q1 2027", vec!["q1 2027"]),
            ("next year", vec!["next year"]),
            ("> 50", vec![">50"]),
            ("30 days", vec!["30 days"]),
            ("zhongya 96", vec!["zhongya", "96"]),
            ("96 zhongya", vec!["96", "zhongya"]),
            ("前海 數字", vec!["前海"]),
            ("數字", vec!["數字"]),
            ("plan:前海 碼頭", vec!["碼頭"]),
            ("。，！", vec![]),
            (" \u{1b}\t", vec![]),
        ] {
            assert_eq!(words(typed), wanted, "{typed}");
        }
    }
}
