//! The tables of readings and folds: small, and with a reading for every frequent character.

use super::today;
use jianbao::find::{Builder, Entry, Field, Kind, Query, Scope};
use jianbao::plan::{ItemRef, Slot};

/// The 5,000 most frequent characters.
const FREQUENT: &str = include_str!("../tables/frequent.txt");

/// Those of the characters that no letter finds by the sound it begins with.
fn without_reading(chars: &[char]) -> String {
    let names: Vec<String> = chars.iter().map(char::to_string).collect();
    let mut builder = Builder::default();
    builder.plan(0, &[]);
    builder.section(&[]);
    for (n, name) in names.iter().enumerate() {
        let item = ItemRef { plan: 0, section: 0, slot: Slot::Term(n) };
        let texts = vec![(Field::Heading, name.as_str())];
        builder.item(&Entry { item, kind: Kind::Term, figure: None, date: None, texts });
    }
    let index = builder.finish();
    let scope = Scope { plan: None, here: None, limit: chars.len() };
    let mut heard = vec![false; chars.len()];
    for letter in 'a'..='z' {
        let found = index.search(&Query::parse(&letter.to_string(), today()), &scope, &|| false).unwrap();
        for hit in found.hits {
            if let Slot::Term(n) = hit.item.slot {
                heard[n] = true;
            }
        }
    }
    chars.iter().zip(heard).filter(|(_, heard)| !heard).map(|(c, _)| *c).collect()
}

#[test]
fn every_frequent_character_has_a_reading() {
    let chars: Vec<char> = FREQUENT.lines().flat_map(str::chars).collect();
    assert_eq!(chars.len(), 5000);
    assert_eq!(without_reading(&chars), "");
}

#[test]
fn every_character_of_our_names_has_a_reading() {
    let (library, _) = super::builtin();
    let mut chars: Vec<char> = library.items().flat_map(|(_, item)| item.heading().chars()).collect();
    chars.retain(|c| ('\u{3400}'..'\u{A000}').contains(c));
    chars.sort_unstable();
    chars.dedup();
    assert_eq!(without_reading(&chars), "");
}

#[test]
fn the_tables_are_small() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/find/data");
    let sizes = ["fold.txt", "mandarin.txt", "cantonese.txt"]
        .map(|name| std::fs::metadata(format!("{folder}/{name}")).unwrap().len());
    assert!(sizes.iter().sum::<u64>() < 200_000, "{sizes:?}");
}
