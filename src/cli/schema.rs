//! `jianbao schema`: the JSON Schema (draft 2020-12) of the two files, made from the table of keys.

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::args::{SchemaArgs, SchemaOf};
use super::exit::Exit;
use super::output;
use crate::export::output_schema;
use crate::plan::shape::{Field, Holds, PLAN, SECTION, Shape};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";
const ID: &str = "^[a-z0-9][a-z0-9-]*$";
const NUMBER: &str = "^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$";
const REFERENCE: &str = "^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*){0,2}$";
/// What EDTF is written with. Whether it is a date is for the program to say.
const DATE: &str = "^[0-9X~?%./-]+$";
/// Something that is not a blank.
const SOMETHING: &str = "\\S";

/// Prints the schema asked for.
pub(super) fn run(args: &SchemaArgs) -> Result<Exit> {
    if args.what == Some(SchemaOf::Output) {
        output::print(&output_schema())?;
        return Ok(Exit::Fine);
    }
    let schema = match args.what {
        Some(SchemaOf::Plan) => document("A plan of Jianbao: plan.toml", table(&PLAN)),
        Some(SchemaOf::Section) => document("A section of Jianbao: a file beside plan.toml", table(&SECTION)),
        _ => document(
            "A file of Jianbao: plan.toml or a section",
            object([("anyOf", json!([table(&PLAN), table(&SECTION)]))]),
        ),
    };
    output::print(&format!("{schema:#}\n"))?;
    Ok(Exit::Fine)
}

fn document(title: &str, body: Map<String, Value>) -> Value {
    let mut whole = object([("$schema", DRAFT.into()), ("title", title.into())]);
    whole.extend(body);
    Value::Object(whole)
}

fn object<const N: usize>(entries: [(&str, Value); N]) -> Map<String, Value> {
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// A table: its keys and no others.
fn table(shape: &Shape) -> Map<String, Value> {
    let properties: Map<String, Value> =
        shape.fields.iter().map(|field| (field.key.to_owned(), property(field))).collect();
    let needed: Vec<&str> = shape.fields.iter().filter(|field| field.needed).map(|field| field.key).collect();
    let mut all = object([("type", "object".into()), ("additionalProperties", false.into())]);
    if !needed.is_empty() {
        all.insert("required".to_owned(), needed.into());
    }
    all.insert("properties".to_owned(), properties.into());
    all
}

fn property(field: &Field) -> Value {
    let mut all = object([("description", field.doc.into())]);
    all.extend(match field.holds {
        Holds::Text => object([("type", "string".into()), ("pattern", pattern(field.key).into())]),
        Holds::Count => {
            object([("type", "integer".into()), ("minimum", 0.into()), ("maximum", u32::MAX.into())])
        }
        Holds::Word(words) => object([("enum", words.into())]),
        Holds::Texts => {
            let mut list = object([("type", "array".into())]);
            if field.needed && field.key == "sources" {
                list.insert("minItems".to_owned(), 1.into());
            }
            list.insert("items".to_owned(), json!({"type": "string", "pattern": pattern(field.key)}));
            list
        }
        Holds::Table(inner) => table(inner),
        Holds::Tables(inner) => object([("type", "array".into()), ("items", table(inner).into())]),
    });
    Value::Object(all)
}

/// What the text of a key, or each text of its list, must look like.
fn pattern(key: &str) -> &'static str {
    match key {
        "id" | "series" | "sources" | "sections" => ID,
        "headline" => NUMBER,
        "related" => REFERENCE,
        "date" | "as_of" | "period" => DATE,
        _ => SOMETHING,
    }
}
