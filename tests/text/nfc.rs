//! Normal form C: the same as `unicode-normalization` says of every character, of every pair that becomes one, and of
//! random texts. `JIANBAO_ACCEPT=1` writes our table from its own.

use jianbao::text::nfc;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

fn theirs(text: &str) -> Option<String> {
    let normal: String = text.nfc().collect();
    (normal != text).then_some(normal)
}

fn is_hangul(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

/// Every character that is made of others, and of which.
fn made() -> impl Iterator<Item = (char, Vec<char>)> {
    ('\u{80}'..=char::MAX).filter(|c| !is_hangul(*c)).filter_map(|c| {
        let mut parts = Vec::new();
        decompose_canonical(c, |part| parts.push(part));
        (parts != [c]).then_some((c, parts))
    })
}

/// The two that are put together as `c`.
fn pair(c: char, parts: &[char]) -> Option<(char, char)> {
    let (last, before) = parts.split_last()?;
    let mut first = before.iter().collect::<String>().nfc().collect::<Vec<_>>().into_iter();
    let pair = (first.next()?, *last);
    (first.next().is_none() && compose(pair.0, pair.1) == Some(c)).then_some(pair)
}

#[test]
fn the_table_is_what_others_have() {
    let (mut together, mut apart, mut classes) = (Vec::new(), Vec::new(), Vec::<(char, char, u8)>::new());
    for (c, parts) in made() {
        match pair(c, &parts) {
            Some((a, b)) => together.push(String::from_iter([c, a, b])),
            None => apart.push([c].into_iter().chain(parts).collect()),
        }
    }
    for c in '\0'..=char::MAX {
        let class = canonical_combining_class(c);
        match classes.last_mut() {
            Some((_, to, same)) if *same == class => *to = c,
            _ => classes.push((c, c, class)),
        }
    }
    let classes: Vec<String> = (classes.iter().filter(|(.., class)| *class > 0))
        .map(|(from, to, class)| format!("{from}{to}{class}"))
        .collect();
    let table = [together, apart, classes].map(|words| words.join(" ") + "\n").concat();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/data/nfc.txt");
    if std::env::var_os("JIANBAO_ACCEPT").is_some() {
        std::fs::write(file, &table).unwrap();
    }
    assert!(std::fs::read_to_string(file).unwrap() == table, "JIANBAO_ACCEPT=1 writes it anew");
    assert!(table.lines().all(|line| line.len() > 1000), "{} bytes", table.len());
}

#[test]
fn every_character_and_every_pair_is_as_others_have_it() {
    let mut told = 0;
    for c in '\0'..=char::MAX {
        let text = c.to_string();
        assert_eq!(nfc(&text), theirs(&text), "U+{:04X}", u32::from(c));
        told += usize::from(nfc(&text).is_some());
    }
    for (_, parts) in made() {
        for text in [parts.iter().collect::<String>(), parts.iter().rev().collect()] {
            assert_eq!(nfc(&text), theirs(&text), "{parts:X?}");
        }
    }
    for syllable in '\u{AC00}'..='\u{D7A3}' {
        let text: String = syllable.to_string().nfd().collect();
        assert_eq!(nfc(&text).as_deref(), Some(syllable.to_string().as_str()));
    }
    assert!(told > 1000, "{told} characters alone");
}

/// Letters, marks of several classes and what is made of them, in a heap.
fn heap() -> impl Strategy<Value = String> {
    let odd = "aoeEuA\u{300}\u{301}\u{304}\u{308}\u{323}\u{327}\u{328}\u{338}\u{345}\u{344}\u{340}\u{5BC}\u{5C1}\u{5E9}\
               。中\u{1100}\u{1161}\u{11A8}\u{AC00}\u{AC01}\u{212B}\u{F914}\u{958B}\u{1E69}\u{1E0B}\u{3099}かが\u{9C7}\u{9BE}\u{D4B}\u{16D67}\u{1D15E}";
    let odd: Vec<char> = odd.chars().collect();
    let made: Vec<char> = made().map(|(c, _)| c).collect();
    let one =
        prop_oneof![4 => prop::sample::select(odd), 2 => prop::sample::select(made), 1 => any::<char>()];
    prop::collection::vec(one, 0..12).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]
    #[test]
    fn a_heap_of_letters_and_marks_is_as_others_have_it(text in heap()) {
        prop_assert_eq!(nfc(&text), theirs(&text));
    }
}
