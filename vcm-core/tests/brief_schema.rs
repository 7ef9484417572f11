//! The published schemas are the ones that the types give. `UPDATE_SCHEMA=1 cargo test -p vcm-core --test brief_schema` writes
//! them anew.
#![expect(clippy::disallowed_methods, reason = "a test that reads and writes the published files")]

use std::{env, fs, path::PathBuf};

use serde_json::Value;
use vcm_core::{brief, kit, moderation::policy};

#[test]
fn the_published_schemas_are_current() {
    for (name, schema) in [("brief", brief::schema()), ("kit", kit::schema()), ("policy", policy::schema())] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../docs/schema/{name}.schema.json"));
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if env::var_os("UPDATE_SCHEMA").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let published = fs::read_to_string(&path).unwrap_or_default();
        assert!(published == text, "{} is not current: run with UPDATE_SCHEMA=1", path.display());
    }
}

/// Editors show these descriptions, and refuse what the schema refuses.
#[test]
fn every_field_of_a_brief_is_described_and_closed() {
    let schema = brief::schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let objects = definitions.iter().map(|(name, schema)| (name.as_str(), schema)).chain([("Brief", &schema)]);
    for (name, object) in objects.filter(|(_, schema)| schema.get("properties").is_some()) {
        assert_eq!(object["additionalProperties"], Value::Bool(false), "{name} takes unknown fields");
        for (field, property) in object["properties"].as_object().unwrap() {
            assert!(property.get("description").is_some(), "{name}.{field} has no description");
        }
    }
}
