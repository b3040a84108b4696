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
    syllables: Vec<&'static [u16]>,
    /// Of each of the [`CHINESE`], its readings.
    lists: Buckets<u16>,
    /// Of each syllable, the characters that it is a reading of.
    of: Vec<[&'static [u16]; 2]>,
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

/// How many characters a table has.
const fn count(table: &str) -> usize {
    let (bytes, mut at, mut count) = (table.as_bytes(), 0, 0);
    while at < bytes.len() {
        count += (bytes[at] & 0xC0 != 0x80) as usize;
        at += 1;
    }
    count
}

/// A table in UTF-16, made when the program is compiled: what is mostly Chinese takes a third less room there than in
/// UTF-8. It has ASCII and characters of three bytes.
const fn packed<const N: usize>(table: &str) -> [u16; N] {
    let (bytes, mut at, mut units, mut nth) = (table.as_bytes(), 0, [0; N], 0);
    while nth < N {
        let first = bytes[at] as u16;
        assert!(first < 0x80 || first >> 4 == 0xE, "a character of neither one byte nor three");
        if first < 0x80 {
            units[nth] = first;
            at += 1;
        } else {
            let (second, third) = (bytes[at + 1] as u16 & 0x3F, bytes[at + 2] as u16 & 0x3F);
            units[nth] = first << 12 | second << 6 | third;
            at += 3;
        }
        nth += 1;
    }
    units
}

const MANDARIN: &str = include_str!("data/mandarin.txt");
const CANTONESE: &str = include_str!("data/cantonese.txt");

/// The readings of a scheme, unpacked at first use.
pub(super) fn sounds(scheme: Scheme) -> &'static Sounds {
    static PACKED: (&[u16], &[u16]) =
        (&packed::<{ count(MANDARIN) }>(MANDARIN), &packed::<{ count(CANTONESE) }>(CANTONESE));
    static PINYIN: OnceLock<Sounds> = OnceLock::new();
    static JYUTPING: OnceLock<Sounds> = OnceLock::new();
    match scheme {
        Scheme::Pinyin => PINYIN.get_or_init(|| Sounds::read(PACKED.0)),
        Scheme::Jyutping => JYUTPING.get_or_init(|| Sounds::read(PACKED.1)),
    }
}

impl Sounds {
    /// A line for each syllable: it, the characters that it is the first reading of, those it is a later reading of.
    fn read(table: &'static [u16]) -> Self {
        let (mut syllables, mut of) = (Vec::new(), Vec::new());
        for line in table.split(|unit| *unit == u16::from(b'\n')).filter(|line| !line.is_empty()) {
            let mut words = line.split(|unit| *unit == u16::from(b' '));
            syllables.push(words.next().unwrap_or_default());
            of.push([words.next().unwrap_or_default(), words.next().unwrap_or_default()]);
        }
        // First readings before later ones, each in the order of syllables.
        let pairs = || {
            let of = |later: usize| (0..).zip(&of).map(move |(id, chars)| (id, chars.get(later)));
            [0, 1].into_iter().flat_map(of).flat_map(|(id, chars): (u16, Option<&&[u16]>)| {
                chars.into_iter().copied().flatten().filter_map(move |unit| Some((place(*unit)?, id)))
            })
        };
        let lists = Buckets::of(CHINESE.len(), pairs);
        Self { syllables, lists, of }
    }

    /// The readings of a folded character, the commonest first.
    #[cfg(test)]
    pub(super) fn readings(&self, unit: u16) -> impl Iterator<Item = String> + '_ {
        let syllables = self.list(unit).iter().filter_map(|id| self.syllables.get(usize::from(*id)));
        syllables.map(|syllable| String::from_utf16_lossy(syllable))
    }

    /// All syllables, in alphabetical order.
    pub(super) fn syllables(&self) -> &[&'static [u16]] {
        &self.syllables
    }

    /// The syllables of a folded character by their places among all, the commonest first.
    pub(super) fn list(&self, unit: u16) -> &[u16] {
        place(unit).map_or(&[], |at| self.lists.list(at))
    }

    /// How many letters of `typed` the reading takes, if it begins with the reading.
    pub(super) fn whole(reading: &[u16], typed: &[u16]) -> Option<usize> {
        let same =
            |(want, got): (&u16, &u16)| want == got || (*want == u16::from(b'v') && *got == u16::from(b'u'));
        (reading.len() <= typed.len() && reading.iter().zip(typed).all(same)).then_some(reading.len())
    }

    /// Whether `typed` is the beginning of the reading, and shorter.
    pub(super) fn part(reading: &[u16], typed: &[u16]) -> bool {
        typed.len() < reading.len() && Self::whole(reading.get(..typed.len()).unwrap_or(&[]), typed).is_some()
    }

    /// Adds to `set` the characters of which a reading is `typed` or begins so.
    pub(super) fn collect(&self, typed: &[u16], set: &mut UnitSet) {
        self.collect_if(|syllable| Self::part(syllable, typed) || is_whole(syllable, typed), set);
    }

    /// Adds to `set` the characters of which a reading is `typed`.
    pub(super) fn collect_whole(&self, typed: &[u16], set: &mut UnitSet) {
        self.collect_if(|syllable| is_whole(syllable, typed), set);
    }

    fn collect_if(&self, fits: impl Fn(&[u16]) -> bool, set: &mut UnitSet) {
        for (syllable, chars) in self.syllables.iter().zip(&self.of) {
            if fits(syllable) {
                chars.iter().copied().flatten().for_each(|unit| set.add(*unit));
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
    fn beginning_with(&self, letter: Option<&u16>) -> (usize, &[&'static [u16]]) {
        let first = |syllable: &&'static [u16]| syllable.first();
        let from = self.syllables.partition_point(|syllable| first(syllable) < letter);
        let rest = self.syllables.get(from..).unwrap_or(&[]);
        let count = rest.iter().take_while(|syllable| first(syllable) == letter).count();
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

fn is_whole(syllable: &[u16], typed: &[u16]) -> bool {
    Sounds::whole(syllable, typed) == Some(typed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(scheme: Scheme, c: char) -> Vec<String> {
        sounds(scheme).readings(c as u16).collect()
    }

    #[test]
    fn packed_tables_say_what_the_texts_do() {
        for (scheme, text) in Scheme::BOTH.into_iter().zip([MANDARIN, CANTONESE]) {
            let of = |(syllable, chars): (&&[u16], &[&[u16]; 2])| {
                let words = [*syllable, chars[0], chars[1]].map(String::from_utf16_lossy);
                words.join(" ").trim_end().to_owned()
            };
            let sounds = sounds(scheme);
            let lines: Vec<String> = sounds.syllables.iter().zip(&sounds.of).map(of).collect();
            assert_eq!(lines.join("\n"), text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"));
        }
    }

    #[test]
    fn characters_have_their_readings() {
        assert_eq!(readings(Scheme::Pinyin, '海'), ["hai"]);
        assert_eq!(readings(Scheme::Pinyin, '重'), ["zhong", "chong"]);
        assert_eq!(readings(Scheme::Jyutping, '海'), ["hoi"]);
        assert!(readings(Scheme::Jyutping, '行').contains(&"hong".to_owned()));
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
        assert_eq!(Sounds::whole(&typed("lv"), &typed("lu")), Some(2));
    }
}
