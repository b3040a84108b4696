//! What the program is built from: each crate named in the manifest has its reason written down, and the house has
//! no `unsafe` and one small build script. Licences, bans and advisories are checked by `.ci/run`.

use std::collections::BTreeSet;
use std::path::Path;

const MANIFEST: &str = include_str!("../Cargo.toml");
const REASONS: &str = include_str!("../.github/DEPENDENCIES.md");

/// The rows of the tables: crate, reason, what is said of its default features.
fn reasons() -> Vec<[&'static str; 3]> {
    let cells = |line: &'static str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        <[&str; 3]>::try_from(cells).ok()
    };
    REASONS.lines().filter(|line| line.starts_with("| `")).filter_map(cells).collect()
}

/// The crates under both headings, and whether their default features are off.
fn named() -> Vec<(String, bool)> {
    let manifest: toml::Table = MANIFEST.parse().unwrap();
    let tables = ["dependencies", "dev-dependencies"].map(|name| manifest[name].as_table().unwrap().clone());
    let off =
        |value: &toml::Value| value.get("default-features").is_some_and(|on| on.as_bool() == Some(false));
    tables.iter().flatten().map(|(name, value)| (name.clone(), off(value))).collect()
}

#[test]
fn every_crate_has_its_reason_and_every_reason_its_crate() {
    let written: BTreeSet<String> =
        reasons().iter().map(|[name, ..]| name.trim_matches('`').to_owned()).collect();
    let named: BTreeSet<String> = named().into_iter().map(|(name, _)| name).collect();
    assert_eq!(written, named, "left: .github/DEPENDENCIES.md, right: Cargo.toml");
    assert_eq!(reasons().len(), named.len(), "one reason each");
    for [name, why, _] in reasons() {
        assert!(why.len() > 8, "{name}: {why}");
    }
}

#[test]
fn default_features_are_off_or_named() {
    for (name, off) in named() {
        let said = reasons().into_iter().find(|[known, ..]| known.trim_matches('`') == name).unwrap()[2];
        assert_eq!(said == "off", off, "{name}: {said}");
        assert!(!said.is_empty(), "{name}");
    }
}

#[test]
fn the_house_itself_is_safe_and_builds_by_itself() {
    let manifest: toml::Table = MANIFEST.parse().unwrap();
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    assert!(manifest.get("build-dependencies").is_none());
    assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join("build.rs").exists());
}

/// The one build script says how the program is linked, and that reaches nothing that unwinds.
#[test]
fn the_build_script_is_about_the_program_alone() {
    let manifest: toml::Table = MANIFEST.parse().unwrap();
    assert_eq!(manifest["package"]["build"].as_str(), Some(".packaging/link.rs"));
    let script = include_str!("../.packaging/link.rs");
    let said: Vec<&str> = script.split("println!(\"").skip(1).collect();
    for line in &said {
        let about = ["rerun-if-", "rustc-link-arg-bins=", "rustc-link-lib=dylib:+verbatim={GCC}"];
        let said = line.strip_prefix("cargo::").unwrap_or_default();
        assert!(about.iter().any(|about| said.starts_with(about)), "{line}");
    }
    assert!(said.len() > 2 && !script.contains("net::") && !script.contains("fs::"));
    let program = &manifest["bin"][0];
    assert_eq!(program["test"].as_bool(), Some(false), "its tests would unwind");
    assert_eq!(program["bench"].as_bool(), Some(false), "its benchmarks would unwind");
    assert_eq!(manifest["profile"]["release"]["panic"].as_str(), Some("abort"));
}

/// The extract of the advisories knows every crate there is.
#[test]
fn the_extract_of_the_advisories_is_of_these_crates() {
    let lock: toml::Table = include_str!("../Cargo.lock").parse().unwrap();
    let known: toml::Table = include_str!("../.ci/advisories.toml").parse().unwrap();
    let crates: BTreeSet<&str> =
        known["crates"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    for package in lock["package"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        assert!(name == "jianbao" || crates.contains(name), "{name} is new: `.ci/supply.py refresh`");
    }
    let date: chrono::NaiveDate = known["date"].as_str().unwrap().parse().unwrap();
    assert!(date >= chrono::NaiveDate::from_ymd_opt(2026, 8, 21).unwrap());
}
