//! The numbers that countries give out, a table each: forms, check digits, and the words that name them.
//!
//! The forms and checks are those that the issuing bodies publish. A number without a check digit, or with digits only, is common in
//! other text: its score is low, and it takes a word that names it, or its country among the options, to be a finding.

mod asia;
mod britain;
mod europe;
mod germany;
mod india;
mod korea;
mod oceania;
mod south_africa;
mod united_states;
mod worldwide;

use super::form::Number;

/// Every table.
pub(super) const ALL: &[&[Number]] = &[
    united_states::NUMBERS,
    britain::NUMBERS,
    germany::NUMBERS,
    europe::NUMBERS,
    india::NUMBERS,
    korea::NUMBERS,
    asia::NUMBERS,
    oceania::NUMBERS,
    south_africa::NUMBERS,
    worldwide::NUMBERS,
    super::card::NUMBERS,
];

/// No check digit: the form is all there is.
#[expect(clippy::unnecessary_wraps, reason = "the signature of a check")]
fn unchecked(_: &[u8], score: f64) -> Option<f64> {
    Some(score)
}

/// Luhn over the digits.
fn by_luhn(bytes: &[u8], score: f64) -> Option<f64> {
    super::checksum::luhn(&super::checksum::digits(bytes)).then_some(score)
}

/// Not every digit the same.
fn varied(bytes: &[u8], score: f64) -> Option<f64> {
    bytes.iter().any(|byte| Some(byte) != bytes.first()).then_some(score)
}

#[cfg(test)]
mod tests;
