//! The tables of readings and folds: small, and with a reading for every frequent character.

use super::generate::{self, Dice, Made, Stock};
use super::today;
use jianbao::find::{Field, Index, Query, Scope};

/// The 5,000 most frequent characters.
const FREQUENT: &str = include_str!("../tables/frequent.txt");

/// Those of the characters that no letter finds by the sound it begins with.
fn without_reading(chars: &[char]) -> String {
    let made = |c: &char| Made { heading: c.to_string(), date: "2026".to_owned(), ..Made::default() };
    let items: Vec<Made> = chars.iter().map(made).collect();
    let library = generate::library(&items, &Stock::new(), &mut Dice::new(1));
    let index = Index::build(&library);
    let scope = Scope { plan: None, here: None, limit: chars.len() };
    let mut heard: Vec<&str> = Vec::new();
    for letter in 'a'..='z' {
        let found = index.search(&Query::parse(&letter.to_string(), today()), &scope, &|| false).unwrap();
        let by_name =
            found.hits.iter().filter(|hit| hit.marks.iter().any(|mark| mark.field == Field::Heading));
        heard.extend(by_name.filter_map(|hit| Some(library.item(hit.item)?.heading())));
    }
    heard.sort_unstable();
    chars.iter().filter(|c| heard.binary_search(&c.to_string().as_str()).is_err()).collect()
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
