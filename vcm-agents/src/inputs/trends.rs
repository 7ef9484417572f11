//! Dated texts from JSON Lines.

use std::{borrow::Cow, io::BufRead};

use jiff::Timestamp;
use serde::Deserialize;
use vcm_core::{error::Result, trends::TrendText};

use super::lines::{BadLines, for_each_line, shown};

/// Reads dated texts from JSON Lines: one object a line with `id` and `text`, and if known `at` (RFC 3339), `source`, `author`
/// and `url`. Other fields are ignored, blank lines too. A text without `source` gets `default_source`, usually the file's name.
///
/// # Errors
/// `invalid_input` with the first 20 bad lines (fields `line 7, field at`; context `bad_lines` counts all); `io`.
pub fn read_trends(input: impl BufRead, default_source: &str) -> Result<Vec<TrendText>> {
    let mut bad = BadLines::new("read_trends");
    let mut texts = Vec::new();
    for_each_line(input, &mut bad, |number, line, bad| match serde_json::from_slice::<TrendLine<'_>>(line) {
        Ok(row) => texts.extend(row.check(number, default_source, bad)),
        Err(error) => bad_json(number, line, &error, bad),
    })?;
    bad.finish(texts)
}

/// Notes a line that is not JSON, or not of the right types.
pub(super) fn bad_json(number: u64, line: &[u8], error: &serde_json::Error, bad: &mut BadLines) {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let place = format!("column {}", error.column());
    bad.add(number, &place, &shown(&String::from_utf8_lossy(line)), format!("a JSON object ({message})"));
}

#[derive(Deserialize)]
struct TrendLine<'a> {
    #[serde(borrow)]
    id: Option<Id<'a>>,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    at: Option<Cow<'a, str>>,
    source: Option<String>,
    author: Option<String>,
    url: Option<String>,
}

/// Sources number their posts or name them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id<'a> {
    Number(u64),
    #[serde(borrow)]
    Name(Cow<'a, str>),
}

impl TrendLine<'_> {
    fn check(self, number: u64, default_source: &str, bad: &mut BadLines) -> Option<TrendText> {
        let id = match self.id {
            Some(Id::Number(id)) => Some(id.to_string()),
            Some(Id::Name(id)) if !id.trim().is_empty() => Some(id.into_owned()),
            _ => {
                bad.add(number, "field id", "nothing", "a text or number that is not empty");
                None
            }
        };
        let text = self.text.filter(|text| !text.trim().is_empty());
        if text.is_none() {
            bad.add(number, "field text", "nothing", "a text that is not blank");
        }
        let at = match self.at.as_deref().map(str::parse::<Timestamp>) {
            Some(Err(_)) => {
                bad.add(
                    number,
                    "field at",
                    &shown(&self.at.unwrap_or_default()),
                    "a time such as 2026-11-22T09:00:00Z",
                );
                return None;
            }
            Some(Ok(at)) => Some(at),
            None => None,
        };
        let source = self.source.or_else(|| (!default_source.is_empty()).then(|| default_source.to_owned()));
        Some(TrendText { id: id?, text: text?.into_owned(), at, source, author: self.author, url: self.url })
    }
}
