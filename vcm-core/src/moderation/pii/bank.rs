//! International bank account numbers (ISO 13616). National account numbers are in `countries`.

use std::sync::LazyLock;

use regex::Regex;

use super::{Candidate, PiiType, stands_alone};

static IBAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,30}").ok());

/// IBAN length by country, from the SWIFT IBAN registry (release 99).
const IBAN_LENGTHS: &[(&str, usize)] = &[
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BI", 27),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DJ", 27),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FK", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HN", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MN", 20),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NI", 28),
    ("NL", 18),
    ("NO", 15),
    ("OM", 23),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("RU", 33),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("SO", 23),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("VG", 24),
    ("XK", 20),
    ("YE", 30),
];

pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    if let Some(form) = IBAN.as_ref() {
        for hit in form.find_iter(text) {
            if let Some(end) = iban_end(hit.as_str()).map(|length| hit.start() + length)
                && stands_alone(text, hit.start(), end)
            {
                found.push(Candidate { kind: PiiType::IbanCode, start: hit.start(), end, score: 1.0 });
            }
        }
    }
}

/// Bytes that an IBAN at the front of `text` takes, when its country, length and check digits are right.
fn iban_end(text: &str) -> Option<usize> {
    let country = text.get(..2)?.to_ascii_uppercase();
    let length = IBAN_LENGTHS.binary_search_by(|(code, _)| (*code).cmp(country.as_str())).ok()?;
    let (_, length) = IBAN_LENGTHS.get(length)?;
    let mut compact = String::with_capacity(*length);
    for (place, character) in text.char_indices() {
        if character.is_ascii_alphanumeric() {
            compact.push(character.to_ascii_uppercase());
        }
        if compact.len() == *length {
            return (mod_97(&compact) == 1).then_some(place + 1);
        }
    }
    None
}

/// Remainder by 97 of the rearranged IBAN, letters as 10 to 35 (ISO 7064 MOD 97-10).
fn mod_97(iban: &str) -> u32 {
    let (head, tail) = iban.split_at_checked(4).unwrap_or((iban, ""));
    tail.chars().chain(head.chars()).fold(0, |rest, character| {
        let value = character.to_digit(36).unwrap_or(0);
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    })
}
