//! Which part of the library a path names, and what is said of one that names nothing.

use super::{export, fixture, options};
use jianbao::export::{Format, Level, Scope};
use jianbao::lang::Lang;
use jianbao::plan::Library;

#[test]
fn paths_name_their_scope_and_back() {
    let library = Library::builtin();
    for (at, _) in library.items() {
        let path = library.path(at).unwrap();
        assert_eq!(Scope::parse(&library, &path), Ok(Scope::Item(at)));
    }
    for path in ["", "ce-visits", "ce-visits/2026-central-asia", "ce-visits/2026-central-asia/agreements"] {
        let scope = Scope::parse(&library, path).unwrap();
        assert_eq!(scope.path(&library), path);
        assert_eq!(Scope::parse(&library, &format!(" {path}/ ")), Ok(scope));
    }
}

#[test]
fn a_slip_is_answered_with_what_was_meant() {
    let library = Library::builtin();
    for (written, level, near) in [
        ("ce-visit", Level::Plan, Some("ce-visits")),
        ("ce-visits/2026-central-asai", Level::Section, Some("ce-visits/2026-central-asia")),
        (
            "ce-visits/2026-central-asia/agreement",
            Level::Item,
            Some("ce-visits/2026-central-asia/agreements"),
        ),
        ("wholly-else", Level::Plan, None),
        ("ce-visits/2026-central-asia/agreements/more", Level::Item, None),
    ] {
        let wrong = Scope::parse(&library, written).unwrap_err();
        assert_eq!((wrong.level, wrong.near.as_deref()), (level, near), "{written}");
    }
    let wrong = Scope::parse(&library, "ce-visit").unwrap_err();
    assert_eq!(wrong.words(Lang::Hant), "沒有規劃「ce-visit」。是否想寫「ce-visits」？");
    assert_eq!(wrong.to_string(), "There is no plan “ce-visit”. Did you mean “ce-visits”?");
}

#[test]
fn what_was_typed_is_cleaned_before_it_is_shown() {
    let wrong = Scope::parse(&fixture(), "\u{1b}[2J").unwrap_err();
    assert!(!wrong.words(Lang::En).contains('\u{1b}'));
}

#[test]
fn an_item_comes_alone_and_a_measure_with_its_tasks() {
    let library = fixture();
    let rows = |path| export(&library, Format::Csv, path, &options()).lines().count() - 1;
    assert_eq!(rows("harbour/works/berths"), 1);
    assert_eq!(rows("harbour/works/berth-works"), 3);
    assert_eq!(rows("harbour/works/east"), 1);
    assert_eq!(rows("harbour/works"), 13);
    assert_eq!(rows("hill"), 1);
}
