//! How a character sounds, without tones: Mandarin in pinyin, Cantonese in Jyutping. A character may have
//! several readings; variants that fold to one character share theirs.

use super::buckets::Buckets;
use super::fold::CHINESE;
use std::sync::OnceLock;

/// A way of spelling sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Pinyin,
    Jyutping,
}

impl Scheme {
    pub(super) const BOTH: [Self; 2] = [Self::Pinyin, Self::Jyutping];

    /// Of one for each, the one for this.
    pub(super) fn of<T>(self, [pinyin, jyutping]: [T; 2]) -> T {
        match self {
            Self::Pinyin => pinyin,
            Self::Jyutping => jyutping,
        }
    }
}

/// What fits in part takes as many letters; no syllable has so many.
pub(super) const PART: u8 = u8::MAX;

/// The readings of one scheme.
pub(super) struct Sounds {
    /// In alphabetical order.
    syllables: Vec<&'static str>,
    /// Of each of the [`CHINESE`], its readings.
    lists: Buckets<u16>,
    /// Of each syllable, the characters that it is a reading of.
    of: Vec<[&'static str; 2]>,
}

/// A set of characters, a bit for each UTF-16 unit.
#[derive(Debug)]
pub(super) struct UnitSet(Box<[u64; 1024]>);

impl UnitSet {
    /// No characters.
    pub(super) fn new() -> Self {
        Self(Box::new([0; 1024]))
    }

    /// Whether no character is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    /// Whether a character is in it.
    pub(super) fn has(&self, unit: u16) -> bool {
        self.0.get(usize::from(unit >> 6)).is_some_and(|bits| bits >> (unit & 63) & 1 == 1)
    }

    /// Puts a character in.
    pub(super) fn add(&mut self, unit: u16) {
        if let Some(bits) = self.0.get_mut(usize::from(unit >> 6)) {
            *bits |= 1 << (unit & 63);
        }
    }
}

/// The readings of a scheme, unpacked at first use.
pub(super) fn sounds(scheme: Scheme) -> &'static Sounds {
    static PINYIN: OnceLock<Sounds> = OnceLock::new();
    static JYUTPING: OnceLock<Sounds> = OnceLock::new();
    match scheme {
        Scheme::Pinyin => PINYIN.get_or_init(|| Sounds::read(include_str!("data/mandarin.txt"))),
        Scheme::Jyutping => JYUTPING.get_or_init(|| Sounds::read(include_str!("data/cantonese.txt"))),
    }
}

impl Sounds {
    /// A line for each syllable: it, the characters that it is the first reading of, those it is a later reading of.
    fn read(table: &'static str) -> Self {
        let (mut syllables, mut of) = (Vec::new(), Vec::new());
        for line in table.lines() {
            let mut words = line.split(' ');
            syllables.push(words.next().unwrap_or_default());
            of.push([words.next().unwrap_or_default(), words.next().unwrap_or_default()]);
        }
        // First readings before later ones, each in the order of syllables.
        let pairs = || {
            let of = |later: usize| (0..).zip(&of).map(move |(id, chars)| (id, chars.get(later)));
            [0, 1].into_iter().flat_map(of).flat_map(|(id, chars): (u16, Option<&&str>)| {
                chars
                    .into_iter()
                    .flat_map(|chars| chars.chars())
                    .filter_map(move |c| Some((place(c as u16)?, id)))
            })
        };
        let lists = Buckets::of(CHINESE.len(), pairs);
        Self { syllables, lists, of }
    }

    /// The readings of a folded character, the commonest first.
    #[cfg(test)]
    pub(super) fn readings(&self, unit: u16) -> impl Iterator<Item = &'static str> + '_ {
        self.list(unit).iter().filter_map(|id| self.syllables.get(usize::from(*id)).copied())
    }

    /// All syllables, in alphabetical order.
    pub(super) fn syllables(&self) -> &[&'static str] {
        &self.syllables
    }

    /// The syllables of a folded character by their places among all, the commonest first.
    pub(super) fn list(&self, unit: u16) -> &[u16] {
        place(unit).map_or(&[], |at| self.lists.list(at))
    }

    /// How many letters of `typed` the reading takes, if it begins with the reading.
    pub(super) fn whole(reading: &str, typed: &[u16]) -> Option<usize> {
        let same =
            |(want, got): (u8, &u16)| u16::from(want) == *got || (want == b'v' && *got == u16::from(b'u'));
        (reading.len() <= typed.len() && reading.bytes().zip(typed).all(same)).then_some(reading.len())
    }

    /// Whether `typed` is the beginning of the reading, and shorter.
    pub(super) fn part(reading: &str, typed: &[u16]) -> bool {
        typed.len() < reading.len() && Self::whole(reading.get(..typed.len()).unwrap_or(""), typed).is_some()
    }

    /// Adds to `set` the characters of which a reading is `typed` or begins so.
    pub(super) fn collect(&self, typed: &[u16], set: &mut UnitSet) {
        self.collect_if(|syllable| Self::part(syllable, typed) || is_whole(syllable, typed), set);
    }

    /// Adds to `set` the characters of which a reading is `typed`.
    pub(super) fn collect_whole(&self, typed: &[u16], set: &mut UnitSet) {
        self.collect_if(|syllable| is_whole(syllable, typed), set);
    }

    fn collect_if(&self, fits: impl Fn(&str) -> bool, set: &mut UnitSet) {
        for (syllable, chars) in self.syllables.iter().zip(&self.of) {
            if fits(syllable) {
                chars.iter().flat_map(|chars| chars.chars()).for_each(|c| set.add(c as u16));
            }
        }
    }

    /// Of each syllable, how many letters of `typed` it takes: 0 if it does not fit, [`PART`] if all of `typed` is the
    /// beginning of it.
    pub(super) fn fits(&self, typed: &[u16]) -> Box<[u8]> {
        let mut fits = vec![0; self.syllables.len()];
        let (from, with_letter) = self.beginning_with(typed.first());
        for (syllable, fit) in with_letter.iter().zip(fits.iter_mut().skip(from)) {
            *fit = match Self::whole(syllable, typed) {
                Some(len) => len as u8,
                None if Self::part(syllable, typed) => PART,
                None => 0,
            };
        }
        fits.into_boxed_slice()
    }

    /// The syllables that begin with a letter, and the place of the first.
    fn beginning_with(&self, letter: Option<&u16>) -> (usize, &[&'static str]) {
        let first = |syllable: &&str| syllable.bytes().next().map(u16::from);
        let from = self.syllables.partition_point(|syllable| first(syllable) < letter.copied());
        let rest = self.syllables.get(from..).unwrap_or(&[]);
        let count = rest.iter().take_while(|syllable| first(syllable) == letter.copied()).count();
        (from, rest.get(..count).unwrap_or(&[]))
    }

    /// How many letters each syllable that `typed` begins with takes; and whether all of `typed` is the beginning
    /// of one.
    pub(super) fn splits(&self, typed: &[u16]) -> (Vec<usize>, bool) {
        let (mut lens, mut part) = (Vec::new(), false);
        for syllable in self.beginning_with(typed.first()).1 {
            lens.extend(Self::whole(syllable, typed));
            part |= Self::part(syllable, typed);
        }
        lens.sort_unstable();
        lens.dedup();
        (lens, part)
    }
}

/// The place of a character among the [`CHINESE`].
pub(super) fn place(unit: u16) -> Option<usize> {
    CHINESE.contains(&unit).then(|| usize::from(unit - CHINESE.start()))
}

fn is_whole(syllable: &str, typed: &[u16]) -> bool {
    Sounds::whole(syllable, typed) == Some(typed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(scheme: Scheme, c: char) -> Vec<&'static str> {
        sounds(scheme).readings(c as u16).collect()
    }

    #[test]
    fn characters_have_their_readings() {
        assert_eq!(readings(Scheme::Pinyin, '海'), ["hai"]);
        assert_eq!(readings(Scheme::Pinyin, '重'), ["zhong", "chong"]);
        assert_eq!(readings(Scheme::Jyutping, '海'), ["hoi"]);
        assert!(readings(Scheme::Jyutping, '行').contains(&"hong"));
        assert!(readings(Scheme::Pinyin, 'a').is_empty());
    }

    #[test]
    fn what_is_typed_splits_into_syllables() {
        let typed = |text: &str| text.encode_utf16().collect::<Vec<_>>();
        let pinyin = sounds(Scheme::Pinyin);
        assert_eq!(pinyin.splits(&typed("xianggang")), (vec![2, 3, 4, 5], false));
        assert_eq!(pinyin.splits(&typed("qianh")).0, [2, 3, 4]);
        assert_eq!(pinyin.splits(&typed("zho")), (vec![], true));
        assert_eq!(pinyin.splits(&typed("lv")).0, [2]);
        assert_eq!(Sounds::whole("lv", &typed("lu")), Some(2));
    }
}
