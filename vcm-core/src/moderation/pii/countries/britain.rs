//! United Kingdom and Canada.

use super::{
    super::{
        PiiType,
        checksum::{digits, luhn, number, weighted},
        form::Number,
    },
    unchecked, varied,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::UkNhs,
        country: "GB",
        forms: &[("##########", 0.25), ("### ### ####", 0.4), ("###-###-####", 0.4)],
        check: health,
        context: &["national health service", "nhs", "health services authority", "health authority", "nhs number"],
    },
    Number {
        kind: PiiType::UkNino,
        country: "GB",
        forms: &[
            ("@@######@", 0.55),
            ("@@ ## ## ## @", 0.6),
            ("@@ ######@", 0.5),
            ("@@ ###### @", 0.55),
            ("@@###### @", 0.5),
            ("@@## ## ## @", 0.55),
            ("@@ ## ## ##@", 0.55),
            ("@@## ## ##@", 0.55),
            ("@@-##-##-##-@", 0.55),
        ],
        check: insurance,
        context: &["national insurance", "ni number", "nino", "ni no"],
    },
    Number {
        kind: PiiType::UkPassport,
        country: "GB",
        forms: &[("@@#######", 0.1), ("#########", 0.02)],
        check: unchecked,
        context: &["passport", "passport number", "travel document", "uk passport", "british passport", "hmpo"],
    },
    Number {
        kind: PiiType::UkDrivingLicence,
        country: "GB",
        forms: &[("*****######*****", 0.5)],
        check: driving,
        context: &[
            "driving licence",
            "driving license",
            "driver's licence",
            "driver's license",
            "dvla",
            "dl number",
            "licence number",
            "license number",
            "licence",
        ],
    },
    Number {
        kind: PiiType::UkPostcode,
        country: "GB",
        forms: &[
            ("@# #@@", 0.3),
            ("@## #@@", 0.3),
            ("@#@ #@@", 0.3),
            ("@@# #@@", 0.3),
            ("@@## #@@", 0.3),
            ("@@#@ #@@", 0.3),
            ("@##@@", 0.1),
            ("@###@@", 0.1),
            ("@#@#@@", 0.1),
            ("@@##@@", 0.1),
            ("@@###@@", 0.1),
            ("@@#@#@@", 0.1),
            ("GIR 0AA", 0.3),
            ("GIR0AA", 0.1),
        ],
        check: postcode,
        context: &["postcode", "post code", "postal code", "zip", "address", "delivery", "mailing", "shipping"],
    },
    Number {
        kind: PiiType::UkVehicleRegistration,
        country: "GB",
        forms: &[
            ("@@## @@@", 0.3),
            ("@@##@@@", 0.2),
            ("@@##-@@@", 0.3),
            ("@#{1,3} @@@", 0.2),
            ("@#{1,3}@@@", 0.15),
            ("@#{1,3}-@@@", 0.2),
            ("@@@ #{1,3}@", 0.15),
            ("@@@#{1,3}@", 0.1),
            ("@@@ #{1,3} @", 0.15),
            ("@@@#{1,3} @", 0.1),
            ("@@@-#{1,3}@", 0.15),
            ("@@@-#{1,3}-@", 0.15),
        ],
        check: plate,
        context: &[
            "vehicle",
            "registration",
            "number plate",
            "licence plate",
            "license plate",
            "reg",
            "vrn",
            "dvla",
            "v5c",
            "logbook",
            "mot",
            "insured vehicle",
        ],
    },
    Number {
        kind: PiiType::CaSin,
        country: "CA",
        forms: &[("### ### ###", 0.4), ("###-###-###", 0.45), ("#########", 0.2)],
        check: social_insurance,
        context: &[
            "sin",
            "sin number",
            "social insurance",
            "social insurance number",
            "canada",
            "nas",
            "numéro nas",
            "assurance sociale",
        ],
    },
    Number {
        kind: PiiType::CaPostalCode,
        country: "CA",
        forms: &[("@#@ #@#", 0.3), ("@#@#@#", 0.1), ("@#@-#@#", 0.3)],
        check: canadian_postcode,
        context: &[
            "postal code",
            "postcode",
            "zip",
            "canada",
            "ontario",
            "quebec",
            "alberta",
            "british columbia",
            "code postal",
            "address",
        ],
    },
];

/// Weights 10 to 2, modulus 11 (NHS Data Dictionary).
fn health(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    let check = digits.last().map(|digit| u32::from(*digit));
    let sum = weighted(&digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]);
    (check == Some((11 - sum % 11) % 11) && varied(bytes, score).is_some()).then_some(score)
}

/// Prefixes and suffixes that HMRC gives out (National Insurance Manual NIM39110).
fn insurance(bytes: &[u8], score: f64) -> Option<f64> {
    let [first, second, .., last] = bytes else { return None };
    let prefix = !b"DFIQUV".contains(first)
        && !b"DFIOQUV".contains(second)
        && !matches!(&[*first, *second], b"BG" | b"GB" | b"KN" | b"NK" | b"NT" | b"TN" | b"ZZ");
    (prefix && (b'A'..=b'D').contains(last)).then_some(score)
}

/// Five letters of the surname padded with 9, a decade, month (plus 50 for women), day, year, two initials (DVLA).
fn driving(bytes: &[u8], score: f64) -> Option<f64> {
    let (surname, rest) = bytes.split_at_checked(5)?;
    let letters = surname.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let padded = letters > 0 && surname.iter().skip(letters).all(|byte| *byte == b'9');
    let [_, _, _, _, _, _, first, second, _, last @ ..] = rest else { return None };
    let month = number(rest, 1..3);
    let initials = |byte: &u8| byte.is_ascii_uppercase() || *byte == b'9';
    let born = matches!(month, 1..=12 | 51..=62) && (1..=31).contains(&number(rest, 3..5));
    (padded && born && initials(first) && initials(second) && last.iter().all(u8::is_ascii_uppercase)).then_some(score)
}

/// Letters that stand at each place of a postcode (Royal Mail, PAF).
fn postcode(bytes: &[u8], score: f64) -> Option<f64> {
    if bytes == b"GIR0AA" {
        return Some(score);
    }
    let (outward, inward) = bytes.split_at_checked(bytes.len().checked_sub(3)?)?;
    let ends = inward.iter().skip(1).all(|byte| byte.is_ascii_uppercase() && !b"CIKMOV".contains(byte));
    let area = match outward {
        [a, d] => !b"QVX".contains(a) && d.is_ascii_digit(),
        [a, d, last] if d.is_ascii_digit() => {
            !b"QVX".contains(a) && (last.is_ascii_digit() || b"ABCDEFGHJKPSTUW".contains(last))
        }
        [a, b, _] => !b"QVX".contains(a) && !b"IJZ".contains(b),
        [a, b, d, last] => {
            !b"QVX".contains(a)
                && !b"IJZ".contains(b)
                && d.is_ascii_digit()
                && (last.is_ascii_digit() || b"ABEHMNPRVWXY".contains(last))
        }
        _ => false,
    };
    (ends && area).then_some(score)
}

/// No I, Q or Z in the memory tag; the age identifier of a current plate is 01 to 79 (DVLA INF104).
fn plate(bytes: &[u8], score: f64) -> Option<f64> {
    let letters = bytes.iter().all(|byte| !b"IQ".contains(byte));
    let current = bytes.len() == 7
        && bytes.iter().take(2).all(u8::is_ascii_uppercase)
        && bytes.get(2).is_some_and(u8::is_ascii_digit)
        && bytes.get(4).is_some_and(u8::is_ascii_uppercase);
    let age = number(bytes, 2..4);
    let tag = bytes.iter().take(2).all(|byte| *byte != b'Z');
    (letters && (!current || (tag && matches!(age, 2..=29 | 51..=79 | 1)))).then_some(score)
}

/// Luhn; 0 and 8 are not given out (Employment and Social Development Canada).
fn social_insurance(bytes: &[u8], score: f64) -> Option<f64> {
    let given = !matches!(bytes.first(), Some(b'0' | b'8')) && varied(bytes, score).is_some();
    (given && luhn(&digits(bytes))).then_some(score)
}

/// Letters that Canada Post uses: no D, F, I, O, Q, U; no W or Z in front.
fn canadian_postcode(bytes: &[u8], score: f64) -> Option<f64> {
    let letters = bytes.iter().all(|byte| !b"DFIOQU".contains(byte));
    (letters && !matches!(bytes.first(), Some(b'W' | b'Z'))).then_some(score)
}
