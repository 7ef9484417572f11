//! Reads a JSON form and reports every wrong field at once: unknown names, wrong types, missing values and values out of range.
//!
//! serde stops at the first error. Here a field that cannot be read is noted and taken out, and reading goes on with its default;
//! then the form's own checks run, and what they say about fields noted already is dropped. Next: [`super::plan_form`].

use std::fmt::Write;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

use crate::error::{Error, Result, Violation};

/// More wrong fields than this are not listed.
const MOST_VIOLATIONS: usize = 50;

/// Reads `json` as a form and runs `check` over what could be read. `check` also gets the JSON as it was given.
pub(super) fn read_form<T: DeserializeOwned>(
    operation: &'static str,
    json: &str,
    check: impl FnOnce(&T, &Value) -> Vec<Violation>,
) -> Result<T> {
    let given: Value = serde_json::from_str(json).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Error::invalid_field(operation, place, "text that is not JSON", "a JSON object")
    })?;
    if !given.is_object() {
        return Err(Error::invalid_field(operation, "", kind(&given), "a JSON object"));
    }
    let mut repaired = given.clone();
    let mut wrong: Vec<Violation> = Vec::new();
    while wrong.len() < MOST_VIOLATIONS {
        match serde_path_to_error::deserialize::<_, T>(&repaired) {
            Ok(form) => {
                let noted: Vec<String> = wrong.iter().map(|violation| violation.field.clone()).collect();
                let known = |field: &str| noted.iter().any(|path| related(path, field));
                wrong.extend(check(&form, &given).into_iter().filter(|violation| !known(&violation.field)));
                return if wrong.is_empty() { Ok(form) } else { Err(Error::invalid_input(operation, wrong)) };
            }
            Err(error) => {
                let path: Vec<Segment> = error.path().iter().cloned().collect();
                let message = error.inner().to_string();
                wrong.push(violation(&path, &message, &repaired));
                if !take_out(&mut repaired, &path) {
                    break;
                }
            }
        }
    }
    Err(Error::invalid_input(operation, wrong))
}

fn violation(path: &[Segment], message: &str, value: &Value) -> Violation {
    let field = written(path);
    if let Some(name) = between(message, "missing field `") {
        let field = if field.is_empty() { name.to_owned() } else { format!("{field}.{name}") };
        return Violation::new(field, "nothing", "a value");
    }
    let allowed = message.split_once("expected ").map_or("a value that can be read", |(_, expected)| expected);
    let allowed = match allowed.split(" at line ").next().unwrap_or(allowed) {
        "f64" => "a number",
        "u32" | "u64" | "usize" => "a whole number, 0 or more",
        "a sequence" => "a list",
        "a boolean" => "true or false",
        other => other,
    };
    if message.starts_with("unknown field") {
        return Violation::new(field, "a field of no such name", allowed);
    }
    if message.starts_with("duplicate field") {
        return Violation::new(field, "the same field under two names", "one of them");
    }
    Violation::new(field, at(value, path).map_or_else(|| "nothing".to_owned(), Value::to_string), allowed)
}

fn between<'a>(message: &'a str, start: &str) -> Option<&'a str> {
    message.strip_prefix(start)?.split('`').next()
}

fn written(path: &[Segment]) -> String {
    // Writing to a String cannot fail.
    let mut text = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => _ = write!(text, "[{index}]"),
            Segment::Map { key } => {
                let dot = if text.is_empty() { "" } else { "." };
                _ = write!(text, "{dot}{key}");
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    text
}

fn at<'a>(value: &'a Value, path: &[Segment]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, segment| match segment {
        Segment::Seq { index } => value.get(index),
        Segment::Map { key } => value.get(key),
        Segment::Enum { .. } | Segment::Unknown => Some(value),
    })
}

/// Takes the field at `path` out; an item of a list goes with the whole list, so that the places of others stay true.
fn take_out(value: &mut Value, path: &[Segment]) -> bool {
    let Some(last) = path.iter().rposition(|segment| matches!(segment, Segment::Map { .. })) else { return false };
    let mut parent = value;
    for segment in path.iter().take(last) {
        let next = match segment {
            Segment::Seq { index } => parent.get_mut(index),
            Segment::Map { key } => parent.get_mut(key),
            Segment::Enum { .. } | Segment::Unknown => Some(parent),
        };
        match next {
            Some(next) => parent = next,
            None => return false,
        }
    }
    match (parent.as_object_mut(), path.get(last)) {
        (Some(fields), Some(Segment::Map { key })) => fields.remove(key).is_some(),
        _ => false,
    }
}

/// Whether one path is the other or lies inside it.
fn related(first: &str, second: &str) -> bool {
    let inside = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    inside(first, second) || inside(second, first)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Form {
        #[serde(alias = "size")]
        count: u32,
        share: f64,
        arms: Vec<Arm>,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Arm {
        name: String,
        seen: u64,
    }

    fn wrong(json: &str) -> Vec<String> {
        let check = |form: &Form, _: &Value| {
            let mut wrong = Vec::new();
            if form.share <= 0.0 {
                wrong.push(Violation::new("share", form.share, "above 0"));
            }
            if form.count == 0 {
                wrong.push(Violation::new("count", form.count, "1 or more"));
            }
            wrong
        };
        match read_form::<Form>("test", json, check) {
            Ok(_) => Vec::new(),
            Err(error) => error.violations().iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        assert!(wrong(r#"{"size":1,"share":0.5,"arms":[{"name":"a"}]}"#).is_empty());
        let told = wrong(r#"{"count":"x","shar":1,"arms":[{"name":3,"seen":-1},{"name":"b","seen":1.5}]}"#);
        let fields: Vec<&str> = told.iter().filter_map(|line| line.split(": ").next()).collect();
        assert_eq!(fields, ["arms[0].name", "arms[0].seen", "arms[1].seen", "count", "shar", "share"], "{told:?}");
        assert!(told[3].contains(r#"found "x"; allowed: a whole number, 0 or more"#), "{told:?}");
        assert_eq!(wrong(r#"{"count":1,"size":2,"share":1}"#).len(), 1);
    }

    #[test]
    fn hostile_text_is_refused() {
        for text in ["", "[]", "3", "{", "null", "{\"count\":1e999}", "{\"arms\":[1,2]}", "{\"arms\":{}}"] {
            assert!(!wrong(text).is_empty(), "{text}");
        }
        let deep = format!("{{\"arms\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        assert!(!wrong(&deep).is_empty());
    }
}
