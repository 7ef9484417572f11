//! Taking personal data out of a text.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PiiSpan;
use crate::hash::ContentHash;

/// What stands in the place of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RedactMode {
    /// The type in angle brackets: `<EMAIL_ADDRESS>`.
    Redact,
    /// One `*` for each code point.
    Mask,
    /// The type and the first 12 hex digits of the span's SHA-256, so that equal values stay equal: `<EMAIL_ADDRESS:b4c9a289323b>`.
    /// Values from a small set (phone numbers, say) can be guessed from it by trying all.
    Hash,
}

/// `text` with every span replaced. Spans may come in any order and overlap; those that overlap are taken out as one, under the
/// type of the first. Spans past the end of the text are cut to it.
pub fn redact(text: &str, spans: &[PiiSpan], mode: RedactMode) -> String {
    let mut ordered: Vec<&PiiSpan> = spans.iter().filter(|span| span.start < span.end).collect();
    ordered.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut merged: Vec<PiiSpan> = Vec::with_capacity(ordered.len());
    for span in ordered {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span.clone()),
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    let mut place = 0;
    for span in merged {
        out.extend(characters.by_ref().take((span.start - place) as usize));
        let value: String = characters.by_ref().take((span.end - span.start) as usize).collect();
        place = span.end;
        if value.is_empty() {
            break;
        }
        // Writing to a String cannot fail.
        match mode {
            RedactMode::Redact => {
                let _ = write!(out, "<{}>", span.kind);
            }
            RedactMode::Mask => out.extend(value.chars().map(|_| '*')),
            RedactMode::Hash => {
                let _ = write!(out, "<{}:{}>", span.kind, ContentHash::of_bytes(value.as_bytes()).short());
            }
        }
    }
    out.extend(characters);
    out
}
