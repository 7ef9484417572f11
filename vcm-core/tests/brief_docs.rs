//! Every example in docs/brief.md is valid, and every field of the schema is shown there.
#![expect(clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use serde_json::Value;
use vcm_core::brief::{BriefFormat, from_value, parse, schema};

const PAGE: &str = include_str!("../../docs/brief.md");

/// The fenced blocks that start with exactly this info string.
fn blocks(info: &str) -> Vec<&'static str> {
    let open = format!("```{info}\n");
    PAGE.split(&open).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

fn toml_value(text: &str) -> Value {
    let table: toml::Table = toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    without_dates(toml::Value::Table(table))
}

/// TOML dates as text, as the brief's reader sees them.
fn without_dates(value: toml::Value) -> Value {
    match value {
        toml::Value::Table(fields) => fields.into_iter().map(|(key, value)| (key, without_dates(value))).collect(),
        toml::Value::Array(items) => items.into_iter().map(without_dates).collect(),
        toml::Value::Datetime(when) => when.to_string().into(),
        other => serde_json::to_value(other).unwrap_or(Value::Null),
    }
}

#[test]
fn the_smallest_brief_is_valid() {
    let smallest = blocks("toml");
    assert_eq!(smallest.len(), 1);
    assert!(parse(smallest[0], BriefFormat::Toml).is_ok(), "{:?}", parse(smallest[0], BriefFormat::Toml));
}

#[test]
fn every_example_is_valid_alone_and_all_of_them_together() {
    let smallest = toml_value(blocks("toml")[0]);
    let mut whole = smallest.clone();
    assert!(blocks("toml fields").len() >= 12);
    for block in blocks("toml fields") {
        let mut brief = smallest.clone();
        for (field, value) in toml_value(block).as_object().into_iter().flatten() {
            brief[field] = value.clone();
            whole[field] = value.clone();
        }
        if let Err(error) = from_value(brief) {
            panic!("{error}\n{block}");
        }
    }
    if let Err(error) = from_value(whole.clone()) {
        panic!("{error}");
    }
    shown(&schema(), &schema(), &whole, "");
}

/// Fails when `example` leaves out a field that the schema has.
fn shown(root: &Value, schema: &Value, example: &Value, path: &str) {
    let schema =
        schema["$ref"].as_str().map_or(schema, |name| root.pointer(name.trim_start_matches('#')).unwrap_or(schema));
    let schema = schema["anyOf"].get(0).map_or(schema, |first| {
        first["$ref"].as_str().and_then(|name| root.pointer(name.trim_start_matches('#'))).unwrap_or(first)
    });
    for (field, property) in schema["properties"].as_object().into_iter().flatten() {
        // Optional fields need only be shown by one entry of a list.
        let values: Vec<&Value> = match example {
            Value::Array(items) => items.iter().filter_map(|item| item.get(field)).collect(),
            other => other.get(field).into_iter().collect(),
        };
        assert!(!values.is_empty(), "docs/brief.md shows no `{path}{field}`");
        let item = property.get("items").unwrap_or(property);
        shown(root, item, values[0], &format!("{path}{field}."));
    }
}
