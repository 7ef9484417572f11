//! Korea.

use super::super::{
    PiiType,
    checksum::{digits, number, weighted},
    form::Number,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::KrRrn,
        country: "KR",
        forms: &[("######-#######", 0.5), ("#############", 0.3)],
        check: |bytes, score| registration(bytes, score, b'1'..=b'4', 11),
        context: &["korean rrn", "resident registration number", "rrn", "rrn#", "주민등록번호", "주민번호"],
    },
    Number {
        kind: PiiType::KrFrn,
        country: "KR",
        forms: &[("######-#######", 0.5), ("#############", 0.3)],
        check: |bytes, score| registration(bytes, score, b'5'..=b'8', 13),
        context: &["외국인등록번호", "frn", "foreigner registration number", "korean frn", "외국인번호"],
    },
    Number {
        kind: PiiType::KrBrn,
        country: "KR",
        forms: &[("###-##-#####", 0.5), ("##########", 0.25)],
        check: business,
        context: &[
            "사업자등록번호",
            "사업자번호",
            "사업자",
            "brn",
            "business registration number",
            "business number",
            "tax registration number",
        ],
    },
    Number {
        kind: PiiType::KrDriverLicense,
        country: "KR",
        forms: &[
            ("##-##-######-##", 0.45),
            ("## ## ###### ##", 0.3),
            ("############", 0.05),
            ("##-##-########", 0.2),
            ("##-########-##", 0.2),
            ("####-######-##", 0.2),
        ],
        check: driving,
        context: &[
            "운전면허",
            "운전면허번호",
            "면허번호",
            "korean driver license",
            "korean driver's license",
            "driver license",
        ],
    },
    Number {
        kind: PiiType::KrPassport,
        country: "KR",
        forms: &[("@###@####", 0.2), ("@########", 0.05)],
        check: passport,
        context: &["korean passport", "대한민국 여권", "여권", "여권번호", "passport", "passport number"],
    },
];

const WEIGHTS: [u32; 12] = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/// Birth date, a digit for sex and century; the check digit makes it sure, but numbers since October 2020 carry none.
fn registration(bytes: &[u8], score: f64, kind: std::ops::RangeInclusive<u8>, complement: u32) -> Option<f64> {
    let dated = (1..=12).contains(&number(bytes, 2..4)) && (1..=31).contains(&number(bytes, 4..6));
    let of_kind = bytes.get(6).is_some_and(|digit| kind.contains(digit));
    let checked = (complement - weighted(&digits(bytes), &WEIGHTS) % 11) % 10 == number(bytes, 12..13);
    (dated && of_kind).then_some(if checked { score.max(0.6) } else { score })
}

/// Weights 1, 3, 7; the ninth digit times five counts with its tens too (National Tax Service).
fn business(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    let ninth = u32::from(*digits.get(8)?) * 5;
    let sum = weighted(&digits, &[1, 3, 7, 1, 3, 7, 1, 3]) + ninth + ninth / 10;
    ((10 - sum % 10) % 10 == u32::from(*digits.get(9)?) && sum > 0).then_some(score)
}

/// Codes of the regions that issue licences.
fn driving(bytes: &[u8], score: f64) -> Option<f64> {
    matches!(number(bytes, 0..2), 11..=26 | 28).then_some(score)
}

fn passport(bytes: &[u8], score: f64) -> Option<f64> {
    bytes.first().is_some_and(|letter| b"MSROD".contains(letter)).then_some(score)
}
