//! JSON against its own schema, by an independent validator.

use super::{export, fixture, options};
use jianbao::export::{Format, Options, VERSION, output_schema};
use jianbao::lang::Lang;
use jianbao::plan::Library;
use jianbao::plan::Pane;
use serde_json::{Value, json};

fn value(library: &Library, path: &str, options: &Options) -> Value {
    serde_json::from_str(&export(library, Format::Json, path, options)).unwrap()
}

fn assert_valid(value: &Value) {
    let schema: Value = serde_json::from_str(&output_schema()).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{} {error}", error.instance_path()))
        .take(5)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn every_scope_pane_and_language_is_valid() {
    let (builtin, fixture) = (Library::builtin(), fixture());
    assert_valid(&value(&builtin, "", &options()));
    for lang in Lang::ALL {
        assert_valid(&value(&fixture, "", &Options { lang, ..options() }));
    }
    for pane in Pane::LISTS {
        assert_valid(&value(&fixture, "harbour", &Options { pane: Some(pane), ..options() }));
    }
    for path in ["harbour/works", "harbour/works/berths", "harbour/works/east", "hill"] {
        assert_valid(&value(&fixture, path, &options()));
    }
}

#[test]
fn the_schema_would_notice() {
    let schema: Value = serde_json::from_str(&output_schema()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let mut wrong = value(&fixture(), "hill", &options());
    wrong["plans"][0]["sections"][0]["numbers"][0]["figure"]["low"] = json!("120");
    assert!(!jsonschema::is_valid(&schema, &wrong));
    let mut wrong = value(&fixture(), "hill", &options());
    wrong["plans"][0]["more"] = json!(1);
    assert!(!jsonschema::is_valid(&schema, &wrong));
}

#[test]
fn figures_and_dates_say_what_a_program_needs() {
    let value = value(&fixture(), "harbour/works/cost", &options());
    assert_eq!(value["jianbao"], json!(VERSION));
    let number = &value["plans"][0]["sections"][0]["numbers"][0];
    assert_eq!(
        number["figure"],
        json!({"written": "逾16.5億美元", "qualifier": "over", "low": 1_650_000_000, "high": 1_650_000_000, "unit": "美元"})
    );
    assert_eq!(
        number["as_of"],
        json!({"edtf": "2026-03-02", "words": "2026年3月2日", "earliest": "2026-03-02", "latest": "2026-03-02"})
    );
}

#[test]
fn an_open_date_has_no_latest_day() {
    let value = value(&fixture(), "harbour/works/service", &options());
    let date = &value["plans"][0]["sections"][0]["events"][0]["date"];
    assert_eq!((&date["earliest"], &date["latest"]), (&json!("2024-12-01"), &Value::Null));
}

#[test]
fn a_task_by_itself_comes_in_its_measure() {
    let value = value(&fixture(), "harbour/works/west", &options());
    let measures = &value["plans"][0]["sections"][0]["measures"];
    assert_eq!(measures[0]["path"], "harbour/works/berth-works");
    assert_eq!(measures[0]["tasks"].as_array().unwrap().len(), 1);
    assert_eq!(value["plans"][0]["sources"].as_array().unwrap().len(), 1);
}
