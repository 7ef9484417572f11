//! Personal data and secrets: structured types, found by form, checksum and the words around them.
//!
//! One file a group of types. A form alone gives a low score, a checksum a high one, context words raise it. Names and postal
//! addresses have no form: they are not looked for here, and no option claims it. `redact` takes out what was found.
//! Next: [`super::policy`].

mod bank;
mod card;
mod context;
mod crypto;
mod dates;
mod email;
mod network;
mod phone;
mod redact;
mod secrets;
mod social_security;
mod url;

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::redact::{RedactMode, redact};

/// Types of personal data. The codes are Presidio's where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum PiiType {
    /// A key, token, password or private key.
    Secret,
    /// An e-mail address.
    EmailAddress,
    /// A payment card number with a valid Luhn digit.
    CreditCard,
    /// An international bank account number with valid check digits.
    IbanCode,
    /// A US social security number.
    UsSsn,
    /// An IPv4 or IPv6 address.
    IpAddress,
    /// A Bitcoin or Ethereum address.
    Crypto,
    /// A US routing number with a valid check digit.
    AbaRoutingNumber,
    /// A bank account number, by context.
    UsBankNumber,
    /// A date that context says is a birthday.
    DateOfBirth,
    /// A telephone number.
    PhoneNumber,
    /// A web address. Only when asked for.
    Url,
}

impl PiiType {
    /// The stable code, such as `EMAIL_ADDRESS`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Secret => "SECRET",
            Self::EmailAddress => "EMAIL_ADDRESS",
            Self::CreditCard => "CREDIT_CARD",
            Self::IbanCode => "IBAN_CODE",
            Self::UsSsn => "US_SSN",
            Self::IpAddress => "IP_ADDRESS",
            Self::Crypto => "CRYPTO",
            Self::AbaRoutingNumber => "ABA_ROUTING_NUMBER",
            Self::UsBankNumber => "US_BANK_NUMBER",
            Self::DateOfBirth => "DATE_OF_BIRTH",
            Self::PhoneNumber => "PHONE_NUMBER",
            Self::Url => "URL",
        }
    }
}

impl fmt::Display for PiiType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PiiOptions {
    /// Web addresses too. They are no personal data by themselves. Default false.
    pub urls: bool,
}

/// A find before overlaps are resolved. Positions are bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Candidate {
    kind: PiiType,
    start: usize,
    end: usize,
    score: f64,
}

/// Personal data and secrets in `text`, in its order, without overlaps: of two finds the one with the higher score stays.
pub fn detect(text: &str, options: PiiOptions) -> Vec<PiiSpan> {
    let signs = Signs::scan(text);
    if !signs.any() {
        return Vec::new();
    }
    let mut found: Vec<Candidate> = Vec::new();
    if signs.at {
        email::find(text, &mut found);
    }
    if signs.digits >= 6 {
        card::find(text, &mut found);
        bank::find(text, &mut found);
        social_security::find(text, &mut found);
        phone::find(text, &mut found);
        dates::find(text, &mut found);
    }
    if signs.digits >= 4 && signs.dots >= 3 || signs.colons >= 2 {
        network::find(text, &mut found);
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
    resolve(text, found)
}

/// What a text holds, counted in one pass, so that most detectors need not look at most texts.
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    at: bool,
    digits: u32,
    dots: u32,
    colons: u32,
    /// Longest run of bytes other than white space that holds a digit or one of `:=_-`: where a secret can be.
    longest_word: u32,
}

impl Signs {
    fn scan(text: &str) -> Self {
        let mut signs = Self::default();
        let (mut run, mut dense) = (0, false);
        for byte in text.bytes() {
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
        self.at || self.digits >= 4 || self.dots >= 1 || self.colons >= 2 || self.longest_word >= 8
    }
}

fn resolve(text: &str, mut found: Vec<Candidate>) -> Vec<PiiSpan> {
    found.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then((b.end - b.start).cmp(&(a.end - a.start))).then(a.kind.cmp(&b.kind))
    });
    let mut kept: Vec<Candidate> = Vec::with_capacity(found.len());
    for candidate in found {
        if kept.iter().all(|other| candidate.end <= other.start || other.end <= candidate.start) {
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|candidate| candidate.start);
    let (mut bytes, mut characters) = (0, 0u32);
    let mut position = |byte: usize| {
        characters += text.get(bytes..byte).map_or(0, |between| between.chars().count() as u32);
        bytes = byte;
        characters
    };
    kept.into_iter()
        .map(|candidate| PiiSpan {
            kind: candidate.kind,
            start: position(candidate.start),
            end: position(candidate.end),
            score: candidate.score,
        })
        .collect()
}

/// The decimal digits of `text` as numbers.
fn digits_of(text: &str) -> Vec<u8> {
    text.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect()
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
