//! What is new or changed since it was read.

use std::fs;

use jianbao::lang::Lang;
use jianbao::plan::{ItemRef, Library};
use jianbao::store::{Changes, Seen, Step, digest};

use super::{Folder, INDUSTRY, PLAN, RULES, library, library_of};

fn named(library: &Library, items: &[ItemRef]) -> Vec<String> {
    items.iter().map(|at| library.path(*at).unwrap()).collect()
}

fn read_all() -> Seen {
    Seen::first(&library(RULES, INDUSTRY))
}

fn after(rules: &str) -> Changes {
    read_all().changes(&library(rules, INDUSTRY))
}

#[test]
fn at_the_first_run_nothing_is_new() {
    let folder = Folder::new();
    let store = folder.store();
    let library = library(RULES, INDUSTRY);
    let (mut seen, error) = store.load_seen(&library);
    assert!(error.is_none() && seen.unsaved());
    assert!(seen.changes(&library).is_empty());
    let _ = store.save_seen(&mut seen).unwrap();
    let (again, _) = store.load_seen(&library);
    assert!(!again.unsaved() && again.changes(&library).is_empty());
    let file = fs::read_to_string(store.seen_file()).unwrap();
    assert!(file.starts_with("version = 1\ndigests = 1\nlibrary = \"builtin\"\n\n[items]\n"), "{file}");
    assert!(file.contains("\"56條\", \"2026-01\"]\n"), "{file}");
}

#[test]
fn a_figure_and_a_date_tell_what_they_were() {
    let rules = RULES.replace("56條", "60條").replace("2027-33", "2027-34").replace("擴大開放", "全面開放");
    let library = library(&rules, INDUSTRY);
    let changes = read_all().changes(&library);
    assert_eq!(named(&library, &changes.items()), ["p/rules/open", "p/rules/tasks", "p/rules/flight"]);
    let [words, figure, date] = changes.changed.as_slice() else { panic!("{changes:?}") };
    assert_eq!(words.words(Lang::Hant), None);
    assert_eq!(figure.figure, Some(Step { old: "56條".to_owned(), new: "60條".to_owned() }));
    assert_eq!(figure.words(Lang::Hant), Some(("56條".to_owned(), "60條".to_owned())));
    assert_eq!(date.date, Some(Step { old: "2027-33".to_owned(), new: "2027-34".to_owned() }));
    assert_eq!(date.words(Lang::Hant), Some(("2027年第一季".to_owned(), "2027年第二季".to_owned())));
    assert!(changes.new.is_empty());
    assert_eq!(changes.of(figure.at), Some(figure));
}

#[test]
fn every_statement_counts() {
    for (old, new) in [
        ("具體任務", "任務"),
        ("kind = \"actual\"", "kind = \"target\""),
        ("as_of = \"2026-01\"", "as_of = \"2026-02\""),
        ("figure = \"56條\"", "figure = \"約56條\""),
        ("figure = \"56條\"", "figure = \"56條\"\nnote = \"只計前海\""),
        ("figure = \"56條\"", "figure = \"56條\"\ndetail = \"分四章\""),
        ("figure = \"56條\"", "figure = \"56條\"\ncounts = \"規劃列出者\""),
        ("sources = [\"a\", \"b\"]", "sources = [\"a\"]"),
        ("id = \"flight\"", "id = \"flight\"\nplace = \"阿拉木圖\""),
        ("id = \"flight\"", "id = \"flight\"\ndate_note = \"原文作明年首季\""),
        ("引入法律", "引入判例"),
    ] {
        assert!(RULES.contains(old), "{old}");
        assert_eq!(after(&RULES.replacen(old, new, 1)).changed.len(), 1, "{old} → {new}");
    }
}

#[test]
fn order_comments_glosses_and_a_sources_name_are_no_change() {
    for (old, new) in [
        ("figure = \"56條\"", "# a comment\nfigure = \"56條\"  # another"),
        ("label = \"具體任務\"\nfigure = \"56條\"", "figure = \"56條\"\nlabel = \"具體任務\""),
        ("[\"a\", \"b\"]", "[\"b\", \"a\"]"),
        ("en = \"Tasks\"", "en = \"Concrete tasks\""),
        ("en = \"Tasks\"", "en = \"Tasks\"\ntags = [\"法律\"]\nrelated = [\"open\"]"),
    ] {
        assert!(RULES.contains(old), "{old}");
        assert_eq!(after(&RULES.replacen(old, new, 1)), Changes::default(), "{old} → {new}");
    }
    let (head, rest) = RULES.split_at(RULES.find("[[measure]]").unwrap());
    let (first, second) = rest.split_at(rest.find("[[measure]]\nid = \"open\"").unwrap());
    let (second, rest) = second.split_at(second.find("[[number]]").unwrap());
    assert_eq!(after(&format!("{head}{second}{first}{rest}")), Changes::default(), "measures change places");
    let plan =
        PLAN.replace("[\"rules\", \"industry\"]", "[\"industry\", \"rules\"]").replace("文匯報", "商報");
    let moved = library_of(&[("p/plan.toml", &plan), ("p/rules.toml", RULES), ("p/industry.toml", INDUSTRY)]);
    assert_eq!(read_all().changes(&moved), Changes::default(), "sections change places");
}

#[test]
fn reading_one_leaves_the_others_and_what_is_removed_is_forgotten() {
    let folder = Folder::new();
    let store = folder.store();
    let (mut seen, _) = store.load_seen(&library(RULES, INDUSTRY));
    let _ = store.save_seen(&mut seen).unwrap();

    let grown = RULES.replace("56條", "60條") + &event("new-one") + &event("new-two");
    let now = library(&grown, INDUSTRY);
    let (mut seen, _) = store.load_seen(&now);
    let changes = seen.changes(&now);
    assert_eq!(named(&now, &changes.new), ["p/rules/new-one", "p/rules/new-two"]);
    assert_eq!((changes.len(), changes.changed.len()), (3, 1));

    let figure = now.find_path("p/rules/tasks").unwrap();
    assert!(seen.mark(&now, figure));
    assert!(!seen.mark(&now, figure), "no news the second time");
    assert!(seen.mark(&now, now.find_path("p/rules/new-two").unwrap()));
    let _ = store.save_seen(&mut seen).unwrap();
    let (mut seen, _) = store.load_seen(&now);
    assert_eq!(named(&now, &seen.changes(&now).items()), ["p/rules/new-one"]);

    seen.mark_all(&now);
    assert!(seen.changes(&now).is_empty());
    let _ = store.save_seen(&mut seen).unwrap();

    // Gone and back: new again.
    let shrunk = library(RULES, INDUSTRY);
    seen.forget_gone(&shrunk);
    let _ = store.save_seen(&mut seen).unwrap();
    let (seen, _) = store.load_seen(&now);
    assert_eq!(named(&now, &seen.changes(&now).new), ["p/rules/new-one", "p/rules/new-two"]);
}

fn event(id: &str) -> String {
    format!(
        "\n[[event]]\nid = \"{id}\"\ndate = \"2028\"\ntitle = \"通車\"\nen = \"Opens\"\nsources = [\"a\"]\n"
    )
}

#[test]
fn a_broken_file_makes_nothing_new_when_it_is_mended() {
    let mut seen = read_all();
    let broken = library("title = ", INDUSTRY);
    assert!(seen.changes(&broken).is_empty());
    seen.mark_all(&broken);
    assert!(seen.changes(&library(RULES, INDUSTRY)).is_empty());
}

#[test]
fn two_windows_keep_what_each_has_read() {
    let folder = Folder::new();
    let store = folder.store();
    let (mut first, _) = store.load_seen(&library(RULES, INDUSTRY));
    let _ = store.save_seen(&mut first).unwrap();
    let now = library(&(RULES.to_owned() + &event("one") + &event("two")), INDUSTRY);
    let (mut a, _) = store.load_seen(&now);
    let (mut b, _) = store.load_seen(&now);
    a.mark(&now, now.find_path("p/rules/one").unwrap());
    b.mark(&now, now.find_path("p/rules/two").unwrap());
    let _ = store.save_seen(&mut a).unwrap();
    let _ = store.save_seen(&mut b).unwrap();
    assert!(store.load_seen(&now).0.changes(&now).is_empty());
}

#[test]
fn digests_of_another_scheme_say_nothing() {
    let folder = Folder::new();
    let store = folder.store();
    fs::write(store.seen_file(), "version = 1\ndigests = 99\n[items]\n\"p/rules/tasks\" = [\"0\"]\n")
        .unwrap();
    let library = library(RULES, INDUSTRY);
    let (seen, error) = store.load_seen(&library);
    assert!(error.is_none());
    let changes = seen.changes(&library);
    assert_eq!((changes.changed.len(), changes.new.len()), (0, 6));
}

/// The digests stand in the files of readers: where this changes, raise the scheme. The figures were
/// reckoned by another program.
#[test]
fn the_digest_is_the_same_as_ever() {
    let library = library(RULES, INDUSTRY);
    let of = |path: &str| digest(&library, library.find_path(path).unwrap()).unwrap();
    assert_eq!(of("p/rules/tasks"), "553e69926b358c4d");
    assert_eq!(of("p/industry/zone"), "b192bff39faa0b79");
}

#[test]
fn the_digests_of_our_own_briefings_all_differ() {
    let library = Library::builtin();
    let mut digests: Vec<_> = library.items().filter_map(|(at, _)| digest(&library, at)).collect();
    let all = digests.len();
    digests.sort();
    digests.dedup();
    assert!(all > 300 && digests.len() == all, "{all} items, {} digests", digests.len());
}
