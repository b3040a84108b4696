//! Traditional text of Hong Kong in simplified characters, phrase by phrase, for showing only: finding folds
//! characters by a table of its own.

use std::sync::OnceLock;

/// Hong Kong's forms in those of `OpenCC`'s standard, and that in simplified characters. `data/README.md` has the
/// source and the licence.
const STEPS: [&str; 2] = [include_str!("data/hong-kong.txt"), include_str!("data/simplified.txt")];

/// `s` in simplified characters, after `OpenCC`'s `hk2s`: Hong Kong forms and phrases first, characters last.
///
/// The tables stand in the program; they are made ready when the first text asks for them.
pub fn simplified(s: &str) -> String {
    static TABLES: OnceLock<[Table; 2]> = OnceLock::new();
    if s.is_ascii() {
        return s.to_owned();
    }
    let [standard, simple] = TABLES.get_or_init(|| STEPS.map(Table::read));
    simple.apply(&standard.apply(s))
}

/// What is written for phrases and for characters, each sorted by what it stands for.
struct Table {
    phrases: Vec<(&'static str, &'static str)>,
    chars: Vec<(char, char)>,
}

impl Table {
    /// Reads a table: words of an even number of characters, the second half written for the first.
    fn read(text: &'static str) -> Self {
        let mut table = Self { phrases: Vec::new(), chars: Vec::new() };
        for word in text.split_ascii_whitespace() {
            let half = word.chars().count() / 2;
            let middle = word.char_indices().nth(half).map_or(word.len(), |(at, _)| at);
            let (from, to) = word.split_at_checked(middle).unwrap_or((word, ""));
            match (half, from.chars().next(), to.chars().next()) {
                (1, Some(from), Some(to)) => table.chars.push((from, to)),
                _ => table.phrases.push((from, to)),
            }
        }
        table
    }

    /// Rewrites `s` from the left, the longest phrase that is known at each place.
    fn apply(&self, s: &str) -> String {
        let mut out = String::with_capacity(s.len());
        let mut rest = s;
        while let Some(first) = rest.chars().next() {
            let phrase = if first.is_ascii() { None } else { self.phrase(rest, first) };
            let taken = if let Some((from, to)) = phrase {
                out.push_str(to);
                from.len()
            } else {
                out.push(self.char(first));
                first.len_utf8()
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        out
    }

    /// The longest phrase that `rest`, which begins with `first`, begins with.
    fn phrase(&self, rest: &str, first: char) -> Option<(&'static str, &'static str)> {
        let mut utf8 = [0; 4];
        let first: &str = first.encode_utf8(&mut utf8);
        let from = self.phrases.partition_point(|(phrase, _)| *phrase < first);
        let near = self.phrases.iter().skip(from).take_while(|(phrase, _)| phrase.starts_with(first));
        near.copied().filter(|(phrase, _)| rest.starts_with(phrase)).max_by_key(|(phrase, _)| phrase.len())
    }

    fn char(&self, c: char) -> char {
        let at = self.chars.binary_search_by_key(&c, |(from, _)| *from).ok();
        at.and_then(|at| self.chars.get(at)).map_or(c, |(_, to)| *to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_halve_evenly() {
        for text in STEPS {
            let Table { phrases, chars } = Table::read(text);
            assert!(phrases.is_sorted_by(|a, b| a.0 < b.0) && chars.is_sorted_by(|a, b| a.0 < b.0));
            assert!(phrases.iter().all(|(from, to)| from.chars().count() == to.chars().count()));
            assert!(phrases.len() > 100 && chars.len() > 50);
        }
    }
}
