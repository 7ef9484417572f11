//! `parse`: from text to a valid brief, or to every wrong field at once.
//!
//! Three passes, none of which stops at the first error: the text is read as one value ([`super::document`]), the value is
//! held against the JSON schema of [`Brief`] and repaired where it is wrong ([`super::shape`]), and the repaired brief is
//! validated ([`super::validate`]) so that wrong values are reported beside wrong shapes.

use super::{Brief, document, shape};
use crate::error::{Error, Result, Violation};

/// The notation of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BriefFormat {
    /// TOML 1.1.
    Toml,
    /// JSON.
    Json,
}

impl BriefFormat {
    /// The format of a file by its extension, whatever its case: `toml` or `json`.
    pub fn from_extension(extension: &str) -> Option<Self> {
        if extension.eq_ignore_ascii_case("toml") {
            Some(Self::Toml)
        } else if extension.eq_ignore_ascii_case("json") {
            Some(Self::Json)
        } else {
            None
        }
    }
}

/// Violations listed at once. A brief with more is the wrong file.
const MAX_VIOLATIONS: usize = 100;

/// Reads a brief of at most 1 MiB and checks all of it.
///
/// # Errors
/// `invalid_input` with every syntax error (field `line 3, column 7`); when there is none, with every unknown, missing or
/// mistyped field and every broken rule. At most 100 are listed; context `more` counts the rest.
pub fn parse(text: &str, format: BriefFormat) -> Result<Brief> {
    let value = document::read(text, format).map_err(refuse)?;
    from_value(value)
}

/// [`parse`] for a value that a host has already read. A `$schema` key, which editors look for, is not part of the brief.
///
/// # Errors
/// As [`parse`].
pub fn from_value(mut value: serde_json::Value) -> Result<Brief> {
    if let Some(fields) = value.as_object_mut() {
        fields.remove("$schema");
    }
    let mut found = shape::check(value);
    if found.violations.len() >= MAX_VIOLATIONS {
        return Err(refuse(found.violations));
    }
    let value = std::mem::take(&mut found.repaired);
    let brief = match serde_path_to_error::deserialize::<_, Brief>(value) {
        Ok(brief) => brief,
        Err(error) => {
            // Only what the schema cannot say ends here; the path still names the field.
            let field = error.path().to_string();
            found.violations.push(Violation::new(field, "a value that cannot be read", error.inner().to_string()));
            return Err(refuse(found.violations));
        }
    };
    let rules = super::validate::violations(&brief);
    found.violations.extend(rules.into_iter().filter(|violation| !found.broken.caused(violation)));
    if found.violations.is_empty() { Ok(brief) } else { Err(refuse(found.violations)) }
}

pub(super) fn refuse(mut violations: Vec<Violation>) -> Error {
    let more = violations.len().saturating_sub(MAX_VIOLATIONS);
    violations.truncate(MAX_VIOLATIONS);
    let error = Error::invalid_input("parse_brief", violations);
    if more == 0 { error } else { error.with("more", more) }
}
