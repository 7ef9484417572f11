//! The JSON schema of a brief, made from the types: what editors complete and check with, and what [`super::shape`] walks.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::Brief;

/// The JSON schema (draft 2020-12) of a brief. Published as `docs/schema/brief.schema.json`.
pub fn schema() -> Value {
    cached().clone()
}

pub(super) fn cached() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
        let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Brief>().to_value();
        if let Some(root) = schema.as_object_mut() {
            root.insert("title".into(), "vcm campaign brief".into());
        }
        schema
    });
    &SCHEMA
}
