//! Taking personal data out of a text.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{PiiSpan, PiiType};
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
    /// Values from a small set (phone numbers, say) can be guessed from it by trying all; [`redact_keyed`] prevents that.
    Hash,
}

/// `text` with every span replaced. Spans may come in any order and overlap; those that overlap are taken out as one, under the
/// type of the surest. Spans past the end of the text are cut to it.
pub fn redact(text: &str, spans: &[PiiSpan], mode: RedactMode) -> String {
    replace(text, spans, |out, kind, value| {
        // Writing to a String cannot fail.
        let _ = match mode {
            RedactMode::Redact => write!(out, "<{kind}>"),
            RedactMode::Mask => {
                out.extend(value.chars().map(|_| '*'));
                Ok(())
            }
            RedactMode::Hash => write!(out, "<{kind}:{}>", ContentHash::of_bytes(value.as_bytes()).short()),
        };
    })
}

/// As [`RedactMode::Hash`], with HMAC-SHA-256 under `key` (RFC 2104): equal values stay equal under the same key, and nobody without it
/// can try values out. The digits and letters of a value count, its signs and case do not, so that one number in two spellings stays one.
pub fn redact_keyed(text: &str, spans: &[PiiSpan], key: &[u8]) -> String {
    replace(text, spans, |out, kind, value| {
        let compact: String = value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let code = authentication_code(key, compact.as_bytes());
        let _ = write!(out, "<{kind}:");
        code.iter().take(8).for_each(|byte| {
            let _ = write!(out, "{byte:02x}");
        });
        out.push('>');
    })
}

/// HMAC with SHA-256.
fn authentication_code(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut block = [0u8; 64];
    let hashed = Sha256::digest(key);
    let key = if key.len() > block.len() { hashed.as_slice() } else { key };
    block.iter_mut().zip(key).for_each(|(place, byte)| *place = *byte);
    let inner = Sha256::new().chain_update(block.map(|byte| byte ^ 0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(block.map(|byte| byte ^ 0x5c)).chain_update(inner).finalize().into()
}

fn replace(text: &str, spans: &[PiiSpan], mut put: impl FnMut(&mut String, PiiType, &str)) -> String {
    let mut ordered: Vec<&PiiSpan> = spans.iter().filter(|span| span.start < span.end).collect();
    ordered.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut merged: Vec<PiiSpan> = Vec::with_capacity(ordered.len());
    for span in ordered {
        match merged.last_mut() {
            Some(last) if span.start < last.end => {
                last.end = last.end.max(span.end);
                if span.score > last.score {
                    (last.kind, last.score) = (span.kind, span.score);
                }
            }
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
        put(&mut out, span.kind, &value);
    }
    out.extend(characters);
    out
}
