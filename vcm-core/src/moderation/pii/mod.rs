//! Personal data and secrets: structured types, found by form, checksum and the words around them.
//!
//! What a few types need (addresses, cards, secrets, phones) has a file each; numbers that a form and a check digit describe are
//! rows of tables, by country, that `form` looks up in one pass. A form alone gives a low score, a check digit a higher one, words
//! that name the number raise it. Names and postal addresses have no form: they are not looked for here, and no option claims it.
//! [`redact()`] takes out what was found. Next: [`super::policy`].

mod bank;
mod card;
mod checksum;
mod context;
mod countries;
mod crypto;
mod dates;
mod email;
mod form;
mod network;
mod phone;
mod redact;
mod secrets;
mod types;
mod url;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

pub use self::{
    phone::PhoneRegions,
    redact::{RedactMode, redact, redact_keyed},
    types::PiiType,
};

/// A span of personal data. Positions are code points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PiiSpan {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: PiiType,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// How sure, 0 to 1. From 0.5 on it is worth a person's look.
    pub score: f64,
}

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PiiOptions {
    /// Web addresses too. They are no personal data by themselves. Default false.
    pub urls: bool,
    /// Dates too. Default false; dates that the words around them call a birthday are always looked for.
    pub dates: bool,
    /// Also what is less sure than [`LIKELY`], and every type that a number may be, so that spans of different types overlap. The score
    /// tells them apart. Default false.
    pub candidates: bool,
    /// Countries (ISO 3166 codes) whose numbers are taken for what they look like without a word that names them. Default none.
    pub countries: Vec<String>,
    /// Regions whose telephone numbers are known without their country code.
    pub phone_regions: PhoneRegions,
}

impl PiiOptions {
    /// # Errors
    /// `invalid_input` with every country none of whose numbers is known.
    pub fn validate(&self) -> Result<()> {
        let known = |country: &&String| {
            countries::ALL.iter().copied().flatten().any(|number| number.country.eq_ignore_ascii_case(country))
        };
        let unknown: Vec<&str> =
            self.countries.iter().filter(|country| country.is_empty() || !known(country)).map(String::as_str).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut codes: Vec<&str> = countries::ALL
            .iter()
            .copied()
            .flatten()
            .map(|number| number.country)
            .filter(|code| !code.is_empty())
            .collect();
        codes.sort_unstable();
        codes.dedup();
        Err(Error::invalid_field("pii", "countries", unknown.join(", "), codes.join(", ")))
    }
}

/// Below this score a find is only given among the candidates.
pub const LIKELY: f64 = 0.4;

/// A find before overlaps are resolved. Positions are bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Candidate {
    kind: PiiType,
    start: usize,
    end: usize,
    score: f64,
}

/// Personal data and secrets in `text`, in its order. Of two finds that overlap the one with the higher score stays, unless
/// `options` asks for all candidates.
pub fn detect(text: &str, options: &PiiOptions) -> Vec<PiiSpan> {
    let signs = Signs::scan(text);
    if !signs.any() {
        return Vec::new();
    }
    let mut found: Vec<Candidate> = Vec::new();
    if signs.at {
        email::find(text, &mut found);
    }
    if signs.digits >= 2 {
        form::find(text, options, &mut found);
    }
    if signs.digits >= 6 {
        phone::find(text, options, &mut found);
    }
    if signs.digits >= 12 {
        bank::find(text, &mut found);
    }
    if signs.digits >= 5 || (signs.digits >= 2 && signs.joined) {
        dates::find(text, options, &mut found);
    }
    if signs.digits >= 4 && signs.dots >= 3 || signs.colons >= 2 {
        network::find(text, options, &mut found);
    }
    if signs.longest_word >= 8 {
        secrets::find(text, &mut found);
    }
    if signs.longest_word >= 26 {
        crypto::find(text, &mut found);
    }
    if options.urls && signs.dots >= 1 {
        url::find(text, &mut found);
    }
    if found.is_empty() {
        return Vec::new();
    }
    resolve(text, found, options.candidates)
}

/// The spans that stay when, of those that overlap, the one with the higher score does.
pub fn without_overlaps(spans: &[PiiSpan]) -> Vec<PiiSpan> {
    let mut ordered: Vec<&PiiSpan> = spans.iter().collect();
    ordered.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then((b.end - b.start).cmp(&(a.end - a.start))).then(a.kind.cmp(&b.kind))
    });
    let mut kept: Vec<PiiSpan> = Vec::with_capacity(spans.len());
    for span in ordered {
        if kept.iter().all(|other| span.end <= other.start || other.end <= span.start) {
            kept.push(span.clone());
        }
    }
    kept.sort_by_key(|span| span.start);
    kept
}

/// What a text holds, counted in one pass, so that most detectors need not look at most texts.
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    at: bool,
    digits: u32,
    dots: u32,
    colons: u32,
    /// A digit and a letter or digit with one of `-./` between them.
    joined: bool,
    /// Longest run of bytes other than white space that holds a digit or one of `:=_-`: where a secret can be.
    longest_word: u32,
}

impl Signs {
    fn scan(text: &str) -> Self {
        let mut signs = Self::default();
        let (mut run, mut dense) = (0, false);
        let (mut last, mut before_last) = (b' ', b' ');
        for byte in text.bytes() {
            let sides = before_last.is_ascii_digit() || byte.is_ascii_digit();
            signs.joined |= matches!(last, b'-' | b'.' | b'/')
                && sides
                && before_last.is_ascii_alphanumeric()
                && byte.is_ascii_alphanumeric();
            (before_last, last) = (last, byte);
            match byte {
                b'0'..=b'9' => {
                    signs.digits += 1;
                    dense = true;
                }
                b'@' => signs.at = true,
                b'.' => signs.dots += 1,
                b':' => {
                    signs.colons += 1;
                    dense = true;
                }
                b'=' | b'_' | b'-' => dense = true,
                _ => {}
            }
            if byte.is_ascii_whitespace() {
                (run, dense) = (0, false);
            } else {
                run += 1;
                if dense {
                    signs.longest_word = signs.longest_word.max(run);
                }
            }
        }
        signs
    }

    fn any(self) -> bool {
        self.at || self.digits >= 2 || self.dots >= 1 || self.colons >= 2 || self.longest_word >= 8
    }
}

fn resolve(text: &str, mut found: Vec<Candidate>, candidates: bool) -> Vec<PiiSpan> {
    found.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then((b.end - b.start).cmp(&(a.end - a.start))).then(a.kind.cmp(&b.kind))
    });
    let mut kept: Vec<Candidate> = Vec::with_capacity(found.len());
    for candidate in found {
        let apart = |other: &Candidate| candidate.end <= other.start || other.end <= candidate.start;
        let stays = if candidates {
            kept.iter().all(|other| apart(other) || (other.kind != candidate.kind && !outdoes(other, &candidate)))
        } else {
            candidate.score >= LIKELY && kept.iter().all(apart)
        };
        if stays {
            kept.push(candidate);
        }
    }
    kept.sort_by(|a, b| a.start.cmp(&b.start).then(b.score.total_cmp(&a.score)).then(a.kind.cmp(&b.kind)));
    let mut places: Vec<usize> = kept.iter().flat_map(|candidate| [candidate.start, candidate.end]).collect();
    places.sort_unstable();
    places.dedup();
    let (mut bytes, mut characters) = (0, 0u32);
    let points: Vec<u32> = places
        .iter()
        .map(|place| {
            characters += text.get(bytes..*place).map_or(0, |between| between.chars().count() as u32);
            bytes = *place;
            characters
        })
        .collect();
    let point =
        |byte: usize| places.binary_search(&byte).ok().and_then(|index| points.get(index).copied()).unwrap_or(0);
    kept.into_iter()
        .map(|Candidate { kind, start, end, score }| PiiSpan { kind, start: point(start), end: point(end), score })
        .collect()
}

/// True when `other` is so much surer that `candidate` is not worth telling.
fn outdoes(other: &Candidate, candidate: &Candidate) -> bool {
    let date = candidate.kind == PiiType::DateTime && other.kind == PiiType::DateOfBirth;
    !date && (other.score >= candidate.score + 0.4 || (other.score >= 0.8 && candidate.score < 0.6))
}

/// True when `start..end` is not a piece of a longer word or number.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|head| head.chars().next_back());
    let mut after = text.get(end..).unwrap_or_default().chars();
    let next = after.next();
    let glued = |character: char| character.is_alphanumeric() || character == '_';
    if before.is_some_and(glued) || next.is_some_and(glued) {
        return false;
    }
    // "3.14" and "1,000" go on after their point.
    !(matches!(next, Some('.' | ',' | '-')) && after.next().is_some_and(|character| character.is_ascii_digit()))
}

#[cfg(test)]
mod tests;
