//! Holds a value against the schema of a brief: names, types, and values of fixed lists, all errors at once.
//!
//! serde stops at its first error. Here the schema (made from the same types) is walked instead, and every wrong part is
//! noted and replaced by a placeholder of the right type, so that the rest can still be read and validated. What is said about
//! a placeholder later is not the writer's fault: [`Broken::caused`] tells which. Next: [`super::validate`].

use serde_json::{Map, Value};

use super::{
    document::{push_index, push_key},
    schema, suggest,
};
use crate::{
    error::Violation,
    voice::{HouseRule, rules::HOUSE_RULE_FORMAT},
};

/// Deeper than any brief; a guard, since the readers stop at about the same depth.
const MAX_DEPTH: usize = 64;

/// What the walk found.
pub(super) struct Shape {
    /// Every wrong part.
    pub(super) violations: Vec<Violation>,
    /// The paths that were replaced or left out.
    pub(super) broken: Broken,
    /// The value with every wrong part replaced; it deserialises.
    pub(super) repaired: Value,
}

/// Paths that hold placeholders.
#[derive(Default)]
pub(super) struct Broken(Vec<String>);

impl Broken {
    /// Whether a violation is due to a placeholder: its field is at, inside or around one, names an id of a list that has one,
    /// or is held against the campaign's first day when that is one.
    pub(super) fn caused(&self, violation: &Violation) -> bool {
        let field = violation.field.as_str();
        self.0.iter().any(|broken| {
            broken.is_empty()
                || inside(field, broken)
                || inside(broken, field)
                || (last(field) == "proof" && broken.starts_with("proof_points"))
                || (last(field) == "account" && broken.starts_with("accounts"))
                || (inside("schedule.start", broken) && violation.allowed.contains("schedule.start"))
        })
    }
}

/// Whether `path` is `ancestor` or lies in it.
fn inside(path: &str, ancestor: &str) -> bool {
    path.strip_prefix(ancestor).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The name at the end of a path.
fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or_default()
}

/// Walks `value` along the schema.
pub(super) fn check(value: Value) -> Shape {
    let root = schema::cached();
    let mut walk = Walk { root, path: String::new(), violations: Vec::new(), broken: Broken::default() };
    let repaired = walk.node(value, root, 0);
    Shape { violations: walk.violations, broken: walk.broken, repaired }
}

struct Walk {
    root: &'static Value,
    path: String,
    violations: Vec<Violation>,
    broken: Broken,
}

impl Walk {
    fn node(&mut self, value: Value, schema: &'static Value, depth: usize) -> Value {
        let schema = self.resolve(schema);
        if depth > MAX_DEPTH {
            return self.replace(&value, schema, "less nesting".into());
        }
        if let Some(options) = schema.get("anyOf").and_then(Value::as_array) {
            // schemars writes `Option<T>` as anyOf [T, null].
            return match options.iter().find(|option| !is_null_schema(option)) {
                Some(_) if value.is_null() => Value::Null,
                Some(option) => self.node(value, option, depth + 1),
                None => value,
            };
        }
        if let Some(allowed) = constants(schema) {
            return self.constant(value, schema, &allowed);
        }
        let types = types(schema);
        if value.is_null() && types.contains(&"null") {
            return value;
        }
        match types.first().copied() {
            Some("object") => self.object(value, schema, depth),
            Some("array") => self.array(value, schema, depth),
            Some("string") => self.string(value, schema),
            Some("boolean") if !value.is_boolean() => self.replace(&value, schema, "true or false".into()),
            Some("integer") => self.integer(value, schema),
            Some("number") if !value.is_number() => self.replace(&value, schema, "a number".into()),
            _ => value,
        }
    }

    fn object(&mut self, value: Value, schema: &'static Value, depth: usize) -> Value {
        let Value::Object(entries) = value else {
            return self.replace(&value, schema, "a table of fields".into());
        };
        let empty = serde_json::Map::new();
        let properties = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties").filter(|others| others.is_object());
        let mut kept = Map::new();
        let length = self.path.len();
        for (key, item) in entries {
            push_key(&mut self.path, &key);
            if let Some(field) = properties.and_then(|properties| properties.get(&key)).or(others) {
                let item = self.node(item, field, depth + 1);
                kept.insert(key, item);
            } else {
                let names: Vec<&str> = properties.unwrap_or(&empty).keys().map(String::as_str).collect();
                let allowed = match suggest::nearest(&key, &names) {
                    Some(near) => format!("a known field; did you mean `{near}`?"),
                    None => format!("one of the fields {}", names.join(", ")),
                };
                self.violations.push(Violation::new(self.path.clone(), shown(&item), allowed));
            }
            self.path.truncate(length);
        }
        for name in required(schema) {
            if kept.contains_key(name) {
                continue;
            }
            push_key(&mut self.path, name);
            let field = properties.and_then(|properties| properties.get(name)).unwrap_or(&Value::Null);
            let allowed = format!("{} (this field is required)", self.describe(field));
            self.violations.push(Violation::new(self.path.clone(), "nothing", allowed));
            self.broken.0.push(self.path.clone());
            kept.insert(name.to_owned(), self.placeholder(field, 0));
            self.path.truncate(length);
        }
        Value::Object(kept)
    }

    fn array(&mut self, value: Value, schema: &'static Value, depth: usize) -> Value {
        let Value::Array(items) = value else {
            return self.replace(&value, schema, "a list".into());
        };
        let Some(item_schema) = schema.get("items") else { return Value::Array(items) };
        let length = self.path.len();
        let mut kept = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            push_index(&mut self.path, index);
            kept.push(self.node(item, item_schema, depth + 1));
            self.path.truncate(length);
        }
        Value::Array(kept)
    }

    fn string(&mut self, value: Value, schema: &'static Value) -> Value {
        let Value::String(text) = &value else {
            return self.replace(&value, schema, self.describe(schema));
        };
        let readable = match format(schema) {
            "date" => text.parse::<jiff::civil::Date>().is_ok(),
            "partial-time" => text.parse::<jiff::civil::Time>().is_ok(),
            "date-time" => text.parse::<jiff::Timestamp>().is_ok(),
            HOUSE_RULE_FORMAT => text.parse::<HouseRule>().is_ok(),
            _ => true,
        };
        if readable { value } else { self.replace(&value, schema, self.describe(schema)) }
    }

    fn integer(&mut self, value: Value, schema: &'static Value) -> Value {
        let (low, high) = bounds(schema);
        let fits = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from));
        if fits.is_some_and(|number| (low..=high).contains(&number)) {
            value
        } else {
            self.replace(&value, schema, self.describe(schema))
        }
    }

    fn constant(&mut self, value: Value, schema: &'static Value, allowed: &[&'static str]) -> Value {
        let Value::String(text) = &value else {
            return self.replace(&value, schema, format!("one of {}", allowed.join(", ")));
        };
        if allowed.contains(&text.as_str()) {
            return value;
        }
        let hint = suggest::nearest(text, allowed).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        self.replace(&value, schema, format!("one of {}{hint}", allowed.join(", ")))
    }

    /// Notes that the value here is wrong and gives a placeholder for it.
    fn replace(&mut self, found: &Value, schema: &'static Value, allowed: String) -> Value {
        let field = if self.path.is_empty() { "document".to_owned() } else { self.path.clone() };
        self.violations.push(Violation::new(field, shown(found), allowed));
        self.broken.0.push(self.path.clone());
        self.placeholder(schema, 0)
    }

    /// The smallest value that deserialises under `schema`.
    fn placeholder(&self, schema: &'static Value, depth: usize) -> Value {
        let schema = self.resolve(schema);
        if depth > MAX_DEPTH || schema.get("anyOf").is_some() {
            return Value::Null;
        }
        if let Some(first) = constants(schema).and_then(|allowed| allowed.first().copied()) {
            return first.into();
        }
        match types(schema).first().copied() {
            Some("string") => match format(schema) {
                "date" => "2000-01-01".into(),
                "partial-time" => "00:00:00".into(),
                "date-time" => "2000-01-01T00:00:00Z".into(),
                HOUSE_RULE_FORMAT => HouseRule::NoSemicolons.code().into(),
                _ => "".into(),
            },
            Some("array") => Value::Array(Vec::new()),
            Some("boolean") => Value::Bool(false),
            Some("integer" | "number") => Value::from(0),
            Some("object") => {
                let field = |name: &str| schema.get("properties").and_then(|properties| properties.get(name));
                required(schema)
                    .filter_map(|name| Some((name.to_owned(), self.placeholder(field(name)?, depth + 1))))
                    .collect::<Map<_, _>>()
                    .into()
            }
            _ => Value::Null,
        }
    }

    /// What a schema allows, in words.
    fn describe(&self, schema: &'static Value) -> String {
        let schema = self.resolve(schema);
        if let Some(allowed) = constants(schema) {
            return format!("one of {}", allowed.join(", "));
        }
        match (types(schema).first().copied(), format(schema)) {
            (Some("string"), "date") => "a date such as 2026-12-01".into(),
            (Some("string"), "partial-time") => "a time of day such as 22:00".into(),
            (Some("string"), HOUSE_RULE_FORMAT) => HouseRule::allowed(),
            (Some("string"), "date-time") => "a time such as 2026-12-01T09:00:00Z".into(),
            (Some("string"), _) => "a text".into(),
            (Some("array"), _) => "a list".into(),
            (Some("object"), _) => "a table of fields".into(),
            (Some("number"), _) => "a number".into(),
            (Some("boolean"), _) => "true or false".into(),
            (Some("integer"), _) => {
                let (low, high) = bounds(schema);
                format!("a whole number from {low} to {high}")
            }
            _ => "a value".into(),
        }
    }

    fn resolve(&self, schema: &'static Value) -> &'static Value {
        schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| reference.strip_prefix('#'))
            .and_then(|pointer| self.root.pointer(pointer))
            .unwrap_or(schema)
    }
}

fn types(schema: &'static Value) -> Vec<&'static str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn format(schema: &'static Value) -> &'static str {
    schema.get("format").and_then(Value::as_str).unwrap_or_default()
}

fn required(schema: &'static Value) -> impl Iterator<Item = &'static str> {
    schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn is_null_schema(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("null")
}

/// The values of an enum: schemars writes documented variants as `oneOf` of `const`, others as `enum`.
fn constants(schema: &'static Value) -> Option<Vec<&'static str>> {
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return Some(values.iter().filter_map(Value::as_str).collect());
    }
    let options = schema.get("oneOf").and_then(Value::as_array)?;
    options.iter().map(|option| option.get("const").and_then(Value::as_str)).collect()
}

/// What the integer type holds, narrowed by the schema's own bounds.
fn bounds(schema: &'static Value) -> (i128, i128) {
    let (low, high) = match format(schema) {
        "uint8" => (0, i128::from(u8::MAX)),
        "uint16" => (0, i128::from(u16::MAX)),
        "uint32" => (0, i128::from(u32::MAX)),
        "uint64" => (0, i128::from(u64::MAX)),
        _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
    };
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64).map(|bound| bound as i128);
    (bound("minimum").map_or(low, |bound| bound.max(low)), bound("maximum").map_or(high, |bound| bound.min(high)))
}

/// A value as the writer would recognise it, cut before it is long.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{:?}", text.chars().take(100).collect::<String>()),
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(fields) => {
            let names: Vec<&str> = fields.keys().take(4).map(String::as_str).collect();
            format!("a table with {}", if names.is_empty() { "no fields".to_owned() } else { names.join(", ") })
        }
        other => other.to_string(),
    }
}
