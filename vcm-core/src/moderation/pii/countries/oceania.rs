//! Australia.

use super::{
    super::{
        PiiType,
        checksum::{digits, weighted},
        form::Number,
    },
    varied,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::AuAbn,
        country: "AU",
        forms: &[("## ### ### ###", 0.55), ("###########", 0.4)],
        check: business,
        context: &["australian business number", "abn"],
    },
    Number {
        kind: PiiType::AuAcn,
        country: "AU",
        forms: &[("### ### ###", 0.35), ("#########", 0.2)],
        check: company,
        context: &["australian company number", "acn"],
    },
    Number {
        kind: PiiType::AuTfn,
        country: "AU",
        forms: &[("### ### ###", 0.35), ("#########", 0.2)],
        check: tax_file,
        context: &["tax file number", "tfn"],
    },
    Number {
        kind: PiiType::AuMedicare,
        country: "AU",
        forms: &[("#### ##### #", 0.5), ("##########", 0.2)],
        check: medicare,
        context: &["medicare"],
    },
];

/// One less in front, weights 10, 1, 3 to 19, modulus 89 (Australian Business Register).
fn business(bytes: &[u8], score: f64) -> Option<f64> {
    let mut digits = digits(bytes);
    let first = digits.first_mut()?;
    *first = first.checked_sub(1)?;
    weighted(&digits, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]).is_multiple_of(89).then_some(score)
}

/// Weights 8 to 1, complement to ten (ASIC).
fn company(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    let sum = weighted(&digits, &[8, 7, 6, 5, 4, 3, 2, 1]);
    (digits.last().map(|last| u32::from(*last)) == Some((10 - sum % 10) % 10) && sum > 0).then_some(score)
}

/// Weights 1, 4, 3, 7, 5, 8, 6, 9, 10, modulus 11 (Australian Taxation Office).
fn tax_file(bytes: &[u8], score: f64) -> Option<f64> {
    let checked = weighted(&digits(bytes), &[1, 4, 3, 7, 5, 8, 6, 9, 10]).is_multiple_of(11);
    (checked && varied(bytes, score).is_some()).then_some(score)
}

/// Two to six in front, weights 1, 3, 7, 9, check digit in the ninth place (Services Australia).
fn medicare(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    let sum = weighted(&digits, &[1, 3, 7, 9, 1, 3, 7, 9]);
    let given = digits.first().is_some_and(|digit| (2..=6).contains(digit));
    (given && digits.get(8).map(|check| u32::from(*check)) == Some(sum % 10)).then_some(score)
}
