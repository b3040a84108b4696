//! The JSON Schema, held against our files by a validator that is not ours.

use super::harness::Desk;
use jianbao::plan::builtin_files;
use serde_json::Value;

fn schema(what: &str) -> Value {
    serde_json::from_str(&Desk::new().run(&format!("schema {what}")).stdout).unwrap()
}

fn validator(what: &str) -> jsonschema::Validator {
    let schema = schema(what);
    assert!(jsonschema::meta::is_valid(&schema), "{what} is no schema");
    jsonschema::validator_for(&schema).unwrap()
}

fn read(text: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap()
}

#[test]
fn our_briefings_are_valid() {
    let (plan, section, both) = (validator("plan"), validator("section"), validator(""));
    for file in builtin_files() {
        let value = read(&file.text.unwrap());
        let own = if file.path.ends_with("/plan.toml") { &plan } else { &section };
        let errors: Vec<String> = own.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", file.path);
        assert!(both.is_valid(&value), "{}", file.path);
    }
}

#[test]
fn what_is_wrong_is_not_valid() {
    let sound = "title = \"一\"\nen = \"One\"\nsummary = \"一。\"\n[[number]]\nid = \"a\"\nlabel = \"數\"\nen = \"It\"\nfigure = \"約40個\"\nkind = \"actual\"\nas_of = \"2026-06\"\nrelated = [\"p/s/i\"]\nsources = [\"press\"]\n";
    let validator = validator("section");
    assert!(validator.is_valid(&read(sound)));
    for (from, to) in [
        ("figure", "figrue"),
        ("en = \"It\"\n", ""),
        ("\"actual\"", "\"hope\""),
        ("\"2026-06\"", "\"2026年6月\""),
        ("id = \"a\"", "id = \"甲\""),
        ("[\"press\"]", "[]"),
        ("[\"press\"]", "\"press\""),
        ("\"p/s/i\"", "\"p/s/i/x\""),
        ("summary = \"一。\"", "summary = \" \""),
        ("summary = \"一。\"", "summary = \"一。\"\npart = -1"),
    ] {
        assert!(!validator.is_valid(&read(&sound.replacen(from, to, 1))), "{from} as {to} passes");
    }
}

/// The files in `.schema/` are what editors read; `.taplo.toml` names them.
#[test]
fn the_schemas_in_the_repository_are_those_printed() {
    let top = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for what in ["plan", "section"] {
        let printed = Desk::new().run(&format!("schema {what}")).stdout;
        let file = format!(".schema/{what}.json");
        if std::env::var_os("JIANBAO_ACCEPT").is_some() {
            std::fs::write(top.join(&file), &printed).unwrap();
        }
        let kept = std::fs::read_to_string(top.join(&file)).unwrap();
        assert_eq!(kept, printed, "JIANBAO_ACCEPT=1 writes {file} anew");
        assert!(std::fs::read_to_string(top.join(".taplo.toml")).unwrap().contains(&file));
    }
}

#[test]
fn what_is_printed_as_json_is_of_the_shape_told() {
    let desk = Desk::new();
    let validator = validator("output");
    for line in [
        "show ce-visits --format json",
        "export --format json",
        "show qianhai-2026 --pane numbers --format json",
    ] {
        let value: Value = serde_json::from_str(&desk.run(line).stdout).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{line}: {errors:?}");
    }
}
