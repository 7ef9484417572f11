//! Reads TOML or JSON text into one neutral value, and says where the text itself is broken.
//!
//! Both formats end as a `serde_json::Value`, so that everything after it ([`super::shape`], [`super::validate`]) exists once.
//! What JSON has no form for is settled here: TOML dates become text, infinities and NaN are violations, a key given twice is
//! an error in both formats. Next: [`super::shape`].

use std::{cell::RefCell, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::parse::BriefFormat;
use crate::error::Violation;

/// A brief is written by a person; anything larger is not one.
const MAX_BYTES: usize = 1 << 20;

/// Syntax errors listed at once. After the first few, the rest are mostly echoes.
const MAX_SYNTAX_ERRORS: usize = 10;

/// The document as one value, or every syntax error found.
pub(super) fn read(text: &str, format: BriefFormat) -> Result<Value, Vec<Violation>> {
    if text.len() > MAX_BYTES {
        let found = format!("{} bytes", text.len());
        return Err(vec![Violation::new("document", found, "a document of at most 1 MiB")]);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match format {
        BriefFormat::Toml => read_toml(text),
        BriefFormat::Json => read_json(text),
    }
}

fn read_toml(text: &str) -> Result<Value, Vec<Violation>> {
    let (_, errors) = toml::de::DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(first_of_each_line(text, &errors));
    }
    let table = toml::from_str::<toml::Table>(text).map_err(|error| vec![toml_syntax(text, &error)])?;
    let mut violations = Vec::new();
    let value = from_toml(toml::Value::Table(table), &mut String::new(), &mut violations);
    if violations.is_empty() { Ok(value) } else { Err(violations) }
}

/// One error a line: what follows the first on a line is its echo.
fn first_of_each_line(text: &str, errors: &[toml::de::Error]) -> Vec<Violation> {
    let mut starts: Vec<_> = errors.iter().map(|error| (error.span().map_or(0, |span| span.start), error)).collect();
    starts.sort_by_key(|(start, _)| *start);
    let mut end_of_line = 0;
    let mut listed = Vec::new();
    for (start, error) in starts {
        if listed.len() < MAX_SYNTAX_ERRORS && (listed.is_empty() || start > end_of_line) {
            let rest = text.get(start..).unwrap_or_default();
            end_of_line = start + rest.find('\n').unwrap_or(rest.len());
            listed.push(toml_syntax(text, error));
        }
    }
    listed
}

fn toml_syntax(text: &str, error: &toml::de::Error) -> Violation {
    let offset = error.span().map_or(0, |span| span.start);
    let (line, column) = line_and_column(text, offset);
    syntax(text, line, column, "TOML", error.message())
}

fn from_toml(value: toml::Value, path: &mut String, violations: &mut Vec<Violation>) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Boolean(flag) => Value::Bool(flag),
        toml::Value::Datetime(when) => Value::String(when.to_string()),
        toml::Value::Float(number) => Number::from_f64(number).map_or_else(
            || {
                violations.push(Violation::new(path.clone(), number, "a finite number"));
                Value::Null
            },
            Value::Number,
        ),
        toml::Value::Array(items) => {
            let length = path.len();
            let mut list = Vec::with_capacity(items.len());
            for (index, item) in items.into_iter().enumerate() {
                push_index(path, index);
                list.push(from_toml(item, path, violations));
                path.truncate(length);
            }
            Value::Array(list)
        }
        toml::Value::Table(entries) => {
            let length = path.len();
            let mut map = Map::new();
            for (key, item) in entries {
                push_key(path, &key);
                let item = from_toml(item, path, violations);
                path.truncate(length);
                map.insert(key, item);
            }
            Value::Object(map)
        }
    }
}

fn read_json(text: &str) -> Result<Value, Vec<Violation>> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let path = RefCell::new(String::new());
    StrictJson { path: &path }
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| {
            let message = error.to_string();
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
            vec![syntax(text, error.line(), error.column(), "JSON", message)]
        })
}

/// Reads any JSON value; a key that occurs twice is an error instead of a silent overwrite.
struct StrictJson<'a> {
    path: &'a RefCell<String>,
}

impl<'de> DeserializeSeed<'de> for StrictJson<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for StrictJson<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let length = self.path.borrow().len();
        let mut list = Vec::new();
        loop {
            push_index(&mut self.path.borrow_mut(), list.len());
            let item = items.next_element_seed(StrictJson { path: self.path })?;
            self.path.borrow_mut().truncate(length);
            match item {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let length = self.path.borrow().len();
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            push_key(&mut self.path.borrow_mut(), &key);
            if map.contains_key(&key) {
                return Err(A::Error::custom(format!("duplicate key `{}`", self.path.borrow())));
            }
            let value = entries.next_value_seed(StrictJson { path: self.path })?;
            self.path.borrow_mut().truncate(length);
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

/// Appends `.key`, or `["key"]` when the key is not a plain word.
pub(super) fn push_key(path: &mut String, key: &str) {
    if !key.is_empty() && key.len() <= 64 && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(key);
    } else {
        let short: String = key.chars().take(64).collect();
        path.extend(["[", &format!("{short:?}"), "]"]);
    }
}

/// Appends `[index]`.
pub(super) fn push_index(path: &mut String, index: usize) {
    path.extend(["[", &index.to_string(), "]"]);
}

fn syntax(text: &str, line: usize, column: usize, language: &str, message: &str) -> Violation {
    let source: String = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim().chars().take(60).collect();
    let found = if source.is_empty() { "the end of the text".to_owned() } else { format!("{source:?}") };
    let message = message.lines().next().unwrap_or_default();
    Violation::new(format!("line {line}, column {column}"), found, format!("valid {language} ({message})"))
}

/// Both from 1; columns count characters.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset.min(text.len())).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}
